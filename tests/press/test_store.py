"""The store keeps what it is given, gives back nothing else, and survives whatever happens to its file."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worksheets.press.store import FILE_NAME, Store, StoreLostError, clear

VALUES = {("block", f"key {number}"): bytes([number]) * 1000 for number in range(50)}


def filled(folder: Path) -> Path:
    with Store(folder) as store:
        store.put(VALUES)
    return folder / FILE_NAME


def all_of(store: Store) -> dict[str, bytes]:
    return dict(store.get("block", [key for _, key in VALUES]))


def change(path: Path, statement: str, *values: object) -> None:
    connection = sqlite3.connect(path)
    connection.execute(statement, values)
    connection.commit()
    connection.close()


def test_values_outlast_the_run(tmp_path: Path) -> None:
    """What one run puts another gets; a kind of its own keeps keys apart."""
    filled(tmp_path)
    with Store(tmp_path) as store:
        assert {key: value for (_, key), value in VALUES.items()} == all_of(store)
        assert {} == dict(store.get("font", [key for _, key in VALUES]))
        assert {"block": 50} == store.measure().entries


@given(st.dictionaries(st.tuples(st.sampled_from(["a", "b"]), st.text(max_size=5)), st.binary(max_size=20)))
def test_anything_can_be_kept(values: dict[tuple[str, str], bytes]) -> None:
    """Keys and values may hold what they like."""
    with Store(None) as store:
        store.put(values)
        found = {(kind, key): value for kind in "ab" for key, value in store.get(kind, [key for _, key in values])}
    assert values == found


def test_a_damaged_value_is_not_given(tmp_path: Path) -> None:
    """A value that is not what was put is as good as none, and can be put again."""
    change(filled(tmp_path), "UPDATE entry SET value = ? WHERE key = 'key 7'", b"something else")
    with Store(tmp_path) as store:
        assert 49 == len(all_of(store))
        assert "key 7" not in all_of(store)
        store.put({("block", "key 7"): b"again"})
        assert b"again" == all_of(store)["key 7"]


def test_a_value_under_another_key_is_not_given(tmp_path: Path) -> None:
    """The check covers the key too."""
    change(filled(tmp_path), "UPDATE entry SET key = 'key 100' WHERE key = 'key 7'")
    with Store(tmp_path) as store:
        assert {} == dict(store.get("block", ["key 100"]))


@pytest.mark.parametrize("content", [b"", b"no database at all" * 1000, b"SQLite format 3\0" + b"\xff" * 8000])
def test_a_file_that_is_no_store_is_made_anew(tmp_path: Path, content: bytes) -> None:
    """Whatever stands in the file's place: the next run works, and keeps what it makes."""
    (tmp_path / FILE_NAME).write_bytes(content)
    filled(tmp_path)
    with Store(tmp_path) as store:
        assert 50 == len(all_of(store))


def test_damage_inside_the_file_is_told_and_mended(tmp_path: Path) -> None:
    """A file damaged in the middle gives right values, or is given up and made anew; never wrong values."""
    path = filled(tmp_path)
    whole = bytearray(path.read_bytes())
    right = {key: value for (_, key), value in VALUES.items()}
    for place in range(100, len(whole), 1500):
        damaged = whole.copy()
        damaged[place : place + 700] = b"\xa5" * len(damaged[place : place + 700])
        path.write_bytes(damaged)
        try:
            with Store(tmp_path) as store:
                assert all_of(store).items() <= right.items()
                store.put(VALUES)
                assert all_of(store).items() <= right.items()
        except StoreLostError:
            with Store(tmp_path) as store:
                assert all_of(store).items() <= right.items()


def test_a_folder_that_cannot_be_written_to_does_no_harm(tmp_path: Path) -> None:
    """Where no file can be made, everything is kept in memory."""
    (tmp_path / "file").write_text("in the way")
    with Store(tmp_path / "file" / "below") as store:
        store.put(VALUES)
        assert 50 == len(all_of(store))
        assert store.in_memory


def test_those_not_used_for_longest_go_first(tmp_path: Path) -> None:
    """A full store makes room; what later runs have used stays."""
    for start in range(0, 50, 10):
        with Store(tmp_path, most_bytes=30_000) as store:
            store.put(dict(list(VALUES.items())[start : start + 10]))
            list(store.get("block", ["key 0", "key 1"]))
    with Store(tmp_path) as store:
        kept = all_of(store)
    assert {"key 0", "key 1", "key 49"} <= set(kept)
    assert "key 2" not in kept
    assert sum(map(len, kept.values())) <= 30_000


def test_clearing_takes_the_file_away(tmp_path: Path) -> None:
    """And tells how much it freed."""
    size = filled(tmp_path).stat().st_size
    assert size == clear(tmp_path)
    assert [] == list(tmp_path.iterdir())


WRITER = """
import sys
from pathlib import Path
from worksheets.files import write_whole
from worksheets.press.store import Store
folder, seed = Path(sys.argv[1]), int(sys.argv[2])
with Store(folder / "cache", most_bytes=400_000) as store:
    print("ready", flush=True)
    for turn in range(10_000):
        keys = [str((seed * 31 + turn * 7 + number) % 500) for number in range(20)]
        list(store.get("block", keys))
        store.put({("block", key): key.encode() * 500 for key in keys})
        write_whole(folder / "out.pdf", b"%PDF" + b"12345" * 50_000 + b"%%EOF")
"""


def test_kill_at_any_moment_leaves_nothing_damaged(tmp_path: Path) -> None:
    """Killed at random moments: the store has only right values, and the file is whole."""
    moments = [random.random() / 15 for _ in range(40)]  # seconds after the first line
    written = tmp_path / "out.pdf"
    for number, moment in enumerate(moments):
        command = [sys.executable, "-c", WRITER, str(tmp_path), str(number)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            assert b"ready\n" == process.stdout.readline()
            with pytest.raises(subprocess.TimeoutExpired):
                process.wait(moment)
            process.kill()
        connection = sqlite3.connect(tmp_path / "cache" / FILE_NAME)
        assert [("ok",)] == connection.execute("PRAGMA integrity_check").fetchall()
        connection.close()
        with Store(tmp_path / "cache") as store:
            found = dict(store.get("block", map(str, range(500))))
            assert {} == {key: value for key, value in found.items() if value != key.encode() * 500}
            assert sum(store.measure().entries.values()) == len(found)
        if written.exists():
            content = written.read_bytes()
            assert (b"%PDF", b"%%EOF", 250_009) == (content[:4], content[-5:], len(content))
    assert len(found) > 50
    assert written.exists()


def test_two_processes_share_a_store(tmp_path: Path) -> None:
    """Both finish, and what both have written is there."""
    script = """
import sys
from pathlib import Path
from worksheets.press.store import Store
with Store(Path(sys.argv[1])) as store:
    for turn in range(60):
        store.put({("block", f"{sys.argv[2]} {turn}"): b"x" * 2000})
        assert len(dict(store.get("block", [f"{sys.argv[2]} {n}" for n in range(turn + 1)]))) == turn + 1
"""
    both = [subprocess.Popen([sys.executable, "-c", script, str(tmp_path), name]) for name in ("one", "two")]
    assert [0, 0] == [process.wait() for process in both]
    with Store(tmp_path) as store:
        assert {"block": 120} == store.measure().entries
