"""How the sentences of an answer may begin: words that say nothing that is asked."""

from __future__ import annotations

from ..bank import FactBank
from ..facts import Person, Term, View
from ..questions import Question
from ..words import holds
from .wording import quoted

LIMIT = "Limit:"  # how the mark point begins that earns a mark for a limit
POINTS = ("One point is that …", "Another point is that …")


def of_explanation(question: Question, book: FactBank) -> tuple[str, ...]:
    """For a cause and its effect: step by step, and a limit where one is asked for."""
    limited = any(point.startswith(LIMIT) for point in question.key.points)
    return ("First, …", "This meant that …", *(("This does not explain everything, because …",) if limited else ()))


def of_explain(question: Question, book: FactBank) -> tuple[str, ...]:
    """For a link, or for what an author wants explained."""
    return of_explanation(question, book) if question.pattern == "link" else of_points(question, book)


def of_points(question: Question, book: FactBank) -> tuple[str, ...]:
    """For what an author wants explained in two points or more; not for names that are to be listed."""
    return (
        POINTS if question.marks > 1 and any(holds(question.stem, word) for word in ("explain", "why", "how")) else ()
    )


def of_definition(question: Question, book: FactBank) -> tuple[str, ...]:
    """For a term."""
    term = book.get(question.facts[0])
    return (f"The term {quoted(term.term)} means …", "More exactly, …") if isinstance(term, Term) else ()


def of_comparison(question: Question, book: FactBank) -> tuple[str, ...]:
    """For two views, in the order in which the stem names them."""
    views = [fact for name in question.facts if isinstance(fact := book.get(name), View)]
    one, two = sorted((view.holder_label for view in views), key=question.stem.find)
    weighed = ("The evidence for this is …", "They differ most in …")
    objected = (f"An objection to {one} is that …", f"An objection to {two} is that …")
    ends = weighed if question.pattern == "argument-and-evidence" else objected
    return (f"{one} argues that …", f"{two}, however, argues that …", *ends)


def of_essay(question: Question, book: FactBank) -> tuple[str, ...]:
    """For an essay that weighs both sides."""
    return ("One argument is that …", "The evidence for this is …", "On the other hand, …", "On balance, …")


def of_odd_one(question: Question, book: FactBank) -> tuple[str, ...]:
    """For the reason why one does not belong."""
    return ("The other three …",)


def of_short_answer(question: Question, book: FactBank) -> tuple[str, ...]:
    """For whatever a short answer asks."""
    fact = book.get(question.facts[0])
    match question.pattern:
        case "explain" | "explain-with-limit":
            return of_explanation(question, book)
        case "who-was" if isinstance(fact, Person):
            return (f"{fact.full_name} {'was' if fact.known_dead else 'is known for'} …",)
        case "view" if isinstance(fact, View):
            evidence = ("The evidence for this was …",) if question.marks > 1 else ()
            return (f"{fact.holder_label} argued that …", *evidence)
        case "correct":
            return ("In fact, …",)
        case "authored":
            return of_points(question, book)
    return ()
