"""What a book's ``conf.py`` names: ``extensions = ["myst_parser", "worksheets.sphinx_ext"]``."""

from __future__ import annotations

import importlib
import importlib.util
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

# The Sphinx side travels inside the wheel and lies beside this package in a checkout.
_PLACES = ("worksheets.build_tools", "build_tools")


def setup(app: Sphinx) -> ExtensionMetadata:
    """Set up the extension, wherever it lies."""
    for place in _PLACES:
        if importlib.util.find_spec(place):
            extension = importlib.import_module(f"{place}.extension")
            metadata: ExtensionMetadata = extension.setup(app)
            return metadata
    raise ModuleNotFoundError(f"none of {', '.join(_PLACES)} is installed")
