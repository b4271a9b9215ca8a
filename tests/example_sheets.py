"""Worksheets on a science topic, as values: every item type, and what is hard to lay out."""

from __future__ import annotations

from dataclasses import replace

from example_drawn import DRAWN
from example_extended import EXTENDED
from example_puzzles import PUZZLES

from worksheets.facts import Place
from worksheets.questions import GAP, Further, Heading, Help, ItemTypeName, Key, Option, Question
from worksheets.rendering.grid import GridRow
from worksheets.worksheet import AnswerKey, Gloss, PersonalSheet, Section, Worksheet, answer_key

CELLS = Place(
    chapter="02-cells",
    chapter_number="2",
    chapter_title="Cells",
    section="2.1",
    section_title="The parts of a cell",
    anchor="parts",
    pages={"a4": "14", "letter": "15"},
)
VACCINES = Place(
    chapter="05-defences",
    chapter_number="5",
    chapter_title="Defences",
    section="5.3",
    section_title="Vaccines",
    anchor="vaccines",
    pages={"a4": "61", "letter": "64"},
)
AFTERWORD = Place(chapter="99-afterword", chapter_title="Afterword", section_title="What to read next")

CHOICE = Question(
    id="multiple-choice/definition-to-term/ribosome",
    item_type="multiple-choice",
    pattern="definition-to-term",
    facts=("ribosome",),
    stem="Which term means “the structure in a cell on which proteins are made”?",
    marks=1,
    options=(
        Option("mitochondrion", note="the structure in which respiration takes place"),
        Option("ribosome", right=True),
        Option("vacuole", note="the space in a plant cell that holds sap"),
    ),
    key=Key("ribosome"),
    places=(CELLS,),
)
SEVERAL = Question(
    id="multiple-answer/members/viral-diseases",
    item_type="multiple-answer",
    pattern="members",
    facts=("viral-diseases",),
    stem="Which THREE of these diseases are caused by viruses?",
    marks=3,
    options=(
        Option("cholera", note="caused by a bacterium"),
        Option("influenza", right=True),
        Option("malaria", note="caused by a protist"),
        Option("measles", right=True),
        Option("rabies", right=True),
        Option("tuberculosis", note="caused by a bacterium"),
    ),
    key=Key("influenza, measles, rabies", notes=("1 mark for each. Each tick beyond three cancels a mark.",)),
    places=(VACCINES,),
)
ODD_ONE = Question(
    id="odd-one-out/basis/viral-diseases",
    item_type="odd-one-out",
    pattern="basis",
    facts=("viral-diseases",),
    stem=(
        "Three of these diseases are caused by the same kind of microbe. Which one is the odd one out? Say what the "
        "other three have in common, as exactly as you can."
    ),
    marks=2,
    options=(Option("Influenza"), Option("Measles"), Option("Cholera", right=True), Option("Rabies")),
    answer_lines=2,
    level=2,
    key=Key(
        "Cholera",
        points=("Cholera", "The other three are caused by viruses"),
        notes=(
            "Cholera: a disease that is caused by a bacterium.",
            "The words of the question alone, “are caused by the same kind of microbe”, earn no mark.",
        ),
    ),
    places=(VACCINES,),
)
SORTED = Question(
    id="sorting/partition/viral-diseases",
    item_type="sorting",
    pattern="partition",
    facts=("viral-diseases", "bacterial-diseases"),
    stem="Sort these diseases under the two headings.",
    marks=5,
    bank=("Cholera", "Influenza", "Measles", "Rabies", "Tuberculosis"),
    groups=(
        Heading("Caused by bacteria", ("Cholera", "Tuberculosis")),
        Heading("Caused by viruses", ("Influenza", "Measles", "Rabies")),
    ),
    key=Key(
        "Caused by bacteria: Cholera, Tuberculosis; Caused by viruses: Influenza, Measles, Rabies",
        notes=("1 mark for each in its place; what is written under two headings earns nothing.",),
    ),
    places=(VACCINES,),
)
VERDICT = Question(
    id="true-false/misconception/antibiotics",
    item_type="true-false",
    pattern="misconception",
    facts=("antibiotics-influenza",),
    stem="Antibiotics cure influenza.",
    marks=2,
    answer_lines=1,
    key=Key(
        "False",
        points=("False", "Correction: Influenza is caused by a virus, and antibiotics do not kill viruses."),
        accept=("antibiotics only kill bacteria",),
        reject=("antibiotics do not work",),
    ),
    places=(VACCINES,),
)
GAPPED = Question(
    id="cloze/open/chromosomes",
    item_type="cloze",
    pattern="open",
    facts=("chromosomes",),
    stem=f"A human body cell normally contains {GAP} chromosomes (number).",
    marks=1,
    key=Key("46", accept=("forty-six", "23 pairs of")),
    places=(CELLS,),
)
WORD_BANK = Question(
    id="cloze-with-bank/passage/proteins",
    item_type="cloze-with-bank",
    pattern="passage",
    facts=("proteins-made", "energy-released", "cell-controlled"),
    stem="Complete the sentences with words from the box. Use none of them twice. Two are not needed.",
    marks=3,
    bank=("chloroplasts", "cytoplasm", "mitochondria", "nucleus", "ribosomes"),
    rows=(
        f"Proteins are made on tiny structures called {GAP}.",
        f"Energy is released from glucose in the {GAP}, of which a muscle cell has more than most other cells of the "
        "body.",
        f"What the cell does is controlled by its {GAP}.",
    ),
    row_keys=("ribosomes", "mitochondria", "nucleus"),
    key=Key("ribosomes; mitochondria; nucleus", accept=("(a) the ribosomes",)),
    places=(CELLS,),
)
MATCHES = Question(
    id="matching/terms/cell-parts",
    item_type="matching",
    pattern="terms",
    facts=("nucleus", "vacuole", "ribosome", "membrane"),
    stem="Match each description with its part of the cell. Two letters are not needed.",
    marks=4,
    rows=(
        "the structure that holds the genes of the cell",
        "the space in a plant cell that holds sap and keeps the cell firm",
        "the structure on which proteins are made",
        "the thin layer that controls what enters and leaves the cell",
    ),
    responses=("cell wall", "membrane", "mitochondrion", "nucleus", "ribosome", "vacuole"),
    row_keys=("D", "F", "E", "B"),
    key=Key("1 D, 2 F, 3 E, 4 B", notes=("1 mark for each pair.",)),
    places=(CELLS,),
)
LONG_RESPONSES = Question(
    id="matching/people/vaccines",
    item_type="matching",
    pattern="people",
    facts=("jenner", "pasteur", "salk"),
    stem="Match each person with what the person did.",
    marks=4,
    rows=("Edward Jenner", "Louis Pasteur", "Jonas Salk", "Mary Wortley Montagu"),
    responses=(
        "brought the practice of inoculation with living smallpox to England after seeing it in Constantinople, and "
        "had two children of the family treated in this way",
        "gave a boy who had been bitten by a rabid dog a series of injections of weakened material from dried spinal "
        "cords",
        "made the first widely used vaccine against polio, with virus that had been killed",
        "tested cowpox as a protection against smallpox on the son of a gardener",
        "worked out how mosquitoes carry malaria from one person to another",
    ),
    row_keys=("D", "B", "C", "A"),
    key=Key("1 D, 2 B, 3 C, 4 A", notes=("1 mark for each pair.",)),
    places=(VACCINES,),
)
ORDER = Question(
    id="ordering/events/vaccines",
    item_type="ordering",
    pattern="events",
    facts=("cowpox-test", "rabies-vaccine", "polio-vaccine", "smallpox-end"),
    stem="Number these events from 1 (earliest) to 4 (latest).",
    marks=3,
    rows=(
        "the first use of a vaccine against rabies",
        "the end of smallpox in the whole world",
        "Jenner’s test of cowpox as a protection",
        "the first large trial of a vaccine against polio",
    ),
    row_keys=("2", "4", "1", "3"),
    key=Key(
        "1 Jenner’s test of cowpox as a protection (1796); 2 the first use of a vaccine against rabies (1885); "
        "3 the first large trial of a vaccine against polio (1954); 4 the end of smallpox in the whole world (1980).",
        notes=("1 mark for each neighbouring pair in the right order.",),
    ),
    places=(VACCINES,),
)
EXPLAIN = Question(
    id="short-answer/explain/resistance",
    item_type="short-answer",
    pattern="explain",
    facts=("resistance",),
    stem="The overuse of antibiotics has led to resistant bacteria. Explain how.",
    marks=2,
    answer_lines=4,
    key=Key(
        "A few bacteria survive and multiply.",
        points=("a few bacteria survive by a chance mutation", "the survivors multiply and pass on resistance"),
        reject=("bacteria get used to antibiotics",),
    ),
    places=(VACCINES, CELLS),
)
LONG_STEM = Question(
    id="short-answer/explain/membrane",
    item_type="short-answer",
    pattern="explain",
    facts=("osmosis",),
    stem=(
        "A student put equal pieces of potato into five beakers of sugar solution, each of a different concentration, "
        "dried the pieces after an hour, weighed them, and wrote down how much each had gained or lost. The pieces in "
        "the weakest solution had become heavier and firm; the pieces in the strongest had become lighter and limp; "
        "in one beaker nothing had changed. Explain what happened in the weakest and in the strongest solution, and "
        "what the beaker in which nothing changed tells about the inside of the potato. Use the word osmosis in your "
        "answer, and say in which direction the water moved."
    ),
    marks=4,
    answer_lines=8,
    key=Key(
        "Water moves by osmosis into the stronger solution.",
        points=(
            "water moves by osmosis through the membranes",
            "into the cells in the weakest solution",
            "out of the cells in the strongest solution",
            "where nothing changed, inside and outside were equally strong",
        ),
    ),
    places=(CELLS,),
)
ESSAY = Question(
    id="short-answer/essay/vaccines",
    item_type="short-answer",
    pattern="essay",
    facts=("smallpox-end",),
    stem="To what extent was the end of smallpox the work of one person?",
    marks=15,
    answer_lines=75,
    level=3,
    key=Key("Marked by bands.", notes=("Credit any argued judgement.",)),
    places=(VACCINES, AFTERWORD),
)
# Rows that together are taller than a page: 16 sentences of three lines with 8.5 mm each.
TALL = Question(
    id="cloze-with-bank/passage/tall",
    item_type="cloze-with-bank",
    pattern="passage",
    facts=("tall",),
    stem="Complete the sentences with words from the box.",
    marks=16,
    bank=("cell", "water"),
    rows=tuple(
        f"Sentence {number} of this passage goes on about leaves and roots and stems for as long as it takes to fill "
        "three lines of the page, which is far longer than a sentence of a worksheet should ever be, and comes at last "
        f"to the word {GAP}."
        for number in range(1, 17)
    ),
    row_keys=("water",) * 16,
    key=Key("water"),
    places=(CELLS,),
)

