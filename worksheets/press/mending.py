"""How functions of WeasyPrint 70 and its helpers are replaced, so that another version is noticed."""

from __future__ import annotations

import inspect
import linecache
import sys
from collections.abc import Callable, Mapping
from hashlib import sha256
from types import ModuleType
from typing import Any

_MENDED = "mended"  # the attribute that says so of a function


def replace(owner: ModuleType | type, name: str, new: Callable[..., Any] | property, digest: str) -> None:
    """Put a function or property in the place of another one, for all modules that have it.

    :param owner: the module or class that has the function.
    :param digest: how the SHA-256 of the function's source begins.
    :raises RuntimeError: if that function is not the one that was mended; the versions are pinned.
    """
    old = getattr(owner, name)
    function: Any = old.fget if isinstance(old, property) else old
    found = sha256(_source(function).encode()).hexdigest()
    if not digest or not found.startswith(digest):
        raise RuntimeError(f"{owner.__name__}.{name} is another than the one that was mended (now {found[:8]})")
    setattr(owner, name, new)
    if isinstance(owner, ModuleType):
        _put(old, name, new)


def rewrite(module: ModuleType, name: str, mended: Mapping[str, str]) -> None:
    """Put other lines into a function, for all modules that have it; to be called once for each function.

    :param mended: lines that the function has, and what is to stand there.
    :raises RuntimeError: if it has not each of them once, or was mended before.
    """
    old = getattr(module, name)
    if hasattr(old, _MENDED):
        raise RuntimeError(f"{module.__name__}.{name} was mended before; mend all its lines together")
    source = _source(old)
    for line, instead in mended.items():
        if source.count(line) != 1:
            raise RuntimeError(f"{module.__name__}.{name} is another than the one that was mended: it lacks {line!r}")
        source = source.replace(line, instead)
    exec(compile(source, str(module.__file__), "exec"), vars(module))
    new = getattr(module, name)
    setattr(new, _MENDED, True)
    _put(old, name, new)


def _source(function: Any) -> str:
    """Give the source of a function as its file has it; ``inspect`` takes ten times as long, for it reads tokens."""
    code = inspect.unwrap(function).__code__
    lines = linecache.getlines(code.co_filename)[code.co_firstlineno - 1 :]
    margin = len(lines[0]) - len(lines[0].lstrip())
    head = next(number for number, line in enumerate(lines) if line.rstrip().endswith(":"))  # behind its parameters
    end = next(
        (
            number
            for number, line in enumerate(lines)
            if number > head and line.strip() and not line[: margin + 1].isspace()
        ),
        len(lines),
    )
    return "".join(lines[:end]).rstrip() + "\n"


def _put(old: object, name: str, new: object) -> None:
    for other in list(sys.modules.values()):
        if getattr(other, name, None) is old:
            setattr(other, name, new)
