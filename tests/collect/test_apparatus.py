"""The apparatus of a textbook: what its boxes print, whom they are for, and what authors are told of a slip."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from build_tools.apparatus.boxes import BOXES, heading
from build_tools.apparatus.keys import choices, key_of
from tests.collect.books import Built, book, build
from worksheets.bank_file import read_bank
from worksheets.facts import AuthoredQuestion
from worksheets.problems import Source

CHOICE = """```{fact:question} multiple-choice
:name: side-of-a-bend
:key: the outer side
:options: the inner side | both sides alike
Which side of a bend is worn away? [1]
```
"""
REASONS = """```{fact:question} short-answer
:name: reasons
:level: 2
:points: the water is faster there | the soil is loose | waves strike it
Give two reasons. [2]
```
"""
BRIEF = REASONS.replace(": reasons", ": more-reasons\n:minutes: 1")
ESSAY = """```{fact:question} essay
:name: essay-on-bends
:level: 3
:bands: essay-20
:points: soil differs from place to place | water turns as it flows
:minutes: 30
To what extent do rivers choose their beds? [20]
```
"""
TERM = """```{fact:term} meander
:name: meander
:class: form of a river
a bend of a river that grows from year to year
```
"""


def box(name: str, content: str, title: str = "") -> str:
    return f"`````{{{name}}} {title}\n{content}\n`````\n\n"


WHOLE = (
    "# Bends\n\n"
    + box("key-question", "Why do rivers wander?")
    + box("objectives", "- How bends grow.\n- Why *soil* matters.")
    + box("content-note", "This chapter tells of a flood.")
    + box("method", "Pebbles are counted by hand.", "Counting pebbles")
    + box("debate", "Some say water, some say soil.", "Debate: water or soil?")
    + box("check-yourself", CHOICE + "\n" + REASONS)
    + box("summary", "- Rivers bend.")
    + "## Review\n\n"
    + box("review", ESSAY.replace("essay-on-bends", "judge-bends") + BRIEF)
    + box("exam-practice", ESSAY, "Paper 1")
    + box("further-reading", "- A book on rivers.")
    + box("teacher-note", "Students take a river for a pipe, says the zebra.", "Common errors")
)
ANSWERS = "# Answers\n\n```{answers}\n```\n"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A book with one of each box, as a web book built without a warning."""
    folder = tmp_path_factory.mktemp("whole")
    return build(book(folder / "book", bends=WHOLE, answers=ANSWERS), folder / "out", strict=True)


def warned(tmp_path: Path, chapter: str) -> tuple[str, ...]:
    return build(book(tmp_path / "book", bends="# Bends\n\n" + chapter), tmp_path / "out", "facts").warnings


def test_each_box_has_its_usual_title_or_the_authors(whole):
    """The usual title stands where the author gives none; before the author's it is a label, but is not said twice."""
    page = whole.text("bends.html")
    titles = [re.sub("<.*?>", "", title) for title in re.findall(r'<p class="ap-title"[^>]*>(.*?)</p>', page)]

    assert [
        "Key question", "What you will learn", "Before you read", "How do we know? Counting pebbles",
        "Debate: water or soil?", "Check yourself", "Summary", "Exam practice Paper 1", "Further reading",
    ] == titles  # fmt: skip


def test_titles_of_the_whole_book_are_set_in_conf():
    """A book in another language names its boxes once."""
    assert ("", "Débat") == heading(BOXES["debate"], "", {"debate": "Débat"})
    assert ("Débat", "L’eau ou le sol ?") == heading(BOXES["debate"], "L’eau ou le sol ?", {"debate": "Débat"})
    assert ("", "Points to learn") == heading(BOXES["objectives"], "Points to learn", {})


def test_a_box_under_a_heading_of_its_name_is_not_titled_twice(whole):
    """The heading of the section is title enough; the box is named for those who hear the page."""
    page = whole.text("bends.html")

    assert 'id="review-1" role="group" aria-label="Review">' in page
    assert "review-1-title" not in page


def test_what_boxes_hold_is_ordinary_text(whole):
    """Emphasis, lists and links work inside a box as they do elsewhere."""
    assert "<li><p>Why <em>soil</em> matters.</p></li>" in whole.text("bends.html")


def test_one_minute_is_not_called_minutes(whole):
    """The number and its word agree behind a question, as they do for marks."""
    assert "[2 marks, about 1 minute]" in whole.text("bends.html")


def test_the_web_book_holds_nothing_for_teachers(whole):
    """Teachers' notes, mark schemes and keys of exam questions are in no file of the web book, the search included."""
    text = "".join(file.read_text("utf-8") for file in whole.out.rglob("*") if file.suffix in (".html", ".js"))

    assert "flood" in text
    assert 'data-for="teacher"' not in text
    for hidden in ("zebra", "soil differs from place to place", "sustained argument", "Common errors"):
        assert hidden not in text


