"""Pages without the classes that no style, script or reader asks for: a chapter has hundreds of them."""

from __future__ import annotations

import re

_FIELD = re.compile(r'(<div class="fact-field) field-[\w-]+"')  # which one it is, print alone asks
_UNUSED = (
    (' class="reference internal"', ""),
    (' reference internal"', '"'),
    (' class="row-odd"', ""),
    (' class="row-even"', ""),
    (' class="stub"', ""),
    (' docutils align-default"', '"'),
    ('<span class="std std-numref">', "<span>"),
    ('<dl class="fact-details simple">', '<dl class="fact-details">'),
    ('<dl class="fact-definition simple">', '<dl class="fact-definition">'),
    ('<span class="bibtex-citation" id=', "<span id="),
    ('<span class="fact-sources-label">Sources:</span>', "Sources:"),
)


def lighten(html: str) -> str:
    """Take them off the body of a page, as Sphinx and the templates of the facts have written it."""
    for unused, instead in _UNUSED:
        html = html.replace(unused, instead)
    return _FIELD.sub(r'\1"', html)
