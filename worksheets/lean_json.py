"""Values to JSON that a person can compare: sorted, indented, nothing that only repeats a default."""

from __future__ import annotations

from dataclasses import MISSING, fields, is_dataclass
from typing import Any

import msgspec


def lean(value: Any) -> Any:
    """Dictionaries, lists and scalars; a field that has its default value is left out."""
    if is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: lean(item) for field in fields(value) if (item := getattr(value, field.name)) != _default(field)
        }
    if isinstance(value, dict):
        return {str(key): lean(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [lean(item) for item in value]
    return value


def json_bytes(tree: Any) -> bytes:
    """UTF-8 JSON with sorted keys, two spaces of indent and a last line end."""
    return msgspec.json.format(compact_bytes(tree), indent=2) + b"\n"


def compact_bytes(tree: Any) -> bytes:
    """UTF-8 JSON with sorted keys and no spaces: what hashes are taken over."""
    return _ENCODER.encode(tree)


def _default(field: Any) -> Any:
    if field.default is not MISSING:
        return field.default
    return field.default_factory() if field.default_factory is not MISSING else MISSING


_ENCODER = msgspec.json.Encoder(order="sorted")
