"""The type of book and sheets, from packages that carry the font files: print looks alike on every machine."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

FAMILIES = ("Literata", "Source Sans 3")  # running text; headings, tables, captions and sheets
STYLES = ("normal", "italic")

# Letters that neither of FAMILIES has, as in a name: the rarer Latin and Cyrillic ones, and nineteen more scripts.
# Chinese, Japanese and Korean are not among them: their letters take 16 MB and more in any face.
OTHER_FAMILIES = (
    "Noto Sans", "Noto Sans Arabic", "Noto Sans Armenian", "Noto Sans Bengali", "Noto Sans Devanagari",
    "Noto Sans Ethiopic", "Noto Sans Georgian", "Noto Sans Gujarati", "Noto Sans Gurmukhi", "Noto Sans Hebrew",
    "Noto Sans Kannada", "Noto Sans Khmer", "Noto Sans Lao", "Noto Sans Malayalam", "Noto Sans Myanmar",
    "Noto Sans Oriya", "Noto Sans Sinhala", "Noto Sans Tamil", "Noto Sans Telugu", "Noto Sans Thai",
)  # fmt: skip


# Letters that each of FAMILIES has, so that most texts need no look into the files.
_COMMON = re.compile("[\\s\\x21-\\x7E\\u00A1-\\u017F\\u0410-\\u044F\\u0401\\u0451‐–—‘’‚“”„†•…‹›€№→−]*")


def font_folders() -> tuple[Path, ...]:
    """Name the folders that hold the files of all families."""
    main = dict.fromkeys(font_file(family, style).parent for family in FAMILIES for style in STYLES)
    return (*main, _noto())


def font_face_css(text: str = "") -> str:
    """Write the ``@font-face`` rules of :data:`FAMILIES`, roman and italic, and of the others that a text needs.

    No weight is given: each file is variable, and the wanted weight and optical size are taken from its axes.

    :param text: all that is printed; where it needs other families, a rule also puts them into ``--font-others``,
        which a style may name after its own family: ``font-family: "Source Sans 3", var(--font-others, sans-serif)``.
    """
    rules = [_font_face(family, style) for family in FAMILIES for style in STYLES]
    if others := other_families(text):
        rules += [_font_face(family, "normal") for family in others]
        names = ", ".join(f'"{family}"' for family in others)
        rules.append(f":root {{ --font-others: {names}, sans-serif }}")
    return "\n".join(rules)


def other_families(text: str) -> tuple[str, ...]:
    """Name the families that a text needs beside :data:`FAMILIES`."""
    return families_for(_strangers(text))


def lacking(text: str) -> frozenset[str]:
    """Give the characters of a text that no packaged font has a glyph for."""
    strangers = _strangers(text)
    return strangers.difference(*map(_repertoire, families_for(strangers)))


def families_for(characters: frozenset[str]) -> tuple[str, ...]:
    """Choose as few of :data:`OTHER_FAMILIES` as have all these characters that any of them has."""
    chosen = []
    while characters:
        best = max(OTHER_FAMILIES, key=lambda family: len(characters & _repertoire(family)))
        if not characters & _repertoire(best):
            break
        chosen.append(best)
        characters -= _repertoire(best)
    return tuple(chosen)


def _strangers(text: str) -> frozenset[str]:
    """Give the characters that :data:`FAMILIES` lack; spaces and control characters need no glyph."""
    if _COMMON.fullmatch(text):
        return frozenset()
    unknown = set(text).difference(*map(_repertoire, FAMILIES))
    return frozenset(char for char in unknown if unicodedata.category(char) not in ("Cc", "Cf", "Zl", "Zp", "Zs"))


@cache
def _repertoire(family: str) -> frozenset[str]:
    from fontTools.ttLib import TTFont  # takes long, and is not needed where all letters are common ones

    with TTFont(font_file(family, "normal"), lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap()))


def _font_face(family: str, style: str) -> str:
    address = font_file(family, style).as_uri()
    return f'@font-face {{ font-family: "{family}"; font-style: {style}; src: url("{address}") }}'


def font_file(family: str, style: str) -> Path:
    """Name the file of a family; style is "normal" or "italic"."""
    import fontpkg  # takes long, and is not needed where all that is printed was typeset before

    if family in OTHER_FAMILIES:
        return _noto() / f"{family.replace(' ', '')}[wght].ttf"
    return Path(fontpkg.path(family, style=style))


def _noto() -> Path:
    import manimgx_fonts

    return Path(manimgx_fonts.__file__).parent


def font_files() -> tuple[Path, ...]:
    """Name the files of all families."""
    main = [font_file(family, style) for family in FAMILIES for style in STYLES]
    return (*main, *(font_file(family, "normal") for family in OTHER_FAMILIES))
