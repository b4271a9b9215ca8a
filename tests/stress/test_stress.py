"""The stress test: every question of a book and many sheets, judged by rules that did not make them (S6)."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.ask.bank import BOOK
from tests.collect.books import BOOKS, build
from worksheets.bank import FactBank
from worksheets.bank_file import bank_bytes, read_bank
from worksheets.cli import run
from worksheets.facts import Term
from worksheets.mark_schemes import bundled_schemes
from worksheets.stress.page import as_json, page
from worksheets.stress.report import StressReport, stress

THREE = ("3 options, shuffled", "3 options, in order")
SKY = BOOK.within(["01-sky"])  # enough for most item types, and soon asked


def stressed(book: FactBank, seeds: int) -> StressReport:
    return stress(book, tuple(bundled_schemes()), seeds=seeds, path="facts.json", step=lambda _: lambda *_: None)


@pytest.fixture(scope="module")
def astronomy() -> StressReport:
    """The report on the small book of astronomy, with a term that nothing may be asked about."""
    open_to_debate = Term(
        id="<quixotry>", term="quixotry", definition="the tilting at mills in the plain", certainty="disputed"
    )
    return stressed(FactBank(BOOK.title, (*BOOK.facts, open_to_debate), BOOK.chapters), seeds=2)


@pytest.fixture
def typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """Types the command over the first chapter; its exit status."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "facts.json").write_bytes(bank_bytes(SKY))
    return lambda *more: run(["stress", "facts.json", "--seeds", "1", *more])


def test_a_sound_book_has_no_fault(astronomy):
    """No question in any variant and no sheet of any kind breaks a rule."""
    assert astronomy.faults == ()
    assert astronomy.questions > 1000
    assert astronomy.sheets > 20


def test_a_fact_that_cannot_be_asked_says_why(astronomy):
    """Its author reads why it is on no sheet."""
    reasons = {row.fact: row.reasons for row in astronomy.not_asked}

    assert reasons["<quixotry>"][0].startswith("it is disputed, so it has no single right answer")


def test_every_choice_is_counted_once(astronomy):
    """Places of keys add up to the choices of one right answer, lengths to those of three options (P1, H3)."""
    counted = sum(sum(row.counts) for row in astronomy.key_places if "alphabetical" not in row.what)
    of_three = sum(sum(row.counts) for row in astronomy.key_places if row.what in THREE)
    (all_lengths,) = [row for row in astronomy.key_lengths if row.way == "all"]

    assert counted >= of_three == all_lengths.items > 0


def test_the_page_needs_nothing_else(astronomy):
    """One HTML file without script and address, in which a fact's words are text."""
    html = page(astronomy).decode()

    assert html.startswith("<!doctype html>")
    assert not any(found in html for found in ("<script", "http:", "https:", "src=", "url("))
    assert "<quixotry>" not in html
    assert "&lt;quixotry&gt;" in html


def test_the_json_holds_the_same(astronomy):
    """Another program reads all parts of the report."""
    found = json.loads(as_json(astronomy))

    assert found["questions"] == astronomy.questions
    assert {"key_places", "key_lengths", "reuse", "not_asked", "tallies"} <= found.keys()


def test_the_same_book_gives_the_same_report():
    """Nothing but the book decides, in whatever order its facts are told."""
    assert stressed(SKY, seeds=1) == stressed(replace(SKY, facts=SKY.facts[::-1]), seeds=1)


def test_the_command_writes_its_report(typed, tmp_path, capsys):
    """HTML and JSON stand in the folder that was named, and one line says what was found."""
    assert typed("--output", "report") == 0
    assert {path.name for path in (tmp_path / "report").iterdir()} == {"stress.html", "stress.json"}
    assert "0 faults" in capsys.readouterr().err


def test_a_fault_ends_with_status_1(typed, monkeypatch, capsys):
    """Whatever is found is printed with its rule, and the exit status tells that there is something."""
    monkeypatch.setattr("worksheets.stress.key_places.LONGEST_SHARE", 0.01)

    assert typed() == 1
    assert "[stress.H3]" in capsys.readouterr().out


@pytest.mark.slow
def test_another_book_has_no_fault(tmp_path):
    """Each question and sheet of a book of another subject keeps the rules."""
    build(BOOKS / "moving-earth", tmp_path / "out", "facts")

    assert faults_of(read_bank(tmp_path / "out" / "facts.json"), seeds=6) == []


@pytest.mark.slow
def test_the_book_has_no_fault(bank_of_the_book):
    """Each question of our own book keeps the rules, and a sheet of each kind; `make check` draws more."""
    assert faults_of(bank_of_the_book, seeds=1) == []


def faults_of(book: FactBank, seeds: int) -> list[str]:
    return [str(fault) for fault in stressed(book, seeds).faults]
