"""Source question: what a source says, what it was made for, of what value it is and where its limits lie."""

from __future__ import annotations

from typing import Final

from ..exhibits import Extract
from ..facts import AuthoredQuestion
from ..item_rules import documents, keys
from ..mark_schemes import MarkScheme, matching
from ..questions import ItemTypeName, Key, Question, QuestionPart
from .assembly import answering_places, build
from .drawing import Draw
from .essay import notes
from .item_type import ItemType, Material, Pattern, Refusal
from .wording import COUNT_WORDS

NAME: Final[ItemTypeName] = "source-question"
HEADING = "The source, summed up and not quoted"
LINES_PER_MARK = 3  # of 8 mm: points are joined to what follows from them
STEP_MARKS = 2  # of each step about purpose, value and limitations
FEWEST_MARKS = 4  # of an answer on both sides
STATED = 3  # things that the source says, at most
FOLLOWS = "A point counts if it says what follows for the inquiry; “it is biased” alone earns nothing."
OTHER_POINTS = "Other sound points count in place of these."


def assess(question: AuthoredQuestion, material: Material) -> Question | Refusal:
    """The author's question about value and limitations, as one answer."""
    draw = Draw(material, NAME, "value-and-limitations", question)
    half = question.worth // 2
    if question.worth < FEWEST_MARKS or min(len(question.value), len(question.limitations)) * 2 < question.worth:
        return Refusal("it has fewer points on one side than half its marks", "G28")
    return build(
        draw,
        (question,),
        stem=question.stem,
        marks=question.worth,
        level=3,
        places=answering_places(question, material.book),
        extracts=(extract(question),),
        key=Key(
            f"1 mark for each point, up to {question.worth}",
            points=(*credited("Value", question.value), *credited("Limitation", question.limitations)),
            notes=(
                f"No more than {half} marks if only value or only limitations are treated.",
                *(scheme_notes(question, material.schemes) or (FOLLOWS,)),
                *(f"Purpose: {point}." for point in question.purpose),
                OTHER_POINTS,
            ),
        ),
        answer_lines=question.worth * LINES_PER_MARK,
        secrets=(*question.value, *question.limitations),
    )


def in_steps(question: AuthoredQuestion, material: Material) -> Question | Refusal:
    """One task after the other: what it says, what it was made for, its value and its limitations."""
    draw = Draw(material, NAME, "in-steps", question)
    stated = min(STATED, len(question.points))
    what_for = f"for finding out {question.inquiry}"
    asked = [
        (f"Give {COUNT_WORDS[stated].lower()} things that the source says.", stated, question.points)
        if stated > 1
        else None,
        ("For whom was the source meant, and what was its purpose?", STEP_MARKS, question.purpose)
        if question.purpose
        else None,
        (f"Give two reasons why the source is of value {what_for}.", STEP_MARKS, question.value),
        (f"Give two limitations of the source {what_for}.", STEP_MARKS, question.limitations),
    ]
    parts = tuple(part(*task) for task in asked if task)
    if any(len(found.key.points) < found.marks for found in parts):
        return Refusal("it has fewer points for a step than marks", "G28")
    return build(
        draw,
        (question,),
        stem="Read the source and answer the questions.",
        marks=sum(found.marks for found in parts),
        level=2,
        places=answering_places(question, material.book),
        extracts=(extract(question),),
        key=Key("1 mark for each point", notes=(FOLLOWS, OTHER_POINTS)),
        parts=parts,
        secrets=(*question.value, *question.limitations),
    )


def part(text: str, marks: int, points: tuple[str, ...]) -> QuestionPart:
    """One step, a mark for each point."""
    which = f"each of these, up to {marks}" if len(points) > marks else "each of these"
    return QuestionPart(text, marks, Key(f"1 mark for {which}", points=points), answer_lines=2 * marks)


def extract(question: AuthoredQuestion) -> Extract:
    """The source as the sheet shows it: said to be a summary, with its origin below."""
    return Extract((question.extract,), heading=HEADING, attribution=question.attribution)


def credited(side: str, points: tuple[str, ...]) -> tuple[str, ...]:
    """The points of one side, each with its name."""
    return tuple(f"{side}: {point}" for point in points)


def scheme_notes(question: AuthoredQuestion, schemes: tuple[MarkScheme, ...]) -> tuple[str, ...]:
    """What the mark scheme that the author names looks for, if it is at hand."""
    found = matching(question.bands, schemes) if question.bands else ()
    return notes(*found[0]) if len(found) == 1 else ()


SOURCE_QUESTION = ItemType(
    name=NAME,
    title="Source question",
    instruction="Read the source and what is said about it, then write your answer on the lines.",
    takes="authored source questions",
    ways=(
        Pattern("value-and-limitations", AuthoredQuestion, lambda found: found.item_type == NAME, assess),
        Pattern("in-steps", AuthoredQuestion, lambda found: found.item_type == NAME and bool(found.inquiry), in_steps),
    ),
    rules=(documents.shown, documents.both_sides, documents.room, keys.complete),
    recalled=True,
    demand=0.65,
    pace=2.0,
    most=10,
)
