"""What is called in a game of bingo: clues, each of which fits one entry of the pool and no other (rules H11, G24)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ..bank import FactBank
from ..facts import NOWHERE, Event, Fact, Person, Term
from ..item_types import truth
from ..item_types.askable import has_role
from ..item_types.index import datable
from ..item_types.moments import tells_date
from ..item_types.names import mentions
from ..item_types.wording import capital, sentence
from ..problems import Source
from ..sampling import ranked
from ..words import alike, fold
from .suited import LeftOut, why_not_played

LONGEST = 45  # characters of an answer: what a square of a card holds in type that can be read across a desk
PLAYED = (Term, Person, Event)
TOO_LONG = f"longer than {LONGEST} characters"
NO_CLUE = "without a clue that keeps its answer"
ALSO_FITS = "that could be taken for another"


@dataclass(frozen=True, slots=True)
class Entry:
    """An answer that stands on cards, and the clue by which it is called."""

    fact: str  # id
    kind: str  # "Term": said with the clue, since it narrows what is looked for
    answer: str
    clue: str
    place: str = ""  # where the book teaches it
    source: Source = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Pool:
    """Entries that fit one game, in the order of their ranks, and the facts that are none, each with its reason."""

    entries: tuple[Entry, ...]
    left_out: tuple[LeftOut, ...]


def find_pool(book: FactBank, chapters: Iterable[str], seed: str, *, noted: bool, paper: str) -> Pool:
    """Find all entries that can be in one game together.

    Facts are taken in the order of their ranks under the seed; one whose clue fits an entry that was taken before, or
    the other way round, is left out.

    :param noted: whether facts with a content note may be played with.
    :param paper: "a4" or "letter", the edition of the book whose pages the caller's list names.
    """
    facts = [fact for fact in book.within(chapters) if isinstance(fact, PLAYED) and fact.weight]
    taken: list[tuple[Fact, Entry]] = []
    left_out: list[LeftOut] = []
    for fact in ranked(seed, facts, lambda fact: fact.id):
        entry = entry_of(fact, paper)
        reason = why_not_played(book, fact, noted=noted) or _why_no_entry(fact, entry)
        if not reason and any(not told_apart(book, fact, entry, *other) for other in taken):
            reason = ALSO_FITS
        if reason:
            left_out.append(LeftOut(fact, reason))
        else:
            taken.append((fact, entry))
    return Pool(tuple(entry for _, entry in taken), tuple(left_out))


def entry_of(fact: Fact, paper: str) -> Entry:
    """Make the entry of a term, person or event.

    :raises TypeError: if the fact is of another kind.
    """
    place = fact.place.label(paper)
    match fact:
        case Term():
            return Entry(fact.id, "Term", capital(fact.term), sentence(fact.definition), place, fact.source)
        case Person():
            return Entry(fact.id, "Person", fact.full_name, sentence(fact.role), place, fact.source)
        case Event():
            clue = f"{capital(fact.date_label)}." + (f" {sentence(fact.why)}" if fact.why else "")
            return Entry(fact.id, "Event", capital(fact.label), clue, place, fact.source)
    raise TypeError(f"no entry for {type(fact).__name__}")


def told_apart(book: FactBank, fact: Fact, entry: Entry, other_fact: Fact, other: Entry) -> bool:
    """Whether neither clue fits the other entry, by any fact of the book, nor names it."""
    return (
        fold(entry.answer) != fold(other.answer)
        and not mentions(entry.clue, other_fact)
        and not mentions(other.clue, fact)
        and not (entry.kind == other.kind and alike(entry.clue, other.clue))
        and not _same(book, fact, other_fact)
    )


def _same(book: FactBank, one: Fact, other: Fact) -> bool:
    match one, other:
        case Term(), Term():
            return truth.same_meaning(book, one, other)
        case Person(), Person():
            return truth.same_role(book, one, other)
        case Event(), Event():
            return truth.same_happening(book, one, other) or _at_one_time(one, other)
    return truth.also_true(book, one, other)


def _at_one_time(one: Event, other: Event) -> bool:
    """Whether the dates, as exact as they are known, have a day in common."""
    return one.date.first <= (other.end or other.date).last and other.date.first <= (one.end or one.date).last


def _why_no_entry(fact: Fact, entry: Entry) -> str:
    if len(entry.answer) > LONGEST:
        return TOO_LONG
    match fact:
        case Term(transparent=transparent):
            good = not transparent and not mentions(entry.clue, fact)
        case Person():
            good = has_role(fact)
        case Event():
            good = datable(fact) and not tells_date(entry.answer) and not mentions(entry.clue, fact)
        case _:
            good = False
    return "" if good else NO_CLUE
