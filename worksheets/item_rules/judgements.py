"""Whether a statement to be judged is as true as its key says, held against the book (H11, P3, G3, G17, G29)."""

from __future__ import annotations

from collections.abc import Iterator

from ..bank import FactBank
from ..facts import Event, Fact, Misconception, Person, Statement
from ..questions import Question
from ..words import alike, fold, holds
from .also_true import why_true
from .bearers import namesakes
from .finding import Finding

ANEW = "build the bank anew"


def as_true_as_said(question: Question, book: FactBank) -> Iterator[Finding]:
    """A true statement says what its fact says; a false one differs in one slot, and no fact makes it true."""
    fact, said = book.get(question.facts[0]), question.key.answer == "True"
    if fact is None:
        return
    right, wrong = _versions(question.stem, fact, book)
    if fold(question.stem) in right:
        if not said:
            yield Finding("H11", "the key calls false what the book says", ANEW)
    elif said:
        yield Finding("H11", "the key calls true what the book does not say", ANEW)
    elif fold(question.stem) not in wrong:
        yield Finding("P3", "it differs from the truth in more than one slot", ANEW)
    elif why := _why_true(question.stem, fact, book):
        yield Finding("H11", f"the statement that the key calls false {why}", "write another wrong filler")
    if (
        not said
        and isinstance(fact, Statement)
        and not any(
            question.stem[len(fact.text) // 2 :].find(filler) >= 0 for blank in fact.blanks for filler in blank.false
        )
    ):
        yield Finding("G17", "the wrong words stand in what the sentence speaks about", "move the blank to the end")


def _versions(stem: str, fact: Fact, book: FactBank) -> tuple[set[str], set[str]]:
    """The folded sentences that the fact makes true, and those that differ from it in one slot."""
    match fact:
        case Statement():
            wrong = {
                fact.text[: blank.start] + filler + fact.text[blank.end :]
                for blank in fact.blanks
                for filler in blank.false
            }
            return {fold(fact.text)}, {*map(fold, wrong)}
        case Event():
            dates = (fact.date.label, fact.date.year_label, fact.date.label.split(" ", 1)[-1])
            dated = {form for date in dates for form in _dated(fact, date)}
            others = {date for other in book.of_kind(Event) for date in _dates(other) if holds(stem, date)}
            return dated, {form for date in others for form in _dated(fact, date)} - dated
        case Person():
            own = {fold(f"{fact.full_name} was {found.role}") for found in _people(namesakes(book, fact))}
            roles = {fold(f"{fact.full_name} was {other.role}") for other in book.of_kind(Person)}
            return own, roles - own
        case Misconception():
            return {fold(fact.true)}, {fold(fact.often)}
    return set(), {fold(stem)}


def _why_true(stem: str, fact: Fact, book: FactBank) -> str:
    match fact:
        case Statement():
            told = any(fold(other.text) == fold(stem) for other in book.of_kind(Statement))
            return "is what another statement says" if told else ""
        case Event():
            known = (date for other in book.of_kind(Event) for date in _dates(other) if holds(stem, date))
            date = next(date for date in known if fold(stem) in _dated(fact, date))
            return why_true(date, "", fact, book)
        case Person():
            role = next(o.role for o in book.of_kind(Person) if fold(stem) == fold(f"{fact.full_name} was {o.role}"))
            return why_true(role, fact.role, fact, book)
        case Misconception():
            return "is all that its correction says" if alike(fact.often, fact.true) and not fact.slot else ""
    return ""


def _dated(event: Event, date: str) -> set[str]:
    return {
        fold(form)
        for word in ("in", "on")
        for form in (f"{event.clause} {word} {date}", f"this happened {word} {date}: {event.clause}")
    }


def _dates(event: Event) -> tuple[str, ...]:
    month = event.date.label.split(" ", 1)[-1] if event.date.day else event.date.label
    return (event.date.label, month, event.date.year_label)


def _people(facts: tuple[Fact, ...]) -> list[Person]:
    return [fact for fact in facts if isinstance(fact, Person)]


def slot_named(question: Question, book: FactBank) -> Iterator[Finding]:
    """The correction names what is right, where a blank or a role was exchanged (R8)."""
    fact = book.get(question.facts[0])
    if question.key.answer == "False" and isinstance(fact, Statement):
        told = " ".join((*question.key.points, *question.key.notes))
        if not any(holds(told, blank.answer) for blank in fact.blanks):
            yield Finding("R8", "the key does not say which word is right", ANEW)
