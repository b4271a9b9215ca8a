"""Multiple choice: the key, the distractors and their order."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import replace

from ask.asking import ask, asked, every_question, material
from ask.bank import BOOK, EVENTS, LINKS, VIEWS, event, person, term
from ask.strategies import materials, seeds
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from worksheets.bank import FactBank
from worksheets.dates import Date
from worksheets.facts import AuthoredQuestion, Event, Fact, Figure, Person, Term, View
from worksheets.item_types import ITEM_TYPES, Material, Refusal
from worksheets.item_types.distractors import Candidate
from worksheets.item_types.drawing import Draw
from worksheets.item_types.multiple_choice.choice import permuted
from worksheets.item_types.numbers import Number
from worksheets.questions import Question, letter
from worksheets.words import fold

many = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


def of_class(category: str) -> list[Fact]:
    return [fact for fact in BOOK if isinstance(fact, Term | Person | Event) and fact.category == category]


STAGES = of_class("stage in the life of a star")


def of_book(seed: str) -> Material:
    return Material(BOOK, BOOK, BOOK, seed)


def also_right(book, fact: Fact, option: str) -> bool:
    """Whether the book makes an option right for a fact: worked out here, not asked of the generator."""
    others = [other for other in book if other.id == fact.id or book.also_true(fact, other)]
    if isinstance(fact, Term):
        others += [other for other in book.of_kind(Term) if fold(other.term) == fold(fact.term)]
    if isinstance(fact, Person):
        others += [other for other in book.of_kind(Person) if fold(other.full_name) == fold(fact.full_name)]
    told = set()
    for other in others:
        match other:
            case Term():
                told |= {other.term, other.definition}
            case Person():
                told |= {other.full_name, other.role, other.fate, *other.fates}
            case Event():
                told |= {other.title, other.clause}
                told |= {str(year) for year in range(other.years[0], other.years[1] + 1)}
            case View():
                told |= {other.holder_label, other.thesis}
    return fold(option) in {fold(text) for text in told}


@many
@given(materials())
def test_a_distractor_is_never_also_right(material):
    """No wrong option is true of the fact asked about by any fact of the book (H11)."""
    for question in every_question(material, "multiple-choice"):
        fact = material.book[question.facts[0]]
        wrong = [option.text for option in question.options if not option.right]

        assert [] == [text for text in wrong if also_right(material.book, fact, text)], question.id


def test_a_distractor_is_never_also_right_in_a_thousand_draws():
    """Over a thousand draws from one book no wrong option is also right (H11)."""
    draws = [question for seed in range(8) for question in every_question(of_book(str(seed)), "multiple-choice")]

    assert len(draws) > 1000
    assert not any(
        also_right(BOOK, BOOK[question.facts[0]], option.text)
        for question in draws
        for option in question.options
        if not option.right
    )


@many
@given(materials())
def test_the_key_stands_among_three_options_exactly_once(material):
    """Three options, one of them right, all different (H1)."""
    for question in every_question(material, "multiple-choice"):
        assert [option.right for option in question.options].count(True) == 1
        assert len({fold(option.text) for option in question.options}) == len(question.options) == 3


def test_every_pattern_asks_something():
    """Each pattern of the table finds facts it can ask in an ordinary book."""
    patterns = {question.pattern for question in every_question(of_book("seed"), "multiple-choice")}
    offered = {pattern for fact in BOOK for pattern in ITEM_TYPES["multiple-choice"].patterns(fact)}

    assert offered - patterns == {"authored"}


def test_the_key_stands_in_each_place_equally_often():
    """Over 2,000 sheets the key's places lie inside a 99.9 % binomial band (P1, H15)."""
    draws = 2000
    places = Counter(
        asked("multiple-choice", "term-to-definition", *of_class("kind of telescope"), seed=str(seed)).short_key
        for seed in range(draws)
    )
    band = 3.2905 * math.sqrt(draws * (1 / 3) * (2 / 3))  # quantile of the normal distribution

    assert all(abs(places[letter(place)] - draws / 3) <= band for place in range(3))


def test_the_place_of_a_year_varies_although_years_ascend():
    """Sorted options would fix the key's place; lower and higher ones are chosen by hash (G32)."""
    draws = Counter(
        asked("multiple-choice", "event-to-date", BOOK["pulsar"], *BOOK, seed=str(seed)).short_key
        for seed in range(300)
    )

    assert all(draws[place] > 60 for place in "ABC")


