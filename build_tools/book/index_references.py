"""Lines of the index that lead to other entries: "executions, see death sentences"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sphinx.locale import _

from worksheets.problems import Problem, Source

from .index import Entry, Letter
from .index_entries import by_letters
from .index_words import CODE, Wanted


def with_references(index: Iterable[Letter], references: Iterable[Wanted]) -> tuple[Letter, ...]:
    """Add an author's references: "see also" at an entry that has places, else "see"."""
    entries = {entry.words: entry for letter in index for entry in letter.entries}
    for one in references:
        entry = entries.get(one.led_from, Entry(one.led_from))
        form = _("see also %s") if _has_places(entry) else _("see %s")  # Sphinx's, which has them in other languages
        entries[entry.words] = replace(entry, see=(*entry.see, form % "; ".join(one.leads_to)))
    return by_letters(entries.values())


def no_such_entries(index: Iterable[Letter], references: Iterable[Wanted], path: str) -> list[Problem]:
    """Tell which references lead to an entry that has no places, or is not there at all."""
    entries = {entry.words for letter in index for entry in letter.entries if _has_places(entry)}
    return [
        Problem(
            Source(path, one.line),
            f"the index has no entry {other!r} with pages",
            "write one that has, as the index prints it, and a semicolon between two",
            CODE,
        )
        for one in references
        for other in one.leads_to
        if other not in entries
    ]


def _has_places(entry: Entry) -> bool:
    return bool(entry.targets or entry.below)
