"""The structure of printed books, for readers who listen: each piece of it is missed when it is missing."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import outloud
import pdfua
import pikepdf
import pytest

from build_tools.book.finish import finish
from build_tools.book.folios import Folios
from build_tools.book.tables import repeat_captions
from worksheets.press.fonts import font_face_css
from worksheets.press.typeset import typeset

from .tree_of_pdf import Part, read_tree

SENTENCE = "Water that falls as rain on the hills runs down to the sea in brooks and rivers. "
PARAGRAPHS = [f"{number}. {SENTENCE * 6}".strip() for number in range(8)]
CALL = "<span class=note data-tag=Note data-number=1 id=one>A note about rain.</span>"
ROWS = "".join(f"<tr><td>River {number}</td><td>{number} km</td></tr>" for number in range(40))
STYLE = """
@page { size: 100mm 120mm; margin: 15mm } html { font: 10pt/14pt Literata } ul ul { list-style: none }
.note { float: footnote } .note::footnote-call, .note::footnote-marker { content: attr(data-number) }
.columns { columns: 2 }
"""


def body(table: str) -> str:
    """Paragraphs of which the third calls a note, a long table, lists over pages and in lists, terms, columns."""
    paragraphs = "".join(f"<p>{text}{CALL if text == PARAGRAPHS[2] else ''}</p>" for text in PARAGRAPHS)
    items = "".join(f"<li>Item {number}.<ul><li>Below {number}.</li></ul></li>" for number in range(20))
    terms = "".join(f"<dt>Term {number}</dt><dd>what it says</dd>" for number in range(20))
    link = "<p>See <a href='#top'>the very long title of the first chapter of the book</a>.</p>" * 30
    return (
        f"<section><h1 id=top>Rivers</h1>{paragraphs}<p>In Russian <span lang=ru>река</span>.</p>{table}"
        f"<ul>{items}</ul><dl>{terms}</dl><div class=columns>{link}</div></section>"
    )


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Part:
    """The tree of a small document whose every part runs over a page's end; it breaks no rule by itself."""
    from lxml.html import fragment_fromstring, tostring

    table = fragment_fromstring(
        f"<div><table><caption>Long rivers</caption><thead><tr><th>Name<th>Length</thead><tbody>{ROWS}</table></div>"
    )
    repeat_captions(table)
    html = body(tostring(table, encoding="unicode"))
    head = f"<!DOCTYPE html><html lang=en><title>t</title><style>{font_face_css(html)}{STYLE}</style>"
    result = typeset(f"{head}<body>{html}", base=Path(), roots=[], one_tree=True)
    assert () == result.log
    file = tmp_path_factory.mktemp("structure") / "book.pdf"
    file.write_bytes(finish(result.pdf, Folios()))
    whole, faults = read_tree(file)

    assert [] == faults
    assert result.pages > 8
    return whole


def test_a_paragraph_over_two_pages_is_one(tree: Part) -> None:
    """Each paragraph is one element that says all of its words, wherever pages end."""
    found = [part.text.removesuffix(" 1") for part in tree.all("P")]

    assert PARAGRAPHS == found[: len(PARAGRAPHS)]


def test_lists_over_pages_are_one(tree: Part) -> None:
    """There are the lists that were written, with their items, and those within stand in their items."""
    outer, *inner = [part for part in tree.all("L") if "Item" in part.text or "Below" in part.text]

    assert [f"Item {number}." for number in range(20)] == [
        item.parts[-1].text.partition(" Below")[0] for item in outer.parts
    ]
    assert [f"Below {number}." for number in range(20)] == [part.text for part in inner]
    assert {"LBody"} == {kid.kind for item in outer.parts for kid in item.parts if kid.all("L")}


def test_a_table_over_pages_is_one_with_one_head(tree: Part) -> None:
    """The head that stands on each page is read once, and so is the caption, which is the table's own."""
    (table,) = tree.all("Table")

    assert ["Caption", "THead", "TBody"] == [part.kind for part in table.parts]
    assert "Long rivers" == table.parts[0].text
    assert ["Name", "Length"] == [cell.text for cell in table.all("TH")]
    assert 40 == len(table.parts[2].parts)


def test_cells_name_heads_that_are_there(tree: Part) -> None:
    """The cells of later pages belong to the one head, which tells that it heads a column."""
    (table,) = tree.all("Table")
    heads = {cell.name for cell in table.all("TH")}

    assert {"/Column"} == {cell.scope for cell in table.all("TH")}
    assert heads == {head for cell in table.all("TD") for head in cell.heads}


