"""Order and parts of the book."""

from __future__ import annotations

from build_tools.book.documents import PrintedDocument, printed_documents


def parts(*documents: PrintedDocument) -> list[tuple[str, int, str]]:
    return [(document.docname, document.depth, document.matter) for document in documents]


def test_unnumbered_chapters_before_and_after_the_numbered_ones_are_front_and_back_matter() -> None:
    """A preface counts in roman numerals, a glossary goes on behind the chapters."""
    includes = {"index": ["preface", "one", "two", "words"], "one": ["one/part"]}

    assert [
        ("preface", 1, "front"),
        ("one", 1, "body"),
        ("one/part", 2, "body"),
        ("two", 1, "body"),
        ("words", 1, "back"),
    ] == parts(*printed_documents("index", includes, {"one", "one/part", "two"}))


def test_an_unnumbered_chapter_between_numbered_ones_stays_in_the_body() -> None:
    """An interlude has arabic folios like its neighbours."""
    found = printed_documents("index", {"index": ["one", "interlude", "two"]}, {"one", "two"})

    assert {"body"} == {document.matter for document in found}


def test_a_book_without_numbers_is_all_body() -> None:
    """Where no chapter bears a number, all count from page 1."""
    found = printed_documents("index", {"index": ["a", "b"]}, ())

    assert [("a", 1, "body"), ("b", 1, "body")] == parts(*found)


def test_a_root_without_chapters_is_the_book() -> None:
    """A book of one document is printed, not left out as a landing page."""
    assert [("index", 1, "body")] == parts(*printed_documents("index", {}, ()))


def test_a_document_is_printed_once() -> None:
    """Two toctrees may name one document, even in a circle; it stands where it is named first."""
    found = printed_documents("index", {"index": ["a", "b", "a"], "a": ["b"], "b": ["index"]}, ())

    assert [("a", 1, "body"), ("b", 2, "body")] == parts(*found)
