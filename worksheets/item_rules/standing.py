"""Whether what a question prints stands by itself: nothing leans on a sentence of the book (G2, G3, G10, G16, G35)."""

from __future__ import annotations

from collections.abc import Iterator

from ..bank import FactBank
from ..dates import MONTHS
from ..facts import Event, Person, Term
from ..happenings import no_happening
from ..questions import Question
from ..words import holds, words
from .bearers import owners
from .finding import Finding

# "It", "they" and "these" may look back to the stem or forward to the rows; one person may not.
LEANING = frozenset({"he", "she", "his", "her"})
_MONTHS = frozenset(month.casefold() for month in MONTHS if month != "May")
LINKING = frozenset({"however", "therefore", "moreover", "furthermore", "nevertheless", "thus", "consequently"})
HAPPENING = ("took place", "the year of", "the date of")  # what is said of a happening only
FEWEST = 4  # members of a class that lends wrong answers: with fewer, the same ones come again and again


def alone(question: Question, _: FactBank) -> Iterator[Finding]:
    """No stem and no option begins with a word for which another sentence is needed (G16)."""
    for text in (question.stem, *(option.text for option in question.options)):
        first = next(iter(words(text)), "")
        if first in LEANING or first in LINKING:
            yield Finding("G16", f"“{text}” leans on another sentence", "name the person or thing itself")


def happenings(question: Question, book: FactBank) -> Iterator[Finding]:
    """What is said to have taken place is a happening, no body and no document (G2)."""
    if not any(phrase in question.stem for phrase in HAPPENING):
        return
    asked = [fact for fact in map(book.get, question.facts) if fact]
    offered = [
        fact for text in (*(option.text for option in question.options), *question.rows) for fact in owners(book, text)
    ]
    for title in {fact.title for fact in (*asked, *offered) if isinstance(fact, Event)}:
        if (kind := no_happening(title)) and any(holds(text, title) for text in question.shown):
            yield Finding("G2", f"“{title}” names {kind}, and none takes place", "say what happened to it")


def by_clause(question: Question, book: FactBank) -> Iterator[Finding]:
    """A year is asked of what happened, in a clause; of a title only where the clause tells a date itself (G3)."""
    for fact in map(book.get, question.facts):
        if not isinstance(fact, Event) or any(map(str.isdigit, fact.clause)) or set(words(fact.clause)) & _MONTHS:
            continue
        for text in (question.stem, *(part.text for part in question.parts)):
            if any(holds(text, f"{asked} {fact.title}") for asked in ("the year of", "the date of")):
                yield Finding("G3", f"“{text}” bends what happened into a noun", "ask the clause")


def one_role(question: Question, book: FactBank) -> Iterator[Finding]:
    """A role by which somebody is asked for is one claim, and nobody else's (G10)."""
    for fact in filter(None, map(book.get, question.facts)):
        if not isinstance(fact, Person) or holds(question.stem, fact.full_name) or not holds(question.stem, fact.role):
            continue
        if ";" in fact.role:
            yield Finding("G10", f"the role of {fact.full_name} makes two claims", "keep one of them")
        others = [other for other in owners(book, fact.role) if isinstance(other, Person) and other.id != fact.id]
        if others:
            yield Finding("G10", f"“{fact.role}” is the role of {others[0].full_name} as well", "say what differs")


def full_class(question: Question, book: FactBank) -> Iterator[Finding]:
    """A class of terms that lends all wrong options has four members or more (G35); what is mixed up may be of any."""
    fact = book.get(question.facts[0])
    if not isinstance(fact, Term) or not fact.category or not question.options:
        return
    wrong = [option for option in question.options if not option.right]
    lent = [
        other
        for option in wrong
        for other in owners(book, option.text)
        if isinstance(other, Term) and other.category == fact.category and not _mixed_up(fact, other)
    ]
    members = [other for other in book.of_kind(Term) if (other.category, other.plural) == (fact.category, fact.plural)]
    if len(lent) == len(wrong) and len(members) < FEWEST:
        yield Finding(
            "G35", f"the class “{fact.category}” has only {len(members)} members", "widen it, or name :confusable-with:"
        )


def _mixed_up(one: Term, other: Term) -> bool:
    return other.id in one.confusable_with or one.id in other.confusable_with


RULES = (alone, happenings, by_clause, one_role, full_class)
