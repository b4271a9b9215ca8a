"""Signs that no page can show, such as the line breaks of a word processor: told where they stand, and left out."""

from __future__ import annotations

import re
import sys

from docutils import nodes
from docutils.utils import get_source_line
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform
from sphinx.util import logging

# All of Unicode's control characters but the line ends and the tab, and the 66 code points that are no characters.
# XML 1.0 has none of U+0000 to U+001F, nor U+FFFE and U+FFFF; the others it allows, but no font has a sign for them.
_STRAY = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)
_REFERENCE = re.compile("&#(?:[xX]0*([0-9a-fA-F]{1,6})(?![0-9a-fA-F])|0*([0-9]{1,7})(?![0-9]));?")
_NAMES = {"\x0b": "vertical tab", "\x0c": "form feed"}

logger = logging.getLogger(__name__)


def leave_out(app: Sphinx, docname: str, source: list[str]) -> None:
    """Put a space in place of each such sign of a document that Sphinx has read, and warn of it."""
    text = source[0]
    for found in _STRAY.finditer(text):
        _warn(found[0], (docname, text.count("\n", 0, found.start()) + 1))
    source[0] = _STRAY.sub(" ", text)


class LeaveOutWritten(SphinxTransform):
    """Does the same with those that the text names and does not hold, such as ``&#12;`` in Markdown."""

    default_priority = 5  # before Sphinx takes titles and entries of the index

    def apply(self, **_: object) -> None:
        """Go through the texts of the document, and through what its nodes are given, such as words for a picture."""
        for node in list(self.document.findall()):
            if isinstance(node, nodes.Text):
                text = _REFERENCE.sub(_sign, node) if isinstance(node.parent, nodes.raw) else str(node)
                if found := _STRAY.findall(text):
                    location = _line(node)
                    for sign in found:
                        _warn(sign, location)
                    node.parent.replace(node, nodes.Text(_STRAY.sub(" ", text)))
            elif isinstance(node, nodes.Element):
                for name, value in node.attributes.items():
                    if isinstance(value, str) and (found := _STRAY.findall(value)):
                        for sign in found:
                            _warn(sign, node)
                        node[name] = _STRAY.sub(" ", value)


def _sign(reference: re.Match[str]) -> str:
    """The stray sign that a numeric reference in HTML stands for; any other reference stays as it is written."""
    code = int(reference[1], 16) if reference[1] else int(reference[2])
    return chr(code) if code <= sys.maxunicode and _STRAY.match(chr(code)) else reference[0]


def _line(text: nodes.Text) -> str:
    """Where a text stands: the line of its paragraph, and the ends of lines between."""
    block: nodes.Element = text.parent
    while block.line is None and block.parent is not None:
        block = block.parent
    source, line = get_source_line(block)
    before = 0
    for other in block.findall(nodes.Text):
        if other is text:
            break
        before += other.count("\n")
    return f"{source}:{(line or 1) + before}"


def _warn(sign: str, location: tuple[str, int] | nodes.Node | str) -> None:
    logger.warning(
        "U+%04X, a %s, cannot be printed and was left out; delete it here, it may have come with a copied text",
        ord(sign),
        _NAMES.get(sign, "control character" if sign < "\xa0" else "noncharacter"),
        location=location,
        type="text",
        subtype="bad-character",
    )
