"""The first book: complete, in our own words, and its marks are sound."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from tests.ask.test_difficulty import by_likeness
from worksheets.bank_lint import bank_faults
from worksheets.facts import KINDS, Misconception, Statement

ROOT = Path(__file__).parents[2]
CHAPTERS = sorted((ROOT / "book").glob("0[1-8]-*.md"))
CLAIMS = [f"C{number:03d}" for number in range(1, 145)]

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("bank_of_the_book")]


@pytest.fixture
def bank(bank_of_the_book):
    return bank_of_the_book


@pytest.fixture(scope="module")
def coverage():
    """Claim of the student's notes -> its row: verdict, facts that treat it, and where."""
    rows = {}
    for path in sorted((ROOT / "book" / "coverage").glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                assert row["claim"] not in rows, f"{path.name}: {row['claim']} is treated twice"
                rows[row["claim"]] = {**row, "facts": row["facts"].split(", "), "chapter": path.stem}
    return rows


def test_likeness_rises_with_the_difficulty_asked_for(bank):
    """Over the whole book the wrong answers of easy questions are least like the right ones, of hard ones most (D1)."""
    easy, medium, hard = by_likeness(bank)

    assert easy < medium < hard


def test_every_claim_of_the_notes_is_treated(coverage):
    """All 144 claims have a row, and no other."""
    assert sorted(coverage) == CLAIMS


def test_a_claim_is_treated_by_facts_of_its_chapter(bank, coverage):
    """Every fact that the table names is in the bank, and one of them at least in the claim's own chapter."""
    missing = [(claim, fact) for claim, row in coverage.items() for fact in row["facts"] if bank.get(fact) is None]
    elsewhere = [
        claim
        for claim, row in coverage.items()
        if not any(bank[fact].place.chapter.startswith(row["chapter"]) for fact in row["facts"] if bank.get(fact))
    ]

    assert missing == []
    assert elsewhere == []


def test_what_the_notes_get_wrong_is_put_right(bank, coverage):
    """A wrong claim has a box of its own; one that is imprecise has one too, or a statement that says how it is."""
    kinds = {"wrong": Misconception, "imprecise": Misconception | Statement}
    bare = [
        claim
        for claim, row in coverage.items()
        if row["verdict"] in kinds
        and not any(isinstance(bank.get(fact), kinds[row["verdict"]]) for fact in row["facts"])
    ]

    assert bare == []


def test_the_verdicts_are_those_of_the_check(coverage):
    """The verdicts of the checked claims are kept as they are counted in the fact pack."""
    counts = Counter(row["verdict"] for row in coverage.values())

    assert counts == {"sound": 71, "imprecise": 41, "disputed": 21, "wrong": 6, "opinion": 5}


def test_the_bank_is_rich(bank):
    """At least 250 facts, of all ten kinds, in all eight chapters."""
    assert len(bank) >= 250
    assert {fact.kind for fact in bank} == set(KINDS)
    assert {fact.place.chapter for fact in bank} == {path.stem for path in CHAPTERS}


def test_every_fact_says_where_it_is_taught(bank):
    """Chapter, section, anchor, file and line are known for each fact."""
    lost = [
        fact.id
        for fact in bank
        if not (fact.place.chapter and fact.place.section and fact.place.anchor and fact.source.line)
    ]

    assert lost == []


def test_no_two_facts_could_be_right_in_one_place(bank):
    """The bank's own lint finds nothing."""
    assert [str(problem) for problem in bank_faults(bank)] == []


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_a_chapter_has_prose_of_its_own(path):
    """Each chapter has at least 900 words around its marks."""
    text = re.sub(r"(?ms)^(`{3,}|:{3,})\{.*?^\1$", "", path.read_text("utf-8"))
    words = re.findall(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*", re.sub(r"\{[\w:]+\}`[^`]*`", "", text))

    assert len(words) >= 900


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_nobody_is_quoted(path):
    """The book reports in its own words: it has no block quotations."""
    quoted = [line for line in path.read_text("utf-8").splitlines() if line.lstrip().startswith(">")]

    assert quoted == []
