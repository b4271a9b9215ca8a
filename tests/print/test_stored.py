"""Editions that are not set again."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from build_tools.book import printing, stored
from build_tools.book.document import Book, Draft, Press, TitlePage, tree_of
from build_tools.book.editions import EDITIONS, STUDENT, Edition
from build_tools.book.index import Entry, Letter, Target
from build_tools.book.stored import Stored, digest, last_anchors, load, record, record_name
from worksheets.press import long_document
from worksheets.press.typeset import TypesetError
from worksheets.resources import templates

BOOK = Book(TitlePage("Rivers"), "en", "index", (), (), {})
PLACES = Letter("D", (Entry("dam", (Target("x", main=False),)),))
INDEXED = Book(BOOK.title_page, "en", "index", (), (PLACES,), {})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the student's edition as it was made from "same"."""
    stored = Stored(b"%PDF", 3, {"a": 2}, b'[{"lines":[1]}]')
    (tmp_path / STUDENT.file).write_bytes(stored.pdf)
    (tmp_path / record_name(STUDENT)).parent.mkdir()
    (tmp_path / record_name(STUDENT)).write_bytes(record("same", stored))
    return tmp_path


def test_what_is_made_from_the_same_is_found_again(folder: Path) -> None:
    """The edition comes back with its pages, anchors and survey."""
    assert Stored(b"%PDF", 3, {"a": 2}, b'[{"lines":[1]}]') == load(folder, STUDENT, "same")


def test_what_was_made_from_something_else_is_not(folder: Path) -> None:
    """Another digest, another edition, a PDF that somebody changed or a broken record: it is set again."""
    assert load(folder, STUDENT, "other") is None
    assert load(folder, EDITIONS["teacher-a4"], "same") is None
    (folder / STUDENT.file).write_bytes(b"%PDF of another")
    assert load(folder, STUDENT, "same") is None
    (folder / STUDENT.file).write_bytes(b"%PDF")
    for broken in (b"", b"[]", b'{"digest": "\xff"}'):
        (folder / record_name(STUDENT)).write_bytes(broken)
        assert load(folder, STUDENT, "same") is None
        assert {} == last_anchors(folder, STUDENT)


def test_everything_that_is_printed_is_in_the_digest(tmp_path: Path) -> None:
    """Text, edition, places of the index and the bytes of pictures change it; the same gives the same."""
    picture = tmp_path / "dot.png"
    picture.write_bytes(b"one")
    html = f"<html><body><p>Text</p><img src='{picture.as_uri()}'></body></html>"

    def made_from(edition: Edition = STUDENT, book: Book = BOOK, text: str = html) -> str:
        return digest(edition, book, text, tree_of(text))

    first = made_from()
    others = [
        made_from(text=html.replace("Text", "Other text")),
        made_from(EDITIONS["printer-a4"]),
        made_from(book=INDEXED),
    ]

    assert first == made_from()
    picture.write_bytes(b"two")
    assert 5 == len({first, *others, made_from()})


@pytest.mark.parametrize("library", ["weasyprint", "pydyf", "cssselect2", "fonttools", "lxml", "libxml2"])
def test_another_version_of_what_sets_the_text_is_in_the_digest(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """An edition that another version has read, laid out or written is set again."""
    html = "<html><body><p>Text</p></body></html>"
    before = digest(STUDENT, BOOK, html, tree_of(html))
    usual = stored.version
    monkeypatch.setattr(stored, "version", lambda name: "0" if name == library else usual(name))
    if library == "libxml2":
        monkeypatch.setattr(etree, "LIBXML_VERSION", (0, 0, 0))

    assert before != digest(STUDENT, BOOK, html, tree_of(html))


def test_an_unchanged_edition_is_not_set_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The typesetter is called for an edition that changed, and not for one that did not."""

    def refuse(*_: object, **__: object) -> None:
        raise TypesetError("called")

    monkeypatch.setattr(printing, "LongDocument", refuse)
    press = Press(templates())

    def pages() -> list[int]:
        books = printing.print_books(
            {"student": INDEXED},
            {},
            [STUDENT],
            press=press,
            base=folder,
            roots=[],
            told=lambda *_: None,
            kept=folder,
        )
        return [printed.pages for printed in books]

    with pytest.raises(TypesetError):
        pages()
    html = Draft(INDEXED, STUDENT, press).first
    made_from = digest(STUDENT, INDEXED, html, tree_of(html))
    (folder / record_name(STUDENT)).write_bytes(record(made_from, Stored(b"%PDF", 3, {"a": 2}, b"[]")))

    assert [3] == pages()


def wait_for(file: Path) -> None:
    """Wait until a child has made a file; one that has not after a minute will not."""
    for _ in range(6000):
        if file.exists():
            return
        time.sleep(0.01)
    raise AssertionError(f"no child has made {file.name}")


@pytest.mark.parametrize("error", [KeyboardInterrupt, TypesetError])
def test_an_end_before_time_ends_the_other_editions(
    error: type[BaseException], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where one edition fails or Ctrl-C comes, the child that prints another is ended: it would work for minutes."""
    begun, ended = tmp_path / "begun", tmp_path / "ended"
    slow = "import pathlib, sys, time; begun, ended = map(pathlib.Path, sys.argv[1:])"
    slow += "; begun.touch(); time.sleep(60); ended.touch()"
    monkeypatch.setattr("os.cpu_count", lambda: 2)  # else one edition is printed after the other
    monkeypatch.setattr(long_document, "CHILD", ("-c", slow, str(begun), str(ended)))
    usual: Callable[[Draft], str] = Draft.__dict__["first"].func

    def fail(draft: Draft) -> str:
        if draft.edition is STUDENT:
            wait_for(begun)
            raise error
        return usual(draft)

    monkeypatch.setattr(Draft, "first", property(fail))
    with pytest.raises(error):
        printing.print_books(
            {"student": INDEXED}, {}, [STUDENT, EDITIONS["printer-a4"]],
            press=Press(templates()), base=tmp_path, roots=[], told=lambda *_: None, kept=tmp_path,
        )  # fmt: skip

    assert not ended.exists()
