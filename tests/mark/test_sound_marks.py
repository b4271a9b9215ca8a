"""Sound marks of all ten kinds become facts, field for field."""

from __future__ import annotations

import pytest

from tests.mark.marks import faults, read
from worksheets.dates import Date
from worksheets.facts import (
    AuthoredQuestion,
    Blank,
    Event,
    Figure,
    Group,
    Link,
    Misconception,
    Passage,
    Person,
    Reading,
    Statement,
    Term,
    View,
)
from worksheets.problems import Source

SOUND = {
    "statement": (
        """
        statement
        :name: ribosomes
        :blank-1: kind=cell structure | false=vacuoles, chloroplasts | accept=the ribosomes | hint=small
        :passage: cells 2
        Proteins are made on tiny structures called {blank}`ribosomes`.
        """,
        Statement(
            id="ribosomes",
            text="Proteins are made on tiny structures called ribosomes.",
            blanks=(
                Blank("ribosomes", 44, "cell structure", ("vacuoles", "chloroplasts"), ("the ribosomes",), "small"),
            ),
            passage=Passage("cells", 2),
        ),
    ),
    "term": (
        """
        term osmosis
        :name: osmosis
        :class: movement of substances
        :marks: the net movement of water | through a partially permeable membrane
        :number: plural
        :transparent:
        :native: ὠσμός
        :transliteration: osmos
        :aliases: water diffusion, soaking
        :example: a swelling raisin
        :non-example: a melting ice cube
        :level: 2
        :certainty: approximate
        :weight: 3
        :tags: cells, water
        :sources: smith2001, jones1999
        :content-note: mentions slugs
        :not-with: diffusion
        :confusable-with: active-transport, transpiration
        the net movement of water into a stronger solution
        """,
        Term(
            id="osmosis",
            term="osmosis",
            definition="the net movement of water into a stronger solution",
            category="movement of substances",
            marks=("the net movement of water", "through a partially permeable membrane"),
            plural=True,
            transparent=True,
            native="ὠσμός",
            transliteration="osmos",
            aliases=("water diffusion", "soaking"),
            example="a swelling raisin",
            non_example="a melting ice cube",
            level=2,
            certainty="approximate",
            weight=3,
            tags=("cells", "water"),
            sources=("smith2001", "jones1999"),
            content_note="mentions slugs",
            not_with=("diffusion",),
            confusable_with=("active-transport", "transpiration"),
        ),
    ),
    "event": (
        """
        event the voyage of the *Beagle*
        :name: beagle
        :date: 1831-12-27
        :end: 1836-10-02
        :short: the *Beagle* voyage
        :why: It gave Darwin his specimens.
        :class: voyage
        :place: the South Seas
        :people: darwin, fitzroy
        :within: age-of-surveys
        :ask: day
        HMS *Beagle* surveyed the coasts of South America
        """,
        Event(
            id="beagle",
            title="the voyage of the Beagle",
            clause="HMS Beagle surveyed the coasts of South America",
            date=Date(1831, 12, 27),
            end=Date(1836, 10, 2),
            short="the Beagle voyage",
            why="It gave Darwin his specimens.",
            category="voyage",
            location="the South Seas",
            people=("darwin", "fitzroy"),
            within="age-of-surveys",
            ask="day",
        ),
    ),
    "person": (
        """
        person Charles Darwin
        :name: darwin
        :class: naturalist
        :fate: died at home in Kent
        :fates: died, died at home
        :clues: collected beetles | sailed round the world | wrote on the origin of species
        :aliases: the sage of Down
        :native: Charles
        :lived: 1809-1882
        :gendered: m
        :surname: Darwin
        the naturalist who explained the origin of species by natural selection
        """,
        Person(
            id="darwin",
            full_name="Charles Darwin",
            role="the naturalist who explained the origin of species by natural selection",
            category="naturalist",
            fate="died at home in Kent",
            fates=("died", "died at home"),
            clues=("collected beetles", "sailed round the world", "wrote on the origin of species"),
            aliases=("the sage of Down",),
            native="Charles",
            lived="1809-1882",
            gendered="m",
            surname="Darwin",
        ),
    ),
    "figure": (
        """
        figure chromosomes in a human body cell
        :name: chromosomes
        :unit: chromosomes
        :period: any time
        :total: 100
        :asked-as: 46
        :false: 23, 48
        A human body cell normally contains {value}`46` chromosomes.
        """,
        Figure(
            id="chromosomes",
            title="chromosomes in a human body cell",
            text="A human body cell normally contains 46 chromosomes.",
            value="46",
            start=36,
            unit="chromosomes",
            period="any time",
            total="100",
            asked_as="46",
            false=("23", "48"),
        ),
    ),
    "figure with a series": (
        """
        figure rain in the valley
        :name: rain
        :series: May=51.0 | June=48.5 | July=1,204
        :counted: rain alone, without snow
        The gauge was read every morning.
        """,
        Figure(
            id="rain",
            title="rain in the valley",
            text="The gauge was read every morning.",
            series=(Reading("May", 51.0, "51.0"), Reading("June", 48.5, "48.5"), Reading("July", 1204.0, "1,204")),
            counted="rain alone, without snow",
        ),
    ),
    "figure with a range": (
        """
        figure stars in the galaxy
        :name: stars
        :range: 100 billion to 400 billion
        The galaxy holds between {value}`100 and 400 billion` stars.
        """,
        Figure(
            id="stars",
            title="stars in the galaxy",
            text="The galaxy holds between 100 and 400 billion stars.",
            value="100 and 400 billion",
            start=25,
            range="100 billion to 400 billion",
        ),
    ),
    "view": (
        """
        view Lamarck (1809)
        :name: lamarck-1809
        :on: how species change
        :work: Zoological Philosophy
        :school: transformism
        :evidence: the long necks of giraffes
        :objection: it cannot explain why scars are not inherited
        :stress: the use of organs
        :against: cuvier-1812
        organisms pass on to their young what they gain by use during life
        """,
        View(
            id="lamarck-1809",
            holder="Lamarck",
            year="1809",
            on="how species change",
            thesis="organisms pass on to their young what they gain by use during life",
            work="Zoological Philosophy",
            school="transformism",
            evidence="the long necks of giraffes",
            objection="it cannot explain why scars are not inherited",
            stress="the use of organs",
            against=("cuvier-1812",),
            level=2,
        ),
    ),
    "link": (
        """
        link the overuse of antibiotics -> has led to resistant bacteria
        :name: overuse
        :of: resistance
        :strength: moderate
        :timescale: long-term
        :label: too many pills
        :how: A few survivors multiply until they are the only ones left.
        :marks: a few bacteria survive by chance | the survivors multiply and pass it on
        :limit: it also depends on hygiene
        """,
        Link(
            id="overuse",
            cause="the overuse of antibiotics",
            effect="has led to resistant bacteria",
            of="resistance",
            strength="moderate",
            timescale="long-term",
            label="too many pills",
            how="A few survivors multiply until they are the only ones left.",
            marks=("a few bacteria survive by chance", "the survivors multiply and pass it on"),
            limit="it also depends on hygiene",
            level=2,
        ),
    ),
    "group": (
        """
        group diseases | are caused by viruses
        :name: viral
        :basis: are caused by the same kind of microbe
        :near: cholera, tuberculosis, malaria
        :heading: Viral
        :partition: microbe
        :complete:
        influenza, measles,
        rabies
        """,
        Group(
            id="viral",
            of="diseases",
            are="are caused by viruses",
            members=("influenza", "measles", "rabies"),
            basis="are caused by the same kind of microbe",
            near=("cholera", "tuberculosis", "malaria"),
            heading="Viral",
            partition="microbe",
            complete=True,
        ),
    ),
    "misconception": (
        """
        misconception Antibiotics cure influenza.
        :name: antibiotics
        :why: antibiotics do cure many other infections
        :slot: influenza
        :fact: influenza-is-viral
        Influenza is caused by a virus, and antibiotics do not kill viruses.
        """,
        Misconception(
            id="antibiotics",
            often="Antibiotics cure influenza.",
            true="Influenza is caused by a virus, and antibiotics do not kill viruses.",
            why="antibiotics do cure many other infections",
            slot="influenza",
            fact="influenza-is-viral",
        ),
    ),
    "question": (
        """
        question explain
        :name: light
        :points: light is no longer the limit | carbon dioxide now limits the rate
        :minutes: 4
        :command: explain
        Explain why photosynthesis stops rising in bright light. [2]
        """,
        AuthoredQuestion(
            id="light",
            item_type="explain",
            stem="Explain why photosynthesis stops rising in bright light.",
            worth=2,
            points=("light is no longer the limit", "carbon dioxide now limits the rate"),
            minutes=4,
            command="explain",
        ),
    ),
    "source question": (
        """
        question source-question
        :name: inquiry
        :extract: Cowpox protects against smallpox.
        :attribution: A book by Edward Jenner, 1798
        :inquiry: whether cowpox protects
        :points: cowpox protects people | it protects against smallpox
        :purpose: it was for doctors | it was to win them
        :value: the writer made the test | others could check the cases
        :limitations: few cases are told | the writer wished to win readers
        Assess value and limitations of this source. [4]
        """,
        AuthoredQuestion(
            id="inquiry",
            item_type="source-question",
            stem="Assess value and limitations of this source.",
            worth=4,
            extract="Cowpox protects against smallpox.",
            attribution="A book by Edward Jenner, 1798",
            inquiry="whether cowpox protects",
            points=("cowpox protects people", "it protects against smallpox"),
            purpose=("it was for doctors", "it was to win them"),
            value=("the writer made the test", "others could check the cases"),
            limitations=("few cases are told", "the writer wished to win readers"),
        ),
    ),
    "essay": (
        """
        question essay
        :name: essay
        :bands: six
        :points: one point of some length
        How far does light limit growth? [6 marks]
        """,
        AuthoredQuestion(
            id="essay",
            item_type="essay",
            stem="How far does light limit growth?",
            worth=6,
            points=("one point of some length",),
            bands="six",
            level=3,
        ),
    ),
    "choice": (
        """
        question multiple-choice
        :name: choice
        :key: a leaf
        :options: a root | a stem
        Which part of a plant takes in most light? [1]
        """,
        AuthoredQuestion(
            id="choice",
            item_type="multiple-choice",
            stem="Which part of a plant takes in most light?",
            worth=1,
            key="a leaf",
            options=("a root", "a stem"),
        ),
    ),
}


