"""What the apparatus is in a document tree."""

from __future__ import annotations

from docutils import nodes


class BoxNode(nodes.General, nodes.Element):
    """A box. Attributes: ``kind``, ``label``, ``ids`` and, where it is not for everybody, ``data-for``.

    Its first child is a :class:`BoxTitle`, the others are what the author wrote.
    """


class BoxTitle(nodes.Part, nodes.TextElement):
    """The title of a box, inline nodes."""


class LevelNode(nodes.General, nodes.TextElement):
    """The name of a level above the review questions that are on it."""


class AnswersNode(nodes.General, nodes.Element):
    """A place for the keys of all questions with which readers check themselves.

    Attribute ``marks``: id of a key -> HTML that says which page of the printed book begins with it.
    """
