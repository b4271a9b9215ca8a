"""The child process of ``long_document.py``: one job a line on standard input, one answer a line back."""

from __future__ import annotations

import gc
import json
import logging
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .answering import answer_jobs
from .child_parts import Part, Parts
from .typeset_child import MM, draw, first_places, logged, make_fetcher, mend_layout

if TYPE_CHECKING:
    from weasyprint import HTML


class Work:
    """One document, from its first layout until it is drawn.

    :param job: what addresses are relative to, folders whose files may be used, PDF variant, and grid.
    """

    def __init__(self, job: Mapping[str, Any]) -> None:
        from .child_backgrounds import leave_backgrounds_to_drawing
        from .child_ends import end_with_text
        from .child_grid import keep_to_grid
        from .child_html import Html
        from .child_sides import keep_outside

        mend_layout()
        keep_outside()
        leave_backgrounds_to_drawing()
        self._log = logged()
        self._options = {"pdf_variant": job["variant"]}
        fetcher = make_fetcher([Path(root) for root in job["roots"]], logging.getLogger("weasyprint"))

        def read(text: str) -> HTML:
            return Html(text, job["base"], fetcher)

        prepare = keep_to_grid(*(length / MM for length in job["grid"])) if job["grid"] else lambda root: None
        self._told: dict[Part, int] = {}
        self._numbers = 1
        self._parts = Parts(read, prepare, end_with_text, self._log, self._options)

    def lay_out(self, job: Mapping[str, Any]) -> dict[str, Any]:
        """Lay out what has changed, and tell of it; parts that were told of before are named by their number."""
        self._parts.lay_out(job["html"], job["last"])
        parts = self._parts.parts
        new = {part: number for number, part in enumerate(parts, self._numbers) if part not in self._told}
        self._numbers += len(parts)
        self._told = {part: new.get(part) or self._told[part] for part in parts}
        return {
            "parts": list(self._told.values()),
            "new": {number: _told_of(part) for part, number in new.items()},
            "whole": self._parts.settled,
        }

    def draw(self, job: Mapping[str, Any]) -> dict[str, Any]:
        """Draw the document into a file, and tell what was logged."""
        self._parts.forget()
        roots = [part.root for part in self._parts.parts]
        pdf = draw(self._parts.whole(), roots, self._options, one_tree=bool(self._options["pdf_variant"]))
        Path(job["file"]).write_bytes(pdf)
        return {"log": list(self._log.taken())}


def _told_of(part: Part) -> dict[str, Any]:
    from .child_survey import survey

    return {
        "pages": len(part.pages),
        "places": first_places(part.pages),
        "survey": survey(part.pages, part.root),
        "log": part.log,
    }


def main() -> None:
    """Answer jobs; where a system library is missing, say so in place of the first answer."""
    try:
        import weasyprint  # noqa: F401
    except OSError as error:
        print(json.dumps({"library": str(error)}), flush=True)
        return
    # What is laid out lives on, and what a new layout replaces is taken apart at once: child_parts.py.
    gc.disable()
    begun: list[Work] = []

    def do(job: Mapping[str, Any]) -> Mapping[str, Any]:
        if not begun:
            begun.append(Work(job))
        return begun[0].lay_out(job) if job["job"] == "lay out" else begun[0].draw(job)

    answer_jobs(do)


if __name__ == "__main__":
    main()
    sys.stdout.flush()
    # Without the interpreter's own tidying up: Pango's objects may be freed twice there (WeasyPrint issue 2843).
    os._exit(0)
