"""Counting sentences, words and syllables."""

from __future__ import annotations

import pytest

from build_tools.readability.measures import measure, sentences_of, syllables, words_of


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Water rises. It falls again.", ["Water rises.", "It falls again."]),
        ("J. Arch Brook counted pebbles. He was exact.", ["J. Arch Brook counted pebbles.", "He was exact."]),
        ("See no. 5 on p. 7. Then stop!", ["See no. 5 on p. 7.", "Then stop!"]),
        ("Is it so? 'Yes.' It is.", ["Is it so?", "'Yes.'", "It is."]),
        ("It fell by 2.5 per cent. In 1900 it rose", ["It fell by 2.5 per cent.", "In 1900 it rose"]),
        ("", []),
    ],
)
def test_a_paragraph_is_parted_where_sentences_end(text, sentences):
    """Initials, short forms and decimal points end no sentence; what is left over at the end is one."""
    assert sentences == sentences_of(text)


def test_a_number_or_a_word_with_a_hyphen_is_one_word():
    """Words are counted as a reader counts them."""
    assert ["681,692", "half-empty", "boats", "didn’t", "move"] == words_of("681,692 half-empty boats didn’t move.")


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("rain", 1),
        ("river", 2),
        ("evaporation", 5),
        ("stone", 1),
        ("table", 2),
        ("moved", 1),
        ("wanted", 2),
        ("1934", 1),
    ],
)
def test_syllables_are_runs_of_vowels(word, count):
    """A silent "e" at the end of a word is none."""
    assert count == syllables(word)


def test_the_index_is_that_of_flesch_and_kincaid():
    """Worked by hand: 10 words, 2 sentences, 12 syllables: 0.39 x 5 + 11.8 x 1.2 - 15.59."""
    measured = measure(["The river moves the stones.", "Rain falls on hilly land."])

    assert (10, 2, 5.0, 0.0) == (measured.words, measured.sentences, measured.mean, measured.long)
    assert measured.grade == pytest.approx(0.39 * 5 + 11.8 * 1.2 - 15.59)


def test_the_share_of_long_sentences_counts_those_over_25_words():
    """Twenty-five words are not long, twenty-six are."""
    assert 0.5 == measure(["word " * 25, "word " * 26]).long


def test_nothing_has_no_grade():
    """A chapter without a sentence is no fault."""
    assert 0.0 == measure([]).grade
