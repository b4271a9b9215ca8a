"""How texts are compared."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from worksheets.words import alike, content, fold, holds


def test_case_accents_and_stops_do_not_count():
    """Texts are compared word by word, folded (P6)."""
    assert fold("Élan’s  Order No. 5!") == "elan s order no 5"


def test_a_large_number_is_one_word():
    """The comma of thousands is no stop, so that "140,000" and "111,000" have nothing in common (H9)."""
    assert content("about 140,000 stars") & content("111,000") == frozenset()


def test_a_word_is_found_only_whole():
    """A word inside another is not found: "star" is not in "start" (H12)."""
    assert holds("The star was seen.", "STAR")
    assert not holds("The start was seen.", "star")
    assert not holds("anything", "")


def test_forms_of_one_word_are_alike():
    """The beginnings of longer words are compared, so that "observed" gives "observation" away (H9)."""
    assert content("observed") == content("observation")


def test_a_text_within_another_is_taken_to_be_true_of_the_same_thing():
    """What is said in fewer words is not offered as wrong beside what is said in more (H11)."""
    assert alike("the head of the observatory", "the first head of the royal observatory")
    assert not alike("the head of the observatory", "the head of the school")


@given(st.text())
def test_folding_twice_changes_nothing(text):
    """Folding is settled at once, so folded texts can be compared with folded texts."""
    assert fold(fold(text)) == fold(text)
