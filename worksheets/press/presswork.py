"""From rows of pieces to a PDF: typeset what is new, make pages, place blocks, write."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from . import page_rules
from .blocks import Placed, PlacedSheet
from .flow import Cell, Format, Piece, Row, Sheet
from .impose import impose
from .page_rules import Area, Page
from .pages import make_pages
from .sides import Side
from .stock import Stock, Style, Told, UnfitError
from .store import Store, StoreLostError
from .typeset import TypesetError

Arrange = Callable[[Sequence[int], Format], Sequence[Side]]  # pages of each sheet -> sides of paper


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
    page: Format,
    title: str,
    language: str,
    cache: Path | None,
    fit: int | None = None,
    arrange: Arrange | None = None,
    told: Told = lambda done, total: None,
) -> Pressed:
    """Print sheets: each block that the store has not is typeset once, and pages are made of the blocks.

    :param target: opens the file, empty; called again if the store fails and all has to be done anew.
    :param cache: folder of the store; ``None`` for none.
    :param fit: most pages of a sheet; answer spaces give way.
    :param arrange: how pages are put on paper; without it each has a side of its own.
    :param told: called with the number of new blocks that are typeset and of all.
    :raises TypesetError: if something cannot be typeset or does not fit; the message names it.
    """
    attempts = (cache, cache, None) if cache else (None,)
    for folder in attempts:
        try:
            with Store(folder) as store, Stock(store, style) as stock:
                return _Press(stock, page, fit).print(target(), sheets, title, language, arrange, told)
        except StoreLostError:
            continue
    raise AssertionError("a store in memory cannot be lost")
