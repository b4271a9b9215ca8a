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


def test_a_sign_that_the_text_names_is_told_and_left_out(tmp_path: Path) -> None:
    """Markdown reads a numeric reference as its sign, in text, headings and what is said of a picture."""
    rain = "# On &#12; hills\n\nIt falls\n*where* it\nfalls&#12;down\n\n![a &#12; drop](drop.png)\n\n`&#12;`\n"
    source = book(tmp_path / "source", index="# Book\n", rain=rain)
    (source / "drop.png").write_bytes(b"")
    built = build(source, tmp_path / "out")
    told = [warning.partition(",")[0] for warning in built.warnings]

    assert [f"rain.md:{line}: WARNING: U+000C" for line in (1, 5, 7)] == told
    assert "falls down" in built.text("rain.html")
    assert "&amp;#12;" in built.text("rain.html")
    assert "\x0c" not in built.text("rain.html") + built.text("index.html")


def test_what_is_no_character_is_left_out(tmp_path: Path) -> None:
    """U+FFFF and its like, in every plane."""
    source = book(tmp_path / "source", index="# Book\n", rain="# Rain\n\none\ufffetwo\ufdd0three\U0010ffff\n")
    built = build(source, tmp_path / "out")
    told = [warning.split(" ", 2)[2] for warning in built.warnings]

    assert 3 == len(told)
    assert told[0].startswith("U+FFFE, a noncharacter, cannot be printed")
    assert "one two three" in built.text("rain.html")


def test_a_chapter_with_stray_signs_is_printed(tmp_path: Path) -> None:
    """Some of these signs part the text of a book for the typesetter; those of an author do not."""
    signs = "one \x0c two \x0b three \x01 four \ufffe five \uffff six &#12; seven &#xC; <b>eight &#12;</b>"
    html = "<div title='a&#12;b'>&#xFFFE; nine &#38;&#012a</div>"
    source = book(tmp_path / "source", index="# Book\n", rain=f"# Rain &#12;\n\n{signs}\n\n{html}\n")
    built = build(source, tmp_path / "out", "bookpdf")

    assert 12 == len(built.warnings)
    assert (tmp_path / "out" / "book-a4.pdf").exists()


def test_tabs_and_ends_of_lines_are_no_stray_signs(tmp_path: Path) -> None:
    """They are white space."""
    source = book(tmp_path / "source", index="# Book\n", rain="# Rain\r\n\r\nfalls\tdown\r\n")

    assert () == build(source, tmp_path / "out").warnings
