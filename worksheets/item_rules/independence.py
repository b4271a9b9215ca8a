"""Whether two questions of one sheet leave each other alone (rule H12)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..questions import Question
from ..words import fold, tells, uninflected

SHORTEST = 3  # letters of a word that can give something away; numbers of any length can


def clash(one: Question, other: Question, *, recalled: bool) -> str | None:
    """Say why two questions must not stand on one sheet: one answers the other, or both have to do with the same fact.

    :param recalled: whether in both a student has to find the answer's words without seeing them.
    """
    if shared := sorted(set(one.facts) & set(other.facts)):
        return f"both ask about {', '.join(shared)}"
    if shared := sorted({*one.facts} & {*other.involves} | {*one.involves} & {*other.facts}):
        return f"what one asks about, the other speaks of: {', '.join(shared)}"
    if recalled and (shared := sorted(_recalled(one) & _recalled(other))):
        return f"both have the answer “{shared[0]}”"
    return _answers(one, other) or _answers(other, one)


@dataclass(frozen=True, slots=True)
class Outline:
    """What of a question tells in a moment that it leaves most others alone; made once for each question."""

    facts: frozenset[str]
    involves: frozenset[str]
    answers: frozenset[str]  # folded, if a student has to find them without seeing them
    printed: frozenset[str]  # every word that a student reads, without its endings
    tell_tales: frozenset[str]  # of each secret and pair one such word, without which nothing prints it

    @classmethod
    def of(cls, question: Question, *, recalled: bool) -> Outline:
        """Take the outline of a question.

        :param recalled: whether a student has to find the answer's words without seeing them.
        """
        return cls(
            facts=frozenset(question.facts),
            involves=frozenset(question.involves),
            answers=_recalled(question) if recalled else frozenset(),
            printed=words_of(question.shown),
            tell_tales=frozenset(_tell_tales(question)),
        )

    def clear_of(self, other: Outline) -> bool:
        """Whether two questions surely do not clash; if they may, ask :func:`clash`."""
        return (
            self.facts.isdisjoint(other.facts)
            and self.facts.isdisjoint(other.involves)
            and self.involves.isdisjoint(other.facts)
            and self.answers.isdisjoint(other.answers)
            and self.tell_tales.isdisjoint(other.printed)
            and other.tell_tales.isdisjoint(self.printed)
        )


@dataclass(frozen=True, slots=True)
class Head:
    """What a sheet prints beside its questions: title, instructions, headings."""

    texts: tuple[str, ...]
    words: frozenset[str]

    @classmethod
    def of(cls, texts: tuple[str, ...]) -> Head:
        """Take the head of a sheet."""
        return cls(texts, words_of(texts))

    def gives_away(self, asked: Question, outline: Outline) -> str:
        """What it prints of a question's answer; empty if nothing."""
        if outline.tell_tales.isdisjoint(self.words):
            return ""
        return next(_told(asked, self.texts, self.texts), "")


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """Every word of some texts, without its endings."""
    return frozenset(word for text in texts for word in uninflected(text).split())


def _recalled(question: Question) -> frozenset[str]:
    """The answers of a question that is recalled, or those of its parts; folded."""
    answers = [question.key.answer] if question.key.answer else [part.key.answer for part in question.parts]
    return frozenset(map(fold, answers))


def _answers(asked: Question, printed: Question) -> str | None:
    """Say what is printed in one question that answers another: a secret anywhere, or a pair within one text."""
    told = next(_told(asked, printed.shown, printed.seen_together), "")
    return f"{printed.id} prints {told}, which answers {asked.id}" if told else None


def _told(asked: Question, shown: tuple[str, ...], together: tuple[str, ...]) -> Iterator[str]:
    for secret in asked.secrets:
        if _telling(secret) and any(tells(text, secret) for text in shown):
            yield f"“{secret}”"
    for first, second in asked.pairs:
        if _telling(first) and any(tells(text, second) and tells(text, first) for text in together):
            yield f"“{first}” beside “{second}”"


def _tell_tales(question: Question) -> Iterator[str]:
    """The longest word of each secret, and of the second words of each pair, which are the rarer ones."""
    for text in (*question.secrets, *(second for _, second in question.pairs)):
        if found := uninflected(text).split():
            yield max(found, key=lambda word: (len(word), word))


def _telling(text: str) -> bool:
    return len(fold(text)) >= SHORTEST or any(map(str.isdigit, text))
