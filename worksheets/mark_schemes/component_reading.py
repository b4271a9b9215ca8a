"""Reading the components of a mark scheme and their bands."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from typing import get_args

from ..settings import SettingsReader
from ..yaml_source import Value
from .bands import gaps_and_overlaps, marks_range
from .scheme import Band, Component, QuestionKind

# Bounds against slips of the finger, not promises.
MOST_MARKS = 200  # of one answer, and of a paper
MOST_ANSWERS = 20

NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_KINDS: tuple[QuestionKind, ...] = get_args(QuestionKind)
SETTINGS = ("id", "title", "kind", "marks", "answers", "bands", "points", "look-for")
BAND_SETTINGS = ("marks", "descriptor", "look-for")


class ComponentReader(SettingsReader):
    """Reads components and bands; every fault is gathered."""

    def components(self, settings: Mapping[str, Value], line: int) -> tuple[Component, ...]:
        """Read the list of components, of which there has to be one at least."""
        entries = self._entries(settings, "components", line, 'a list such as "- id: essay-15"')
        found = tuple(component for entry in entries if (component := self._component(entry)))
        for index, component in enumerate(found):
            if component.id in {other.id for other in found[:index]}:
                self.fault(component.line, f'two components are called "{component.id}"', "rename one", "id")
        return found

    def needed(self, settings: Mapping[str, Value], key: str, line: int, example: str) -> str:
        """Read words that have to be there."""
        before = len(self.problems)
        words = self.text(settings, key)
        if not words and len(self.problems) == before:
            at = settings[key].line if key in settings else line
            self.fault(at, f'"{key}" is missing', f'write a line such as "{example}"', "missing")
        return words

    def name(self, settings: Mapping[str, Value], line: int, example: str) -> str:
        """Read an id."""
        name = self.needed(settings, "id", line, f"id: {example}")
        if name and not NAME.fullmatch(name):
            mend = f'write small letters a to z, digits and single hyphens, as in "{example}"'
            self.fault(settings["id"].line, f'"{name}" cannot be an id', mend, "id")
        return name

    def _component(self, value: Value) -> Component | None:
        before = len(self.problems)
        settings = self.mapping(value, "this component", SETTINGS, "id: essay-15")
        if not settings and len(self.problems) > before:
            return None
        name = self.name(settings, value.line, "essay-15")
        marks = self.number(settings, "marks", 1, MOST_MARKS)
        if "marks" not in settings:
            self.fault(value.line, '"marks" is missing', 'write a line such as "marks: 15"', "missing")
        if ("bands" in settings) == ("points" in settings):
            what = "this component has " + (
                "both bands and points" if "bands" in settings else "no bands and no points"
            )
            mend = 'write either "bands:" with a list below it, or "points: one mark for each reason"'
            self.fault(value.line, what, mend, "marking")
        points = (
            self.needed(settings, "points", value.line, "points: one mark for each reason")
            if "points" in settings
            else ""
        )
        bands = self._bands(settings, value.line) if "bands" in settings else ()
        if len(self.problems) == before:
            for line, what, mend in gaps_and_overlaps(bands, marks):
                self.fault(line, what, mend, "bands")
        return Component(
            id=name,
            title=self.text(settings, "title") or name,
            kind=self._kind(settings, value.line),
            marks=marks,
            answers=self.number(settings, "answers", 1, MOST_ANSWERS) or 1,
            bands=bands,
            points=points,
            look_for=self.texts(settings, "look-for"),
            line=value.line,
        )

    def _kind(self, settings: Mapping[str, Value], line: int) -> QuestionKind:
        name = self.text(settings, "kind")
        for kind in _KINDS:
            if name == kind:
                return kind
        close = difflib.get_close_matches(name, _KINDS, n=1, cutoff=0.5)
        mend = f'write "{close[0]}"' if close else f"write one of {', '.join(_KINDS)}"
        what = f'there is no kind of question "{name}"' if name else '"kind" is missing'
        self.fault(settings["kind"].line if "kind" in settings else line, what, mend, "kind")
        return _KINDS[0]

    def _bands(self, settings: Mapping[str, Value], line: int) -> tuple[Band, ...]:
        entries = self._entries(settings, "bands", line, 'a list such as "- marks: 13-15", the highest first')
        return tuple(band for entry in entries if (band := self._band(entry)))

    def _band(self, value: Value) -> Band | None:
        before = len(self.problems)
        settings = self.mapping(value, "this band", BAND_SETTINGS, "marks: 13-15")
        if not settings and len(self.problems) > before:
            return None
        written = self.needed(settings, "marks", value.line, "marks: 13-15")
        held = marks_range(written)
        if written and not held:
            mend = 'write the lowest and the highest mark, as "13-15", or one mark, as "0"'
            self.fault(settings["marks"].line, f'"{written}" is no range of marks', mend, "range")
        descriptor = self.needed(settings, "descriptor", value.line, "descriptor: A judgement, argued throughout.")
        least, most = held or (0, 0)
        return Band(least, most, descriptor, self.texts(settings, "look-for"), value.line)

    def _entries(self, settings: Mapping[str, Value], key: str, line: int, example: str) -> tuple[Value, ...]:
        """A list that has to be there and to hold something."""
        item = settings.get(key)
        if item and isinstance(item.content, tuple) and item.content:
            return item.content
        what = f'"{key}" is {item.text}' if item and item.content != () else f"there are no {key}"
        self.fault(item.line if item else line, what, f"write {example}", "missing")
        return ()
