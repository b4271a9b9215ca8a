"""A small book of astronomy: facts to read questions from."""

from __future__ import annotations

from worksheets.bank import Chapter, FactBank
from worksheets.dates import Date
from worksheets.facts import (
    AuthoredQuestion,
    Blank,
    Event,
    Fact,
    Figure,
    Group,
    Link,
    Misconception,
    Passage,
    Person,
    Place,
    Statement,
    Term,
    View,
)

SKY, TOOLS, FLIGHT = (
    Place(
        chapter=f"0{number}-{name}",
        chapter_number=str(number),
        chapter_title=name.title(),
        section=f"{number}.1",
        pages={"a4": str(number * 10), "letter": str(number * 11)},
    )
    for number, name in enumerate(("sky", "tools", "flight"), start=1)
)
ON_CENTRE = "what stands at the centre of the planets"


def term(id: str, word: str, definition: str, category: str, *points: str, place: Place = SKY, **more: object) -> Term:
    """A term; ``points`` are its mark points."""
    return Term(id=id, term=word, definition=definition, category=category, marks=points, place=place, **more)  # type: ignore[arg-type]


def event(id: str, date: str, title: str, clause: str, category: str, *, place: Place = SKY, **more: object) -> Event:
    """An event of an EDTF date."""
    return Event(id=id, date=Date.parse(date), title=title, clause=clause, category=category, place=place, **more)  # type: ignore[arg-type]


def person(id: str, name: str, lived: str, role: str, category: str, *, place: Place = SKY, **more: object) -> Person:
    """A person whose surname is the last part of the name, unless another is given."""
    surname = str(more.pop("surname", name.split()[-1]))
    return Person(
        id=id, full_name=name, surname=surname, lived=lived, role=role, category=category, place=place, **more
    )  # type: ignore[arg-type]


def statement(id: str, passage: str, marked: str, *blanks: dict[str, object], place: Place = SKY) -> Statement:
    """A statement whose blanks stand in braces, in the order of their options."""
    text, found = "", []
    for part in marked.replace("}", "{").split("{"):
        if len(found) < len(blanks) and marked[len(text) + 2 * len(found) :].startswith("{" + part + "}"):
            found.append(Blank(part, len(text), **blanks[len(found)]))  # type: ignore[arg-type]
        text += part
    run = Passage(passage.split()[0], int(passage.split()[1])) if passage else None
    return Statement(id=id, text=text, blanks=tuple(found), passage=run, place=place)


def blank(kind: str, *false: str, **more: object) -> dict[str, object]:
    """The options of one blank."""
    return {"kind": kind, "false": false, **more}


TERMS = (
    term(
        "planet",
        "planet",
        "a body that has cleared the path on which it moves round the Sun",
        "body of the solar system",
        "it moves round the Sun",
        "it has cleared its path of other bodies",
        confusable_with=("dwarf-planet",),
    ),
    term(
        "dwarf-planet",
        "dwarf planet",
        "a round body that shares its path round the Sun with many others",
        "body of the solar system",
        "a round body on a path round the Sun",
        "it has not cleared its path",
    ),
    term(
        "comet",
        "comet",
        "a small icy body that grows a tail when it comes near the Sun",
        "body of the solar system",
        "a small body of ice and dust",
        "a tail grows as it nears the Sun",
    ),
    term(
        "asteroid",
        "asteroid",
        "a small rocky body, found mostly between Mars and Jupiter",
        "body of the solar system",
        "a small body of rock or metal",
        "most lie between Mars and Jupiter",
        confusable_with=("meteorite",),
    ),
    term(
        "meteorite",
        "meteorite",
        "a piece of rock from space that has reached the ground",
        "body of the solar system",
        "a rock that came from space",
        "it has landed on the surface of the Earth",
    ),
    term(
        "moon",
        "natural satellite",
        "a body that moves round a planet and was not built",
        "body of the solar system",
        transparent=True,
    ),
    term(
        "star",
        "main-sequence star",
        "a ball of gas that turns hydrogen into helium in its core",
        "stage in the life of a star",
        "a ball of hot gas held together by gravity",
        "hydrogen turns into helium in its core",
    ),
    term(
        "red-giant",
        "red giant",
        "a swollen, cool star that has used up the hydrogen in its core",
        "stage in the life of a star",
        "a swollen star with a cool surface",
        "the hydrogen of its core is used up",
    ),
    term(
        "white-dwarf",
        "white dwarf",
        "the hot, dense remnant that a star like the Sun leaves behind",
        "stage in the life of a star",
        "the remnant of a star like the Sun",
        "it is about as large as the Earth",
        confusable_with=("neutron-star",),
    ),
    term(
        "neutron-star",
        "neutron star",
        "the remnant of a massive star, about twenty kilometres across",
        "stage in the life of a star",
        "the remnant of a massive star after a supernova",
        "it is only about twenty kilometres across",
    ),
    term(
        "black-hole",
        "black hole",
        "a region of space from which not even light can escape",
        "stage in the life of a star",
        "gravity is so strong there",
        "not even light can escape from it",
    ),
    term(
        "supernova",
        "supernova",
        "the explosion that ends the life of a massive star",
        "stage in the life of a star",
        "a massive star explodes at the end of its life",
        "it may outshine a whole galaxy for weeks",
    ),
    term(
        "protostar",
        "protostar",
        "a shrinking cloud of gas in which fusion has not begun",
        "stage in the life of a star",
        "a cloud of gas that shrinks under gravity",
        "fusion has not begun in it",
    ),
    term("refractor", "refractor", "a telescope that gathers light with a lens", "kind of telescope", place=TOOLS),
    term(
        "reflector",
        "reflector",
        "a telescope that gathers light with a curved mirror",
        "kind of telescope",
        place=TOOLS,
    ),
    term(
        "radio-telescope",
        "radio telescope",
        "an instrument with a large dish that gathers waves longer than light",
        "kind of telescope",
        place=TOOLS,
    ),
    term(
        "interferometer",
        "interferometer",
        "an instrument that joins the signals of several dishes or mirrors",
        "kind of telescope",
        place=TOOLS,
    ),
)

