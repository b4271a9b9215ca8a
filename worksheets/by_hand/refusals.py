"""Why a fact cannot be asked on a sheet as it is, in words for a teacher."""

from __future__ import annotations

from ..drafting import Draft
from ..facts import Fact
from ..fitting import full
from ..item_types import ITEM_TYPES


def why_not(draft: Draft, fact: Fact) -> tuple[str, ...]:
    """For each part that asks facts of this kind what stands against it there."""
    reasons: list[str] = []
    place = draft.ground.pool.facts.index(fact)
    for index, questions in draft.filled.items():
        part = draft.ground.blueprint.parts[index]
        kind = ITEM_TYPES[part.item_type]
        patterns = kind.patterns(fact)
        if patterns and index not in draft.ground.pool.parts[place]:
            reasons.append(f"the part of {kind.name} does not ask about its chapter")
        elif patterns and full(part, questions):
            reasons.append(f"{kind.name} is full of other pinned facts")
        elif patterns:
            found = [draft.ground.asker.refusal(kind, fact, pattern) for pattern in patterns]
            other = (
                f"as {kind.name} it has another level or more marks than the part, or clashes with other pinned facts"
            )
            reasons.append(other if "" in found else f"as {kind.name}: {', '.join(dict.fromkeys(found))}")
    return tuple(dict.fromkeys(reasons))
