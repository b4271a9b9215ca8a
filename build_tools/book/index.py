"""The index at the back: Sphinx's entries with the pages of print."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from .addresses import printed_target
from .folios import UNKNOWN, Folios

# As Sphinx's `IndexEntries.create_index` gives them: (letter, [(words, (targets, [(words, targets)], key))]).
SphinxTargets = Sequence[tuple[str | None, str | bool]]
SphinxIndex = Iterable[
    tuple[str, Iterable[tuple[str, tuple[SphinxTargets, Sequence[tuple[str, SphinxTargets]], object]]]]
]

SHORTEST_RANGE = 3  # pages; "34, 35" are two mentions, "34–36" is a treatment


@dataclass(frozen=True, slots=True)
class Target:
    """One place to which an entry points."""

    id: str
    main: bool  # the main treatment, printed bold


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the index, with the lines below it."""

    words: str
    targets: tuple[Target, ...] = ()
    see: tuple[str, ...] = ()  # "see spring", "see also divide"
    below: tuple[Entry, ...] = ()
    italics: tuple[str, ...] = ()  # parts of the words


@dataclass(frozen=True, slots=True)
class Letter:
    """All entries under one letter."""

    letter: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Locator:
    """A page or a run of pages, as printed, and where it leads."""

    label: str
    id: str
    main: bool


def read_index(index: SphinxIndex, replaced: dict[str, str]) -> tuple[Letter, ...]:
    """Take over Sphinx's index.

    :param replaced: ids that were replaced by others in print, old to new.
    """
    return tuple(
        Letter(
            letter,
            tuple(
                Entry(
                    words,
                    _targets(targets, replaced),
                    tuple(sub for sub, sub_targets in below if not sub_targets),
                    tuple(Entry(sub, _targets(found, replaced)) for sub, found in below if found),
                )
                for words, (targets, below, _key) in entries
            ),
        )
        for letter, entries in index
    )


def _targets(targets: SphinxTargets, replaced: dict[str, str]) -> tuple[Target, ...]:
    found = [(printed_target(uri, ""), main == "main") for main, uri in targets if isinstance(uri, str)]
    return tuple(Target(replaced.get(html_id, html_id), main) for html_id, main in found if html_id)


def without(index: Iterable[Letter], ids: Container[str]) -> tuple[Letter, ...]:
    """Leave out what points to nothing in an edition.

    :param ids: all ids of the edition.
    """

    def kept(entry: Entry) -> Entry:
        targets = tuple(target for target in entry.targets if target.id in ids)
        return replace(entry, targets=targets, below=tuple(below for below in map(kept, entry.below) if below.targets))

    letters = (
        replace(letter, entries=tuple(e for e in map(kept, letter.entries) if e.targets or e.see or e.below))
        for letter in index
    )
    return tuple(letter for letter in letters if letter.entries)


def add_mentions(index: Iterable[Letter], mentions: Mapping[str, Sequence[str]]) -> tuple[Letter, ...]:
    """Add the places that refer to what an entry points to; the entry's own place becomes the main one.

    :param mentions: id of what is referred to -> ids of the links to it.
    """

    def richer(entry: Entry) -> Entry:
        found = tuple(Target(html_id, False) for target in entry.targets for html_id in mentions.get(target.id, ()))
        own = tuple(replace(target, main=target.main or target.id in mentions) for target in entry.targets)
        return replace(entry, targets=own + found, below=tuple(map(richer, entry.below)))

    return tuple(replace(letter, entries=tuple(map(richer, letter.entries))) for letter in index)


def pointed_at(index: Iterable[Letter]) -> frozenset[str]:
    """Collect the ids to which the index points."""
    entries = [entry for letter in index for top in letter.entries for entry in (top, *top.below)]
    return frozenset(target.id for entry in entries for target in entry.targets)


def locators(targets: Iterable[Target], folios: Folios) -> list[Locator]:
    """Put the pages of an entry in order: each once, three or more in a row as a range, the main one by itself."""
    pages: dict[int, Target] = {}
    for target in targets:
        page = folios.pages.get(target.id, 0)
        if page not in pages or (target.main and not pages[page].main):
            pages[page] = target
    runs: list[list[int]] = []
    for page in sorted(pages):
        if runs and _continues(runs[-1][-1], page, pages, folios):
            runs[-1].append(page)
        else:
            runs.append([page])
    return [locator for run in runs for locator in _written(run, pages, folios)]


def whole_passage(begin: Target, end: str, folios: Folios) -> Locator:
    """Name all pages of a passage, "34" or "34–35".

    :param end: the id with which it ends.
    """
    label = folios.of(begin.id)
    if end in folios.pages and folios.pages[end] > folios.pages.get(begin.id, folios.pages[end]):
        label = f"{label}\N{EN DASH}{folios.of(end)}"
    return Locator(label, begin.id, begin.main)


def _continues(before: int, page: int, pages: dict[int, Target], folios: Folios) -> bool:
    alike = pages[before].main == pages[page].main is False
    return page == before + 1 and alike and folios.in_body(before) == folios.in_body(page)


def _written(run: list[int], pages: dict[int, Target], folios: Folios) -> list[Locator]:
    labels = {page: folios.printed_on(page) if page else UNKNOWN for page in run}
    if len(run) < SHORTEST_RANGE:
        return [Locator(labels[page], pages[page].id, pages[page].main) for page in run]
    label = f"{labels[run[0]]}\N{EN DASH}{labels[run[-1]]}"
    return [Locator(label, pages[run[0]].id, pages[run[0]].main)]
