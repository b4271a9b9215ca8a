"""Reading charts and tables of numbers."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from decimal import Decimal

import pytest
from ask.asking import ask, asked, material
from hypothesis import given, settings
from hypothesis import strategies as st

from worksheets.facts import Figure, Reading
from worksheets.item_rules.drawings import svg_fault
from worksheets.item_types import ITEM_TYPES, Refusal
from worksheets.item_types.chart import COLUMNS, chart
from worksheets.item_types.series import Series
from worksheets.questions import Question, QuestionPart
from worksheets.sheet_lint import lint_question


def figure(*numbers: str, id: str = "comets", **more: object) -> Figure:
    """A series given as "1801=353,074"."""
    split = [number.partition("=") for number in numbers]
    series = tuple(Reading(label, float(written.replace(",", "")), written) for label, _, written in split)
    fields = {
        "title": "comets that were seen",
        "text": "Observatories give these numbers of comets.",
        "unit": "comets",
        "counted": "The numbers count new comets. They leave out those that had been seen before.",
        "series": series,
    }
    return Figure(id=id, **fields | more)  # type: ignore[arg-type]


YEARS = figure("1801=2,056", "1802=1,118", "1803=353,074", "1804=328,618", "1805=2,552", "1806=1,649")
ROCKS = figure("oxygen=46.6", "silicon=27.7", "iron=5.0", "calcium=3.6")
COUNTS = st.lists(st.integers(0, 10**7), min_size=3, max_size=9)


def of_counts(counts: list[int]) -> Figure:
    return figure(*(f"{1900 + place}={count:,}" for place, count in enumerate(counts)))


def task(question: Question, words: str) -> QuestionPart:
    (found,) = (part for part in question.parts if words in part.text)
    return found


def found(question: Question, fact: Figure = YEARS) -> set[str]:
    return {problem.code for problem in lint_question(question, material(fact).book)}


@settings(deadline=None)
@given(COUNTS, st.sampled_from(["chart", "table"]), st.text(max_size=3))
def test_whatever_is_asked_of_a_series_keeps_the_rules(counts, way, seed):
    """Numbers, columns and answers are those of the series, as the linter measures them (G31)."""
    fact = of_counts(counts)
    question = ask("read-the-chart", way, fact, seed=seed)

    assert isinstance(question, Refusal) or lint_question(question, material(fact).book) == ()


@settings(deadline=None)
@given(COUNTS)
def test_a_range_that_counts_holds_the_number(counts):
    """What the key allows is about the number itself."""
    fact = of_counts(counts)
    question = ask("read-the-chart", "chart", fact)
    for part in question.parts if isinstance(question, Question) else ():
        for note in part.key.notes:
            if allowed := re.fullmatch(r"Allow ([\d,.]+) to ([\d,.]+)\.", note):
                least, most = (Decimal(number.replace(",", "")) for number in allowed.groups())
                number = Decimal(re.findall(r"[\d,]+", part.key.answer)[-1].replace(",", ""))

                assert least < number < most


@settings(deadline=None)
@given(COUNTS)
def test_the_course_of_a_series_leaves_nothing_out(counts):
    """Stretches follow each other from the first point to the last, whatever is too small to see."""
    series = Series.of(of_counts(counts))
    for least in (Decimal(0), max(counts) * Decimal("0.1")):
        course = series.course(least)

        assert (course[0].start, course[-1].end) == (series.points[0], series.points[-1])
        assert all(one.end == other.start for one, other in itertools.pairwise(course))


@settings(deadline=None)
@given(COUNTS)
def test_a_chart_is_drawn_with_plain_shapes(counts):
    """From zero to the highest number or beyond, and with labels that are round and separated."""
    drawn = chart(Series.of(of_counts(counts)), "Comets", "comets")
    if drawn:
        drawing, axis = drawn

        assert svg_fault(drawing.svg) == ""
        assert axis.labels[0] == (0, "0")
        assert axis.end >= max(counts)
        assert not any(re.search(r"\d{4}", text) for _, text in axis.labels)


def test_a_table_is_read_to_the_last_digit():
    """Highest, greatest change to a sensible number of digits, the course, and what is left out."""
    question = asked("read-the-chart", "table", YEARS, seed="3")
    extreme, change, course, left_out = question.parts

    assert question.stem == "The table shows comets that were seen."
    assert extreme.key.answer in ("1803: 353,074", "1802: 1,118")
    assert change.key.answer in ("from 1802 to 1803, by 352,000", "from 1804 to 1805, by 326,000")
    assert course.key.points == (
        "from 1801 to 1802 it fell from 2,056 to 1,118",
        "from 1802 to 1803 it rose from 1,118 to 353,074",
        "from 1803 to 1806 it fell from 353,074 to 1,649",
    )
    assert left_out.key.answer == "Those that had been seen before."
    assert question.marks == sum(part.marks for part in question.parts) == 8


def test_what_is_left_out_is_told_as_the_answer():
    """The task speaks of these figures, so the key does not begin anew with “It leaves out”; two claims stay whole."""
    alone = asked("read-the-chart", "table", YEARS).parts[-1].key.answer
    two = replace(YEARS, counted="They leave out the south, and they do not subtract comets that were seen twice.")

    assert alone == "Those that had been seen before."
    assert asked("read-the-chart", "table", two).parts[-1].key.answer == two.counted


def test_a_chart_is_read_as_exactly_as_its_lines_allow():
    """What is too small to see is not asked, and the key says what to allow."""
    question = asked("read-the-chart", "chart", YEARS)

    assert task(question, "highest").key.notes == ("1 mark each.", "Allow 345,000 to 360,000.")
    assert task(question, "Describe").key.points[0] == "from 1801 to 1802 it stayed low (2,056, then 1,118)"
    assert "by about" in task(question, "next one shown").key.answer


def test_what_has_no_order_is_compared():
    """Bars that are no years: the highest or lowest, and a difference with the digits of its numbers."""
    question = asked("read-the-chart", "table", ROCKS)

    assert [part.marks for part in question.parts] == [2, 1, 1]
    assert question.parts[0].text.startswith("Which of these has the")
    assert re.fullmatch(r"\d+\.\d", question.parts[1].key.answer)


def test_two_that_are_the_same_decide_nothing():
    """A tie makes a task impossible: it is left out (G31)."""
    tie = figure("1801=90", "1802=20", "1803=90", "1804=20", "1805=90")
    question = ask("read-the-chart", "table", tie)

    assert isinstance(question, Question)
    assert not any(re.search("highest|lowest|next one", part.text) for part in question.parts)


def test_years_without_a_figure_keep_their_place():
    """Columns stand on a scale of years; where it would be too long they are bars, and the sheet says so."""
    gap = figure("1801=500", "1804=300", "1805=100")
    far = figure("1801=500", "1802=300", f"{1801 + COLUMNS}=100")
    with_gap, without_scale = (asked("read-the-chart", "chart", fact) for fact in (gap, far))

    assert with_gap.drawing
    assert "1802" in with_gap.drawing.labels
    assert with_gap.instruction == "Where no column stands there is no figure for the year."
    assert without_scale.instruction == "The bars do not show how far the years are apart."


def test_who_counted_is_printed_with_numbers_that_are_not_settled():
    """An approximate series comes with its author's sentence (HI-3, G36), unless that calls it something else."""
    rough = replace(YEARS, certainty="approximate")

    assert asked("read-the-chart", "table", rough).stem.endswith("Observatories give these numbers of comets.")
    assert ITEM_TYPES["read-the-chart"].patterns(replace(rough, text="The table gives comets.")) == ("table",)


