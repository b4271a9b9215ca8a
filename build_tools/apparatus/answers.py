"""The questions with which readers check themselves, over the whole book, and the place where their keys stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx.environment import BuildEnvironment

from worksheets.facts import AuthoredQuestion
from worksheets.mark_schemes import FOLDER, MarkScheme, bundled_schemes, read_schemes
from worksheets.problems import Faults

from ..collected import Asked, Entry
from ..places import book_order
from .boxes import CHECK

if TYPE_CHECKING:
    from ..domain import FactDomain

ANSWER = "answer-"  # before the name of a question: the id of its key at the back


@dataclass(frozen=True, slots=True)
class Checked:
    """A question that is answered at the back."""

    entry: Entry
    asked: Asked

    @property
    def question(self) -> AuthoredQuestion:
        """The question itself."""
        assert isinstance(self.entry.fact, AuthoredQuestion)
        return self.entry.fact


def checked_questions(env: BuildEnvironment, domain: FactDomain) -> Iterator[Checked]:
    """Give all questions in ``check-yourself`` in the order of the book."""
    for docname in book_order(env):
        chapter = domain.chapters.get(docname)
        if chapter is None:
            continue
        entries = {entry.anchor: entry for entry in chapter.entries}
        for asked in chapter.asked:
            if asked.box == CHECK and asked.anchor in entries:
                yield Checked(entries[asked.anchor], asked)


def answers_document(domain: FactDomain) -> str:
    """Name the document where the keys stand; nothing where there is none."""
    return next(
        (
            docname
            for docname, chapter in sorted(domain.chapters.items())
            if any(listing.name == "answers" for listing in chapter.listings)
        ),
        "",
    )


def schemes_of(env: BuildEnvironment, domain: FactDomain) -> tuple[MarkScheme, ...]:
    """Give the mark schemes at hand; faults in the book's own are told elsewhere."""
    try:
        return read_schemes(domain.root / (env.config.worksheets_mark_schemes or FOLDER))
    except Faults:
        return bundled_schemes()
