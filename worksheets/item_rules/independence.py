"""Whether two questions of one sheet leave each other alone (rule H12)."""

from __future__ import annotations

from ..questions import Question
from ..words import fold, holds

SHORTEST = 3  # letters of a word that can give something away; numbers of any length can


def clash(one: Question, other: Question, *, recalled: bool) -> str | None:
    """Say why two questions must not stand on one sheet: one answers the other, or both ask about the same fact.

    :param recalled: whether in both a student has to find the answer's words without seeing them.
    """
    if shared := sorted(set(one.facts) & set(other.facts)):
        return f"both ask about {', '.join(shared)}"
    if recalled and fold(one.key.answer) == fold(other.key.answer):
        return f"both have the answer “{one.key.answer}”"
    return _answers(one, other) or _answers(other, one)


def _answers(asked: Question, printed: Question) -> str | None:
    """Say what is printed in one question that answers another: a secret anywhere, or a pair within one text."""
    shown, together = printed.shown, printed.seen_together
    for secret in asked.secrets:
        if _telling(secret) and any(holds(text, secret) for text in shown):
            return f"{printed.id} prints “{secret}”, the answer to {asked.id}"
    for first, second in asked.pairs:
        if _telling(first) and any(holds(text, first) and holds(text, second) for text in together):
            return f"{printed.id} prints “{first}” beside “{second}”, which answers {asked.id}"
    return None


def _telling(words: str) -> bool:
    return len(fold(words)) >= SHORTEST or any(map(str.isdigit, words))
