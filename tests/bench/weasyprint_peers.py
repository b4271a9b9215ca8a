"""Plain WeasyPrint: all sheets in one document, and a document for each."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.metadata import version as version_of
from pathlib import Path

from .content import Content
from .html_files import html_file
from .peer import Peer

# Without the interpreter's own tidying up: Pango's objects may be freed twice there (WeasyPrint issue 2843).
PRINT = """\
import os
from pathlib import Path
from weasyprint import HTML
for page in sorted(Path().glob("*.html")):
    HTML(page).write_pdf(page.with_suffix(".pdf"), pdf_variant="pdf/ua-1")
os._exit(0)
"""


def version() -> str:
    """The version, which is always there: the tool prints with it."""
    return f"WeasyPrint {version_of('weasyprint')}"


def prepare_one(content: Content, folder: Path) -> None:
    """Write all sheets into one file."""
    (folder / "sheets.html").write_text(html_file(content.sheets, content.title), encoding="utf-8")


def prepare_each(content: Content, folder: Path) -> None:
    """Write a file for each sheet."""
    for sheet in content.sheets:
        (folder / f"{sheet.anchor}.html").write_text(html_file([sheet], content.title), encoding="utf-8")


def command(folder: Path) -> Sequence[str]:
    """Print every file of the folder, in one process."""
    return (sys.executable, "-c", PRINT)


WEASYPRINT = Peer(
    name="weasyprint",
    label="WeasyPrint, one document",
    prepare=prepare_one,
    command=command,
    version=version,
)
WEASYPRINT_EACH = Peer(
    name="weasyprint-each",
    label="WeasyPrint, a document each",
    prepare=prepare_each,
    command=command,
    version=version,
    remark="one process for all; a file for each sheet",
)