OF_EACH_TYPE: dict[ItemTypeName, Question] = {
    question.item_type: question
    for question in (
        CHOICE,
        SEVERAL,
        ODD_ONE,
        SORTED,
        VERDICT,
        GAPPED,
        WORD_BANK,
        MATCHES,
        ORDER,
        EXPLAIN,
        *EXTENDED,
        *DRAWN,
        *PUZZLES,
    )
}


def worksheet(*sections: tuple[str, str, tuple[Question, ...]], code: str = "K7Q2M", form: str = "") -> Worksheet:
    """Put sections, given as heading, instruction and questions, on a sheet."""
    return Worksheet(
        title="Cells and vaccines",
        book="The Living Body",
        sections=tuple(Section(*section) for section in sections),
        code=code,
        form=form,
        instructions="Answer all questions. Write clearly.",
        minutes=40,
    )


def full_worksheet(code: str = "K7Q2M", form: str = "") -> Worksheet:
    """Make a sheet with every item type and each hard case that fits on a page."""
    return worksheet(
        ("Multiple choice", "Tick one box for each question.", (CHOICE,)),
        ("Several answers", "Tick three boxes for each question, and no more.", (SEVERAL,)),
        ("True or false", "Tick one box. If the sentence is false, write it again so that it is true.", (VERDICT,)),
        ("Fill the gaps", "", (GAPPED, WORD_BANK)),
        ("Matching", "Write one letter in each box.", (MATCHES, LONG_RESPONSES)),
        ("Ordering", "Write one number in each box.", (ORDER,)),
        ("Short answers", "Write on the lines.", (EXPLAIN, LONG_STEM)),
        ("Odd one out", "Tick one box for each question and write your reason on the lines.", (ODD_ONE,)),
        ("Sort into groups", "Write everything that stands in the box under its heading, once.", (SORTED,)),
        code=code,
        form=form,
    )


