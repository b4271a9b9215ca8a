"""The kinds of boxes, in one table: what each is called and what it may hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

Holds = Literal["text", "list", "questions"]


@dataclass(frozen=True, slots=True)
class Box:
    """One kind of box, called as its directive."""

    name: str
    title: str  # what it is called where neither the author nor ``conf.py`` says otherwise
    holds: Holds = "text"
    keeps_label: bool = False  # whether its usual title stands before one that the author gives
    reader: str = ""  # "teacher" for what students do not see


CHECK: Final = "check-yourself"
REVIEW: Final = "review"
EXAM: Final = "exam-practice"

BOXES: Mapping[str, Box] = MappingProxyType(
    {
        box.name: box
        for box in (
            Box("key-question", "Key question"),
            Box("objectives", "What you will learn", "list"),
            Box("content-note", "Before you read"),
            Box("method", "How do we know?", keeps_label=True),
            Box("debate", "Debate", keeps_label=True),
            Box(CHECK, "Check yourself", "questions"),
            Box(REVIEW, "Review", "questions"),
            Box(EXAM, "Exam practice", "questions", keeps_label=True),
            Box("summary", "Summary", "list"),
            Box("further-reading", "Further reading", "list"),
            Box("teacher-note", "For teachers", keeps_label=True, reader="teacher"),
        )
    }
)

LEVELS: Mapping[int, str] = MappingProxyType({1: "Recall", 2: "Explain", 3: "Judge"})


def heading(box: Box, given: str, titles: Mapping[str, str]) -> tuple[str, str]:
    """Give the label and the title of a box; one of them is empty.

    A label stands before the author's title, unless that begins with the same word: "Debate: ..." under "Debate".

    :param given: the title that the author wrote, or nothing.
    :param titles: titles of the whole book by name of the box, from ``conf.py``.
    """
    usual = str(titles.get(box.name, box.title))
    if not given:
        return "", usual
    same = _first_word(usual) == _first_word(given)
    return (usual if box.keeps_label and not same else ""), given


def _first_word(text: str) -> str:
    words = text.casefold().split()
    return words[0].strip(":.,?") if words else ""
