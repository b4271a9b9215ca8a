"""Names of any script: how to tag them and which way they run."""

from __future__ import annotations

import unicodedata
from collections import Counter

# First word of a letter's Unicode name -> script subtag (ISO 15924).
SCRIPTS = {
    "ARABIC": "Arab", "ARMENIAN": "Armn", "BENGALI": "Beng", "CJK": "Hani", "CYRILLIC": "Cyrl", "DEVANAGARI": "Deva",
    "ETHIOPIC": "Ethi", "GEORGIAN": "Geor", "GREEK": "Grek", "GUJARATI": "Gujr", "GURMUKHI": "Guru", "HANGUL": "Hang",
    "HEBREW": "Hebr", "HIRAGANA": "Hira", "KANNADA": "Knda", "KATAKANA": "Kana", "KHMER": "Khmr", "LAO": "Laoo",
    "MALAYALAM": "Mlym", "MONGOLIAN": "Mong", "MYANMAR": "Mymr", "SINHALA": "Sinh", "TAMIL": "Taml", "TELUGU": "Telu",
    "THAI": "Thai", "TIBETAN": "Tibt",
}  # fmt: skip


def script_tag(name: str) -> str:
    """Give the language tag of a name that most of its letters call for: "und-Cyrl"; empty for Latin letters.

    The language of a name cannot be told from its letters, so it stays undetermined (BCP 47, "und"); the script can.
    """
    scripts = Counter(unicodedata.name(char, "").partition(" ")[0] for char in name if char.isalpha())
    most = max(scripts, key=lambda script: (scripts[script], script), default="")
    return f"und-{SCRIPTS[most]}" if most in SCRIPTS else ""


def direction(name: str) -> str:
    """Give "rtl" or "ltr" after the first strong character (Unicode Bidirectional Algorithm, rules P2 and P3)."""
    for char in name:
        match unicodedata.bidirectional(char):
            case "L":
                return "ltr"
            case "R" | "AL":
                return "rtl"
    return "ltr"
