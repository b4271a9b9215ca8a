"""Temporary folders do not outlive the process that made them, however it ended."""

from __future__ import annotations

import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from worksheets.press.scratch import scratch_folder

HOLD = """
import sys, tempfile
tempfile.tempdir = sys.argv[1]
from worksheets.press.scratch import scratch_folder
with scratch_folder() as folder:
    (folder / "font.ttf").write_bytes(b"type")
    print(folder, flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def temporary(tmp_path, monkeypatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_a_folder_goes_when_it_is_left(temporary):
    """Nothing stays of a folder that was used as it should be."""
    with scratch_folder() as folder:
        (folder / "font.ttf").write_bytes(b"type")

        assert folder.parent == temporary
    assert list(temporary.iterdir()) == []


def test_the_folder_of_a_killed_process_goes_with_the_next(temporary):
    """One that is in use stays; once its process is killed, the next that needs a folder takes it away."""
    command = [sys.executable, "-c", HOLD, str(temporary)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        held = Path(process.stdout.readline().decode().strip())
        with scratch_folder():
            assert (held / "font.ttf").exists()
        process.send_signal(signal.SIGKILL)
    assert held.exists()
    with scratch_folder():
        assert not held.exists()


def test_folders_of_others_stay(temporary):
    """A folder that only has a name like ours is left alone."""
    (temporary / "worksheets-of-mine").mkdir()
    with scratch_folder():
        assert (temporary / "worksheets-of-mine").exists()
