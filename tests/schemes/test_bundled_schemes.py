"""The mark schemes that come with the tool: whole, dated, and honest about what they are."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from worksheets.mark_schemes import bundled_schemes, matching

ROOT = Path(__file__).parent.parent.parent
SCHEMES = bundled_schemes()
COMPONENTS = [(scheme, component) for scheme in SCHEMES for component in scheme.components]

each_scheme = pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.id)
each_component = pytest.mark.parametrize(
    ("scheme", "component"), COMPONENTS, ids=[f"{scheme.id}/{component.id}" for scheme, component in COMPONENTS]
)


@pytest.mark.parametrize(
    ("name", "marks", "edges"),
    [
        ("ib-history-paper-1/comprehension-3", 3, []),
        ("ib-history-paper-1/message-2", 2, []),
        ("ib-history-paper-1/value-and-limitations-4", 4, []),
        ("ib-history-paper-1/compare-and-contrast-6", 6, ["5-6", "3-4", "1-2", "0"]),
        ("ib-history-paper-1/sources-and-knowledge-9", 9, ["7-9", "4-6", "1-3", "0"]),
        ("ib-history-paper-2/essay-15", 15, ["13-15", "10-12", "7-9", "4-6", "1-3", "0"]),
        ("aqa-7042-2n/sources-30", 30, ["25-30", "19-24", "13-18", "7-12", "1-6", "0"]),
        ("aqa-7042-2n/essay-25", 25, ["21-25", "16-20", "11-15", "6-10", "1-5", "0"]),
        ("five-levels/essay-20", 20, ["17-20", "13-16", "9-12", "5-8", "1-4", "0"]),
        ("five-levels/paragraph-10", 10, ["9-10", "7-8", "5-6", "3-4", "1-2", "0"]),
    ],
)
def test_marks_and_bands_are_those_of_the_paper(name, marks, edges):
    """Each kind of question with its marks and the edges of its bands."""
    ((_, component),) = matching(name, SCHEMES)

    assert component.marks == marks
    assert [band.label for band in component.bands] == edges


@pytest.mark.parametrize(
    ("scheme_id", "marks", "validity"),
    [
        ("ib-history-paper-1", 24, "May 2017 to November 2027"),
        ("ib-history-paper-2", 30, "May 2017 to November 2027"),
        ("aqa-7042-2n", 80, "from June 2017"),
        ("five-levels", 0, "always"),
    ],
)
def test_papers_have_their_marks_and_dates(scheme_id, marks, validity):
    """The whole paper, all answers together."""
    scheme = next(scheme for scheme in SCHEMES if scheme.id == scheme_id)

    assert (scheme.marks, scheme.validity) == (marks, validity)


@each_scheme
def test_a_scheme_says_whose_words_it_has(scheme):
    """That of an awarding body names its document and sends the reader to the current guide."""
    assert scheme.note
    if scheme.awarding_body:
        assert "our own words; check the awarding body's current guide" in scheme.note
        assert scheme.document
        assert scheme.year
        assert scheme.subject
        assert scheme.unsure
        assert scheme.valid_from


@each_component
def test_each_band_says_what_to_look_for(scheme, component):
    """All but the band for nothing; where there are no bands, the component itself does."""
    bare = [band.label for band in component.bands if band.least and not band.look_for]

    assert bare == []
    assert component.bands or component.look_for


@each_component
def test_no_two_bands_say_the_same(scheme, component):
    """Each descriptor is its own."""
    doubled = [text for text, times in Counter(band.descriptor for band in component.bands).items() if times > 1]

    assert doubled == []


@each_scheme
def test_texts_are_plain(scheme):
    """Values only: no markup, for rendering comes later; every sentence is closed."""
    texts = [scheme.note, *scheme.unsure]
    for component in scheme.components:
        texts += [component.points, *component.look_for]
        texts += [text for band in component.bands for text in (band.descriptor, *band.look_for)]
    faulty = [text for text in texts if text and (re.search(r"[<>*_`\[\]]", text) or not text.endswith("."))]

    assert faulty == []


def test_every_short_id_means_one_component():
    """A chapter can name each of them without its paper."""
    assert all(len(matching(component.id, SCHEMES)) == 1 for _, component in COMPONENTS)


def test_the_book_names_schemes_that_exist():
    """Every :bands: of the chapters is found."""
    named = {
        name
        for path in (ROOT / "book").glob("*.md")
        for name in re.findall(r"^:bands: *(\S+)", path.read_text("utf-8"), re.MULTILINE)
    }

    assert named
    assert [name for name in named if len(matching(name, SCHEMES)) != 1] == []
