"""Ask a browser, axe-core and the Nu HTML checker about every page of a web book: ``make check-web``.

    python -m tests.web.check.run _build/html _build/check-web

The second folder holds what npm has installed. Every fault is told with its page; exit code 1 if there is any.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.web.pages import MOST_BYTES, weight_of

from .browser import look_at_all
from .nu import html_errors


def main(web: Path, tools: Path) -> int:
    """Check all pages; say what is wrong, or how much was looked at."""
    pages = sorted(web.glob("*.html"))
    axe = (tools / "node_modules/axe-core/axe.min.js").read_text("utf-8")
    faults = html_errors(pages, tools / "node_modules/vnu-jar/build/dist/vnu.jar")
    faults += [
        f"{path.name}: weighs {weight} bytes"
        for path in pages
        if path.stem != "search" and (weight := weight_of(path)) > MOST_BYTES
    ]
    views, found = look_at_all(pages, axe)
    faults += found
    for fault in dict.fromkeys(faults):
        print(fault)
    print(f"{len(pages)} pages, {views} views in Chromium: {len(dict.fromkeys(faults)) or 'no'} faults")
    return bool(faults) or not pages


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()))