def helped_worksheet() -> Worksheet:
    """Make a sheet with everything that may be given with questions, and a further task."""
    starters = Help("You may begin", ("First, …", "This meant that …", "This does not explain everything, because …"))
    further = Further("Write down what you know about each of the other answers.", 2)
    plain = worksheet(
        ("Fill the gaps", "Write one word or number in each gap.", (GAPPED,)),
        (
            "Short answers",
            "Write on the lines.",
            (replace(EXPLAIN, help=(starters,)), replace(CHOICE, further=further)),
        ),
    )
    first, second = plain.sections
    boxed = replace(first, bank=("23", "44", "46", "92"))
    glossary = (
        Gloss("antibiotics", "medicines that kill bacteria"),
        Gloss("cell", "the smallest part of a living body"),
    )
    return replace(plain, sections=(boxed, second), glossary=glossary)


LONG_NAME = (
    "Аполлинария-Епистимия Вознесенско-Преображенская-Рождественская, урождённая Голенищева-Кутузова-Смоленская, "
    "дочь Александра Константиновича и Елизаветы Владимировны, внучка Пантелеймона Никифоровича, "
    "из Усть-Каменогорска, что на Иртыше, а ныне ученица десятого класса средней школы имени Н. И. Лобачевского"
)
UNBROKEN_NAME = "Wolfeschlegelsteinhausenbergerdorff" * 8
NAMES = (
    "Ann O'Neill",
    'Robert "Bob" <b>Tables</b> & Sons',
    LONG_NAME,
    UNBROKEN_NAME,
    "Łukasz Żółć, Jr.",
    "Ngô Bảo Châu",
)
RIGHT_TO_LEFT_NAME = "עדה לבלייס"


def personal_sheets(names: tuple[str, ...] = NAMES) -> tuple[PersonalSheet, ...]:
    """Make a sheet with every item type for each name."""
    return tuple(
        PersonalSheet(full_worksheet(code=f"K7Q2{number}"), f"sheet-{number}", name, "10 B")
        for number, name in enumerate(names, start=1)
    )


def grid_rows(sheets: tuple[PersonalSheet, ...]) -> tuple[GridRow, ...]:
    """Give each sheet's row of the class grid."""
    return tuple(GridRow(key_of(sheet.worksheet), sheet.student_name) for sheet in sheets)


def key_of(sheet: Worksheet) -> AnswerKey:
    """Work out the key for readers of the A4 edition."""
    return answer_key(sheet, "a4")
