"""Whether a fact, looked at alone, can be asked about at all."""

from __future__ import annotations

from ..facts import Event, Person, View
from ..words import content
from .index import datable
from .moments import tells_date
from .names import mentions


def has_role(person: Person) -> bool:
    """Whether nobody disputes the role and it does not name its person."""
    return not person.disputed and not mentions(person.role, person)


def has_thesis(view: View) -> bool:
    """Whether it says what question it answers and the thesis does not name its holder."""
    return bool(view.on) and not content(view.holder) & content(view.thesis)


def has_one_year(event: Event) -> bool:
    """Whether it has one settled year, and a title without a date (rule G4)."""
    return datable(event) and event.years[0] == event.years[1] and not tells_date(event.title)
