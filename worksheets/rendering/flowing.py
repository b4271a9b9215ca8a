"""Rows of pieces, as they are put together for the press."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from ..press.blocks import Frame
from ..press.flow import After, AnswerSpace, Cell, Foot, Format, Piece, Row
from ..profiles import USUAL_LOOK, Look
from .looks import dressed
from .pieces import shared_piece

POINTS_A_PIXEL = 0.75

# Most pieces are on many sheets: one value for all of them is found again faster, and takes less room.
_piece = lru_cache(maxsize=8192)(Piece)


class Flow:
    """The rows and frames of one sheet or key.

    :param language: of all pieces.
    :param look: of all pieces.
    """

    def __init__(self, page: Format, language: str, look: Look = USUAL_LOOK) -> None:
        self.frames: list[Frame] = []
        self.rows: list[Row] = []
        self._language, self._look = language, look
        self._paper = page
        self._column = page.column_width / POINTS_A_PIXEL
        self._page = (page.width - page.left - page.right) / POINTS_A_PIXEL

    def frame(self, tag: str, parent: int = -1, entries: str = "") -> int:
        """Add a frame, and give its index."""
        self.frames.append(Frame(tag, parent, entries))
        return len(self.frames) - 1

    def row(
        self,
        *cells: tuple[str, int],
        after: After = After.FREE,
        group: int = -1,
        header: int = -1,
        space: AnswerSpace | None = None,
        spans: bool = False,
        label: str = "",
    ) -> int:
        """Add a row, and give its index.

        :param cells: HTML and frame of each, all as wide as the column, or as the page in a row that spans it.
        """
        width = self._page if spans else self._column
        made = tuple(Cell(self._made(html, width), frame) for html, frame in cells)
        self.rows.append(Row(made, after, group, header, space, spans, label))
        return len(self.rows) - 1

    def foot(self, page: str, *others: str) -> Foot:
        """Make a running foot.

        :param page: name of the macro that writes the page.
        :param others: HTML of what stands beside it.
        """
        return self.foot_of(lambda number, pages: shared_piece(page, number, pages), *others)

    def foot_of(self, write: Callable[[int, int], str], *others: str) -> Foot:
        """Make a running foot.

        :param write: gives the HTML of the page for its number and that of the last.
        :param others: HTML of what stands beside it.
        """
        fixed = tuple(Cell(self._made(html, self._page), 0) for html in others)

        def foot(number: int, pages: int) -> tuple[Cell, ...]:
            return *fixed, Cell(self._made(write(number, pages), self._page), 0)

        return foot

    def ground(self) -> Piece:
        """Make what is printed under a whole page."""
        return self._made(shared_piece("ground", self._paper.height), self._paper.width / POINTS_A_PIXEL)

    def _made(self, html: str, width: float) -> Piece:
        return _piece(dressed(html, self._look), width, self._language)
