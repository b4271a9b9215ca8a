"""A printer for tests that look at pages: what one of them has had typeset, the others need not have typeset again."""

from __future__ import annotations

from worksheets.press.store import cache_folder
from worksheets.printing import Printer

STORED = Printer(cache=cache_folder())  # where conftest.py has put it
