"""Faults as values: where, what is wrong, what to write instead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """A place in a file that an author wrote."""

    path: str  # as the author would type it, relative to the project where that is possible
    line: int = 0  # counted from 1; 0 stands for the file as a whole

    def __str__(self) -> str:
        return f"{self.path}:{self.line}" if self.line else self.path


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault in a book, class file, blueprint or command, in words for the person who can mend it."""

    source: Source
    what: str  # what is wrong, quoting the author's words
    mend: str  # what to write or do instead
    code: str  # such as "fact.missing-field"; stable, so that it can be searched for or silenced

    def __str__(self) -> str:
        return f"{self.source}: {self.message}"

    @property
    def message(self) -> str:
        """The text without its place: "what is wrong; what to write [code]"."""
        return f"{self.what}; {self.mend} [{self.code}]"


class Faults(Exception):  # noqa: N818  (not an error of the program: the author's faults, all at once)
    """Raised where work cannot go on; carries every fault found, sorted by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))
