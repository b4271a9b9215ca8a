"""A whole book is collected: the same bank however it was built, and every fault told until it is mended."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.collect.books import book, build, water_cycle
from worksheets.bank_file import read_bank
from worksheets.facts import KINDS, Event, Term

EVENT = """
```{fact:event} the flight of the balloon
:name: flight
:date: 1783-11-21
The balloon flew over Paris
```
"""
FAULTY = EVENT.replace("1783-11-21", "21 November 1783")


def test_a_book_on_another_subject_is_collected_whole(tmp_path):
    """Chapters in MyST and in reStructuredText give facts of all ten kinds, and not one warning."""
    built = build(water_cycle(tmp_path / "book"), tmp_path / "out", "facts", strict=True)
    bank = read_bank(tmp_path / "out" / "facts.json")

    assert () == built.warnings
    assert set(KINDS) == {fact.kind for fact in bank}
    assert "The Water Cycle" == bank.title
    assert [("01-water", "1", "Water on the move"), ("02-weather", "2", "How people watched the weather")] == [
        (chapter.name, chapter.number, chapter.title) for chapter in bank.chapters
    ]


def test_a_fact_knows_where_it_is_taught(tmp_path):
    """Chapter, section, anchor, file and line are those of the book, in both languages of markup."""
    build(water_cycle(tmp_path / "book"), tmp_path / "out", "facts")
    bank = read_bank(tmp_path / "out" / "facts.json")
    aquifer, lecture = bank["aquifer"], bank["howard-lecture"]

    assert ("1", "1.1", "Where water is kept", "fact-aquifer") == (
        aquifer.place.chapter_number,
        aquifer.place.section,
        aquifer.place.section_title,
        aquifer.place.anchor,
    )
    assert ("02-weather", "2.2", "Winds and clouds") == (
        lecture.place.chapter,
        lecture.place.section,
        lecture.place.section_title,
    )
    for fact in (aquifer, lecture):
        line = (tmp_path / "book" / fact.source.path).read_text("utf-8").splitlines()[fact.source.line - 1]
        assert f"fact:{fact.kind}" in line


def test_every_fact_has_its_own_line(tmp_path):
    """The line of each fact is the line on which its mark begins, in every chapter."""
    build(water_cycle(tmp_path / "book"), tmp_path / "out", "facts")
    wrong = []
    for fact in read_bank(tmp_path / "out" / "facts.json"):
        lines = (tmp_path / "book" / fact.source.path).read_text("utf-8").splitlines()[fact.source.line - 1 :]
        if f"fact:{fact.kind}" not in lines[0] or f":name: {fact.id}" not in [line.strip() for line in lines[1:4]]:
            wrong.append(fact.id)

    assert wrong == []


def test_markup_of_a_mark_is_not_in_the_bank(tmp_path):
    """What goes on a worksheet is plain text."""
    build(water_cycle(tmp_path / "book"), tmp_path / "out", "facts")
    springs = read_bank(tmp_path / "out" / "facts.json")["origin-of-springs"]

    assert isinstance(springs, Event)
    assert "the publication of On the Origin of Springs" == springs.title
    assert "On the Origin of Springs was published in Paris" == springs.clause


@pytest.mark.slow
def test_parallel_and_serial_builds_give_the_same_bank(tmp_path):
    """How many processes read the chapters does not show, not in a byte."""
    source = water_cycle(tmp_path / "book")
    # Sphinx reads in parallel only where there is something to share out.
    for number in range(3, 10):
        (source / f"{number:02d}.md").write_text(
            f"# Chapter {number}\n" + EVENT.replace("flight", f"flight-{number}").replace("1783", f"179{number}"),
            "utf-8",
        )
    index = source / "index.md"
    index.write_text(
        index.read_text("utf-8").replace("glossary\n", "".join(f"{n:02d}\n" for n in range(3, 10))), "utf-8"
    )
    serial = build(source, tmp_path / "serial" / "out", "facts")
    parallel = build(source, tmp_path / "parallel" / "out", "facts", parallel=4)

    assert serial.bank == parallel.bank
    assert serial.warnings == parallel.warnings


@pytest.mark.slow
def test_parallel_and_serial_builds_give_the_same_pages(tmp_path):
    """The web book is the same too: links, lists and all."""
    source = water_cycle(tmp_path / "book")
    for number in range(3, 10):
        (source / f"{number:02d}.md").write_text(f"# Chapter {number}\n\nSee {{fact:ref}}`aquifer`.\n", "utf-8")
    index = source / "index.md"
    index.write_text(
        index.read_text("utf-8").replace("glossary\n", "glossary\n" + "".join(f"{n:02d}\n" for n in range(3, 10))),
        "utf-8",
    )
    serial = build(source, tmp_path / "serial" / "out")
    parallel = build(source, tmp_path / "parallel" / "out", parallel=4)

    pages = sorted(path.name for path in serial.out.glob("*.html"))
    assert [serial.text(page) for page in pages] == [parallel.text(page) for page in pages]


@pytest.mark.parametrize(
    "alter",
    [
        lambda chapter: chapter.write_text(
            chapter.read_text("utf-8").replace("a mass of land ice", "a river of land ice"), "utf-8"
        ),
        lambda chapter: chapter.write_text(
            chapter.read_text("utf-8").replace("## How water moves", "## A\n\nText.\n\n## How water moves"), "utf-8"
        ),
        lambda chapter: chapter.write_text("# Water on the move\n\n(how-water-moves)=\n## Moves\n" + EVENT, "utf-8"),
    ],
    ids=["a word", "a section", "nearly all"],
)
def test_an_incremental_build_gives_the_bank_of_a_fresh_one(tmp_path, alter):
    """What was deleted is gone, what was altered is new, and numbers have moved on."""
    source = water_cycle(tmp_path / "book")
    build(source, tmp_path / "old" / "out", "facts")
    alter(source / "01-water.md")
    again = build(source, tmp_path / "old" / "out", "facts")
    fresh = build(source, tmp_path / "new" / "out", "facts")

    assert fresh.bank == again.bank
    assert fresh.warnings == again.warnings


def test_a_deleted_chapter_takes_its_facts_along(tmp_path):
    """The facts of a file that is gone are not asked any more."""
    source = book(tmp_path / "book", one="# One\n", two="# Two\n" + EVENT)
    build(source, tmp_path / "out", "facts")
    book(source, one="# One\n")
    (source / "two.md").unlink()
    build(source, tmp_path / "out", "facts")

    assert len(read_bank(tmp_path / "out" / "facts.json")) == 0


def test_chapters_without_numbers_are_named_by_their_titles(tmp_path):
    """Where a book does not number its sections, a key can still say where to look."""
    source = book(tmp_path / "book", one="# Balloons\n\n## First flights\n" + EVENT)
    index = source / "index.md"
    index.write_text(index.read_text("utf-8").replace(":numbered:\n", ""), "utf-8")
    build(source, tmp_path / "out", "facts")
    place = read_bank(tmp_path / "out" / "facts.json")["flight"].place

    assert ("", "", "First flights", "“First flights”") == (
        place.chapter_number,
        place.section,
        place.section_title,
        place.section_label,
    )


def test_a_fact_below_the_numbered_sections_has_the_number_above_it(tmp_path):
    """A section that is too deep for a number is found by the one around it."""
    source = book(tmp_path / "book", one="# One\n\n## Two\n\n### Three\n" + EVENT)
    index = source / "index.md"
    index.write_text(index.read_text("utf-8").replace(":numbered:", ":numbered: 2"), "utf-8")
    build(source, tmp_path / "out", "facts")
    place = read_bank(tmp_path / "out" / "facts.json")["flight"].place

    assert ("1.1", "Two") == (place.section, place.section_title)


def test_a_fault_is_told_with_file_line_and_code(tmp_path):
    """The message is one line that an editor can jump to."""
    built = build(book(tmp_path / "book", one="# One\n" + FAULTY), tmp_path / "out")

    assert ("one.md:5: WARNING: “21 November 1783” is no date; write “1783-11-21” [fact.bad-date]",) == built.warnings


def test_a_fault_is_told_on_every_build_until_it_is_mended(tmp_path):
    """Sphinx tells a warning when it reads a chapter; a second strict build would pass. This one does not."""
    source = book(tmp_path / "book", one="# One\n" + FAULTY)
    first = build(source, tmp_path / "out", strict=True)
    second = build(source, tmp_path / "out", strict=True)
    book(source, one="# One\n" + EVENT)
    third = build(source, tmp_path / "out", strict=True)

    assert (1, 1, 0) == (first.status, second.status, third.status)
    assert first.warnings[0] == second.warnings[0]
    assert () == third.warnings


def test_faults_of_all_chapters_are_told_at_once_and_in_order(tmp_path):
    """Reading and cross-checking tell their faults together, by file and line."""
    second = "# Two\n\nSee {fact:ref}`flihgt`.\n" + EVENT
    built = build(book(tmp_path / "book", one="# One\n" + EVENT + FAULTY, two=second), tmp_path / "out")

    assert [
        "one.md:11: WARNING: “21 November 1783” is no date; write “1783-11-21” [fact.bad-date]",
        "two.md:3: WARNING: no fact is called “flihgt”, which {fact:ref} points to; write “flight” [fact.unknown-fact]",
        "two.md:6: WARNING: another fact is called “flight”, in one.md:3; give one of the two another name; the one "
        "that worksheets already use keeps it [fact.duplicate-name]",
    ] == list(built.warnings)


def test_a_fault_can_be_silenced_by_its_code(tmp_path):
    """Whoever knows better can say so in conf.py, as for any warning of Sphinx."""
    source = book(tmp_path / "book", one="# One\n" + FAULTY)
    conf = source / "conf.py"
    conf.write_text(conf.read_text("utf-8") + 'suppress_warnings = ["fact.bad-date"]\n', "utf-8")

    assert () == build(source, tmp_path / "out", strict=True).warnings


def test_facts_that_contradict_each_other_are_told_too(tmp_path):
    """What only shows in the whole bank is told with the rest: two facts that say the same."""
    twin = EVENT.replace(":name: flight", ":name: flight-two")
    built = build(book(tmp_path / "book", one="# One\n" + EVENT + twin), tmp_path / "out", "facts")

    assert [warning.rpartition("[")[2] for warning in built.warnings] == ["fact.twins]", "fact.twins]"]


def test_a_mark_whose_fence_is_lost_is_told(tmp_path):
    """A backtick in the first line makes Markdown take the fence for text; the author hears of it."""
    lost = "# One\n\n```{fact:term} the *`x`* code\n:name: x\n```\n"
    built = build(book(tmp_path / "book", one=lost), tmp_path / "out")

    assert any("one.md:3: WARNING: “```{fact:term}” does not begin a mark" in line for line in built.warnings)


def test_marks_that_are_shown_as_code_are_left_alone(tmp_path):
    """A manual may print a mark without marking a fact."""
    shown = "# One\n\n````md\n```{fact:term} osmosis\n:name: x\n```\n````\n\nWrite `` ```{fact:term} ``.\n"
    built = build(book(tmp_path / "book", one=shown), tmp_path / "out", "facts", strict=True)

    assert () == built.warnings
    assert len(read_bank(tmp_path / "out" / "facts.json")) == 0


def test_a_list_of_nothing_is_told(tmp_path):
    """A timeline in a book without events is a slip."""
    built = build(book(tmp_path / "book", one="# One\n\n```{fact:timeline}\n```\n"), tmp_path / "out")

    assert ("one.md:3: WARNING: {fact:timeline} has nothing to list; mark facts of its kind, or delete it "
            "[fact.empty-list]",) == built.warnings  # fmt: skip


PAGES = {"format": 1, "papers": {"a4": {"one#fact-flight": "34"}, "letter": {"one#fact-flight": "36"}}}


def pages_of(source: Path, digest: str) -> None:
    folder = source / "_build" / "pdf"
    folder.mkdir(parents=True)
    (folder / "pages.json").write_text(json.dumps({**PAGES, "book": digest}), "utf-8")


def test_pages_of_the_printed_book_are_in_the_bank(tmp_path):
    """Once the book has been printed, every fact has its page on each paper."""
    from build_tools.bank_writer import book_digest

    source = book(tmp_path / "book", one="# One\n" + EVENT)
    unprinted = build(source, tmp_path / "out", "facts")
    pages_of(source, book_digest(unprinted.app.env))
    printed = build(source, tmp_path / "out", "facts", strict=True)

    assert () == printed.warnings
    assert {"a4": "34", "letter": "36"} == read_bank(tmp_path / "out" / "facts.json")["flight"].place.pages


def test_pages_of_an_older_book_are_left_out(tmp_path):
    """A chapter that was altered since moves pages, though no fact of it changed: told once, and the bank is made."""
    from build_tools.bank_writer import book_digest

    source = book(tmp_path / "book", one="# One\n" + EVENT)
    pages_of(source, book_digest(build(source, tmp_path / "out", "facts").app.env))
    chapter = source / "one.md"
    chapter.write_text(chapter.read_text("utf-8") + "\nA longer paragraph.\n", "utf-8")
    built = build(source, tmp_path / "out", "facts", strict=True)

    assert ((), 0) == (built.warnings, built.status)
    assert 1 == built.said.count(
        "the printed book is older than the chapters, so no page numbers are given; run make pdf"
    )
    assert {} == read_bank(tmp_path / "out" / "facts.json")["flight"].place.pages


def test_a_page_map_that_is_none_is_told(tmp_path):
    """A broken page map costs the page numbers and not the bank."""
    source = book(tmp_path / "book", one="# One\n" + EVENT)
    (source / "_build" / "pdf").mkdir(parents=True)
    (source / "_build" / "pdf" / "pages.json").write_text("{", "utf-8")
    built = build(source, tmp_path / "out", "facts")

    assert "this page map cannot be read" in built.warnings[0]
    assert 1 == len(read_bank(tmp_path / "out" / "facts.json"))


def test_a_fact_in_an_included_file_has_its_own_place(tmp_path):
    """A chapter may be put together from files; a fault is told in the file that holds it."""
    source = book(tmp_path / "book", one="# One\n\n```{include} part.txt\n```\n")
    (source / "part.txt").write_text("Text.\n" + FAULTY, "utf-8")
    with (source / "conf.py").open("a", encoding="utf-8") as settings:
        settings.write("\nworksheets_insert_files = True\n")
    built = build(source, tmp_path / "out")

    assert ("part.txt:5: WARNING: “21 November 1783” is no date; write “1783-11-21” [fact.bad-date]",) == built.warnings


@pytest.mark.parametrize(
    "reading",
    [
        "{include} SECRET", "{literalinclude} SECRET", "{raw} html\n:file: SECRET", "{csv-table}\n:file: SECRET",
        "{eval-rst}\n.. include:: SECRET", "{eval-rst}\n.. raw:: html\n   :file: SECRET",
        "{raw} html\n:url: http://localhost:1/SECRET", "{csv-table}\n:url: http://localhost:1/SECRET",
    ],
)  # fmt: skip
def test_a_chapter_reads_no_other_file(tmp_path, reading):
    """A chapter from a stranger can neither print a file of the machine nor fetch an address."""
    (tmp_path / "secret.txt").write_text("the-hidden-words", "utf-8")
    chapter = f"# One\n\n```{reading.replace('SECRET', '../secret.txt')}\n```\n"
    built = build(book(tmp_path / "book", one=chapter), tmp_path / "out")

    assert "the-hidden-words" not in (tmp_path / "out" / "one.html").read_text("utf-8")
    assert any(re.search("disabled|deactivated", warning) for warning in built.warnings)


def test_a_term_in_a_list_is_a_fact_too(tmp_path):
    """Marks may stand inside other blocks."""
    nested = "# One\n\n- first\n\n  ```{fact:term} osmosis\n  :name: osmosis\n  :class: movement\n  the net movement of water into a solution\n  ```\n"  # noqa: E501
    build(book(tmp_path / "book", one=nested), tmp_path / "out", "facts", strict=True)

    assert isinstance(read_bank(tmp_path / "out" / "facts.json")["osmosis"], Term)


def test_a_list_keeps_the_italics_of_a_mark(tmp_path: Path) -> None:
    """The title of a book is in italics wherever a fact is told again; plain words of others stay upright."""
    mark = (
        "```{fact:person} Ann Brook\n:name: brook\n:lived: 1900-1980\n:class: poet\n:sources: a\n"
        "the poet who wrote *Rain* and not the *Rains of Spring*\n```\n"
    )
    other = (
        "```{fact:person} Bob Ash\n:name: ash\n:lived: 1900-1980\n:class: poet\n:sources: a\n"
        "the poet who wrote of Rain\n```\n"
    )
    text = f"# One\n\n{mark}\n{other}\n```{{fact:people}}\n```\n"
    listed = build(book(tmp_path / "book", one=text), tmp_path / "out").text("one.html").partition("fact-people")[2]

    assert re.findall("<em>(.*?)</em>", listed) == ["Rain", "Rains of Spring"]


def test_the_table_of_disputes_keeps_the_italics_of_a_view(tmp_path: Path) -> None:
    """As in the box of the view, and in no other view."""
    view = (
        "```{{fact:view}} {name} (1999)\n:name: {key}\n:on: where rain comes from\n:sources: a\n"
        "argued that {thesis}\n```\n"
    )
    views = view.format(name="Ann Brook", key="brook", thesis="it is told in *Rain*")
    views += "\n" + view.format(name="Bob Ash", key="ash", thesis="Rain tells nothing")
    text = f"# One\n\n{views}\n```{{fact:disputes}}\n```\n"
    listed = build(book(tmp_path / "book", one=text), tmp_path / "out").text("one.html").partition("fact-disputes")[2]

    assert re.findall("<em>(.*?)</em>", listed) == ["Rain"]
