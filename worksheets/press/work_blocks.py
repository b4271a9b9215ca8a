"""Where the child process of ``typesetter.py`` begins."""

from __future__ import annotations

import json
import os
import sys


def main() -> None:
    """Answer jobs; where a system library is missing, say so in place of the first answer."""
    try:
        from .block_child import work
    except OSError as error:
        print(json.dumps({"library": str(error)}), flush=True)
        return
    work()


if __name__ == "__main__":
    main()
    sys.stdout.flush()
    # Without the interpreter's own tidying up: Pango's objects may be freed twice there (WeasyPrint issue 2843).
    os._exit(0)
