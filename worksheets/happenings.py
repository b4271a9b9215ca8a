"""What a noun phrase is about: a happening, a body or a document. No word here belongs to a subject."""

from __future__ import annotations

import re
from typing import Literal


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Head nouns that name a body or a document, not a happening (rule G2). A congress, conference or trial happens.
BODIES = _listed(
    """
    party ministry committee subcommittee commission police army navy office organisation organization agency council
    court tribunal board bureau department directorate secretariat government parliament senate academy university
    school institute institution museum laboratory society association federation company corporation newspaper
    brigade gang
    """
)
DOCUMENTS = _listed(
    """
    book letter report law decree order resolution directive constitution treaty telegram memorandum article pamphlet
    newspaper novel poem diary memoir memoirs statute manifesto charter leaflet
    """
)
# Before "of" these can name a happening: "the organisation of the harvest".
EITHER_BEFORE_OF = _listed("organisation organization commission order resolution office board")
FESTIVE = _listed("tea garden birthday dinner wedding farewell cocktail search")  # parties that happen

_PREPOSITIONS = _listed(
    """
    about above across after against along amid among around as at before behind below beneath beside between beyond by
    concerning despite down during for from in inside into near no. of off on onto out outside over past per since than
    through throughout to toward towards under until up upon via with within without that when where which who whose
    """
)


def head_noun(noun_phrase: str) -> tuple[str, str]:
    """Find the noun that a noun phrase is about, and the word that follows it (empty at the end).

    "the secret trial of the officers" is about a trial: the last word before the first preposition or comma.
    """
    pieces = noun_phrase.split()
    for index, piece in enumerate(pieces):
        if index and piece.lower() in _PREPOSITIONS:
            return _bare(pieces[index - 1]), piece.lower()
        if piece.endswith((",", ":")):
            return _bare(piece), ","
    return (_bare(pieces[-1]) if pieces else ""), ""


def no_happening(title: str) -> Literal["", "a body", "a document"]:
    """Tell what a title names instead of a happening; empty where it names one (rule G2)."""
    head, following = head_noun(title)
    noun = head.lower()
    if following == "of" and noun in EITHER_BEFORE_OF:
        return ""
    if noun == "party" and any(word.lower() in FESTIVE for word in title.split()):
        return ""
    if noun in DOCUMENTS:
        return "a document"
    if noun in BODIES or re.fullmatch(r"[A-ZÀ-ÞА-Я]{3,6}", head):
        return "a body"
    return ""


def _bare(word: str) -> str:
    return re.sub(r"['’]s?$", "", word.strip(".,;:!?()“”‘’\"'"))
