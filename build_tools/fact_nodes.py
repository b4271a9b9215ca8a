"""From a fact, and the inline nodes of its texts, to the node that stands for it in the chapter."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

from docutils import nodes
from sphinx.addnodes import pending_xref

from worksheets.facts import AuthoredQuestion, Event, Fact, Figure, Group, Link, Person, View

from .mark.markup import Mark
from .nodes import FactNode, FactPart, capitalised, part

# Takes a text as written, and the option it stands in ("" for the body, nothing for the argument); gives its nodes.
Inline: TypeAlias = Callable[[str, str | None], list[nodes.Node]]

# The parts that argument and body make. Where the argument holds two texts, ``_argument`` parts them.
_ARGUMENT: Mapping[str, str] = {
    "term": "term", "event": "title", "person": "name", "figure": "title", "misconception": "often",
}  # fmt: skip
_BODY: Mapping[str, str] = {
    "statement": "text", "term": "definition", "event": "clause", "person": "role", "figure": "text",
    "view": "thesis", "link": "text", "misconception": "true",
}  # fmt: skip
# The options that a reader of the book sees, as parts of the same name; the others are for questions only.
_OPTIONS: Mapping[str, tuple[str, ...]] = {
    "term": ("native", "transliteration", "example", "non-example"),
    "event": ("why", "place"),
    "person": ("native", "lived", "fate"),
    "figure": ("unit", "period", "range", "counted"),
    "view": ("on", "work", "school", "evidence", "objection", "stress"),
    "link": ("how", "limit"),
    "group": ("heading",),
    "misconception": ("why",),
    "question": ("extract", "attribution"),
}


def fact_node(fact: Fact, mark: Mark, inline: Inline) -> FactNode:
    """Make the node of a fact from its mark."""
    node = FactNode("", kind=fact.kind, certainty=fact.certainty)
    node += [*_argument(fact, mark, inline), *_body(fact, mark, inline)]
    for option in _OPTIONS.get(fact.kind, ()):
        if text := mark.options.get(option):
            words = inline(text, option)
            node += part(option, capitalised(words) if option == "why" else words)
    node += [part("aliases", alias) for alias in getattr(fact, "aliases", ())]
    node += list(_known(fact))
    return node


def reference_to(name: str, kind: str = "ref") -> pending_xref:
    """Make a link to a fact, in the fact's own words."""
    words = nodes.inline("", name)
    return pending_xref("", words, refdomain="fact", reftype=kind, reftarget=name, refexplicit=False, refwarn=False)


def _argument(fact: Fact, mark: Mark, inline: Inline) -> Iterator[FactPart]:
    if isinstance(fact, View):
        yield part("holder", fact.holder_label)
    elif isinstance(fact, Link):
        cause, effect = re.split(r"->|→", mark.argument, maxsplit=1)
        yield part("cause", capitalised(inline(cause.strip(), None)))
        yield part("effect", inline(effect.strip(), None))
    elif isinstance(fact, Group):
        of, are = mark.argument.split("|", 1)
        yield part("of", inline(of.strip(), None))
        yield part("are", inline(are.strip(), None))
    elif fact.kind in _ARGUMENT:
        words = inline(mark.argument, None)
        yield part(_ARGUMENT[fact.kind], capitalised(words) if isinstance(fact, Event | Figure) else words)


def _body(fact: Fact, mark: Mark, inline: Inline) -> Iterator[FactPart]:
    if isinstance(fact, Group):
        for member in re.split(r",\s+", mark.body.strip().rstrip(",")):
            yield part("members", inline(member, ""))
    elif isinstance(fact, AuthoredQuestion):
        yield part("stem", inline(re.sub(r"\s*\[\d+(?: marks?)?\]\s*$", "", mark.body), ""))
    elif mark.body:
        words = inline(mark.body, "")
        # Clause and role are written as in mid-sentence; here they stand as sentences.
        yield part(_BODY[fact.kind], capitalised(words) if isinstance(fact, Event | Person) else words)


def _known(fact: Fact) -> Iterator[FactPart]:
    """The parts that are worked out from values."""
    if isinstance(fact, Event):
        # HTML knows neither ranges nor years before 1.
        stamp = str(fact.date).rstrip("~") if fact.date.year > 0 and not fact.end else ""
        yield part("date", fact.date_label, stamp=stamp)
        yield from (part("people", [reference_to(name)]) for name in fact.people)
        if fact.within:
            yield part("within", [reference_to(fact.within)])
    elif isinstance(fact, Person):
        yield part("surname", fact.surname or fact.full_name)
    elif isinstance(fact, View):
        yield from (part("against", [reference_to(name)]) for name in fact.against)
    elif isinstance(fact, Link):
        if fact.strength != "strong":
            yield part("strength", fact.strength)
        if fact.timescale:
            yield part("timescale", fact.timescale)
    elif isinstance(fact, Figure) and fact.series:
        yield part("table", [_table(fact)])
    elif isinstance(fact, Group) and fact.complete:
        yield part("complete", "")
    elif isinstance(fact, AuthoredQuestion):
        yield part("marks", f"{fact.worth} mark" if fact.worth == 1 else f"{fact.worth} marks")
        if fact.minutes:
            yield part("minutes", f"{fact.minutes} minute" if fact.minutes == 1 else f"{fact.minutes} minutes")


def _table(figure: Figure) -> nodes.table:
    rows = [
        nodes.row("", *(nodes.entry("", nodes.paragraph("", text)) for text in (reading.label, reading.written)))
        for reading in figure.series
    ]
    # A stub column makes the labels headings of their rows, for readers who hear the table.
    widths = [max(len(row[column].astext()) for row in rows) for column in (0, 1)]
    columns = [nodes.colspec(colwidth=widths[0], stub=1), nodes.colspec(colwidth=widths[1])]
    group = nodes.tgroup("", *columns, nodes.tbody("", *rows), cols=2)
    return nodes.table("", group, classes=["fact-series"])


def emphasised(text: str, italics: Sequence[str]) -> list[nodes.Node]:
    """Emphasise in a text what its author emphasised."""
    found: list[nodes.Node] = []
    done = 0
    for begin, end in emphasised_places(text, italics):
        found += [nodes.Text(text[done:begin]), nodes.emphasis("", text[begin:end])]
        done = end
    return [node for node in (*found, nodes.Text(text[done:])) if node.astext()]


def emphasised_places(text: str, italics: Sequence[str]) -> list[tuple[int, int]]:
    """Find where a text has what its author emphasised; of two that begin together the longer one."""
    if not italics:
        return []
    longest = sorted(italics, key=len, reverse=True)
    return [found.span() for found in re.finditer(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)", text)]