EVENTS = (
    event(
        "copernicus-book",
        "1543",
        "the publication of On the Revolutions by Copernicus",
        "Copernicus's book On the Revolutions was published",
        "publication",
    ),
    event(
        "tycho-star",
        "1572",
        "the appearance of Tycho's new star",
        "Tycho Brahe watched a new star in Cassiopeia",
        "discovery",
    ),
    event(
        "telescope-patent",
        "1608",
        "the request for the first patent on a telescope",
        "Hans Lipperhey asked for a patent on a telescope",
        "invention",
        place=TOOLS,
    ),
    event(
        "jupiter-moons",
        "1610-01",
        "the discovery of four moons of Jupiter",
        "Galileo discovered four moons of Jupiter",
        "discovery",
    ),
    event("galileo-trial", "1633", "the trial of Galileo", "Galileo was tried by the Inquisition in Rome", "trial"),
    event(
        "reflector-shown",
        "1668",
        "the building of Newton's reflecting telescope",
        "Newton built a reflecting telescope",
        "invention",
        place=TOOLS,
    ),
    event(
        "principia", "1687", "the publication of Newton's Principia", "Newton's Principia was published", "publication"
    ),
    event(
        "comet-return",
        "1758-12",
        "the return of Halley's comet",
        "the comet that Halley had announced was seen again",
        "discovery",
    ),
    event(
        "uranus", "1781-03-13", "the discovery of Uranus", "William Herschel discovered Uranus", "discovery", ask="year"
    ),
    event("ceres", "1801-01-01", "the discovery of Ceres", "Giuseppe Piazzi discovered Ceres", "discovery"),
    event(
        "parallax",
        "1838",
        "the first measurement of the distance of a star",
        "Friedrich Bessel measured the distance of a star",
        "discovery",
    ),
    event(
        "neptune",
        "1846-09",
        "the discovery of Neptune",
        "Neptune was seen from Berlin, close to the place that had been worked out",
        "discovery",
        confusable_with=("uranus", "pluto"),
    ),
    event(
        "eclipse",
        "1919-05",
        "the eclipse expeditions to Príncipe and Sobral",
        "British astronomers measured the bending of starlight at an eclipse",
        "expedition",
    ),
    event("pluto", "1930-02", "the discovery of Pluto", "Clyde Tombaugh discovered Pluto", "discovery"),
    event(
        "sputnik",
        "1957-10-04",
        "the launch of Sputnik 1",
        "the first artificial satellite was launched",
        "space flight",
        place=FLIGHT,
    ),
    event(
        "gagarin",
        "1961-04-12",
        "the flight of Yuri Gagarin",
        "Yuri Gagarin flew round the Earth",
        "space flight",
        place=FLIGHT,
        confusable_with=("moon-landing",),
    ),
    event(
        "pulsar",
        "1967",
        "the discovery of the first pulsar",
        "Jocelyn Bell found the first pulsar",
        "discovery",
        place=TOOLS,
    ),
    event(
        "moon-landing",
        "1969-07-20",
        "the first landing of people on the Moon",
        "two people walked on the Moon",
        "space flight",
        place=FLIGHT,
    ),
    event(
        "voyagers",
        "1977",
        "the launch of the two Voyager probes",
        "the two Voyager probes were launched",
        "space flight",
        place=FLIGHT,
    ),
    event(
        "hubble",
        "1990-04",
        "the launch of the Hubble Space Telescope",
        "the Hubble Space Telescope was launched",
        "space flight",
        place=FLIGHT,
    ),
    event(
        "exoplanet",
        "1995",
        "the announcement of a planet round the star 51 Pegasi",
        "Michel Mayor and Didier Queloz announced a planet of another star",
        "discovery",
        place=TOOLS,
    ),
    event(
        "pluto-demoted",
        "2006-08",
        "the vote on the meaning of the word planet",
        "astronomers voted that Pluto is a dwarf planet",
        "decision",
    ),
    event(
        "waves",
        "2015-09-14",
        "the first detection of gravitational waves",
        "gravitational waves were detected",
        "discovery",
        place=TOOLS,
    ),
    event(
        "apollo",
        "1968-10",
        "the flights of the Apollo programme with crews",
        "crews flew in Apollo spacecraft",
        "space flight",
        end=Date.parse("1972-12"),
        place=FLIGHT,
    ),
)

