"""The table that shows that forms of a test are equal (rule D2): a column a form, a row for what each holds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..difficulty import APART, mean_difficulty, minutes_of
from ..item_types import ITEM_TYPES
from ..questions import Question
from ..worksheet import Worksheet

OWN = "Own questions"  # of the teacher, which are of no chapter

Kind = tuple[str, str, int]  # chapter, item type, marks


@dataclass(frozen=True, slots=True)
class FormsRow:
    """One row: numbers of questions of one kind, or a sum over several kinds."""

    label: str  # "3 Kinds of rocks"; "Mean difficulty"
    cells: tuple[str, ...]  # one for each form
    apart: str  # the greatest difference
    item_type: str = ""  # title of the type; empty in a sum, whose label takes its room
    marks: int = 0  # of each question


@dataclass(frozen=True, slots=True)
class FormsSection:
    """The rows of one section of the sheets, or of all of them together."""

    heading: str
    rows: tuple[FormsRow, ...]


@dataclass(frozen=True, slots=True)
class FormsTable:
    """All rows, and what they come to."""

    forms: tuple[str, ...]  # "A", "B"
    sections: tuple[FormsSection, ...]  # first that of the whole sheets
    equal: bool  # by rule D2
    apart: float  # the greatest difference of two mean difficulties, of a section or of the whole

    @property
    def verdict(self) -> str:
        """What the table shows, in words."""
        apart = f"mean difficulties are at most {self.apart:.2f} apart"
        allowed = f"up to {APART} counts as equal"
        if self.equal:
            return f"These forms are equal: as many questions of each kind, and {apart} ({allowed})."
        return f"These forms are not equal, see the last column: {apart} ({allowed})."


def forms_table(worksheets: Sequence[Worksheet]) -> FormsTable | None:
    """Compare forms, each of another letter; nothing where there are not several."""
    if len(worksheets) < 2:
        return None
    rows = zip(*(worksheet.sections for worksheet in worksheets), strict=False)
    parts = [(row[0].heading, [section.questions for section in row]) for row in rows]
    whole = [worksheet.questions for worksheet in worksheets]
    kinds = [_kinds(section) for _, section in parts]
    sections = [
        FormsSection(heading, (*rows_of_kinds, *_sums(questions)))
        for (heading, questions), rows_of_kinds in zip(parts, kinds, strict=True)
    ]
    total = FormsSection("The whole sheet", (*_totals(worksheets), *_sums(whole)))
    apart = max(_apart(mean_difficulty, questions) for questions in (whole, *(found for _, found in parts)))
    same_kinds = all(len(set(row.cells)) == 1 for found in kinds for row in found)
    same_order = len({tuple(section.heading for section in worksheet.sections) for worksheet in worksheets}) == 1
    equal = same_kinds and same_order and round(apart, 6) <= APART
    return FormsTable(tuple(worksheet.form for worksheet in worksheets), (total, *sections), equal, apart)


def _kinds(forms: Sequence[Sequence[Question]]) -> list[FormsRow]:
    """How many questions of each chapter, type and number of marks each form has in a section."""
    found = sorted({_kind(question) for questions in forms for question in questions})
    rows = []
    for kind in found:
        counts = [sum(_kind(question) == kind for question in questions) for questions in forms]
        chapter, item_type, marks = kind
        label = chapter.partition("\n")[2]
        rows.append(FormsRow(label, tuple(map(str, counts)), _difference(counts), ITEM_TYPES[item_type].title, marks))
    return rows


def _kind(question: Question) -> Kind:
    """The document name of the chapter goes before its title, for the order of the book."""
    place = question.places[0] if question.places else None
    title = " ".join(filter(None, (place.chapter_number, place.chapter_title or place.chapter))) if place else OWN
    return f"{question.topic}\n{title}", question.item_type, question.marks


def _sums(forms: Sequence[Sequence[Question]]) -> tuple[FormsRow, FormsRow]:
    minutes = [sum(map(minutes_of, questions)) for questions in forms]
    means = [mean_difficulty(questions) for questions in forms]
    return (
        FormsRow("Mean difficulty", tuple(f"{mean:.2f}" for mean in means), f"{max(means) - min(means):.2f}"),
        FormsRow("Minutes", tuple(map(_short, minutes)), _difference(minutes)),
    )


def _totals(worksheets: Sequence[Worksheet]) -> tuple[FormsRow, ...]:
    numbers = [len(worksheet.questions) for worksheet in worksheets]
    marks = [worksheet.marks for worksheet in worksheets]
    first = {fact for question in worksheets[0].questions for fact in question.facts}
    shared = (
        str(sum(not first.isdisjoint(question.facts) for question in worksheet.questions))
        for worksheet in worksheets[1:]
    )
    return (
        FormsRow("Questions", tuple(map(str, numbers)), _difference(numbers)),
        FormsRow("Marks", tuple(map(str, marks)), _difference(marks)),
        FormsRow(f"Questions on a fact that form {worksheets[0].form} asks too", ("–", *shared), ""),
    )


def _apart(measure: Callable[[Sequence[Question]], float], forms: Sequence[Sequence[Question]]) -> float:
    measured = [measure(questions) for questions in forms]
    return max(measured) - min(measured)


def _difference(values: Sequence[float]) -> str:
    return _short(max(values) - min(values))


def _short(number: float) -> str:
    """To a tenth, without needless zeros."""
    return f"{number:.1f}".removesuffix(".0")
