"""All that a stress test found, as one value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from ..askability import why_silent
from ..bank import FactBank
from ..mark_schemes import MarkScheme
from ..problems import Problem, Source
from .key_places import KeyLengths, KeyPlaces, alphabetical, guessing_faults, key_lengths, key_places
from .likeness import NearDuplicates, Reuse, near_duplicates, reuse
from .questions import Progress, trials
from .sheets import sheets

Step = Callable[[str], Progress]  # begins a step of the work


@dataclass(frozen=True, slots=True)
class Tally:
    """How many questions an item type gives, of how many facts."""

    item_type: str
    questions: int
    facts: int


@dataclass(frozen=True, slots=True)
class NotAsked:
    """A fact that no item type can ask, and why."""

    fact: str
    kind: str
    place: str  # "book/01-cells.md:31"
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StressReport:
    """What came of every question of a book and of many sheets."""

    book: str
    facts: int
    questions: int
    seeds: int
    sheets: int
    faults: tuple[Problem, ...]
    tallies: tuple[Tally, ...]
    key_places: tuple[KeyPlaces, ...]
    key_lengths: tuple[KeyLengths, ...]
    reuse: tuple[Reuse, ...]
    not_asked: tuple[NotAsked, ...]
    near_duplicates: tuple[NearDuplicates, ...]


def stress(book: FactBank, schemes: tuple[MarkScheme, ...], *, seeds: int, path: str, step: Step) -> StressReport:
    """Ask everything that can be asked, draw sheets, and judge both.

    :param seeds: under how many seeds each blueprint is drawn.
    :param path: of the bank, for faults that no single fact has.
    :param step: told what is being done; gives what is told how far it has come.
    """
    tried = list(trials(book, schemes, step("Asking every question")))
    questions = [question for trial in tried for question in trial.questions]
    faults = [fault for trial in tried for fault in trial.faults]
    drawn = 0
    for drawing in sheets(book, schemes, seeds, step("Drawing sheets")):
        faults += drawing.faults
        drawn += 1
    places, lengths = (*key_places(questions), alphabetical(questions)), key_lengths(questions)
    faults += guessing_faults(places, lengths, Source(path))
    asked = Counter(question.item_type for question in questions)
    of_facts = Counter(kind for trial in tried for kind in {question.item_type for question in trial.questions})
    return StressReport(
        book=book.title,
        facts=len(book),
        questions=len(questions),
        seeds=seeds,
        sheets=drawn,
        faults=tuple(sorted(set(faults))),
        tallies=tuple(Tally(name, count, of_facts[name]) for name, count in sorted(asked.items())),
        key_places=places,
        key_lengths=lengths,
        reuse=reuse(questions),
        not_asked=tuple(
            NotAsked(
                trial.fact.id,
                trial.fact.kind,
                str(trial.fact.source),
                trial.refusals or (why_silent(trial.fact),),
            )
            for trial in tried
            if trial.fact.weight and not trial.questions
        ),
        near_duplicates=near_duplicates(questions, book),
    )
