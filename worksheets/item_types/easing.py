"""What may be given with the questions of a type, or taken from them, where a student needs more help or less."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..bank import FactBank
from ..questions import Question

Starters = tuple[str, ...]


def no_starters(question: Question, book: FactBank) -> Starters:
    """For questions that are not answered in sentences."""
    return ()


@dataclass(frozen=True, kw_only=True)
class Easing:
    """What `adapting` may do with the questions of one type.

    :ivar fewer_options: a wrong option may be left out.
    :ivar word_bank: its answers are blanks of statements, which may be offered in a box.
    :ivar lettered: patterns whose answer is a word or name of which the first letter may be told.
    :ivar starters: how sentences of an answer may begin; they say nothing that is asked.
    :ivar others_known: a further task about the wrong options; their notes in the key answer it.
    :ivar without_bank: what is to be done when the words of the box are not offered; empty where they must be.
    """

    fewer_options: bool = False
    word_bank: bool = False
    lettered: frozenset[str] = frozenset()
    starters: Callable[[Question, FactBank], Starters] = no_starters
    others_known: str = ""
    without_bank: str = ""


NO_EASING = Easing()
