"""Whether the key is what the book says, and no wrong option is (H11, HI-3)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ..bank import FactBank
from ..fact_texts import texts
from ..facts import AuthoredQuestion, Event, Fact, Figure, Link, View
from ..questions import Question
from ..words import fold
from .finding import Finding
from .numerals import value_of

BAR = "name the other fact in :not-with:"


def sound_facts(question: Question, book: FactBank) -> Iterator[Finding]:
    """Every fact is in the book, wanted by its author, and not disputed, unless whose view it is is printed."""
    for fact_id in question.facts:
        fact = book.get(fact_id)
        if fact is None:
            yield Finding("H11", f"there is no fact “{fact_id}” in the book", "build the bank anew")
        elif fact.weight == 0:
            yield Finding("H14", f"its author keeps “{fact_id}” out of worksheets", "give it a :weight: of 1")
        elif fact.disputed and not isinstance(fact, View | Link | AuthoredQuestion):
            yield Finding("HI-3", f"“{fact_id}” is disputed and asked as settled", "make it a view")
        elif isinstance(fact, Figure) and fact.range:
            yield Finding("HI-3", f"“{fact_id}” is a range and asked as one number", "ask for the range in words")
    if len(question.places) < len(question.facts):
        yield Finding("R8", "the key does not say where the book teaches each fact", "build the bank anew")


def evidence(question: Question, book: FactBank) -> Iterator[Finding]:
    """What may be credited under bands stands on facts of the book (HI-2)."""
    for key in question.keys:
        for found in key.indicative:
            if book.get(found.fact) is None:
                yield Finding("HI-2", f"“{found.text}” stands on no fact of the book", "build the bank anew")


def right_option(question: Question, book: FactBank) -> Iterator[Finding]:
    """The right option is a text of the fact it asks about."""
    fact = book.get(question.facts[0])
    for option in question.options:
        if fact and option.right and fold(option.text) not in book.once_about(fact, _told):
            yield Finding("H11", f"“{option.text}” is not what the book says", "check the fact")


def wrong_options(question: Question, book: FactBank) -> Iterator[Finding]:
    """No wrong option is a text of that fact, or of one that is also true in its place."""
    fact = book.get(question.facts[0])
    if fact is None:
        return
    for option in question.options:
        if option.right:
            continue
        owners = book.once(_owners)[fold(option.text)]
        if fold(option.text) in book.once_about(fact, _told):
            yield Finding("H11", f"“{option.text}” is also right by the same fact", "reword the fact")
        elif any(book.also_true(fact, book[owner]) for owner in owners):
            yield Finding("H11", f"“{option.text}” is also true, as its author says", BAR)
        elif isinstance(fact, Event) and _within(option.text, fact, book):
            yield Finding("H11", f"the event, or one that passes for it, was in {option.text} as well", BAR)


def _within(date: str, event: Event, book: FactBank) -> bool:
    """Whether a year among the options is touched by the event or by one that is also true in its place."""
    value = value_of(date)
    if not value or len(value) != 3 or value[1]:
        return False
    return any(found.years[0] <= value[0] <= found.years[1] for found in book.once_about(event, _passing))


def _passing(book: FactBank, event: Event) -> tuple[Event, ...]:
    """The event and those that are also true in its place."""
    return (event, *(other for other in book.of_kind(Event) if book.also_true(event, other)))


def _owners(book: FactBank) -> dict[str, list[str]]:
    owners: defaultdict[str, list[str]] = defaultdict(list)
    for fact in book:
        for text in book.once_about(fact, _told):
            owners[text].append(fact.id)
    return owners


def _told(_: FactBank, fact: Fact) -> frozenset[str]:
    """The texts of a fact as options print them, folded; not the wrong ones that its author wrote into it."""
    told = {*texts(fact)}
    if isinstance(fact, AuthoredQuestion):
        told -= {*fact.options}
    if isinstance(fact, Figure):
        told -= {*fact.false}
    if isinstance(fact, View):
        told.add(fact.holder_label)
    if isinstance(fact, Event) and fact.years[0] == fact.years[1]:
        month = fact.date.label.removeprefix(f"{fact.date.day} ") if fact.date.day else fact.date.label
        told |= {fact.date.label, month, fact.date.year_label}
    return frozenset(map(fold, told))
