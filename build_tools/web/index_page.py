"""The words of the index page, with the quotation marks and apostrophes of the text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ..typography import curly

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

# As Sphinx makes it: letter -> entries of name, (links, sub-entries of name and links, category).
Letters = Sequence[tuple[str, Sequence[tuple[str, tuple[Any, Sequence[tuple[str, Any]], Any]]]]]


def typeset_entries(env: BuildEnvironment, letters: Letters) -> Letters:
    """Set the names of entries and sub-entries; links, order and letters stay."""
    return [
        (
            letter,
            [
                (curly(env, name), (links, [(curly(env, sub), found) for sub, found in subs], category))
                for name, (links, subs, category) in entries
            ],
        )
        for letter, entries in letters
    ]
