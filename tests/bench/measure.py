"""Timing peers against each other: whole processes, in turn, so that a drift of the machine falls on all."""

from __future__ import annotations

import json
import os
import signal
import statistics
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pikepdf

from .content import Content
from .peer import Peer
from .results import Measured, Missing, Result

STOPWATCH = Path(__file__).with_name("stopwatch.py")


class RunError(Exception):
    """A run failed or took too long; the message says which."""


def measure(
    peers: Sequence[Peer], content: Content, folder: Path, *, runs: int, limit: float, before: Sequence[Result] = ()
) -> list[Result]:
    """Measure peers with one number of sheets.

    Every peer has its first run, then every peer its second, each round beginning with another peer.

    :param folder: an empty one; each peer gets a folder in it.
    :param runs: of each peer, odd; fewer where they would take longer than the limit, but at least one.
    :param limit: seconds. A peer that is expected to take longer for one run, going by fewer sheets, is left out; a
        run that takes longer all the same is stopped.
    :param before: results with other numbers of sheets.
    :return: a result for each peer, in their order.
    """
    count = len(content.sheets)
    found: dict[str, Result] = {}
    times: dict[str, list[tuple[float, int]]] = {}  # seconds and bytes of each run
    for peer in peers:
        expected = expected_seconds(peer.name, count, before)
        if expected > limit:
            found[peer.name] = Missing(peer.name, count, f"not run, about {expected:.0f} s")
        else:
            (folder / peer.name).mkdir()
            peer.prepare(content, folder / peer.name)
            times[peer.name] = []
    for turn in range(runs):
        entrants = [peer for peer in peers if peer.name in times and turn < _runs(times[peer.name], runs, limit)]
        for peer in entrants[turn % max(1, len(entrants)) :] + entrants[: turn % max(1, len(entrants))]:
            try:
                times[peer.name].append(run(peer, folder / peer.name, limit))
            except RunError as error:
                del times[peer.name]
                found[peer.name] = Missing(peer.name, count, str(error))
    for peer in peers:
        if peer.name in times:
            seconds, peaks = zip(*times[peer.name], strict=True)
            pages, size, tagged = printed(folder / peer.name)
            # Looking at a tree of processes takes time of its own: this run's seconds do not count.
            peak = run(peer, folder / peer.name, 2 * limit, tree=True)[1] if peer.several_processes else 0
            middle = peak or int(statistics.median(peaks))
            found[peer.name] = Measured(peer.name, count, seconds, middle, pages, size, tagged)
    return [found[peer.name] for peer in peers]


def expected_seconds(name: str, count: int, before: Sequence[Result]) -> float:
    """Seconds for a number of sheets, in proportion to the largest smaller number measured; 0 where there is none."""
    smaller = [it for it in before if isinstance(it, Measured) and it.peer == name and it.sheets < count]
    nearest = max(smaller, key=lambda it: it.sheets, default=None)
    return nearest.median * count / nearest.sheets if nearest else 0


def _runs(times: Sequence[tuple[float, int]], runs: int, limit: float) -> int:
    """The greatest odd number of runs that stays within the limit."""
    if not times:
        return runs
    affordable = min(runs, int(limit / max(seconds for seconds, _ in times)))
    return max(1, affordable - (affordable + 1) % 2)


def run(peer: Peer, folder: Path, limit: float, *, tree: bool = False) -> tuple[float, int]:
    """Run a peer once.

    :param tree: take the peak of all processes together, not of the one that was started.
    :return: seconds of wall-clock time and the peak of memory in bytes.
    :raises RunError: if it fails, takes longer than the limit, or makes no file.
    """
    for old in folder.glob("*.pdf"):
        old.unlink()
    result = folder / "stopwatch.json"
    stopwatch = (sys.executable, "-I", "-S", str(STOPWATCH), str(result), "tree" if tree else "process")
    with (folder / "said.txt").open("wb") as said, subprocess.Popen(
        (*stopwatch, *peer.command(folder)), cwd=folder, stdout=said, stderr=said, start_new_session=True
    ) as process:
        try:
            process.wait(limit)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            raise RunError(f"stopped after {limit:.0f} s") from None
    told = json.loads(result.read_bytes()) if process.returncode == 0 else {"status": process.returncode}
    if told["status"] or not any(folder.glob("*.pdf")):
        words = (folder / "said.txt").read_text(encoding="utf-8", errors="replace").split("\n")
        raise RunError(f"failed with status {told['status']}: {' '.join(words[-5:]).strip()[-300:]}")
    return told["seconds"], told["bytes"]


def printed(folder: Path) -> tuple[int, int, bool]:
    """Pages and bytes of all PDF files of a folder, and whether all are tagged."""
    pages, size, tagged = 0, 0, True
    for path in folder.glob("*.pdf"):
        size += path.stat().st_size
        with pikepdf.open(path) as pdf:
            pages += len(pdf.pages)
            tagged &= bool(pdf.Root.get("/MarkInfo", {}).get("/Marked", False)) and "/StructTreeRoot" in pdf.Root
    return pages, size, tagged
