"""Hypothesis strategies for banks that are rich enough to be asked: classes, neighbours, relations, chapters."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations, product

from hypothesis import strategies as st

from worksheets.bank import Chapter, FactBank
from worksheets.dates import Date
from worksheets.facts import (
    Blank,
    Certainty,
    Event,
    Fact,
    Figure,
    Group,
    Link,
    Misconception,
    Passage,
    Person,
    Place,
    Statement,
    Term,
    View,
)
from worksheets.item_types import Material

NOUNS = [
    "harbour",
    "lantern",
    "meadow",
    "bridge",
    "furnace",
    "barrel",
    "garden",
    "window",
    "kettle",
    "tunnel",
    "market",
    "ribbon",
    "castle",
    "desert",
]
QUALITIES = [
    "broken",
    "silent",
    "golden",
    "narrow",
    "hollow",
    "purple",
    "distant",
    "modern",
    "frozen",
    "gentle",
    "secret",
    "wooden",
]
DEEDS = [
    "carried",
    "guarded",
    "painted",
    "measured",
    "followed",
    "repaired",
    "covered",
    "divided",
    "polished",
    "watched",
]
FIRST_NAMES = ["Mara", "Tilo", "Bruna", "Pavel", "Selma", "Joris", "Wanda", "Kasper"]
SURNAMES = ["Quist", "Lomax", "Verhoeven", "Dabrowski", "Hale", "Pinter", "Roux", "Sorrel", "Tamm", "Ziegler"]
FATES = ("drowned at sea", "retired to a farm", "was exiled", "was exiled to an island", "died in a duel")
CHAPTERS = tuple(Chapter(f"0{number}", str(number), f"Part {number}") for number in (1, 2, 3))

# Hypothesis takes its time over every choice, and over making a strategy. So what can be told in one choice is one, and
# strategies are made once.
THINGS = tuple(f"{quality} {noun}" for quality, noun in product(QUALITIES, NOUNS))
PHRASES = tuple(f"{thing} that {deed} the {noun}" for thing, deed, noun in product(THINGS, DEEDS, NOUNS))
DEALINGS = tuple(f"{deed} {noun}" for deed, noun in product(DEEDS, NOUNS))
# How facts of all kinds stand in the book: chapter, weight, certainty.
STANDINGS = tuple(product(CHAPTERS, [1, 1, 1, 1, 2, 0], [*["settled"] * 5, "approximate", "disputed"]))

nouns, qualities, deeds, things, phrases, dealings, surnames, first_names, standings = map(
    st.sampled_from, (NOUNS, QUALITIES, DEEDS, THINGS, PHRASES, DEALINGS, SURNAMES, FIRST_NAMES, STANDINGS)
)
seeds = st.text(max_size=8)
kinds_of_person = st.sampled_from(["keeper", "maker"])
kinds_of_term = st.sampled_from(tuple(product(["tool", "vessel"], [False] * 3 + [True], [False] * 3 + [True])))
marks_of_terms = st.sampled_from([(), ("it stands in the open field", "it keeps the cattle dry")])
lives = st.sampled_from(tuple(product(["", "1801-1866", "1815-1890", "1901-1950"], ["", "", "", "f"])))
fates = st.sampled_from(["", *FATES])
years = st.integers(1900, 1925)
months = st.sampled_from([None, *range(1, 13), *[None] * 11])
spans = st.sampled_from(tuple(product([False] * 9 + [True], [None] * 16 + [0, 1, 2, 3])))  # about, years to the end
unlike_nouns = st.lists(nouns, min_size=4, max_size=6, unique=True)
kinds_of_blank = st.sampled_from(tuple(product(["place", "reason"], ["", "", "one", "two"])))
years_of_views = st.integers(1900, 1990)
strengths = st.sampled_from(["strong", "weak"])
counts = st.integers(2, 10**6)
totals = st.sampled_from([*[0] * 5, 1, 2, 3, 4, 5])  # how many times the value; 0 is no total
peoples = st.permutations([*SURNAMES, *FIRST_NAMES])
# members, names that are near, basis, whether it has a heading, partition
shapes_of_groups = st.sampled_from(
    tuple(product([3, 4, 5, 6], [0, 3, 5], ["", "worked in the same valley"], [False, True], ["", "work"]))
)


def _term(draw: st.DrawFn, index: int) -> Term:
    category, plural, transparent = draw(kinds_of_term)
    return Term(
        id=f"term-{index}",
        term=draw(dealings),
        definition=f"a {draw(phrases)}",
        category=category,
        plural=plural,
        transparent=transparent,
        marks=draw(marks_of_terms),
    )


def _person(draw: st.DrawFn, index: int) -> Person:
    surname, fate = draw(surnames), draw(fates)
    lived, gendered = draw(lives)
    return Person(
        id=f"person-{index}",
        full_name=f"{draw(first_names)} {surname}",
        surname=surname,
        role=f"the {draw(phrases)}".replace(" that ", " keeper who "),
        category=draw(kinds_of_person),
        lived=lived,
        gendered=gendered,
        fate=fate,
        fates=(fate,) if fate else (),
    )


def _event(draw: st.DrawFn, index: int) -> Event:
    year, thing = draw(years), draw(things)
    about, length = draw(spans)
    return Event(
        id=f"event-{index}",
        title=f"the fall of the {thing}",
        clause=f"the {thing} fell into the river",
        date=Date(year, draw(months), about=about),
        end=None if length is None else Date(year + length),
        category="fall",
    )


def _statement(draw: st.DrawFn, index: int) -> Statement:
    start, answer, *false = draw(unlike_nouns)
    kind, passage = draw(kinds_of_blank)
    text = f"In the {draw(qualities)} valley the {start} was {draw(deeds)} beside the {answer}."
    blank = Blank(answer, text.rindex(answer), kind, tuple(false))
    return Statement(
        id=f"statement-{index}", text=text, blanks=(blank,), passage=Passage(passage, index) if passage else None
    )


def _view(draw: st.DrawFn, index: int) -> View:
    thesis = f"the {draw(things)} {draw(deeds)} every {draw(nouns)}"
    return View(
        id=f"view-{index}",
        holder=draw(surnames),
        year=str(draw(years_of_views)),
        on="why the tower fell",
        thesis=thesis,
    )


def _link(draw: st.DrawFn, index: int) -> Link:
    return Link(
        id=f"link-{index}",
        cause=f"the {draw(things)}",
        effect=f"{draw(deeds)} the town",
        of="the flood",
        label=f"the {draw(things)}",
        how=f"Somebody {draw(deeds)} it before the rain came.",
        strength=draw(strengths),
        marks=("water rose behind the wall", "the wall had been weakened before"),
    )


def _figure(draw: st.DrawFn, index: int) -> Figure:
    value, times = draw(counts), draw(totals)
    before = f"In the {draw(qualities)} valley stood about "
    text = f"{before}{value:,} houses with a {draw(nouns)}."
    total = f"{value * times:,}" if times else ""
    return Figure(id=f"figure-{index}", title="houses", text=text, value=f"{value:,}", start=len(before), total=total)


def _misconception(draw: st.DrawFn, index: int) -> Misconception:
    noun = draw(nouns)
    return Misconception(id=f"error-{index}", often=f"The {noun} was lost.", true=f"The {noun} was sold in the spring.")


def _group(draw: st.DrawFn, index: int) -> Group:
    names, thing = draw(peoples), draw(things)
    size, near, basis, headed, partition = draw(shapes_of_groups)
    return Group(
        id=f"group-{index}",
        of="people",
        are=f"{draw(deeds)} the {thing}",
        basis=basis,
        members=tuple(names[:size]),
        near=tuple(names[size : size + near]),
        heading=f"The {thing.split()[1]}" if headed else "",
        partition=partition,
    )


_KINDS = (_group, _term, _person, _event, _statement, _view, _link, _figure, _misconception)


@st.composite
def banks(draw: st.DrawFn, *, most: int = 9) -> FactBank:
    """Banks of several kinds of fact, in three chapters, with relations between facts of one kind."""
    facts: list[Fact] = []
    for kind in _KINDS:
        found = [kind(draw, index) for index in range(draw(st.integers(0, most)))]
        ids = [fact.id for fact in found]
        # What a fact is confusable with (in a third, nothing), and what it may not stand beside (in two thirds).
        few = [(), *permutations(ids, 1), *permutations(ids, 2)]
        confusable = st.sampled_from([*few, *[()] * (len(few) // 2)])
        apart = st.sampled_from([*few, *[()] * 2 * len(few)])
        facts += [_standing(fact, draw(standings), draw(confusable), draw(apart)) for fact in found]
    return FactBank("A book", tuple(facts), CHAPTERS)


def _standing(
    fact: Fact, standing: tuple[Chapter, int, Certainty], confusable: tuple[str, ...], not_with: tuple[str, ...]
) -> Fact:
    chapter, weight, certainty = standing
    return replace(
        fact,
        not_with=tuple(other for other in not_with if other != fact.id),
        confusable_with=tuple(other for other in confusable if other not in (fact.id, *not_with)),
        weight=weight,
        certainty=certainty,
        place=Place(chapter=chapter.name, chapter_number=chapter.number, section=f"{chapter.number}.1"),
    )


@st.composite
def materials(draw: st.DrawFn) -> Material:
    """Material of which a class has met one chapter or more."""
    book = draw(banks())
    taught = book.within(chapter.name for chapter in CHAPTERS[: draw(st.integers(1, 3))])
    return Material(book, taught, taught, draw(seeds))
