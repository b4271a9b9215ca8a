"""Where a fact is taught, in the numbers of the book; known only when all chapters have been read."""

from __future__ import annotations

from sphinx.environment import BuildEnvironment

from worksheets.facts import Place

from .collected import Entry


def place_of(env: BuildEnvironment, entry: Entry) -> Place:
    """Give chapter and section of an entry, as the contents number and name them.

    Where a section bears no number (deeper than the contents number), the section around it gives it.
    """
    chapter_number = _joined(_numbers(env, entry.docname).get(""))
    title = env.titles[entry.docname].astext() if entry.docname in env.titles else entry.docname
    section, section_title = chapter_number, entry.sections[0][1] if entry.sections else title
    for identifier, heading in entry.sections:
        if number := _joined(_numbers(env, entry.docname).get(f"#{identifier}")):
            section, section_title = number, heading
            break
    return Place(
        chapter=entry.docname,
        chapter_number=chapter_number,
        chapter_title=title,
        section=section,
        section_title=section_title,
        anchor=entry.anchor,
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
