"""The child process of ``typeset.py``: read a job from a folder, write PDF and result there.

Run as a script with the folder as its one argument. It imports WeasyPrint, and of this package what a job asks for.
"""

from __future__ import annotations

import gc
import json
import logging
import os
import sys
from collections.abc import Iterable, Iterator
from email.message import EmailMessage
from mimetypes import MimeTypes
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from weasyprint import Document
    from weasyprint.document import Page
    from weasyprint.urls import URLFetcher, URLFetcherResponse


MM = 25.4 / 96  # a CSS pixel in mm
COLUMN_STEP = 12  # CSS pixels; about a line of small type


NO_FAULT = (
    # Where the machine has no HarfBuzz-Subset, as with older systems, fontTools makes the subsets.
    "Using fontTools instead of HarfBuzz-Subset",
    # So WeasyPrint calls a sentence with an anchor that runs over to the next page. Whether an id stands twice can be
    # told before anything is laid out.
    "Anchor defined twice",
)


class Log(logging.Handler):
    """Keeps each different line of a logger that tells a fault, from warnings upwards."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: dict[str, None] = {}

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one line."""
        if not (line := record.getMessage()).startswith(NO_FAULT):
            self.lines[line] = None

    def add(self, lines: Iterable[str]) -> None:
        """Keep lines that were taken before."""
        self.lines |= dict.fromkeys(lines)

    def taken(self) -> tuple[str, ...]:
        """Give the lines, and forget them."""
        lines, self.lines = tuple(self.lines), {}
        return lines


def file_below(url: str, roots: list[Path]) -> Path:
    """Find the file that a ``file:`` address names, if it lies below one of the roots, links followed.

    :raises PermissionError: if it lies elsewhere, on another machine, or has another scheme.
    """
    parts = urlsplit(url)
    if parts.scheme == "file" and parts.netloc in ("", "localhost"):
        path = Path(url2pathname(parts.path)).resolve()
        if any(path.is_relative_to(root) for root in roots):
            return path
    raise PermissionError("only files of the project may be used in print")


