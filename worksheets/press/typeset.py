"""HTML to PDF: the only door to WeasyPrint, which works in a child process.

A process of its own, because the C libraries below WeasyPrint can bring an interpreter down when it ends and other
libraries are loaded beside them, and because fontconfig reads its settings once, when it is loaded.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Collection, Mapping, Sequence
from concurrent.futures import Future, wait
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from .fonts import font_folders
from .scratch import scratch_folder

_CHILD = Path(__file__).with_name("typeset_child.py")

# No folder of the machine's own fonts: a character that the packaged fonts lack is told, not taken from elsewhere.
_FONTS_CONF = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><cachedir>{cache}</cachedir></fontconfig>
"""

PAUSE = 0.1  # seconds between two looks

at_work: set[subprocess.Popen[bytes]] = set()  # the children that threads of this process are waiting for

MISSING_PANGO = """\
Printing needs Pango, a system library for setting text, and it was not found. Install it:
  Debian, Ubuntu  sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
  Fedora          sudo dnf install pango
  macOS           brew install pango
  Windows         install MSYS2 (https://www.msys2.org), then in its shell: pacman -S mingw-w64-ucrt-x86_64-pango
What the system said: {said}"""


class TypesetError(Exception):
    """WeasyPrint could not work at all; the message says why and, where that is known, what to install."""


@dataclass(frozen=True, slots=True)
class Typeset:
    """A finished PDF and what its layout tells."""

    pdf: bytes  # empty where drawing was waived
    pages: int
    anchors: Mapping[str, int]  # id of an element -> physical page on which it begins, counted from 1
    log: tuple[str, ...]  # WeasyPrint's warnings, and the addresses that were refused; empty when all is well
    # id -> top and bottom on that page, in mm from its upper edge
    spans: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    survey: tuple[Mapping[str, Any], ...] = ()  # of each page, if it was asked for: child_survey.py
    whole: bool = True  # whether all of it was laid out as the text has it: long_document.py


def typeset(
    html: str,
    *,
    base: Path,
    roots: Sequence[Path],
    variant: str = "pdf/ua-1",
    system_fonts: bool = False,
    draw: bool = True,
    grid: tuple[float, float] | None = None,
    survey: bool = False,
    one_tree: bool = False,
) -> Typeset:
    """Lay out one HTML document and draw it as PDF; the same document gives the same bytes.

    Begin the document's style with :func:`worksheets.press.fonts.font_face_css`: the packaged families are the only
    ones there are.

    :param base: the folder to which addresses in the document are relative.
    :param roots: folders whose files the document may use, and all below them; the packaged fonts are added.
        ``data:`` addresses are served too, all others are refused and told in the log.
    :param variant: "pdf/ua-1" for a tagged document; it needs a title and a language.
    :param system_fonts: let the machine's own fonts supply characters that the packaged ones lack, as for a name in
        a script we have no font for; the bytes then depend on the machine.
    :param draw: draw it, not only lay it out.
    :param grid: margin above the text and height of a line, in mm: running text begins on lines of that grid.
    :param survey: tell every line and block of the layout.
    :param one_tree: make one structure element of what pages part, and notes, contents and indexes of what asks for it
        by ``data-tag`` (child_structure.py).
    :raises TypesetError: if WeasyPrint cannot be started or breaks down.
    """
    with scratch_folder() as folder:
        job = {
            "base": base.resolve().as_uri() + "/",
            "roots": [str(root.resolve()) for root in (*roots, *font_folders())],
            "variant": variant,
            "draw": draw,
            "grid": grid,
            "survey": survey,
            "one_tree": one_tree,
        }
        (folder / "in.html").write_text(html, encoding="utf-8")
        (folder / "job.json").write_text(json.dumps(job), encoding="utf-8")
        _run(folder, environment(folder, system_fonts))
        result = json.loads((folder / "result.json").read_text(encoding="utf-8"))
        pages = json.loads(found.read_text(encoding="utf-8")) if (found := folder / "survey.json").exists() else ()
        return Typeset(
            survey=tuple(pages),
            pdf=pdf.read_bytes() if (pdf := folder / "out.pdf").exists() else b"",
            pages=result["pages"],
            anchors=MappingProxyType(result["anchors"]),
            spans=MappingProxyType({anchor: tuple(span) for anchor, span in result["spans"].items()}),
            log=tuple(result["log"]),
        )


def environment(folder: Path, system_fonts: bool) -> dict[str, str]:
    """Make the environment of a child process: its temporary files and its fonts are in a folder of its own."""
    # fontTools writes a time into each font it makes a subset of; a fixed one keeps the bytes from changing. WeasyPrint
    # copies fonts to a temporary folder and, ended without tidying up, leaves it there: it goes with ours.
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "0", "TMPDIR": str(folder)}
    if not system_fonts:
        settings = folder / "fonts.conf"
        settings.write_text(_FONTS_CONF.format(cache=folder / "fonts"), encoding="utf-8")
        environment["FONTCONFIG_FILE"] = str(settings)
    return environment


def _run(folder: Path, environment: Mapping[str, str]) -> None:
    package = Path(__file__).parents[2]
    paths = os.pathsep.join(filter(None, (str(package), os.environ.get("PYTHONPATH"))))
    # -P: neither the script's folder nor the current one may stand in for an installed package.
    command = [sys.executable, "-P", str(_CHILD), str(folder)]
    # Apart from our session (on Windows: our group), so that Ctrl-C in a terminal reaches this process alone, which
    # then ends its children: a child that Ctrl-C ends itself would look like one that broke down.
    with subprocess.Popen(
        command,
        env={**environment, "PYTHONPATH": paths},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
    ) as child:
        at_work.add(child)
        try:
            _, said = child.communicate()
        except BaseException:
            child.kill()
            raise
        finally:
            at_work.discard(child)
    if (failure := folder / "failure.txt").exists():
        kind, _, words = failure.read_text(encoding="utf-8").partition("\n")
        raise TypesetError(MISSING_PANGO.format(said=words) if kind == "library" else words)
    if not (folder / "result.json").exists():
        last_words = said.decode(errors="replace").strip() or "nothing"
        raise TypesetError(f"WeasyPrint broke down (exit status {child.returncode}); it said: {last_words}")


def stop() -> None:
    """End all child processes; each call of :func:`typeset` that waits for one raises a ``TypesetError``."""
    for child in tuple(at_work):
        child.kill()


def stop_all(waiting: Collection[Future[Any]]) -> None:
    """End the children of threads whose work nobody wants any more, and wait until all of these have given up."""
    for job in waiting:
        job.cancel()
    while waiting:
        # Again and again: a thread may be between two children.
        stop()
        _, waiting = wait(waiting, PAUSE)