PEOPLE = (
    person(
        "copernicus",
        "Nicolaus Copernicus",
        "1473-1543",
        "the canon who put the Sun at the centre of the planets",
        "astronomer",
        clues=(
            "worked as a canon in Frombork",
            "saw the book printed only at the end of life",
            "put the Sun at the centre",
        ),
    ),
    person(
        "brahe",
        "Tycho Brahe",
        "1546-1601",
        "the nobleman who measured the places of stars without a telescope",
        "astronomer",
        fate="died in Prague after a banquet",
        fates=("died in Prague",),
        aliases=("Tycho",),
    ),
    person(
        "kepler",
        "Johannes Kepler",
        "1571-1630",
        "the mathematician who found that planets move in ellipses",
        "astronomer",
        fate="died of a fever in Regensburg",
        fates=("died of a fever", "died in Regensburg"),
    ),
    person(
        "galileo",
        "Galileo Galilei",
        "1564-1642",
        "the discoverer of four moons of Jupiter",
        "astronomer",
        surname="Galilei",
        aliases=("Galileo",),
        fate="was kept under house arrest until death",
        fates=("died under house arrest",),
        clues=("taught in Padua", "wrote about sunspots", "saw moons beside Jupiter"),
    ),
    person(
        "halley",
        "Edmond Halley",
        "1656-1742",
        "the astronomer who foretold the return of a comet",
        "astronomer",
        aliases=("Edmund Halley",),
    ),
    person(
        "herschel",
        "William Herschel",
        "1738-1822",
        "the musician who discovered a planet from a garden in Bath",
        "astronomer",
    ),
    person(
        "bruno",
        "Giordano Bruno",
        "1548-1600",
        "the friar who taught that there are countless worlds",
        "thinker",
        fate="was burned at the stake in Rome",
        fates=("executed", "burned"),
    ),
    person(
        "caroline",
        "Caroline Herschel",
        "1750-1848",
        "the sister of an astronomer who found eight comets herself",
        "woman astronomer",
        gendered="f",
    ),
    person(
        "leavitt",
        "Henrietta Leavitt",
        "1868-1921",
        "the astronomer who found how the period of a variable star tells its brightness",
        "woman astronomer",
    ),
    person(
        "bell",
        "Jocelyn Bell Burnell",
        "1943",
        "the student who noticed the signals of the first pulsar",
        "woman astronomer",
        surname="Bell Burnell",
    ),
    person(
        "payne",
        "Cecilia Payne-Gaposchkin",
        "1900-1979",
        "the astronomer who showed that stars consist mostly of hydrogen",
        "woman astronomer",
        surname="Payne-Gaposchkin",
    ),
    person(
        "rubin",
        "Vera Rubin",
        "1928-2016",
        "the astronomer who measured how fast the outer parts of galaxies turn",
        "woman astronomer",
    ),
    person(
        "gagarin-man",
        "Yuri Gagarin",
        "1934-1968",
        "the pilot who was the first person in space",
        "traveller in space",
        place=FLIGHT,
        fate="was killed when a training aircraft crashed",
        fates=("killed in an air crash",),
    ),
    person(
        "tereshkova",
        "Valentina Tereshkova",
        "1937",
        "the first woman in space",
        "traveller in space",
        place=FLIGHT,
        gendered="f",
    ),
    person(
        "armstrong",
        "Neil Armstrong",
        "1930-2012",
        "the first person on the Moon",
        "traveller in space",
        place=FLIGHT,
        fate="died after an operation on the heart",
        fates=("died after an operation",),
    ),
    person(
        "leonov",
        "Alexei Leonov",
        "1934-2019",
        "the first person to leave a spacecraft in flight",
        "traveller in space",
        place=FLIGHT,
    ),
    person(
        "komarov",
        "Vladimir Komarov",
        "1927-1967",
        "the pilot of the first Soyuz flight",
        "traveller in space",
        place=FLIGHT,
        fate="was killed when the parachute of the capsule failed",
        fates=("killed on landing",),
    ),
)

