"""How long the printed book takes: part of ``make bench``.

Each row is a whole process, start-up and Sphinx included, held to one core where the system can do that; chapters were
read before, as they are in daily work. The peer, WeasyPrint by itself, sets the text of the first pass once.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from shutil import copytree
from statistics import median
from tempfile import TemporaryDirectory

import pikepdf

from .measure import STOPWATCH

ROOT = Path(__file__).parents[2]
CHAPTER = "3"
LEFT_OUT = "0[5-8]-*.md"  # without these chapters the book has some 120 pages
PROOFS = 3  # of which the median counts; the book is printed once
PASS = "Step 7 print:"  # how the builder begins the line that it writes after each pass


@dataclass(frozen=True, slots=True)
class Timed:
    """One process, as the stopwatch saw it, and when it told each pass."""

    seconds: float
    cpu: float
    peak: int  # bytes of all its processes together
    passes: tuple[float, ...]  # seconds from pass to pass; the first one holds what comes before it


def timed(command: list[str], folder: Path) -> Timed:
    """Run a command from the root of the project.

    :raises SystemExit: if it fails; what it said stands before.
    """
    result = folder / "stopwatch.json"
    result.unlink(missing_ok=True)
    watch = [sys.executable, "-I", "-S", str(STOPWATCH), str(result), "tree" if sys.platform == "linux" else "process"]
    begin = time.perf_counter()
    told, said = [begin], []
    environment = {**os.environ, "PYTHONUNBUFFERED": "1", "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        watch + command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        for line in process.stdout or ():
            said.append(line)
            if PASS in line:
                told.append(time.perf_counter())
    found = json.loads(result.read_bytes()) if result.exists() else {"status": process.returncode}
    if found["status"]:
        sys.exit(f"{''.join(said)}\n{' '.join(command)} failed with status {found['status']}")
    passes = tuple(after - before for before, after in pairwise(told))
    return Timed(found["seconds"], found["cpu"], found["peak"], passes)


def table(rows: list[tuple[str, str, int, Timed]], peer: float) -> str:
    """Write the results as Markdown: what was run, passes, pages and what the stopwatch says, and the ratio to a peer.

    :param peer: its seconds of processor time: on one core that is the cost, whatever else the machine does.
    """
    head = f"|  | passes | pages | seconds | CPU | memory | to WeasyPrint, one pass |\n| --- |{' ---: |' * 6}"
    lines = [
        f"| {name} | {passes} | {pages} | {run.seconds:.1f} | {run.cpu:.1f} s | {run.peak / 2**20:.0f} MB "
        f"| {run.cpu / peer:.2f} × |"
        for name, passes, pages, run in rows
    ]
    return "\n".join([head, *lines])


def circumstances(book: Timed) -> str:
    """Say on what this was measured: cores, load of the machine, and how long each pass of the book took."""
    cores = "one core" if hasattr(os, "sched_setaffinity") else "all cores"
    load = f"; load of the machine {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return f"On {cores}{load}. Seconds from pass to pass: {', '.join(f'{one:.1f}' for one in book.passes)}."


def half_of_the_book(folder: Path) -> Path:
    """Copy the book without its later chapters; what leads there is told as a fault, and printed all the same."""
    half = folder / "half"
    copytree(ROOT / "book", half)
    left_out = {file.stem for file in half.glob(LEFT_OUT)}
    for name in left_out:
        (half / f"{name}.md").unlink()
    index = half / "index.md"
    lines = index.read_text("utf-8").splitlines(keepends=True)
    index.write_text("".join(line for line in lines if line.strip() not in left_out), "utf-8")
    return half


def main() -> None:
    """Measure and print the table."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    with TemporaryDirectory(prefix="bench-book-") as name:
        folder = Path(name)

        def sphinx(builder: str, output: str, *options: str, source: str = "book") -> list[str]:
            read = "read-html" if output == "html" else f"read-{Path(source).name}"
            places = ["-c", ".", "-d", str(folder / read), "-b", builder]
            return [sys.executable, "-m", "sphinx", *places, *options, source, str(folder / output)]

        def weasyprint() -> list[str]:
            base = [*("--base-url", f"{ROOT / 'book'}/"), *("--pdf-variant", "pdf/ua-1")]
            files = [str(folder / "html/book.html"), str(folder / "w.pdf")]
            return [sys.executable, "-m", "weasyprint", "-q", *base, *files]

        extensions = "myst_parser,sphinx_design,sphinxcontrib.bibtex,worksheets.sphinx_ext,tests.bench.book_html"
        timed(sphinx("bookpdf", "html", "-D", f"extensions={extensions}"), folder)
        timed(sphinx("facts", "bank", "-D", "worksheets_page_map=none"), folder)  # reads the chapters
        page_map = ("-D", f"worksheets_page_map={folder / 'pdf/pages.json'}")
        peer = timed(weasyprint(), folder)
        book = timed(sphinx("bookpdf", "pdf", *page_map, "-D", "bookpdf_editions=book-a4"), folder)
        again = timed(sphinx("bookpdf", "pdf", *page_map, "-D", "bookpdf_editions=book-a4"), folder)
        half = str(half_of_the_book(folder))
        timed(sphinx("facts", "half-bank", "-D", "worksheets_page_map=none", source=half), folder)
        part = timed(sphinx("bookpdf", "half-pdf", "-D", "bookpdf_editions=book-a4", source=half), folder)
        proof = ("-D", f"bookproof_chapter={CHAPTER}")
        proofs = [timed(sphinx("bookproof", "proof", *page_map, *proof), folder) for _ in range(PROOFS)]
        middle = next(one for one in proofs if one.seconds == median(run.seconds for run in proofs))
        (chapter,) = (folder / "proof").glob("*.pdf")
        rows = [
            ("WeasyPrint, one pass", "1", pages(folder / "w.pdf"), peer),
            ("**the book, all passes**", str(len(book.passes)), pages(folder / "pdf/book-a4.pdf"), book),
            ("**its first four chapters**", str(len(part.passes)), pages(folder / "half-pdf/book-a4.pdf"), part),
            ("**the book, unchanged**", "0", pages(folder / "pdf/book-a4.pdf"), again),
            (f"**proof of chapter {CHAPTER}**", "2", pages(chapter), middle),
        ]
        print(f"the printed book, student's edition on A4\n\n{table(rows, peer.cpu)}\n\n{circumstances(book)}")


def pages(file: Path) -> int:
    """Count the pages of a PDF."""
    with pikepdf.open(file) as pdf:
        return len(pdf.pages)


if __name__ == "__main__":
    main()
