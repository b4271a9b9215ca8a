"""Hypothesis strategies for the values of the tool: facts of all ten kinds, banks, and what they are made of."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from worksheets.bank import Chapter, FactBank
from worksheets.dates import Date
from worksheets.facts import (
    AuthoredQuestion,
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
    Reading,
    Statement,
    Term,
    View,
)
from worksheets.problems import Source

ids = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True)
texts = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=40).filter(str.strip)
maybe = st.just("") | texts
lists = st.lists(texts, max_size=4).map(tuple)
id_lists = st.lists(ids, max_size=3, unique=True).map(tuple)
levels = st.sampled_from([1, 2, 3])
certainties = st.sampled_from(["settled", "approximate", "disputed"])


@st.composite
def dates(draw: st.DrawFn) -> Date:
    """Dates of every precision, before and after the year 1."""
    year = draw(st.integers(-9999, 9999))
    month = draw(st.none() | st.integers(1, 12))
    day = draw(st.none() | st.integers(1, 28)) if month else None
    return Date(year, month, day, draw(st.booleans()))


@st.composite
def places(draw: st.DrawFn) -> Place:
    """Places in a book, with and without numbers and pages."""
    pages = draw(st.dictionaries(st.sampled_from(["a4", "letter"]), st.from_regex(r"[1-9]\d{0,2}", fullmatch=True)))
    return Place(draw(ids), draw(maybe), draw(maybe), draw(maybe), draw(maybe), draw(maybe), pages)


def _common() -> dict[str, Any]:
    return {
        "id": ids,
        "level": levels,
        "certainty": certainties,
        "weight": st.integers(0, 9),
        "tags": lists,
        "sources": lists,
        "content_note": maybe,
        "not_with": id_lists,
        "confusable_with": id_lists,
        "place": places(),
        "source": st.builds(Source, texts, st.integers(0, 9999)),
    }


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    """Sentences with one or two blanks that lie where their offsets say."""
    pieces = draw(st.lists(texts, min_size=3, max_size=5))
    text, blanks = "", []
    for index, piece in enumerate(pieces):
        if index in (1, 3):
            blanks.append(Blank(piece, len(text), draw(maybe), draw(lists), draw(lists), draw(maybe)))
        text += piece
    passage = draw(st.none() | st.builds(Passage, texts, st.integers(1, 9)))
    common = {name: draw(strategy) for name, strategy in _common().items()}
    return Statement(text=text, blanks=tuple(blanks), passage=passage, **common)


terms = st.builds(
    Term,
    **_common(),
    term=texts,
    definition=texts,
    category=maybe,
    marks=lists,
    plural=st.booleans(),
    transparent=st.booleans(),
    native=maybe,
    transliteration=maybe,
    aliases=lists,
    example=maybe,
    non_example=maybe,
)
events = st.builds(
    Event,
    **_common(),
    title=texts,
    clause=texts,
    date=dates(),
    end=st.none() | dates(),
    short=maybe,
    why=maybe,
    category=maybe,
    location=maybe,
    people=id_lists,
    within=st.just("") | ids,
    ask=st.sampled_from(["year", "month", "day"]),
)
persons = st.builds(
    Person,
    **_common(),
    full_name=texts,
    role=texts,
    category=maybe,
    fate=maybe,
    fates=lists,
    clues=lists,
    aliases=lists,
    native=maybe,
    lived=maybe,
    gendered=st.sampled_from(["", "f", "m"]),
    surname=maybe,
)
figures = st.builds(
    Figure,
    **_common(),
    title=texts,
    text=texts,
    value=maybe,
    start=st.integers(0, 40),
    unit=maybe,
    period=maybe,
    range=maybe,
    total=maybe,
    asked_as=maybe,
    false=lists,
    series=st.lists(st.builds(Reading, texts, st.floats(-1e12, 1e12), texts), max_size=5).map(tuple),
    counted=maybe,
)
views = st.builds(
    View,
    **_common(),
    holder=texts,
    year=texts,
    on=texts,
    thesis=texts,
    work=maybe,
    school=maybe,
    evidence=maybe,
    objection=maybe,
    stress=maybe,
    against=id_lists,
)
links = st.builds(
    Link,
    **_common(),
    cause=texts,
    effect=texts,
    of=maybe,
    strength=st.sampled_from(["strong", "moderate", "weak"]),
    timescale=st.sampled_from(["", "long-term", "short-term", "trigger"]),
    label=maybe,
    how=maybe,
    marks=lists,
    limit=maybe,
)
groups = st.builds(
    Group,
    **_common(),
    of=texts,
    are=texts,
    members=lists,
    basis=maybe,
    near=lists,
    heading=maybe,
    partition=maybe,
    complete=st.booleans(),
)
misconceptions = st.builds(
    Misconception, **_common(), often=texts, true=texts, why=maybe, slot=maybe, fact=st.just("") | ids
)
authored_questions = st.builds(
    AuthoredQuestion,
    **_common(),
    item_type=st.sampled_from(["essay", "explain", "short-answer", "multiple-choice", "source-question"]),
    stem=texts,
    worth=st.integers(1, 40),
    key=maybe,
    points=lists,
    options=lists,
    bands=maybe,
    minutes=st.integers(0, 90),
    command=maybe,
    extract=maybe,
    attribution=maybe,
    inquiry=maybe,
    purpose=lists,
    value=lists,
    limitations=lists,
)

facts: st.SearchStrategy[Fact] = st.one_of(
    statements(), terms, events, persons, figures, views, links, groups, misconceptions, authored_questions
)


@st.composite
def banks(draw: st.DrawFn, *, most: int = 6) -> FactBank:
    """Banks of a few facts of any kind, no two of one id."""
    found = draw(st.lists(facts, max_size=most, unique_by=lambda fact: fact.id))
    chapters = draw(st.lists(st.builds(Chapter, ids, maybe, texts), max_size=3).map(tuple))
    return FactBank(draw(texts), tuple(found), chapters, draw(st.sampled_from(["en", "de", "ru"])))