def test_a_note_is_read_behind_the_paragraph_that_calls_it(tree: Part) -> None:
    """Its number is a label, the call a reference; it has a name of its own."""
    (chapter,) = tree.all("Sect")
    at = next(number for number, part in enumerate(chapter.parts) if part.kind == "Note")
    caller, note = chapter.parts[at - 1], chapter.parts[at]

    assert caller.text.startswith(PARAGRAPHS[2])
    assert ["1"] == [part.text for part in caller.all("Reference")]
    assert "1 A note about rain." == note.text
    assert ["Lbl"] == [part.kind for part in note.parts]
    assert note.name


def test_terms_are_labels(tree: Part) -> None:
    """A term and its description are one item of a list."""
    (terms,) = [part for part in tree.all("L") if "Term" in part.text]

    assert [["Lbl", "LBody"]] * 20 == [[part.kind for part in item.parts] for item in terms.parts]
    assert "Term 3" == terms.parts[3].parts[0].text


def test_a_link_over_two_lines_is_one(tree: Part) -> None:
    """A link is heard once, with all of its words, in columns too."""
    title = "the very long title of the first chapter of the book"

    assert [title] * 30 == [part.text for part in tree.all("Link")]


def test_no_element_owns_what_it_does_not_hold() -> None:
    """White space between the items of a list in a line has no place in the tree, and is nobody's."""
    style = f"<style>{font_face_css()} ul, li {{ display: inline }}</style>"
    html = f"<!DOCTYPE html><html lang=en><title>t</title>{style}<div><ul><li>Volga</li> <li>Don</li></ul></div>"
    result = typeset(html, base=Path(), roots=[], one_tree=True)
    with pikepdf.open(BytesIO(result.pdf)) as pdf:
        _, owners = pdf.Root.StructTreeRoot.ParentTree.Nums
        holds = [None if owner is None else number in list(owner.K) for number, owner in enumerate(owners)]

    assert [True, None, True] == holds


def test_other_languages_are_named(tree: Part) -> None:
    """What is Russian is read out as Russian."""
    assert [("река", "ru")] == [(part.text, part.language) for part in tree.all("Span") if part.language]


@pytest.fixture(scope="module")
def book(printed: Path) -> Part:
    """The tree of the small book about rivers."""
    whole, faults = read_tree(printed / "book-a4.pdf")

    assert [] == faults
    return whole


def test_contents_are_a_table_of_contents(book: Part) -> None:
    """Chapters are its items, sections those of a table within; each refers to its page by a link."""
    contents, *within = book.all("TOC")
    chapters = [item.parts[0].text for item in contents.parts]

    assert {"TOCI"} == {part.kind for part in contents.parts}
    assert ["1 The source 1", "2 The mouth 3"] == [title for title in chapters if re.match(r"\d", title)]
    assert ["1.1 Summary 1"] == [item.text for item in within[0].parts]
    assert {2} == {len(reference.all("Link")) for reference in contents.all("Reference")}


def test_the_index_is_an_index(book: Part) -> None:
    """Its entries are the items of lists, whatever column they stand in."""
    (index,) = book.all("Index")

    assert ["H2", "L"] * 4 == [part.kind for part in index.parts]
    assert ["divide", "source", "spring", "Volga", "watershed"] == [
        item.text.split()[0] for listing in index.parts[1::2] for item in listing.parts
    ]


def test_notes_in_the_margin_are_notes(book: Part) -> None:
    """Each has a name of its own, as those at the foot have."""
    notes = book.all("Note")
    texts = [note.text for note in notes]

    assert 3 == len([text for text in texts if text.startswith(("Silt", "Tide", "Harbour"))])
    assert 4 == len([text for text in texts if re.match(r"\d", text)])
    assert len(notes) == len({note.name for note in notes})


def test_pages_are_labelled_as_they_are_numbered(printed: Path) -> None:
    """Roman labels for front matter, then those from 1 on."""
    with pikepdf.open(printed / "book-a4.pdf") as pdf:
        labels = [page.label for page in pdf.pages]
    body = labels.index("1")

    assert ["i", "ii", "iii"] == labels[:3]
    assert [str(number) for number in range(1, len(labels) - body + 1)] == labels[body:]


def test_programs_that_read_aloud_find_no_error(editions: Path) -> None:
    """In no edition; that notes are read elsewhere than drawn is as it is meant (a warning)."""
    files = sorted(editions.glob("*.pdf"))
    told = {file.name: [str(each) for each in pdfua.validate(str(file)).findings] for file in files}
    heard = {file.name: outloud.check(str(file)) for file in files}

    assert 5 == len(files)
    assert {} == {name: found for name, found in told.items() if found}
    assert [] == [
        (name, each.rule, each.message)
        for name, result in heard.items()
        for each in result.findings
        if str(each.severity) == "error" or result.error
    ]
