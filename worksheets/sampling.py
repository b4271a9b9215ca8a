"""Choosing by hash: the same choice for the same seed on every machine and Python version.

Nothing here is random. Python promises a stable stream only for ``random.random()`` (library reference, ``random``,
"Notes on Reproducibility"), and a stream shifts when one candidate is added; a rank by hash does neither (rule S2).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")


def rank(seed: str, *parts: str) -> int:
    """Give a whole number below 2**256 for a seed and the parts of a name.

    SHA-256 over the parts, each behind its length in bytes, so that ``("ab", "c")`` and ``("a", "bc")`` differ.
    """
    digest = hashlib.sha256()
    for part in (seed, *parts):
        encoded = part.encode()
        digest.update(len(encoded).to_bytes(4, "big"))
        digest.update(encoded)
    return int.from_bytes(digest.digest(), "big")


def ranked(seed: str, candidates: Iterable[T], name: Callable[[T], str]) -> list[T]:
    """Put candidates into the order of their ranks, lowest first.

    The order they come in is of no account, and one more candidate leaves the others' order as it was. ``name`` must
    tell them apart.
    """
    return sorted(candidates, key=lambda candidate: (rank(seed, name(candidate)), name(candidate)))


def sample(seed: str, candidates: Iterable[T], count: int, name: Callable[[T], str]) -> list[T]:
    """Choose ``count`` candidates, or all where there are fewer; a longer sample begins with the shorter one.

    :raises ValueError: if ``count`` is negative.
    """
    if count < 0:
        raise ValueError(f"cannot choose {count} candidates")
    return ranked(seed, candidates, name)[:count]


def choose(seed: str, candidates: Sequence[str]) -> str:
    """Choose one of some texts."""
    return min(candidates, key=lambda candidate: (rank(seed, candidate), candidate))
