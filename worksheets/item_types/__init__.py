"""Stage 4, ask: one file for each item type, and the table that lists them.

A type is known to the rest of the tool by its line here: blueprints, sheets, keys and the linter ask its record.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ..questions import ItemTypeName
from .cause_and_effect import CAUSE_AND_EFFECT
from .cloze import CLOZE
from .cloze_passage import CLOZE_PASSAGE
from .cloze_with_bank import CLOZE_WITH_BANK
from .compare_views import COMPARE_VIEWS
from .crossword import CROSSWORD
from .define import DEFINE
from .essay import ESSAY
from .explain import EXPLAIN
from .fill_the_table import FILL_THE_TABLE
from .find_the_mistakes import FIND_THE_MISTAKES
from .item_type import ItemType, Material, Pattern, Refusal
from .match_claim_and_evidence import MATCH_CLAIM_AND_EVIDENCE
from .matching import MATCHING
from .multiple_answer import MULTIPLE_ANSWER
from .multiple_choice import MULTIPLE_CHOICE
from .odd_one_out import ODD_ONE_OUT
from .ordering import ORDERING
from .read_the_chart import READ_THE_CHART
from .retrieval_grid import RETRIEVAL_GRID
from .short_answer import SHORT_ANSWER
from .sort_causes import SORT_CAUSES
from .sorting import SORTING
from .source_question import SOURCE_QUESTION
from .timeline import TIMELINE
from .true_false import TRUE_FALSE
from .who_is_it import WHO_IS_IT
from .word_search import WORD_SEARCH

# In the order in which they are offered to a teacher.
_TABLE: dict[ItemTypeName, ItemType] = {
    item_type.name: item_type
    for item_type in (
        MULTIPLE_CHOICE,
        MULTIPLE_ANSWER,
        TRUE_FALSE,
        CLOZE,
        CLOZE_WITH_BANK,
        MATCHING,
        CAUSE_AND_EFFECT,
        MATCH_CLAIM_AND_EVIDENCE,
        ORDERING,
        TIMELINE,
        FILL_THE_TABLE,
        ODD_ONE_OUT,
        SORTING,
        SORT_CAUSES,
        WHO_IS_IT,
        DEFINE,
        SHORT_ANSWER,
        EXPLAIN,
        READ_THE_CHART,
        COMPARE_VIEWS,
        SOURCE_QUESTION,
        ESSAY,
        FIND_THE_MISTAKES,
        CLOZE_PASSAGE,
        RETRIEVAL_GRID,
        CROSSWORD,
        WORD_SEARCH,
    )
}
ITEM_TYPES: Mapping[ItemTypeName, ItemType] = MappingProxyType(_TABLE)

__all__ = ["ITEM_TYPES", "ItemType", "Material", "Pattern", "Refusal"]
