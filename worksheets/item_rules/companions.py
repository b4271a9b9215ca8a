"""Whether options go with each other, by what the book knows of them (H2, H8, G5, G8, G12, G13, G15, G25, G33, G34)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ..bank import FactBank
from ..facts import Event, Fact, Figure, Link, Person, Term, View
from ..questions import Question
from ..words import fold, words
from .bearers import bearers, owners
from .finding import Finding
from .numerals import magnitude, value_of

STEPS = (1.5, 10.0)  # from one number to the next (G15), with some room for rounding
NEGATIONS = frozenset({"not", "no", "never", "nobody", "nothing", "neither", "nor"})
_YEAR = re.compile(r"\b(\d{4})(?:s|\b)")
ARTICLES = frozenset({"a", "an", "the"})
_FIRST_PERSON = re.compile(r"\b(?:[Mm]y|me|[Mm]yself)\b|\bI (?:am|was|had|have|will|do|did)\b|^I [a-z]+")


def of_one_kind(question: Question, book: FactBank) -> Iterator[Finding]:
    """Wrong options come from facts of the key's kind, terms of its number, people for whom its role fits (H2, G33)."""
    fact = book.get(question.facts[0])
    for option in question.options:
        lent = [other for other in (*owners(book, option.text), *bearers(book, option.text)) if other is not fact]
        if option.right or fact is None or not lent or value_of(option.text) is not None:
            continue
        alike = [other for other in lent if type(other) is type(fact)]
        if not isinstance(fact, Term | Person | Event | View | Link):
            continue
        if not alike:
            yield Finding("H2", f"“{option.text}” is no {fact.kind}", "give wrong answers of one kind")
        elif isinstance(fact, Term) and all(isinstance(other, Term) and other.plural != fact.plural for other in alike):
            yield Finding("H8", f"“{option.text}” differs in number", "set :number: of both, or name another rival")
        elif isinstance(fact, Person) and fact.gendered and all(_of_other_sex(fact, other) for other in alike):
            yield Finding("G33", f"the role does not fit “{option.text}”", "set :gendered: where a role fits one sex")


def in_their_time(question: Question, book: FactBank) -> Iterator[Finding]:
    """Nothing is offered of a person that was before the birth or after the death, by years that it names (H2)."""
    fact = book.get(question.facts[0])
    if not isinstance(fact, Person):
        return
    for option in question.options:
        others = [other for other in bearers(book, option.text) if isinstance(other, Person)]
        pairs = [(question.stem, other) for other in others] or [(option.text, fact)]
        if not option.right and any(_after_life(claim, person) for claim, person in pairs):
            yield Finding("H2", f"“{option.text}” is of another time", "name a rival of the time: :confusable-with:")


def articles(question: Question, _: FactBank) -> Iterator[Finding]:
    """The key is not the only phrase with an article, nor the only one without (H2, H8); sentences may begin anyhow."""
    if any(option.text.endswith((".", "?", "!")) for option in question.options):
        return
    begins = {option.text: words(option.text)[:1] and words(option.text)[0] in ARTICLES for option in question.options}
    for option in question.options:
        others = [found for text, found in begins.items() if text != option.text]
        if option.right and others and all(found != begins[option.text] for found in others):
            yield Finding(
                "H8", "only the right answer begins with an article, or only it has none", "give all one shape"
            )


def no_negation(question: Question, _: FactBank) -> Iterator[Finding]:
    """No option is another one denied (G34)."""
    bare = [tuple(word for word in words(option.text) if word not in NEGATIONS) for option in question.options]
    if len(set(bare)) < len(bare):
        yield Finding("G34", "one option denies another", "write a wrong answer of its own")


def third_person(question: Question, _: FactBank) -> Iterator[Finding]:
    """Nobody of the book speaks in a question (G25)."""
    for text in question.shown:
        if found := _FIRST_PERSON.search(text):
            yield Finding("G25", f"“{found[0]}” makes somebody speak in “{text}”", "tell it in the third person")


def as_asked(question: Question, book: FactBank) -> Iterator[Finding]:
    """Dates are as exact as the author wants, no key is transparent, a holder has a year (G5, G8, G12)."""
    fact = book.get(question.facts[0])
    right = next((option.text for option in question.options if option.right), "")
    value = value_of(right)
    if isinstance(fact, Event) and value and len(value) == 3:
        precision = {"year": 1, "month": 2, "day": 3}[fact.ask]
        if sum(map(bool, value)) != precision:
            yield Finding("G5", f"“{right}” is not the {fact.ask} that is to be asked", "set :ask:")
    if isinstance(fact, Term) and fact.transparent and fold(right) == fold(fact.term):
        yield Finding("G8", f"the words of “{fact.term}” say what it is", "ask another term")
    if isinstance(fact, View):
        holders = {fold(view.holder) for view in book.of_kind(View)}
        for option in question.options:
            if fold(option.text) in holders:
                yield Finding("G12", f"“{option.text}” has no year", "build the bank anew")
    if isinstance(fact, Link) and any(
        fold(option.text) in (fold(link.effect), fold(f"It {link.effect}"))
        for option in question.options
        for link in book.of_kind(Link)
    ):
        yield Finding("G13", "an effect is asked for among the effects of other causes", "ask for the cause")


def numbers(question: Question, book: FactBank) -> Iterator[Finding]:
    """Numbers of as many digits, each 2 to 10 times the one before, none above the whole, unless the author's (G15)."""
    fact = book.get(question.facts[0])
    if not isinstance(fact, Figure):
        return
    own = {magnitude(text) for text in fact.false}
    values = [value for option in question.options if (value := magnitude(option.text)) is not None]
    if all(magnitude(option.text) in own for option in question.options if not option.right):
        return
    for lower, higher in pairwise(sorted(values)):
        if not lower or not STEPS[0] <= higher / lower <= STEPS[1]:
            yield Finding("G15", f"{lower:g} and {higher:g} are too near or too far apart", "write :false: numbers")
    if len({len(f"{value:g}".replace(".", "").strip("0")) for value in values if value < 10**6}) > 1:
        yield Finding("G15", "the numbers are not equally exact", "write :false: numbers, or :asked-as:")
    whole = magnitude(fact.total) if fact.total else None
    if whole is not None and max(values, default=0) > whole:
        yield Finding("G15", f"a number is larger than the whole, {fact.total}", "write :false: numbers")


def _after_life(claim: str, person: Person) -> bool:
    told, lived = ([int(year) for year in _YEAR.findall(text)] for text in (claim, person.lived))
    return len(lived) > 1 and bool(told) and (min(told) > lived[-1] or max(told) < lived[0])


def _of_other_sex(person: Person, other: Fact) -> bool:
    return isinstance(other, Person) and other.gendered != person.gendered


RULES = (of_one_kind, in_their_time, articles, no_negation, third_person, as_asked, numbers)
