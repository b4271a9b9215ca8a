"""Names with letters that no font has: told all at once, before anything is printed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence

from .direct_printing import unprintable
from .problems import Problem, Source

# First word of a letter's Unicode name -> whose script it is.
_EAST_ASIAN = {
    "CJK": "Chinese", "BOPOMOFO": "Chinese", "IDEOGRAPHIC": "Chinese", "FULLWIDTH": "Chinese",
    "HIRAGANA": "Japanese", "KATAKANA": "Japanese", "HANGUL": "Korean",
}  # fmt: skip
# In all other names, the words before one of these: "OL CHIKI LETTER LA".
_SCRIPT = re.compile(r"[A-Z ]+?(?= (?:CAPITAL|SMALL|LETTER|MARK|SIGN|SUBJOINED|SYLLAB|VOWEL))")

_MEND = (
    "install a font for them (Debian, Ubuntu: sudo apt-get install {debian}; Fedora: sudo dnf install {fedora}; "
    "macOS, Windows: a Noto font from https://fonts.google.com/noto, for all users), "
    "or write the names in Latin letters"
)


def unprintable_names(names: Sequence[str], source: Source) -> list[Problem]:
    """Find the names that cannot be printed on this machine, a fault for each script.

    :param names: of students, and of their class.
    :param source: the file that they stand in.
    :raises TypesetError: if the machine's fonts have to be asked and WeasyPrint cannot work.
    """
    by_script: dict[str, set[str]] = {}
    for letter in unprintable(names):
        by_script.setdefault(_script(letter), set()).add(letter)
    return [
        _problem(script, letters, [name for name in dict.fromkeys(names) if letters & set(name)], source)
        for script, letters in sorted(by_script.items())
    ]


def _problem(script: str, letters: Collection[str], names: Sequence[str], source: Source) -> Problem:
    quoted = ", ".join(f'"{name}"' for name in names)
    if not script:
        signs = ", ".join(f"U+{ord(letter):04X}" for letter in sorted(letters))
        what = f"no font on this computer has {signs}, part of {quoted}"
        return Problem(source, what, "write the names without such signs", "class.no-font")
    if script in _EAST_ASIAN.values():
        mend = _MEND.format(debian="fonts-noto-cjk", fedora="google-noto-sans-cjk-vf-fonts")
    else:
        mend = _MEND.format(debian="fonts-noto-core", fedora="default-fonts-other-sans")
    return Problem(source, f"no font on this computer has the {script} letters of {quoted}", mend, "class.no-font")


def _script(letter: str) -> str:
    """Name the script of a letter in English; empty for symbols and for what Unicode has no name for."""
    name = unicodedata.name(letter, "")
    if not name or unicodedata.category(letter)[0] == "S":
        return ""
    first_word = name.partition(" ")[0]
    if first_word in _EAST_ASIAN:
        return _EAST_ASIAN[first_word]
    found = _SCRIPT.match(name)
    return (found[0] if found else first_word).title()
