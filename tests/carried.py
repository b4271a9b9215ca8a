"""A question that carries everything a question can carry, on a science topic."""

from __future__ import annotations

from worksheets.exhibits import Drawing, Extract, Table
from worksheets.facts import Place
from worksheets.questions import GAP, Heading, Indicative, Key, Option, Question, QuestionPart

CELLS = Place(chapter="02-cells", section="2.1", pages={"a4": "14", "letter": "15"})
SCALE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 10"><path d="M0 5H80" stroke="black"/>'
    '<text x="0" y="9">1780</text><text x="80" y="9">1980</text></svg>'
)
SOLVED = SCALE.replace("</svg>", '<text x="6" y="4">A</text></svg>')


def drawing(svg: str = SCALE, *letters: str) -> Drawing:
    """A scale of years, with the letters that stand at their places on it."""
    data = Table(rows=(("1796", *(letters or ("",))),), heads=("Year", "Letter"))
    return Drawing(svg, "A scale of years from 1780 to 1980.", data, labels=("1780", "1980"))


FULL = Question(
    id="full/everything/cells",
    item_type="short-answer",
    pattern="everything",
    facts=("comet",),
    stem="Use the sources.",
    marks=6,
    level=3,
    key=Key(
        "",
        bands="generic/paragraph-6",
        indicative=(Indicative("the cowpox test was one trial on one boy", "comet", CELLS),),
        drawing=drawing(SOLVED, "A"),
    ),
    extracts=(
        Extract((f"Jenner was a country {GAP}.", "He lived in Berkeley."), "Source A", "A letter from Berkeley, 1798"),
    ),
    drawing=drawing(),
    table=Table(rows=(("Jenner", GAP, ""), ("Pasteur", "rabies", "")), heads=("Person", "Disease", "Your notes")),
    bank=("influenza", "malaria", "measles"),
    groups=(Heading("Caused by viruses", ("influenza", "measles")), Heading("Caused by protists", ("malaria",))),
    options=(Option("In Berkeley", right=True), Option("In Paris", note="where Pasteur worked")),
    rows=(f"He tested {GAP}.",),
    responses=("cowpox",),
    row_keys=("A",),
    gap_keys=(Key("doctor", accept=("physician",)), Key("smallpox")),
    parts=(
        QuestionPart("What does Source A say?", 4, Key("that he was a doctor", points=("he was a doctor",)), "", 2),
        QuestionPart("Which cattle disease is meant?", 2, Key("cowpox", notes=("Spelling counts.",)), label="1 across"),
    ),
    answer_lines=6,
    places=(CELLS,),
)
