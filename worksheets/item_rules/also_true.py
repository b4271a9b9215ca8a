"""Whether a wrong answer is true by any fact of the book (H11, G7, G11, G12).

The generator has its own way to know this (`item_types.truth`); here the finished text is held against the book.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..bank import FactBank
from ..facts import Event, Fact, Figure, Group, Person
from ..questions import Question
from ..words import alike, content, fold, words
from .bearers import bearers, namesakes, owners, same_bearer, told_of
from .finding import Finding
from .numerals import magnitude, number_range, value_of

BAR = "name the other fact in :not-with:"
Judge = Callable[[str, Fact, FactBank], str]  # wrong answer, fact asked about -> why it is true; empty if it is not


def wrong_options(question: Question, book: FactBank) -> Iterator[Finding]:
    """No wrong option is true of what is asked, by this fact or any other."""
    fact = book.get(question.facts[0])
    right = next((option.text for option in question.options if option.right), "")
    if fact is None:
        return
    for option in question.options:
        if not option.right and (why := why_true(option.text, right, fact, book)):
            yield Finding("H11", f"“{option.text}” {why}", BAR)


def why_true(text: str, right: str, fact: Fact, book: FactBank) -> str:
    """Say why a wrong answer is also right where another is the key; empty if nothing in the book says so.

    :param text: the wrong answer as it is printed.
    :param right: the right one.
    """
    if any(fold(text) in told_of(book, found) for found in namesakes(book, fact)):
        return "is also right by the same fact"
    if value_of(text) is None and not bearers(book, text) and alike(text, right):
        return f"says as much as “{right}”"
    if value_of(text) is None and same_bearer(book, text, right):
        return f"may mean the same as “{right}”"
    for owner in (*owners(book, text), *bearers(book, text)):
        if owner.id != fact.id and any(book.also_true(mine, owner) for mine in namesakes(book, fact)):
            return "is also true, as its author says"
    return next((why for judge in _JUDGES if (why := judge(text, fact, book))), "")


def _at_the_time(text: str, fact: Fact, book: FactBank) -> str:
    """A year that the event touches, or an event that touches the years of the one asked about."""
    if not isinstance(fact, Event):
        return ""
    value = value_of(text)
    for event in book.once_about(fact, _passing):
        if value and len(value) == 3 and not value[1] and event.years[0] <= value[0] <= event.years[1]:
            return f"is a year of “{event.title}” as well"
    for owner in owners(book, text):
        if isinstance(owner, Event) and fold(text) in (fold(owner.title), fold(owner.clause), fold(owner.short)):
            if owner.years[0] <= fact.years[1] and fact.years[0] <= owner.years[1]:
                return "was in the same year"
            if _part(fact, owner):
                return "is part of the same"
    return ""


def _passing(book: FactBank, event: Event) -> tuple[Event, ...]:
    """The event and all that may pass for it."""
    others = (other for other in book.of_kind(Event) if book.also_true(event, other) or _part(event, other))
    return (event, *others)


def _part(event: Event, other: Event) -> bool:
    return event.within == other.id or other.within == event.id


def _in_a_group(text: str, fact: Fact, book: FactBank) -> str:
    """What a group of the book says of its members: of the person asked about, or of the one who is offered."""
    if not isinstance(fact, Person):
        return ""
    for group in book.of_kind(Group):
        if _told(text, group) and any(same_bearer(book, fact.full_name, member) for member in group.members):
            return f"is said of the members of “{group.id}”"
        if _told(fact.role, group) and any(same_bearer(book, text, member) for member in group.members):
            return f"is a member of “{group.id}”, of whom the same is said"
    return ""


def _told(text: str, group: Group) -> bool:
    """Whether what a text says is said of every member of a group."""
    claim = content(text)
    return bool(claim) and claim <= content(group.are)


def _same_fate(text: str, fact: Fact, book: FactBank) -> str:
    """A fate that is one of the person's own (G11), or that must not be lent (G26)."""
    if not isinstance(fact, Person) or not any(
        fold(text) == fold(owner.fate) for owner in owners(book, text) if isinstance(owner, Person)
    ):
        return ""
    if any(alike(text, own) for own in (*fact.fates, fact.fate) if own):
        return "is true of this person too"
    return "must not be said of anybody else" if "suicide" in words(text) else ""


def _in_the_range(text: str, fact: Fact, book: FactBank) -> str:
    """A number that the book gives, or holds for possible, for what is counted here."""
    value = magnitude(text)
    if not isinstance(fact, Figure) or value is None:
        return ""
    for other in book.of_kind(Figure):
        if other.id != fact.id and not (book.also_true(fact, other) or same_count(fact, other)):
            continue
        if any(magnitude(given) == value for given in (other.value, other.asked_as, other.total) if given):
            return f"is a number that “{other.id}” gives"
        span = number_range(other.range)
        if span and span[0] <= value <= span[1]:
            return f"lies in the range of “{other.id}”"
    return ""


def same_count(one: Figure, other: Figure) -> bool:
    """Whether two figures count the same thing, as far as title and unit tell."""
    return fold(one.unit) == fold(other.unit) and bool(content(one.title)) and alike(one.title, other.title)


_JUDGES: tuple[Judge, ...] = (_at_the_time, _in_a_group, _same_fate, _in_the_range)
