"""Signs as a printer sets them, where authors and teachers type what is on their keyboards."""

from __future__ import annotations

import re
from typing import Final

_RULES: Final = (
    (re.compile(r"(?<=\w)'|'(?=\d)"), "’"),  # the king's, the rivers', the '30s; also the end of most quotations
    (re.compile(r"'(?=\w)"), "‘"),
    (re.compile(r"'"), "’"),
    (re.compile(r'(?<![\w.,;:!?)…’])"(?=\S)'), "“"),
    (re.compile(r'"'), "”"),
    (re.compile(r"(?<=\S) - (?=\S)"), " – "),
    (re.compile(r"(?<![\w-])(\d{4})-(\d{4}|\d\d)(?![\w-])"), r"\1–\2"),  # years; a whole date has two hyphens
)


def typographic(text: str) -> str:
    """Give a text its apostrophes, quotation marks and dashes: "the 'spy' of 1937-38" becomes "the ‘spy’ of 1937–38".

    Quotation marks are the English ones, which the questions that the tool makes have anyway. What is read by a program
    rather than printed, and the name of a student, is not for this.
    """
    for pattern, sign in _RULES:
        text = pattern.sub(sign, text)
    return text
