"""Rules for passages with mistakes or gaps in them (G17 to G20, P3, P4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..bank import FactBank
from ..facts import Statement
from ..questions import GAP, Question
from ..words import holds
from .finding import Finding

FEWEST = 3  # sentences, and gaps
MISTAKES = 2
WORDS_BEFORE_GAP = 3
_GAP = re.compile(rf"\((\d)\){GAP} \([^()]+\)")


def mistakes(question: Question, book: FactBank) -> Iterator[Finding]:
    """True sentences in their order but for two, in each of which one blank holds a false filler of its author."""
    run = _run(question, book)
    yield from _one_run(question, run)
    rest, wrong = _text(question), 0
    for statement in run:
        versions = [statement.text, *(text for text, _, _ in _false(statement))]
        said = next((text for text in versions if f"{rest} ".startswith(f"{text} ")), "")
        if not said:
            yield Finding("P3", f"the passage does not follow “{statement.text}”", "build the bank anew")
            return
        rest = rest[len(said) :].lstrip()
        if said != statement.text:
            wrong += 1
            _, filler, answer = next(found for found in _false(statement) if found[0] == said)
            if not (holds(question.key.answer, filler) and holds(question.key.answer, answer)):
                yield Finding("R8", f"the key does not say that “{filler}” is wrong", "build the bank anew")
    if rest or wrong != MISTAKES or question.marks != 2 * MISTAKES:
        yield Finding("P3", f"the passage has {wrong} mistakes for {question.marks} marks", "plant two for four marks")


def gaps(question: Question, book: FactBank) -> Iterator[Finding]:
    """Three gaps or more, a mark each; filled by the key they give the sentences of the book; no answer is printed."""
    run = _run(question, book)
    yield from _one_run(question, run)
    text, answers = _text(question), [key.answer for key in question.gap_keys]
    found = [int(number) for number in _GAP.findall(text)]
    if len(found) < FEWEST or found != list(range(1, len(answers) + 1)) or question.marks != len(found):
        yield Finding("P4", f"{len(found)} gaps, {len(answers)} answers, {question.marks} marks", "check the passage")
        return
    whole = _GAP.sub(lambda gap: answers[int(gap[1]) - 1], text)
    told = " ".join(statement.text for statement in run)
    if whole != told:
        yield Finding("H11", "the filled passage is not what the book says", "build the bank anew")
    for answer in answers:
        if holds(text, answer):
            yield Finding("P4", f"“{answer}” stands in the passage", "reword the statement")
    for statement in run:
        if any(statement.text.startswith(answer) for answer in answers):
            yield Finding("P4", f"a gap begins “{statement.text}”", "move the blank towards the end")


def _run(question: Question, book: FactBank) -> list[Statement]:
    """Its statements in the order of their passage."""
    found = [fact for fact in map(book.get, question.facts) if isinstance(fact, Statement) and fact.passage]
    return sorted(found, key=lambda statement: statement.passage.order if statement.passage else 0)


def _one_run(question: Question, run: list[Statement]) -> Iterator[Finding]:
    """All of one passage, none left out between them, three at least (G20)."""
    places = [statement.passage for statement in run if statement.passage]
    orders = [place.order for place in places]
    if (
        len(run) != len(question.facts)
        or len(run) < FEWEST
        or len({place.name for place in places}) > 1
        or orders != list(range(orders[0], orders[0] + len(orders)))
    ):
        yield Finding("G20", "its sentences do not follow each other in one passage", "number them without a gap")


def _text(question: Question) -> str:
    return " ".join(paragraph for extract in question.extracts for paragraph in extract.paragraphs)


def _false(statement: Statement) -> list[tuple[str, str, str]]:
    """The sentence with each false filler, with that filler and the right one."""
    return [
        (statement.text[: blank.start] + filler + statement.text[blank.end :], filler, blank.answer)
        for blank in statement.blanks
        for filler in blank.false
    ]
