"""Flash cards: what stands on the front and on the back, for each kind of fact that has a card."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from ..facts import NOWHERE, Event, Fact, Link, Person, Term, View
from ..item_types.explanations import agreed
from ..item_types.wording import capital, fragment, sentence
from ..problems import Source
from ..words import alike


@dataclass(frozen=True, slots=True)
class FlashCard:
    """A card with its two sides."""

    fact: str  # id of the fact it comes from
    kind: str  # in small type on both sides: "Term"
    head: str  # what the front shows
    prompt: str  # what is to be remembered of it: "Date and significance?"
    answer: str  # the first thing on the back
    more: tuple[str, ...] = ()  # what follows there
    place: str = ""  # where the book teaches it, for the edition on this paper
    source: Source = field(default=NOWHERE, compare=False)


def flash_card(fact: Fact, paper: str) -> FlashCard:
    """Make the card of a fact.

    :param paper: "a4" or "letter", the edition of the book whose pages it names.
    :raises KeyError: if facts of its kind have no cards.
    """
    return FACES[fact.kind](fact, fact.id, fact.place.label(paper), fact.source)


def _term(term: Term, *where: Any) -> FlashCard:
    return _card("Term", capital(term.term), "Meaning?", sentence(term.definition), (), *where)


def _event(event: Event, *where: Any) -> FlashCard:
    prompt = "Date and significance?" if event.why else "Date?"
    why = (sentence(event.why),) if event.why else ()
    return _card("Event", capital(event.title), prompt, capital(event.date_label), why, *where)


def _person(person: Person, *where: Any) -> FlashCard:
    prompt = "Role and fate?" if person.fate else "Role?"
    told = not person.fate or alike(person.role, person.fate)  # a role may hold the fate
    fate = () if told else (sentence(f"{person.full_name} {person.fate}"),)
    return _card("Person", person.full_name, prompt, sentence(person.role), fate, *where)


def _link(link: Link, *where: Any) -> FlashCard:
    """A link that is not agreed on is reported, with what is said against it (rule G36)."""
    told = f"{fragment(link.cause)} {fragment(link.effect)}"
    how = (sentence(link.how),) if link.how else ()
    if agreed(link):
        return _card("Cause", capital(link.cause), "Effect?", sentence(told), how, *where)
    limit = (f"Against this: {fragment(link.limit)}.",) if link.limit else ()
    prompt = "Effect, as some people argue?"
    return _card("Cause", capital(link.cause), prompt, f"Some people argue that {told}.", (*how, *limit), *where)


def _view(view: View, *where: Any) -> FlashCard:
    """The back names the holder too: seen alone it must not state as settled what is disputed (rule HI-3)."""
    prompt = f"What was argued on the question of {fragment(view.on)}?" if view.on else "What was argued?"
    evidence = (f"Evidence: {fragment(view.evidence)}.",) if view.evidence else ()
    told = f"{view.holder_label} argued that {fragment(view.thesis)}."
    return _card("View", view.holder_label, prompt, told, evidence, *where)


def _card(
    kind: str, head: str, prompt: str, answer: str, more: tuple[str, ...], fact: str, place: str, source: Source
) -> FlashCard:
    return FlashCard(fact, kind, head, prompt, answer, more, place, source)


# Kind of fact -> what makes its card.
FACES: Mapping[str, Callable[..., FlashCard]] = MappingProxyType(
    {Term.kind: _term, Event.kind: _event, Person.kind: _person, Link.kind: _link, View.kind: _view}
)
