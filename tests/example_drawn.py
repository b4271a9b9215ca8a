"""Questions with a scale, a chart or a table, on a science topic."""

from __future__ import annotations

from worksheets.exhibits import Table
from worksheets.facts import Figure, Place, Reading
from worksheets.item_types.chart import chart
from worksheets.item_types.series import Series
from worksheets.item_types.time_scale import TimeScale
from worksheets.questions import GAP, Key, Question, QuestionPart

MILESTONES = Place(
    chapter="05-defences",
    chapter_number="5",
    chapter_title="Defences",
    section="5.5",
    section_title="Milestones",
    anchor="milestones",
    pages={"a4": "68", "letter": "72"},
)

_PLACED = {"A": 1885, "B": 1980, "C": 1796, "D": 1954}
_SCALE = TimeScale.around(_PLACED.values())

PLACED_EVENTS = Question(
    id="timeline/titles/cowpox-trial",
    item_type="timeline",
    pattern="titles",
    facts=("cowpox-trial", "rabies-vaccine", "polio-vaccine", "smallpox-end"),
    stem="Mark these events on the timeline.",
    marks=4,
    rows=(
        "The first use of a vaccine against rabies",
        "The end of smallpox in the whole world",
        "Jenner’s test of cowpox as a protection",
        "The first large trial of a vaccine against polio",
    ),
    row_keys=tuple(map(str, _PLACED.values())),
    drawing=_SCALE.drawing(tuple(_PLACED)),
    key=Key(
        "C 1796, A 1885, D 1954, B 1980",
        notes=("1 mark for each line that meets the scale in the right year or within 12 years of it.",),
        drawing=_SCALE.drawing(tuple(_PLACED), _PLACED),
    ),
    places=(MILESTONES,) * 4,
)

_CASES = Figure(
    id="measles-cases",
    title="cases of measles in a town",
    text="Doctors reported these numbers of cases.",
    series=tuple(
        Reading(str(year), cases, f"{cases:,}") for year, cases in ((1962, 1240), (1964, 980), (1966, 410), (1972, 60))
    ),
)
_CHART = chart(Series.of(_CASES), "Cases", _CASES.title)
assert _CHART

NUMBERS_READ = Question(
    id="read-the-chart/chart/measles-cases",
    item_type="read-the-chart",
    pattern="chart",
    facts=("measles-cases",),
    stem="The chart shows cases of measles in a town. Doctors reported these numbers of cases.",
    instruction="Where no column stands there is no figure for the year.",
    marks=5,
    level=2,
    drawing=_CHART[0],
    parts=(
        QuestionPart(
            "In which year was the figure highest, and what was it?",
            2,
            Key("1962: 1,240", notes=("1 mark each.", "Allow 1,200 to 1,280.")),
            answer_lines=1,
        ),
        QuestionPart(
            "Describe how the figure changed from 1962 to 1972. Give numbers from the chart.",
            2,
            Key("it fell", points=("it fell all the time", "from 1962 to 1972 it fell from 1,240 to 60")),
            answer_lines=3,
        ),
        QuestionPart(
            "Name something that these figures leave out.",
            1,
            Key("Cases that no doctor saw are left out.", notes=("The numbers count what doctors reported.",)),
            answer_lines=1,
        ),
    ),
    key=Key(""),
    places=(MILESTONES,),
)

FILLED_TABLE = Question(
    id="fill-the-table/events/cowpox-trial",
    item_type="fill-the-table",
    pattern="events",
    facts=("cowpox-trial", "rabies-vaccine", "polio-vaccine", "smallpox-end"),
    stem="Complete the table.",
    marks=4,
    level=2,
    table=Table(
        (
            ("The first use of a vaccine against rabies", GAP, "It was the first vaccine made in a laboratory."),
            (GAP, "1796", "It showed that a mild disease can protect against a grave one."),
            ("The first large trial of a vaccine against polio", GAP, "It ended the fear of every summer."),
            (GAP, "1980", "It was the first time that people rid the world of a disease."),
        ),
        ("Event", "Year", "Why it mattered"),
    ),
    gap_keys=(
        Key("1885"),
        Key("Jenner’s test of cowpox as a protection", accept=("the cowpox test",)),
        Key("1954"),
        Key("the end of smallpox in the whole world"),
    ),
    key=Key(
        "1885; Jenner’s test of cowpox as a protection; 1954; the end of smallpox in the whole world",
        notes=("1 mark for each.",),
    ),
    places=(MILESTONES,) * 4,
)

DRAWN = (PLACED_EVENTS, NUMBERS_READ, FILLED_TABLE)
