"""How functions of WeasyPrint 70 and its helpers are replaced, so that another version is noticed."""

from __future__ import annotations

import inspect
import linecache
import sys
from collections.abc import Callable, Mapping
from hashlib import sha256
from types import ModuleType
from typing import Any

_MENDED = "mended"  # the attribute of a function whose lines were mended, with the source that it has now


def replace(owner: ModuleType | type, name: str, new: Callable[..., Any] | property, digest: str) -> None:
    """Put a function or property in the place of another one, for all modules that have it.

    :param owner: the module or class that has the function.
    :param digest: how the SHA-256 of the function's source begins; of one whose lines were mended, that of these lines.
    :raises RuntimeError: if that function is not the one that was mended, or has no source; the versions are pinned.
    """
    old = getattr(owner, name)
    function: Any = old.fget if isinstance(old, property) else old
    found = sha256(_source(function, f"{owner.__name__}.{name}").encode()).hexdigest()
    if not digest or not found.startswith(digest):
        raise RuntimeError(f"{owner.__name__}.{name} is another than the one that was mended (now {found[:8]})")
    setattr(owner, name, new)
    if isinstance(owner, ModuleType):
        _put(old, name, new)


def rewrite(module: ModuleType, name: str, mended: Mapping[str, str]) -> None:
    """Put other lines into a function, for all modules that have it; to be called once for each function.

    :param mended: lines that the function has, and what is to stand there.
    :raises RuntimeError: if it has not each of them once, has no source, or was mended before.
    """
    old = getattr(module, name)
    called = f"{module.__name__}.{name}"
    if hasattr(old, _MENDED):
        raise RuntimeError(f"{called} was mended before; mend all its lines together")
    source = _source(old, called)
    for line, instead in mended.items():
        if source.count(line) != 1:
            raise RuntimeError(f"{called} is another than the one that was mended: it lacks {line!r}")
        source = source.replace(line, instead)
    exec(compile(source, str(module.__file__), "exec"), vars(module))
    new = getattr(module, name)
    setattr(new, _MENDED, source)
    _put(old, name, new)


def _source(function: Any, called: str) -> str:
    """Give the source of a function as its file has it; unlike ``inspect`` it reads lines, not tokens.

    :raises RuntimeError: if there is none, as of a function in C, or where a program was installed without its text.
    """
    if mended := getattr(function, _MENDED, ""):
        return str(mended)
    code = getattr(inspect.unwrap(function), "__code__", None)
    lines = linecache.getlines(code.co_filename)[code.co_firstlineno - 1 :] if code else []
    if not lines:
        raise RuntimeError(f"{called} has no source, so nobody can tell whether it is the one that was mended")
    margin = len(lines[0]) - len(lines[0].lstrip())
    head = next((number for number, line in enumerate(lines) if line.rstrip().endswith(":")), 0)  # behind parameters
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
