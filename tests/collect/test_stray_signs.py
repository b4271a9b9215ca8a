"""Control characters in a chapter: no page can show them, and the author hears where they stand."""

from __future__ import annotations

from pathlib import Path

from .books import book, build


def test_a_stray_sign_is_told_with_its_line_and_left_out(tmp_path: Path) -> None:
    """A line break of a word processor becomes a space, in the text and in headings."""
    source = book(tmp_path / "source", index="# Book\n", rain="# Rain\n\nfalls\x0bdown\n\n## On \x0c hills\n")
    built = build(source, tmp_path / "out")

    assert 2 == len(built.warnings)
    assert built.warnings[0].startswith("rain.md:3: WARNING: U+000B, a vertical tab, cannot be printed")
    assert built.warnings[1].startswith("rain.md:5: WARNING: U+000C, a form feed, cannot be printed")
    assert "falls down" in built.text("rain.html")


def test_a_chapter_with_stray_signs_is_printed(tmp_path: Path) -> None:
    """Some of these signs part the text of a book for the typesetter; those of an author do not."""
    source = book(tmp_path / "source", index="# Book\n", rain="# Rain\n\none \x0c two \x0b three \x01\n")
    built = build(source, tmp_path / "out", "bookpdf")

    assert 3 == len(built.warnings)
    assert (tmp_path / "out" / "book-a4.pdf").exists()


def test_tabs_and_ends_of_lines_are_no_stray_signs(tmp_path: Path) -> None:
    """They are white space."""
    source = book(tmp_path / "source", index="# Book\n", rain="# Rain\r\n\r\nfalls\tdown\r\n")

    assert () == build(source, tmp_path / "out").warnings