STATEMENTS = (
    statement(
        "sun-share",
        "sun 1",
        "Nearly all the mass of the solar system is in the {Sun}.",
        blank("name", "Earth", "asteroids"),
    ),
    statement(
        "sun-fuel", "sun 2", "In its core the Sun turns hydrogen into {helium}.", blank("term", "oxygen", "carbon")
    ),
    statement(
        "sun-force",
        "sun 3",
        "The planets are held on their paths by {gravity}.",
        blank("term", "magnetism", "the solar wind"),
    ),
    statement(
        "sun-light",
        "sun 4",
        "Sunlight needs about {eight} minutes to reach the Earth.",
        blank("number", "two", "thirty"),
    ),
    statement(
        "kepler-ellipse",
        "kepler 1",
        "Each planet moves round the Sun on {an ellipse}.",
        blank("term", "a spiral", "an octagon"),
    ),
    statement(
        "kepler-speed",
        "kepler 2",
        "A planet moves fastest where it is {nearest} to the Sun.",
        blank("word", "farthest", "coldest"),
    ),
    statement(
        "kepler-tycho",
        "kepler 3",
        "Kepler worked with the measurements of {Tycho Brahe}.",
        blank("person", "Galileo Galilei", "Edmond Halley"),
    ),
    statement(
        "kepler-mars",
        "kepler 4",
        "Kepler found the shape of the paths while he studied {Mars}.",
        blank("name", "Venus", "Saturn"),
    ),
    statement(
        "moon-phases",
        "",
        "The phases of the Moon arise because we see its sunlit half from changing {directions}.",
        blank("phrase", "distances", "heights"),
    ),
    statement(
        "largest", "", "The largest planet of the solar system is {Jupiter}.", blank("name", "Saturn", "Neptune")
    ),
    statement(
        "two-gaps",
        "",
        "The space telescope named after {Edwin Hubble} was launched from the shuttle {Discovery}.",
        blank("person", "Edmond Halley", "Isaac Newton"),
        blank("name", "Columbia", "Atlantis"),
        place=FLIGHT,
    ),
)

FIGURES = (
    Figure(
        id="moon-distance",
        title="distance of the Moon",
        text="On average the Moon is about 384,400 kilometres from the Earth.",
        value="384,400",
        start=len("On average the Moon is about "),
        asked_as="380,000",
        unit="km",
        place=SKY,
    ),
    Figure(
        id="planets",
        title="planets",
        text="The solar system has 8 planets.",
        value="8",
        start=len("The solar system has "),
        false=("7", "9", "12"),
        place=SKY,
    ),
    Figure(
        id="stars",
        title="stars",
        text="The Milky Way has about 200 billion stars.",
        value="200 billion",
        start=len("The Milky Way has about "),
        range="100 to 400 billion",
        place=SKY,
    ),
    Figure(
        id="hydrogen",
        title="hydrogen in the Sun",
        text="By mass about 74 per cent of the Sun is hydrogen.",
        value="74",
        start=len("By mass about "),
        place=SKY,
    ),
    Figure(
        id="day-on-mars",
        title="day on Mars",
        text="A day on Mars lasts about 24.6 hours.",
        value="24.6",
        start=len("A day on Mars lasts about "),
        place=SKY,
    ),
)

