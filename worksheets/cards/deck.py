"""Packs of flash cards: one for a class, or one for each student."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter

from ..bank import FactBank
from ..facts import Fact
from ..roster import Roster
from ..sampling import rank, sample
from .flash_card import FACES, FlashCard, flash_card
from .suited import LeftOut, why_not


@dataclass(frozen=True, slots=True)
class Pack:
    """Cards that belong together, in the order of the book."""

    cards: tuple[FlashCard, ...]
    student: str = ""  # whose they are; empty for a pack of the whole class


@dataclass(frozen=True, slots=True)
class Deck:
    """All cards that are printed together."""

    title: str
    language: str
    paper: str  # "a4" or "letter"
    packs: tuple[Pack, ...]
    seed: str = ""  # by which cards were chosen; empty where all of them are there


@dataclass(frozen=True, slots=True)
class Drawn:
    """A deck, and the facts of its chapters that are not in it though their kinds are."""

    deck: Deck
    left_out: tuple[LeftOut, ...]


def draw_deck(
    book: FactBank,
    chapters: Sequence[str],
    *,
    kinds: Iterable[str] = FACES,
    count: int = 0,
    seed: str = "",
    roster: Roster | None = None,
    noted: bool = True,
    paper: str = "a4",
) -> Drawn:
    """Make the cards of some chapters.

    :param chapters: document names.
    :param kinds: of facts.
    :param count: cards of a pack, the first by their ranks under the seed; 0 for all, in which case no seed is asked.
    :param roster: a class whose students each have a pack of their own, with a selection of their own.
    :param noted: whether facts with a content note are among them.
    :param paper: "a4" or "letter".
    """
    wanted = set(kinds)
    facts = [fact for fact in book.within(chapters) if fact.kind in wanted and fact.weight]
    reasons = [LeftOut(fact, why_not(fact, noted=noted)) for fact in facts]
    cards = [(fact, flash_card(fact, paper)) for fact, reason in reasons if not reason]
    order = {chapter.name: place for place, chapter in enumerate(book.chapters)}
    cards.sort(key=lambda card: _place(card[0], order))

    def pack(student: str = "", key: str = "") -> Pack:
        own = f"{rank(seed, 'pack', key):064x}"
        kept = sample(own, cards, count or len(cards), lambda card: card[0].id)
        taken = {fact.id for fact, _ in kept}
        return Pack(tuple(card for fact, card in cards if fact.id in taken), student)

    packs = tuple(pack(student.name, student.key) for student in roster.students) if roster else (pack(),)
    title = f"{book.title}, {roster.title}" if roster else book.title
    deck = Deck(title, book.language, paper, packs, seed if count else "")
    return Drawn(deck, tuple(filter(itemgetter(1), reasons)))


def _place(fact: Fact, order: dict[str, int]) -> tuple[int, int, str]:
    """Where a fact stands in the book."""
    return order.get(fact.place.chapter, len(order)), fact.source.line, fact.id
