"""Building small books in a test, and reading what came out."""

from __future__ import annotations

import io
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

BOOKS = Path(__file__).parent.parent / "books"
CONF = 'project = "Book"\nextensions = ["myst_parser", "worksheets.sphinx_ext"]\nhtml_theme = "basic"\n'


@dataclass(frozen=True)
class Built:
    """What a build left behind."""

    out: Path
    warnings: tuple[str, ...]
    status: int
    said: str
    app: Sphinx

    def text(self, name: str) -> str:
        """One of the files that were written."""
        return (self.out / name).read_text("utf-8")

    @property
    def bank(self) -> bytes:
        """The bank file."""
        return (self.out / "facts.json").read_bytes()


def build(
    source: Path,
    out: Path,
    builder: str = "html",
    *,
    parallel: int = 0,
    strict: bool = False,
    conf: Path | None = None,
) -> Built:
    """Build a book; a second build into the same folder is an incremental one."""
    warnings, said = io.StringIO(), io.StringIO()
    with patch_docutils(source), docutils_namespace():
        app = Sphinx(
            source,
            conf or source,
            out,
            out.parent / "doctrees",
            builder,
            status=said,
            warning=warnings,
            warningiserror=strict,
            parallel=parallel,
        )
        app.build()
    lines = re.sub(r"\x1b\[[0-9;]*m", "", warnings.getvalue()).splitlines()
    told = tuple(line.replace(f"{source}/", "") for line in lines)
    return Built(out, told, app.statuscode, said.getvalue(), app)


def book(folder: Path, **chapters: str) -> Path:
    """Write a book of some chapters; the first one is its root and lists the others."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "conf.py").write_text(CONF, "utf-8")
    rest = "\n".join(name for name in chapters if name != "index")
    index = chapters.get("index", "# Book\n") + f"\n```{{toctree}}\n:numbered:\n\n{rest}\n```\n"
    for name, text in {**chapters, "index": index}.items():
        (folder / f"{name}.md").write_text(text, "utf-8")
    return folder


def water_cycle(folder: Path) -> Path:
    """Copy the book on the water cycle, so that a test may alter it."""
    shutil.copytree(BOOKS / "water-cycle", folder, ignore=shutil.ignore_patterns("_build"))
    return folder
