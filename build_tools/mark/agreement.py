"""What only shows when all chapters are read: names that are doubled, missing, or of the wrong kind."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from worksheets.facts import AuthoredQuestion, Event, Fact, Person, Statement, View
from worksheets.mark_schemes import MarkScheme, matching, nearest
from worksheets.problems import Problem

from ..collected import Entry, Mention
from .markup import a_kind

# Fields that hold names of other facts, as the author writes them, and the kind that has to stand there.
_NAMES = (
    ("not-with", "not_with", ""),
    ("confusable-with", "confusable_with", ""),
    ("people", "people", "person"),
    ("within", "within", "event"),
    ("against", "against", "view"),
    ("fact", "fact", None),
    ("about", "about", None),
)
PASSAGE = range(3, 7)  # statements that a run may have
_ROLES_FOR_ALL = ("ref", "page")


def disagreements(
    entries: Iterable[Entry],
    mentions: Iterable[Mention],
    known_sources: Collection[str] | None,
    schemes: Collection[MarkScheme] | None,
) -> tuple[Problem, ...]:
    """Find every fault between facts, sorted by place.

    :param known_sources: the keys of the bibliography; nothing where the book has none.
    :param schemes: the mark schemes that questions can name; nothing where they could not be read.
    """
    entries = list(entries)
    first: dict[str, Fact] = {}
    for entry in entries:
        first.setdefault(entry.fact.id, entry.fact)
    found = [
        *_doubled(entries, first),
        *_names(entries, first),
        *_mentions(mentions, first),
        *_sources(entries, known_sources),
        *_passages(entries),
        *_questions_of_views(entries),
        *_titles(entries),
        *_schemes(entries, schemes),
    ]
    return tuple(sorted(set(found)))


def _doubled(entries: list[Entry], first: Mapping[str, Fact]) -> Iterator[Problem]:
    for entry in entries:
        if (other := first[entry.fact.id]) is not entry.fact:
            what = f"another fact is called “{entry.fact.id}”, in {other.source}"
            mend = "give one of the two another name; the one that worksheets already use keeps it"
            yield Problem(entry.line_of("name"), what, mend, "fact.duplicate-name")


def _names(entries: list[Entry], first: Mapping[str, Fact]) -> Iterator[Problem]:
    for entry in entries:
        for option, field, kind in _NAMES:
            value = getattr(entry.fact, field, ())
            for name in (value,) if isinstance(value, str) and value else value:
                # What stands in a fact's place must be of its kind; a statement's blank can be filled by any.
                wanted = entry.fact.kind if kind == "" and not isinstance(entry.fact, Statement) else kind
                yield from _name(entry, option, name, wanted, first)


def _name(entry: Entry, option: str, name: str, wanted: str | None, first: Mapping[str, Fact]) -> Iterator[Problem]:
    where = entry.line_of(option)
    if name == entry.fact.id:
        yield Problem(where, f":{option}: of “{name}” names the fact itself", "delete it", "fact.self-reference")
    elif name not in first:
        what = f"no fact is called “{name}”, which stands in :{option}:"
        yield Problem(where, what, _nearest(name, first, wanted), "fact.unknown-fact")
    elif wanted and first[name].kind != wanted:
        what = f"“{name}” in :{option}: is {a_kind(first[name].kind)}, and {a_kind(wanted)} is wanted there"
        yield Problem(where, what, _nearest(name, first, wanted), "fact.wrong-kind")


def _mentions(mentions: Iterable[Mention], first: Mapping[str, Fact]) -> Iterator[Problem]:
    for mention in mentions:
        if mention.target not in first:
            what = f"no fact is called “{mention.target}”, which {{fact:{mention.role}}} points to"
            yield Problem(mention.source, what, _nearest(mention.target, first, None), "fact.unknown-fact")
        elif mention.role not in _ROLES_FOR_ALL and first[mention.target].kind != mention.role:
            kind = first[mention.target].kind
            what = f"“{mention.target}” is {a_kind(kind)}, not {a_kind(mention.role)}"
            yield Problem(mention.source, what, f"write {{fact:{kind}}} or {{fact:ref}}", "fact.wrong-kind")


def _sources(entries: list[Entry], known: Collection[str] | None) -> Iterator[Problem]:
    if known is None:
        return
    for entry in entries:
        for key in entry.fact.sources:
            if key not in known:
                close = difflib.get_close_matches(key, known, n=1, cutoff=0.6)
                mend = f"write “{close[0]}”" if close else "add it to the bibliography, or delete it"
                what = f"“{key}” in :sources: is not in the bibliography"
                yield Problem(entry.line_of("sources"), what, mend, "fact.unknown-source")


def _passages(entries: list[Entry]) -> Iterator[Problem]:
    runs: dict[str, list[tuple[int, Entry]]] = defaultdict(list)
    for entry in entries:
        if isinstance(entry.fact, Statement) and entry.fact.passage:
            runs[entry.fact.passage.name].append((entry.fact.passage.order, entry))
    for name, run in runs.items():
        orders = [order for order, _ in run]
        for order, entry in run:
            if orders.count(order) > 1:
                what = f"two statements have place {order} in the passage “{name}”"
                yield Problem(entry.line_of("passage"), what, "count them from 1, each place once", "fact.passage")
        if sorted(set(orders)) != list(range(1, len(set(orders)) + 1)):
            what = f"the passage “{name}” has the places {', '.join(map(str, sorted(set(orders))))}"
            yield Problem(run[0][1].line_of("passage"), what, "count from 1 without a gap", "fact.passage")
        if len(run) not in PASSAGE:
            what = f"the passage “{name}” has {len(run)} statement{'s' if len(run) > 1 else ''}"
            mend = f"give it {PASSAGE[0]} to {PASSAGE[-1]}"
            yield Problem(run[0][1].line_of("passage"), what, mend, "fact.passage")


def _questions_of_views(entries: list[Entry]) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for entry in entries:
        if isinstance(entry.fact, View):
            usual = first.setdefault(re.sub(r"\W+", " ", entry.fact.on).casefold().strip(), entry.fact.on)
            if usual != entry.fact.on:
                what = f":on: “{entry.fact.on}” is elsewhere written “{usual}”"
                yield Problem(entry.line_of("on"), what, "write both alike, or the views never meet", "fact.on")


def _titles(entries: list[Entry]) -> Iterator[Problem]:
    persons = {entry.fact.full_name.casefold() for entry in entries if isinstance(entry.fact, Person)}
    for entry in entries:
        if isinstance(entry.fact, Event) and entry.fact.title.casefold() in persons:
            what = f"“{entry.fact.title}” is a person, not a happening"
            yield Problem(entry.fact.source, what, "write what happened: “the birth of ...”", "fact.head-noun")


def _schemes(entries: list[Entry], schemes: Collection[MarkScheme] | None) -> Iterator[Problem]:
    if schemes is None:
        return
    for entry in entries:
        if not isinstance(entry.fact, AuthoredQuestion) or not entry.fact.bands:
            continue
        name, worth, where = entry.fact.bands, entry.fact.worth, entry.line_of("bands")
        found = matching(name, schemes)
        if not found:
            close = nearest(name, schemes)
            mend = f"write “{close}”" if close else "write one that `worksheets schemes` lists, or add your own"
            yield Problem(where, f"there is no mark scheme “{name}”", mend, "fact.unknown-scheme")
        elif len(found) > 1:
            full = " or ".join(f"“{scheme.id}/{component.id}”" for scheme, component in found)
            yield Problem(where, f"“{name}” stands in several mark schemes", f"write {full}", "fact.unknown-scheme")
        elif found[0][1].marks != worth:
            what = f"the question is worth {worth} and the mark scheme “{name}” has {found[0][1].marks} marks"
            yield Problem(where, what, "mend the marks, or name another scheme", "fact.scheme-marks")


def _nearest(name: str, first: Mapping[str, Fact], wanted: str | None) -> str:
    names = [other for other, fact in first.items() if other != name and (not wanted or fact.kind == wanted)]
    close = difflib.get_close_matches(name, names, n=1, cutoff=0.6)
    return f"write “{close[0]}”" if close else "mark such a fact, or delete the name"
