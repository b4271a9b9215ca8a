"""Who belongs to a group of the book and who surely does not (rules G14, G23, H11): members are never searched for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..bank import FactBank
from ..facts import Event, Group, Person, Term, View
from ..words import alike, fold, romanised
from .giveaways import Pairs, cues, forms_of, spellings_of, together
from .index import index_of
from .item_type import Material
from .names import names


def one_thing(book: FactBank, name: str, other: str) -> bool:
    """Whether two names may mean the same: a shared surname is enough to keep them apart."""
    ours = {romanised(form) for form in forms_of(book, name)}
    return not ours.isdisjoint(romanised(form) for form in forms_of(book, other))


def belongs(book: FactBank, name: str, group: Group) -> bool:
    """Whether the name is a member by this group, or by another that says as much of its members."""
    return any(
        one_thing(book, name, member)
        for other in book.of_kind(Group)
        if other.id == group.id or alike(other.are, group.are)
        for member in other.members
    )


def outsiders(group: Group, material: Material) -> tuple[str, ...]:
    """Names that surely do not belong: those of ``near``, then the members of groups that exclude this one."""
    names = dict.fromkeys(group.near)
    for other in partners(group, material.taught):
        if fold(other.of) == fold(group.of):
            names |= dict.fromkeys(other.members)
    return tuple(name for name in names if not belongs(material.book, name, group))


def named_alike(book: FactBank, names: Sequence[str]) -> tuple[str, ...] | None:
    """The names as they are printed side by side: all people with forenames, or none (rule H2).

    Where forenames stand beside bare surnames the latter become full names. None where the book has no longer name.
    """
    people = [_person(book, name) for name in names]
    if not any(people) or not any(map(_full, names)) or all(map(_full, names)):
        return tuple(names)
    printed = [person.full_name if person else name for name, person in zip(names, people, strict=True)]
    bare = [not person and not _full(name) for name, person in zip(names, people, strict=True)]
    return None if any(bare) else tuple(printed)


def _full(name: str) -> bool:
    parts = name.split()
    return len(parts) > 1 and all(part[0].isupper() for part in parts)


def _person(book: FactBank, name: str) -> Person | None:
    match index_of(book).named.get(fold(name), ()):
        case [Person() as person]:
            return person
    return None


def partners(group: Group, bank: FactBank) -> Iterator[Group]:
    """The other groups of its partition, which exclude it and each other."""
    for other in bank.of_kind(Group):
        if group.partition and other.partition == group.partition and other.id != group.id and lent(other):
            yield other


def told_with(group: Group, names: Sequence[str], bank: FactBank) -> tuple[Group, ...]:
    """Groups that exclude this one and to which two or more of the names belong: whoever knows one can tell the other.

    A question that prints these names speaks of these groups as well, so no other of its sheet asks about them (H12).
    """
    return tuple(
        other
        for other in partners(group, bank)
        if sum(any(one_thing(bank, name, member) for member in other.members) for name in names) > 1
    )


def lent(group: Group) -> bool:
    """Whether it may stand in a question of another group."""
    return group.weight > 0 and not group.disputed


def what_is(book: FactBank, name: str, group: Group) -> str:
    """For the key, what a name is that does not belong; empty where the book does not say.

    That is the heading of the group that excludes this one, else the person's role and fate, the term's meaning, the
    event's date, or whose work of which year a book is.
    """
    for other in partners(group, book):
        if other.heading and any(one_thing(book, name, member) for member in other.members):
            return other.heading
    found = [fact for fact in index_of(book).named.get(fold(name), ()) if not fact.disputed]
    match found:
        case [Person() as person]:
            return f"{person.role}; {person.fate}" if person.fate else person.role
        case [Term() as term]:
            return term.definition
    for event in book.of_kind(Event):
        if fold(name) in (fold(event.title), fold(event.short)) and not event.disputed:
            return event.date_label
    works = (view for view in book.of_kind(View) if view.work and fold(name) in map(fold, names(view)))
    return next((_by_whom(view, name) for view in works), "")


def _by_whom(view: View, name: str) -> str:
    """Of a book its author and year, of an author the book and its year."""
    return view.holder_label if fold(name) == fold(view.work) else f"{view.work} ({view.year})"


def member_pairs(book: FactBank, group: Group, members: tuple[str, ...]) -> Pairs:
    """What gives away that they belong: a name beside a word by which the group would be known again (rule H12)."""
    names = dict.fromkeys(form for member in members for form in spellings_of(book, member))
    return together(names, cues(book, group.are, group.heading))
