"""How many lines a question gives to write on, where that is said by whoever makes the sheet."""

from __future__ import annotations

from dataclasses import replace

from .questions import Question

MOST_LINES = 200  # of 8 mm, for one question: seven pages


def has_lines(question: Question) -> bool:
    """Whether the question or one of its parts is answered on lines."""
    return bool(question.answer_lines or any(part.answer_lines for part in question.parts))


def with_lines(question: Question, lines: int) -> Question:
    """The same question with so many lines; tasks (a) and (b) of one question get as many each."""
    parts = tuple(replace(part, answer_lines=lines) if part.answer_lines else part for part in question.parts)
    return replace(question, answer_lines=lines if question.answer_lines else 0, parts=parts)
