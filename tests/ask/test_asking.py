"""Questions that are asked once for many sheets."""

from __future__ import annotations

from itertools import combinations

from ask.asking import every_question
from ask.bank import BOOK

from worksheets.asking import VARIANTS, Asker
from worksheets.facts import Event, Term
from worksheets.item_types import ITEM_TYPES, Material
from worksheets.sheet_lint import clash, lint_question, outline


def test_a_question_is_asked_once():
    """Two sheets with the same variant of a question share it, so that it is printed from the same block."""
    asker, term = Asker(BOOK, BOOK), BOOK.of_kind(Term)[0]
    one, other = (asker.ask(ITEM_TYPES["multiple-choice"], term, "definition-to-term", 1, set()) for _ in range(2))

    assert one is not None
    assert one is other


def test_variants_differ():
    """A date is asked for with its place among the options varied: early, in the middle and late (rule P1)."""
    asker, dates = Asker(BOOK, BOOK), ITEM_TYPES["multiple-choice"]
    places = set()
    for event in BOOK.of_kind(Event):
        made = [asker.ask(dates, event, "event-to-date", variant, set()) for variant in range(VARIANTS)]
        places.add(frozenset(asked.question.short_key for asked in made if asked))

    assert frozenset("ABC") in places


def test_a_set_is_made_of_facts_that_are_left():
    """Where an event of the usual set is on the sheet already, another is taken; the next sheet has the usual set."""
    asker, ordering = Asker(BOOK, BOOK), ITEM_TYPES["ordering"]
    event = BOOK["uranus"]
    usual = asker.ask(ordering, event, "titles", 0, set())
    assert usual is not None
    used = {usual.question.facts[1]}
    other = asker.ask(ordering, event, "titles", 0, used)

    assert other is not None
    assert used.isdisjoint(other.question.facts)
    assert asker.ask(ordering, event, "titles", 0, set()) is usual


def test_only_sound_questions_are_given():
    """What is asked has passed the lint."""
    asker = Asker(BOOK, BOOK)
    for kind in ITEM_TYPES.values():
        for fact in BOOK:
            for pattern in kind.patterns(fact):
                asked = asker.ask(kind, fact, pattern, 0, set())

                assert asked is None or lint_question(asked.question, BOOK) == ()


def test_outlines_overlook_no_clash():
    """Of all pairs of questions, those whose outlines are clear of each other do not clash (rule H12)."""
    questions = list(every_question(Material(BOOK, BOOK, BOOK, "seed")))
    outlines = {question.id: outline(question) for question in questions}
    clear = [(one, other) for one, other in combinations(questions, 2) if outlines[one.id].clear_of(outlines[other.id])]

    assert len(clear) > len(questions)
    assert [(one.id, other.id) for one, other in clear if clash(one, other)] == []
