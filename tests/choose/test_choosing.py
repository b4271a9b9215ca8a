"""Who waits for which part of a sheet, and in what order."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ask.bank import BOOK
from worksheets.blueprint import Part
from worksheets.choosing import FEW, ROUND, Pool, Queues
from worksheets.facts import Fact, Term

PARTS = tuple(Part(kind, count=1) for kind in ("multiple-choice", "true-false", "cloze", "matching", "short-answer"))
POOL = Pool(BOOK, PARTS)
seeds = st.text("abcdef0123456789", min_size=1, max_size=8)
quickly = settings(max_examples=25, deadline=None)


def queue(pool: Pool, seed: str, part: int, way: str) -> list[Fact]:
    _, places = Queues(pool, seed).waiting(part, way)
    return [pool.facts[place] for place in places]


def all_queues(pool: Pool, seed: str) -> dict[tuple[int, str], list[Fact]]:
    return {(part, way): queue(pool, seed, part, way) for part, members in enumerate(pool.members) for way in members}


@quickly
@given(seeds)
def test_a_fact_waits_for_one_way_of_each_part_that_suits_it(seed):
    """Nobody stands in two queues of one part, and nobody who can be asked is left out."""
    queues = all_queues(POOL, seed)
    for part, patterns in enumerate(POOL.patterns):
        waiting = Counter(fact.id for (queued, _), facts in queues.items() if queued == part for fact in facts)

        assert waiting == Counter(fact.id for fact, ways in zip(POOL.facts, patterns, strict=True) if ways)


@quickly
@given(seeds)
def test_a_part_turns_to_its_own_facts_first(seed):
    """In each queue those whose home the part is stand before the others."""
    queues = Queues(POOL, seed)
    for part in range(len(PARTS)):
        at_home = [queues.home(place) == part for place in queues.suited(part)]

        assert at_home == sorted(at_home, reverse=True)


@quickly
@given(seeds)
def test_one_more_fact_leaves_the_order_of_the_others(seed):
    """A new fact stands in one queue of each part; without it all queues are as they were (rule S2)."""
    new = Term(id="new", term="quixotry", definition="the habit of tilting at mills", marks=("at mills", "a habit"))
    wider = all_queues(Pool((*BOOK, new), PARTS), seed)

    assert {name: [fact for fact in facts if fact != new] for name, facts in wider.items()} == all_queues(POOL, seed)


def test_every_fact_comes_first_as_often_as_any_other():
    """Over 2,000 seeds the counts of who comes first pass a chi-square test (0.999 quantile)."""
    terms = [Term(id=f"term-{number}", term="t", definition="d") for number in range(40)]
    pool = Pool(terms, (Part("matching", count=1),))
    first = Counter(queue(pool, f"seed {number}", 0, "term-definition")[0].id for number in range(2_000))
    expected = 2_000 / len(terms)

    assert sum((first[term.id] - expected) ** 2 / expected for term in terms) < 72.1  # 39 degrees of freedom


def test_a_heavy_fact_comes_first_more_often():
    """A fact of weight 3 among nine others of weight 1 comes first about three times in twelve."""
    terms = [Term(id=f"term-{number}", term="t", definition="d") for number in range(10)]
    pool = Pool([replace(terms[0], weight=3), *terms[1:]], (Part("matching", count=1),))
    first = sum(queue(pool, f"seed {number}", 0, "term-definition")[0].id == "term-0" for number in range(2_000))

    # 3.29 standard deviations each way: a 99.9 % band.
    assert abs(first - 500) <= 3.29 * (2_000 * 0.25 * 0.75) ** 0.5


@pytest.mark.parametrize(("facts", "pause"), [(1, 8 * ROUND), (2, 4 * ROUND), (FEW, ROUND), (30, ROUND)])
def test_a_way_with_few_facts_pauses_longer(facts, pause):
    """A way of one fact takes its turn in every eighth round only."""
    terms = [Term(id=f"term-{number}", term="t", definition="d") for number in range(facts)]
    pool = Pool(terms, (Part("matching", count=1),))

    assert Queues(pool, "seed").waiting(0, "term-definition")[0] == pause


def test_facts_of_weight_nothing_are_not_in_the_pool():
    """Weight 0 keeps a fact in the book and off the sheets."""
    assert Pool([replace(fact, weight=0) for fact in BOOK], PARTS).facts == []
