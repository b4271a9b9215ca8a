"""The locators of the index."""

from __future__ import annotations

from build_tools.book.folios import Folios
from build_tools.book.index import Entry, Letter, Target, add_mentions, locators, pointed_at, read_index
from build_tools.book.index_italics import in_two
from build_tools.book.markup import parse
from build_tools.book.references import name_mentions
from build_tools.book.whole_index import typeset_words


def written(pages: list[int], main: int = 0, body_at: int = 3) -> list[tuple[str, bool]]:
    """The locators of an entry that was marked on some physical pages, on one of them as the main treatment."""
    ids = {f"on-{page}": page for page in [*pages, body_at]}
    folios = Folios({**ids, "body": body_at}, body="body")
    return [(found.label, found.main) for found in locators([Target(f"on-{p}", p == main) for p in pages], folios)]


def test_a_page_is_named_once() -> None:
    """Two marks on one page are one locator."""
    assert [("3", False)] == written([5, 5])


def test_three_pages_in_a_row_are_a_range() -> None:
    """Two neighbouring pages are two mentions, three a treatment."""
    assert [("1", False), ("2", False), ("5–7", False)] == written([9, 3, 8, 4, 7])


def test_the_main_page_stands_by_itself() -> None:
    """A bold locator is not swallowed by a range."""
    assert [("1", False), ("2", True), ("3", False)] == written([3, 4, 5], main=4)


def test_a_mark_on_the_main_page_does_not_hide_it() -> None:
    """Of two marks on one page the main one counts."""
    folios = Folios({"a": 3, "b": 3, "body": 3}, body="body")
    found = locators([Target("a", False), Target("b", True)], folios)

    assert [("1", True)] == [(locator.label, locator.main) for locator in found]


def test_a_range_does_not_run_from_front_matter_into_the_body() -> None:
    """Roman and arabic folios are not one row of numbers."""
    assert [("iii", False), ("iv", False), ("1", False)] == written([3, 4, 5], body_at=5)


def test_sphinx_entries_are_taken_over() -> None:
    """Targets get their printed ids, and what has no target is something to see."""
    sphinx = [("S", [("spring", ([("main", "printed:one#a"), ("", "printed:two#b")], [("see source", [])], None))])]
    letter = read_index(sphinx, {"two--b": "two--heading"})[0]
    expected = Entry("spring", (Target("one--a", True), Target("two--heading", False)), ("see source",))

    assert ("S", (expected,)) == (letter.letter, letter.entries)


def test_mentions_are_found_through_links() -> None:
    """A link to what an entry points to is one more locator, and the entry's own place is the main one."""
    root = parse('<p><a href="#one--fact-a">A</a> and <a href="#one--other">B</a></p>')
    index = (Letter("A", (Entry("a", (Target("one--fact-a", False),)),)),)
    mentions = name_mentions(root, "two", pointed_at(index))
    entry = add_mentions(index, mentions)[0].entries[0]

    assert {"one--fact-a": ["two--mention-1"]} == mentions
    assert ["two--mention-1", None] == [link.get("id") for link in root.iter("a")]
    assert (Target("one--fact-a", True), Target("two--mention-1", False)) == entry.targets


def test_what_an_author_emphasised_is_in_italics() -> None:
    """Where the last word stands apart too, for it keeps to the first page number; and no other signs are lost."""
    entry = Entry("the book *Rain* & Snow of Spring", italics=("Snow of Spring", "Snow"))
    plain = Entry("Snow & Rain")

    assert ("the book *Rain* &amp; <em>Snow of </em>", "<em>Spring</em>") == in_two(entry)
    assert ("Snow &amp; ", "Rain") == in_two(plain)


def test_the_italics_of_a_fact_go_with_its_entry() -> None:
    """Another fact of the same words has its own."""
    entries = tuple(Entry("the book Ann's Rain", (Target(name, True),)) for name in ("a", "b"))
    (letter,) = typeset_words([Letter("B", entries)], "en", True, {"a": ("Ann's Rain",)})

    assert [("Ann\N{RIGHT SINGLE QUOTATION MARK}s Rain",), ()] == [entry.italics for entry in letter.entries]
