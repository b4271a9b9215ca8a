"""Rules for a finished sheet as a whole, worked out from what it prints and from the book alone.

The composer keeps them by other means: by what the item types say of their own questions. Nothing here reads that
(``secrets``, ``pairs``, ``involves``), so that what an item type forgets to say is found all the same.
"""

from __future__ import annotations

from .guessing import lengths, places, verdicts
from .leaks import leaks
from .repeats import repeats
from .sheet_finding import SheetFinding, SheetRule

EVERY_SHEET: tuple[SheetRule, ...] = (leaks, repeats, places, lengths, verdicts)

__all__ = ["EVERY_SHEET", "SheetFinding", "SheetRule"]
