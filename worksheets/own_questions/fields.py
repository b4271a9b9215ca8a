"""What all kinds of own questions take from their lines, and how a question is put together of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from ..answer_space import MOST_LINES
from ..questions import GAP, Key, Question
from ..words import STOP_WORDS, words
from .written import Written

RULE = re.compile(r"_{3,}")  # how a gap is written
_SEMICOLON = re.compile(r"\s*;\s*")
TELLING = 5  # letters of a word of the stem that, beside the answer, gives it away

Told = Callable[[int, str, str], None]  # line, what is wrong, what to write


def text(written: Written, name: str) -> str:
    """What a line such as "Answer: ..." says; nothing where there is none."""
    return written.fields[name][0].text if name in written.fields else ""


def listed(written: Written, name: str) -> tuple[str, ...]:
    """What such a line lists, with semicolons in between."""
    return tuple(filter(None, _SEMICOLON.split(text(written, name))))


def notes(written: Written) -> tuple[str, ...]:
    """All lines "Note: ..."."""
    return tuple(found.text for found in written.fields.get("note", []) if found.text)


def answered(written: Written, fault: Told) -> str:
    """The answer, which has to be there."""
    answer = text(written, "answer")
    if not answer:
        mend = 'write "Answer: ..." below it, or list the points that earn a mark, or answers with "[ ]" and "[x]"'
        fault(written.line, "the key has no answer", mend)
    return answer


def lines(written: Written, usual: int, fault: Told) -> int:
    """How many lines there are to write on."""
    wanted = text(written, "lines")
    if "lines" not in written.fields:
        return usual
    if wanted.isascii() and wanted.isdigit() and 1 <= int(wanted) <= MOST_LINES:
        return int(wanted)
    fault(written.fields["lines"][0].line, f'"Lines: {wanted}" cannot be had', f"write a number from 1 to {MOST_LINES}")
    return usual


def worded(written: Written, answer: str, points: tuple[str, ...] = ()) -> Key:
    """The key of an answer in words."""
    accept, reject = listed(written, "accept"), listed(written, "not enough")
    return Key(answer, points=points, accept=accept, reject=reject, notes=notes(written))


def made(written: Written, *, marks: int, key: Key, telling: Iterable[str] = (), **carried: Any) -> Question:
    """The question; its id and type are set by who knows them.

    :param telling: words that answer it; beside a word of the question they may stand nowhere else on the sheet.
    """
    cues = [word for word in words(RULE.sub(" ", written.stem)) if len(word) >= TELLING and word not in STOP_WORDS]
    pairs = tuple((answer, cue) for answer in telling if answer for cue in cues if cue not in words(answer))
    stem = RULE.sub(GAP, written.stem)
    return Question(id="", item_type="", pattern="", facts=(), stem=stem, marks=marks, key=key, pairs=pairs, **carried)
