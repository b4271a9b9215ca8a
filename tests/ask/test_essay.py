"""Essays, their bands and what may be credited."""

from __future__ import annotations

from dataclasses import replace

import pytest
from ask.asking import material
from ask.bank import BOOK

from worksheets.bank import FactBank
from worksheets.blueprint import blueprint_from
from worksheets.class_set import draw_class_set
from worksheets.facts import AuthoredQuestion, Figure, Group, Reading
from worksheets.item_types import ITEM_TYPES, Refusal
from worksheets.manifest import class_set_of, manifest_bytes, manifest_of, parse_manifest
from worksheets.mark_schemes import Band, Component, MarkScheme, bundled_schemes
from worksheets.questions import Indicative, MarkBand, Question
from worksheets.roster import Roster, Student
from worksheets.sheet_lint import lint_question
from worksheets.yaml_source import parse_yaml

BANDS = (Band(3, 4, "Both sides are weighed.", ("A judgement follows.",)), Band(1, 2, "One side."), Band(0, 0, "None."))
SCHEME = MarkScheme("own", "Own scheme", (Component("essay-4", "Essay", "essay", 4, bands=BANDS),))
ASKED = AuthoredQuestion(
    id="q-telescopes",
    item_type="essay",
    stem="How far did telescopes change our picture of the world?",
    worth=4,
    bands="own/essay-4",
    points=("moons of Jupiter did not turn round the Earth",),
    about=("jupiter-moons", "reflector", "copernicus-1543"),
)
FACTS = tuple(fact for fact in BOOK if fact.id in ASKED.about)


def ask(asked: AuthoredQuestion = ASKED, schemes: tuple[MarkScheme, ...] = (SCHEME,)) -> Question | Refusal:
    return ITEM_TYPES["essay"].ask(asked, "authored", replace(material(asked, *FACTS), schemes=schemes))


def essay() -> Question:
    question = ask()
    assert isinstance(question, Question)
    return question


def codes(question: Question) -> list[str]:
    return [found.code for found in lint_question(question, material(ASKED, *FACTS).book)]


def test_an_essay_holds_its_bands():
    """The key has the bands in full, from the highest to the lowest, and the sheet none of them (HI-1)."""
    question = essay()

    assert question.key.bands == "own/essay-4"
    assert question.key.mark_bands == (
        MarkBand("3-4", "Both sides are weighed.", ("A judgement follows.",)),
        MarkBand("1-2", "One side."),
        MarkBand("0", "None."),
    )
    assert "Both sides are weighed." not in question.shown
    assert codes(question) == []


def test_an_essay_credits_what_the_book_teaches():
    """The author's points and the facts that answer it, each with its place (HI-2)."""
    question = essay()

    assert question.key.points == ASKED.points
    assert question.key.indicative == (
        Indicative("Galileo discovered four moons of Jupiter (January 1610)", "jupiter-moons", FACTS[1].place),
        Indicative(
            "Reflector: a telescope that gathers light with a curved mirror", "reflector", BOOK["reflector"].place
        ),
        Indicative(
            "Copernicus (1543): the planets, and the Earth with them, circle the Sun",
            "copernicus-1543",
            BOOK["copernicus-1543"].place,
        ),
    )


NUMBER = Figure(
    id="seen", title="stars seen through the first telescope", text="Galileo saw 36 stars.", value="36", start=12
)
SERIES = Figure(
    id="mirrors",
    title="width of the largest mirror in metres",
    text="The largest mirrors grew.",
    series=(Reading("1845", 1.8, "1.8"), Reading("1917", 2.5, "2.5")),
)
BUILDERS = Group(id="builders", of="people", are="built telescopes", members=("Galileo", "Newton", "Herschel"))


