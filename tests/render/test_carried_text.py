"""How tables, extracts, drawings, groups and parts read as plain text."""

from __future__ import annotations

from dataclasses import replace

from carried import FULL
from example_sheets import key_of, worksheet

from worksheets.exhibits import Table
from worksheets.plain_text import WIDTH, table
from worksheets.questions import GAP, Question
from worksheets.rendering.text import key_text, sheet_text
from worksheets.worksheet import PersonalSheet, Worksheet


def sheet(question: Question) -> Worksheet:
    return worksheet(("Part", "", (question,)))


def test_a_sheet_shows_all_that_a_question_carries() -> None:
    """What is read comes first, then what is to be done; every text is there."""
    text = sheet_text(PersonalSheet(sheet(FULL), "sheet-1"))
    expected = """
1.  Use the sources.                                                                         (6)
    Source A
    | Jenner was a country ____________________.
    | He lived in Berkeley.
    -- A letter from Berkeley, 1798
    Picture: A scale of years from 1780 to 1980.
    | Year | Letter |
    |------|--------|
    | 1796 |        |
    | Person  | Disease              | Your notes |
    |---------|----------------------|------------|
    | Jenner  | ____________________ |            |
    | Pasteur | rabies               |            |
    | influenza | malaria | measles
    Caused by viruses (2): ____________________
    Caused by protists (1): ____________________
    [ ] A  In Berkeley
    [ ] B  In Paris
    (a) He tested ____________________.
        A  cowpox
    (a) What does Source A say?                                                              (4)
"""

    assert expected in text
    assert "    1 across Which cattle disease is meant?" in text


def test_a_key_says_how_each_part_and_gap_is_marked() -> None:
    """Answers of gaps and parts, bands with what may be credited and where it is taught, and the solved drawing."""
    text = key_text(key_of(sheet(replace(FULL, options=(), groups=(), rows=(), row_keys=()))))
    expected = """
1.  1 doctor  2 smallpox                                                                     (6)
    1 accept: physician
    (a) that he was a doctor                                                                 (4)
    - he was a doctor (1)
    1 across cowpox                                                                          (2)
    Spelling counts.
    bands: generic/paragraph-6
    * the cowpox test was one trial on one boy -> section 2.1, page 14
    Picture: A scale of years from 1780 to 1980.
    | Year | Letter |
    |------|--------|
    | 1796 | A      |
    -> section 2.1, page 14
"""

    assert expected in text


def test_a_wide_table_is_kept_within_the_page() -> None:
    """Columns give way to each other, the widest first, and their cells take several lines."""
    sentence = "Jenner tested cowpox as a protection against smallpox on the son of a gardener."
    lines = list(table(Table(rows=((sentence, "1796", f"{sentence} {GAP}"),), heads=("What", "When", "Who"))))

    assert max(map(len, lines)) <= WIDTH
    assert len({len(line) for line in lines}) == 1
    assert all("1796" not in line for line in lines[3:])


def test_a_grid_of_letters_is_printed_as_letters() -> None:
    """Word searches and crosswords need no rules between their signs."""
    grid = Table(rows=(("M", "A", "R", "S"), ("1", GAP, "", "12")))

    assert list(table(grid)) == ["     M  A  R  S", "     1  _  . 12"]