@pytest.mark.parametrize(("text", "fact"), SOUND.values(), ids=SOUND)
def test_a_sound_mark_is_its_fact(text, fact):
    """Every option of every kind finds its field, and nothing is complained of."""
    marked = read(text)

    assert (fact, ()) == (marked.fact, marked.problems)


def test_a_fact_knows_its_line():
    """The place of the mark goes with the fact, so that later faults can be told with it."""
    marked = read(SOUND["term"][0])

    assert marked.fact is not None
    assert Source("book/01.md", 1) == marked.fact.source


def test_a_faulty_fact_is_kept_out_of_worksheets():
    """What could be built all the same has weight 0 until it is mended: shown in the book, never asked."""
    marked = read(
        """
        term osmosis
        :name: osmosis
        :class: movement
        :weight: 2
        The net movement of water into a stronger solution
        """
    )

    assert len(marked.problems) == 1
    assert marked.fact is not None
    assert marked.fact.weight == 0


def test_values_are_taken_as_they_stand():
    """A quotation mark, a ``#`` or a colon in a value means itself; nothing is read as YAML."""
    marked = read(
        """
        term osmosis
        :name: osmosis
        :class: "No. #5": movement
        the net movement of water into a stronger solution
        """
    )

    assert isinstance(marked.fact, Term)
    assert marked.fact.category == '"No. #5": movement'


