"""Joining the author's texts into sentences: capital first letter, full stop, quotation marks, lists.

Nothing here bends a word. Each field has a declared grammatical shape and is put into a frame made for it (rule G1).
"""

from __future__ import annotations

from collections.abc import Sequence

from ..facts import Misconception

COUNT_WORDS = {1: "One", 2: "Two", 3: "Three", 4: "Four", 5: "Five", 6: "Six"}
_ENDS = (".", "?", "!", ".”", ".’", "?”", "?’", "!”", "!’")


def capital(text: str) -> str:
    """The text with a capital first letter, unless its first word has a spelling of its own ("pH", "mRNA").

    Of a word with a hyphen the part before it counts: "anti-Polish" gets a capital.
    """
    for offset, sign in enumerate(text):
        if sign.isalnum():
            first_word = text[offset:].split(maxsplit=1)[0].partition("-")[0]
            return text if first_word != first_word.lower() else text[:offset] + sign.upper() + text[offset + 1 :]
    return text


def sentence(text: str) -> str:
    """The text with a capital first letter and a full stop."""
    whole = capital(text.strip())
    return whole if whole.endswith(_ENDS) else f"{whole}."


def fragment(text: str) -> str:
    """A sentence of the author without its full stop, to be put into a longer one."""
    return text.strip().removesuffix(".")


def quoted(text: str) -> str:
    """The text in quotation marks that cannot be mistaken for an apostrophe or a quotation inside it."""
    return f"‘{text}’" if not any(sign in text for sign in "'’‘") else f"“{text}”"


def correction_notes(fact: Misconception) -> tuple[str, ...]:
    """For the key: which words are wrong, for the mark is for mending them in any words; and why they are believed."""
    wrong = (f"Wrong: {quoted(fact.slot)}. Any wording that puts this right earns the mark.",) if fact.slot else ()
    return (*wrong, *((f"Why it is believed: {sentence(fact.why)}",) if fact.why else ()))


def listed(texts: Sequence[str]) -> str:
    """Texts in a row: "a, b and c"."""
    return " and ".join([", ".join(texts[:-1]), texts[-1]]) if len(texts) > 1 else "".join(texts)


def article_fits(before: str, word: str) -> bool:
    """Whether "a" or "an" at the end of ``before`` suits the word behind it (rule H8); true where there is none.

    Judged by the letter, so a word whose sound belies it ("hour", "European") does not fit; it is then not used.
    """
    article = before.split()[-1].casefold() if before.split() else ""
    if article not in ("a", "an"):
        return True
    return (word[:1].casefold() in "aeiou") == (article == "an")
