"""Files are written whole or not at all."""

from __future__ import annotations

import errno
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from worksheets.files import ABANDONED, write_together, write_whole
from worksheets.problems import Faults


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_files_and_their_folder_are_made(tmp_path):
    """A new folder with all files, and nothing else, is what comes out."""
    write_together(tmp_path / "new" / "folder", {"a.pdf": b"A", "b.json": b"B"})

    assert content(tmp_path / "new" / "folder") == {"a.pdf": b"A", "b.json": b"B"}


def test_what_stood_there_is_replaced(tmp_path):
    """The newer content takes the older one's place."""
    write_whole(tmp_path / "a.txt", b"old")
    write_whole(tmp_path / "a.txt", b"new")

    assert content(tmp_path) == {"a.txt": b"new"}


def test_a_full_disk_leaves_the_old_files(tmp_path, monkeypatch):
    """When the second file does not fit, the first is not replaced either, and no scraps stay."""
    write_together(tmp_path, {"a": b"old a", "b": b"old b"})
    real, calls = os.fsync, []

    def full(handle: int) -> None:
        calls.append(handle)
        if len(calls) == 2:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(handle)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Faults, match="cannot write here: no space left on device; make room"):
        write_together(tmp_path, {"a": b"new a", "b": b"new b"})

    assert content(tmp_path) == {"a": b"old a", "b": b"old b"}


def test_an_interruption_leaves_the_old_files(tmp_path, monkeypatch):
    """Ctrl-C while writing loses nothing and leaves no scraps."""
    write_whole(tmp_path / "a", b"old")

    def interrupted(handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "a", b"new")

    assert content(tmp_path) == {"a": b"old"}


def test_a_file_that_cannot_be_replaced_keeps_all_others(tmp_path):
    """Where one name cannot be had, new sheets never stand beside an old key."""
    write_together(tmp_path, {"a": b"old a", "z": b"old z"})
    (tmp_path / "b").mkdir()
    with pytest.raises(Faults, match="cannot write here: is a directory"):
        write_together(tmp_path, {"a": b"new a", "b": b"new b", "c": b"new c", "z": b"new z"})

    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b", "z"]
    assert ((tmp_path / "a").read_bytes(), (tmp_path / "z").read_bytes()) == (b"old a", b"old z")


def test_a_file_is_never_without_its_name(tmp_path, monkeypatch):
    """Whoever is killed between two renames leaves the old file or the new one, not neither."""
    write_whole(tmp_path / "a", b"old")
    real, seen = Path.replace, []

    def watched(self: Path, target: Path) -> Path:
        seen.append((tmp_path / "a").exists())
        return real(self, target)

    monkeypatch.setattr(Path, "replace", watched)
    write_whole(tmp_path / "a", b"new")

    assert seen == [True]
    assert content(tmp_path) == {"a": b"new"}


def test_scraps_of_a_killed_run_go_with_the_next(tmp_path):
    """What a run that was killed an hour ago left behind is swept; what another run is writing now is not."""
    for name, age in ((".a.abcd1234", 2 * ABANDONED), (".a.abcd1235.old", 2 * ABANDONED), (".a.abcd1236", 0)):
        (tmp_path / name).write_bytes(b"scrap")
        then = (tmp_path / name).stat().st_mtime - age
        os.utime(tmp_path / name, (then, then))
    write_whole(tmp_path / "a", b"new")

    assert content(tmp_path) == {".a.abcd1236": b"scrap", "a": b"new"}


def test_folders_that_were_made_for_nothing_go_again(tmp_path):
    """When writing fails, no empty folder stays; one that was there before does."""
    (tmp_path / "there").mkdir()
    with pytest.raises(Faults, match="cannot write here: file name too long"):
        write_together(tmp_path / "there" / "new" / "folder", {"sub/a": b"A", "b" * 300: b"B"})

    assert [path.name for path in tmp_path.rglob("*")] == ["there"]


def test_two_runs_do_not_mix_their_files(tmp_path):
    """Whoever writes last into a folder leaves all of its own files there."""
    names = [f"{number}.pdf" for number in range(20)]

    def write(content: bytes) -> None:
        write_together(tmp_path, dict.fromkeys(names, content))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, [b"one", b"two", b"three", b"four"] * 5))

    assert len(set(content(tmp_path).values())) == 1
    assert sorted(content(tmp_path)) == sorted(names)


def test_a_file_in_the_way_is_told(tmp_path):
    """A folder that cannot be made is a fault with its name, not a traceback."""
    (tmp_path / "taken").write_bytes(b"")

    with pytest.raises(Faults, match=r"taken: cannot write here"):
        write_whole(tmp_path / "taken" / "a", b"x")


def test_others_may_read_what_was_written(tmp_path):
    """The files have the usual permissions, not those of a private temporary file."""
    write_whole(tmp_path / "a", b"x")
    (tmp_path / "usual").write_bytes(b"x")

    assert (tmp_path / "a").stat().st_mode == (tmp_path / "usual").stat().st_mode
