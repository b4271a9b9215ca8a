"""What facts are called, and by which words a reader would know them."""

from __future__ import annotations

import re
from functools import lru_cache

from ..facts import Event, Fact, Figure, Link, Person, Term, View
from ..words import STOP_WORDS, fold, holds, words

_PARTS = re.compile(r",? and |, ")


@lru_cache(maxsize=1 << 14)
def names(fact: Fact) -> tuple[str, ...]:
    """Every name of a fact, the usual one first; empty for kinds that have none."""
    match fact:
        case Person():
            given = (fact.full_name, surname(fact), *fact.aliases, *_other_surnames(fact))
        case Term():
            given = (fact.term, *fact.aliases, fact.transliteration)
        case Event():
            given = (fact.title, fact.short)
        case View():
            given = (
                fact.holder_label,
                fact.holder,
                *(name.split()[-1] for name in holders(fact)),
                fact.work,
            )
        case Link():
            given = (fact.label,)
        case Figure():
            given = (fact.title,)
        case _:
            given = ()
    return tuple(dict.fromkeys(name for name in given if name))


def holders(view: View) -> tuple[str, ...]:
    """Everybody who holds a view: "Mayor and Queloz" are two."""
    return tuple(_PARTS.split(view.holder))


def surname(person: Person) -> str:
    """The surname, or the last part of the name that is not a number such as "II"."""
    if person.surname:
        return person.surname
    parts = [part for part in person.full_name.split() if len(part) > 2] or person.full_name.split()
    return parts[-1]


def _other_surnames(person: Person) -> tuple[str, ...]:
    """The last parts of aliases that begin like the full name: "Tycho Brage" tells that Brahe is also Brage.

    Not of those with a byname or a number: "Frederick the Great", "Frederick II".
    """
    first = fold(person.full_name.split()[0])
    spelt = [alias.split() for alias in person.aliases]
    return tuple(
        parts[-1]
        for parts in spelt
        if len(parts) > 1
        and fold(parts[0]) == first
        and all(part[:1].isupper() and part[1:].islower() for part in parts)
    )


@lru_cache(maxsize=1 << 14)
def name_words(fact: Fact) -> frozenset[str]:
    """The words of its names that point to it: not "of", not "the", not single letters."""
    return frozenset(word for name in names(fact) for word in words(name) if word not in STOP_WORDS and len(word) > 2)


def mentions(text: str, fact: Fact) -> bool:
    """Whether a text speaks of a fact by name: of a person by any part of the name, of others by a whole name."""
    if isinstance(fact, Person):
        return not name_words(fact).isdisjoint(words(text))
    return any(holds(text, name) for name in names(fact))
