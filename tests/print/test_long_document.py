"""A document in parts looks as if it were laid out as a whole, and only what has changed is laid out again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from worksheets.press import long_document
from worksheets.press.fonts import font_face_css
from worksheets.press.long_document import LongDocument
from worksheets.press.passes import PART, WAITING
from worksheets.press.typeset import Typeset, TypesetError, typeset

SENTENCE = "Water that falls as rain on the hills runs down to the sea in brooks and rivers. "
STYLE = """
@page { size: 100mm 120mm; margin: 15mm; @bottom-center { content: counter(page) } @top-left { content: string(c) } }
@page :left { margin-left: 25mm } @page :blank { @bottom-center { content: none } @top-left { content: none } }
@page :nth(1 of body) { @top-left { content: none } } @page :nth(1 of first) { counter-reset: page 1 }
html { font: 10pt/14pt Literata } h1 { string-set: c content() } section { break-before: recto; page: body }
section.front { page: auto } section.first { page: first } section.back { break-before: page }
.note { float: footnote } .note::footnote-call, .note::footnote-marker { content: "1" }
"""
GRID = (15.0, 14 * 25.4 / 72)


def chapter(name: str, paragraphs: int, kind: str = "") -> str:
    """A part whose paragraphs have ids; its second one bears a footnote."""
    note = '<span class="note">Brooks are small.</span>'
    texts = "".join(
        f'<p id="{name}-{number}">{number}. {SENTENCE * 3}{note if number == 1 else ""}</p>'
        for number in range(paragraphs)
    )
    head = f'<h1 id="{name}">Chapter {name}</h1><p><a href="#d">To the end</a></p>'
    return f'<section class="{kind}">{head}{texts}</section>'


def text(*parts: str, mark: str = PART) -> str:
    """A document of parts, the last of which waits; without marks where none is wanted."""
    *first, last = parts
    marked = "".join(mark + part for part in first) + (WAITING if mark else "") + last
    head = f"<!DOCTYPE html><html lang=en><head><title>t</title><style>{font_face_css(marked)}{STYLE}</style></head>"
    return f"{head}<body>{marked}</body></html>"


def parts(second: int = 9, third: int = 12, last: str = "d") -> list[str]:
    """Parts that end on pages of either side."""
    return [
        chapter("a", 4, "front"), chapter("b", second, "first"), chapter("c", third),
        chapter(last, 5, "back"), chapter("e", 2, "back"),
    ]  # fmt: skip


@pytest.fixture
def document() -> Iterator[LongDocument]:
    """A document that nothing was laid out of."""
    with LongDocument(base=Path(), roots=[], grid=GRID) as made:
        yield made


def told(layout: Typeset) -> list[Mapping[str, Any]]:
    """The survey of a layout."""
    assert () == layout.log
    return [*layout.survey]


@pytest.mark.parametrize("second", [4, 9, 14])
def test_parts_make_the_same_pages_as_one_document(document: LongDocument, second: int) -> None:
    """Every line stands where it would, blank pages, page numbers, running heads and footnotes too."""
    whole = typeset(text(*parts(second), mark=""), base=Path(), roots=[], grid=GRID, survey=True, draw=False)
    in_parts = document.lay_out(text(*parts(second)))

    assert told(whole) == told(in_parts)
    assert whole.anchors == in_parts.anchors
    assert whole.spans == in_parts.spans
    assert any(page["blank"] for page in in_parts.survey)
    assert any(page["footnotes"] for page in in_parts.survey)


RICH_STYLE = """
ul { list-style: square } li::marker { color: #900 } .narrow { width: 40% } .boxed { padding: 5%; border: 1px solid }
.wide { letter-spacing: 1pt; word-spacing: 2pt } .caps { font-variant-caps: small-caps } .big { font-size: 1.5rem }
.cut { hyphens: auto; width: 20mm } .kept { white-space: pre; tab-size: 3 } td, th { padding: 3%; width: 25% }
table { border-collapse: collapse } .apart { border-collapse: separate } .float { float: right; width: 30mm }
a::after { content: " (" attr(href) ")" } .said::before { content: attr(title) ": " }
"""
DRAWING = '<svg viewBox="0 0 90 20" width="{}"><text x="5" y="9" font-family="{}" font-size="9">Rain</text></svg>'


def rich(name: str, number: int) -> str:
    """A part in which one text stands in many styles, and one style in many rooms, with anchors and without."""
    looks = ("", "narrow", "boxed", "wide", "caps", "big", "cut", "kept", "float", "said")
    texts = "".join(
        f'<div class="{look}" title="{look}"><p>{SENTENCE * 2}</p><p id="{name}-{look}">{SENTENCE}<u>{SENTENCE}</u></p>'
        f'<p lang="de" style="margin-left: {number}mm">{SENTENCE}<b>{SENTENCE}</b><a href="#{name}">here</a></p></div>'
        for look in looks
    )
    rows = f'<tr><th>Rain<td id="{name}-cell">{SENTENCE}<tr><th>Rain<td><div class="boxed">{SENTENCE}</div>'
    tables = f'<table>{rows}</table><table class="apart">{rows.replace("-cell", "-place")}</table>'
    drawings = DRAWING.format("50mm", "Literata") + DRAWING.format("70mm", "Source Sans 3")
    points = f'<ul id="{name}-list"><li>{SENTENCE}</li><li id="{name}-point">{SENTENCE}</li></ul>'
    return f'<section><h1 id="{name}">{name}</h1>{texts}{tables}{drawings}{points}</section>'


def test_what_is_remembered_of_a_layout_is_what_another_would_find() -> None:
    """Styles, lines and lengths that parts and layouts share look as if each had found its own."""

    def written(*found: str, mark: str = "") -> str:
        return text(*found, mark=mark).replace("</style>", f"{RICH_STYLE}</style>")

    parts = [rich("a", 3), rich("b", 9)]
    whole = typeset(written(*parts), base=Path(), roots=[], grid=GRID, survey=True, one_tree=True)
    with LongDocument(base=Path(), roots=[], grid=GRID) as document:
        document.lay_out(written(rich("b", 5), rich("a", 9), mark=PART))
        layout = document.lay_out(written(*parts, mark=PART), last=True)
        pdf, _ = document.draw()

    assert told(whole) == told(layout)
    assert whole.anchors == layout.anchors
    assert drawn(whole.pdf) == drawn(pdf)


# CSS that changes the lines of a text, by what the other lines that it is compared with have.
IN_ALL = "white-space: pre-wrap"
HYPHENATED = "hyphens: auto"
CHANGES = {
    "": [
        "font-size: 12pt", "font-style: italic", "font-weight: 700", "font-kerning: none",
        "font-variant-ligatures: none", "font-variant-position: super",
        "font-variant-caps: small-caps", "font-variant-numeric: oldstyle-nums", "font-variant-numeric: lining-nums",
        "font-feature-settings: 'smcp'", "letter-spacing: 1pt", "word-spacing: 2pt", "overflow-wrap: anywhere",
        "word-break: break-all", "white-space: nowrap", "direction: rtl", HYPHENATED, "font-family: 'Source Sans 3'",
    ],
    IN_ALL: ["tab-size: 2", "tab-size: 9"],
    HYPHENATED: ["hyphenate-character: '='", "hyphenate-limit-chars: 14", "hyphenate-limit-zone: 20mm"],
}  # fmt: skip
WORDS = "In 1937, AVATAR! fifty\tfishes: incomprehensibilities of Donaudampfschifffahrt."


def in_many_looks() -> str:
    """One text in rooms of one size, in styles each of which differs from another in one thing."""
    texts = []
    for common, changes in CHANGES.items():
        for change in ("", *changes):
            texts.append(f'<p style="width: 32mm; text-align: right; {common}; {change}" lang="en">{WORDS}</p>')
        texts.append(f'<p style="width: 32mm; text-align: right; {common}" lang="de">{WORDS}</p>')
    return f"<section><h1>Looks</h1>{''.join(texts)}</section>"


def test_a_line_is_remembered_for_texts_of_its_own_look_alone() -> None:
    """What differs in one property only is laid out by itself."""
    whole = typeset(text(in_many_looks(), "", mark=""), base=Path(), roots=[], grid=GRID, survey=True, one_tree=True)
    with LongDocument(base=Path(), roots=[], grid=GRID) as document:
        layout = document.lay_out(text(in_many_looks()), last=True)
        pdf, _ = document.draw()

    assert told(whole) == told(layout)
    assert drawn(whole.pdf) == drawn(pdf)


def test_a_part_that_moves_up_is_kept(document: LongDocument) -> None:
    """It is not thrown away with the one whose place it leaves to another."""
    short, other = chapter("a", 2), chapter("b", 3)
    document.lay_out(text(short, other, other.replace("b-", "c-"), chapter("d", 2)))
    moved = (chapter("a", 9), chapter("e", 3), chapter("d", 2))
    layout = document.lay_out(text(*moved), last=True)

    assert told(typeset(text(*moved, mark=""), base=Path(), roots=[], grid=GRID, survey=True)) == told(layout)
    assert document.draw()[1] == ()


@pytest.mark.parametrize("said", ["body { overflow: hidden; height: 60mm }", "html { overflow: hidden }"])
def test_what_is_said_of_the_whole_page_holds_in_each_layout(said: str) -> None:
    """WeasyPrint takes it from the style of the body to the page."""

    def written(*found: str, mark: str = PART) -> str:
        return text(*found, mark=mark).replace("</style>", f"{said}</style>")

    texts = [written(chapter("a", 3), chapter("d", number)) for number in (9, 4)]
    with LongDocument(base=Path(), roots=[], grid=GRID) as document:
        for each in texts:
            document.lay_out(each, last=True)
        again, _ = document.draw()
    with LongDocument(base=Path(), roots=[], grid=GRID) as document:
        document.lay_out(texts[-1], last=True)
        first, _ = document.draw()

    assert drawn(first) == drawn(again)


def test_a_style_that_says_nothing_is_no_fault(document: LongDocument) -> None:
    """Authors' own HTML may hold one."""
    layout = document.lay_out(text('<section style=";"><p>Rain</p></section>', ""))

    assert ["Rain"] == [line["text"] for line in told(layout)[0]["lines"]]


def drawn(pdf: bytes) -> list[bytes]:
    """What is drawn on each page."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        return [page.Contents.read_bytes() for page in opened.pages]


def test_a_text_that_changes_is_laid_out_as_if_it_had_always_been_so(document: LongDocument) -> None:
    """Where a part grows, shrinks or moves, what was kept of the others is still right."""
    for second, third in ((9, 12), (13, 12), (13, 3), (4, 12)):
        layout = document.lay_out(text(*parts(second, third)), last=True)
        whole = typeset(text(*parts(second, third), mark=""), base=Path(), roots=[], grid=GRID, survey=True, draw=False)

        assert told(whole) == told(layout)
        assert whole.anchors == layout.anchors


def test_a_part_that_waits_stands_as_it_was_until_the_others_are_settled(document: LongDocument) -> None:
    """A change of its own does not count as long as another part changes."""
    document.lay_out(text(*parts()))
    waiting = document.lay_out(text(*parts(second=10)[:-1], chapter("f", 3, "back")))
    settled = document.lay_out(text(*parts(second=10)[:-1], chapter("f", 3, "back")))

    assert (False, True) == (waiting.whole, settled.whole)
    assert ("e" in waiting.anchors, "f" in waiting.anchors) == (True, False)
    assert ("e" in settled.anchors, "f" in settled.anchors) == (False, True)


def test_nothing_waits_in_the_last_layout(document: LongDocument) -> None:
    """A document that does not settle is drawn as its text says."""
    document.lay_out(text(*parts()))
    layout = document.lay_out(text(*parts(second=10)[:-1], chapter("f", 3, "back")), last=True)

    assert layout.whole
    assert "f" in layout.anchors


def test_it_is_drawn_as_one_document(document: LongDocument) -> None:
    """Links lead from part to part, and the parts have one outline and one tree of elements."""
    document.lay_out(text(*parts()))
    pdf, log = document.draw()
    with pikepdf.open(BytesIO(pdf)) as opened:
        links = {str(note.Dest) for page in opened.pages for note in page.get("/Annots", ())}
        elements = [item for item in opened.objects if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/H1"]
        outline = [item.title for item in opened.open_outline().root]

    assert () == log
    assert {"d"} == links
    assert 5 == len(elements)
    assert [f"Chapter {name}" for name in "abcde"] == outline


def test_the_same_text_gives_the_same_bytes_whatever_came_before() -> None:
    """What was laid out on the way leaves no trace in the PDF."""
    drawn = []
    for before in ((), (7, 3)):
        with LongDocument(base=Path(), roots=[]) as document:
            for second in before:
                document.lay_out(text(*parts(second)))
            document.lay_out(text(*parts()), last=True)
            drawn.append(document.draw()[0])

    assert drawn[0] == drawn[1]


def test_a_dead_link_is_told_when_it_is_drawn(document: LongDocument) -> None:
    """Whether its target is in another part shows only then."""
    layout = document.lay_out(text(*parts(last="x")))

    assert () == layout.log
    assert any("#d" in line for line in document.draw()[1])


def test_a_crash_is_a_clear_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """A child that dies gives an error with its exit status and last words."""
    monkeypatch.setattr(long_document, "CHILD", ("-c", "import sys; print('ouch', file=sys.stderr); sys.exit(7)"))

    with LongDocument(base=Path(), roots=[]) as document, pytest.raises(TypesetError, match=r"exit status 7.*ouch"):
        document.lay_out(text(*parts()))
