"""How fonts are cut to what a document needs: what fontTools 4.68 would do for each glyph that a font had before.

WeasyPrint 70 keeps the numbers of glyphs, so of the hundreds in a font all but those that are used are empty.
"""

from __future__ import annotations

from typing import Any

from fontTools.varLib import instancer

from .mending import replace


def pass_over_empty_glyphs() -> None:
    """Have fontTools leave glyphs as they are that have no outline and do not vary, when it fixes a font's weight."""
    fix = instancer._instantiateGvarGlyph

    def fix_glyph(name: str, glyphs: Any, variations: Any, *further: Any, **named: Any) -> None:
        if glyphs[name].numberOfContours or variations.variations.get(name):
            fix(name, glyphs, variations, *further, **named)
        else:
            variations.variations.pop(name, None)

    replace(instancer, "_instantiateGvarGlyph", fix_glyph, "89ec5fa1")
