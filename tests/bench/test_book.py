"""The measurement of the printed book."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from .book import Timed, table, timed


def test_passes_are_timed_from_line_to_line(tmp_path: Path) -> None:
    """Each line that tells a pass ends one; other lines do not."""
    work = "import time; print('Step 7 print: a\\nnothing\\nStep 7 print: b', flush=True); time.sleep(0.5)"
    run = timed([sys.executable, "-c", work], tmp_path)

    assert 2 == len(run.passes)
    assert run.seconds > 0
    assert run.peak > 0


def test_a_run_that_fails_is_told(tmp_path: Path) -> None:
    """Nothing is measured of a process that did not do its work; its words are shown."""
    with pytest.raises(SystemExit, match="no paper"):
        timed([sys.executable, "-c", "import sys; sys.exit('no paper')"], tmp_path)


def test_the_table_gives_the_ratio_to_the_peer() -> None:
    """Twice the processor time of the peer is told as 2.00 times as much."""
    told = table([("the book", "4", 190, Timed(60.0, 60.0, 300 * 2**20, ()))], 30.0)

    assert "| the book | 4 | 190 | 60.0 | 60.0 s | 300 MB | 2.00 × |" == told.splitlines()[-1]
