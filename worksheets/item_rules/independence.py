"""Whether two questions of one sheet leave each other alone (rule H12)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..questions import Question
from ..words import fold, holds, words

SHORTEST = 3  # letters of a word that can give something away; numbers of any length can


def clash(one: Question, other: Question, *, recalled: bool) -> str | None:
    """Say why two questions must not stand on one sheet: one answers the other, or both have to do with the same fact.

    :param recalled: whether in both a student has to find the answer's words without seeing them.
    """
    if shared := sorted(set(one.facts) & set(other.facts)):
        return f"both ask about {', '.join(shared)}"
    if shared := sorted({*one.facts} & {*other.involves} | {*one.involves} & {*other.facts}):
        return f"what one asks about, the other speaks of: {', '.join(shared)}"
    if recalled and fold(one.key.answer) == fold(other.key.answer):
        return f"both have the answer “{one.key.answer}”"
    return _answers(one, other) or _answers(other, one)


@dataclass(frozen=True, slots=True)
class Outline:
    """What of a question tells in a moment that it leaves most others alone; made once for each question."""

    facts: frozenset[str]
    involves: frozenset[str]
    answer: frozenset[str]  # the answer, folded, if a student has to find it without seeing it
    printed: frozenset[str]  # every word that a student reads
    tell_tales: frozenset[str]  # of each secret and pair one word, without which nothing prints it

    @classmethod
    def of(cls, question: Question, *, recalled: bool) -> Outline:
        """Take the outline of a question.

        :param recalled: whether a student has to find the answer's words without seeing them.
        """
        return cls(
            facts=frozenset(question.facts),
            involves=frozenset(question.involves),
            answer=frozenset([fold(question.key.answer)] if recalled else []),
            printed=frozenset(word for text in question.shown for word in words(text)),
            tell_tales=frozenset(_tell_tales(question)),
        )

    def clear_of(self, other: Outline) -> bool:
        """Whether two questions surely do not clash; if they may, ask :func:`clash`."""
        return (
            self.facts.isdisjoint(other.facts)
            and self.facts.isdisjoint(other.involves)
            and self.involves.isdisjoint(other.facts)
            and self.answer.isdisjoint(other.answer)
            and self.tell_tales.isdisjoint(other.printed)
            and other.tell_tales.isdisjoint(self.printed)
        )


def _answers(asked: Question, printed: Question) -> str | None:
    """Say what is printed in one question that answers another: a secret anywhere, or a pair within one text."""
    shown, together = printed.shown, printed.seen_together
    for secret in asked.secrets:
        if _telling(secret) and any(holds(text, secret) for text in shown):
            return f"{printed.id} prints “{secret}”, the answer to {asked.id}"
    for first, second in asked.pairs:
        if _telling(first) and any(holds(text, second) and holds(text, first) for text in together):
            return f"{printed.id} prints “{first}” beside “{second}”, which answers {asked.id}"
    return None


def _tell_tales(question: Question) -> Iterator[str]:
    """The longest word of each secret, and of the second words of each pair, which are the rarer ones."""
    for text in (*question.secrets, *(second for _, second in question.pairs)):
        if found := words(text):
            yield max(found, key=lambda word: (len(word), word))


def _telling(text: str) -> bool:
    return len(fold(text)) >= SHORTEST or any(map(str.isdigit, text))