def test_an_indented_line_goes_on_with_its_option():
    """Long options may be broken as in reStructuredText."""
    marked = read(
        """
        term osmosis
        :name: osmosis
        :class: movement
          of substances

        the net movement of water into a stronger solution
        """
    )

    assert isinstance(marked.fact, Term)
    assert marked.fact.category == "movement of substances"


def test_every_kind_can_be_marked_with_its_required_fields_alone():
    """Nothing is asked of an author beyond what the guide calls required."""
    least = [
        "statement\n:name: a\n:blank-1: kind=cell | false=b, c\nOne two three {blank}`four`.",
        "term mitosis\n:name: a\n:class: c\nthe thing in a cell that divides",
        "event the birth of a cell\n:name: a\n:date: 1900\nA cell was born",
        "person Jane Doe\n:name: a\n:class: c\nthe first to see a cell",
        "figure cells\n:name: a\nThere is {value}`1` cell.",
        "view Jane Doe (1900)\n:name: a\n:on: what a cell is\na cell is a room",
        "link the cold -> killed the cell\n:name: a",
        "group cells | have walls\n:name: a\na, b, c",
        "misconception All cells have walls.\n:name: a\nOnly some cells have walls.",
        "question short-answer\n:name: a\n:key: a wall\nWhat do some cells have? [1]",
    ]

    assert [] == [fault for text in least for fault in faults(text)]
