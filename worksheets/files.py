"""Files written whole or not at all: a temporary file first, then a rename."""

from __future__ import annotations

import contextlib
import errno
import glob
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from .problems import Faults, Problem, Source

if sys.platform != "win32":
    import fcntl

ABANDONED = 3600  # seconds after which nobody is still writing a file under a temporary name


def write_whole(path: Path, content: bytes) -> None:
    """Write one file; what stood there before stays if anything goes wrong.

    :raises Faults: if the folder cannot be made or written to, or the disk is full.
    """
    write_together(path.parent, {path.name: content})


def write_together(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Write several files into a folder, all or none as far as the file system allows.

    Everything is on the disk under temporary names before the first rename, so a full disk, an interruption or a
    crash leaves the old files as they were; so does a file that cannot be replaced, as where a reader of PDF has it
    open on Windows. Folders that were made for nothing are taken away again.

    :param contents: path below the folder -> content; folders between are made.
    :raises Faults: if the folder cannot be made or written to, or the disk is full.
    """
    waiting: list[tuple[Path, Path]] = []
    made: list[Path] = []
    try:
        for name, content in contents.items():
            path = folder / name
            _make_folder(path.parent, made)
            handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
            waiting.append((Path(temporary), path))
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).chmod(0o666 & ~_umask())
        with _alone_in(folder):
            _put_in_place(waiting)
            _sweep(path for _, path in waiting)
        made = []
    except OSError as error:
        what = f"cannot write here: {(error.strerror or str(error)).lower()}"
        mend = "make room, or name another folder"
        raise Faults([Problem(Source(str(folder)), what, mend, "file.unwritable")]) from None
    finally:
        for temporary_path, _ in waiting:
            with contextlib.suppress(OSError):
                temporary_path.unlink(missing_ok=True)
        for empty in reversed(made):
            with contextlib.suppress(OSError):
                empty.rmdir()


def _make_folder(folder: Path, made: list[Path]) -> None:
    """Make a folder and those above it that are missing; each is added to the list."""
    for path in (*reversed(folder.parents), folder):
        if not path.exists():
            path.mkdir(exist_ok=True)
            made.append(path)


def _put_in_place(waiting: Iterable[tuple[Path, Path]]) -> None:
    """Rename temporary files; if one cannot have its name, all names go back to the files that had them."""
    placed: list[Path] = []
    aside: list[tuple[Path, Path]] = []
    try:
        for temporary, path in waiting:
            if path.is_dir():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
            if path.exists():
                old = temporary.with_name(f"{temporary.name}.old")
                _keep_as(path, old)
                aside.append((old, path))
            temporary.replace(path)
            placed.append(path)
    except BaseException:
        for path in placed:
            path.unlink()
        for old, path in aside:
            old.replace(path)
            old.unlink(missing_ok=True)  # two names of one file: then replacing does nothing
        raise
    for old, _ in aside:
        with contextlib.suppress(OSError):
            old.unlink()


def _sweep(written: Iterable[Path]) -> None:
    """Take away what runs that were killed have left beside these files, which are new; not what is being written."""
    for path in written:
        latest = path.stat().st_mtime - ABANDONED
        for scrap in path.parent.glob(f".{glob.escape(path.name)}.????????*"):
            with contextlib.suppress(OSError):
                if scrap.stat().st_mtime < latest:
                    scrap.unlink()


def _keep_as(path: Path, old: Path) -> None:
    """Give a file a second name, so that it is never without one; where a file has but one name, rename it."""
    try:
        old.hardlink_to(path)
    except (OSError, NotImplementedError):
        path.replace(old)


@contextlib.contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Keep two runs from mixing their files in one folder, where the system can lock a folder."""
    if sys.platform == "win32":
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):  # some network drives have no locks
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _umask() -> int:
    # The mask can only be read by setting it; mkstemp makes files that nobody else may read, and a teacher's
    # colleague should be able to open a sheet on a shared drive.
    mask = os.umask(0)
    os.umask(mask)
    return mask
