"""Signs that a keyboard lacks, in everything that is printed: quotation marks, and what forbids a line's end."""

from __future__ import annotations

import pytest

from build_tools.book.markup import parse, text_of
from build_tools.book.no_breaks import JOINED, bound, forbid_breaks, take_stops_in
from build_tools.book.quotes import marks_of, quotes_css, set_quotes
from build_tools.book.typography import BREAK, let_long_words_break


def quoted(html: str, language: str = "en-GB") -> str:
    """The text of a piece of HTML with its marks set."""
    root = parse(html)
    set_quotes(root, language)
    return str(root.text_content())


@pytest.mark.parametrize(("typed", "printed"), [
    ("<p>It's the rivers' mud.</p>", "It’s the rivers’ mud."),
    ("<p>He said 'no', twice.</p>", "He said ‘no’, twice."),
    ('<p>("Yes," he said)</p>', "(“Yes,” he said)"),
    ("<p>the floods of the '30s</p>", "the floods of the ’30s"),
    ("<p>the <em>Volga</em>'s mud</p>", "the Volga’s mud"),
    ("<p>called '<em>Volga</em>'</p>", "called ‘Volga’"),
    ("<svg><text><tspan>the centre</tspan><tspan>'Volga'</tspan></text></svg>", "the centre‘Volga’"),
    ("<p><code>it's</code> it's</p>", "it's it’s"),
    ("<p>It was ‘set’ by hand.</p>", "It was ‘set’ by hand."),
])  # fmt: skip
def test_a_typewriters_marks_become_a_printers(typed: str, printed: str) -> None:
    """An apostrophe is told from a mark that opens by what stands before it, in another element as well."""
    assert printed == quoted(typed)


def test_what_is_quoted_in_a_quotation_has_the_inner_marks() -> None:
    """British books quote in single marks, and in double ones inside them."""
    assert "The “old river’s” bed" == quoted("<q>The 'old river's' bed</q>")
    assert 'q { quotes: "‘" "’" "“" "”" }' == quotes_css("en-GB")


def test_each_language_has_its_own_marks() -> None:
    """One that is not known has the English ones."""
    assert "„Ja“" == quoted('<p>"Ja"</p>', "de")
    assert ("“", "”") == marks_of("xx")[:2]


@pytest.mark.parametrize(("typed", "printed"), [
    ("on 17 November", "on 17~November"), ("1.5 million", "1.5~million"), ("No. 00447", "No.~00447"),
    ("Paper 2", "Paper~2"), ("A. P. Smirnov", "A.~P.~Smirnov"), ("1937–38", "1937+–+38"), ("5 %", "5~%"),
    ("as section 4.3.1 says", "as section~4.3.1 says"),
    ("Brook et al. 1993", "Brook~et~al.~1993"),
    ("the end. The", "the end. The"), ("in 1937 he", "in 1937 he"), ("18 Novembers", "18 Novembers"),
])  # fmt: skip
def test_what_belongs_together_is_not_parted(typed: str, printed: str) -> None:
    """Days and months, numbers and what they count, initials and names, both ends of a range."""
    assert printed == bound(typed, "en-GB").replace("\N{NO-BREAK SPACE}", "~").replace(JOINED, "+")


def test_months_are_those_of_the_books_language() -> None:
    """A book in French binds French days."""
    assert "le 3\N{NO-BREAK SPACE}mars" == bound("le 3 mars", "fr")


def test_a_citation_keeps_its_year_and_a_heading_its_letters() -> None:
    """Contents and bookmarks are made of headings, so there ranges stay plain; so they do in drawings and in code."""
    root = parse("<h2>1937–38</h2><p><a>Smith 1990</a> <code>1937–38</code></p><svg><text>1937–38</text></svg>")
    forbid_breaks(root, "en")

    assert "1937–38Smith\N{NO-BREAK SPACE}1990 1937–381937–38" == root.text_content()


def test_a_stop_stands_with_the_citation_before_it() -> None:
    """So a citation that has room on a line but for its stop is parted between its works."""
    cited = '<span class="bibtex-citation">(<a>Ash 1990</a>; <a>Elm 1991</a>)</span>'
    root = parse(f"<p>It rained {cited}. It did {cited}, and {cited} it stopped.</p>")
    take_stops_in(root)

    assert ["(Ash 1990; Elm 1991).", "(Ash 1990; Elm 1991),", "(Ash 1990; Elm 1991)"] == list(map(text_of, root[0]))
    assert "It rained (Ash 1990; Elm 1991). It did" in text_of(root[0])


def test_a_word_that_is_longer_than_a_line_may_be_parted() -> None:
    """An address where its parts begin, another word anywhere; words that have room stay whole, and so do drawings."""
    word, address = "rain" * 20, "https://rivers.example.org/springs-and-wells/"
    root = parse(f"<p>{word} falls, see <a>{address}</a> as it is</p><p>{'r' * 30}</p><svg><text>{word}</text></svg>")
    let_long_words_break(root)
    paragraph, short, drawing = root

    assert word == paragraph.text.split()[0].replace(BREAK, "")
    assert max(map(len, paragraph.text.split()[0].split(BREAK))) <= 10
    assert ["https://", "rivers.", "example.", "org/", "springs-", "and-", "wells/"] == paragraph[0].text.split(BREAK)
    assert BREAK not in text_of(short) + text_of(drawing)
