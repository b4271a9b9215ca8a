"""What a question shows beside its own words: extracts to read, tables, drawings.

A text holds a gap (``questions.GAP``) where something is to be written.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Extract:
    """Something to read: a source, somebody's view, a passage with gaps or mistakes."""

    paragraphs: tuple[str, ...]
    heading: str = ""  # "Source A"
    attribution: str = ""  # below it: who wrote it, where and when

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text of it, as it is read."""
        return tuple(text for text in (self.heading, *self.paragraphs, self.attribution) if text)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows and columns. A cell is a text, holds a gap that the key fills, or is empty, for notes of one's own."""

    rows: tuple[tuple[str, ...], ...]  # all of one length
    heads: tuple[str, ...] = ()  # of the columns; none in a grid of letters

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text of it, row by row."""
        return tuple(text for row in (self.heads, *self.rows) for text in row if text)

    @property
    def row_texts(self) -> tuple[str, ...]:
        """Each row as one text: what stands in one row belongs together."""
        return tuple(" | ".join(filter(None, row)) for row in self.rows)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture that our own code has drawn: a scale, a chart, a grid."""

    svg: str  # one ``svg`` element of plain shapes; `item_rules.drawings` says what it may hold
    alt: str  # what it shows, in a sentence
    data: Table  # the same for whoever does not see it
    labels: tuple[str, ...] = ()  # texts in the picture that are not in the table, such as the years of a scale

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text of it, for eyes or for a screen reader."""
        return (self.alt, *self.labels, *self.data.texts)