@given(st.lists(st.text(min_size=1), min_size=3, max_size=6, unique=True), seeds)
def test_one_more_option_leaves_the_order_of_the_others(names, seed):
    """Options are ranked each by its own hash (S3)."""
    right, *wrong = [Candidate(name, name, "") for name in names]
    draw = Draw(material(BOOK["comet"], seed=seed), "multiple-choice", "any", BOOK["comet"])
    all_options = permuted(draw, right, wrong)
    fewer = permuted(draw, right, wrong[:-1])

    assert fewer == tuple(option for option in all_options if option.text != wrong[-1].text)


@many
@given(materials())
def test_numbers_ascend(material):
    """Years and figures stand in order (H4)."""
    for question in every_question(material, "multiple-choice"):
        if question.pattern in ("event-to-date", "figure"):
            values = [number.value for option in question.options if (number := Number.parse(option.text))]

            assert values == sorted(values)


def test_what_students_mix_up_comes_first():
    """Distractors come first from ``confusable-with``, whichever of the two facts says so (H2)."""
    mixed_up = replace(BOOK["black-hole"], confusable_with=("protostar",))
    others = [fact for fact in STAGES if fact.id != "black-hole"]
    wrong = [
        {option.text for option in question.options}
        for seed in range(30)
        for question in [asked("multiple-choice", "definition-to-term", mixed_up, *others, seed=str(seed))]
    ]

    assert all("Protostar" in options for options in wrong)


def test_what_is_true_in_its_place_is_no_wrong_answer():
    """``not-with`` bars a fact as distractor, whichever of the two says so (G7)."""
    others = [replace(star, not_with=("protostar",)) if star.id == "supernova" else star for star in STAGES]
    wrong = {
        option.text
        for seed in range(30)
        for option in asked("multiple-choice", "definition-to-term", BOOK["protostar"], *others, seed=str(seed)).options
    }

    assert "Supernova" not in wrong
    assert {"Red giant", "Black hole"} <= wrong


def test_a_thin_class_is_refused_with_its_name():
    """Below three members a class gives no two wrong answers, and the reason says so (G35)."""
    refusal = ask("multiple-choice", "term-to-definition", BOOK["refractor"], BOOK["reflector"])

    assert refusal == Refusal(
        "fewer than two other terms of the class ‘kind of telescope’ to choose wrong answers from", "G35"
    )


def test_a_key_that_is_much_longer_is_refused():
    """The key is not known by its length (H3)."""
    long = term(
        "long", "aperture", "the width of the opening through which a telescope lets in the light of stars", "part"
    )
    short = [
        term(f"short-{index}", name, f"a {name} part", "part") for index, name in enumerate(("tube", "mount", "lens"))
    ]
    refusal = ask("multiple-choice", "term-to-definition", long, *short)

    assert isinstance(refusal, Refusal)
    assert refusal.rule == "H3"


def test_a_word_that_only_the_key_shares_with_the_stem_is_refused():
    """The stem's words do not point to the key (H9)."""
    telling = term("telling", "light bucket", "a wide vessel that gathers light for faint objects", "part")
    others = [
        term("one", "eyepiece", "a small lens through which an observer looks", "part"),
        term("two", "finder", "a small tube that helps to point the large one", "part"),
    ]

    assert isinstance(ask("multiple-choice", "term-to-definition", telling, *others), Refusal)


def test_an_everyday_term_is_not_asked_from_its_definition():
    """A transparent term is no key of definition to term (G8)."""
    assert "definition-to-term" not in ITEM_TYPES["multiple-choice"].patterns(BOOK["moon"])


def test_a_plural_term_goes_with_plural_terms():
    """Number is no clue (H8)."""
    plural = replace(BOOK["refractor"], id="lenses", term="lenses", definition="curved pieces of glass", plural=True)

    assert isinstance(ask("multiple-choice", "term-to-definition", plural, *of_class("kind of telescope")), Refusal)