@pytest.mark.parametrize(
    "fact",
    [
        replace(YEARS, certainty="disputed"),
        replace(YEARS, range="1 to 2"),
        figure("1801=1", "1802=2"),
    ],
)
def test_what_is_disputed_or_too_short_is_not_read(fact):
    """No series as settled that is not (HI-3), and none of two numbers."""
    assert ITEM_TYPES["read-the-chart"].patterns(fact) == ()


@pytest.mark.parametrize("fact", [figure("a=-5", "b=2", "c=1"), figure(f"{'x' * 60}=3", "b=2", "c=1")])
def test_what_cannot_be_drawn_is_refused(fact):
    """Nothing below zero, and no label that is longer than its bar."""
    assert isinstance(ask("read-the-chart", "chart", fact), Refusal)


def test_figures_that_can_be_read_from_it_are_not_asked_beside_it():
    """A single number that stands in the series, or is the sum of two neighbours, is involved (H12)."""
    sum_of_two = Figure(id="both", title="both", text="There were 681,692.", value="681,692", start=11)
    other = Figure(id="other", title="other", text="There were 55,000.", value="55,000", start=11)

    assert "both" in asked("read-the-chart", "table", YEARS, sum_of_two, other).involves
    assert "other" not in asked("read-the-chart", "table", YEARS, sum_of_two, other).involves


def test_the_rules_see_what_the_question_does_not_say():
    """The linter finds other numbers, a column of another length, no zero, a wrong answer, and a note that tells."""
    question = asked("read-the-chart", "chart", YEARS)
    drawing = question.drawing
    assert drawing
    heights = re.findall(r'height="([\d.]+)" fill', drawing.svg)
    longer = drawing.svg.replace(f'height="{heights[2]}" fill', f'height="{float(heights[2]) - 5}" fill')
    rows = (("1801", "2,057"), *drawing.data.rows[1:])
    first = question.parts[0]
    wrong = replace(first, key=replace(first.key, answer="1804: 328,618"))

    assert found(question) == set()
    assert "item.G31" in found(replace(question, drawing=replace(drawing, data=replace(drawing.data, rows=rows))))
    assert "item.G31" in found(replace(question, drawing=replace(drawing, svg=longer)))
    assert "item.G31" in found(replace(question, drawing=replace(drawing, svg=drawing.svg.replace(">0<", ">1<"))))
    assert "item.G31" in found(replace(question, parts=(wrong, *question.parts[1:])))
    assert "item.G31" in found(replace(question, instruction="", stem=f"{question.stem} {YEARS.counted}"))
    assert "item.G31" in found(replace(question, parts=question.parts[:1]))
