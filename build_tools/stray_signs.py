"""Signs that no page can show, such as the line breaks of a word processor: told where they stand, and left out."""

from __future__ import annotations

import re

from sphinx.application import Sphinx
from sphinx.util import logging

# All of Unicode's control characters but the line ends and the tab; HTML and XML hold none of them.
_STRAY = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_NAMES = {"\x0b": "vertical tab", "\x0c": "form feed"}

logger = logging.getLogger(__name__)


def leave_out(app: Sphinx, docname: str, source: list[str]) -> None:
    """Put a space in place of each such sign of a document that Sphinx has read, and warn of it."""
    text = source[0]
    for found in _STRAY.finditer(text):
        name = _NAMES.get(found[0], "control character")
        logger.warning(
            "U+%04X, a %s, cannot be printed and was left out; delete it here, it may have come with a copied text",
            ord(found[0]),
            name,
            location=(docname, text.count("\n", 0, found.start()) + 1),
            type="text",
            subtype="bad-character",
        )
    source[0] = _STRAY.sub(" ", text)
