"""What a question can carry beside its words: all of it is seen by the clash check and looked through by the linter."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest
from ask.bank import BOOK
from carried import FULL, SCALE, SOLVED, drawing

from worksheets.exhibits import Extract, Table
from worksheets.item_rules.drawings import svg_fault
from worksheets.lean_json import lean
from worksheets.questions import GAP, Indicative, Key, Question, QuestionPart
from worksheets.sheet_lint import clash, lint_question, outline

PLAIN = Question(
    id="short-answer/authored/comet",
    item_type="short-answer",
    pattern="authored",
    facts=("comet",),
    stem="What is a comet?",
    marks=1,
    key=Key("an icy body"),
    answer_lines=2,
    places=(BOOK["comet"].place,),
)


def found(question: Question) -> list[str]:
    return [problem.code for problem in lint_question(question, BOOK)]


def test_a_student_is_known_to_read_all_of_it():
    """Every text that is printed on the sheet is listed, and none that the key alone may tell (H12)."""
    printed = """Use the sources.|In Berkeley|In Paris|He tested GAP.|cowpox|influenza|malaria|measles|Caused by viruses
        |Caused by protists|What does Source A say?|1 across|Which cattle disease is meant?|Source A
        |Jenner was a country GAP.|He lived in Berkeley.|A letter from Berkeley, 1798|Person|Disease|Your notes|Jenner
        |GAP|Pasteur|rabies|A scale of years from 1780 to 1980.|1780|1980|Year|Letter|1796"""

    assert FULL.shown == tuple(text.strip().replace("GAP", GAP) for text in printed.split("|"))


def test_it_is_the_same_after_it_was_written_down():
    """A question is plain values: what is written of it is enough to have it back."""
    assert msgspec.convert(lean(FULL), Question) == FULL


def test_it_keeps_the_item_rules():
    """Sources, table, drawing, groups and parts have nothing that the linter stumbles over."""
    assert found(FULL) == []


def test_words_in_one_row_of_a_table_tell_a_pair():
    """A term and its match in neighbouring cells give away who asks for one of them; in two rows they do not (H12)."""
    asking = replace(PLAIN, pairs=(("Pasteur", "rabies"),), facts=("moon",))
    apart = replace(FULL, table=Table(rows=(("Jenner", "rabies"), ("Pasteur", GAP))))

    assert clash(asking, FULL) == f"{FULL.id} prints “Pasteur” beside “rabies”, which answers {PLAIN.id}"
    assert clash(asking, apart) is None


def test_its_outline_overlooks_none_of_it():
    """Whatever text of it tells a secret or a pair, the quick look sends on to the clash check (H12)."""
    printed = outline(FULL)
    for text in FULL.seen_together:
        for asking in (replace(PLAIN, secrets=(text,)), replace(PLAIN, pairs=((text, text),))):
            elsewhere = replace(asking, facts=("moon",))

            assert not (clash(elsewhere, FULL) and outline(elsewhere).clear_of(printed))
    assert outline(replace(PLAIN, facts=("moon",), secrets=("Berkshire",))).clear_of(printed)


@pytest.mark.parametrize(
    ("rule", "question"),
    [
        ("R8", replace(PLAIN, table=Table(rows=(("Jenner", GAP),)))),
        ("R8", replace(PLAIN, extracts=(Extract((f"He was a {GAP} and a {GAP}.",)),), gap_keys=(Key("doctor"),))),
        ("R8", replace(PLAIN, extracts=(Extract((f"He was a {GAP}.",)),), gap_keys=(Key(""),))),
        ("R8", replace(PLAIN, key=Key(""))),
        ("R8", replace(PLAIN, parts=(QuestionPart("Why?", 1, Key("")),))),
        ("G28", replace(PLAIN, parts=(QuestionPart("Why?", 2, Key("so")),))),
        (
            "G28",
            replace(PLAIN, marks=2, parts=(QuestionPart("Why?", 2, Key("so")), QuestionPart("How?", 0, Key("so")))),
        ),
        ("grammar", replace(PLAIN, parts=(QuestionPart("Why  is that?", 1, Key("so")),))),
        ("grammar", replace(PLAIN, extracts=(Extract(("He was was there.",)),))),
        ("HI-2", replace(PLAIN, key=Key("so", indicative=(Indicative("it is icy", "no-fact", PLAIN.places[0]),)))),
        ("drawing", replace(PLAIN, drawing=drawing(SCALE.replace("1780", "1770")))),
        ("drawing", replace(PLAIN, drawing=replace(drawing(), alt=""))),
        ("drawing", replace(PLAIN, key=Key("so", drawing=drawing(SOLVED)))),
        ("drawing", replace(PLAIN, parts=(QuestionPart("Why?", 1, Key("so", drawing=drawing("<svg/>"))),))),
    ],
)
def test_a_fault_in_what_is_carried_is_found(rule, question):
    """Gaps without a key, marks that do not add up, drawings that only the eye can read (R8, G28, HI-2)."""
    assert found(PLAIN) == []
    assert f"item.{rule}" in found(question)


@pytest.mark.parametrize(
    ("svg", "what"),
    [
        (SCALE, ""),
        ("<svg", "cannot be read"),
        ("<svg/>", "is no single svg element"),
        (f"<!DOCTYPE svg>{SCALE}", "is no single svg element"),
        (SCALE.replace("<path", "<script>alert(1)</script><path"), "holds “script”"),
        (SCALE.replace("<path", '<image href="http://example.org/x.png"/><path'), "holds “image”"),
        (SCALE.replace("<path", '<path id="p"'), "holds the attribute “id”"),
        (SCALE.replace("<path", '<path onclick="alert(1)"'), "holds the attribute “onclick”"),
        (SCALE.replace("<path", '<path style="fill: red"'), "holds the attribute “style”"),
        (SCALE.replace('"black"', '"url(http://example.org)"'), "holds the attribute “stroke”"),
    ],
)
def test_a_drawing_holds_plain_shapes_only(svg, what):
    """Nothing that runs, fetches, or would stand twice in a document of many sheets."""
    fault = svg_fault(svg)

    assert fault.startswith(what)
    assert bool(fault) == bool(what)
