"""Names as they stand in the squares of a puzzle: one letter from A to Z in each, nothing between the words."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not take apart into a plain letter and an accent.
_PLAIN = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
# Letters that nobody wants to read in a square of letters, in whatever direction: signs of hatred, threats and swear
# words, as they are read, cut short or misspelt. What fills a square has no vowel, but a hidden word can lend one.
_OFFENSIVE = (
    "SS KKK KYS NIG NEGR NAZI HEIL KIKE SPIC GOOK FAG DYKE HOMO RAPE WHORE SLUT PORN PENIS ANUS SEX CUM TIT ARSE CRAP "
    "FUCK FUK FUC FKK CUNT DICK COCK PRICK SHIT BITCH WANK TWAT"
)
_AS_READ = _OFFENSIVE.split()
_WITHOUT_VOWELS = [bare for bare in re.sub("[AEIOU]", "", _OFFENSIVE).split() if len(bare) > 2]  # two are no word
UNWANTED = (*dict.fromkeys([*_AS_READ, *_WITHOUT_VOWELS, "NGGR", "FGT"]),)
_HYPHENS = "\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}-"
_APOSTROPHES = "'\N{RIGHT SINGLE QUOTATION MARK}\N{MODIFIER LETTER APOSTROPHE}"
_BETWEEN = re.compile(rf"([\s{_HYPHENS}]+)")
_SILENT = re.compile(rf"[\s.{_APOSTROPHES}{_HYPHENS}]")


@lru_cache(maxsize=1 << 14)
def letters(name: str) -> str:
    """The letters of a name: "Five-Year Plan" -> "FIVEYEARPLAN", "Béla" -> "BELA".

    Accents, spaces, hyphens, apostrophes and full stops are left out. Empty for a name that holds anything else that
    is no Latin letter, such as a number or Cyrillic.
    """
    small = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(sign for sign in small if not unicodedata.combining(sign)).translate(_PLAIN)
    squeezed = _SILENT.sub("", bare)
    return squeezed.upper() if squeezed.isascii() and squeezed.isalpha() else ""


def lengths(name: str) -> str:
    """How many letters each word has, as clues tell it: "Five-Year Plan" -> "4-4,4", "O'Neill" -> "6"."""
    signs = _BETWEEN.split(name.strip())
    return "".join(
        ("," if part.isspace() else "-") if place % 2 else str(len(letters(part))) for place, part in enumerate(signs)
    )
