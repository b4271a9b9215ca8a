"""What an item type is: a record of functions, not a class to inherit from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import Any, Generic, TypeVar

from .. import plain_text
from ..ages import Ages
from ..bank import FactBank
from ..facts import KINDS, Fact
from ..item_rules.finding import Rule
from ..mark_schemes import MarkScheme
from ..questions import Difficulty, ItemTypeName, Question
from .easing import NO_EASING, Easing

F = TypeVar("F", bound=Fact)

MOST_QUESTIONS = 200  # of one part of a blueprint: a bound against slips of the finger, not a promise


@dataclass(frozen=True)
class Material:
    """What a question may be made of."""

    book: FactBank  # every fact: what is true is decided against the whole book (rule H11)
    taught: FactBank  # what the class has met: distractors and spares come from here (rule R11)
    asked: (
        FactBank  # what this sheet may still ask: taught and not used yet; questions of several facts take it from here
    )
    seed: str  # everything that is chosen in a question is chosen by rank under it
    variant: int = 0  # which of several questions alike; they differ in wording, wrong answers and place of the key
    schemes: tuple[MarkScheme, ...] = ()  # by which essays are marked
    ages: Ages | None = None  # when what was taught, where the blueprint says so
    size: int = 0  # one of ``ItemType.sizes`` where the blueprint names one
    difficulty: Difficulty | None = None  # as hard as the facts allow; types that are not `graded` take no notice


@dataclass(frozen=True)
class Refusal:
    """Why a fact cannot be asked in this way; not an error, the sampler goes on to the next."""

    reason: str  # for a teacher: "fewer than two other sentencing bodies to choose wrong answers from"
    rule: str = ""  # "G35"


@dataclass(frozen=True)
class Pattern(Generic[F]):
    """One way in which an item type asks about one kind of fact.

    ``suits`` looks at the fact alone and is cheap; ``ask`` looks at the bank and may still refuse. It never returns a
    question that it cannot key.
    """

    name: str  # "event-to-date"; one with a verdict, "role/true", takes turns with its counterpart, "role/false"
    kind: type[F]
    suits: Callable[[F], bool]
    ask: Callable[[F, Material], Question | Refusal]


@dataclass(frozen=True, kw_only=True)
class ItemType:
    """One kind of question and all that sheets, keys, blueprints and the linter need to know about it.

    Its templates bear its name: ``templates/items/<name>.html.j2`` and ``<name>.key.html.j2``.
    """

    name: ItemTypeName
    title: str  # section heading on the sheet: "Multiple choice"
    instruction: str  # under the heading: "Tick one box for each question."
    takes: str  # for help and manual: what it is made from, "terms, events, people, views, figures"
    ways: tuple[Pattern[Any], ...]  # in which it asks
    rules: tuple[Rule, ...] = ()  # of its own, from `item_rules`; the linter applies them, no function here calls them
    recalled: bool = False  # whether the words of the answer stand nowhere: two such answers are never the same (H12)
    marked: bool = True  # False for what is only handed out, such as cards to cut up
    precedence: int = 0  # questions of several facts are harder to place: parts with a higher number choose first
    most: int = MOST_QUESTIONS  # questions of one part of a blueprint
    sizes: tuple[
        int, ...
    ] = ()  # among which a blueprint may choose, such as the words of a crossword; the usual one first
    graded: str = ""  # what makes its questions easy or hard if a blueprint asks for that; empty if nothing can
    demand: float = 0.5  # difficulty of its ordinary question, see `difficulty`
    pace: float = 1.0  # minutes for a mark, see `difficulty`
    easing: Easing = NO_EASING  # what sheets with more help or less may do with it
    text: Callable[[Question], Iterator[str]] = plain_text.body  # between stem and answer lines of the plain text
    key_text: Callable[[Question], tuple[str, ...]] = plain_text.key_head  # how its entry in the plain key begins
    short_key: Callable[[Question], str] = attrgetter("short_key")  # for the grid of a class

    def patterns(self, fact: Fact) -> tuple[str, ...]:
        """The names of the ways in which this fact might be asked; cheap, looks at it alone."""
        if fact.weight == 0:
            return ()
        return tuple(pattern.name for pattern in self._by_kind[type(fact)] if pattern.suits(fact))

    def ask(self, fact: Fact, pattern: str, material: Material) -> Question | Refusal:
        """Ask about the fact in one of these ways."""
        if fact.weight == 0:
            return Refusal("its author keeps it out of worksheets", "H14")
        if material.taught.get(fact.id) is None:
            return Refusal("the class has not met it yet", "R11")
        if pattern not in self.patterns(fact):
            return Refusal(f"a {fact.kind} like this is not asked as {self.name}, {pattern}")
        return self._by_name[pattern].ask(fact, material)

    @cached_property
    def _by_name(self) -> Mapping[str, Pattern[Any]]:
        return {pattern.name: pattern for pattern in self.ways}

    @cached_property
    def _by_kind(self) -> Mapping[type[Fact], tuple[Pattern[Any], ...]]:
        return {kind: tuple(way for way in self.ways if issubclass(kind, way.kind)) for kind in KINDS.values()}
