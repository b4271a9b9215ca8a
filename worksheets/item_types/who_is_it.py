"""Who is it: a person or a term by clues that are read one at a time; the sooner it is named, the more marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from ..bank import FactBank
from ..fact_texts import texts
from ..facts import Fact, Person, Term
from ..item_rules import clues
from ..plain_text import GAP_RULE, INDENT, indented
from ..questions import ItemTypeName, Key, Question, letter
from ..words import alike, bare_date, begins_with_verb, content, holds
from .assembly import build
from .cloze import SPELLING
from .drawing import Draw
from .giveaways import recalled, spellings_of
from .item_type import ItemType, Material, Pattern, Refusal
from .names import names
from .wording import capital

NAME: Final[ItemTypeName] = "who-is-it"
CLUES = 3  # and so three marks, two, one
FEWEST = 2  # clues of a term, whose points are fewer
OF_ITS_OWN = 3  # words of the first of them, articles and the like not counted: a shorter one is half of a phrase


def person(found: Person, material: Material) -> Question | Refusal:
    """Three of the clues from hard to easy, the easiest among them; none says "he" or "she" (rule G25).

    A clue that says little more than a date is not worth three marks, for nobody could name one person from it.
    """
    draw = Draw(material, NAME, "person", found)
    *harder, easiest = found.clues
    if any(_told_of(easiest, other) for other in material.book.of_kind(Person) if other != found):
        return Refusal(f"its easiest clue, “{easiest}”, is told of somebody else as well", "H11")
    harder = [clue for clue in harder if not bare_date(clue)]
    if len(harder) < CLUES - 1:
        return Refusal("fewer than three of its clues say more than a date", "G28")
    kept = draw.order(harder, str, "clues")[: CLUES - 1]
    chosen = [*(clue for clue in harder if clue in kept), easiest]
    return clued(draw, found, found.full_name, chosen, "Who is it?", material.book)


def term(found: Term, material: Material) -> Question | Refusal:
    """The first mark points of a term, in their author's order: a later one may lean on an earlier one."""
    draw = Draw(material, NAME, "term", found)
    if found.not_with or any(found.id in other.not_with for other in material.book.of_kind(Term)):
        return Refusal("its mark points may be said of a term that is nearly the same", "H11")
    points = [point for point in found.marks if not any(content(name) <= content(point) for name in names(found))]
    if len(points) < FEWEST or any(alike(*two) for two in combinations(points, 2)):
        return Refusal("fewer than two of its mark points leave its name out and say different things", "G28")
    chosen = points[:CLUES]
    if bare_date(chosen[0]):
        return Refusal(f"its first mark point, “{chosen[0]}”, says little more than a date", "G28")
    if len(content(chosen[0])) < OF_ITS_OWN:
        return Refusal(f"its first mark point, “{chosen[0]}”, is too short to tell it from others", "G28")
    if begins_with_verb(chosen[0]):
        return Refusal(f"its first mark point, “{chosen[0]}”, does not say what sort of thing is meant", "G9")
    others = (other for other in material.book.of_kind(Term) if other != found)
    if any(all(_told_of(point, other) for point in chosen) for other in others):
        return Refusal("all its mark points are told of another term as well", "H11")
    return clued(draw, found, found.term, chosen, "Which term is it?", material.book)


def clued(draw: Draw, fact: Fact, name: str, chosen: Sequence[str], stem: str, book: FactBank) -> Question:
    """The question, worth as many marks as there are clues."""
    answer, *accept = spellings_of(book, name)
    secrets, pairs = recalled(book, names(fact), *chosen)
    return build(
        draw,
        (fact,),
        stem=stem,
        marks=len(chosen),
        key=Key(answer, accept=tuple(accept), notes=(scale(len(chosen)), SPELLING)),
        rows=tuple(map(capital, chosen)),
        secrets=secrets,
        pairs=pairs,
    )


def scale(number: int) -> str:
    """How many marks there are beside each clue, for the key."""
    first, *later = (f"({letter(index).lower()})" for index in range(number))
    steps = (f"{number - index} at {place}" for index, place in enumerate(later, start=1))
    return f"{number} marks at {first}, {', '.join(steps)}; wrong names cost nothing."


def _told_of(clue: str, other: Fact) -> bool:
    """Whether the book says as much of another person or term."""
    return any(holds(text, clue) for text in texts(other))


def _covered(question: Question) -> Iterator[str]:
    """Each clue with a rule for a name and its marks."""
    for index, row in enumerate(question.rows):
        yield from indented(row, f"({letter(index).lower()}) ")
        yield f"{INDENT}{INDENT}{GAP_RULE} ({question.marks - index})"


WHO_IS_IT = ItemType(
    name=NAME,
    title="Who or what is it?",
    instruction=(
        "Cover the clues and uncover them one at a time. Write a name beside each clue before you uncover the next: "
        "the sooner the right one stands there, the more marks."
    ),
    takes="people with three clues, and terms with two mark points",
    demand=0.55,
    pace=0.75,
    ways=(
        Pattern(
            "person", Person, lambda found: len(found.clues) >= CLUES and found.playable and not found.disputed, person
        ),
        Pattern(
            "term",
            Term,
            lambda found: (
                len(found.marks) >= FEWEST and not found.transparent and found.playable and not found.disputed
            ),
            term,
        ),
    ),
    rules=(clues.worth, clues.untold, clues.sort_of_thing, clues.one_answer),
    recalled=True,
    text=_covered,
    key_text=lambda question: (question.key.answer,),
)
