"""Where a fact is taught, in the numbers of the book; known only when all chapters have been read."""

from __future__ import annotations

from collections.abc import Sequence

from sphinx.environment import BuildEnvironment

from worksheets.facts import Place

from .collected import Entry


def place_of(env: BuildEnvironment, entry: Entry) -> Place:
    """Give chapter and section of an entry, as the contents number and name them."""
    return place_at(env, entry.docname, entry.anchor, entry.sections)


def place_at(env: BuildEnvironment, docname: str, anchor: str, sections: Sequence[tuple[str, str]]) -> Place:
    """Give chapter and section of an anchor.

    Where a section bears no number (deeper than the contents number), the section around it gives it.

    :param sections: id and title of the sections around it, innermost first.
    """
    chapter_number = _joined(_numbers(env, docname).get(""))
    title = env.titles[docname].astext() if docname in env.titles else docname
    section, section_title = chapter_number, sections[0][1] if sections else title
    for identifier, heading in sections:
        if number := _joined(_numbers(env, docname).get(f"#{identifier}")):
            section, section_title = number, heading
            break
    return Place(
        chapter=docname,
        chapter_number=chapter_number,
        chapter_title=title,
        section=section,
        section_title=section_title,
        anchor=anchor,
    )


def book_order(env: BuildEnvironment) -> list[str]:
    """Give all document names in the order of the contents; those outside it come last, by name."""
    met: dict[str, None] = {}

    def walk(docname: str) -> None:
        if docname in met:
            return
        met[docname] = None
        for child in env.toctree_includes.get(docname, ()):
            walk(child)

    walk(env.config.root_doc)
    return [*met, *sorted(env.found_docs - met.keys())]


def _numbers(env: BuildEnvironment, docname: str) -> dict[str, tuple[int, ...]]:
    numbers: dict[str, tuple[int, ...]] = env.toc_secnumbers.get(docname, {})
    return numbers


def _joined(number: tuple[int, ...] | None) -> str:
    return ".".join(map(str, number or ()))
