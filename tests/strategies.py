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


# Of every precision, before and after the year 1.
months_and_days = st.tuples(st.integers(1, 12), st.none() | st.integers(1, 28))
dates = st.builds(
    lambda year, within, about: Date(year, *within, about),
    st.integers(-9999, 9999),
    st.just((None, None)) | months_and_days,
    st.booleans(),
)
folios = st.integers(1, 999).map(str)
places = st.builds(
    Place, ids, maybe, maybe, maybe, maybe, maybe, st.dictionaries(st.sampled_from(["a4", "letter"]), folios)
)
COMMON: dict[str, Any] = {
    "id": ids,
    "level": levels,
    "certainty": certainties,
    "weight": st.integers(0, 9),
    "tags": lists,
    "sources": lists,
    "content_note": maybe,
    "not_with": id_lists,
    "confusable_with": id_lists,
    "place": places,
    "source": st.builds(Source, texts, st.integers(0, 9999)),
}


def _statement(pieces: list[str], options: list[Any], **more: Any) -> Statement:
    """A sentence with one or two blanks that lie where their offsets say."""
    starts = [sum(map(len, pieces[:index])) for index in range(len(pieces))]
    blanks = [Blank(pieces[at], starts[at], *options[at // 2]) for at in (1, 3) if at < len(pieces)]
    return Statement(text="".join(pieces), blanks=tuple(blanks), **more)


statements = st.builds(
    _statement,
    pieces=st.lists(texts, min_size=3, max_size=5),
    options=st.lists(st.tuples(maybe, lists, lists, maybe), min_size=2, max_size=2),
    passage=st.none() | st.builds(Passage, texts, st.integers(1, 9)),
    **COMMON,
)


terms = st.builds(
    Term,
    **COMMON,
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
    **COMMON,
    title=texts,
    clause=texts,
    date=dates,
    end=st.none() | dates,
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
    **COMMON,
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
    **COMMON,
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
    **COMMON,
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
    **COMMON,
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
    **COMMON,
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
    Misconception, **COMMON, often=texts, true=texts, why=maybe, slot=maybe, fact=st.just("") | ids
)
authored_questions = st.builds(
    AuthoredQuestion,
    **COMMON,
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
    statements, terms, events, persons, figures, views, links, groups, misconceptions, authored_questions
)


# Of a few facts of any kind, no two of one id.
banks = st.builds(
    FactBank,
    texts,
    st.lists(facts, max_size=6, unique_by=lambda fact: fact.id).map(tuple),
    st.lists(st.builds(Chapter, ids, maybe, texts), max_size=3).map(tuple),
    st.sampled_from(["en", "de", "ru"]),
)
