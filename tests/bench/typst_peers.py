"""Typst, as its package for Python has it: tagged for PDF/UA, and without tags."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from functools import partial
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as version_of
from pathlib import Path

import fontpkg

from .content import Content
from .peer import Peer
from .typ_file import typ_file

COMPILE = (
    "import json, sys, typst\n"
    "typst.compile('sheets.typ', output='sheets.pdf', ignore_system_fonts=True, **json.loads(sys.argv[1]))"
)


def version() -> str:
    """The version of the package; empty where it is not installed."""
    try:
        return f"Typst {version_of('typst')}"
    except PackageNotFoundError:
        return ""


def prepare(content: Content, folder: Path) -> None:
    """Write the file."""
    (folder / "sheets.typ").write_text(typ_file(content), encoding="utf-8")


def command(options: dict[str, object], folder: Path) -> Sequence[str]:
    """Compile with the fonts of the tool and no others."""
    fonts = str(Path(fontpkg.path("Source Sans 3", style="normal")).parent)
    return (sys.executable, "-c", COMPILE, json.dumps({"font_paths": [fonts], **options}))


TYPST = Peer(
    name="typst",
    label="Typst, PDF/UA-1",
    prepare=prepare,
    command=partial(command, {"pdf_standards": ["ua-1"]}),
    version=version,
)
TYPST_UNTAGGED = Peer(
    name="typst-untagged",
    label="Typst, untagged",
    prepare=prepare,
    command=partial(command, {"pdf_tags": False}),
    version=version,
)
