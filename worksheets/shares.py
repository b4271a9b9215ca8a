"""Shares of a blueprint: how much of a part or a sheet goes to each chapter or level, such as {3: 5, 4: 5}."""

from __future__ import annotations

import re
from collections.abc import Mapping

from .facts import Level
from .settings import SettingsReader
from .yaml_source import Value

LEVELS: Mapping[str, Level] = {"1": 1, "2": 2, "3": 3, "recall": 1, "explain": 2, "judge": 3}
LEVEL_NAMES: Mapping[str, str] = {"1": "recall", "2": "explain", "3": "judge"}
MOST_OF_A_SHARE = 1000
_DECIMAL = re.compile(r"\d{1,2}(\.\d{1,2})?")

Shares = tuple[tuple[str, int], ...]
LevelShares = tuple[tuple[Level, int], ...]


def shares(reader: SettingsReader, item: Value | None, what: str) -> Shares:
    """Read a block of names with an amount each; nothing if it is no block."""
    if item is None or not isinstance(item.content, dict):
        return ()
    found = ((name, reader.number({name: entry}, name, 1, MOST_OF_A_SHARE)) for name, entry in item.content.items())
    read = tuple((name, amount) for name, amount in found if amount)
    if not item.content:
        reader.fault(
            item.line, f'"{what}" is an empty block', 'write a list, or amounts such as "{3: 5, 4: 5}"', "shares"
        )
    return read


def level_shares(reader: SettingsReader, item: Value | None) -> LevelShares:
    """Read amounts by level; levels may be given by number or name."""
    read: dict[Level, int] = {}
    for name, amount in shares(reader, item, "levels"):
        level = LEVELS.get(name)
        if level is None or level in read:
            assert item is not None
            what = f'"{name}" is no level' if level is None else f'level "{name}" stands here twice'
            reader.fault(item.line, what, LEVEL_MEND, "level")
        else:
            read[level] = amount
    return tuple(sorted(read.items()))


LEVEL_MEND = (
    "write 1 (recall), 2 (explain), 3 (judge), amounts such as {recall: 6, explain: 4}, or a list of them, once"
)


def decimal(reader: SettingsReader, settings: Mapping[str, Value], key: str) -> float:
    """Read a number above 0 and below 100, with up to two decimals; 0 if it is not given."""
    item = settings.get(key)
    if item is None:
        return 0.0
    if not _DECIMAL.fullmatch(str(item.content)) or not (number := float(str(item.content))):
        reader.fault(item.line, f'"{key}" is {item.text}', 'write minutes for a mark, such as "1.5"', "number")
        return 0.0
    return number
