"""What is handed to the press: sheets as rows of pieces of HTML, with the rules for breaking them into pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from .blocks import Frame
from .page_rules import After, AnswerSpace

__all__ = ["After", "AnswerSpace", "Cell", "Foot", "Format", "Piece", "Row", "Sheet"]


@dataclass(frozen=True, slots=True)
class Piece:
    """HTML that is typeset as one block, with the styles of the whole document.

    Elements around the text that are there for style only bear the attribute ``data-frame``: they have no place of
    their own in the structure of the PDF, where frames stand for them.
    """

    html: str
    width: float  # in CSS pixels, 96 to the inch
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Cell:
    """A piece in a row."""

    piece: Piece
    frame: int  # index of the frame of the sheet in which it hangs
    x: float = 0.0  # in points from the left edge of the column


@dataclass(frozen=True, slots=True)
class Row:
    """Pieces that stand side by side, or one upon the other, with their upper edges level; as high as the highest."""

    cells: tuple[Cell, ...]
    after: After = After.FREE  # whether a page may end here: always, only where the group does not fit a page, never
    group: int = -1  # rows of one question have the same number: they stay together if a page can hold them
    header: int = -1  # index of the row that is repeated on top of a page which begins with this one
    space: AnswerSpace | None = None
    spans: bool = False  # where there are two columns, it goes over both
    label: str = ""  # what a message calls it: "question 7"


@dataclass(frozen=True, slots=True)
class Format:
    """The page: all lengths in points."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float
    foot: float  # from the lower edge of the text area to the upper edge of the foot
    columns: int = 1
    gap: float = 0.0  # between columns

    @property
    def column_width(self) -> float:
        """Width of a column, in points."""
        return (self.width - self.left - self.right - self.gap * (self.columns - 1)) / self.columns


Foot = Callable[[int, int], Sequence[Cell]]  # (page, pages of the sheet) -> the foot of the page


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one student gets, or one key."""

    id: str  # what links point at
    title: str  # its bookmark
    frames: Sequence[Frame]
    rows: Sequence[Row]
    foot: Foot
    page: Format
    # Piece -> the same text in smaller type, to be taken where the piece is taller than a page.
    smaller: Mapping[Piece, Piece] = field(default_factory=dict)
    may_grow: bool = False  # no number of pages is too many for it
    ground: Piece | None = None  # what lies under everything on each page, from its upper left corner
