"""What the content of a page marks, and whether its operators are balanced."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

_PAINTING = {"Tj", "TJ", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "INLINE IMAGE"}


@dataclass
class ContentMarks:
    """What was found in the content stream of a page."""

    ids: list[int] = field(default_factory=list)  # of its marked content, in their order
    codes: dict[int, str] = field(default_factory=dict)  # of the glyphs shown in each, in hexadecimal
    faults: list[str] = field(default_factory=list)


def read_marks(page: pikepdf.Page) -> ContentMarks:
    """Read the content of a page."""
    marks = ContentMarks()
    open_marks: list[int | str] = []  # number of the marked content, "artifact", or "" for what is neither
    saved = 0
    text = False
    for instruction in pikepdf.parse_content_stream(page):
        operator = str(instruction.operator)
        operands: list[Any] = list(instruction.operands)
        if operator == "q":
            saved += 1
        elif operator == "Q":
            saved -= 1
            if saved < 0:
                marks.faults.append("Q without q")
        elif operator in ("BT", "ET"):
            if text == (operator == "BT"):
                marks.faults.append(f"{operator} where it cannot be")
            text = operator == "BT"
        elif operator in ("BDC", "BMC"):
            open_marks.append(_opened(operands, open_marks, marks))
        elif operator == "EMC":
            if not open_marks:
                marks.faults.append("EMC without BDC or BMC")
            else:
                open_marks.pop()
        elif operator in _PAINTING:
            _paint(operator, operands, open_marks, marks)
    if saved > 0:
        marks.faults.append(f"{saved} q without Q")
    if open_marks:
        marks.faults.append(f"{len(open_marks)} BDC or BMC without EMC")
    return marks


def _opened(operands: list[Any], around: list[int | str], marks: ContentMarks) -> int | str:
    number = operands[1].get("/MCID") if len(operands) > 1 and isinstance(operands[1], pikepdf.Dictionary) else None
    artifact = operands[0] == "/Artifact"
    if around and any(mark != "" for mark in around):
        if artifact:
            marks.faults.append(f"an artifact within {_named(around)}")
        elif number is not None:
            marks.faults.append(f"marked content {number} within {_named(around)}")
    if artifact:
        return "artifact"
    if number is None:
        return ""
    marks.ids.append(int(number))
    return int(number)


def _paint(operator: str, operands: list[Any], around: list[int | str], marks: ContentMarks) -> None:
    inner = next((mark for mark in reversed(around) if mark != ""), None)
    if inner is None:
        marks.faults.append(f"{operator} paints what is neither marked content nor an artifact")
    elif isinstance(inner, int) and operator in ("Tj", "TJ"):
        pieces = operands[0] if operator == "TJ" else operands
        shown = [bytes(piece).hex() for piece in pieces if isinstance(piece, pikepdf.String)]
        marks.codes[inner] = marks.codes.get(inner, "") + "".join(shown)


def _named(around: list[int | str]) -> str:
    mark = next(mark for mark in reversed(around) if mark != "")
    return "an artifact" if mark == "artifact" else f"marked content {mark}"


def marks_in_forms(resources: pikepdf.Object | None) -> Iterator[str]:
    """Name the form XObjects of some resources that mark content: their numbers clash with those of the page."""
    for name, form in (resources.get("/XObject", {}) if resources is not None else {}).items():
        if form.get("/Subtype") == "/Form":
            marked = [each.operands for each in pikepdf.parse_content_stream(form) if str(each.operator) == "BDC"]
            if any("/MCID" in repr(operands) for operands in marked):
                yield f"form {name} has marked content of its own"
            yield from marks_in_forms(form.get("/Resources"))
