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
from .results import Measured, Missing, Result, Run

STOPWATCH = Path(__file__).with_name("stopwatch.py")


class RunError(Exception):
    """A run failed or took too long; the message says which."""


def measure(
    peers: Sequence[Peer], content: Content, folder: Path, *, runs: int, limit: float, before: Sequence[Result] = ()
) -> list[Result]:
    """Measure peers with one number of sheets.

    Every peer has its first run, then every peer its second, each round beginning with another peer.

    :param folder: an empty one; each peer gets a folder in it.
    :param runs: of each peer; fewer, of an odd number, where they would take longer than the limit, but at least one.
    :param limit: seconds. A peer that is expected to take longer for one run is left out; a run that takes longer all
        the same is stopped.
    :param before: results with other numbers of sheets, from which it is known what to expect.
    :return: a result for each peer, in their order.
    """
    count = len(content.sheets)
    missing: dict[str, Missing] = {}
    done: dict[str, list[Run]] = {}
    for peer in peers:
        expected = expected_seconds(peer.name, count, before)
        if expected > limit:
            missing[peer.name] = Missing(peer.name, count, f"not run: about {expected:.0f} s")
            continue
        (folder / peer.name).mkdir()
        try:
            peer.prepare(content, folder / peer.name)
            done[peer.name] = []
        except subprocess.CalledProcessError as error:
            missing[peer.name] = Missing(peer.name, count, f"failed with status {error.returncode} before any run")
    for turn in range(runs):
        entrants = [peer for peer in peers if peer.name in done and turn < affordable(done[peer.name][:1], runs, limit)]
        first = turn % max(1, len(entrants))
        for peer in entrants[first:] + entrants[:first]:
            try:
                done[peer.name].append(run(peer, folder / peer.name, limit))
            except RunError as error:
                del done[peer.name]
                missing[peer.name] = Missing(peer.name, count, str(error))
    return [missing.get(peer.name) or _found(peer, count, folder / peer.name, done[peer.name], limit) for peer in peers]


def _found(peer: Peer, count: int, folder: Path, runs: Sequence[Run], limit: float) -> Result:
    pages, size, tagged = printed(folder)
    # Looking at a tree of processes takes time of its own, so it has a run of its own, whose seconds do not count.
    whole_tree = peer.several_processes and sys.platform == "linux"  # elsewhere the first process has to do
    try:
        counted = [run(peer, folder, 2 * limit, tree=True)] if whole_tree else runs
    except RunError as error:
        return Missing(peer.name, count, str(error))
    cpu = statistics.median(one.cpu for one in counted)
    peak = int(statistics.median(one.peak for one in counted))
    return Measured(peer.name, count, tuple(runs), cpu, peak, pages, size, tagged)


def expected_seconds(name: str, count: int, before: Sequence[Result]) -> float:
    """Seconds for a number of sheets, on the line through the two largest below it; 0 where there are not two."""
    smaller = [it for it in before if isinstance(it, Measured) and it.peer == name and it.sheets < count]
    if len(smaller) < 2:
        return 0
    less, more = sorted(smaller, key=lambda it: it.sheets)[-2:]
    each = (more.seconds - less.seconds) / (more.sheets - less.sheets)
    return more.seconds + each * (count - more.sheets)


def affordable(first: Sequence[Run], runs: int, limit: float) -> int:
    """How many runs stay within the limit together, going by the first: all, or an odd number, at least 1."""
    if not first:
        return runs
    most = int(limit / first[0].seconds)
    return runs if most >= runs else max(1, most - (most + 1) % 2)


def run(peer: Peer, folder: Path, limit: float, *, tree: bool = False) -> Run:
    """Run a peer once.

    :param limit: seconds.
    :param tree: take memory and processor time of all processes together, not of the one that was started.
    :raises RunError: if it fails, takes longer than the limit, or makes no file.
    """
    for old in folder.glob("*.pdf"):
        old.unlink()
    result, said = folder / "stopwatch.json", folder / "said.txt"
    result.unlink(missing_ok=True)
    stopwatch = (sys.executable, "-I", "-S", str(STOPWATCH), str(result), "tree" if tree else "process")
    with (
        said.open("wb") as words,
        subprocess.Popen(
            (*stopwatch, *peer.command(folder)), cwd=folder, stdout=words, stderr=words, start_new_session=True
        ) as process,
    ):
        try:
            process.wait(limit)
        except BaseException as error:
            # Ctrl-C does not reach it by itself: it has a session of its own, so that it ends with all it started.
            os.killpg(process.pid, signal.SIGKILL)
            if isinstance(error, subprocess.TimeoutExpired):
                raise RunError(f"stopped after {limit:g} s") from None
            raise
    told = json.loads(result.read_bytes()) if result.exists() else {"status": process.returncode}
    if told["status"] or not any(folder.glob("*.pdf")):
        last_words = " ".join(said.read_text(encoding="utf-8", errors="replace").split())[-200:]
        raise RunError(f"failed with status {told['status']}: {last_words}")
    return Run(told["seconds"], told["cpu"], told["peak"])


def printed(folder: Path) -> tuple[int, int, bool]:
    """Pages and bytes of all PDF files of a folder, and whether all are tagged."""
    pages, size, tagged = 0, 0, True
    for path in folder.glob("*.pdf"):
        size += path.stat().st_size
        with pikepdf.open(path) as pdf:
            pages += len(pdf.pages)
            tagged &= "/StructTreeRoot" in pdf.Root
    return pages, size, tagged
