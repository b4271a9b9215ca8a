"""A worksheet and a profile become another worksheet. Pure, and no choice in it depends on who the student is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from ..bank import FactBank
from ..profiles import Profile, Scaffold
from ..worksheet import Worksheet
from .fewer_options import with_fewer_options
from .first_letters import with_first_letters
from .glossary import with_glossary
from .starters import with_starters
from .stretch import stretched
from .word_bank import with_word_banks

# In this order: first letters are given where no words are offered, and a glossary explains no word that is.
STEPS: Mapping[Scaffold, Callable[[Worksheet, FactBank], Worksheet]] = MappingProxyType(
    {
        "fewer options": with_fewer_options,
        "word bank": with_word_banks,
        "first letters": with_first_letters,
        "sentence starters": with_starters,
        "glossary": with_glossary,
    }
)


def adapt(worksheet: Worksheet, profile: Profile, book: FactBank) -> Worksheet:
    """Give a worksheet the help that a profile asks for, or take help from it.

    What would break a rule of its item type, give another answer away or tell its own is left out: the question
    then stands as it does on the usual sheet.

    :param book: the whole book that the sheet was made from.
    :return: the same questions in the same order, with the same marks; the same worksheet where nothing is to be done.
    """
    if profile.tier == "stretch":
        worksheet = stretched(worksheet, book)
    for scaffold, step in STEPS.items():
        if scaffold in profile.helps:
            worksheet = step(worksheet, book)
    return worksheet
