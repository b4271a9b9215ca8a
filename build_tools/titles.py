"""What a fact is called: in links, in the index and in lists."""

from __future__ import annotations

import re
import unicodedata
from typing import TypeAlias

from worksheets.facts import AuthoredQuestion, Event, Fact, Group, Link, Misconception, Person, Statement, Term
from worksheets.headline import headline

IndexEntry: TypeAlias = tuple[str, str]  # the type of a Sphinx index entry ("single", "see") and its text

WORDS_OF_A_SENTENCE = 6  # a sentence is called by its first words


def title_of(fact: Fact) -> str:
    """The words of a link to a fact that has no words of its own."""
    match fact:
        case Link():
            return fact.label or fact.cause
        case Group() if fact.heading:
            return fact.heading
        case Misconception() | Statement() | AuthoredQuestion():
            return _opening(headline(fact))
    return headline(fact)


def index_entries(fact: Fact) -> tuple[IndexEntry, ...]:
    """The entries of a fact in the index: terms, persons and events have some."""
    match fact:
        case Term():
            return (("single", _entry(fact.term)), *_see(fact.aliases, fact.term))
        case Person():
            spelt = (alias for alias in fact.aliases if not (fact.surname and alias.endswith(fact.surname)))
            others = tuple(map(_surname_first, spelt))
            return (("single", _entry(fact.sort_name)), *_see(others, fact.sort_name))
        case Event():
            return (("single", _entry(re.sub(r"^(the|a|an) ", "", fact.title))),)
    return ()


def sort_key(text: str) -> tuple[str, str]:
    """The order of a list for readers: accents, case, articles and punctuation do not count."""
    bare = re.sub(r"^(the|a|an) ", "", text, flags=re.IGNORECASE)
    letters = "".join(sign for sign in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(sign))
    return (re.sub(r"[^\w\s]", "", letters).casefold(), text)


def _see(aliases: tuple[str, ...], heading: str) -> tuple[IndexEntry, ...]:
    # A plural or another ending would stand beside the heading itself.
    other = (alias for alias in aliases if not alias.casefold().startswith(heading.casefold()))
    return tuple(("see", f"{_entry(alias)}; {_entry(heading)}") for alias in other)


def _surname_first(name: str) -> str:
    first, _, last = name.rpartition(" ")
    return f"{last}, {first}" if first else last


def _entry(text: str) -> str:
    # A semicolon would part an entry into entry and subentry.
    return text.replace(";", ",")


def _opening(sentence: str) -> str:
    words = sentence.split()
    if len(words) <= WORDS_OF_A_SENTENCE:
        return sentence.rstrip(".")
    return " ".join(words[:WORDS_OF_A_SENTENCE]).rstrip(".,;:") + " …"
