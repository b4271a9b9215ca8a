"""From rows of pieces to a PDF: typeset what is new, make pages, place blocks, write."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from .blocks import PlacedSheet
from .flow import Cell, Piece, Sheet
from .impose import impose
from .layout import UnplaceableError, lay_out, place, shrunk
from .page_rules import Page, TooLong, TooTall
from .sides import Side
from .stock import Stock, Style, Told, UnfitError
from .store import Store, StoreLostError
from .typeset import TypesetError

MANY_PAGES = 400  # from here on a file is compressed less, which saves a third of the time

# Pages of each sheet, and the size of all -> sides of paper.
Arrange = Callable[[Sequence[int], tuple[float, float]], Sequence[Side]]


class NoRoomError(TypesetError):
    """Sheets that cannot be put on pages.

    :ivar faults: what does not fit, by the labels of its rows.
    """

    def __init__(self, reasons: str, faults: Sequence[TooTall | TooLong]) -> None:
        super().__init__(reasons)
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Pressed:
    """What was printed."""

    pages: int  # of the file: sides of paper
    blank: int  # of these, empty ones between sheets
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
    :param fit: most pages of a sheet, save those that may grow; answer spaces give way.
    :param arrange: how pages are put on paper; without it each has a side of its own.
    :param told: called with the number of new blocks that are typeset and of all.
    :raises TypesetError: if something cannot be typeset or does not fit; the message names it.
    """
    attempts = (cache, cache, None) if cache else (None,)
    for folder in attempts:
        try:
            with Store(folder) as store, Stock(store, style) as stock:
                return _print(
                    stock, target(), sheets, told, recto=recto, fit=fit, arrange=arrange, title=title, language=language
                )
        except StoreLostError:
            continue
    raise AssertionError("a store in memory cannot be lost")


def typeset_ahead(pieces: Iterable[Piece], *, style: Style, cache: Path) -> None:
    """Typeset pieces that will be printed later, and keep them in the store.

    :raises TypesetError: if that cannot be done.
    """
    with suppress(StoreLostError), Store(cache) as store, Stock(store, style) as stock:
        if not store.in_memory:
            _add(stock, (), pieces, lambda done, total: None)


def _print(
    stock: Stock,
    target: BinaryIO,
    sheets: Sequence[Sheet],
    told: Told,
    *,
    recto: bool,
    fit: int | None,
    arrange: Arrange | None,
    title: str,
    language: str,
) -> Pressed:
    _add(stock, sheets, _pieces(sheets), told)
    sheets = _shrunk(stock, sheets, told)
    laid_out, feet = _laid_out(stock, sheets, fit)
    _add(stock, sheets, {cell.piece: None for foot in feet for cells in foot for cell in cells}, told)
    counts = [len(pages) + (recto and len(pages) % 2) for pages in laid_out[:-1]] + [len(laid_out[-1])]
    fonts = stock.fonts()
    placed = (place(stock, *parts) for parts in zip(sheets, laid_out, feet, strict=True))
    pages = impose(
        target,
        map(_with_pages, placed, counts),
        objects=stock.objects,
        fonts=fonts,
        sides=arrange(counts, (sheets[0].page.width, sheets[0].page.height)) if arrange else None,
        level=6 if sum(counts) <= MANY_PAGES else 1,
        title=title,
        language=language,
    )
    return Pressed(pages, sum(counts) - sum(map(len, laid_out)), stock.new)


def _add(stock: Stock, sheets: Sequence[Sheet], pieces: Iterable[Piece], told: Told) -> None:
    try:
        stock.add(pieces, told)
    except UnfitError as unfit:
        raise TypesetError("\n".join(_named(sheets, unfit.reasons))) from None


def _pieces(sheets: Iterable[Sheet]) -> dict[Piece, None]:
    pieces: dict[Piece, None] = {}
    for sheet in sheets:
        if sheet.ground:
            pieces[sheet.ground] = None
        pieces.update((cell.piece, None) for row in sheet.rows for cell in row.cells)
    return pieces


def _shrunk(stock: Stock, sheets: Sequence[Sheet], told: Told) -> Sequence[Sheet]:
    """Take smaller pieces, step by step, where a sheet has some for those that are taller than its pages."""
    if not any(sheet.smaller for sheet in sheets):  # sheets that are made when they are asked for need not be kept
        return sheets
    while True:
        smaller = [shrunk(stock, sheet) if sheet.smaller else sheet for sheet in sheets]
        changed = [new for new, old in zip(smaller, sheets, strict=True) if new is not old]
        if not changed:
            return sheets
        _add(stock, changed, _pieces(changed), told)
        sheets = smaller


def _laid_out(
    stock: Stock, sheets: Iterable[Sheet], fit: int | None
) -> tuple[list[tuple[Page, ...]], list[list[Sequence[Cell]]]]:
    """Give the pages of each sheet, and the foot of each page."""
    found: list[tuple[Page, ...]] = []
    feet: list[list[Sequence[Cell]]] = []
    reasons: list[str] = []
    faults: list[TooTall | TooLong] = []
    for sheet in sheets:
        try:
            pages = lay_out(stock, sheet, None if sheet.may_grow else fit)
            found.append(pages)
            feet.append([sheet.foot(number, len(pages)) for number in range(1, len(pages) + 1)])
        except UnplaceableError as error:
            reasons += error.reasons
            faults += error.faults
    if reasons:
        raise NoRoomError("\n".join(reasons), faults)
    return found, feet


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