def test_a_question_to_check_oneself_opens_its_key_without_a_script(whole):
    """It has options or a place to write, and below it the key in an element that opens by itself."""
    page = whole.text("bends.html")
    choice, reasons = page.split('data-question="side-of-a-bend"')[1].split('data-question="reasons"')

    assert 3 == choice.count('<input type="radio" name="fact-side-of-a-bend-option"')
    assert re.search(r"<details.*?the outer side.*?</details>", choice, re.DOTALL)
    assert re.search(r'<textarea [^>]*rows="2" data-answer="reasons"></textarea>', reasons)
    assert re.search(r"<details.*?Any 2 of.*?waves strike it.*?</details>", reasons, re.DOTALL)


def test_the_sources_of_a_question_do_not_give_its_key_away(tmp_path):
    """A question prints no sources: who wrote the work may be what it asks for."""
    sourced = CHOICE.replace(":key:", ":sources: brook1950\n:key:")
    built = build(book(tmp_path / "book", bends="# Bends\n\n" + box("check-yourself", sourced)), tmp_path / "out")

    assert "brook1950" not in built.text("bends.html")


def test_questions_are_numbered_through_the_chapter_as_they_are_shown(whole):
    """Review questions stand under their levels, and the numbers follow what the reader sees."""
    page = whole.text("bends.html")
    shown = re.findall(r'data-question="([\w-]+)">\s*<b class="fact-number">(\d+)', page)

    assert [
        ("side-of-a-bend", "1"), ("reasons", "2"), ("more-reasons", "3"), ("judge-bends", "4"), ("essay-on-bends", "5"),
    ] == shown  # fmt: skip
    assert ["Explain", "Judge"] == re.findall(r'<p class="ap-level">(.*?)</p>', page)


def test_answers_stand_at_the_back_by_chapter(whole):
    """Each key bears the number of its question and leads back to it; what is no check-yourself is not there."""
    page = whole.text("answers.html")
    keys = re.findall(
        r'id="answer-([\w-]+)">\s*<p.*?<a class="ap-number" href="(.*?)" aria-label="Question \d"><b>(\d+)</b>', page
    )

    assert [
        ("side-of-a-bend", "bends.html#fact-side-of-a-bend", "1"), ("reasons", "bends.html#fact-reasons", "2"),
    ] == keys  # fmt: skip
    assert '<span class="ap-answers-number">1</span> Bends' in page


def test_questions_do_not_change_by_being_put_into_a_box(tmp_path):
    """The bank gets the same facts, with the lines on which they begin."""
    inside = build(book(tmp_path / "a", bends=WHOLE, answers=ANSWERS), tmp_path / "a-out", "facts", strict=True)
    bare = "# Bends\n\n" + CHOICE + "\n" + REASONS
    build(book(tmp_path / "b", bends=bare), tmp_path / "b-out", "facts", strict=True)
    boxed, alone = (read_bank(tmp_path / name / "facts.json") for name in ("a-out", "b-out"))
    lines = WHOLE.splitlines()

    assert [alone["reasons"], alone["side-of-a-bend"]] == [boxed["reasons"], boxed["side-of-a-bend"]]
    assert all(lines[fact.source.line - 1].startswith("```{fact:question}") for fact in boxed)
    assert inside.warnings == ()


def test_an_answer_that_moved_is_written_again(tmp_path):
    """A question put in before another changes the number at the back, though that page was not touched."""
    source = book(tmp_path / "book", bends="# Bends\n\n" + box("check-yourself", REASONS), answers=ANSWERS)
    build(source, tmp_path / "out")
    (source / "bends.md").write_text("# Bends\n\n" + CHOICE + box("check-yourself", REASONS), "utf-8")
    again = build(source, tmp_path / "out")

    assert '#fact-reasons" aria-label="Question 2"><b>2</b></a>' in again.text("answers.html")


OTHER_TERM = TERM.replace("meander", "oxbow")
TOLD = CHOICE.replace(":key:", ":about: meander\n:key:")
TOLD_OF_OTHER = REASONS.replace(":level:", ":about: oxbow\n:level:")


@pytest.mark.parametrize(
    ("chapter", "led_to"),
    [
        (  # the section up to the box, whether or not facts are named
            f"## Outside\n\n{TERM}\n### Soil\n\nLoose.\n\n" + box("check-yourself", TOLD + "\n" + REASONS),
            ["outside", "outside"],
        ),
        (  # the section before, if it has no box and the fact stands there
            f"## Outside\n\n{TERM}\n## Soil\n\n{OTHER_TERM}\n" + box("check-yourself", TOLD + "\n" + TOLD_OF_OTHER),
            ["outside", "soil"],
        ),
        (  # never what another box closes
            f"## Outside\n\n{TERM}\n{OTHER_TERM}\n"
            + box("check-yourself", REASONS)
            + f"## Soil\n\n{OTHER_TERM.replace('oxbow', 'delta')}\n"
            + box("check-yourself", TOLD),
            ["outside", "soil"],
        ),
        (  # the section of the question, though what it is about stands in another that has its own box
            f"## Outside\n\n{TERM}\n"
            + box("check-yourself", REASONS)
            + "## Test\n\nNo fact is marked here.\n\n### Soil\n\n"
            + box("check-yourself", TOLD),
            ["outside", "test"],
        ),
        (  # the facts, if the section is nothing but the box
            f"## Outside\n\n{TERM}\n" + box("check-yourself", REASONS) + "## Test\n\n" + box("check-yourself", TOLD),
            ["outside", "fact-meander"],
        ),
    ],
)
def test_a_key_leads_to_the_passage_that_its_box_closes(tmp_path, chapter, led_to):
    """What has just been read answers a question; a fact that it is about may stand where less is told."""
    source = book(tmp_path / "book", bends=f"# Bends\n\n{chapter}", answers=ANSWERS)
    page = build(source, tmp_path / "out", strict=True).text("answers.html")

    found = re.findall(r'<span class="fact-pages"><a href="bends.html#(.*?)">section 1.\d</a></span>', page)
    assert led_to == found