def test_a_role_that_fits_one_sex_goes_only_with_others_of_it():
    """A gendered role is not offered for anybody else, nor anybody else's for its person (G33)."""
    question = asked("multiple-choice", "person-to-role", BOOK["armstrong"], *of_class("traveller in space"))

    assert "The first woman in space" not in {option.text for option in question.options}
    assert isinstance(ask("multiple-choice", "person-to-role", BOOK["tereshkova"], *BOOK), Refusal)


def test_a_role_with_its_own_name_is_not_asked():
    """No role with a word of the person's name (H9)."""
    telling = person("hubble-man", "Edwin Hubble", "1889-1953", "the founder of the Hubble school", "astronomer")

    assert ITEM_TYPES["multiple-choice"].patterns(telling) == ()


def test_a_fate_that_could_be_both_is_not_offered():
    """Two people who share an entry of ``fates`` never meet (G11)."""
    same = replace(BOOK["kepler"], fate="was burned at the stake", fates=("burned",))
    facts = [replace(BOOK["bruno"], category="astronomer"), same, BOOK["galileo"], BOOK["brahe"]]
    texts = {
        option.text for seed in range(20) for option in asked("multiple-choice", "fate", *facts, seed=str(seed)).options
    }

    assert "was burned at the stake" not in texts


def test_a_death_with_a_note_is_nobody_elses():
    """A fate that needs a content note, or speaks of a suicide, is not lent to others (G25, G26)."""
    noted = replace(BOOK["brahe"], content_note="a cruel death")
    others = [BOOK["galileo"], BOOK["bruno"]]

    assert isinstance(ask("multiple-choice", "fate", BOOK["kepler"], noted, *others), Refusal)


def test_a_year_at_which_the_event_still_went_on_is_no_wrong_year():
    """A wrong year is not touched by an event that is, or passes for, the same (H10, H11)."""
    whole = event(
        "war", "1914", "the great observatory strike", "observers were on strike", "strike", end=BOOK["pulsar"].date
    )
    part = event(
        "part", "1919-05", "the strike in the south", "observers in the south were on strike", "strike", within="war"
    )
    wrong = {
        option.text
        for seed in range(40)
        for option in asked("multiple-choice", "event-to-date", part, whole, *BOOK, seed=str(seed)).options
        if not option.right
    }

    assert wrong.isdisjoint({"1930", "1957", "1961", "1967"})


def test_an_approximate_date_is_not_asked():
    """What happened "about" a year has no one year to tick (HI-3)."""
    vague = event("vague", "1600~", "the building of the tower", "the tower was built", "building")

    assert ITEM_TYPES["multiple-choice"].patterns(vague) == ()


def test_views_that_agree_do_not_meet():
    """Two holders who could both accept a thesis are not offered side by side (G12)."""
    texts = {
        option.text
        for seed in range(20)
        for option in asked("multiple-choice", "view-to-holder", VIEWS[1], *VIEWS, seed=str(seed)).options
    }

    assert "Aristarchus (3rd century BCE)" not in texts
    assert {"Ptolemy (about 150)", "Philolaus (5th century BCE)"} <= texts


def test_a_holder_is_always_printed_with_the_year():
    """People change their minds, so the year goes with the name (G12)."""
    for question in every_question(of_book("seed"), "multiple-choice", "view-to-holder"):
        assert all("(" in option.text for option in question.options)


def test_a_doubtful_cause_is_called_suggested():
    """A link below full strength is not stated as it stands (G36)."""
    strong, weak, other = (asked("multiple-choice", "naming-the-cause", link, *LINKS) for link in LINKS)

    assert [question.stem.split(" is ")[0] for question in (strong, weak, other)] == [
        "Which cause",
        "Which suggested cause",
        "Which cause",
    ]


def test_a_range_is_never_asked_as_one_number():
    """A figure with a range, or a disputed one, is not asked (HI-3)."""
    number = BOOK["hydrogen"]
    assert isinstance(number, Figure)

    assert ITEM_TYPES["multiple-choice"].patterns(BOOK["stars"]) == ()
    assert ITEM_TYPES["multiple-choice"].patterns(replace(number, certainty="disputed")) == ()


def test_a_share_is_never_above_a_hundred():
    """Per cent has an upper bound of its own (G15)."""
    options = {
        option.text
        for seed in range(30)
        for option in asked("multiple-choice", "figure", BOOK["hydrogen"], seed=str(seed)).options
    }

    assert all(float(text) <= 100 for text in options)


