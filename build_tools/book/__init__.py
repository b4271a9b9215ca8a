"""Stage 7, print: the book as one document out of all chapters, with pages that know their numbers."""

from __future__ import annotations

from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add the builder ``bookpdf``."""
    from .builder import setup_builder

    setup_builder(app)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