def test_evidence_is_a_whole_statement_with_its_numbers_and_names():
    """A figure was credited by its title alone, a group as "people that built telescopes" (HI-2)."""
    known = (NUMBER, SERIES, BUILDERS)
    asked = replace(ASKED, about=tuple(fact.id for fact in known))
    question = ITEM_TYPES["essay"].ask(asked, "authored", replace(material(asked, *known), schemes=(SCHEME,)))
    assert isinstance(question, Question)
    book = material(asked, *known).book
    titles = tuple(Indicative(found.text, found.fact, found.place) for found in question.key.indicative)
    by_title = tuple(replace(found, text=fact.id) for found, fact in zip(titles, known, strict=True))

    assert [found.text for found in question.key.indicative] == [
        "Galileo saw 36 stars",
        "Width of the largest mirror in metres: 1845 1.8, 1917 2.5",
        "Galileo, Newton and Herschel built telescopes",
    ]
    assert lint_question(question, book) == ()
    bare = replace(question, key=replace(question.key, indicative=by_title))
    assert {found.code for found in lint_question(bare, book)} == {"item.HI-2"}


def test_what_the_class_has_not_met_is_not_credited():
    """The key names no fact of a later chapter (R11)."""
    known = material(ASKED, *FACTS)
    taught = known.book.without(["reflector"])
    question = ITEM_TYPES["essay"].ask(ASKED, "authored", replace(known, taught=taught, schemes=(SCHEME,)))

    assert isinstance(question, Question)
    assert [found.fact for found in question.key.indicative] == ["jupiter-moons", "copernicus-1543"]


def test_there_is_a_grid_to_plan_in_and_room_to_write():
    """Five lines a mark, and a grid whose cells are for notes (L4)."""
    question = essay()

    assert question.answer_lines == 20
    assert question.table is not None
    assert question.gaps == 0


@pytest.mark.parametrize(
    ("change", "schemes"),
    [
        ({}, ()),
        ({"bands": "other/essay-4"}, (SCHEME,)),
        ({"worth": 5}, (SCHEME,)),
        ({"points": (), "about": ()}, (SCHEME,)),
        ({"bands": "essay-4"}, (SCHEME, replace(SCHEME, id="second"))),
    ],
)
def test_an_essay_that_could_not_be_marked_is_refused(change, schemes):
    """No scheme at hand, an unknown one, other marks, nothing to credit, or two schemes of that name (IB-1, G28)."""
    assert isinstance(ask(replace(ASKED, **change), schemes), Refusal)


def test_an_essay_without_bands_is_not_offered():
    """The bands are the key (HI-1)."""
    assert ITEM_TYPES["essay"].patterns(replace(ASKED, bands="")) == ()


def test_a_class_set_is_read_again_without_a_scheme():
    """What is drawn with schemes as values is in the manifest whole, bands and all."""
    marked = replace(BOOK["q-essay"], bands="essay-15", about=("jupiter-moons",))
    book = FactBank(BOOK.title, (*(fact for fact in BOOK if fact.id != marked.id), marked), BOOK.chapters)
    plan = blueprint_from(parse_yaml("questions:\n  - type: essay\n    count: 1\n", "e.yaml"), "e.yaml")
    drawn = draw_class_set(book, Roster("10b", (Student("Ann"),)), plan, seed="s", schemes=bundled_schemes())
    manifest = manifest_of(drawn, bank_title=book.title, bank_sha256="0" * 64, blueprint_digest=plan.digest)
    read = class_set_of(parse_manifest(manifest_bytes(manifest), "m.json"))

    assert read == drawn
    assert [band.marks for band in read.worksheets[0].questions[0].key.mark_bands][::5] == ["13-15", "0"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"mark_bands": (MarkBand("3-4", "Both."), MarkBand("0", "None."))}, "item.IB-1"),
        ({"bands": ""}, "item.HI-1"),
        ({"points": (), "indicative": ()}, "item.G28"),
        ({"indicative": (Indicative("a ball of gas", "q-telescopes", ASKED.place),)}, "item.HI-2"),
    ],
)
def test_the_linter_finds_a_key_that_does_not_mark(change, code):
    """Bands that leave out marks, no scheme, nothing to credit, a fact that the author did not name."""
    question = essay()

    assert codes(replace(question, key=replace(question.key, **change))) == [code]


def test_the_linter_finds_too_few_lines():
    """An essay is not written on four lines (L4)."""
    assert codes(replace(essay(), answer_lines=4)) == ["item.L4"]
