"""A box of words for a part whose answers are single words: all of them, and at least two that fit no gap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from ..bank import FactBank
from ..facts import Statement
from ..item_types import ITEM_TYPES
from ..item_types.cloze_with_bank import Gap, independent, usable
from ..item_types.gaps import wrong_fillers
from ..questions import Help, Question
from ..sampling import rank
from ..words import fold
from ..worksheet import Worksheet
from .soundness import changed, tells

FEWEST_SPARES = 2  # rule G19
SPARES = 3
LEAD = "Choose from"


def with_word_banks(worksheet: Worksheet, book: FactBank) -> Worksheet:
    """Offer words for every part, or where these would answer something else for each of its questions by itself."""
    sections = list(worksheet.sections)
    for index, section in enumerate(sections):
        if section.questions and all(map(_lacks_words, section.questions)):
            others = [q for other in (*sections[:index], *sections[index + 1 :]) for q in other.questions]
            sections[index] = replace(section, bank=bank_for(section.questions, others, book))
    boxed = {question.id for section in sections if section.bank for question in section.questions}

    def alone(question: Question) -> Iterator[Question]:
        if _lacks_words(question) and question.id not in boxed and (words := bank_for([question], (), book)):
            yield replace(question, help=(*question.help, Help(LEAD, words)))

    return changed(replace(worksheet, sections=tuple(sections)), book, alone)


def _lacks_words(question: Question) -> bool:
    return ITEM_TYPES[question.item_type].easing.word_bank and not question.bank


def bank_for(questions: Sequence[Question], others: Sequence[Question], book: FactBank) -> tuple[str, ...]:
    """The words of the box in alphabetical order; none where the answers cannot stand side by side."""
    gaps = [gap for question in questions for gap in gaps_of(question, book)]
    answers = [gap.blank.answer for gap in gaps]
    asked = [answer for question in questions for answer in answers_of(question)]
    if sorted(answers) != sorted(asked) or tells(answers, others):
        return ()
    if not all(independent(one, other, book) for one, other in combinations(gaps, 2)):
        return ()
    spares: list[str] = []
    for word in _wrong_words(gaps, questions[0].id, book):
        if len(spares) < SPARES and usable(word, gaps, spares, book) and not tells([word], others):
            spares.append(word)
    if len(spares) < FEWEST_SPARES:
        return ()
    return tuple(sorted((*answers, *spares), key=lambda word: (fold(word), word)))


def gaps_of(question: Question, book: FactBank) -> Iterator[Gap]:
    """The blanks that a question asks for, in the order of its gaps."""
    statements = [fact for name in question.facts if isinstance(fact := book.get(name), Statement)]
    for answer in answers_of(question):
        for statement in statements:
            if found := [blank for blank in statement.blanks if blank.answer == answer]:
                yield Gap(statement, found[0])
                break


def answers_of(question: Question) -> tuple[str, ...]:
    """What belongs in each gap."""
    return question.row_keys or tuple(key.answer for key in question.gap_keys or (question.key,))


def _wrong_words(gaps: Sequence[Gap], seed: str, book: FactBank) -> list[str]:
    """What the author calls wrong in one of the gaps: first one for each gap, then another."""
    rows = [sorted(wrong_fillers(book, gap.blank), key=lambda word: rank(seed, word)) for gap in gaps]
    turns = max(map(len, rows), default=0)
    return list(dict.fromkeys(row[turn] for turn in range(turns) for row in rows if turn < len(row)))
