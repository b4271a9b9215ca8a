"""Puzzles and grids on a science topic."""

from __future__ import annotations

from worksheets.facts import Place
from worksheets.questions import Key, Question, QuestionPart

BLOOD = Place(
    chapter="03-blood",
    chapter_number="3",
    chapter_title="Blood",
    section="3.2",
    section_title="What blood carries",
    anchor="carried",
    pages={"a4": "31", "letter": "33"},
)


def cell(text: str, marks: int, answer: str, *accept: str) -> QuestionPart:
    """A box of a grid."""
    return QuestionPart(text, marks, Key(answer, accept=accept), answer_lines=1, place=BLOOD)


REMEMBERED = Question(
    id="retrieval-grid/term/plasma",
    item_type="retrieval-grid",
    pattern="term",
    facts=("plasma", "harvey", "platelet", "circulation", "vein", "artery", "valve", "landsteiner", "haemoglobin"),
    stem="Answer from memory: one mark for last lesson, two for last week, three for last month.",
    marks=16,
    level=1,
    parts=(
        cell("Which term means ‘the liquid in which blood cells float’?", 1, "plasma"),
        cell("Name the doctor who measured how much blood the heart moves.", 3, "William Harvey", "Harvey"),
        cell("Blood clots where ____ (blood cells) meet a wound.", 1, "platelets", "thrombocytes"),
        cell("In which year did the award of the Nobel Prize for the blood groups take place?", 3, "1930"),
        cell("Which term means ‘a vessel that leads back to the heart’?", 2, "vein"),
        cell("Which term means ‘a vessel that leads away from the heart’?", 2, "artery"),
        cell("Blood flows one way because of each ____ (part) in the heart.", 2, "valve"),
        cell("Name the doctor who found the blood groups.", 1, "Karl Landsteiner", "Landsteiner"),
        cell("Oxygen is carried by ____ (substance) in red cells.", 1, "haemoglobin", "hemoglobin"),
    ),
    key=Key("", notes=("Capital letters and accents do not count.",)),
    places=(BLOOD,) * 9,
)

PUZZLES = (REMEMBERED,)
