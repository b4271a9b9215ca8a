"""Fill the table: rows about people or events, in each of which one cell is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from ..bank import FactBank
from ..exhibits import Table
from ..facts import Event, Fact, Person
from ..item_rules import tables
from ..questions import GAP, ItemTypeName, Key, Question
from ..words import content, holds
from . import truth
from .assembly import build
from .chronology import WINDOW
from .drawing import Draw
from .giveaways import Pairs, cues, recalled, spellings_of, together
from .index import datable, index_of
from .item_type import ItemType, Material, Pattern, Refusal
from .moments import date_pairs
from .names import mentions, names
from .neighbours import confused
from .wording import capital, sentence

F = TypeVar("F", bound=Fact)

NAME: Final[ItemTypeName] = "fill-the-table"
ROWS, FEWEST = 5, 4
PEOPLE = ("Person", "Who it was", "What happened")
EVENTS = ("Event", "Year", "Why it mattered")
MARKING = "1 mark for each."
WHAT_HAPPENED = "What happened, where another true statement counts as well: "


@dataclass(frozen=True, slots=True)
class Blank:
    """A cell that may be left out of a row, and what must not stand elsewhere then (rule H12)."""

    column: int
    key: Key
    secrets: tuple[str, ...] = ()
    pairs: Pairs = ()
    told: str = ""  # for the key: what the name in it stands for, by which a teacher knows other names of it


@dataclass(frozen=True, slots=True)
class Row:
    """A fact as a row of the table."""

    fact: Fact
    cells: tuple[str, ...]
    blanks: tuple[Blank, ...]  # one at least

    def without(self, blank: Blank) -> tuple[str, ...]:
        """Its cells with a gap."""
        return tuple(GAP if column == blank.column else cell for column, cell in enumerate(self.cells))


def people(person: Person, material: Material) -> Question | Refusal:
    """The person among others of the same class or chapter, without name or fate."""
    draw = Draw(material, NAME, "people", person)
    others = _others(draw, person, material.asked.of_kind(Person))
    near = sorted(others, key=lambda other: (other.category != person.category, not _beside(other, person)))
    return _table(draw, person, near, person_row, PEOPLE, material)


def person_row(person: Person, material: Material) -> Row | None:
    """Name, role and fate; nothing where a cell tells another, or the fate is not to be asked (rules G11, H9)."""
    book, told = material.book, (person.role, person.fate)
    if not suits_person(person) or any(mentions(text, person) for text in told) or _says_twice(person):
        return None
    blanks = []
    # Role and fate together fit nobody else: role alone must not (rule G24).
    if not any(truth.same_role(book, person, other) for other in book.of_kind(Person) if other.id != person.id):
        secrets, pairs = recalled(book, [person.full_name], *told)
        blanks.append(Blank(0, Key(person.full_name, accept=spellings_of(book, person.full_name)[1:]), secrets, pairs))
    if person.fates:
        accept = tuple(fate for fate in person.fates if content(fate) != content(person.fate))
        pairs = together(names(person), cues(book, person.fate, names_of=[person]))
        blanks.append(Blank(2, Key(person.fate, accept=accept), (), pairs))
    cells = (person.full_name, capital(person.role), capital(person.fate))
    return Row(person, cells, tuple(blanks)) if blanks else None


def _says_twice(person: Person) -> bool:
    """Whether the role tells the fate: "the director shot at X", "was shot at X" (rule H9)."""
    said = content(person.fate) & content(person.role)
    return any(holds(person.role, fate) for fate in person.fates) or 2 * len(said) > len(content(person.fate))


def suits_person(person: Person) -> bool:
    """Whether it has all cells of a row, settled, and no matter of which a teacher is warned (rule G26)."""
    return bool(person.fate) and person.certainty == "settled" and person.weight > 0 and not person.content_note


def events(event: Event, material: Material) -> Question | Refusal:
    """The event among others of its time, without title or year."""
    draw = Draw(material, NAME, "events", event)
    window = index_of(material.taught).around(event, WINDOW)
    others = _others(draw, event, [other for other in window if material.asked.get(other.id)])
    near = sorted(others, key=lambda other: not _beside(other, event))
    return _table(draw, event, near, event_row, EVENTS, material)


def event_row(event: Event, material: Material) -> Row | None:
    """Title, year and significance; nothing where a cell tells another."""
    book, year = material.book, event.date.year_label
    if not suits_event(event) or holds(event.title, year) or holds(event.why, year):
        return None
    blanks = [Blank(1, Key(year), (), date_pairs(event, material))]
    # The year and what it meant fit no other event (rule G24), and name the event by few of its words (rule H9).
    same = (other for other in book.of_kind(Event) if other.id != event.id and truth.touches(other, (event.date.year,)))
    named = content(event.title)
    told = 2 * len(named & content(event.why)) > len(named)
    if not told and not any(_taken_for(book, event, other) for other in same):
        accept = (event.short,) if event.short not in ("", event.title) else ()
        secrets, gap_key = (event.title, *accept), Key(event.title, accept=accept)
        blanks.append(Blank(0, gap_key, secrets, together(secrets, cues(book, event.why)), sentence(event.clause)))
    return Row(event, (capital(event.title), year, sentence(event.why)), tuple(blanks))


def _taken_for(book: FactBank, event: Event, other: Event) -> bool:
    """Whether another event of the year could stand in the row: it is the same, or is mixed up with it by students."""
    return truth.same_happening(book, event, other) or confused(event, other)


def suits_event(event: Event) -> bool:
    """Whether it has all cells of a row, and one year, and no matter of which a teacher is warned."""
    return bool(event.why) and datable(event) and event.years[0] == event.years[1] and not event.content_note


def _table(
    draw: Draw,
    fact: F,
    near: Sequence[F],
    row_of: Callable[[F, Material], Row | None],
    heads: tuple[str, ...],
    material: Material,
) -> Question | Refusal:
    first = row_of(fact, material)
    if first is None:
        return Refusal("what is left in its row would tell what is left out, or would fit another as well", "G24")
    chosen = [first]
    for other in near:
        row = row_of(other, material) if len(chosen) < ROWS else None
        if row and all(_beside_each_other(row, before, material.book) for before in chosen):
            chosen.append(row)
    if len(chosen) < FEWEST:
        return Refusal(f"fewer than {FEWEST} rows can stand in one table without answering each other", "H12")
    left_out = _blanks(draw, chosen)
    rows = draw.order(list(zip(chosen, left_out, strict=True)), lambda pair: pair[0].fact.id, "rows")
    keys = tuple(blank.key for _, blank in rows)
    told = " ".join(f"{number} {blank.told}" for number, (_, blank) in enumerate(rows, start=1) if blank.told)
    return build(
        draw,
        tuple(row.fact for row in chosen),
        stem="Complete the table.",
        marks=len(rows),
        key=Key("; ".join(key.answer for key in keys), notes=(MARKING, *([f"{WHAT_HAPPENED}{told}"] if told else ()))),
        level=2,
        table=Table(tuple(row.without(blank) for row, blank in rows), heads),
        gap_keys=keys,
        secrets=tuple(dict.fromkeys(secret for blank in left_out for secret in blank.secrets)),
        pairs=tuple(dict.fromkeys(pair for blank in left_out for pair in blank.pairs)),
    )


def _blanks(draw: Draw, rows: Sequence[Row]) -> list[Blank]:
    """One of each row, columns in turns as far as the rows allow."""
    used: dict[int, int] = {}
    found = []
    for row in rows:
        order = draw.order(row.blanks, lambda blank: str(blank.column), f"blank {row.fact.id}")
        blank = min(order, key=lambda blank: used.get(blank.column, 0))
        used[blank.column] = used.get(blank.column, 0) + 1
        found.append(blank)
    return found


def _beside_each_other(one: Row, other: Row, book: FactBank) -> bool:
    """Whether neither row answers the other: no name in the other's cells, and no two rows of one thing or year."""
    if truth.also_true(book, one.fact, other.fact):
        return False
    if any(mentions(cell, row.fact) for row, cells in ((one, other.cells), (other, one.cells)) for cell in cells):
        return False
    if isinstance(one.fact, Event) and isinstance(other.fact, Event):
        return truth.apart(one.fact, other.fact) and not truth.same_happening(book, one.fact, other.fact)
    return True


def _others(draw: Draw, fact: F, candidates: Iterable[F]) -> list[F]:
    return draw.order((other for other in candidates if other.id != fact.id), lambda other: other.id, "others")


def _beside(other: Fact, fact: Fact) -> bool:
    return other.place.chapter == fact.place.chapter


FILL_THE_TABLE = ItemType(
    name=NAME,
    title="Fill the table",
    instruction="One cell of each row is empty. Write in what belongs there.",
    takes="people with a fate, and events with a significance",
    demand=0.55,
    ways=(
        Pattern("people", Person, suits_person, people),
        Pattern("events", Event, suits_event, events),
    ),
    rules=(
        tables.one_gap_a_row,
        tables.gaps_of_the_book,
        tables.not_taken_for_another,
        tables.not_said_twice,
        tables.untold,
    ),
    precedence=2,
)
