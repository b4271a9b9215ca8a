"""The rules of all style sheets of a document for an element, found at once; WeasyPrint 70 asks each by itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cssselect2 import Matcher


class JoinedRules:
    """The rules of some sheets.

    :param matchers: one of each sheet, in order.
    """

    def __init__(self, matchers: list[Matcher]) -> None:
        self._joined = Matcher()
        for number, matcher in enumerate(matchers):
            for name, found in vars(matcher).items():
                if isinstance(found, dict):
                    for key, entries in found.items():
                        getattr(self._joined, name).setdefault(key, []).extend(_numbered(entries, number))
                elif isinstance(found, list):
                    getattr(self._joined, name).extend(_numbered(found, number))

    def of(self, wrapper: Any) -> Iterator[tuple[int, Any, str | None, Any]]:
        """Find the rules for an element, sheet by sheet, the weakest of each sheet first.

        :return: number of the sheet, specificity, pseudo-element, and what the sheet has there.
        """
        found = self._joined.match(wrapper)
        found.sort(key=_sheet_of)
        for specificity, (number, _), pseudo, payload in found:
            yield number, specificity, pseudo, payload


def _numbered(entries: list[Any], number: int) -> Iterator[tuple[Any, ...]]:
    for test, specificity, order, pseudo, payload in entries:
        yield test, specificity, (number, order), pseudo, payload


def _sheet_of(rule: tuple[Any, ...]) -> int:
    _, (number, _), _, _ = rule
    return int(number)
