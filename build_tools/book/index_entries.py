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

_CAPITAL_BEFORE = re.compile(r"(?<![\w-])[A-Z][\w-]* $")
# "adoption of the law": nobody looks such a thing up by its first word; the timeline has it.
_BY_ITS_VERB = re.compile(r"[a-z]+(?: [a-z]+)? (?:of|on|to|in|for|by|against|from|with|at) ")


def by_nouns(
    index: Iterable[Letter],
    facts: Mapping[str, Fact],
    own: Mapping[str, Mapping[str, Sequence[str]]],
    words_of_own: Iterable[tuple[str, str]] = (),
) -> tuple[Letter, ...]:
    """Order an index by what readers look up.

    :param facts: printed id -> the fact that stands there.
    :param own: entry of the author's list -> sub-entry, "" for the entry itself -> ids of its places.
    :param words_of_own: words by which the title of an event names such an entry, and the entry.
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
    own_names = [
        *((name, name) for name in own),
        *words_of_own,
    ]
    below: dict[str, list[Entry]] = defaultdict(list)
    own_places: dict[str, tuple[Target, ...]] = defaultdict(tuple)
    for event, entry in events:
        home = _home_of(event, homes, names, own_names)
        if home and sort_key(home)[0] == sort_key(entry.words)[0]:
            own_places[home] += entry.targets  # the event is what the entry names
        elif home and home not in own and home not in kept:
            own_places[home] += entry.targets  # the text has none of the author's words; the event alone names it
        elif home:
            below[home].append(entry)
        elif not _BY_ITS_VERB.match(entry.words):
            kept[entry.words] = entry
    for home in own_places:
        kept.setdefault(home, Entry(home))
    for words, places in own.items():
        entry = kept.get(words, Entry(words))
        found = tuple(Target(html_id, False) for html_id in places.get("", ()))
        kept[words] = replace(entry, targets=entry.targets + found)
        below[words] += [
            Entry(part, tuple(Target(html_id, False) for html_id in ids)) for part, ids in places.items() if part
        ]
    return by_letters(
        replace(
            entry,
            targets=own_places[entry.words] + entry.targets,
            below=_joined((*entry.below, *below[entry.words])),
        )
        for entry in kept.values()
    )


def by_letters(entries: Iterable[Entry]) -> tuple[Letter, ...]:
    """Put entries in order below their letters."""
    letters: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        letters[_letter_of(entry.words)].append(entry)
    return tuple(
        Letter(letter, tuple(sorted(letters[letter], key=lambda entry: sort_key(entry.words))))
        for letter in sorted(letters, key=lambda letter: (letter.isalpha(), letter))
    )


def _joined(parts: Iterable[Entry]) -> tuple[Entry, ...]:
    """Put sub-entries in order; of two with the same words one is made."""
    found: dict[str, Entry] = {}
    for part in parts:
        same = found.get(key := sort_key(part.words)[0])
        found[key] = part if same is None else replace(same, targets=same.targets + part.targets)
    return tuple(sorted(found.values(), key=lambda part: sort_key(part.words)))


def _homes(entries: Iterable[Entry], facts: Mapping[str, Fact]) -> dict[str, tuple[Fact, str]]:
    """The entries of people and terms: id of the fact -> the fact, and the words of its entry."""
    return {
        facts[target.id].id: (facts[target.id], entry.words)
        for entry in entries
        for target in entry.targets
        if isinstance(facts.get(target.id), Person | Term)
    }


def _home_of(
    event: Event,
    homes: Mapping[str, tuple[Fact, str]],
    names: Iterable[tuple[str, str]],
    own_names: Iterable[tuple[str, str]],
) -> str:
    """Find the entry below which an event stands: its people whom its title names, other names in it, its people.

    A person whom the title of a book names is not the one who wrote it, so who else is named comes last, unless the
    author's words say so.

    :param names: name, and the words of its entry; of people and terms, and of the author's list.
    """
    people = [homes[person] for person in event.people if person in homes]
    for fact, words in people:
        if any(_has(event.title, name) for name in _names(fact)):
            return words
    persons = {words for fact, words in homes.values() if isinstance(fact, Person)}
    named = [(name, words) for name, words in names if _has(event.title, name, whole=True)]
    things = [one for one in named if one[1] not in persons]
    things += [(name, words) for name, words in own_names if _has(event.title, name, whole=True)]
    if things or (named and not people):
        return max(things or named, key=lambda one: (len(one[0]), one[1]))[1]
    return people[0][1] if people else ""


def _has(title: str, name: str, whole: bool = False) -> bool:
    """Tell whether a title names something.

    :param whole: not as a part of a longer name, as "Review" in "the Russian Review".
    """
    if name.casefold() not in title.casefold():
        return False  # as nearly always; a pattern for each name and title would take half of the index's time
    found = re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", title, re.IGNORECASE)
    return any(not (whole and _CAPITAL_BEFORE.search(title[: match.start()])) for match in found)


def _names(fact: Fact) -> tuple[str, ...]:
    if isinstance(fact, Person):
        return tuple(filter(None, (fact.full_name, fact.surname)))
    assert isinstance(fact, Term)
    return (fact.term, *fact.aliases)


def _letter_of(words: str) -> str:
    bare = re.sub(r"^(the|a|an) ", "", words, flags=re.IGNORECASE).lstrip("'\"‘“")
    first = unicodedata.normalize("NFD", bare[:1]).upper()[:1]
    return first if first.isalpha() else "Symbols"
