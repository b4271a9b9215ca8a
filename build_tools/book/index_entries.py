"""An index by nouns: events stand below the people and terms they are about; an author's own entries among them."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from worksheets.facts import Event, Fact, Person, Term

from ..titles import sort_key
from .index import Entry, Letter, Target

# "adoption of the law": nobody looks such a thing up by its first word; the timeline has it.
_BY_ITS_VERB = re.compile(r"[a-z]+(?: [a-z]+)? (?:of|on|to|in|for|by|against|from|with|at) ")


def by_nouns(
    index: Iterable[Letter],
    facts: Mapping[str, Fact],
    own: Mapping[str, Mapping[str, Sequence[str]]],
) -> tuple[Letter, ...]:
    """Order an index by what readers look up.

    :param facts: printed id -> the fact that stands there.
    :param own: entry of the author's list -> sub-entry, "" for the entry itself -> ids of its places.
    """
    kept: dict[str, Entry] = {}
    events: list[tuple[Event, Entry]] = []
    for entry in (entry for letter in index for entry in letter.entries):
        fact = next((facts[target.id] for target in entry.targets if target.id in facts), None)
        if isinstance(fact, Event) and not entry.below and not entry.see:
            events.append((fact, entry))
        else:
            kept[entry.words] = entry
    homes = _homes(kept.values(), facts)
    names = [(name, words) for fact, words in homes.values() for name in _names(fact)]
    names += [(name, name) for name in own]
    below: dict[str, list[Entry]] = defaultdict(list)
    for event, entry in events:
        if home := _home_of(event, homes, names):
            below[home].append(entry)
        elif not _BY_ITS_VERB.match(entry.words):
            kept[entry.words] = entry
    for words, places in own.items():
        entry = kept.get(words, Entry(words))
        found = tuple(Target(html_id, False) for html_id in places.get("", ()))
        kept[words] = replace(entry, targets=entry.targets + found)
        below[words] += [
            Entry(part, tuple(Target(html_id, False) for html_id in ids)) for part, ids in places.items() if part
        ]
    letters: dict[str, list[Entry]] = defaultdict(list)
    for entry in kept.values():
        more = sorted((*entry.below, *below[entry.words]), key=lambda part: sort_key(part.words))
        letters[_letter_of(entry.words)].append(replace(entry, below=tuple(more)))
    return tuple(
        Letter(letter, tuple(sorted(letters[letter], key=lambda entry: sort_key(entry.words))))
        for letter in sorted(letters, key=lambda letter: (letter.isalpha(), letter))
    )


def _homes(entries: Iterable[Entry], facts: Mapping[str, Fact]) -> dict[str, tuple[Fact, str]]:
    """The entries of people and terms: id of the fact -> the fact, and the words of its entry."""
    return {
        facts[target.id].id: (facts[target.id], entry.words)
        for entry in entries
        for target in entry.targets
        if isinstance(facts.get(target.id), Person | Term)
    }


def _home_of(event: Event, homes: Mapping[str, tuple[Fact, str]], names: Iterable[tuple[str, str]]) -> str:
    """Find the entry below which an event stands: its people, those first that its title names; else a name in it.

    :param names: name, and the words of its entry.
    """
    if people := [homes[person] for person in event.people if person in homes]:
        return next(
            (words for fact, words in people if any(_has(event.title, name) for name in _names(fact))), people[0][1]
        )
    named = [(name, words) for name, words in names if _has(event.title, name)]
    return max(named, key=lambda one: (len(one[0]), one[1]), default=("", ""))[1]


def _has(title: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", title, re.IGNORECASE) is not None


def _names(fact: Fact) -> tuple[str, ...]:
    if isinstance(fact, Person):
        return tuple(filter(None, (fact.full_name, fact.surname)))
    assert isinstance(fact, Term)
    return (fact.term, *fact.aliases)


def _letter_of(words: str) -> str:
    bare = re.sub(r"^(the|a|an) ", "", words, flags=re.IGNORECASE).lstrip("'\"‘“")
    first = unicodedata.normalize("NFD", bare[:1]).upper()[:1]
    return first if first.isalpha() else "Symbols"
