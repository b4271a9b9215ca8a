"""Rules for causes that are matched with effects (G13, G21, H9)."""

from __future__ import annotations

from collections.abc import Iterator

from ..bank import FactBank
from ..facts import Link
from ..questions import Question, letter
from ..words import content, fold
from .finding import Finding


def each_its_own(question: Question, book: FactBank) -> Iterator[Finding]:
    """Each cause has its own effect; no other effect may be true of it, or is drawn to it by a word (G21, H9)."""
    by_cause = {fold(link.cause): link for link in book.of_kind(Link) if link.id in question.facts}
    by_effect = {fold(link.effect): link for link in book.of_kind(Link)}
    for row, key in zip(question.rows, question.row_keys, strict=False):
        link = by_cause.get(fold(row))
        if link is None:
            yield Finding("H11", f"“{row}” is the cause of no link that is asked about", "build the bank anew")
            continue
        for index, response in enumerate(question.responses):
            effect = by_effect.get(fold(response))
            if effect is None or (effect.id == link.id) != (letter(index) == key):
                yield Finding("H11", f"“{response}” is not keyed as the book says it", "check the links")
            elif effect.id != link.id and book.also_true(link, effect):
                yield Finding("G21", f"“{row}” may have “{response}” as well", "ask one of the two")
            if content(row) & content(response):
                yield Finding("H9", f"a word of “{row}” stands in “{response}”", "reword one of the two")
