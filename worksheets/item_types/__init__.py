"""Stage 4, ask: one file for each item type, and the table that lists them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ..questions import ItemTypeName
from .cloze import CLOZE
from .cloze_with_bank import CLOZE_WITH_BANK
from .item_type import ItemType, Material, Refusal
from .matching import MATCHING
from .multiple_choice import MULTIPLE_CHOICE
from .ordering import ORDERING
from .short_answer import SHORT_ANSWER
from .true_false import TRUE_FALSE

ITEM_TYPES: Mapping[ItemTypeName, ItemType] = MappingProxyType(
    {
        item_type.name: item_type
        for item_type in (MULTIPLE_CHOICE, TRUE_FALSE, CLOZE, CLOZE_WITH_BANK, MATCHING, ORDERING, SHORT_ANSWER)
    }
)

__all__ = ["ITEM_TYPES", "ItemType", "Material", "Refusal"]
