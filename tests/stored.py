"""A printer for tests that look at pages: what one of them has had typeset, the others need not have typeset again."""

from __future__ import annotations

import tempfile
from pathlib import Path

from worksheets.printing import Printer

# Never among the pieces of whoever runs the tests, whatever a system says of caches. Where it goes by XDG_CACHE_HOME,
# which conftest.py sets, commands that tests run find the same store.
STORED = Printer(cache=Path(tempfile.gettempdir()) / "worksheets-tests" / "sphinx-worksheets")
