"""Drawings as HTML: their SVG with type, and with what they show in words."""

from __future__ import annotations

from markupsafe import Markup

from ..exhibits import Drawing
from ..item_rules.drawings import svg_fault

FAMILY = "Source Sans 3, sans-serif"  # as in tokens.css: WeasyPrint applies no style sheet to a drawing


def drawn(drawing: Drawing) -> Markup:
    """Write a drawing: its own ``svg`` element, to which title and type are added.

    :raises ValueError: if it is not one of ours: what goes into a page unescaped is looked at once more.
    """
    if fault := svg_fault(drawing.svg):
        raise ValueError(f"a drawing {fault}")
    start, _, rest = drawing.svg.partition(">")
    attributes = Markup(' role="img" font-family="{}"').format(FAMILY)
    return Markup(start) + attributes + Markup("><title>{}</title>").format(in_words(drawing)) + Markup(rest)


def in_words(drawing: Drawing) -> str:
    """Tell what a drawing shows: its description, and all that its table says."""
    told = [" ".join(row) for row in drawing.data.rows if all(row)]
    heads = ", ".join(filter(None, drawing.data.heads))
    return f"{drawing.alt} {heads and f'{heads}: '}{'; '.join(told)}." if told else drawing.alt
