"""Reading the settings of a YAML file: each is taken as the kind of value it has to be, and every fault is kept."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Mapping

from .problems import Problem, Source
from .yaml_source import Value


class SettingsReader:
    """Takes settings apart and gathers every fault on the way.

    A setting that is missing or faulty reads as nothing ("" or 0 or ()), so that reading can go on to the next fault.
    """

    def __init__(self, path: str, topic: str) -> None:
        """Begin with no faults.

        :param topic: first half of each fault's code, such as "blueprint".
        """
        self.path = path
        self.topic = topic
        self.problems: list[Problem] = []

    def fault(self, line: int, what: str, mend: str, code: str) -> None:
        """Note a fault; ``code`` is the second half of its code."""
        self.problems.append(Problem(Source(self.path, line), what, mend, f"{self.topic}.{code}"))

    def mapping(self, value: Value, what: str, known: Collection[str], example: str) -> dict[str, Value]:
        """Read a block of settings, without those that are unknown.

        :param what: the block in words, for messages.
        """
        if not isinstance(value.content, dict):
            self.fault(value.line, f"{what} is {value.text}", f'write lines such as "{example}"', "shape")
            return {}
        for key, item in value.content.items():
            if key not in known:
                close = difflib.get_close_matches(key, known, n=1)
                mend = f'write "{close[0]}"' if close else f"use one of {', '.join(sorted(known))}"
                self.fault(item.line, f'unknown setting "{key}" in {what}', mend, "unknown-setting")
        return {key: item for key, item in value.content.items() if key in known}

    def text(self, settings: Mapping[str, Value], key: str) -> str:
        """Read words, on one line."""
        item = settings.get(key)
        if item is None or item.content is None:
            return ""
        if isinstance(item.content, dict | tuple):
            self.fault(item.line, f'"{key}" is {item.text}', "write plain words", "shape")
            return ""
        return " ".join(str(item.content).split())

    def texts(self, settings: Mapping[str, Value], key: str) -> tuple[str, ...]:
        """Read a list of words; words alone are a list of one."""
        item = settings.get(key)
        entries = item.content if item and isinstance(item.content, tuple) else (item,) if item else ()
        return tuple(words for entry in entries if (words := self.text({key: entry}, key)))

    def number(self, settings: Mapping[str, Value], key: str, least: int, most: int) -> int:
        """Read a whole number between two bounds, both allowed."""
        item = settings.get(key)
        if item is None:
            return 0
        if not isinstance(item.content, int) or not least <= item.content <= most:
            mend = f"write a whole number from {least} to {most}"
            self.fault(item.line, f'"{key}" is {item.text}', mend, "number")
            return 0
        return item.content