def test_minutes_are_told_of_what_is_marked(tmp_path):
    """One minute is no plural, and who checks what has just been read has no clock."""
    brief, timed = (REASONS.replace(":level: 2", f":level: 2\n:minutes: {minutes}") for minutes in (1, 3))
    text = "# Bends\n\n" + box("check-yourself", timed) + box("review", brief.replace(": reasons", ": again"))
    page = build(book(tmp_path / "book", bends=text), tmp_path / "out", strict=True).text("bends.html")

    assert ["[2 marks]", "[2 marks, about 1 minute]"] == re.findall(r"\[2 marks.*?\]", page)


def test_builders_without_templates_get_ordinary_text(tmp_path):
    """Title, text and keys come as paragraphs and lists, without what is for teachers."""
    built = build(book(tmp_path / "book", bends=WHOLE, answers=ANSWERS), tmp_path / "out", "text", strict=True)
    chapter, answers = built.text("bends.txt"), built.text("answers.txt")

    assert "How do we know?: Counting pebbles" in chapter
    assert "zebra" not in chapter
    assert re.search(r"1\. [ABC] the outer side", answers)


@pytest.mark.parametrize(
    ("chapter", "line", "told"),
    [
        (box("summary", ""), 3, "{summary} is empty; write a list"),
        (box("objectives", "Some words."), 3, "{objectives} holds no list"),
        (box("check-yourself", "Some words."), 4, "“Some words.” stands in {check-yourself} and is no question"),
        (box("check-yourself", TERM + CHOICE), 4, "{fact:term} stands in {check-yourself}, which holds questions"),
        (box("review", "Some words."), 3, "{review} holds no question"),
        (box("check-yourself", re.sub(":points:.*\n", "", ESSAY)), 4, "has no key for a reader to compare with"),
        (
            box("exam-practice", REASONS.replace(":points:", ":key:").replace(" | ", ", ")),
            4,
            "has neither a mark scheme nor points",
        ),
        (box("teacher-note", TERM), 4, "“meander” is marked in {teacher-note}, which students do not have"),
        (
            "``````{debate}\nA text.\n\n" + box("method", "Some words.") + "``````\n",
            6,
            "{method} stands in {debate}; put it behind the other box",
        ),
        (ANSWERS.partition("\n\n")[2], 3, "{answers} has nothing to answer; put questions into {check-yourself}"),
    ],
    ids=lambda value: value.strip("`{").partition("}")[0] if isinstance(value, str) and "\n" in value else None,
)
def test_a_slip_is_told_with_its_line(tmp_path, chapter, line, told):
    """Each misuse of a box is told once, with file, line and what to write instead."""
    found = warned(tmp_path, chapter)

    assert [True] == [warning.startswith(f"bends.md:{line}: ") or f"/bends.md:{line}: " in warning for warning in found]
    assert told in found[0]


def test_further_reading_names_works_of_the_bibliography(tmp_path):
    """Where the book has a bibliography, each item cites one of its works."""
    source = book(
        tmp_path / "book", bends="# Bends\n\n" + box("further-reading", "- {cite:t}`brook`, easy.\n- A book.")
    )
    (source / "conf.py").write_text(
        (source / "conf.py").read_text("utf-8").replace('"myst_parser",', '"myst_parser", "sphinxcontrib.bibtex",')
        + 'bibtex_bibfiles = ["b.bib"]\n',
        "utf-8",
    )
    (source / "b.bib").write_text(
        "@book{brook, title={Rivers}, author={Brook, A.}, year={1950}, publisher={X}}", "utf-8"
    )
    (source / "index.md").write_text((source / "index.md").read_text("utf-8") + "\n```{bibliography}\n```\n", "utf-8")
    (told,) = build(source, tmp_path / "out", "facts").warnings

    assert "bends.md:5: WARNING: “A book.” names no work of the bibliography; begin it with {cite:t}`key`" in told


def test_the_order_of_options_is_the_same_everywhere():
    """Options fall as their hashes do, numbers by size; the letter of the key is that of the right one."""
    question = AuthoredQuestion(
        id="q",
        source=Source(""),
        item_type="multiple-choice",
        stem="How many?",
        worth=1,
        key="12",
        options=("7", "101"),
    )

    assert [("A", "7"), ("B", "12"), ("C", "101")] == [(choice.letter, choice.text) for choice in choices(question)]
    assert "B" == key_of(question).letter
