"""Stage 4 for many sheets: each question is asked and judged once, whatever sheets it is on (rule S6)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from .ages import Ages
from .bank import FactBank
from .facts import Fact
from .item_types import ItemType, Material, Refusal
from .mark_schemes import MarkScheme
from .questions import Difficulty, ItemTypeName, Question
from .sheet_lint import Outline, lint_question, outline

# In how many forms a question comes, of different wording, wrong answers and place of the key. So many that neighbours
# who have a question in common mostly see another form of it, and that few keys (one in 27) stand in one place in all
# of them; so few that a class, and the classes after it, meet the same blocks again, which are typeset only once. For a
# variant depends on the book and on what is taught, on no seed.
VARIANTS = 4


@dataclass(frozen=True, slots=True)
class Asked:
    """A sound question, and what of it shows quickly that it does not clash with another."""

    question: Question
    outline: Outline


class Asker:
    """Asks questions from one book to one class, and remembers them."""

    def __init__(
        self, book: FactBank, taught: FactBank, schemes: tuple[MarkScheme, ...] = (), ages: Ages | None = None
    ) -> None:
        self.book = book
        material = Material(book=book, taught=taught, asked=taught, seed="", schemes=schemes, ages=ages)
        self._variants = [replace(material, variant=variant) for variant in range(VARIANTS)]
        self._known: dict[tuple[ItemTypeName, str, str, int, int, Difficulty | None], Asked | None] = {}

    def ask(
        self,
        kind: ItemType,
        fact: Fact,
        pattern: str,
        variant: int,
        used: Collection[str],
        size: int = 0,
        difficulty: Difficulty | None = None,
    ) -> Asked | None:
        """The question about a fact, made of no fact that is used already; nothing if it cannot be asked soundly.

        :param variant: 0 to ``VARIANTS`` - 1.
        :param used: ids of the facts that may not be asked any more.
        :param size: of the question, as :class:`~worksheets.blueprint.Part` has it.
        """
        name = (kind.name, pattern, fact.id, variant, size, difficulty)
        material = self._variants[variant]
        if size or difficulty:
            material = replace(material, size=size, difficulty=difficulty)
        if name not in self._known:
            self._known[name] = self._judged(kind, fact, pattern, material)
        known = self._known[name]
        if known is None or known.outline.facts.isdisjoint(used):
            return known
        return self._judged(kind, fact, pattern, replace(material, asked=material.taught.without(used)))

    def refusal(self, kind: ItemType, fact: Fact, pattern: str) -> str:
        """Why a fact is not asked in this way even on an empty sheet; nothing if it is."""
        reason = ""
        for material in self._variants:
            question = kind.ask(fact, pattern, material)
            if isinstance(question, Refusal):
                reason = question.reason
            elif found := lint_question(question, self.book):
                reason = found[0].what
            else:
                return ""
        return reason

    def _judged(self, kind: ItemType, fact: Fact, pattern: str, material: Material) -> Asked | None:
        question = kind.ask(fact, pattern, material)
        if isinstance(question, Refusal) or lint_question(question, self.book):
            return None
        return Asked(question, outline(question))
