"""A teacher's own questions, written in a small Markdown file: headings, lists and lines such as "Answer: ..."."""

from .making import PATTERN
from .reading import LARGEST, OwnQuestions, parse_own_questions, read_own_questions

__all__ = ["LARGEST", "PATTERN", "OwnQuestions", "parse_own_questions", "read_own_questions"]
