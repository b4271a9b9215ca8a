"""A Sphinx builder that writes one file about the whole book."""

from __future__ import annotations

from collections.abc import Set
from pathlib import Path
from typing import ClassVar

from docutils import nodes
from sphinx.builders import Builder
from sphinx.errors import SphinxError

from worksheets.files import write_whole
from worksheets.problems import Faults


class WholeBookBuilder(Builder):
    """Writes one file when all chapters are read; a builder of its own says what is in it."""

    allow_parallel = True
    file: ClassVar[str]  # its name in the output folder

    def content(self) -> bytes:
        """Make the content of the file."""
        raise NotImplementedError

    def get_outdated_docs(self) -> str:
        """Say that the file is always written: it is made from all chapters, whichever was read again."""
        return f"all chapters for {self.file}"

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """Give no address: the file has no pages."""
        return ""

    def prepare_writing(self, docnames: Set[str]) -> None:
        """Do nothing before writing."""

    def write_documents(self, docnames: Set[str]) -> None:
        """Do nothing for single chapters; ``finish`` writes the file."""

    def write_doc(self, docname: str, doctree: nodes.document) -> None:
        """Do nothing for a single chapter."""

    def finish(self) -> None:
        """Write the file, whole or not at all.

        :raises SphinxError: if the folder cannot be written to.
        """
        try:
            write_whole(Path(self.outdir) / self.file, self.content())
        except Faults as faults:
            raise SphinxError(str(faults)) from None
