"""Mark schemes: what a file may say, and what is said to a slip of the pen."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from worksheets.dates import Date
from worksheets.mark_schemes import (
    Band,
    bundled_schemes,
    find_scheme,
    mark_scheme_from,
    matching,
    nearest,
    read_mark_scheme,
    read_schemes,
    schemes_beside,
    validity_warning,
)
from worksheets.mark_schemes.bands import gaps_and_overlaps, marks_range
from worksheets.problems import Faults
from worksheets.yaml_source import parse_yaml

SCHEME = """\
id: mine
title: My essays
valid-from: 2024
valid-through: 2026-06
components:
- id: essay-6
  kind: essay
  marks: 6
  bands:
  - {marks: 4-6, descriptor: Argues., look-for: [A judgement., Evidence.]}
  - {marks: 1 to 3, descriptor: Tells.}
  - {marks: 0, descriptor: Nothing.}
- id: reasons-2
  title: Two reasons
  kind: short-answer
  marks: 2
  points: one mark for each reason
"""


def read(text: str):
    return mark_scheme_from(parse_yaml(text, "mine.yaml"), "mine.yaml", own=True)


def faults(text: str) -> list[str]:
    with pytest.raises(Faults) as caught:
        read(text)
    return [str(problem) for problem in caught.value.problems]


def test_a_scheme_says_how_answers_are_marked():
    """Bands with their marks, points, dates and titles are read as they are written."""
    scheme = read(SCHEME)
    essay, reasons = scheme.components

    assert (scheme.id, scheme.title, scheme.own) == ("mine", "My essays", True)
    assert (scheme.valid_from, scheme.valid_through) == (Date(2024), Date(2026, 6))
    assert essay.bands == (
        Band(4, 6, "Argues.", ("A judgement.", "Evidence.")),
        Band(1, 3, "Tells."),
        Band(0, 0, "Nothing."),
    )
    assert [band.label for band in essay.bands] == ["4-6", "1-3", "0"]
    assert (reasons.title, reasons.points, reasons.bands) == ("Two reasons", "one mark for each reason", ())
    assert (essay.title, essay.marks, essay.answers) == ("essay-6", 6, 1)


def test_an_answer_has_one_band():
    """Each number of marks is in one band; more than there are is in none."""
    essay = read(SCHEME).components[0]

    assert [band and band.label for band in map(essay.band, range(8))] == [
        "0", "1-3", "1-3", "1-3", "4-6", "4-6", "4-6", None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "instead", "message"),
    [
        ("marks: 4-6", "marks: 4-5", "10: no band holds 6 marks; add a band for them, or write “marks: 4-6” here"),
        ("marks: 4-6", "marks: 4-7", "10: the highest band is “4-7” and the component has 6 marks; write “marks: 4-6”"),
        ("1 to 3", "1-2", "11: no band holds 3 marks; add a band for them, or write “marks: 1-3” here"),
        ("1 to 3", "1-4", "11: the band “1-4” holds marks that a band above it holds; write “marks: 1-3”"),
        ("1 to 3", "4-6", "11: the band “4-6” holds marks that a band above it holds; leave this band out"),
        ("marks: 0,", "marks: 0-1,", "12: the band “0-1” holds marks that a band above it holds; write “marks: 0”"),
        ("  - {marks: 0, descriptor: Nothing.}\n", "", "11: no band holds 0 marks; add “- marks: 0” at the end"),
        ("1 to 3", "3-1", "11: “3-1” is no range of marks; write the lowest and the highest mark, as “13-15”"),
        ("1 to 3", "few", "11: “few” is no range of marks"),
        ("marks: 6\n", "marks: none\n", "8: “marks” is 'none'; write a whole number from 1 to 200"),
        ("  marks: 6\n", "", "6: “marks” is missing; write a line such as “marks: 15”"),
        ("descriptor: Tells.", "look-for: x", "11: “descriptor” is missing"),
        ("marks: 1 to 3, ", "", "11: “marks” is missing; write a line such as “marks: 13-15”"),
        ("kind: essay", "kind: esay", "7: there is no kind of question “esay”; write “essay”"),
        ("kind: essay", "kind: x", "7: there is no kind of question “x”; write one of essay, explain, source-question"),
        ("  kind: essay\n", "", "6: “kind” is missing; write one of essay"),
        ("essay-6", "Essay 6", "6: “Essay 6” cannot be an id; write small letters a to z"),
        ("id: reasons-2", "id: essay-6", "13: two components are called “essay-6”; rename one"),
        ("  points: one mark for each reason\n", "", "13: this component has no bands and no points; write either"),
        ("  marks: 2\n", "  marks: 2\n  bands: []\n", "13: this component has both bands and points"),
        ("points: one mark for each reason", "points:", "17: “points” is missing; write a line such as"),
        ("id: mine", "id: other", "1: the scheme “other” stands in a file called “mine.yaml”; call the file"),
        ("id: mine\n", "", "1: “id” is missing; write a line such as “id: my-essays”"),
        ("title: My essays", "titel: x", "2: unknown setting “titel” in the mark scheme; write “title”"),
        ("valid-from: 2024", "valid-from: May 2024", "3: “valid-from” is “May 2024”; write a year, month or day"),
        ("valid-from: 2024", "valid-from: 2024~", "3: “valid-from” is “2024~”"),
        ("valid-from: 2024", "valid-from: 20244", "3: “valid-from” is “20244”"),
        ("valid-from: 2024", "valid-from: 0024", "3: “valid-from” is “0024”"),
        ("valid-from: 2024", "valid-from: [2024]", "3: “valid-from” is a list; write plain words"),
        (
            "valid-from: 2024",
            "valid-from: 2026-07",
            "4: “valid-through” (June 2026) is before “valid-from” (July 2026)",
        ),
        ("title: My essays", "title: My essays\nmarks: 9", "3: the paper has 9 marks and its components add up to 8"),
        ("title: My essays", "title: My essays\nyear: 215", "3: “year” is 215; write a whole number from 1950 to 2100"),
    ],
)
def test_a_fault_is_told_with_its_line(written, instead, message):
    """One thing is changed in a sound file; the place of that change is named, and what to write."""
    assert written in SCHEME
    expected = f"mine.yaml:{message}".replace("“", '"').replace("”", '"')

    assert [fault for fault in faults(SCHEME.replace(written, instead, 1)) if fault.startswith(expected)]


def test_all_faults_are_told_at_once():
    """Every slip in a file is named, each with its line."""
    found = faults(SCHEME.replace("1 to 3", "few").replace("kind: essay", "kind: esay").replace("id: mine", "id: I"))

    assert [fault.split(": ")[0] for fault in found] == ["mine.yaml:1", "mine.yaml:7", "mine.yaml:11"]


def test_bands_from_the_lowest_up_are_one_fault():
    """Whoever turned the list upside down is told so once, not once for each band."""
    upside_down = [Band(0, 0, ""), Band(1, 3, ""), Band(4, 6, "")]

    assert [what for _, what, _ in gaps_and_overlaps(upside_down, 6)] == ["the bands go from the lowest to the highest"]


@st.composite
def covers(draw: st.DrawFn) -> tuple[int, list[Band]]:
    """Marks, and bands that hold 0 to these marks once each, from the highest down."""
    marks = draw(st.integers(1, 40))
    starts = sorted({0, *draw(st.lists(st.integers(1, marks), max_size=6))}, reverse=True)
    ends = [marks, *(start - 1 for start in starts)]
    return marks, [Band(start, end, "") for start, end in zip(starts, ends, strict=False)]


@given(covers())
def test_bands_without_gap_or_overlap_have_no_fault(cover):
    """However many marks there are and wherever the bands part."""
    marks, bands = cover

    assert list(gaps_and_overlaps(bands, marks)) == []


@given(covers(), st.data())
def test_any_gap_or_overlap_is_found(cover, data):
    """A band left out, or one with another edge, is a fault."""
    marks, bands = cover
    index = data.draw(st.integers(0, len(bands) - 1))
    band = bands[index]
    ranges = st.tuples(st.integers(0, 45), st.integers(0, 45)).map(sorted).map(tuple)
    least, most = data.draw(ranges.filter(lambda edges: edges != (band.least, band.most)))
    other = [*bands[:index], Band(least, most, ""), *bands[index + 1 :]]
    fewer = [*bands[:index], *bands[index + 1 :]]

    assert list(gaps_and_overlaps(other, marks))
    assert len(bands) == 1 or list(gaps_and_overlaps(fewer, marks))


@pytest.mark.parametrize(
    ("written", "expected"),
    [("13-15", (13, 15)), ("13–15", (13, 15)), ("13 to 15", (13, 15)), ("0", (0, 0)), ("15-13", None), ("-1", None),
     ("1-", None), ("", None), ("1000", None)],
)  # fmt: skip
def test_a_range_of_marks_is_read(written, expected):
    """With hyphen, dash or "to", or one mark alone."""
    assert marks_range(written) == expected


@given(st.text(max_size=200))
def test_no_text_brings_the_reader_down(text):
    """Whatever stands in the file: a scheme, or faults that can be read."""
    try:
        assert read(text).components
    except Faults as found:
        assert found.problems


values = st.recursive(
    st.none() | st.integers() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "kind", "marks", "bands", "points", "descriptor"]), inner, max_size=5)
    ),
    max_leaves=9,
)
names = st.sampled_from(["id", "title", "valid-from", "valid-through", "marks", "year", "unsure", "components"])


@given(st.dictionaries(names, values))
def test_no_value_brings_the_reader_down(settings):
    """Lists, blocks and numbers in any place: a scheme with components, or faults that can be read."""
    try:
        assert read(yaml.safe_dump(settings, allow_unicode=True)).components
    except Faults as found:
        assert found.problems


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        ("", "always"),
        ("valid-from: open\nvalid-through: open\n", "always"),
        ("valid-from: 2017-06\n", "from June 2017"),
        ("valid-through: 2019\n", "until 2019"),
        ("valid-from: 2017-05\nvalid-through: 2027-11\n", "May 2017 to November 2027"),
        ("valid-from: 2017\nvalid-through: 2017\n", "2017"),
    ],
)
def test_validity_is_said_in_words(dates, words):
    """Either end may be open."""
    scheme = read(dates + SCHEME.replace("valid-from: 2024\nvalid-through: 2026-06\n", ""))

    assert scheme.validity == words


@pytest.mark.parametrize(
    ("on", "message"),
    [
        ("2023-12-31", 'mine.yaml:3: the mark scheme "mine" holds from 2024 only, not yet in 31 December 2023'),
        ("2024", ""),
        ("2024-01-01", ""),
        ("2026", ""),
        ("2026-06-30", ""),
        ("2026-07-01", 'mine.yaml:4: the mark scheme "mine" held until June 2026, not in 1 July 2026'),
        ("2027", 'mine.yaml:4: the mark scheme "mine" held until June 2026, not in 2027'),
    ],
)
def test_a_scheme_out_of_date_is_warned_of(on, message):
    """The day before the first and the day after the last are outside; a year that overlaps is within."""
    warning = validity_warning(read(SCHEME), Date.parse(on))

    assert str(warning or "").partition(";")[0] == message


def test_a_component_is_found_by_its_short_or_full_id():
    """The scheme before the slash may be left out where one scheme only has such a component."""
    assert find_scheme("essay-15") == find_scheme("ib-history-paper-2/essay-15")
    assert find_scheme("essay-15")[1].marks == 15


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("essay15", 'there is no mark scheme "essay15"; write "essay-15"'),
        ("ib-history-paper2/essay-15", 'write "ib-history-paper-2/essay-15"'),
        ("Essay-15", 'write "essay-15"'),
        ("", 'there is no mark scheme ""; `worksheets schemes` lists'),
        ("a/b/c", 'there is no mark scheme "a/b/c"'),
    ],
)
def test_an_unknown_name_is_told_with_the_nearest(name, message):
    """A slip of the pen is answered with the id that was meant."""
    with pytest.raises(Faults) as caught:
        find_scheme(name)

    assert message in str(caught.value)


def test_a_name_that_means_two_is_not_guessed_at():
    """Both full names are told."""
    twins = (read(SCHEME), mark_scheme_from(parse_yaml(SCHEME.replace("mine", "b"), "b.yaml"), "b.yaml", own=True))
    with pytest.raises(Faults, match='write "mine/essay-6" or "b/essay-6"'):
        find_scheme("essay-6", twins)

    assert len(matching("essay-6", twins)) == 2
    assert nearest("esay-6", twins) == "essay-6"


def test_own_schemes_lie_beside_the_blueprint(tmp_path):
    """They come first and win a short id; one with the id of a bundled scheme takes its place."""
    folder = tmp_path / "mark-schemes"
    folder.mkdir()
    (folder / "mine.yaml").write_text(SCHEME.replace("essay-6", "essay-15"), "utf-8")
    (folder / "five-levels.yaml").write_text(SCHEME.replace("mine", "five-levels"), "utf-8")
    schemes = schemes_beside(tmp_path / "blueprint.yaml")

    assert [scheme.id for scheme in schemes[:2]] == ["five-levels", "mine"]
    assert len(schemes) == len(bundled_schemes()) + 1
    assert find_scheme("essay-15", schemes)[0].id == "mine"
    assert find_scheme("ib-history-paper-2/essay-15", schemes)[1].marks == 15
    assert find_scheme("five-levels/essay-6", schemes)[0].own
    assert schemes_beside(folder / "elsewhere" / "conf.py") == bundled_schemes()


def test_the_faults_of_all_own_schemes_are_told_at_once(tmp_path):
    """Each with the path of its file."""
    (tmp_path / "a.yaml").write_text("id: b\n", "utf-8")
    (tmp_path / "mine.yaml").write_text("[", "utf-8")
    with pytest.raises(Faults) as caught:
        read_schemes(tmp_path)
    told = [str(problem) for problem in caught.value.problems]

    assert {fault.split(":")[0] for fault in told} == {str(tmp_path / "a.yaml"), str(tmp_path / "mine.yaml")}
    assert any("docs/mark-schemes.md" in fault for fault in told)


def test_a_file_that_is_not_there_is_named(tmp_path):
    """No traceback for a wrong path."""
    with pytest.raises(Faults, match="cannot read the file"):
        read_mark_scheme(tmp_path / "none.yaml")
