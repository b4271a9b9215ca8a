"""Rules for questions about what belongs to a group, as its author listed it (G14, G22, G23, H3, H9, H11)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..bank import FactBank
from ..facts import Group, Person
from ..questions import Option, Question
from ..words import content, fold, holds, words
from .bearers import bearers, same_bearer
from .finding import Finding

SIDE = 3  # members, and as many that do not belong
LONGEST = 1.3  # mean length of one side against the other
SLACK = 12  # characters by which names may differ
ARTICLES = frozenset({"a", "an", "the"})


def three_and_three(question: Question, _: FactBank) -> Iterator[Finding]:
    """Six different options, three of them right, a mark for each; the stem says the number in capitals (H1, H11)."""
    right = [option for option in question.options if option.right]
    if len(right) != SIDE or len(question.options) != 2 * SIDE:
        yield Finding("H1", f"{len(right)} of {len(question.options)} options are right", "give three and three")
    if len({fold(option.text) for option in question.options}) < len(question.options):
        yield Finding("H11", "two options say the same", "give different names")
    if "THREE" not in question.stem or question.marks != SIDE:
        yield Finding("H13", "stem and marks do not say that three are right", "ask which THREE, for three marks")


def told_by_group(question: Question, book: FactBank) -> Iterator[Finding]:
    """What is right is a member; what is wrong is listed as near, or belongs to a group that excludes this one."""
    group = book.get(question.facts[0])
    if not isinstance(group, Group):
        yield Finding("G14", "it asks about no group", "mark a group")
        return
    inside, outside = [*group.members], [*group.near]
    for other in book.of_kind(Group):
        if other.id != group.id and group.partition and other.partition == group.partition:
            outside += other.members
        elif other.id != group.id and content(group.are) <= content(other.are):
            inside += other.members
    for option in question.options:
        if option.right and not _among(option.text, group.members, book):
            yield Finding("G14", f"“{option.text}” is no member of the group", "list it, or check its spelling")
        if not option.right and (_among(option.text, inside, book) or not _among(option.text, outside, book)):
            yield Finding("H11", f"nothing says that “{option.text}” does not belong", "name it after :near:")


def odd_one(question: Question, book: FactBank) -> Iterator[Finding]:
    """Four options: three members, and one that is in no group of the book with two of them (H11, G14)."""
    group = book.get(question.facts[0])
    if not isinstance(group, Group):
        yield Finding("G14", "it asks about no group", "mark a group")
        return
    odd = next((option.text for option in question.options if option.right), "")
    three = [option.text for option in question.options if not option.right]
    if len(three) != SIDE or not all(_among(name, group.members, book) for name in three):
        yield Finding("G14", "there are not three members beside the odd one", "list three members")
    for other in book.of_kind(Group):
        if not _among(odd, other.members, book):
            continue
        if other.id == group.id or sum(_among(name, other.members, book) for name in three) > 1:
            yield Finding("H11", f"“{odd}” has something in common with the others", "name another after :near:")


def reason(question: Question, book: FactBank) -> Iterator[Finding]:
    """A mark for the odd one, one for the reason, which the stem does not say, and lines for it (G22, G28, L4)."""
    points = question.key.points
    if len(points) != question.marks or question.marks != len(("the odd one", "the reason")):
        yield Finding("G28", "there is not one mark for the odd one and one for the reason", "check the key")
    elif content(points[-1]) <= content(question.stem):
        yield Finding("G22", "the question says already what the others have in common", "make the :basis: vaguer")
    if not question.answer_lines:
        yield Finding("L4", "there are no lines for the reason", "give two")


def no_clue(question: Question, _: FactBank) -> Iterator[Finding]:
    """Neither length nor articles nor words of the stem tell members from others (H2, H3, H9)."""
    sides = [[option for option in question.options if option.right is right] for right in (True, False)]
    if not all(sides):
        return
    short, long = sorted(sum(len(option.text) for option in side) / len(side) for side in sides)
    if long > LONGEST * short and long - short > SLACK:
        yield Finding("H3", "members and others are of different length", "name some that are alike in length")
    articles = [sum(words(option.text)[0] in ARTICLES for option in side) for side in sides]
    if abs(articles[0] - articles[1]) > 1:
        yield Finding("H2", "only members, or only the others, begin with an article", "give all names one shape")
    asked = content(question.stem)
    if _shared(sides[0], asked) > _shared(sides[1], asked):
        yield Finding("H9", "only members repeat words of the stem", "name others that do so as well")


def like_names(question: Question, book: FactBank) -> Iterator[Finding]:
    """All people have forenames or none: else those that have them stand out, on whichever side they are (H2)."""
    names = [*question.bank, *(option.text for option in question.options)]
    people = any(isinstance(fact, Person) for name in names for fact in bearers(book, name))
    full = [name for name in names if _forenamed(name)]
    bare = [name for name in names if not _forenamed(name) and not _bears_it_whole(name, book)]
    if people and bare and full:
        yield Finding("H2", f"“{full[0]}” has a forename and “{bare[0]}” has none", "name all people alike")


def _bears_it_whole(name: str, book: FactBank) -> bool:
    """Whether somebody has no longer name than this one."""
    return any(isinstance(fact, Person) and fold(fact.full_name) == fold(name) for fact in bearers(book, name))


def _forenamed(name: str) -> bool:
    return len(name.split()) > 1 and all(part[0].isupper() for part in name.split())


def _shared(options: list[Option], asked: frozenset[str]) -> int:
    return max(len(asked & content(option.text)) for option in options)


def _among(name: str, names: Iterable[str], book: FactBank) -> bool:
    """Whether a name, or another name of the same, is in a list."""
    return any(same_bearer(book, name, listed) for listed in names)


def sorted_once(question: Question, book: FactBank) -> Iterator[Finding]:
    """Two or three headings of one partition; the box holds the members under them, in order, each once (G23, P4)."""
    facts = [fact for name in question.facts if isinstance(fact := book.get(name), Group)]
    listed = {fold(fact.heading): fact.members for fact in facts}
    if len({fact.partition for fact in facts}) != 1 or len(question.groups) not in (2, 3) or len(listed) < len(facts):
        yield Finding("G23", "its headings do not exclude each other", "put its groups into one :partition:")
    if len({fold(fact.of) for fact in facts}) != 1 or not holds(question.stem, facts[0].of):
        yield Finding(
            "G23", "what is sorted has no common name in the stem", "write one plural for the whole partition"
        )
    for heading in question.groups:
        members = listed.get(fold(heading.text), ())
        if not 2 <= len({*heading.members}) <= 4 or not all(_among(name, members, book) for name in heading.members):
            yield Finding("G14", f"not all under “{heading.text}” are members", "list two members or more")
        others = [name for fact in facts if fold(fact.heading) != fold(heading.text) for name in fact.members]
        if any(_among(name, others, book) for name in heading.members):
            yield Finding("G23", f"something under “{heading.text}” belongs elsewhere as well", "leave it out of one")
        if any(content(heading.text) & content(name) for name in question.bank):
            yield Finding("H9", f"a word of “{heading.text}” stands in the box", "reword the heading")
    box = [fold(name) for name in question.bank]
    answers = sorted(fold(name) for heading in question.groups for name in heading.members)
    if box != answers or len({*box}) < len(box):
        yield Finding("P4", "the box does not hold every answer once and in order", "check the members")
    if question.marks != len(box):
        yield Finding("G28", "there is not one mark for each word of the box", "check the marks")
