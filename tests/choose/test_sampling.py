"""The ranks that everything is chosen by."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worksheets.sampling import LOTS, choose, lot, rank, ranked, sample

seeds = st.text(max_size=20)
names = st.lists(st.text(max_size=12), unique=True, max_size=40)


def itself(name: str) -> str:
    return name


def test_a_rank_is_the_same_everywhere():
    """The rank of a name under a seed is fixed for good: old sheets depend on it (rule S1)."""
    # printf '\0\0\0\4seed\0\0\0\1a\0\0\0\1b' | sha256sum
    expected = 0xD6AED7FAAECEC02BAAA3A7E052415CDF38928564BAAA396CE70264E760647223

    assert rank("seed", "a", "b") == expected


@given(seeds, st.text(max_size=9), st.text(max_size=9))
def test_parts_of_a_name_do_not_run_together(seed, one, other):
    """("ab", "c") and ("a", "bc") have different ranks."""
    joined, apart = rank(seed, one + other), rank(seed, one, other)

    assert joined != apart


def test_a_lot_is_the_same_everywhere():
    """A lot is the lower 64 bits of the rank, made odd; old sheets depend on it (rule S1)."""
    assert lot("seed", "a", "b") == 0xE70264E760647223


@given(st.lists(st.text(max_size=12), unique=True, max_size=40), seeds)
def test_ranks_by_lot_are_ranks(candidates, seed):
    """Different names have different ranks under every seed, none above the highest lot."""
    ranks = {lot(seed) * lot(name) & LOTS for name in candidates}

    assert len(ranks) == len({lot(name) for name in candidates})
    assert all(0 <= rank <= LOTS for rank in ranks)


@given(seeds, names)
def test_candidates_stand_in_the_order_of_their_ranks(seed, candidates):
    """What is ranked in bulk is ranked as one by one."""
    assert ranked(seed, candidates, itself) == sorted(candidates, key=lambda name: lot(seed) * lot(name) & LOTS)


def test_every_order_comes_up_as_often_as_any_other():
    """Over 3,000 seeds the six orders of three names pass a chi-square test (0.999 quantile)."""
    for trial in range(5):
        candidates = [f"{name} {trial}" for name in ("one", "two", "three")]
        orders = Counter(tuple(ranked(f"seed {number}", candidates, itself)) for number in range(3_000))

        assert len(orders) == 6
        assert sum((count - 500) ** 2 / 500 for count in orders.values()) < 20.5  # 5 degrees of freedom


@given(seeds, names, st.randoms())
def test_the_order_of_candidates_is_of_no_account(seed, candidates, rng):
    """Facts may be moved about in the book without altering an old sheet."""
    shuffled = candidates[:]
    rng.shuffle(shuffled)

    assert ranked(seed, candidates, itself) == ranked(seed, shuffled, itself)


@given(seeds, names, st.integers(0, 40), st.integers(0, 40))
def test_a_longer_sample_begins_with_the_shorter(seed, candidates, count, more):
    """Asking for more keeps what was chosen before."""
    shorter = sample(seed, candidates, count, itself)
    longer = sample(seed, candidates, count + more, itself)

    assert longer[: len(shorter)] == shorter


@given(seeds, names, st.text(min_size=13, max_size=14), st.integers(0, 40))
def test_one_more_candidate_alters_at_most_one_choice(seed, candidates, new, count):
    """A fact added to the book takes at most one place in an old sample (rule S2)."""
    before = sample(seed, candidates, count, itself)
    after = sample(seed, [*candidates, new], count, itself)

    assert len(set(before) - set(after)) <= 1
    assert set(after) - set(before) <= {new}


@given(seeds, names, st.integers(0, 40))
def test_nothing_is_chosen_twice(seed, candidates, count):
    """A sample holds each candidate once, and as many as there are."""
    chosen = sample(seed, candidates, count, itself)

    assert len(set(chosen)) == len(chosen) == min(count, len(candidates))


def test_a_negative_count_is_an_error():
    """Nobody can have minus one question."""
    with pytest.raises(ValueError, match="-1"):
        sample("seed", ["a"], -1, itself)


@given(seeds, st.lists(st.text(max_size=12), min_size=1, unique=True))
def test_one_text_is_chosen_from_those_given(seed, candidates):
    """A choice is one of the candidates, whatever their order."""
    chosen = choose(seed, candidates)

    assert chosen in candidates
    assert chosen == choose(seed, candidates[::-1])
