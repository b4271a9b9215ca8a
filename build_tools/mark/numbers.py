"""Figures: one number in its sentence, or a series of numbers."""

from __future__ import annotations

import re

from worksheets.facts import Reading

from .draft import Draft
from .values import bars, number, once


def figure(draft: Draft) -> None:
    """Argument: a title. Body: a sentence with one value, or one that introduces the series."""
    title, text = draft.argument.text, draft.body.text
    if title:
        draft.fields["title"] = title
    else:
        draft.missing(f"{draft.called} has no title", "write one behind the kind: “chromosomes in a human cell”")
    if text:
        draft.fields["text"] = draft.check(text, "Sentence", "")
    else:
        draft.missing(f"{draft.called} has no sentence", "write one below the options, with “{value}`46`” in it")
    series = "series" in draft.own
    values = [span for span in draft.body.spans if span.role == "value"]
    if series:
        _series(draft)
    if values and series:
        draft.fault(
            "fact.value-count",
            f"{draft.called} has a value and a series",
            "keep the series, or make two figures of it",
            "series",
        )
    elif len(values) > 1:
        draft.fault(
            "fact.value-count",
            f"{draft.called} has {len(values)} values",
            "keep one; a second one is another figure",
            "",
        )
    elif text and not values and not series:
        draft.missing(f"{draft.called} has no value", "mark its number: “{value}`46`”, or write a :series:")
    if values and not series:
        draft.fields.update(value=values[0].text, start=values[0].start)
        _value(draft, values[0].text)


def _value(draft: Draft, value: str) -> None:
    right = number(value)
    if right is None and draft.fields.get("range") and re.search(r"\d", value):
        return  # never asked as one number, so the sentence may give the range: "5 to 7 million"
    if right is None:
        draft.fault(
            "fact.bad-number", f"the value “{value}” is no number", "mark the digits alone: “{value}`1,200`”", ""
        )
        return
    asked = number(draft.fields.get("asked_as", "")) if draft.fields.get("asked_as") else None
    total = number(draft.fields.get("total", "")) if draft.fields.get("total") else None
    false = [(text, number(text)) for text in draft.fields.get("false", ())]
    for text, wrong in false:
        if wrong is not None and wrong in (right, asked):
            draft.fault(
                "fact.filler-is-answer", f"the wrong number “{text}” is the right one", "write another", "false"
            )
        if wrong is not None and total is not None and wrong > total:
            draft.fault(
                "fact.beyond-total",
                f"the wrong number “{text}” is beyond :total: {draft.fields['total']}",
                "write a smaller one",
                "false",
            )
    if total is not None and right > total:
        draft.fault("fact.beyond-total", f"the value “{value}” is beyond :total:", "mend one of the two", "total")


def _series(draft: Draft) -> None:
    readings: list[Reading] = []
    for part in bars(draft.own["series"]):
        label, _, written = (piece.strip() for piece in part.rpartition("="))
        value = number(written)
        if not label or value is None:
            draft.fault(
                "fact.bad-number",
                f"“{part}” in :series: is no label with a number",
                "write “2019=41”, with “ | ” between the values",
                "series",
            )
        else:
            readings.append(Reading(label, value, written))
    if len(readings) < 2:
        draft.fault(
            "fact.too-few", f"the series of {draft.called} has {len(readings)} values", "write 2 or more", "series"
        )
    once(tuple(reading.label for reading in readings), "series", draft)
    draft.fields["series"] = tuple(readings)
    if not re.search(r"\w", draft.fields.get("counted", "")):
        draft.fault(
            "fact.one-without-other",
            f"{draft.called} has a :series: and no :counted:",
            "say what the numbers count and what they leave out: “:counted: ...”",
            "series",
        )
