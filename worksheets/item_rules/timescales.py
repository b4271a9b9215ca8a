"""Rules for causes that are sorted by how long they were at work (G23)."""

from __future__ import annotations

from collections.abc import Iterator

from ..bank import FactBank
from ..facts import Link
from ..questions import Question
from ..words import content, fold, holds
from .finding import Finding

CAUSES = (4, 6)
TOLD = ("long term", "short term", "trigger")


def judged(question: Question, book: FactBank) -> Iterator[Finding]:
    """Four to six undisputed causes of one thing, each with the letter of its author's judgement; two letters occur."""
    links = [fact for name in question.facts if isinstance(fact := book.get(name), Link)]
    if len({fold(link.of) for link in links}) != 1 or not holds(question.stem, links[0].of):
        yield Finding("G23", "these are not causes of one thing that the stem names", "write the same :of:")
    letters = {fold(text): link.timescale[:1].upper() for link in links for text in (link.cause, link.label) if text}
    if any(link.disputed or not link.timescale for link in links):
        yield Finding("G23", "somebody disputes a cause, or nobody has judged it", "leave it out")
    if [letters.get(fold(row)) for row in question.rows] != list(question.row_keys):
        yield Finding("H11", "the key is not what the author judged", "check each :timescale:")
    if not CAUSES[0] <= len(question.rows) <= CAUSES[1] or len(links) != len(question.rows):
        yield Finding("P2", f"there are {len(question.rows)} causes", "judge four of them or more")
    if len({*question.row_keys}) < 2:
        yield Finding("P2", "all causes have one letter", "judge causes of other timescales")
    if question.marks != len(question.rows):
        yield Finding("G28", "there is not one mark for each cause", "check the marks")
    for row in question.rows:
        if any(holds(row, word) for word in TOLD) or not content(row):
            yield Finding("H9", f"“{row}” says how long it was at work", "reword the cause or its label")