VIEWS = (
    View(
        id="ptolemy-150",
        holder="Ptolemy",
        year="about 150",
        on=ON_CENTRE,
        thesis="the Earth rests in the middle and all else turns round it",
        evidence="the lack of any wind from a moving ground",
        stress="what we see and feel",
        objection="the air may move with the ground",
        place=SKY,
    ),
    View(
        id="copernicus-1543",
        holder="Copernicus",
        year="1543",
        on=ON_CENTRE,
        thesis="the planets, and the Earth with them, circle the Sun",
        place=SKY,
    ),
    View(
        id="tycho-1588",
        holder="Tycho Brahe",
        year="1588",
        on=ON_CENTRE,
        thesis="the planets circle the Sun, while the Sun itself circles the Earth",
        evidence="the places of planets, measured night by night",
        stress="exact measurement",
        objection="it is hard to say what would carry the Sun",
        against=("ptolemy-150",),
        place=SKY,
    ),
    View(
        id="philolaus",
        holder="Philolaus",
        year="5th century BCE",
        on=ON_CENTRE,
        thesis="all bodies, even the Sun, circle an unseen fire",
        place=SKY,
    ),
    View(
        id="aristarchus",
        holder="Aristarchus",
        year="3rd century BCE",
        on=ON_CENTRE,
        thesis="the Sun stays still and the Earth goes round it",
        not_with=("copernicus-1543",),
        place=SKY,
    ),
)

LINKS = (
    Link(
        id="tides-moon",
        cause="the pull of the Moon",
        effect="raises the tides of the sea",
        of="the tides",
        label="the pull of the Moon",
        how="The nearer side of the water is drawn more strongly than the farther one.",
        marks=("the near side is drawn more strongly", "the water bulges on two sides"),
        limit="the Sun has a share as well",
        place=SKY,
    ),
    Link(
        id="tides-coast",
        cause="the shape of a coast",
        effect="makes the tides higher in some bays",
        of="the tides",
        label="the shape of the coast",
        how="A funnel crowds the water together until it piles up.",
        marks=("a narrowing bay crowds the water", "the water piles up at the end"),
        strength="moderate",
        place=SKY,
    ),
    Link(
        id="tides-spin",
        cause="the turning of the Earth",
        effect="brings two high tides a day",
        of="the tides",
        label="the turning of the Earth",
        how="Each harbour passes through both bulges within a day.",
        marks=("there are two bulges of water", "each place passes through both in a day"),
        place=SKY,
    ),
)

MISCONCEPTIONS = (
    Misconception(
        id="seasons",
        often="It is summer when the Earth is nearest to the Sun.",
        true="It is summer where the Earth's axis leans towards the Sun.",
        why="it is warmer close to a fire than far away from it",
        place=SKY,
    ),
    Misconception(
        id="dark-side",
        often="One half of the Moon is always dark.",
        true="Every part of the Moon has day and night in turn.",
        place=SKY,
    ),
)

QUESTIONS = (
    AuthoredQuestion(
        id="q-parallax",
        item_type="short-answer",
        stem="Why does a near star shift against far ones in the course of a year?",
        worth=2,
        points=("the Earth moves round the Sun", "so the direction of view changes"),
        place=TOOLS,
    ),
    AuthoredQuestion(
        id="q-moons",
        item_type="multiple-choice",
        stem="What did the moons of Jupiter show?",
        worth=1,
        key="Not everything turns round the Earth",
        options=("The Earth turns in a day", "The Moon has mountains", "The Sun has spots"),
        place=SKY,
    ),
    AuthoredQuestion(
        id="q-essay",
        item_type="essay",
        stem="How far did telescopes change our picture of the world?",
        worth=15,
        bands="essay-15",
        points=("Galileo saw moons that do not circle the Earth", "fainter and farther bodies were found"),
        about=("jupiter-moons", "uranus"),
        place=TOOLS,
    ),
)

GROUPS = (
    Group(
        id="gas-giants",
        of="planets",
        are="consist mostly of gas or of ice",
        basis="are made of the same sort of material",
        members=("Jupiter", "Saturn", "Uranus", "Neptune"),
        near=("Mercury", "Venus", "Mars"),
        heading="Giants",
        partition="sorts of planet",
        place=SKY,
    ),
    Group(
        id="rocky-planets",
        of="planets",
        are="have a surface of rock",
        basis="are made of the same sort of material",
        members=("Mercury", "Venus", "Mars"),
        heading="Rocky planets",
        partition="sorts of planet",
        place=SKY,
    ),
    Group(
        id="bright-stars",
        of="stars",
        are="are among the brightest of the night",
        basis="are alike to the eye",
        members=("Sirius", "Vega", "Arcturus"),
        near=("Polaris", "Mizar", "Barnard's Star"),
        place=TOOLS,
    ),
)

FACTS: tuple[Fact, ...] = (
    *TERMS,
    *EVENTS,
    *PEOPLE,
    *STATEMENTS,
    *FIGURES,
    *VIEWS,
    *LINKS,
    *MISCONCEPTIONS,
    *GROUPS,
    *QUESTIONS,
)
BOOK = FactBank(
    "The Sky",
    FACTS,
    tuple(Chapter(place.chapter, place.chapter_number, place.chapter_title) for place in (SKY, TOOLS, FLIGHT)),
)
