"""The dates of events as answers: the right one, and wrong ones that come from other events."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..bank import FactBank
from ..dates import MONTHS, Date, Precision
from ..facts import Event
from . import truth
from .giveaways import Pairs, number_cues, together
from .index import datable, index_of
from .item_type import Material
from .likeness import closeness
from .truth import Moment
from .wording import capital, sentence

_DATE_WORDS = re.compile(
    r"\d|\b(" + "|".join(month for month in MONTHS if month != "May") + r"|century|spring|summer|autumn|winter)\b"
)

# A year, or a part of one: what a clause may not tell beside "In which year was this?"
_CALENDAR = re.compile(
    rf"\b(\d{{4}}s?|{'|'.join(month for month in MONTHS if month != 'May')}|May \d|\d May|in May"
    r"|century|spring|summer|autumn|winter|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
)

# Words that begin a part of a sentence to which a date at its end could be taken to belong, and words that tell a time:
# "was shot after four years as a prisoner in 1937".
_SECOND_PART = re.compile(
    r"\b(although|and|because|had|how|if|that|to|what|when|where|whether|which|while|who|whom|whose|why|\w{2,}ing"
    r"|after|afterwards|ago|before|during|earlier|later|since|throughout|till|until"
    r"|(?:hour|day|night|week|month|year|decade)s?)\b"
)

NEAREST = 3  # dates on either side among which is chosen
ABSURD = 3  # times as far from the right date as the nearest wrong one: so far that nobody takes it for right
FARTHEST = 9  # the same where a difficulty is wanted: the far ones make an easy question


@dataclass(frozen=True, slots=True)
class WrongDate:
    """A date that is not the event's, and the event that it is the date of."""

    moment: Moment
    event: Event
    mixed_up: bool  # whether students take the two events for each other
    steps: int  # from the right date, counted in dates of the bank: 1 for its neighbours

    @property
    def label(self) -> str:
        """The date as printed."""
        return label(self.moment)

    @property
    def likeness(self) -> float:
        """To the right date, from 0 to 1: by rank among the dates of the bank, not by years (rule G6)."""
        return 1.0 if self.mixed_up else closeness(self.steps, FARTHEST)


def moment_of(event: Event) -> Moment:
    """The one year, month or day that is asked of an event (rule G5); empty where the date is not so exact.

    A range that passes it cannot be asked as one date.
    """
    if not datable(event):
        return ()
    first, last = truth.at(event.date, event.ask), truth.at(event.end or event.date, event.ask)
    return first if first == last else ()


def label(moment: Moment) -> str:
    """A year, month or day as printed: "1934", "December 1934", "1 December 1934"."""
    year, month, day = (*moment, None, None)[:3]
    assert year is not None
    return Date(year, month, day).label


def dated(event: Event, moment: Moment) -> str:
    """The clause with a date of the precision asked of the event: "the comet returned in 1758".

    Where the clause has another part inside it or tells a time, the date at its end could be read as that one's, so it
    goes first.
    """
    when = f"{'on' if len(moment) == 3 else 'in'} {label(moment)}"
    if _SECOND_PART.search(event.clause):
        return f"this happened {when}: {capital(event.clause)}"
    return f"{event.clause} {when}"


def date_asked(event: Event, by_title: str, by_clause: str) -> str:
    """The question for an event's date, from its clause; from its title only where the clause tells a date (rule G3).

    A title bends what happened into nouns: nobody asks for the year of the setting of a record.

    :param by_title: the question with a gap for the title: "Give the year of {}."
    :param by_clause: the question that goes before the clause: "In which year was this?"
    """
    return by_title.format(event.title) if _CALENDAR.search(event.clause) else f"{by_clause} {sentence(event.clause)}"


def tells_date(text: str) -> bool:
    """Whether a title or clause holds a number or a word of the calendar (rule G4)."""
    return bool(_DATE_WORDS.search(text))


def wrong_dates(event: Event, material: Material, nearest: int = NEAREST) -> tuple[list[WrongDate], list[WrongDate]]:
    """Dates of other events that are false for this one: earlier ones and later ones, nearest first.

    On either side there are the ``nearest`` ones and those of events that students mix up with it. Nearness is by rank
    among the dates of the bank, not by years (rule G6). What may pass for the event anywhere in the book bars its dates
    (rule H11).
    """
    dates = material.taught.once(_dates)[event.ask]
    passing = material.book.once_about(event, _passing)
    index = index_of(material.taught)
    places = [index.when[other.id] for other in index.mixed_up_with(event) if other.id in index.when]
    last_first = [index.timeline[place] for place in sorted(places, reverse=True)]
    mixed_up = {truth.at(other.date, event.ask): other for other in last_first}  # of two, the earlier one is kept

    def wrong(moments: Iterable[Moment]) -> Iterator[WrongDate]:
        near = 0
        for steps, moment in enumerate(moments, start=1):
            known = moment in mixed_up
            if (known or near < nearest) and not any(truth.touches(same, moment) for same in passing):
                near += not known
                yield WrongDate(moment, mixed_up[moment] if known else dates[moment][0], known, steps)

    moments = list(dates)
    own = moment_of(event)
    earlier, later = moments[: bisect_left(moments, own)], moments[bisect_right(moments, own) :]
    return list(wrong(reversed(earlier))), list(wrong(later))


def believable(event: Event, dates: list[WrongDate]) -> list[WrongDate]:
    """Those that are not far out beside the nearest of them: not 1950 for an advance of 1941 that 1940 is offered for.

    How far that is goes by the dates themselves, so it fits years, thousands or millions of them (rule G6). Nor is 1933
    for the last days of 1932.
    """
    own = moment_of(event)[0]
    dates = [date for date in dates if not _next_door(event, date.moment[0] - own)]
    apart = {date.moment: abs(date.moment[0] - own) for date in dates}
    least = max(1, min(apart.values(), default=1))
    return [date for date in dates if date.mixed_up or apart[date.moment] <= ABSURD * least]


def _next_door(event: Event, years: int) -> bool:
    """Whether the year before or after begins or ends within two months of an event whose year alone is asked."""
    first, last = event.date.month or 0, (event.end or event.date).month or 0
    return event.ask == "year" and ((years == 1 and last >= 11) or (years == -1 and 1 <= first <= 2))


def _dates(bank: FactBank) -> dict[Precision, dict[Moment, list[Event]]]:
    """For each precision the dates that are known so exactly, in their order, and whose they are."""
    found: dict[Precision, dict[Moment, list[Event]]] = {"year": {}, "month": {}, "day": {}}
    for event in index_of(bank).timeline:
        for precision, dates in found.items():
            if moment := truth.at(event.date, precision):
                dates.setdefault(moment, []).append(event)
    return found


def _passing(book: FactBank, event: Event) -> tuple[Event, ...]:
    """The event and those that may pass for it."""
    return tuple(other for other in index_of(book).related(event) if truth.same_happening(book, event, other))


def date_pairs(event: Event, material: Material) -> Pairs:
    """The date with the words by which the event is known."""
    moment = moment_of(event) or (event.date.year,)
    dates = dict.fromkeys((label(moment), event.date.year_label))
    return together(dates, number_cues(material.book, event.title, event.clause))
