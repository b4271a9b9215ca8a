"""References to figures, tables and sections by their numbers, for books that have many."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.domains.std import StandardDomain

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


_BEFORE_NUMBER = re.compile(r" (?=\d+(?:\.\d+)*$)")


class NumberedReferences(StandardDomain):
    """Sphinx's own domain, save that it reads a chapter once, and that no line's end parts a number from its word.

    Sphinx 9 reads the chapter from its file for each reference, to see what that leads to.
    """

    def _resolve_numref_xref(self, env: BuildEnvironment, *reference: Any) -> Any:
        # A chapter is read before any reference is resolved, so what is kept lasts as long as one build writes.
        kept = self.__dict__.setdefault("chapters", _Chapters(env))
        link = super()._resolve_numref_xref(kept, *reference)
        for text in list(link.findall(nodes.Text)) if link is not None else ():
            text.parent.replace(text, nodes.Text(_BEFORE_NUMBER.sub("\N{NO-BREAK SPACE}", text)))
        return link

    def clear_doc(self, docname: str) -> None:
        """Forget a chapter that is read anew."""
        self.forget_chapters()
        super().clear_doc(docname)

    def forget_chapters(self) -> None:
        """Forget what was read, once all references are resolved: it is as large as all chapters together."""
        self.__dict__.pop("chapters", None)


class _Chapters:
    """An environment whose chapters are read once, to be looked at and not changed."""

    def __init__(self, env: BuildEnvironment) -> None:
        self._env = env
        self._read: dict[str, nodes.document] = {}

    def __getattr__(self, name: str) -> Any:
        return getattr(self._env, name)

    def get_doctree(self, docname: str) -> nodes.document:
        """Give a chapter."""
        if docname not in self._read:
            self._read[docname] = self._env.get_doctree(docname)
        return self._read[docname]


def setup_numbered_references(app: Sphinx) -> None:
    """Have the numbers of references found fast."""
    app.add_domain(NumberedReferences, override=True)
