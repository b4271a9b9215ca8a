"""What must not stand elsewhere on the sheet, because it would give an answer away (rule H12).

The choice is a conservative one, by what the student has to do:

*recall* (write the answer)
    Every name of the answer is a secret: wherever it is printed, it helps. A year or number is too common for that;
    it is a secret only together with a word by which the question would be known again.
*recognise* (tick, match, place a word of a box)
    The answer is printed in the question itself, so it does no harm elsewhere unless it stands as a whole beside what
    it answers. So each of its names is paired with the rarest words of what is asked, and the full text of the right
    option is a secret as the rule has it ("no stem or option of one item contains another item's key").
"""

from __future__ import annotations

from collections.abc import Iterable

from ..bank import FactBank
from ..facts import Fact, Person, Term
from ..words import content, fold, words
from .index import index_of
from .names import name_words, names
from .number_words import written_otherwise

Pairs = tuple[tuple[str, str], ...]

CUES = 3  # words by which a text is known again; its rarest ones in the book
LONG_NUMBER = 5  # digits from which a number is so rare that it gives itself away


def forms_of(book: FactBank, answer: str) -> tuple[str, ...]:
    """The answer and every other name of the person or term it names."""
    return tuple(dict.fromkeys([answer, *(name for fact in _bearers(book, answer) for name in names(fact))]))


def spellings_of(book: FactBank, answer: str) -> tuple[str, ...]:
    """The answer and every other name that can mean nobody and nothing else: a shared surname is not enough."""
    clear = len(_bearers(book, answer)) == 1
    forms = [form for form in forms_of(book, answer) if len(_bearers(book, form)) == 1] if clear else []
    others = (form for form in forms if form.casefold() != answer.casefold())
    return (answer, *dict.fromkeys(others))


def _bearers(book: FactBank, name: str) -> tuple[Fact, ...]:
    return tuple(fact for fact in index_of(book).named.get(fold(name), ()) if isinstance(fact, Person | Term))


def cues(book: FactBank, *texts: str, names_of: Iterable[Fact] = ()) -> tuple[str, ...]:
    """The words by which a reader would know the texts again, without those of a fact's own names."""
    own = {word for fact in names_of for word in name_words(fact)}
    kept = " ".join(word for text in texts for word in words(text) if word not in own)
    return index_of(book).rarest(kept, CUES)


def number_cues(book: FactBank, *texts: str) -> tuple[str, ...]:
    """The words beside which a year or number gives itself away: the usual ones, and more of long texts.

    So many of each text's rarest words that whatever speaks of half of it prints one of them.
    """
    more = (word for text in texts for word in index_of(book).rarest(text, len(content(text)) // 2 + 1))
    return tuple(dict.fromkeys((*cues(book, *texts), *more)))


def recalled(book: FactBank, answers: Iterable[str], *about: str) -> tuple[tuple[str, ...], Pairs]:
    """Secrets and pairs of a question whose answer is written by the student."""
    forms = tuple(dict.fromkeys(form for answer in answers for form in forms_of(book, answer)))
    numbers = [form for form in forms if is_number(form)]
    secrets = tuple(form for form in forms if form not in numbers or sum(map(str.isdigit, form)) >= LONG_NUMBER)
    return secrets, together(numbers, number_cues(book, *about))


def together(answers: Iterable[str], cue_words: Iterable[str]) -> Pairs:
    """Each answer with each word that must not stand beside it."""
    clues = tuple(cue_words)
    return tuple(dict.fromkeys((answer, cue) for answer in answers for cue in clues if fold(answer) != fold(cue)))


def is_number(text: str) -> bool:
    """Whether a text is a year or number, with or without a unit, in figures or in words."""
    figures = any(map(str.isdigit, text)) and sum(map(str.isalpha, text)) <= len("BCE")
    return figures or bool(written_otherwise(text))
