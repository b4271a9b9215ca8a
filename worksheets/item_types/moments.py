"""The dates of events as answers: the right one, and wrong ones that come from other events."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..dates import MONTHS, Date
from ..facts import Event
from . import truth
from .giveaways import Pairs, cues, together
from .index import datable, index_of
from .item_type import Material
from .truth import Moment

_DATE_WORDS = re.compile(
    r"\d|\b(" + "|".join(month for month in MONTHS if month != "May") + r"|century|spring|summer|autumn|winter)\b"
)

# Words that begin a part of a sentence to which a date at its end could be taken to belong.
_SECOND_PART = re.compile(
    r"\b(although|and|because|had|how|if|that|to|what|when|where|whether|which|while|who|whom|whose|why|\w{2,}ing)\b"
)


@dataclass(frozen=True, slots=True)
class WrongDate:
    """A date that is not the event's, and the event that it is the date of."""

    moment: Moment
    event: Event
    mixed_up: bool  # whether students take the two events for each other

    @property
    def label(self) -> str:
        """The date as printed."""
        return label(self.moment)


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

    Where the clause has another part inside it, the date at its end could be read as that one's, so it goes first.
    """
    when = f"{'on' if len(moment) == 3 else 'in'} {label(moment)}"
    return f"this happened {when}: {event.clause}" if _SECOND_PART.search(event.clause) else f"{event.clause} {when}"


def tells_date(text: str) -> bool:
    """Whether a title or clause holds a number or a word of the calendar (rule G4)."""
    return bool(_DATE_WORDS.search(text))


def wrong_dates(event: Event, material: Material) -> tuple[list[WrongDate], list[WrongDate]]:
    """Dates of other events that are false for this one: the earlier ones and the later ones, nearest first.

    Nearness is by rank among the dates of the bank, not by years (rule G6). What may pass for the event anywhere in
    the book bars its dates (rule H11).
    """
    right = moment_of(event)
    passing = [other for other in material.book.of_kind(Event) if truth.same_happening(material.book, event, other)]
    found: dict[Moment, WrongDate] = {}
    for other in index_of(material.taught).timeline:
        moment = truth.at(other.date, event.ask)
        if not moment or truth.touches(event, moment) or any(truth.touches(same, moment) for same in passing):
            continue
        mixed_up = material.book.confusable(event, other)
        if moment not in found or (mixed_up and not found[moment].mixed_up):
            found[moment] = WrongDate(moment, other, mixed_up)
    order = sorted(found.values(), key=lambda date: date.moment)
    earlier = [date for date in reversed(order) if date.moment < right]
    later = [date for date in order if date.moment > right]
    return earlier, later


def date_pairs(event: Event, material: Material) -> Pairs:
    """The date with the words by which the event is known."""
    moment = moment_of(event) or (event.date.year,)
    dates = dict.fromkeys((label(moment), event.date.year_label))
    return together(dates, cues(material.book, event.title, event.clause))
