"""Hypothesis strategies for banks that are rich enough to be asked: classes, neighbours, relations, chapters."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from worksheets.bank import Chapter, FactBank
from worksheets.dates import Date
from worksheets.facts import (
    Blank,
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

nouns, qualities, deeds = st.sampled_from(NOUNS), st.sampled_from(QUALITIES), st.sampled_from(DEEDS)
seeds = st.text(max_size=8)
kinds_of_person = st.sampled_from(["keeper", "maker"])


def _phrase(article: str) -> st.SearchStrategy[str]:
    return st.builds(
        lambda quality, noun, deed, other: f"{article} {quality} {noun} that {deed} the {other}",
        qualities,
        nouns,
        deeds,
        nouns,
    )


@st.composite
def _terms(draw: st.DrawFn, index: int) -> Term:
    return Term(
        id=f"term-{index}",
        term=draw(st.builds(lambda deed, noun: f"{deed} {noun}", deeds, nouns)),
        definition=draw(_phrase("a")),
        category=draw(st.sampled_from(["tool", "vessel"])),
        plural=draw(st.booleans()) and draw(st.booleans()),
        transparent=draw(st.booleans()) and draw(st.booleans()),
        marks=draw(st.sampled_from([(), ("it stands in the open field", "it keeps the cattle dry")])),
    )


@st.composite
def _people(draw: st.DrawFn, index: int) -> Person:
    surname = draw(st.sampled_from(SURNAMES))
    fate = draw(st.sampled_from(["", *FATES]))
    return Person(
        id=f"person-{index}",
        full_name=f"{draw(st.sampled_from(FIRST_NAMES))} {surname}",
        surname=surname,
        role=draw(_phrase("the")).replace(" that ", " keeper who "),
        category=draw(kinds_of_person),
        lived=draw(st.sampled_from(["", "1801-1866", "1815-1890", "1901-1950"])),
        gendered=draw(st.sampled_from(["", "", "", "f"])),
        fate=fate,
        fates=(fate,) if fate else (),
    )


@st.composite
def _events(draw: st.DrawFn, index: int) -> Event:
    year = draw(st.integers(1900, 1925))
    month = draw(st.none() | st.integers(1, 12))
    quality, noun = draw(qualities), draw(nouns)
    return Event(
        id=f"event-{index}",
        title=f"the fall of the {quality} {noun}",
        clause=f"the {quality} {noun} fell into the river",
        date=Date(year, month, about=draw(st.integers(0, 9)) == 0),
        end=Date(year + draw(st.integers(0, 3))) if draw(st.integers(0, 4)) == 0 else None,
        category="fall",
    )


@st.composite
def _statements(draw: st.DrawFn, index: int) -> Statement:
    start, answer, *false = draw(st.lists(nouns, min_size=4, max_size=6, unique=True))
    text = f"In the {draw(qualities)} valley the {start} was {draw(deeds)} beside the {answer}."
    blank = Blank(answer, text.rindex(answer), draw(st.sampled_from(["place", "reason"])), tuple(false))
    passage = Passage(draw(st.sampled_from(["one", "two"])), index) if draw(st.booleans()) else None
    return Statement(id=f"statement-{index}", text=text, blanks=(blank,), passage=passage)


@st.composite
def _views(draw: st.DrawFn, index: int) -> View:
    thesis = f"the {draw(qualities)} {draw(nouns)} {draw(deeds)} every {draw(nouns)}"
    holder, year = draw(st.sampled_from(SURNAMES)), str(draw(st.integers(1900, 1990)))
    return View(id=f"view-{index}", holder=holder, year=year, on="why the tower fell", thesis=thesis)


@st.composite
def _links(draw: st.DrawFn, index: int) -> Link:
    return Link(
        id=f"link-{index}",
        cause=f"the {draw(qualities)} {draw(nouns)}",
        effect=f"{draw(deeds)} the town",
        of="the flood",
        label=f"the {draw(qualities)} {draw(nouns)}",
        how=f"Somebody {draw(deeds)} it before the rain came.",
        strength=draw(st.sampled_from(["strong", "weak"])),
        marks=("water rose behind the wall", "the wall had been weakened before"),
    )


@st.composite
def _figures(draw: st.DrawFn, index: int) -> Figure:
    value = draw(st.integers(2, 10**6))
    before, noun = f"In the {draw(qualities)} valley stood about ", draw(nouns)
    text = f"{before}{value:,} houses with a {noun}."
    total = f"{value * draw(st.integers(1, 5)):,}" if draw(st.booleans()) else ""
    return Figure(id=f"figure-{index}", title="houses", text=text, value=f"{value:,}", start=len(before), total=total)


@st.composite
def _misconceptions(draw: st.DrawFn, index: int) -> Misconception:
    noun = draw(nouns)
    return Misconception(id=f"error-{index}", often=f"The {noun} was lost.", true=f"The {noun} was sold in the spring.")


@st.composite
def _groups(draw: st.DrawFn, index: int) -> Group:
    names = draw(st.permutations([*SURNAMES, *FIRST_NAMES]))
    size = draw(st.integers(3, 6))
    noun = draw(nouns)
    return Group(
        id=f"group-{index}",
        of="people",
        are=f"{draw(deeds)} the {draw(qualities)} {noun}",
        basis=draw(st.sampled_from(["", "worked in the same valley"])),
        members=tuple(names[:size]),
        near=tuple(names[size : size + draw(st.sampled_from([0, 3, 5]))]),
        heading=draw(st.sampled_from(["", f"The {noun}"])),
        partition=draw(st.sampled_from(["", "work"])),
    )


_KINDS = (_groups, _terms, _people, _events, _statements, _views, _links, _figures, _misconceptions)


@st.composite
def banks(draw: st.DrawFn, *, most: int = 9) -> FactBank:
    """Banks of several kinds of fact, in three chapters, with relations between facts of one kind."""
    facts: list[Fact] = []
    for kind in _KINDS:
        facts += [draw(kind(index)) for index in range(draw(st.integers(0, most)))]
    related = []
    for fact in facts:
        like = [other.id for other in facts if type(other) is type(fact) and other.id != fact.id]
        some = st.lists(st.sampled_from(like), max_size=2, unique=True) if like else st.just([])
        not_with = tuple(draw(some)) if draw(st.integers(0, 2)) == 0 else ()
        confusable = tuple(other for other in draw(some) if other not in not_with)
        chapter = draw(st.sampled_from(CHAPTERS))
        related.append(
            replace(
                fact,
                not_with=not_with,
                confusable_with=confusable,
                weight=draw(st.sampled_from([1, 1, 1, 1, 2, 0])),
                certainty=draw(st.sampled_from(["settled"] * 5 + ["approximate", "disputed"])),
                place=Place(chapter=chapter.name, chapter_number=chapter.number, section=f"{chapter.number}.1"),
            )
        )
    return FactBank("A book", tuple(related), CHAPTERS)


@st.composite
def materials(draw: st.DrawFn) -> Material:
    """Material of which a class has met one chapter or more."""
    book = draw(banks())
    taught = book.within(chapter.name for chapter in CHAPTERS[: draw(st.integers(1, 3))])
    return Material(book, taught, taught, draw(seeds))
