"""The plain text of a marked-up text is what a reader of the page reads."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.mark.plain import Span, plain


@pytest.mark.parametrize(
    ("marked_up", "expected"),
    [
        ("the *Origin* of **all** species", "the Origin of all species"),
        ("the _Origin_ of snake_case_names", "the Origin of snake_case_names"),
        ("***both*** at once", "both at once"),
        ("2 * 3 * 4 is 24", "2 * 3 * 4 is 24"),
        (r"a \*starred\* word", "a *starred* word"),
        ("`code` and ``more`` code", "code and more code"),
        ("Tea &amp; cake", "Tea & cake"),
        ("[linked](https://example.org) words", "linked words"),
        ('[linked](https://example.org "title") words', "linked words"),
        ("`linked <https://example.org>`_ words", "linked words"),
        ("<https://example.org>", "https://example.org"),
        ("[кулак]{lang=ru} and more", "кулак and more"),
        ("a word[^note] and more", "a word and more"),
        ("a word [#note]_ and more", "a word and more"),
        ("a picture ![of a cat](cat.png) here", "a picture  here"),
        ("a fact {cite:p}`smith2001`.", "a fact."),
        ("a fact {cite:p}`smith2001,jones1999` here", "a fact here"),
        ("a fact :cite:p:`smith2001`.", "a fact."),
        ("{fact:ref}`that night <murder>` was cold", "that night was cold"),
        (":fact:ref:`that night <murder>` was cold", "that night was cold"),
        ("{ref}`the next chapter <next>`", "the next chapter"),
        ("{abbr}`NATO (North Atlantic Treaty Organization)` met", "NATO met"),
        ("H{sub}`2`O", "H2O"),
        ("two\n   lines", "two lines"),
        ("", ""),
    ],
)
def test_markup_is_taken_out(marked_up, expected):
    """Emphasis, links, notes and citations of MyST and reStructuredText leave the words that a reader reads."""
    assert expected == plain(marked_up).text


@pytest.mark.parametrize("role", ["{blank}", ":blank:"])
def test_marked_words_are_found_where_they_stand(role):
    """Offsets count characters of the plain text, behind markup that has been taken out."""
    found = plain(f"  The *small* {role}`ribosomes` make {role}`*E. coli* proteins` .")

    assert "The small ribosomes make E. coli proteins ." == found.text
    assert (Span("blank", "ribosomes", 10), Span("blank", "E. coli proteins", 25)) == found.spans


@pytest.mark.parametrize("marked_up", ["{blank}`x", "{value}46", "{fact:ref}", "a {cite:p} b", ":blank:`x"])
def test_a_role_that_is_left_open_is_told(marked_up):
    """An author who forgets a backtick is told so, and the words do not vanish."""
    assert plain(marked_up).unclosed != ""


def test_a_reference_without_words_is_told():
    """A worksheet cannot look a title up, so the reference has to bring its words."""
    assert "{fact:ref}`murder`" == plain("after {fact:ref}`murder` came").wordless


@given(st.lists(st.from_regex(r"[A-Za-z0-9,.;'’é–]{1,8}", fullmatch=True), min_size=1).map(" ".join))
def test_words_without_markup_stay_as_they_are(text):
    """Nothing is taken out of a text that has no markup."""
    assert text == plain(text).text


@given(st.text(max_size=60))
def test_every_text_can_be_read(text):
    """No text makes the reader fail, and every span lies where it says."""
    found = plain(text)

    assert [found.text[span.start : span.start + len(span.text)] for span in found.spans] == [
        span.text for span in found.spans
    ]
