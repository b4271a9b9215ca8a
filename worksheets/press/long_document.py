"""A document that is laid out again and again until it settles, then drawn: what has not changed is laid out once."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from .child_process import ChildProcess
from .fonts import font_folders
from .scratch import scratch_folder
from .typeset import Typeset

CHILD = ("-m", f"{__package__}.work_parts")


class LongDocument:
    """A document in parts, each of which begins on a page of its own. Use it as a context manager.

    In its text each part begins, within the body, behind a ``PART``; or behind a ``WAITING``, which says that it need
    not be laid out anew as long as other parts change, such as an index. Counters of CSS, but for that of pages, begin
    anew with each part. What is set beside the column of a page stands in its outer margin, be it meant for a left-hand
    page or a right-hand one. Begin its style with :func:`worksheets.press.fonts.font_face_css`.

    :param base: the folder to which addresses in the document are relative.
    :param roots: folders whose files the document may use, and all below them; the packaged fonts are added.
    :param variant: "pdf/ua-1" for a tagged document; it needs a title and a language.
    :param grid: margin above the text and height of a line, in mm: running text begins on lines of that grid.
    """

    def __init__(
        self,
        *,
        base: Path,
        roots: Sequence[Path],
        variant: str = "pdf/ua-1",
        grid: tuple[float, float] | None = None,
    ) -> None:
        self._common = {
            "base": base.resolve().as_uri() + "/",
            "roots": [str(root.resolve()) for root in (*roots, *font_folders())],
            "variant": variant,
            "grid": grid,
        }
        self._told: dict[str, dict[str, Any]] = {}  # number of a part -> what is known of it, in the order of the text
        self._held = contextlib.ExitStack()

    def __enter__(self) -> LongDocument:
        self._folder = self._held.enter_context(scratch_folder())
        self._child = ChildProcess(CHILD, self._folder)
        self._held.callback(self._child.end)
        return self

    def __exit__(self, *_: object) -> None:
        self._held.close()

    def lay_out(self, html: str, last: bool = False) -> Typeset:
        """Lay out a text, as far as it is another than the last one; nothing is drawn.

        :param last: no other text follows, so that no part waits.
        :raises TypesetError: if WeasyPrint cannot be started or breaks down.
        """
        found = self._child.answer({"job": "lay out", "html": html, "last": last, **self._common})
        known = self._told | found["new"]
        self._told = {number: known[number] for number in map(str, found["parts"])}
        pages = 0
        anchors: dict[str, int] = {}
        spans: dict[str, tuple[float, float]] = {}
        for part in self._told.values():
            for anchor, (page, top, bottom) in part["places"].items():
                anchors.setdefault(anchor, pages + page)
                spans.setdefault(anchor, (top, bottom))
            pages += part["pages"]
        return Typeset(
            pdf=b"",
            pages=pages,
            anchors=MappingProxyType(anchors),
            spans=MappingProxyType(spans),
            log=tuple(dict.fromkeys(line for part in self._told.values() for line in part["log"])),
            survey=tuple(page for part in self._told.values() for page in part["survey"]),
            whole=found["whole"],
        )

    def draw(self) -> tuple[bytes, tuple[str, ...]]:
        """Draw what was laid out last, as PDF; the same text gives the same bytes. What was told of it is forgotten.

        :return: the PDF, and what WeasyPrint warned of.
        :raises TypesetError: if WeasyPrint breaks down.
        """
        self._told.clear()
        file = self._folder / "out.pdf"
        found = self._child.answer({"job": "draw", "file": str(file), **self._common})
        return file.read_bytes(), tuple(found["log"])
