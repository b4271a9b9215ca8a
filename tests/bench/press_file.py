"""Sheets as the press takes them, in a file: what the press's own process reads and prints."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, overload

from worksheets.press.blocks import Frame
from worksheets.press.flow import After, AnswerSpace, Cell, Format, Piece, Row, Sheet
from worksheets.press.presswork import press
from worksheets.press.stock import Style

FEET = 6  # pages of a sheet for which the file has feet


class SheetsInFile(Sequence[Sheet]):
    """The sheets of a file, each taken apart when it is asked for, so that they are never all in memory."""

    def __init__(self, path: Path) -> None:
        with path.open(encoding="utf-8") as file:
            head = json.loads(file.readline())
            self._lines = file.read().splitlines()
        self.style, self.title, self.language = head["style"], head["title"], head["language"]
        self._page = Format(*head["page"])
        self._pieces = [Piece(*piece) for piece in head["pieces"]]

    def __len__(self) -> int:
        return len(self._lines)

    @overload
    def __getitem__(self, index: int) -> Sheet: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Sheet]: ...
    def __getitem__(self, index: int | slice) -> Sheet | Sequence[Sheet]:
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(len(self)))]
        name, title, frames, rows, feet = json.loads(self._lines[index])

        def foot(number: int, pages: int) -> Sequence[Cell]:
            return self._cells(feet[str(pages)][number - 1])

        return Sheet(name, title, [Frame(*frame) for frame in frames], list(map(self._row, rows)), foot, self._page)

    def __iter__(self) -> Iterator[Sheet]:
        return map(self.__getitem__, range(len(self)))

    def _row(self, row: Sequence[Any]) -> Row:
        cells, after, group, header, space, spans, label = row
        room = AnswerSpace(*space) if space else None
        return Row(self._cells(cells), After(after), group, header, room, spans, label)

    def _cells(self, cells: Sequence[Sequence[Any]]) -> tuple[Cell, ...]:
        return tuple(Cell(self._pieces[piece], frame, x) for piece, frame, x in cells)


def write_sheets(path: Path, sheets: Sequence[Sheet], style: str, title: str, language: str) -> None:
    """Write sheets to such a file."""
    pieces: dict[Piece, int] = {}

    def told(cells: Sequence[Cell]) -> list[Any]:
        return [[pieces.setdefault(cell.piece, len(pieces)), cell.frame, cell.x] for cell in cells]

    lines = []
    for sheet in sheets:
        rows = [
            [
                told(row.cells), row.after.value, row.group, row.header,
                row.space and [row.space.least, row.space.usual, row.space.most], row.spans, row.label,
            ]
            for row in sheet.rows
        ]  # fmt: skip
        frames = [[frame.tag, frame.parent, frame.entries] for frame in sheet.frames]
        feet = {
            pages: [told(sheet.foot(number, pages)) for number in range(1, pages + 1)] for pages in range(1, FEET + 1)
        }
        lines.append(json.dumps([sheet.id, sheet.title, frames, rows, feet]))
    page = sheets[0].page
    head = {
        "style": style,
        "title": title,
        "language": language,
        "page": [page.width, page.height, page.top, page.right, page.bottom, page.left, page.foot],
        "pieces": [[piece.html, piece.width, piece.language] for piece in pieces],
    }
    path.write_text("\n".join([json.dumps(head), *lines]), encoding="utf-8")


def print_file(folder: Path) -> None:
    """Print the sheets of a folder, with the store of that folder."""
    sheets = SheetsInFile(folder / "sheets.json")
    with (folder / "sheets.pdf").open("w+b") as file:
        press(
            lambda: file,
            sheets,
            style=Style(sheets.style, folder),
            title=sheets.title,
            language=sheets.language,
            cache=folder / "store",
        )


if __name__ == "__main__":
    print_file(Path(sys.argv[1]))
