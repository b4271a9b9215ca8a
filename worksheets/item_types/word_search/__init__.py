"""Word search: words hidden in a square of letters, to be found from their clues."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from types import MappingProxyType
from typing import Final

from ...facts import Fact, Person, Statement, Term
from ...item_rules import puzzles
from ...questions import Difficulty, ItemTypeName, Key, Question, QuestionPart
from ..assembly import build
from ..clues import Clue, clue_of, gathered, given_away, how_to_write, suits
from ..drawing import Draw
from ..item_type import ItemType, Material, Pattern, Refusal
from .letter_grid import BY_DIFFICULTY, hide
from .picture import plain, solved

NAME: Final[ItemTypeName] = "word-search"
FEWEST, USUAL, MOST = 5, 8, 12  # words


def word_search(fact: Fact, material: Material) -> Question | Refusal:
    """A word search that grows from one clue."""
    draw = Draw(material, NAME, fact.kind, fact)
    first = clue_of(material.book, fact)
    if first is None:
        return Refusal("its clue tells the answer, or fits another name of as many letters", "H11")
    few = Refusal(f"fewer than {material.size or FEWEST} words can be hidden beside each other", "G35")
    found = list(islice(_one_way(gathered(draw, material, first)), material.size or USUAL))
    if len(found) < (material.size or FEWEST):
        return few
    found = draw.order(found, lambda clue: clue.fact.id, "order")
    grid = hide(tuple(clue.letters for clue in found), BY_DIFFICULTY[draw.difficulty], draw.large)
    if grid is None:
        return few
    return build(
        draw,
        (fact, *(clue.fact for clue in found if clue.fact.id != fact.id)),
        stem="Find the words that the clues mean. Ring each in the square and write it after its clue.",
        marks=len(found),
        key=Key("", notes=(RINGED,), drawing=solved(grid, tuple(clue.answer for clue in found))),
        instruction=f"{WAYS[draw.difficulty or 'medium']} {how_to_write(found)}",
        drawing=plain(grid),
        parts=tuple(
            QuestionPart(clue.text, 1, Key(clue.answer), answer_lines=1, place=clue.fact.place) for clue in found
        ),
        clues=EASED[draw.difficulty or "medium"],
        **given_away(found),
    )


def _one_way(clues: Iterable[Clue]) -> Iterator[Clue]:
    """Those whose letters are, read backwards, neither inside another's nor their own."""
    kept: list[Clue] = []
    for clue in clues:
        turned = clue.letters[::-1]
        if not any(turned in other.letters or other.letters in turned for other in (*kept, clue)):
            kept.append(clue)
            yield clue


WAYS: Mapping[Difficulty, str] = MappingProxyType(
    {
        "easy": "They run to the right or down.",
        "medium": "They run to the right, down or diagonally, never backwards.",
        "hard": "They run in all directions, backwards too.",
    }
)
# Directions that need not be searched are worth about as much as a clue.
EASED: Mapping[Difficulty, int] = MappingProxyType({"easy": 2, "medium": 1, "hard": 0})
RINGED = "A word that is written but not ringed has its mark."

WORD_SEARCH = ItemType(
    name=NAME,
    title="Word search",
    instruction="The bracket after a clue says how many letters the words have.",
    takes="terms, people and statements with a name in a gap; five or more",
    ways=tuple(Pattern(kind.kind, kind, suits, word_search) for kind in (Term, Person, Statement)),
    rules=(puzzles.clues, puzzles.word_search),
    recalled=True,
    graded="the directions in which words run: two for easy, four for medium, all eight for hard",
    demand=0.5,
    precedence=4,
    most=4,
    sizes=(USUAL, *(size for size in range(FEWEST, MOST + 1) if size != USUAL)),
)
