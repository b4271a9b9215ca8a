"""Which builders make what is printed: on paper nothing can be opened, and a page number stands for a link."""

from __future__ import annotations

from typing import Final

ON_PAPER: Final = frozenset({"bookpdf", "bookproof"})
