"""PDF objects under keys that follow from what they hold, so that blocks of different runs share them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

import pydyf

REFERENCE = re.compile(rb"\b(\d+ 0 R)\b")


class Objects:
    """Keeps objects as JSON has them: body, keys of the objects it refers to, stream."""

    def __init__(self) -> None:
        self.kept: dict[str, list[Any]] = {}

    def keep(self, item: Any) -> str:
        """Keep an object that refers to no other."""
        return self.keep_with_all_below(item, {})

    def keep_with_all_below(self, item: Any, others: Mapping[bytes, Any]) -> str:
        """Keep an object and all that it refers to.

        :param others: objects by their references.
        :return: its key.
        """
        references: list[str] = []

        def refer(match: re.Match[bytes]) -> bytes:
            references.append(self.keep_with_all_below(others[match[1]], others))
            return b"%d 0 R"

        body, stream = _apart(item)
        body = REFERENCE.sub(refer, body.replace(b"%", b"%%"))
        key = sha256(repr((body, references, stream)).encode()).hexdigest()[:32]
        self.kept[key] = [body.decode("latin-1"), references, None if stream is None else stream.decode("latin-1")]
        return key

    def keep_picture(self, image: Any, interpolate: bool, dots: float) -> str:
        """Keep a picture made of pixels, with its mask."""
        item = image.get_x_object(interpolate, dots)
        others = {}
        if mask := item.extra.get("SMask"):
            mask.number = 1
            others[mask.reference] = mask
            item.extra["SMask"] = mask.reference
        return self.keep_with_all_below(item, others)


def _apart(item: Any) -> tuple[bytes, bytes | None]:
    """Take an object apart: its dictionary, and its stream if it is one."""
    data = bytes(item.data)
    if not isinstance(item, pydyf.Stream):
        return data, None
    begin = data.index(b"stream\n")
    return data[:begin].rstrip(), data[begin + len(b"stream\n") : -len(b"\nendstream")]