def make_fetcher(roots: list[Path], log: logging.Logger) -> URLFetcher:
    """Make a fetcher that serves files below the roots and ``data:`` addresses, and never touches the network."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class ProjectFiles(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: EmailMessage | None = None) -> URLFetcherResponse:
            if url.lower().startswith("data:"):
                return super().fetch(url, headers)
            try:
                body = file_below(url, roots).read_bytes()
            except PermissionError as error:
                log.error("Refused %s: %s", url, error)
                raise
            # The module's own table, not the machine's: WeasyPrint goes by the type.
            kind, _ = MimeTypes().guess_type(urlsplit(url).path)
            return URLFetcherResponse(url, body, {"Content-Type": kind or "application/octet-stream"})

    return ProjectFiles(allowed_protocols=("data",), allow_redirects=False)


def mend_layout() -> None:
    """Mend three faults in how WeasyPrint 70 breaks lines, columns and pages, and have it try out fewer lines.

    Where a page has room for one line less than ``orphans`` asks, it sends footnotes of that page to the next one to
    make room (its issue 1564). Taking the paragraph to the next page instead is what it does elsewhere.

    Where columns are balanced it makes them higher by the least that was ever wanted, which may be a hundred times one
    pixel; a line of text at a time comes to the same.

    The third, and what it tries out, are those of child_lines.py.

    :raises RuntimeError: if a line to mend is not there; this goes with the pinned version.
    """
    from weasyprint.layout import block, column

    from worksheets.press.child_lines import mend_lines
    from worksheets.press.mending import rewrite

    rewrite(column, "columns_layout", {"height += add_height": f"height += max(add_height, {COLUMN_STEP})"})
    gives_notes_away = "report = not context.in_column and can_break_now and not could_break_before"
    rewrite(block, "_linebox_layout", {gives_notes_away: "report = False"})
    mend_lines()


def tell_languages(roots: Iterable[Element]) -> None:
    """Have WeasyPrint 70 say in the PDF's structure what is in another language than its surroundings.

    It says it of the document only. A part that would have no rank in the structure becomes a span, because readers of
    PDF may pass over the others.

    :param roots: of the documents that are drawn as one; the language of the first is told as that of the PDF.
    """
    import pydyf
    from weasyprint.pdf import tags

    foreign: dict[Element, str] = {}
    for root in roots:
        foreign |= foreign_parts(root)
    build = tags._build_box_tree

    def with_language(box: Any, *further: Any) -> Iterator[Any]:
        for part in build(box, *further):
            if language := foreign.get(box.element):
                part.setdefault("Lang", pydyf.String(language))
                part["S"] = "/Span" if part["S"] == "/NonStruct" else part["S"]
            yield part

    tags._build_box_tree = with_language


def foreign_parts(root: Element) -> dict[Element, str]:
    """Find the elements whose language is not that of the element around them, and give it."""
    found: dict[Element, str] = {}
    waiting = [(root, root.get("lang", ""))]
    while waiting:
        around, language = waiting.pop()
        for element in around:
            own = element.get("lang", language)
            if own != language:
                found[element] = own
            waiting.append((element, own))
    return found


def logged() -> Log:
    """Keep what WeasyPrint logs."""
    log = Log()
    logger = logging.getLogger("weasyprint")
    logger.handlers = [log]
    logger.propagate = False
    return log


def work(folder: Path) -> None:
    """Do the job that lies in the folder."""
    import weasyprint

    mend_layout()
    log = logged()
    job: dict[str, Any] = json.loads((folder / "job.json").read_text(encoding="utf-8"))
    html = (folder / "in.html").read_text(encoding="utf-8")
    fetcher = make_fetcher([Path(root) for root in job["roots"]], logging.getLogger("weasyprint"))
    options = {"pdf_variant": job["variant"]}
    page = weasyprint.HTML(string=html, base_url=job["base"], url_fetcher=fetcher)
    if grid := job.get("grid"):
        from worksheets.press.child_backgrounds import leave_backgrounds_to_drawing
        from worksheets.press.child_grid import keep_to_grid
        from worksheets.press.child_sides import keep_outside

        keep_outside()
        leave_backgrounds_to_drawing()
        keep_to_grid(*(length / MM for length in grid))(page.etree_element)
    document = page.render(**options)
    if job.get("grid"):
        from worksheets.press.child_ends import end_with_text

        end_with_text(document.pages)
    places = first_places(document.pages)
    anchors = {anchor: page for anchor, (page, _, _) in places.items()}
    spans = {anchor: (top, bottom) for anchor, (_, top, bottom) in places.items()}
    if job.get("survey"):
        from worksheets.press.child_survey import survey

        found = survey(document.pages, page.etree_element)
        (folder / "survey.json").write_text(json.dumps(found), encoding="utf-8")
    if job["draw"]:
        pdf = draw(document, [page.etree_element], options, one_tree=job.get("one_tree", False))
        (folder / "out.pdf").write_bytes(pdf)
    if unknown := [line for line in log.lines if line.startswith("Unknown ") and " option" in line]:
        raise RuntimeError("; ".join(unknown))
    result = {"pages": len(document.pages), "anchors": anchors, "spans": spans, "log": list(log.lines)}
    (folder / "result.json").write_text(json.dumps(result), encoding="utf-8")


def draw(document: Document, roots: Iterable[Element], options: dict[str, Any], *, one_tree: bool) -> bytes:
    """Draw a document as PDF; to be called once in a process, when nothing else is to be asked of its layout.

    :param roots: of the HTML that it is made from.
    :param one_tree: complete its structure: child_structure.py.
    """
    from worksheets.press.child_boxes import pass_over_plain_boxes
    from worksheets.press.child_fonts import pass_over_empty_glyphs
    from worksheets.press.child_pdf import write_swiftly
    from worksheets.press.child_text import draw_by_pieces

    finisher = None
    if one_tree:
        from worksheets.press import child_structure

        child_structure.watch()
        finisher = child_structure.complete
    tell_languages(roots)
    draw_by_pieces()
    pass_over_plain_boxes()
    pass_over_empty_glyphs()
    write_swiftly()
    pdf: bytes = document.write_pdf(finisher=finisher, **options)
    return pdf


def first_places(pages: Iterable[Page]) -> dict[str, tuple[int, float, float]]:
    """Find where each anchor stands first: page from 1, top and bottom in mm from the upper edge of the page."""
    places: dict[str, tuple[int, float, float]] = {}
    for number, page in enumerate(pages, start=1):
        for anchor, (_, top, _, bottom) in page.anchors.items():
            places.setdefault(anchor, (number, top * MM, bottom * MM))
    return places


def main(folder: Path) -> None:
    """Work, and leave a ``failure.txt`` where that cannot be done: its first line is the kind of failure."""
    try:
        try:
            import weasyprint  # noqa: F401  (a missing system library shows here)
        except OSError as error:
            (folder / "failure.txt").write_text(f"library\n{error}", encoding="utf-8")
            return
        # What a layout is made of lives until its end: looking for rubbish takes time and finds none.
        gc.disable()
        work(folder)
    except Exception as error:
        (folder / "failure.txt").write_text(f"other\n{type(error).__name__}: {error}", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
    # Without the interpreter's own tidying up: Pango's objects may be freed twice there (WeasyPrint issue 2843).
    os._exit(0)
