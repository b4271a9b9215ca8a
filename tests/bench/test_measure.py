"""Timing whole processes: turns, limits, failures, and what the real peers make."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from tests.example_sheets import personal_sheets

from .content import Content
from .measure import affordable, expected_seconds, measure
from .peer import Peer
from .peers import PEERS
from .results import Measured, Missing, Run
from .stopwatch import cpu_seconds, proportional_size, tree

TWO = Content(personal_sheets(("Ann O'Neill", "Пётр Белый")))
LARGE = 150_000_000  # bytes; far more than a small process has
WRITE = "import pikepdf; pdf = pikepdf.new(); pdf.add_blank_page(); pdf.save('sheets.pdf')"


def peer(name: str, script: str) -> Peer:
    """A peer that runs a few lines of Python."""

    def command(folder: Path) -> Sequence[str]:
        return (sys.executable, "-c", script)

    return Peer(name, name.upper(), lambda content, folder: None, command, lambda: "1")


def breaks_down(content: Content, folder: Path) -> None:
    """Prepare nothing."""
    subprocess.run(["false"], check=True)


def once(seconds: float) -> Run:
    """A run of which only the time is asked."""
    return Run(seconds, seconds, 0)


def test_weasyprint_prints_every_sheet(tmp_path: Path) -> None:
    """In one document each sheet has its bookmark; otherwise each has a document. All are tagged."""
    one, each = measure([PEERS["weasyprint"], PEERS["weasyprint-each"]], TWO, tmp_path, runs=1, limit=300)

    assert isinstance(one, Measured)
    assert isinstance(each, Measured)
    assert one.tagged
    assert each.tagged
    with pikepdf.open(tmp_path / "weasyprint" / "sheets.pdf") as pdf, pdf.open_outline() as outline:
        assert [sheet.student_name for sheet in TWO.sheets] == [str(item.title) for item in outline.root]
    assert 2 == len(list((tmp_path / "weasyprint-each").glob("*.pdf")))
    # An empty page behind an odd number of them, so that the next sheet begins on a right-hand page.
    assert each.pages <= one.pages <= each.pages + 1


def test_peers_take_turns(tmp_path: Path) -> None:
    """Each round has every peer once and begins with another one."""
    log = tmp_path / "log"
    note = f"open({str(log)!r}, 'a').write('%s'); {WRITE}"
    measure([peer(name, note % name) for name in "ab"], TWO, tmp_path, runs=3, limit=300)

    assert "abbaab" == log.read_text()


def test_a_peer_that_fails_is_told_with_its_last_words(tmp_path: Path) -> None:
    """The others are measured all the same."""
    good, bad, idle = peer("good", WRITE), peer("bad", "import sys; sys.exit('no fonts')"), peer("idle", "")
    unready = replace(good, name="unready", prepare=breaks_down)
    measured, failed, silent, unmade = measure([good, bad, idle, unready], TWO, tmp_path, runs=1, limit=300)

    assert isinstance(measured, Measured)
    assert 1 == measured.pages
    assert not measured.tagged
    assert Missing("bad", 2, "failed with status 1: no fonts") == failed
    assert isinstance(silent, Missing)
    assert Missing("unready", 2, "failed with status 1 before any run") == unmade


def test_a_run_beyond_the_limit_is_stopped(tmp_path: Path) -> None:
    """A peer that hangs does not hold up the benchmark."""
    (stopped,) = measure([peer("slow", "import time; time.sleep(600)")], TWO, tmp_path, runs=5, limit=0.5)

    assert Missing("slow", 2, "stopped after 0.5 s") == stopped


def test_a_peer_that_would_be_too_slow_is_left_out(tmp_path: Path) -> None:
    """What it needed for fewer sheets tells what it would need now; nothing is run."""
    before = [Measured("slow", sheets, (once(sheets * 60),), 0, 0, 0, 0, False) for sheets in (0, 1)]
    (left_out,) = measure([peer("slow", "raise SystemExit(1)")], TWO, tmp_path, runs=5, limit=100, before=before)

    assert Missing("slow", 2, "not run: about 120 s") == left_out


def test_start_up_is_not_multiplied() -> None:
    """What to expect lies on a line through two sizes, so half a second to start does not become minutes."""
    before = [Measured("it", sheets, (once(0.5 + sheets),), 0, 0, 0, 0, False) for sheets in (1, 30)]

    assert 300.5 == expected_seconds("it", 300, before)
    assert 0 == expected_seconds("it", 300, before[:1])


@pytest.mark.parametrize(("seconds", "runs"), [(1, 5), (12, 5), (13, 3), (20, 3), (29, 1), (60, 1)])
def test_a_slow_peer_has_fewer_runs(seconds: float, runs: int) -> None:
    """An odd number of runs stays within the limit together, so that one of them is the median."""
    assert runs == affordable([once(seconds)], 5, limit=60)


def test_a_large_process_does_not_lend_its_memory(tmp_path: Path) -> None:
    """Memory is that of the peer, though whoever starts it may have more."""
    ballast = b"x" * LARGE
    small, large = measure(
        [peer("small", WRITE), peer("large", f"b'x' * {LARGE}; {WRITE}")], TWO, tmp_path, runs=1, limit=300
    )

    assert isinstance(small, Measured)
    assert isinstance(large, Measured)
    assert small.peak < len(ballast) < large.peak


def test_memory_of_a_tree_is_that_of_all_its_processes() -> None:
    """A browser that has little itself and starts others is charged with theirs."""
    child = f"import sys; kept = b'x' * {LARGE}; print(flush=True); sys.stdin.read()"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    with subprocess.Popen([sys.executable, "-c", parent], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout
        process.stdout.readline()  # the child has its memory now
        processes = tree(process.pid)
        sizes = [proportional_size(one) for one in processes]
        process.communicate()

    assert 2 == len(processes)
    assert sizes[0] < LARGE < sizes[1]
    assert [0, 0] == [proportional_size(one) for one in processes]


def test_processor_time_is_that_of_the_process() -> None:
    """The system's table says what the process itself is told, to a tick or two; one that has ended has none."""
    user, system, *_ = os.times()
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()

    assert cpu_seconds(os.getpid()) == pytest.approx(user + system, abs=0.1)
    assert 0 == cpu_seconds(ended.pid)
