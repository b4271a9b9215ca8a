"""Puzzles and grids on a science topic."""

from __future__ import annotations

from worksheets.facts import Place
from worksheets.item_types.crossword import picture as crossword_picture
from worksheets.item_types.crossword.grid import laid
from worksheets.item_types.word_search import picture as search_picture
from worksheets.item_types.word_search.letter_grid import FORWARDS, hide
from worksheets.questions import Key, Question, QuestionPart
from worksheets.sampling import rank
from worksheets.spelling import letters

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
        cell("Which term is this? The liquid in which blood cells float.", 1, "plasma"),
        cell("Name the doctor who measured how much blood the heart moves.", 3, "William Harvey", "Harvey"),
        cell("Blood clots where ____ (blood cells) meet a wound.", 1, "platelets", "thrombocytes"),
        cell("In which year did the award of the Nobel Prize for the blood groups take place?", 3, "1930"),
        cell("Which term is this? A vessel that leads back to the heart.", 2, "vein"),
        cell("Which term is this? A vessel that leads away from the heart.", 2, "artery"),
        cell("Blood flows one way because of each ____ (part) in the heart.", 2, "valve"),
        cell("Name the doctor who found the blood groups.", 1, "Karl Landsteiner", "Landsteiner"),
        cell("Oxygen is carried by ____ (substance) in red cells.", 1, "haemoglobin", "hemoglobin"),
    ),
    key=Key("", notes=("Capital letters and accents do not count.",)),
    places=(BLOOD,) * 9,
)

NAMES = ("plasma", "platelet", "artery", "vein", "Harvey", "bone marrow")
MEANINGS = (
    "The liquid in which blood cells float (6)",
    "A cell fragment with which a clot begins (8)",
    "A vessel that leads away from the heart (6)",
    "A vessel that leads back to the heart (4)",
    "The doctor who measured how much blood the heart moves (6)",
    "The soft tissue in which blood cells are made (4,6)",
)
CLUES = dict(zip(map(letters, NAMES), zip(NAMES, MEANINGS, strict=True), strict=True))
LAID = laid(tuple(CLUES), len(CLUES))

CROSSED = Question(
    id="crossword/term/plasma",
    item_type="crossword",
    pattern="term",
    facts=("plasma", "platelet", "artery", "vein", "harvey", "marrow"),
    stem="Solve the crossword. Each word is worth one mark.",
    instruction="Spaces, hyphens and accents are left out. Of people, the last name is meant.",
    marks=len(LAID),
    drawing=crossword_picture.empty(LAID),
    parts=tuple(
        QuestionPart(CLUES[entry.word][1], 1, Key(CLUES[entry.word][0]), label=entry.label, place=BLOOD)
        for entry in LAID
    ),
    key=Key("", drawing=crossword_picture.solved(LAID)),
    places=(BLOOD,) * 6,
)

HIDDEN = hide(tuple(CLUES), FORWARDS, lambda matter: rank("example", matter))
assert HIDDEN

SEARCHED = Question(
    id="word-search/term/plasma",
    item_type="word-search",
    pattern="term",
    facts=CROSSED.facts,
    stem="Find the words that the clues mean. Ring each in the square and write it after its clue.",
    instruction=CROSSED.instruction,
    marks=len(NAMES),
    drawing=search_picture.plain(HIDDEN),
    parts=tuple(
        QuestionPart(meaning, 1, Key(name), answer_lines=1, place=BLOOD)
        for name, meaning in zip(NAMES, MEANINGS, strict=True)
    ),
    key=Key(
        "", notes=("A word that is written but not ringed has its mark.",), drawing=search_picture.solved(HIDDEN, NAMES)
    ),
    places=CROSSED.places,
)

PUZZLES = (REMEMBERED, CROSSED, SEARCHED)
