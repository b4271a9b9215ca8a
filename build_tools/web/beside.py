"""Which notes stand in the margin of a wide screen: those that find room there beside their text.

Nothing is measured: heights are reckoned from the length of the texts, in pixels at the usual size of type. A note that
would slip far below its text, because others fill the margin, stays in the column. So no script is needed to set it.
"""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes

from ..nodes import FactNode

KINDS = frozenset({"term", "person", "event"})  # short ones
MOST_SLIP = 220  # pixels that a note may begin below the paragraph behind which it stands

_LETTERS, _LINE, _GAP = 66, 27, 16  # of the text: letters in a line, height of a line, space after a block
_NOTE_LETTERS, _NOTE_LINE, _NOTE_GAP = 36, 20, 62
_BOX_LETTERS, _BOX_LINE, _BOX_GAP = 74, 22, 60
_HEADING, _ROW = 85, 40


def choose_beside(doctree: nodes.document) -> None:
    """Set the attribute ``beside`` of every note that shall stand in the margin."""
    text = margin = 0  # where the next block of each column would begin
    for block in _blocks(doctree):
        if isinstance(block, FactNode) and block["kind"] in KINDS:
            start = max(text, margin)
            block["beside"] = start - text <= MOST_SLIP
            if block["beside"]:
                margin = start + _height(block, _NOTE_LETTERS, _NOTE_LINE, _NOTE_GAP)
                continue
        text += _height_in_text(block)


def _blocks(node: nodes.Element) -> Iterator[nodes.Element]:
    for child in node.children:
        if isinstance(child, nodes.section):
            yield from _blocks(child)
        elif isinstance(child, nodes.Element) and not isinstance(child, nodes.Invisible):
            yield child


def _height_in_text(block: nodes.Element) -> int:
    if isinstance(block, nodes.title):
        return _HEADING
    if isinstance(block, nodes.table):
        return _ROW * sum(1 for _ in block.findall(nodes.row))
    if isinstance(block, FactNode):
        return _height(block, _BOX_LETTERS, _BOX_LINE, _BOX_GAP)
    parts: list[nodes.Element] = list(block.findall(nodes.paragraph))
    return sum(_height(part, _LETTERS, _LINE, _GAP) for part in parts or [block])


def _height(block: nodes.Element, letters: int, line: int, gap: int) -> int:
    """Reckon with full lines, and one more for what is left of each part."""
    parts = [part for part in block.children if isinstance(part, nodes.Element)] if isinstance(block, FactNode) else []
    texts = [part.astext() for part in parts] or [block.astext()]
    return gap + line * sum(-(-len(text) // letters) for text in texts)
