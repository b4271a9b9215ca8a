"""Pieces for the press, typeset one by one, take the space that they take in whole pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import count

import pytest
from example_sheets import (
    CHOICE,
    ESSAY,
    EXPLAIN,
    LONG_NAME,
    LONG_STEM,
    TALL,
    UNBROKEN_NAME,
    full_worksheet,
    grid_rows,
    helped_worksheet,
    key_of,
    personal_sheets,
    worksheet,
)

from worksheets.press.flow import Piece, Row, Sheet
from worksheets.press.fonts import font_face_css, font_folders
from worksheets.press.typeset import typeset
from worksheets.press.typesetter import Typesetter
from worksheets.profiles import Look, Profile
from worksheets.rendering.formats import POINTS_A_MM, grid_format, sheet_format
from worksheets.rendering.grid_flow import grid_flow
from worksheets.rendering.html import document, grid_html, key_html, press_css, sheet_html
from worksheets.rendering.key_flow import key_flow
from worksheets.rendering.sheet_flow import sheet_flow
from worksheets.resources import templates
from worksheets.worksheet import PersonalSheet

CLOSE_MM = 0.01
HEADLESS = worksheet(("", "", (CHOICE, EXPLAIN)), ("", "What to do.", (LONG_STEM,)), ("", "", (CHOICE,)))
EXTREMES = worksheet(("Part", "What to do.", (TALL, CHOICE, ESSAY)), ("Last", "", (EXPLAIN,)), code="TALL1")
SHEETS = (
    PersonalSheet(full_worksheet(), "sheet-1", LONG_NAME, "10 B"),
    PersonalSheet(HEADLESS, "sheet-2", UNBROKEN_NAME),
    PersonalSheet(EXTREMES, "sheet-3"),
    PersonalSheet(helped_worksheet(), "sheet-4"),
    PersonalSheet(helped_worksheet(), "sheet-5", "Ann O'Neill", "10 B", Profile(Look(open=True))),
)
ROWS = grid_rows(personal_sheets())


def typeset_pieces(flows: list[Sheet]) -> dict[Piece, tuple[float, float]]:
    """Give the height of each piece, and the space above it that vanishes at the top of a page, in mm."""
    pieces = list(dict.fromkeys(cell.piece for flow in flows for row in flow.rows for cell in row.cells))
    text = "".join(piece.html for piece in pieces)
    told = [{"html": piece.html, "width": piece.width, "language": piece.language} for piece in pieces]
    with Typesetter(base=templates(), roots=font_folders()) as typesetter:
        answers = typesetter.typeset(told, font_face_css(text) + press_css())
    found = {}
    for start, answer in enumerate(answers):
        for piece, block in zip(pieces[start :: len(answers)], answer["blocks"], strict=True):
            found[piece] = (block["height"] / POINTS_A_MM, block["lead"] / POINTS_A_MM)
    return found


def test_a_piece_is_the_same_whatever_was_set_before_it() -> None:
    """A process keeps fonts, styles and lines from one job to the next."""
    texts = ['<p lang="de">Regen <b>und</b> Fl\u00fcsse</p>', "<ol><li>Rain <u>and rivers</u></li></ol>"]
    wide, narrow = ([{"html": html, "width": width, "language": "en"} for html in texts] for width in (300, 60))
    style = font_face_css("".join(texts)) + press_css()
    with Typesetter(base=templates(), roots=font_folders()) as typesetter:
        first = typesetter.typeset(wide, style)
        typesetter.typeset(narrow, style + "p { font-weight: 700; font-size: 9pt } li { list-style: square }")
        again = typesetter.typeset(wide, style)

    assert first == again


def begin_of(row: Row) -> str:
    """Give the tag that a row begins with, save what stands around it for its style only."""
    html = row.cells[0 if "field" in row.cells[0].piece.html else -1].piece.html
    tags = (tag for tag in re.findall(r"<\w[^>]*", html) if "data-frame" not in tag and "<col" not in tag)
    return next(tags).removesuffix('"')


def all_rows(flow: Sheet) -> list[Row]:
    """Give the rows, each line to write on by itself."""
    return [row for row in flow.rows for _ in range(row.space.usual if row.space else 1)]


def with_ids(whole: str, rows: Sequence[Row], names: Iterator[str]) -> tuple[str, list[str]]:
    """Put an id on what each row begins with, where it has none, in a whole sheet, key or grid."""
    done, ids = "", []
    for row in rows:
        found = re.search(rf'{re.escape(begin_of(row))}(?=[" ])', whole)
        assert found, begin_of(row)
        before, tag, whole = whole[: found.start()], found[0], whole[found.end() :]
        if own := re.match(r'[^>]* id="([^"]*)"', whole):
            ids.append(own[1])
        else:
            ids.append(next(names))
            tag = tag.replace(" ", f' id="{ids[-1]}" ', 1)
        done += before + tag
    return done + whole, ids


def misplaced(flows: list[Sheet], wholes: list[str], paper: str) -> Iterator[str]:
    """Compare the places of rows in whole pages with those that follow from the heights of the pieces."""
    names = (f"row-{number}" for number in count())
    marked = [with_ids(whole, all_rows(flow), names) for flow, whole in zip(flows, wholes, strict=True)]
    body = "".join(html for html, _ in marked)
    html = document(body, title="Pieces", language="en", paper=paper, fonts=font_face_css(body))
    direct = typeset(html, base=templates(), roots=())
    measured = typeset_pieces(flows)

    def size(row: Row) -> tuple[float, float]:
        found = [measured[cell.piece] for cell in row.cells]
        return max(height for height, _ in found), found[-1][1]

    for flow, (_, ids) in zip(flows, marked, strict=True):
        below, page, above = 0.0, 0, None
        for row, name in zip(all_rows(flow), ids, strict=True):
            height, lead = size(row)
            if direct.anchors[name] != page:
                page = direct.anchors[name]
                below = flow.page.top / POINTS_A_MM - lead
                if row.header >= 0 and (header := flow.rows[row.header]) is not above:
                    repeated, vanished = size(header)
                    below += repeated - vanished
            top, bottom = direct.spans[name]
            if abs(below + lead - top) > CLOSE_MM:
                yield f"{flow.id}, {row.label}: {begin_of(row)} stands at {top:.2f} mm, not {below + lead:.2f}"
            below, above = top + height - lead, row
        if abs(below - bottom) > CLOSE_MM:
            yield f"{flow.id} ends at {bottom:.2f} mm, not {below:.2f}"


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_rows_of_sheets_are_as_high_as_in_whole_pages(paper: str) -> None:
    """Names, headings, questions and their slices stand where the direct way has them, and begin pages alike."""
    flows = [sheet_flow(sheet, sheet_format(paper)) for sheet in SHEETS]
    tall = {"sheet-3-q1", "sheet-3-q3"}

    assert [] == list(misplaced(flows, [sheet_html(sheet, running_on=tall) for sheet in SHEETS], paper))


def test_the_rows_of_keys_and_grid_are_as_high_as_in_whole_pages() -> None:
    """Table rows add up exactly, and a table that goes over pages has its head on each."""
    rows = ROWS * 3
    long = key_of(worksheet(*(("Part", "", full_worksheet().questions) for _ in range(4))))
    flows = [
        grid_flow(rows, grid_format("letter"), title="10 B"),
        key_flow(ROWS[0].key, sheet_format("letter"), student_name=LONG_NAME),
        key_flow(long, sheet_format("letter")),
    ]
    wholes = [grid_html(rows, title="10 B"), key_html(ROWS[0].key, student_name=LONG_NAME), key_html(long)]

    assert [] == list(misplaced(flows, wholes, "letter"))
