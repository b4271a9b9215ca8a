"""What an item type is: a record of functions, not a class to inherit from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..bank import FactBank
from ..facts import Fact
from ..questions import ItemTypeName, Question


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


@dataclass(frozen=True)
class Refusal:
    """Why a fact cannot be asked in this way; not an error, the sampler goes on to the next."""

    reason: str  # for a teacher: "fewer than two other sentencing bodies to choose wrong answers from"
    rule: str = ""  # "G35"


@dataclass(frozen=True)
class ItemType:
    """One kind of question. ``ask`` never returns a question that it cannot key."""

    name: ItemTypeName
    title: str  # section heading on the sheet: "Multiple choice"
    instruction: str  # under the heading: "Tick one box for each question."
    patterns: Callable[[Fact], tuple[str, ...]]  # the ways in which this fact might be asked; cheap, looks at it alone
    ask: Callable[[Fact, str, Material], Question | Refusal]
    takes: str  # for help and manual: what it is made from, "terms, events, people, views, figures"
