"""The papers and the place of the text on them."""

from __future__ import annotations

from dataclasses import dataclass, replace

LINE_MM = 15 / 72 * 25.4  # one line of running text, 15 pt
TEXT_MM = 120  # 63 to 65 characters of Literata 10.5 pt
NOTE_MM = 42  # a note in the outer margin
NOTE_GAP_MM = 5  # between text and note
LIST_OUTER_MM = 20  # the outer margin of back matter, whose lists have no notes and take the full width


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper size with its text area; lengths in mm."""

    name: str  # as in file names and in facts.json
    label: str  # as printed
    width: float
    height: float
    lines: int  # of running text on a full page
    top: float
    inner: float  # to the outer margin about as 2 to 3, and less than the margin above
    text: float = TEXT_MM  # width of the text
    line: float = LINE_MM  # from one line of running text to the next
    list_outer: float = LIST_OUTER_MM

    @property
    def outer(self) -> float:
        """The margin beside which the book is opened; it takes the notes."""
        return self.width - self.inner - self.text

    @property
    def text_bottom(self) -> float:
        """Where the text area ends, from the top of the page."""
        return self.top + self.lines * self.line

    @property
    def grid(self) -> tuple[float, float]:
        """Where the lines of the text begin, and how far apart they are."""
        return self.top, self.line

    @property
    def bottom(self) -> float:
        """The margin at the foot."""
        return self.height - self.text_bottom


PAPERS = {
    paper.name: paper
    for paper in (
        Paper("a4", "A4", width=210, height=297, lines=43, top=33, inner=32),
        Paper("letter", "US Letter", width=215.9, height=279.4, lines=39, top=35, inner=34),
    )
}


def one_column(paper: Paper, *, text: float, inner: float, top: float, lines: int, line_pt: float) -> Paper:
    """Give a paper one column for everything, with the same margins in all parts of the book.

    :param line_pt: from one line to the next, in points; all else in mm.
    """
    outer = paper.width - inner - text
    line = line_pt / 72 * 25.4
    return replace(paper, text=text, inner=inner, top=top, lines=lines, line=line, list_outer=outer)
