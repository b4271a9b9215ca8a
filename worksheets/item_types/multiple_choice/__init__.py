"""Multiple choice: one right answer among three. The patterns stand in the table, one file for each pair."""

from __future__ import annotations

from ...item_rules import also_true, choices, companions, tenses, truths
from ..easing import Easing
from ..item_type import ItemType
from . import authored, event_date, fate, figure, link, person_role, term_definition, view
from .choice import MULTIPLE_CHOICE as NAME

PATTERNS = (
    *term_definition.PATTERNS,
    *event_date.PATTERNS,
    *person_role.PATTERNS,
    *fate.PATTERNS,
    *view.PATTERNS,
    *link.PATTERNS,
    *figure.PATTERNS,
    *authored.PATTERNS,
)

MULTIPLE_CHOICE = ItemType(
    name=NAME,
    title="Multiple choice",
    instruction="Tick one box for each question.",
    takes="terms, events, people, views, links, figures and authored choices",
    graded="how like the wrong answers are to the right one",
    demand=0.35,
    ways=PATTERNS,
    rules=(*choices.RULES, *companions.RULES, truths.right_option, also_true.wrong_options, tenses.gone),
    easing=Easing(fewer_options=True, others_known="Write down what you know about each of the other answers."),
)
