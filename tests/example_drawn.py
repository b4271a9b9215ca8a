"""Questions with a scale, on a science topic."""

from __future__ import annotations

from worksheets.facts import Place
from worksheets.item_types.time_scale import TimeScale
from worksheets.questions import Key, Question

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

DRAWN = (PLACED_EVENTS,)
