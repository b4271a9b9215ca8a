"""How functions of WeasyPrint 70 and its helpers are replaced, so that another version is noticed."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable
from hashlib import sha256
from types import ModuleType
from typing import Any


def replace(owner: ModuleType | type, name: str, new: Callable[..., Any] | property, digest: str) -> None:
    """Put a function or property in the place of another one, for all modules that have it.

    :param owner: the module or class that has the function.
    :param digest: how the SHA-256 of the function's source begins.
    :raises RuntimeError: if that function is not the one that was mended; the versions are pinned.
    """
    old = getattr(owner, name)
    function: Any = old.fget if isinstance(old, property) else old
    found = sha256(inspect.getsource(function).encode()).hexdigest()
    if not digest or not found.startswith(digest):
        raise RuntimeError(f"{owner.__name__}.{name} is another than the one that was mended (now {found[:8]})")
    setattr(owner, name, new)
    if isinstance(owner, ModuleType):
        for other in list(sys.modules.values()):
            if getattr(other, name, None) is old:
                setattr(other, name, new)
