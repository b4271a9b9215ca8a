"""Finding the mark scheme that a question names: a teacher's own first, then those that come with the tool."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from ..problems import Faults, Problem, Source
from ..yaml_source import parse_yaml
from .reading import mark_scheme_from, read_mark_scheme
from .scheme import Component, MarkScheme

FOLDER = "mark-schemes"  # of own schemes, beside a blueprint or conf.py

Found = tuple[MarkScheme, Component]


@lru_cache(maxsize=1)
def bundled_schemes() -> tuple[MarkScheme, ...]:
    """The schemes that come with the tool, in the order of their ids."""
    folder = files("worksheets") / "mark_schemes" / "bundled"
    found = [
        mark_scheme_from(parse_yaml(entry.read_text("utf-8"), entry.name), entry.name, own=False)
        for entry in folder.iterdir()
        if entry.name.endswith(".yaml")
    ]
    return tuple(sorted(found, key=lambda scheme: scheme.id))


def schemes_beside(path: Path) -> tuple[MarkScheme, ...]:
    """The schemes at hand for a blueprint, or for the book of a conf.py: own ones lie in a folder beside that file.

    :raises Faults: as ``read_schemes``.
    """
    return read_schemes(path.parent / FOLDER)


def read_schemes(folder: Path) -> tuple[MarkScheme, ...]:
    """Own schemes, the ``.yaml`` files of a folder, and behind them those that come with the tool.

    A folder that is not there holds none. An own scheme takes the place of a bundled one with the same id.

    :raises Faults: with every fault of every file at once.
    """
    own: list[MarkScheme] = []
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            own.append(read_mark_scheme(path))
        except Faults as found:
            problems.extend(found.problems)
    if problems:
        raise Faults(problems)
    replaced = {scheme.id for scheme in own}
    return (*own, *(scheme for scheme in bundled_schemes() if scheme.id not in replaced))


def matching(name: str, schemes: Iterable[MarkScheme]) -> tuple[Found, ...]:
    """The components that a name means: one, or none, or several that share a short id.

    :param name: "ib-history-paper-2/essay-15", or "essay-15" alone; own schemes come before others in that.
    """
    scheme_id, slash, component_id = name.strip().rpartition("/")
    found = tuple(
        (scheme, component)
        for scheme in schemes
        if not slash or scheme.id == scheme_id
        for component in scheme.components
        if component.id == component_id
    )
    return tuple(match for match in found if match[0].own) or found


def nearest(name: str, schemes: Iterable[MarkScheme]) -> str:
    """The name of a component that is most like a misspelt one; empty if none is like it."""
    every = [(scheme.id, component.id) for scheme in schemes for component in scheme.components]
    known = [f"{scheme}/{component}" for scheme, component in every] if "/" in name else [short for _, short in every]
    close = difflib.get_close_matches(name.strip().lower(), known, n=1)
    return close[0] if close else ""


def find_scheme(name: str, schemes: Iterable[MarkScheme] | None = None) -> Found:
    """The component that a name means, with its scheme.

    :param schemes: those at hand; the bundled ones if nothing is given.
    :raises Faults: if there is none of that name, or more than one.
    """
    at_hand = bundled_schemes() if schemes is None else tuple(schemes)
    found = matching(name, at_hand)
    if len(found) == 1:
        return found[0]
    if found:
        what = f'"{name}" stands in several mark schemes'
        mend = "write " + " or ".join(f'"{scheme.id}/{component.id}"' for scheme, component in found)
    else:
        close = nearest(name, at_hand)
        what = f'there is no mark scheme "{name}"'
        mend = f'write "{close}"' if close else "`worksheets schemes` lists those there are"
    raise Faults([Problem(Source(name), what, mend, "mark-scheme.unknown")])
