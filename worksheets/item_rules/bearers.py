"""Who bears a name or says a text, in the whole book: by aliases, by other ways to write a name, by either spelling."""

from __future__ import annotations

from collections import defaultdict

from ..bank import FactBank
from ..fact_texts import texts
from ..facts import AuthoredQuestion, Event, Fact, Figure, Person, Term, View
from ..words import fold, romanised


def bearers(book: FactBank, name: str) -> tuple[Person | Term, ...]:
    """The people and terms that a name can mean, however it is written."""
    return book.once(_bearers).get(romanised(name), ())


def same_bearer(book: FactBank, one: str, other: str) -> bool:
    """Whether two names are the same, or may mean the same person or term."""
    ours = {fact.id for fact in bearers(book, one)}
    return romanised(one) == romanised(other) or any(fact.id in ours for fact in bearers(book, other))


def names_of(fact: Fact) -> tuple[str, ...]:
    """Every name of a person or term."""
    match fact:
        case Person():
            return tuple(filter(None, (fact.full_name, fact.surname, *fact.aliases, fact.native)))
        case Term():
            return tuple(filter(None, (fact.term, *fact.aliases, fact.native, fact.transliteration)))
    return ()


def namesakes(book: FactBank, fact: Fact) -> tuple[Fact, ...]:
    """The fact and all others of its kind that bear its whole name."""
    given = names_of(fact)[:1]
    found = {other.id: other for name in given for other in bearers(book, name) if type(other) is type(fact)}
    return tuple({fact.id: fact, **found}.values())


def told_of(book: FactBank, fact: Fact) -> frozenset[str]:
    """The texts of a fact as questions print them, folded; not the wrong ones that its author wrote into it."""
    return book.once_about(fact, _told)


def owners(book: FactBank, text: str) -> tuple[Fact, ...]:
    """All facts that say a text, folded or not."""
    return tuple(book[fact_id] for fact_id in book.once(_owners).get(fold(text), ()))


def _bearers(book: FactBank) -> dict[str, tuple[Person | Term, ...]]:
    found: defaultdict[str, dict[str, Person | Term]] = defaultdict(dict)
    people: tuple[Person | Term, ...] = book.of_kind(Person)
    for fact in (*people, *book.of_kind(Term)):
        for name in names_of(fact):
            found[romanised(name)][fact.id] = fact
    return {name: tuple(facts.values()) for name, facts in found.items()}


def _owners(book: FactBank) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for fact in book:
        for text in told_of(book, fact):
            found[text].append(fact.id)
    return found


def _told(_: FactBank, fact: Fact) -> frozenset[str]:
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
