"""Questions that are answered at length, or read in a passage, on a science topic."""

from __future__ import annotations

from worksheets.facts import Place
from worksheets.questions import Key, Question

DEFENCES = Place(
    chapter="05-defences",
    chapter_number="5",
    chapter_title="Defences",
    section="5.4",
    section_title="Resistance",
    anchor="resistance",
    pages={"a4": "66", "letter": "70"},
)

REASONS = Question(
    id="explain/link/overuse",
    item_type="explain",
    pattern="link",
    facts=("overuse",),
    stem=(
        "The overuse of antibiotics has led to resistant bacteria. "
        "Explain how, and give one point that limits this explanation."
    ),
    marks=3,
    answer_lines=9,
    level=2,
    key=Key(
        "What does not kill every bacterium leaves the hardiest to multiply.",
        points=(
            "a few bacteria survive by a chance mutation",
            "the survivors multiply and pass on resistance",
            "Limit: some bacteria were resistant before there were antibiotics",
        ),
        notes=("Another sound point or limit counts in place of one of these.",),
    ),
    places=(DEFENCES,),
)

EXTENDED = (REASONS,)
