"""Events: a title that names a happening (rule G2), a clause that tells it, a date."""

from __future__ import annotations

import re

from worksheets.happenings import no_happening

from .draft import Draft
from .words import MONTH, date_in, year_in

_EXACTNESS = ("year", "month", "day")


def event(draft: Draft) -> None:
    """Argument: the title. Body: the clause."""
    title, clause = draft.argument.text, draft.body.text
    if title:
        draft.fields["title"] = draft.check(title, "NP", None)
        _title(draft, title)
    else:
        draft.missing(f"{draft.called} has no title", "write one behind the kind: “the publication of the book”")
    if clause:
        draft.fields["clause"] = draft.check(clause, "Clause", "")
        if dated := date_in(clause):
            draft.fault(
                "fact.date-in-text",
                f"the clause “{clause}” names its date, “{dated}”",
                "leave the date out; it is asked for",
                "",
            )
    else:
        draft.missing(
            f"{draft.called} has no clause", "write below the options what happened: “the book was published”"
        )
    _dates(draft)


def _title(draft: Draft, title: str) -> None:
    if year := year_in(title):
        draft.fault(
            "fact.date-in-text", f"the title “{title}” names its year, “{year}”", "leave the year out; it is asked for"
        )
    elif draft.fields.get("ask", "year") != "year" and (month := re.search(rf"\b{MONTH}\b", title)):
        draft.fault(
            "fact.date-in-text",
            f"the title “{title}” names its month, “{month[0]}”",
            "leave the month out; it is asked for",
        )
    for text, at in ((title, None), (draft.fields.get("short", ""), "short")):
        kind = no_happening(text)
        if kind == "a body" or (kind and at is None):  # a short label may name the document that was published
            draft.fault(
                "fact.head-noun",
                f"“{text}” names {kind}, not a happening",
                f"say what happened to it: “the founding of {text}”"
                if kind == "a body"
                else f"say what happened to it: “the publication of {text}”",
                at,
            )


def _dates(draft: Draft) -> None:
    date, end = draft.fields.get("date"), draft.fields.get("end")
    if not date:
        return
    if end and end.first <= date.first:
        what = "is the same as its :date:" if end == date else f"is not after its :date:, {date}"
        draft.fault(
            "fact.date-order",
            f"the :end: of {draft.called}, {end}, {what}",
            "write the day on which it was over, or delete :end:",
            "end",
        )
    ask = draft.fields.get("ask", "year")
    if _EXACTNESS.index(ask) > _EXACTNESS.index(date.precision):
        draft.fault(
            "fact.bad-choice",
            f":ask: {ask} wants a more exact date than “{date}”",
            f"write “:ask: {date.precision}” or a date with its {ask}",
            "ask",
        )