def test_no_wrong_number_follows_from_the_right_one():
    """Where there are at least 700 there are at least 200: wrong numbers lie on the side that is false (H11)."""
    for before, false in (("at least", "lower"), ("up to", "higher")):
        text = f"The catalogue lists {before} 7,240 stars."
        figure = Figure(id="c", title="stars", text=text, value="7,240", start=text.index("7"), false=("700", "20,000"))
        for seed in range(20):
            question = asked("multiple-choice", "figure", figure, seed=str(seed))
            numbers = [Number.parse(option.text) for option in question.options]
            right = numbers[0 if false == "lower" else -1]

            assert str(right) == question.key.answer == "7,240"


def test_a_rounded_number_is_called_rounded():
    """The stem does not claim that a record lists exactly the rounded number (HI-3)."""
    text = "The catalogue lists 118,218 stars."
    figure = Figure(id="hipparcos", title="stars", text=text, value="118,218", start=19, asked_as="118,000")
    question = asked("multiple-choice", "figure", figure)

    assert question.stem.startswith("Which rounded number completes the sentence?")
    assert question.key.notes == ("Exactly: 118,218.",)


def test_the_key_tells_what_each_wrong_answer_is():
    """Every distractor that comes from a fact bears a note for the key (R8)."""
    for question in every_question(of_book("seed"), "multiple-choice"):
        if question.pattern not in ("figure", "authored"):
            assert all(option.note for option in question.options if not option.right), question.id


def test_an_authored_choice_takes_two_of_its_wrong_answers():
    """Three options, chosen from what the author wrote (H1)."""
    written = AuthoredQuestion(
        id="q",
        item_type="multiple-choice",
        stem="Which planet is largest?",
        worth=1,
        key="Jupiter",
        options=("Saturn", "Mars", "Venus"),
    )
    question = asked("multiple-choice", "authored", written)

    assert isinstance(question, Question)
    assert {option.text for option in question.options if option.right} == {"Jupiter"}
    assert len({option.text for option in question.options} & {"Saturn", "Mars", "Venus"}) == 2


def test_nearness_is_by_rank():
    """Events ten times as far apart lend each other the same dates as before (rule G6)."""
    ranks = {found.id: rank for rank, found in enumerate(sorted(EVENTS, key=lambda found: found.date.first))}
    spread = [
        tuple(replace(found, date=Date(100 + step * ranks[found.id]), end=None, ask="year") for found in EVENTS)
        for step in (10, 100)
    ]

    def lenders(events):
        questions = [ask("multiple-choice", "event-to-date", found, *events) for found in events]
        return [[option.note for option in made.options] for made in questions if isinstance(made, Question)]

    assert lenders(spread[0]) == lenders(spread[1]) != []


def test_a_title_that_two_events_bear_is_no_wrong_answer_beside_either():
    """Of two falls of one name, one in the year that is asked about, neither is offered as wrong (H11)."""

    def fall(name: str, place: str, year: int) -> Event:
        date = Date(year=year, month=None, day=None, about=False)
        return Event(id=name, title=f"the fall of the {place}", clause=f"the {place} fell into the river", date=date)

    asked_about, twin = fall("asked", "harbour", 1900), fall("twin", "lantern", 1900)
    others = (fall("namesake", "lantern", 1901), fall("mill", "mill", 1902), fall("tower", "tower", 1903))
    book = FactBank("Falls", (asked_about, twin, *others))
    for seed in range(20):
        for question in every_question(Material(book, book, book, str(seed)), "multiple-choice", "date-to-event"):
            if question.facts[0] == "asked":
                assert not any("lantern" in option.text for option in question.options)


def test_nobody_is_asked_for_by_a_role_that_two_had():
    """Whoever knows both could name either, though only one is offered (G10)."""
    people = list(BOOK.of_kind(Person))
    one = next(fact for fact in people if isinstance(ask("multiple-choice", "role-to-person", fact, *people), Question))
    twin = replace(one, id="twin", full_name="Ada Twin", surname="Twin", aliases=())
    refused = ask("multiple-choice", "role-to-person", one, *people, twin)

    assert isinstance(refused, Refusal)
    assert refused.rule == "G10"
