"""What sets the text: the digest of everything, beside a block itself, that may change how it looks."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from .store import Store

# Packages whose main file names their version.
_PACKAGES = ("weasyprint", "pydyf", "cssselect2", "tinycss2", "tinyhtml5", "fontTools", "pyphen", "PIL")
_OURS = (
    "answering.py",
    "block_child.py",
    "block_objects.py",
    "block_stream.py",
    "block_structure.py",
    "block_template.py",
    "block_values.py",
    "child_boxes.py",
    "child_glyphs.py",
    "child_lines.py",
    "child_memo.py",
    "child_rules.py",
    "child_settings.py",
    "child_styles.py",
    "child_text.py",
    "mending.py",
    "reading_order.py",
    "typeset_child.py",
)


def engine_digest(store: Store, find_others: Callable[[], Iterable[str]]) -> str:
    """Give the digest of all files that set the text.

    The store remembers which files these are in each Python environment, and the digest of a file as long as its path,
    its size and its time of change stay the same: then none has to be read.

    :param find_others: names fonts and the machine's own libraries, as paths; called when that is not remembered.
    """
    # A newer version of the tool may know of more files.
    where = sha256(repr((sys.prefix, __file__, _PACKAGES, _OURS)).encode()).hexdigest()
    remembered = dict(store.get("files", [where]))
    paths = json.loads(remembered[where]) if where in remembered else []
    if not paths or not all(Path(path).exists() for path in paths):
        paths = sorted({*_packages(), *find_others()})
        store.put({("files", where): json.dumps(paths).encode()})
    stamps = {path: _stamp(Path(path)) for path in paths}
    known = dict(store.get("digest", stamps.values()))
    new = {("digest", stamps[path]): _digest(Path(path)) for path in paths if stamps[path] not in known}
    store.put(new)
    digests = [known.get(stamps[path]) or new["digest", stamps[path]] for path in paths]
    return sha256(b"\n".join(sorted(digests))).hexdigest()


def _packages() -> list[str]:
    here = Path(__file__).parent
    specs = (find_spec(name) for name in _PACKAGES)
    return [*(spec.origin for spec in specs if spec and spec.origin), *(str(here / name) for name in _OURS)]


def _stamp(path: Path) -> str:
    about = path.stat()
    return f"{path}\n{about.st_size}\n{about.st_mtime_ns}"


def _digest(path: Path) -> bytes:
    return sha256(path.read_bytes()).hexdigest().encode()
