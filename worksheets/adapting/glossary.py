"""Words that the questions use and none of them asks about, with what they mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..bank import FactBank
from ..facts import Term
from ..questions import Question
from ..words import content, fold, holds
from ..worksheet import Gloss, Worksheet
from .soundness import tells

MOST = 8  # more are not read
SHARED = 2  # words that a meaning may not have in common with an answer


def with_glossary(worksheet: Worksheet, book: FactBank) -> Worksheet:
    """Explain the terms of the book that a student reads in the questions, in alphabetical order.

    A term is left out if a question asks about it, or it is among words to choose from or in an answer, or what is
    said of it tells anything that is asked.
    """
    questions = worksheet.questions
    asked = {name for question in questions for name in (*question.facts, *question.involves)}
    answers = [text for question in questions for text in _answers(question)]
    answers += [word for section in worksheet.sections for word in section.bank]
    read = [text for question in questions for text in _read(question)]
    found: list[Gloss] = []
    for term in book.of_kind(Term):
        names = (term.term, *term.aliases)
        if term.disputed or not term.weight or term.id in asked or any(_named(text, names) for text in answers):
            continue
        if not any(_named(text, names) for text in read):
            continue
        gloss = Gloss(term.term, term.definition)
        if not tells([f"{gloss.term}: {gloss.meaning}"], questions) and not any(
            _earns(gloss.meaning, question) for question in questions
        ):
            found.append(gloss)
    # Those that are met first; the others are read when there is no room to go back.
    found.sort(key=lambda gloss: next(i for i, text in enumerate(read) if _named(text, _names(gloss, book))))
    return replace(worksheet, glossary=tuple(sorted(found[:MOST], key=lambda gloss: fold(gloss.term))))


def _earns(meaning: str, question: Question) -> bool:
    """Whether what is said of a term is part of an answer: two words of it that the stem has not, or one of a few."""
    stem = content(question.stem)
    for key in question.keys:
        for text in (key.answer, *key.points, *key.accept):
            wanted = content(text) - stem
            if len(wanted & content(meaning)) >= min(SHARED, max(1, len(wanted) - 1)):
                return True
    right = (option.text for option in question.options if option.right)
    return any(len(content(meaning) & (content(text) - stem)) >= SHARED for text in right)


def _names(gloss: Gloss, book: FactBank) -> tuple[str, ...]:
    return next((term.term, *term.aliases) for term in book.of_kind(Term) if term.term == gloss.term)


def _named(text: str, names: tuple[str, ...]) -> bool:
    return any(holds(text, form) for name in names for form in (name, f"{name}s"))


def _read(question: Question) -> Iterator[str]:
    """What a student reads in order to understand a question."""
    yield from (question.stem, *question.rows)
    yield from (text for extract in question.extracts for text in extract.texts)
    yield from (part.text for part in question.parts)


def _answers(question: Question) -> Iterator[str]:
    """What is to be chosen from, and what is right."""
    yield from (option.text for option in question.options)
    yield from (*question.responses, *question.bank, *question.row_keys)
    yield from (heading.text for heading in question.groups)
    yield from (form for key in question.keys for form in (key.answer, *key.accept))
