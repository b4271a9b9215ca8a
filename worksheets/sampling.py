"""Choosing by hash: the same choice for the same seed on every machine and Python version.

Nothing here is random. Python promises a stable stream only for ``random.random()`` (library reference, ``random``,
"Notes on Reproducibility"), and a stream shifts when one candidate is added; a rank by hash does neither (rules S1,
S2).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import TypeVar

T = TypeVar("T")

LOTS = 2**64 - 1  # the highest lot; ``&`` with it keeps the lower 64 bits of a product


def rank(seed: str, *parts: str) -> int:
    """Give a whole number below 2**256 for a seed and the parts of a name.

    SHA-256 over the parts, each behind its length in bytes, so that ``("ab", "c")`` and ``("a", "bc")`` differ.
    """
    return int.from_bytes(hashlib.sha256(b"".join(map(_measured, (seed, *parts)))).digest(), "big")


def _measured(part: str) -> bytes:
    encoded = part.encode()
    return len(encoded).to_bytes(4, "big") + encoded


def lot(*name: str) -> int:
    """Give an odd number below 2**64 for the parts of a name, for ranks of thousands of names on thousands of sheets.

    The rank of one name under another is then the lower 64 bits of the product of their lots, ``one * other & LOTS``:
    multiplicative hashing (Knuth 1998, *The Art of Computer Programming* 3, 6.4; Dietzfelbinger et al. 1997, *Journal
    of Algorithms* 25(1)), in a fraction of the time that SHA-256 takes for each pair. Odd factors keep different names
    apart, and as both lots come from SHA-256, no name comes first more often than another.
    """
    return rank(*name) & LOTS | 1


# The same names are ranked under many seeds.
_known_lot = lru_cache(maxsize=1 << 16)(lot)


def ranked(seed: str, candidates: Iterable[T], name: Callable[[T], str]) -> list[T]:
    """Put candidates into the order of their ranks, lowest first.

    The order they come in is of no account, and one more candidate leaves the others' order as it was. ``name`` must
    tell them apart.
    """
    own = lot(seed)

    def place(candidate: T) -> tuple[int, str]:
        called = name(candidate)
        return own * _known_lot(called) & LOTS, called

    return sorted(candidates, key=place)


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
