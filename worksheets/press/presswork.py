"""From rows of pieces to a PDF: typeset what is new, make pages, place blocks, write."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from . import page_rules
from .blocks import Artifact, Placed, PlacedSheet
from .flow import Cell, Piece, Row, Sheet
from .impose import impose
from .page_rules import Area, DoesNotFit, Page, TooLong, TooTall
from .pages import make_pages
from .sides import Side
from .stock import Stock, Style, Told, UnfitError
from .store import Store, StoreLostError
from .typeset import TypesetError

MM = 25.4 / 72  # a point in mm
MANY_PAGES = 400  # from here on a file is compressed less, which takes half the time

# Pages of each sheet, and the size of all -> sides of paper.
Arrange = Callable[[Sequence[int], tuple[float, float]], Sequence[Side]]


@dataclass(frozen=True, slots=True)
class Pressed:
    """What was printed."""

    pages: int  # of the file; sides of paper
    new: int  # blocks that had to be typeset


def press(
    target: Callable[[], BinaryIO],
    sheets: Sequence[Sheet],
    *,
    style: Style,
    title: str,
    language: str,
    cache: Path | None,
    recto: bool = False,
    fit: int | None = None,
    arrange: Arrange | None = None,
    told: Told = lambda done, total: None,
) -> Pressed:
    """Print sheets: each block that the store has not is typeset once, and pages are made of the blocks.

    :param target: opens the file, empty; called again if the store fails and all has to be done anew.
    :param cache: folder of the store; ``None`` for none.
    :param recto: give every sheet an even number of pages, so that printed on both sides each begins on a new leaf.
    :param fit: most pages of a sheet; answer spaces give way.
    :param arrange: how pages are put on paper; without it each has a side of its own.
    :param told: called with the number of new blocks that are typeset and of all.
    :raises TypesetError: if something cannot be typeset or does not fit; the message names it.
    """
    attempts = (cache, cache, None) if cache else (None,)
    for folder in attempts:
        try:
            with Store(folder) as store, Stock(store, style) as stock:
                return _Press(stock, fit).print(target(), sheets, recto, arrange, told, title=title, language=language)
        except StoreLostError:
            continue
    raise AssertionError("a store in memory cannot be lost")


class _Press:
    """One run: a stock of blocks, and what every sheet has to fit."""

    def __init__(self, stock: Stock, fit: int | None) -> None:
        self._stock, self._fit = stock, fit

    def print(
        self, target: BinaryIO, sheets: Sequence[Sheet], recto: bool, arrange: Arrange | None, told: Told, **about: str
    ) -> Pressed:
        self._add(sheets, {cell.piece: None for sheet in sheets for row in sheet.rows for cell in row.cells}, told)
        laid_out = [self._pages(sheet) for sheet in sheets]
        feet = [
            [sheet.foot(number, len(pages)) for number in range(1, len(pages) + 1)]
            for sheet, pages in zip(sheets, laid_out, strict=True)
        ]
        self._add(sheets, {cell.piece: None for foot in feet for cells in foot for cell in cells}, told)
        fonts = self._stock.fonts()
        placed = map(self._placed, sheets, laid_out, feet)
        counts = [len(pages) + (recto and len(pages) % 2) for pages in laid_out[:-1]] + [len(laid_out[-1])]
        pages = impose(
            target,
            map(_with_pages, placed, counts),
            objects=self._stock.objects,
            fonts=fonts,
            sides=arrange(counts, (sheets[0].page.width, sheets[0].page.height)) if arrange else None,
            level=6 if sum(counts) <= MANY_PAGES else 3,
            **about,
        )
        return Pressed(pages, self._stock.new)

    def _add(self, sheets: Sequence[Sheet], pieces: Iterable[Piece], told: Told) -> None:
        try:
            self._stock.add(pieces, told)
        except UnfitError as unfit:
            raise TypesetError("\n".join(_named(sheets, unfit.reasons))) from None

    def _pages(self, sheet: Sheet) -> tuple[Page, ...]:
        area = Area(sheet.page.height - sheet.page.top - sheet.page.bottom, sheet.page.columns)
        try:
            return make_pages([self._row(row) for row in sheet.rows], area, pages=self._fit)
        except DoesNotFit as error:
            raise TypesetError("\n".join(_told_of(fault, sheet) for fault in error.faults)) from None

    def _row(self, row: Row) -> page_rules.Row:
        blocks = [self._stock[cell.piece] for cell in row.cells]
        return page_rules.Row(
            max(block.height for block in blocks),
            min(block.lead for block in blocks),
            row.after,
            row.group,
            row.header,
            row.space,
            row.spans,
            row.label,
        )

    def _placed(self, sheet: Sheet, pages: Sequence[Page], feet: Sequence[Sequence[Cell]]) -> PlacedSheet:
        foot_y = sheet.page.height - sheet.page.bottom + sheet.page.foot
        return PlacedSheet(
            sheet.id,
            sheet.title,
            sheet.frames,
            [
                [
                    *self._placed_rows(sheet, page),
                    *(self._at(cell, sheet.page.left, foot_y, "Footer") for cell in foot),
                ]
                for page, foot in zip(pages, feet, strict=True)
            ],
            (sheet.page.width, sheet.page.height),
        )

    def _placed_rows(self, sheet: Sheet, page: Page) -> Iterator[Placed]:
        left, top = sheet.page.left, sheet.page.top
        step = sheet.page.column_width + sheet.page.gap
        for place in page:
            cells = sheet.rows[place.row].cells
            blocks = [self._stock[cell.piece] for cell in cells]
            y = top + place.y - min(block.lead for block in blocks)
            x = left + place.column * step
            for line in range(place.lines):
                for cell, block in zip(cells, blocks, strict=True):
                    yield self._at(cell, x, y + line * block.height, "Header" if place.repeated else "")

    def _at(self, cell: Cell, x: float, y: float, artifact: Artifact) -> Placed:
        return Placed(self._stock[cell.piece], x + cell.x, y, cell.frame, artifact)


def _with_pages(sheet: PlacedSheet, count: int) -> PlacedSheet:
    """Give a sheet so many pages, with empty ones behind its last."""
    missing = count - len(sheet.pages)
    return replace(sheet, pages=[*sheet.pages, *([()] * missing)]) if missing else sheet


def _named(sheets: Iterable[Sheet], reasons: Mapping[Piece, str]) -> Iterator[str]:
    """Tell what cannot be typeset, once for each piece, with the first place where it stands."""
    waiting = dict(reasons)
    for sheet in sheets:
        for row in sheet.rows:
            for cell in row.cells:
                if reason := waiting.pop(cell.piece, ""):
                    yield f"{sheet.title}, {row.label or 'head'}: {reason}"
    yield from waiting.values()


def _told_of(fault: TooTall | TooLong, sheet: Sheet) -> str:
    if isinstance(fault, TooTall):
        return (
            f"{sheet.title}, {fault.label}: it is {fault.height * MM:.0f} mm high and cannot be cut, a page holds "
            f"{fault.room * MM:.0f} mm; make it shorter, or two questions of it"
        )
    return (
        f"{sheet.title}: {fault.label} and what follows do not fit on {fault.pages} pages, {fault.excess * MM:.0f} mm "
        "too much even with the fewest lines to write on; ask fewer questions, or allow one page more"
    )
