"""The facts of one bank as questions look them up: by class, by time, by what they are about. Made once for a bank."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable
from functools import cached_property
from typing import TypeVar

from ..bank import FactBank
from ..fact_texts import texts
from ..facts import Event, Fact, Group, Link, Person, Statement, Term, View
from ..words import STOP_WORDS, content, fold, romanised, words
from .names import names

F = TypeVar("F", bound=Fact)
K = TypeVar("K", bound=Hashable)


class BankIndex:
    """Look-ups in one bank. Facts of weight 0 and disputed facts are never lent to a question of another fact."""

    def __init__(self, bank: FactBank) -> None:
        self.bank = bank

    @cached_property
    def terms(self) -> dict[tuple[str, bool], tuple[Term, ...]]:
        """Terms by class and number (rule G35)."""
        return grouped(self._lent(Term), lambda term: (term.category, term.plural))

    @cached_property
    def people(self) -> dict[str, tuple[Person, ...]]:
        """People by class."""
        return grouped(self._lent(Person), lambda person: person.category)

    def born_between(self, first: int, last: int) -> tuple[Person, ...]:
        """People who are known to have been born in these years, eldest first."""
        years, people = self._births
        return people[bisect_left(years, first) : bisect_right(years, last)]

    @cached_property
    def _births(self) -> tuple[list[int], tuple[Person, ...]]:
        known = [(year, person.id, person) for person in self._lent(Person) if (year := born(person)) is not None]
        known.sort(key=lambda entry: entry[:2])
        return [year for year, _, _ in known], tuple(person for _, _, person in known)

    @cached_property
    def timeline(self) -> tuple[Event, ...]:
        """Events whose date is settled and exact, earliest first."""
        dated = [event for event in self._lent(Event) if datable(event)]
        return tuple(sorted(dated, key=lambda event: (event.date.first, event.id)))

    @cached_property
    def when(self) -> dict[str, int]:
        """The place of each event in the timeline, by its id."""
        return {event.id: place for place, event in enumerate(self.timeline)}

    def around(self, event: Event, reach: int) -> tuple[Event, ...]:
        """The event and so many next to it in the timeline on either side; none if it has no place there."""
        place = self.when.get(event.id)
        return () if place is None else self.timeline[max(0, place - reach) : place + reach + 1]

    @cached_property
    def views(self) -> dict[str, tuple[View, ...]]:
        """Views by the question they answer; a view may be disputed, for it is always asked with its holder."""
        return grouped(self._weighty(View), lambda view: fold(view.on))

    @cached_property
    def links(self) -> dict[str, tuple[Link, ...]]:
        """Links by what they are a cause or result of; those that name it and have a short label."""
        return grouped((link for link in self._weighty(Link) if link.of and link.label), lambda link: fold(link.of))

    @cached_property
    def passages(self) -> dict[str, tuple[Statement, ...]]:
        """Statements of each passage in their order."""
        runs = grouped((fact for fact in self._lent(Statement) if fact.passage), lambda fact: _run(fact)[0])
        return {name: tuple(sorted(run, key=_run)) for name, run in runs.items()}

    @cached_property
    def named(self) -> dict[str, tuple[Fact, ...]]:
        """People, terms, causes and views by their names, folded, whatever their weight and certainty."""
        found: defaultdict[str, list[Fact]] = defaultdict(list)
        for fact in (*self.bank.of_kind(Person), *self.bank.of_kind(Term), *self.bank.of_kind(Link)):
            for name in dict.fromkeys(map(fold, names(fact))):
                found[name].append(fact)
        for view in self.bank.of_kind(View):
            found[fold(view.holder_label)].append(view)
        return {name: tuple(facts) for name, facts in found.items()}

    @cached_property
    def romanised(self) -> dict[str, tuple[Fact, ...]]:
        """The same facts by what all ways of writing a name in Latin letters have in common."""
        found: defaultdict[str, dict[str, Fact]] = defaultdict(dict)
        for name, facts in self.named.items():
            found[romanised(name)] |= {fact.id: fact for fact in facts}
        return {name: tuple(facts.values()) for name, facts in found.items()}

    @cached_property
    def memberships(self) -> dict[str, tuple[Group, ...]]:
        """Groups by the names of their members, romanised."""
        found: defaultdict[str, list[Group]] = defaultdict(list)
        for group in self.bank.of_kind(Group):
            for member in group.members:
                found[romanised(member)].append(group)
        return {name: tuple(groups) for name, groups in found.items()}

    @cached_property
    def sentences(self) -> frozenset[str]:
        """All statements, folded: what the book says in so many words."""
        return frozenset(fold(statement.text) for statement in self.bank.of_kind(Statement))

    def related(self, event: Event) -> tuple[Event, ...]:
        """The event and all that share a word of their texts with it or that an author has set in relation to it."""
        ids = {event.id, event.within, *self.barred_from.get(event.id, ()), *self._parts.get(event.id, ())}
        for word in content(f"{event.title} {event.clause}"):
            ids |= self._events_by_word.get(word, set())
        return tuple(other for fact_id in sorted(ids) if isinstance(other := self.bank.get(fact_id), Event))

    @cached_property
    def _parts(self) -> dict[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for event in self.bank.of_kind(Event):
            found[event.within].append(event.id)
        return found

    @cached_property
    def _events_by_word(self) -> dict[str, set[str]]:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for event in self.bank.of_kind(Event):
            for word in content(f"{event.title} {event.clause}"):
                found[word].add(event.id)
        return found

    def mixed_up_with(self, fact: Fact) -> tuple[Fact, ...]:
        """Facts of this bank in a ``confusable-with`` of this one, whichever of the two says so."""
        ids = dict.fromkeys((*fact.confusable_with, *self._named_by.get(fact.id, ())))
        return tuple(other for fact_id in ids if (other := self.bank.get(fact_id)) is not None)

    @cached_property
    def barred_from(self) -> dict[str, frozenset[str]]:
        """For each fact that has such a relation the ids in a ``not-with`` with it, whichever of the two says so."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for fact in self.bank:
            for other_id in fact.not_with:
                found[fact.id].add(other_id)
                found[other_id].add(fact.id)
        return {fact_id: frozenset(ids) for fact_id, ids in found.items()}

    @cached_property
    def _named_by(self) -> dict[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for fact in self.bank:
            for other_id in fact.confusable_with:
                found[other_id].append(fact.id)
        return found

    @cached_property
    def spread(self) -> Counter[str]:
        """For each word, in how many facts it is used."""
        count: Counter[str] = Counter()
        for fact in self.bank:
            count.update({word for text in texts(fact) for word in words(text)})
        return count

    def rarest(self, text: str, number: int) -> tuple[str, ...]:
        """The words of a text that fewest facts use, by which a reader would know it again."""
        candidates = {
            word for word in words(text) if word not in STOP_WORDS and (len(word) > 3 or any(map(str.isdigit, word)))
        }
        return tuple(sorted(candidates, key=lambda word: (self.spread[word], word))[:number])

    def _weighty(self, kind: type[F]) -> Iterable[F]:
        return (fact for fact in self.bank.of_kind(kind) if fact.weight > 0)

    def _lent(self, kind: type[F]) -> Iterable[F]:
        return (fact for fact in self._weighty(kind) if not fact.disputed)


def index_of(bank: FactBank) -> BankIndex:
    """The index of a bank, made at the first call."""
    return bank.once(BankIndex)


def grouped(facts: Iterable[F], name: Callable[[F], K]) -> dict[K, tuple[F, ...]]:
    """Facts under what they have in common, in the order they come in."""
    found: defaultdict[K, list[F]] = defaultdict(list)
    for fact in facts:
        found[name(fact)].append(fact)
    return {key: tuple(members) for key, members in found.items()}


def datable(event: Event) -> bool:
    """Whether the event's date can be the answer to a question."""
    return event.certainty == "settled" and not event.date.about and not (event.end and event.end.about)


def born(person: Person) -> int | None:
    """The year of birth, where ``lived`` begins with one."""
    year = person.lived.strip()[:4]
    return int(year) if year.isdigit() and len(year) == 4 else None


def _run(statement: Statement) -> tuple[str, int]:
    assert statement.passage is not None
    return (statement.passage.name, statement.passage.order)
