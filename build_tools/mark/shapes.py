"""The declared shape of a field, checked as far as the text alone can tell (rules G1 to G4, G9, G10, G16, G28).

There is no grammar engine here. A check is kept only where it hardly ever cries wolf: an author who is told of faults
that are none stops reading.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from worksheets.questions import GAP

from . import words

Shape = Literal["", "NP", "Clause", "Remark", "Pred", "That", "Sentence", "It-sentence"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong with a text: what, and what to write instead."""

    code: str
    what: str
    mend: str


def faults_of(text: str, shape: Shape) -> Iterator[Finding]:
    """Tell what is wrong with a text that should have a shape; nothing where no fault shows."""
    yield from _characters(text)
    if shape:
        yield from _CHECKS[shape](text)


def _characters(text: str) -> Iterator[Finding]:
    for character in text:
        if character in (GAP, "\N{REPLACEMENT CHARACTER}") or unicodedata.category(character) in ("Cc", "Cs"):
            name = unicodedata.name(character, f"control character {ord(character):#04x}").lower()
            code_point = f"U+{ord(character):04X}"
            yield Finding(
                "fact.bad-character",
                f"“{_shown(text)}” holds the character {code_point} ({name}), which cannot be printed",
                "delete it, or type the word again by hand",
            )
            return


def _noun_phrase(text: str) -> Iterator[Finding]:
    yield from _no_stop(text, "a noun phrase")
    if ";" in text:
        yield Finding(
            "fact.shape", f"“{text}” holds a semicolon", "write one noun phrase; put the rest into a fact of its own"
        )
    first = _first(text)
    if first != first.lower() and first.lower() in words.ARTICLES:
        yield Finding(
            "fact.shape",
            f"“{text}” begins with a capital",
            f"write it as in the middle of a sentence: “{text[0].lower()}{text[1:]}”",
        )
    # "of" after a first word that has no article: "Murder of ..." is a heading, not a noun phrase.
    pieces = text.split()
    if len(pieces) > 2 and pieces[1] == "of" and pieces[0][:1].isupper() and pieces[0].isalpha():
        yield Finding(
            "fact.shape",
            f"“{text}” has no article",
            f"write it as in the middle of a sentence: “the {text[0].lower()}{text[1:]}”, or “the {text}” for a name",
        )
    verb = re.search(r"\b(was|were)\b", text)
    # Behind "who", "which" or "that" a verb belongs to the noun phrase.
    if verb and not re.search(r"\b(who|whom|whose|which|that|what|when|where|how|as)\b", text[: verb.start()]):
        yield Finding(
            "fact.shape",
            f"“{text}” is a sentence",
            "write a noun phrase that fits into “We learnt about ...”, such as “the founding of the city”",
        )


def _clause(text: str) -> Iterator[Finding]:
    yield from _remark(text)
    yield from _alone(text)


def _remark(text: str) -> Iterator[Finding]:
    # A clause that is printed beside its fact, so that "it" and "his" have something to lean on.
    yield from _no_stop(text, "a clause")
    if len(words.words(text)) < 2:
        yield Finding(
            "fact.shape", f"“{text}” is no whole sentence", "write who or what did something: “the city was founded”"
        )


def _predicate(text: str) -> Iterator[Finding]:
    yield from _no_stop(text, "a predicate")
    first = _first(text)
    if first.lower() in words.LEANING:
        rest = text.split(None, 1)[1] if " " in text else "..."
        yield Finding("fact.shape", f"“{text}” has a subject, “{first}”", f"write what follows it: “{rest}”")
    elif first.lower() in words.ARTICLES:
        yield Finding(
            "fact.shape",
            f"“{text}” begins with “{first}”, so it does not fit behind “He” or “She”",
            "begin with a verb in the past tense: “was ...”, “led ...”",
        )
    elif first[:1].isupper():
        yield Finding(
            "fact.shape",
            f"“{text}” begins with a capital",
            "begin with a verb in the past tense and a small letter; the subject is put in front of it",
        )


def _that(text: str) -> Iterator[Finding]:
    yield from _no_stop(text, "a thesis")
    first = _first(text)
    if first.lower() == "that":
        yield Finding(
            "fact.shape", f"“{text}” begins with “{first}”", "leave the “that” out; it is put in front of the thesis"
        )
    else:
        yield from _alone(text)


def _sentence(text: str) -> Iterator[Finding]:
    yield from _whole(text)
    yield from _alone(text)


def _it_sentence(text: str) -> Iterator[Finding]:
    yield from _whole(text)
    if _first(text) != "It":
        yield Finding(
            "fact.shape",
            f"“{text}” does not begin with “It”",
            "write what the event led to: “It opened the way to ...”",
        )


def _whole(text: str) -> Iterator[Finding]:
    if not re.search(r"[.!?…][\"'”’»)\]]*$", text):
        yield Finding("fact.no-full-stop", f"“{_shown(text)}” has no full stop", "write a whole sentence with its stop")
    first = _first(text)
    if first[:1].islower() and first == first.lower():
        yield Finding(
            "fact.shape",
            f"“{_shown(text)}” begins with a small letter",
            "begin with a capital and write a whole sentence",
        )


def _no_stop(text: str, called: str) -> Iterator[Finding]:
    # An initial or a short form may end in a stop of its own: "J.", "U.S.", "etc."
    if re.search(r"[!?:;,]$", text) or (text.endswith(".") and not re.search(r"(\b\w\.|etc\.|\.\.\.)$", text)):
        yield Finding(
            "fact.full-stop",
            f"“{_shown(text)}” ends with “{text[-1]}”",
            f"write {called} without a stop; the question brings its own",
        )


def _alone(text: str) -> Iterator[Finding]:
    first = _first(text)
    if first.lower() in words.LEANING or re.match(r"(the )?(latter|former)\b(?! \w+s\b)", text, re.IGNORECASE):
        yield Finding(
            "fact.not-alone",
            f"“{_shown(text)}” begins with “{first}”, so it cannot stand alone",
            "name the person or thing itself",
        )
    elif first.lower() in words.LINKING:
        yield Finding(
            "fact.not-alone",
            f"“{_shown(text)}” begins with “{first}”, which leans on the sentence before it",
            "leave that word out, or put it outside the mark",
        )


def _first(text: str) -> str:
    found = words.words(text)
    return found[0] if found else ""


def _shown(text: str) -> str:
    """Shorten a long text to its first words, so that a message stays one line."""
    return text if len(text) <= 70 else text[:66].rsplit(" ", 1)[0] + " ..."


_CHECKS: Mapping[str, Callable[[str], Iterator[Finding]]] = MappingProxyType(
    {
        "NP": _noun_phrase,
        "Clause": _clause,
        "Remark": _remark,
        "Pred": _predicate,
        "That": _that,
        "Sentence": _sentence,
        "It-sentence": _it_sentence,
    }
)
