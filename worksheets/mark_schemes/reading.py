"""Reading a mark scheme from its YAML file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePath

from ..dates import Date
from ..problems import Faults, Source
from ..yaml_source import Value, read_yaml
from .component_reading import MOST_MARKS, NAME, ComponentReader
from .scheme import MarkScheme

YEARS = range(1950, 2101)  # against slips of the finger: "217" and "20177" are no years of an examination
MEND = "see docs/mark-schemes.md for what the file holds"
SETTINGS = (
    "id", "title", "awarding-body", "subject", "valid-from", "valid-through", "marks", "note", "unsure", "document",
    "year", "components",
)  # fmt: skip


def read_mark_scheme(path: Path) -> MarkScheme:
    """Read a teacher's own mark scheme.

    :raises Faults: if the file cannot be read, else with every fault in it at once.
    """
    return mark_scheme_from(read_yaml(path, MEND), str(path), own=True)


def mark_scheme_from(value: Value, path: str, *, own: bool) -> MarkScheme:
    """Make a mark scheme of what was read.

    :raises Faults: with every fault at once.
    """
    reader = _Reader(path, "mark-scheme")
    settings = reader.mapping(value, "the mark scheme", SETTINGS, "id: my-essays")
    scheme = MarkScheme(
        id=reader.file_name(settings, value.line),
        title=reader.needed(settings, "title", value.line, "title: Essays of year 12"),
        components=reader.components(settings, value.line),
        awarding_body=reader.text(settings, "awarding-body"),
        subject=reader.text(settings, "subject"),
        valid_from=reader.date(settings, "valid-from"),
        valid_through=reader.date(settings, "valid-through"),
        marks=reader.number(settings, "marks", 1, MOST_MARKS),
        note=reader.text(settings, "note"),
        unsure=reader.texts(settings, "unsure"),
        document=reader.text(settings, "document"),
        year=reader.number(settings, "year", YEARS[0], YEARS[-1]),
        own=own,
        path=path,
        sources={key: Source(path, item.line) for key, item in settings.items()},
    )
    reader.agreement(scheme)
    if reader.problems:
        raise Faults(reader.problems)
    return scheme


class _Reader(ComponentReader):
    """Reads what stands above the components."""

    def file_name(self, settings: Mapping[str, Value], line: int) -> str:
        """Read the id of the scheme, which is also the name of its file: so no two in a folder are called alike."""
        name, path = self.name(settings, line, "my-essays"), PurePath(self.path)
        if NAME.fullmatch(name) and name != path.stem:
            what = f'the scheme "{name}" stands in a file called "{path.name}"'
            self.fault(settings["id"].line, what, f'call the file "{name}.yaml"', "file-name")
        return name

    def date(self, settings: Mapping[str, Value], key: str) -> Date | None:
        """Read the date of an examination session; "open" is none."""
        written = self.text(settings, key)
        if not written or written == "open":
            return None
        try:
            date = Date.parse(written)
        except ValueError:
            date = None
        if date and date.year in YEARS and not date.about:
            return date
        mend = f'write a year, month or day from {YEARS[0]} to {YEARS[-1]}, as "2027-05" for May 2027, or "open"'
        self.fault(settings[key].line, f'"{key}" is "{written}"', mend, "date")
        return None

    def agreement(self, scheme: MarkScheme) -> None:
        """Find settings that are sound each by itself and contradict each other."""
        first, last = scheme.valid_from, scheme.valid_through
        if first and last and first.first > last.last:
            what = f'"valid-through" ({last.label}) is before "valid-from" ({first.label})'
            self.fault(scheme.source("valid-through").line, what, "write the later date here", "date-order")
        total = sum(component.marks * component.answers for component in scheme.components)
        if scheme.marks and scheme.marks != total and not self.problems:
            what = f"the paper has {scheme.marks} marks and its components add up to {total}"
            mend = 'mend the marks, or say how many a candidate writes of each, as "answers: 2"'
            self.fault(scheme.source("marks").line, what, mend, "total")
