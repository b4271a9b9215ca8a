"""Rows of pieces on pages: which row goes where, then which block."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from . import page_rules
from .blocks import Artifact, Placed, PlacedSheet
from .flow import Cell, Piece, Row, Sheet
from .page_rules import SLACK, Area, DoesNotFit, Page, TooLong, TooTall
from .pages import make_pages
from .stock import Stock

MM = 25.4 / 72  # a point in mm


class UnplaceableError(Exception):
    """A sheet that cannot be put on pages.

    :ivar reasons: what does not fit, and what to do about it.
    :ivar faults: the same as numbers.
    """

    def __init__(self, reasons: Sequence[str], faults: Sequence[TooTall | TooLong]) -> None:
        super().__init__("\n".join(reasons))
        self.reasons, self.faults = reasons, faults


def lay_out(stock: Stock, sheet: Sheet, fit: int | None = None) -> tuple[Page, ...]:
    """Put the rows of a sheet on pages.

    :param stock: has the blocks of all its pieces.
    :param fit: the most pages that it may have.
    :raises UnplaceableError: if something is too tall for a page, or the sheet too long for its pages.
    """
    area = Area(sheet.page.height - sheet.page.top - sheet.page.bottom, sheet.page.columns)
    try:
        return make_pages([_measured(stock, row) for row in sheet.rows], area, pages=fit)
    except DoesNotFit as error:
        raise UnplaceableError([_told(fault, sheet) for fault in error.faults], error.faults) from None


def shrunk(stock: Stock, sheet: Sheet) -> Sheet:
    """Put the next smaller piece in the place of each that is taller than a page; the same object if none is."""
    room = sheet.page.height - sheet.page.top - sheet.page.bottom + SLACK
    if not any(stock.measure(piece).height > room for row in sheet.rows for piece in _shrinking(sheet, row)):
        return sheet

    def fitting(cell: Cell) -> Cell:
        smaller = sheet.smaller.get(cell.piece)
        return replace(cell, piece=smaller) if smaller and stock.measure(cell.piece).height > room else cell

    return replace(sheet, rows=[replace(row, cells=tuple(map(fitting, row.cells))) for row in sheet.rows])


def place(stock: Stock, sheet: Sheet, pages: Sequence[Page], feet: Sequence[Sequence[Cell]]) -> PlacedSheet:
    """Put the blocks of a sheet where its rows go, and a foot on every page."""
    stock.fetch(cell.piece for cells in (*(row.cells for row in sheet.rows), *feet) for cell in cells)
    foot_y = sheet.page.height - sheet.page.bottom + sheet.page.foot
    return PlacedSheet(
        sheet.id,
        sheet.title,
        sheet.frames,
        [
            [
                *([_at(stock, Cell(sheet.ground, 0), 0, 0, "Header")] if sheet.ground else []),
                *_placed(stock, sheet, page),
                *(_at(stock, cell, sheet.page.left, foot_y, "Footer") for cell in foot),
            ]
            for page, foot in zip(pages, feet, strict=True)
        ],
        (sheet.page.width, sheet.page.height),
    )


def _shrinking(sheet: Sheet, row: Row) -> Iterator[Piece]:
    return (cell.piece for cell in row.cells if cell.piece in sheet.smaller)


def _measured(stock: Stock, row: Row) -> page_rules.Row:
    measures = [stock.measure(cell.piece) for cell in row.cells]
    height = max([measure.height for measure in measures])
    lead = min([measure.lead for measure in measures])
    return page_rules.Row(height, lead, row.after, row.group, row.header, row.space, row.spans, row.label)


def _placed(stock: Stock, sheet: Sheet, page: Page) -> Iterator[Placed]:
    left, top = sheet.page.left, sheet.page.top
    step = sheet.page.column_width + sheet.page.gap
    for spot in page:
        cells = sheet.rows[spot.row].cells
        blocks = [stock.block(cell.piece) for cell in cells]
        x = left + spot.column * step
        y = top + spot.y - min([block.lead for block in blocks])
        for line in range(spot.lines):
            for cell, block in zip(cells, blocks, strict=True):
                artifact: Artifact = "Header" if spot.repeated else ""
                yield Placed(block, x + cell.x, y + line * block.height, cell.frame, artifact)


def _at(stock: Stock, cell: Cell, x: float, y: float, artifact: Artifact) -> Placed:
    return Placed(stock.block(cell.piece), x + cell.x, y, cell.frame, artifact)


def _told(fault: TooTall | TooLong, sheet: Sheet) -> str:
    if isinstance(fault, TooTall):
        return (
            f"{sheet.title}, {fault.label}: it is {fault.height * MM:.0f} mm high and cannot be cut, a page holds "
            f"{fault.room * MM:.0f} mm; make it shorter, or two questions of it"
        )
    return (
        f"{sheet.title}: {fault.label} and what follows do not fit on {_pages(fault.pages)}, "
        f"{fault.excess * MM:.0f} mm too much even with the fewest lines to write on; "
        "ask fewer questions, or allow one page more"
    )


def _pages(number: int) -> str:
    return "1 page" if number == 1 else f"{number} pages"
