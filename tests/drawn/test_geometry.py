"""Where things stand in a drawing: nothing overlaps, nothing leaves it, lengths are true."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from build_tools.drawn.callouts import Label, place
from build_tools.drawn.canvas import LEADING, SIZE, WIDTH, balanced, width_of
from build_tools.drawn.causes import EVIDENCE, SPAN
from build_tools.drawn.drawing import picture_of
from build_tools.drawn.picture import DrawingMark, Picture
from build_tools.drawn.strip import INSET
from worksheets.dates import Date
from worksheets.facts import Event, Figure, Link, Reading, Term
from worksheets.problems import Source

HERE = Source("book.md", 1)
HALF = WIDTH / 2
NAMES = st.lists(st.from_regex(r"[a-h]{1,9}( [a-h]{1,9}){0,3}", fullmatch=True), min_size=2, max_size=6, unique=True)


@st.composite
def labels(draw):
    """Labels of points and intervals, none wider than half of the drawing."""
    made = []
    for _ in range(draw(st.integers(1, 14))):
        start, end = sorted(draw(st.tuples(st.floats(0, WIDTH), st.floats(0, WIDTH))))
        end = end if draw(st.booleans()) else start
        made.append(Label(start, end, draw(st.floats(5, HALF)), draw(st.floats(8, 40))))
    return made


@given(labels())
def test_no_two_labels_meet_and_no_line_crosses_one(made):
    """Labels lie apart and within the drawing, and a line passes no label but its own."""
    placed = place(made, WIDTH)
    for found in placed:
        assert found.left >= -1e-6
        assert found.right <= WIDTH + 1e-6
    for one, other in combinations(placed, 2):
        if one.below != other.below:
            continue
        apart = one.right <= other.left or other.right <= one.left or one.far <= other.near or other.far <= one.near
        assert apart
        for line, label in ((one, other), (other, one)):
            inside = label.left + 1e-6 < line.anchor < label.right - 1e-6
            assert not (inside and line.far > label.near + 1e-6 and label.far > 0)


def texts(svg):
    """The box of each text in a drawing: left, top, right, bottom."""
    boxes = []
    for text in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text"):
        wide = width_of(text.text) + float(text.get("letter-spacing", 0)) * len(text.text)
        part = {"middle": 0.5, "end": 1}.get(text.get("text-anchor", ""), 0)
        left, base = float(text.get("x")) - part * wide, float(text.get("y"))
        boxes.append((left, base - 0.75 * SIZE, left + wide, base + 0.2 * SIZE, text.text))
    return boxes


def assert_sound(picture, wide=WIDTH):
    """No two texts overlap, and all of them are within the drawing, which is as wide as was asked."""
    assert isinstance(picture, Picture), picture
    height = float(re.search(rf'viewBox="0 0 {wide:g} ([\d.]+)"', picture.svg)[1])
    boxes = texts(picture.svg)
    for left, top, right, bottom, words in boxes:
        assert left >= -0.5, words
        assert top >= -0.5, words
        assert right <= wide + 0.5, words
        assert bottom <= height + 0.5, words
    for one, other in combinations(boxes, 2):
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1], (one, other)


def figure(values, labels=None, unit="floods", name="floods"):
    labels = labels or [str(1990 + place) for place in range(len(values))]
    series = tuple(Reading(label, value, f"{value:,}") for label, value in zip(labels, values, strict=True))
    return Figure(
        id=name, title="floods of the river", text="They were counted.", unit=unit, series=series, counted="All."
    )


def drawn(what, facts, rows=(), **options):
    mark = DrawingMark(what, tuple(fact.id for fact in facts), options, rows, HERE)
    return picture_of(mark, {fact.id: fact for fact in facts})


VALUES = st.lists(st.integers(0, 3_000_000), min_size=2, max_size=14).filter(any)


@given(VALUES, st.sampled_from(["bar", "line", "parts"]))
def test_charts_of_years_are_sound(values, kind):
    """Whatever the numbers, labels of a chart stand apart and inside it."""
    if kind != "parts":
        assert_sound(drawn("chart", [figure(values)], kind=kind))


@given(NAMES, st.data())
def test_charts_of_names_are_sound(names, data):
    """Bars and parts with labels of any length too."""
    values = data.draw(st.lists(st.integers(1, 9999), min_size=len(names), max_size=len(names)))
    for kind in ("bar", "parts"):
        assert_sound(drawn("chart", [figure(values, names)], kind=kind))


def test_bars_are_as_long_as_their_numbers():
    """A column of half the number has half the height."""
    svg = drawn("chart", [figure([100, 50, 25])]).svg
    heights = [float(high) for high in re.findall(r'<rect [^>]*height="([\d.]+)"', svg)]

    assert [120, 60, 30] == heights


def test_a_line_of_six_years_has_all_its_values():
    """No value of a short series gives way to its neighbour."""
    svg = drawn("chart", [figure([965742, 1296494, 1196369, 1881570, 1672438, 1659992])], kind="line").svg

    assert all(value in svg.partition("</title>")[2] for value in ("965,742", "1,672,438", "1,659,992"))


DATES = st.builds(Date, st.integers(1900, 1960), st.integers(1, 12))


@given(st.lists(st.tuples(DATES, st.booleans()), min_size=1, max_size=14))
def test_strips_are_sound(dates):
    """Labels of events and years stand apart and inside the strip, at any dates."""
    events = [
        Event(
            id=f"e{place}",
            title=f"the founding of the bridge number {place}",
            clause="It was built",
            date=date,
            end=Date(date.year + 2) if long else None,
        )
        for place, (date, long) in enumerate(dates)
    ]
    picture = drawn("strip", events)
    assert_sound(picture)
    assert len(picture.rows) == len(events)


def test_a_strip_is_true_to_scale():
    """An event in the middle of the time stands in the middle of the strip."""
    events = [
        Event(id=f"e{year}", title=f"flood of {year}", clause="It rained", date=Date(year, 1, 1))
        for year in (1900, 1925, 1949)
    ]
    svg = drawn("strip", events).svg
    dots = sorted(float(x) for x in re.findall(r'<circle [^>]*cx="([\d.]+)"', svg))

    assert [INSET, HALF, INSET + (WIDTH - 2 * INSET) * 49 / 50] == dots


def test_days_stand_on_the_axis_and_years_have_a_bar():
    """A bar of a few days at the end of a line would be a speck that nobody can read."""
    short = Event(id="a", title="flood", clause="It rained", date=Date(1930, 3, 1), end=Date(1930, 3, 9))
    long = Event(id="b", title="dry years", clause="It was dry", date=Date(1932), end=Date(1935))
    late = Event(id="c", title="bridge", clause="It was built", date=Date(1949))
    svg = drawn("strip", [short, long, late]).svg

    assert 2 == svg.count("<circle")
    assert 2 == svg.count("<rect")


def test_quarters_are_named_where_years_are_wide():
    """On an axis of two years the first of January alone would say little."""
    events = [
        Event(id=f"e{month}", title=f"flood {month}", clause="It rained", date=Date(year, month, 1))
        for year, month in ((1936, 3), (1937, 11))
    ]

    assert 2 == drawn("strip", events).svg.count(">Jul<")


def test_no_line_strikes_out_a_value():
    """A number stands on bare paper, on the side of its point where the line does not run."""
    svg = drawn("chart", [figure([965_742, 1_296_494, 1_196_369, 1_881_570, 1_672_438, 1_659_992])], kind="line").svg
    points = [float(y) for y in re.findall(r'<circle [^>]*cy="([\d.]+)"', svg)]
    value = float(re.search(r'y="([\d.]+)"[^>]*>1,672,438<', svg)[1])

    assert 6 == svg.count('<rect class="paper"')
    assert value > points[4]


def test_a_year_without_a_number_says_so():
    """An empty place on the axis would be taken for zero."""
    series = drawn("chart", [figure([5, 7, 9], ["1990", "1991", "1993"])]).svg

    assert 1 == series.count(">no figure<")


def test_lines_of_words_are_even():
    """No line has one word because the line above took all it could."""
    assert ["rain and", "thunder"] == balanced("rain and thunder", width_of("rain and thunder") - 1)


@given(NAMES)
def test_diagrams_of_causes_are_sound(names):
    """Causes with labels of any length stand apart, each with an arrow of the same weight."""
    links = [
        Link(
            id=f"l{place}", cause=f"the {name}", effect="filled it", of="the floods of the river", label=name.strip(),
            strength=("moderate", "weak", "strong")[place % 3],
        )
        for place, name in enumerate(names)
    ]  # fmt: skip
    picture = drawn("causes", links)
    assert_sound(picture)
    assert picture.svg.count("<polygon") == len(names)


def test_the_words_on_an_arrow_are_shorter_than_it():
    """What an arrow bears reaches into neither box."""
    assert max(width_of(f"{word} evidence") for word in EVIDENCE.values()) < SPAN - 10


def test_a_table_of_causes_has_no_column_that_says_nothing():
    """Where no cause has a time scale, the table speaks of none."""
    links = [
        Link(id=name, cause=f"the {name}", effect="filled it", of="the floods of the river", strength="strong")
        for name in ("rain", "thaw")
    ]
    timed = [replace(links[0], timescale="trigger"), links[1]]

    assert drawn("causes", links).heads == ("Cause", "What it did")
    assert set(drawn("causes", timed).rows) == {
        ("The rain", "trigger", "filled it"),
        ("The thaw", "judged in two ways", "filled it"),
    }


def test_causes_are_not_ranked_but_their_evidence_is_told():
    """An arrow bears a word only where the evidence is less than good; no cause looks stronger than another."""
    links = [
        Link(id=name, cause=f"the {name}", effect="filled it", of="the floods of the river", strength=strength)
        for name, strength in (("rain", "strong"), ("thaw", "moderate"))
    ]
    picture = drawn("causes", links)

    assert picture.rows == (("The rain", "good", "filled it"), ("The thaw", "partial", "filled it"))
    assert picture.svg.count(">partial evidence<") == picture.svg.count("evidence<") == 1
    assert "good<" not in picture.svg
    assert len(set(re.findall(r'<path class="line" [^>]*stroke-width="([\d.]+)"', picture.svg))) == 1


def test_groups_of_causes_stand_farther_apart_than_causes():
    """Within a group all rows are as far apart, whatever their arrows say."""
    links = [
        Link(id=name, cause=name, effect="filled it", of="the floods", timescale=time, strength=strength)
        for name, time, strength in (
            ("rain", "long-term", "strong"), ("snow", "long-term", "weak"), ("peat", "long-term", "strong"),
            ("thaw", "trigger", "moderate"),
        )
    ]  # fmt: skip
    top = {words: upper for _, upper, _, _, words in texts(drawn("causes", links).svg)}

    assert round(top["Snow"] - top["Rain"], 1) == round(top["Peat"] - top["Snow"], 1)
    assert top["Trigger"] - top["Peat"] > 1.3 * (top["Thaw"] - top["Trigger"])


def test_a_chain_is_sound():
    """Boxes of a chain and the labels of its arrows stand apart, in layers."""
    terms = [
        Term(id=name, term=f"{name} of the town", definition="a body")
        for name in ("council", "warden", "guard", "ferryman", "miller", "clerk")
    ]
    rows = tuple(
        (HERE, row)
        for row in (
            "council",
            "  warden: appoints for a year",
            "    guard: sends out",
            "    ferryman: pays by the week",
            "    miller: grants water to",
            "  clerk: pays",
        )
    )
    picture = drawn("chain", terms, rows, caption="Orders")
    assert_sound(picture)
    boxes = re.findall(r'<rect [^>]*x="([\d.]+)" y="([\d.]+)" width="([\d.]+)"', picture.svg)
    for (x, y, wide), (other_x, other_y, _) in combinations(sorted(tuple(map(float, box)) for box in boxes), 2):
        assert y != other_y or x + wide < other_x
    assert ("Warden of the town", "sends out", "Guard of the town") in picture.rows


def test_all_faults_of_a_chain_are_told_at_once():
    """Each with its own line: what cannot be read, what is no term or person, and what hangs under nothing."""
    flood = Event(id="flood", title="the flood", clause="it came", date=Date(1990))
    facts = [Term(id=name, term=name, definition="a body") for name in ("council", "miller")]
    lines = ("council", "  flood: brings", "  the warden, who appoints", "miller")
    rows = tuple((Source("town.md", 5 + place), line) for place, line in enumerate(lines))
    found = drawn("chain", [*facts, flood], rows)

    assert [
        (HERE.line, "the chain has no title"),
        (6, "“flood” is an event"),
        (7, "“the warden, who appoints” is no name with the label of its arrow"),
        (8, "“miller” hangs under nothing"),
    ] == [(problem.source.line, problem.what) for problem in found]


def test_lines_of_type_do_not_touch():
    """Type is at least 7.5 points on paper, where a unit is a point, and its lines are farther apart."""
    assert 7.5 <= SIZE < LEADING
