"""The names of a school, none of them typeset before: our press, and WeasyPrint with a page for each name."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from pathlib import Path

from worksheets.press.blocks import Frame
from worksheets.press.flow import Cell, Piece, Row, Sheet
from worksheets.press.fonts import font_face_css
from worksheets.rendering.formats import sheet_format
from worksheets.rendering.html import press_css
from worksheets.rendering.sheet_flow import name_pieces

from .content import PAPER, SEED, Content, students
from .peer import Peer
from .press_file import write_sheets
from .press_peers import command_anew
from .press_peers import version as press_version
from .weasyprint_peers import command, version

ON_A_PAGE = 20  # names, where they are printed one below the other


def named(count: int, content: Content) -> Content:
    """Give the first sheet of some content for so many names."""
    sheet = content.sheets[0]
    return replace(content, sheets=tuple(replace(sheet, student_name=student.name) for student in students(count)))


def prepare_list(content: Content, folder: Path) -> None:
    """Write the name lines as a list, which the press prints."""
    pieces = _pieces(content)
    page = sheet_format(PAPER)
    sheets = [
        Sheet(
            id=f"list-{start}",
            title=f"Names from {start + 1}",
            frames=[Frame("Sect", -1)],
            rows=[Row((Cell(piece, 0),)) for piece in pieces[start : start + ON_A_PAGE]],
            foot=lambda number, pages: (),
            page=page,
        )
        for start in range(0, len(pieces), ON_A_PAGE)
    ]
    write_sheets(folder / "sheets.json", sheets, press_css(), content.title, _language(content))


def prepare_pages(content: Content, folder: Path) -> None:
    """Write the name lines as a document, each on a page of its own."""
    body = "\n".join(f'<div style="break-after: page">{piece.html}</div>' for piece in _pieces(content))
    head = f"<title>{escape(content.title)}</title><style>{font_face_css(body)}{press_css()}</style>"
    text = f'<!DOCTYPE html><html lang="{escape(_language(content))}"><head>{head}</head><body>{body}</body></html>'
    (folder / "names.html").write_text(text, encoding="utf-8")


def _pieces(content: Content) -> tuple[Piece, ...]:
    names = [sheet.student_name for sheet in content.sheets]
    return name_pieces(names, SEED, sheet_format(PAPER), _language(content))[: len(names)]


def _language(content: Content) -> str:
    return content.sheets[0].worksheet.language


NAMES = Peer(
    name="names",
    label="**our press, empty store**",
    prepare=prepare_list,
    command=command_anew,
    version=press_version,
    several_processes=True,
)
NAMES_PAGES = Peer(
    name="names-pages",
    label="WeasyPrint, a page for each name",
    prepare=prepare_pages,
    command=command,
    version=version,
)
NAME_PEERS = {peer.name: peer for peer in (NAMES, NAMES_PAGES)}
