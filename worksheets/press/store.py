"""The store: typeset blocks and files of type, kept from one run to the next.

One SQLite file. A block is kept under a hash of all that determines its look, so nothing in it is ever out of date. It
is a cache: what is damaged is thrown away and made again, and where no file can be written, everything is kept in
memory for the one run.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

FORMAT = 3  # raised whenever what is written here would be read otherwise
FILE_NAME = f"blocks-{FORMAT}.sqlite"
MOST_BYTES = 256 * 1024 * 1024
KEPT_SHARE = 0.8  # of the most that may be kept, once it is exceeded
AT_ONCE = 500  # keys in one question to SQLite, which takes no more than 999 in its older versions

_TABLES = """
CREATE TABLE IF NOT EXISTS entry (
    kind TEXT NOT NULL, key TEXT NOT NULL, value BLOB NOT NULL, check_sum BLOB NOT NULL, used INTEGER NOT NULL,
    PRIMARY KEY (kind, key)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS by_use ON entry (used);
CREATE TABLE IF NOT EXISTS turn (number INTEGER NOT NULL);
"""


def cache_folder() -> Path:
    """Give the folder of the store where none is named."""
    return user_cache_path("sphinx-worksheets", appauthor=False)


class StoreLostError(Exception):
    """The file could not be read or written, and what was taken from it may be gone; begin anew with another store."""


@dataclass(frozen=True, slots=True)
class StoreSize:
    """How full the store is."""

    path: Path
    entries: Mapping[str, int]  # of each kind
    size: int  # of the file, in bytes


class Store:
    """Keeps values under a kind and a key, as many as there is room for; those not used for longest go first.

    Several processes may use one store at a time. Use it as a context manager.

    :param folder: where the file is; made if it is missing. ``None`` keeps everything in memory.
    """

    def __init__(self, folder: Path | None, most_bytes: int = MOST_BYTES) -> None:
        self._path = None if folder is None else folder / FILE_NAME
        self._most_bytes = most_bytes
        self._stale: list[tuple[str, str]] = []
        self._connection, self._turn = self._open()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def in_memory(self) -> bool:
        """Whether nothing outlasts the run."""
        return self._path is None

    def get(self, kind: str, keys: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Give the values that are there, in no particular order; damaged ones are not.

        :raises StoreLostError: if the file cannot be read.
        """
        wanted = list(keys)
        for start in range(0, len(wanted), AT_ONCE):
            some = wanted[start : start + AT_ONCE]
            marks = ",".join("?" * len(some))
            query = f"SELECT key, value, check_sum, used FROM entry WHERE kind = ? AND key IN ({marks})"
            for key, value, check_sum, used in self._ask(query, (kind, *some)):
                if not isinstance(value, bytes) or _check_sum(kind, key, value) != check_sum:
                    continue
                if used < self._turn:
                    self._stale.append((kind, key))
                yield key, value

    def put(self, values: Mapping[tuple[str, str], bytes]) -> None:
        """Keep values under their kinds and keys; all of them, or none if the process ends meanwhile.

        :raises StoreLostError: if that cannot be done.
        """
        if not values:
            return
        rows = [
            (kind, key, value, _check_sum(kind, key, value), self._turn + 1) for (kind, key), value in values.items()
        ]
        with self._damage_told():
            self._write(rows)

    def close(self) -> None:
        """Note what was used, and close the file."""
        with contextlib.suppress(sqlite3.Error):
            if self._stale:
                self._connection.execute("BEGIN IMMEDIATE")
                self._connection.executemany(
                    "UPDATE entry SET used = ? WHERE kind = ? AND key = ?",
                    [(self._turn, kind, key) for kind, key in self._stale],
                )
                self._connection.execute("COMMIT")
            self._connection.close()

    def measure(self) -> StoreSize:
        """Tell how full it is."""
        entries = dict(self._ask("SELECT kind, COUNT(*) FROM entry GROUP BY kind ORDER BY kind", ()))
        path = self._path or Path()
        return StoreSize(path, entries, path.stat().st_size if self._path and path.exists() else 0)

    def _open(self) -> tuple[sqlite3.Connection, int]:
        if self._path is not None:
            for _ in range(2):
                try:
                    self._path.parent.mkdir(parents=True, exist_ok=True)
                    return _connect(str(self._path))
                except (OSError, sqlite3.OperationalError):
                    break
                except sqlite3.DatabaseError:
                    _throw_away(self._path)
        self._path = None
        return _connect(":memory:")

    def _ask(self, query: str, values: Collection[str]) -> list[tuple[Any, ...]]:
        with self._damage_told():
            return self._connection.execute(query, tuple(values)).fetchall()

    @contextlib.contextmanager
    def _damage_told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            with contextlib.suppress(sqlite3.Error):
                self._connection.close()
            # An operation may fail for want of room or of a lock; anything else means that the file is damaged.
            if self._path is not None and not isinstance(error, sqlite3.OperationalError):
                _throw_away(self._path)
            raise StoreLostError(str(error)) from error

    def _write(self, rows: Collection[tuple[str, str, bytes, bytes, int]]) -> None:
        with self._connection as connection:
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany("INSERT OR REPLACE INTO entry VALUES (?, ?, ?, ?, ?)", rows)
            connection.execute("UPDATE turn SET number = MAX(number, ?)", (self._turn + 1,))
            if self._path is not None:
                self._make_room(connection)
        self._turn += 1

    def _make_room(self, connection: sqlite3.Connection) -> None:
        size = connection.execute("SELECT TOTAL(LENGTH(value)) FROM entry").fetchone()[0]
        if size <= self._most_bytes:
            return
        query = "SELECT kind, key, LENGTH(value) FROM entry WHERE used <= ? ORDER BY used, kind, key"
        for kind, key, length in connection.execute(query, (self._turn,)).fetchall():
            if size <= self._most_bytes * KEPT_SHARE:
                break
            connection.execute("DELETE FROM entry WHERE kind = ? AND key = ?", (kind, key))
            size -= length


def clear(folder: Path) -> int:
    """Take the store away.

    :return: how many bytes that frees.
    """
    freed = 0
    for path in folder.glob("blocks-*.sqlite*"):
        with contextlib.suppress(OSError):
            size = path.stat().st_size
            path.unlink()
            freed += size
    return freed


def _connect(name: str) -> tuple[sqlite3.Connection, int]:
    connection = sqlite3.connect(name, timeout=30, isolation_level=None)
    try:
        # A process that is killed leaves a journal from which the next one restores the file. Losing the machine's
        # power may damage it, and then it is made again: not worth waiting for the disk.
        connection.execute("PRAGMA synchronous = OFF")
        connection.executescript(_TABLES)
        connection.execute("INSERT INTO turn SELECT 0 WHERE NOT EXISTS (SELECT * FROM turn)")
        turn = connection.execute("SELECT MAX(number) FROM turn").fetchone()[0]
        if not isinstance(turn, int):
            raise sqlite3.DatabaseError("no count of turns")
    except BaseException:
        connection.close()
        raise
    return connection, turn


def _throw_away(path: Path) -> None:
    for name in (path, path.with_name(f"{path.name}-journal")):
        with contextlib.suppress(OSError):
            name.unlink()


def _check_sum(kind: str, key: str, value: bytes) -> bytes:
    return sha256(b"%s\0%s\0%s" % (kind.encode(), key.encode(), value)).digest()[:8]
