"""Questions that an author wrote whole."""

from __future__ import annotations

import difflib
import re

from .draft import Draft
from .values import points

ITEM_TYPES = ("essay", "explain", "short-answer", "multiple-choice", "source-question")
OF_SOURCES = ("extract", "attribution", "value", "limitations")  # what a source question must have
_ONLY_OF_SOURCES = (*OF_SOURCES, "inquiry", "purpose")
_MARKS = re.compile(r"\s*\[(\d+)(?: marks?)?\]$")


def question(draft: Draft) -> None:
    """Argument: the type. Body: the stem with its marks."""
    _item_type(draft)
    stem = draft.body.text
    if not stem:
        draft.missing(
            f"{draft.called} has no stem", "write it below the options, with its marks: “Explain why ... [4]”"
        )
        return
    worth = _MARKS.search(stem)
    if not worth or int(worth[1]) == 0:
        draft.missing(f"“{stem}” does not say what it is worth", "end it with its marks in square brackets: “[4]”")
        return
    draft.fields.update(stem=stem[: worth.start()], worth=int(worth[1]))
    if draft.fields.get("item_type") == "source-question":
        _source(draft)
    else:
        _no_source(draft)
        _scheme(draft)
    command = draft.fields.get("command", "")
    if command and command.casefold() not in stem.casefold():
        draft.fault(
            "fact.slot", f"the command term “{command}” does not stand in the stem", "use it, or delete it", "command"
        )


def _item_type(draft: Draft) -> None:
    written = draft.argument.text
    if written in ITEM_TYPES:
        draft.fields["item_type"] = written
        return
    close = difflib.get_close_matches(written.lower().replace(" ", "-"), ITEM_TYPES, n=1, cutoff=0.5)
    draft.missing(
        f"“{written}” is no type of question" if written else f"{draft.called} has no type",
        f"write “{close[0]}”" if close else f"write one of {', '.join(ITEM_TYPES)}",
    )


def _source(draft: Draft) -> None:
    examples = {
        "extract": "what the source says, in your own words",
        "attribution": "what it is, who made it, when and where",
        "value": "a first point | a second point",
        "limitations": "a first point | a second point",
    }
    for name in OF_SOURCES:
        if not draft.fields.get(name):
            draft.fault("fact.missing-field", f"{draft.called} has no :{name}:", f"write “:{name}: {examples[name]}”")
    if re.search(r"[“”\"]", draft.fields.get("extract", "")):
        draft.fault(
            "fact.quoted",
            f"the extract of {draft.called} holds quotation marks",
            "sum the source up in your own words, and quote nothing",
            "extract",
        )
    worth = draft.fields["worth"]
    for name in ("value", "limitations"):
        given = draft.fields.get(name, ())
        if given and 2 * len(given) < worth:
            draft.fault(
                "fact.too-few",
                f"{draft.called} is worth {worth} marks and has {len(given)} points of :{name}:",
                "write a point for every two marks, or lower the marks",
                name,
            )
    for name in ("points", "purpose", "value", "limitations"):
        points(draft.fields.get(name, ()), name, draft)
    for name in ("key", "options"):
        if draft.fields.get(name):
            draft.fault("fact.one-without-other", f"a source question has no :{name}:", "delete it", name)


def _no_source(draft: Draft) -> None:
    for name in _ONLY_OF_SOURCES:
        if draft.fields.get(name):
            draft.fault(
                "fact.one-without-other",
                f"{draft.called} has a :{name}: but is no source question",
                "call it source-question, or delete it",
                name,
            )


def _scheme(draft: Draft) -> None:
    item_type, key = draft.fields.get("item_type"), draft.fields.get("key", "")
    given, worth = draft.fields.get("points", ()), draft.fields["worth"]
    options = draft.fields.get("options", ())
    if item_type == "multiple-choice":
        if not key:
            draft.fault("fact.missing-field", f"{draft.called} has no :key:", "write the right answer as “:key: ...”")
        if not options:
            draft.fault(
                "fact.missing-field", f"{draft.called} has no :options:", "write the wrong answers, with “ | ” between"
            )
        if key.casefold() in {option.casefold() for option in options}:
            draft.fault("fact.filler-is-answer", f"“{key}” is the key and an option", "write a wrong answer", "options")
        return
    if options:
        draft.fault(
            "fact.one-without-other",
            f"{draft.called} has :options: but is no choice",
            "call it multiple-choice, or delete them",
            "options",
        )
    if not (key or given or draft.fields.get("bands")):
        draft.fault(
            "fact.missing-field",
            f"{draft.called} has no mark scheme",
            "write “:points: a first point | a second point”, or “:key: the answer”",
        )
    # The points of an essay are what it may be about; how many marks for how many is for its bands.
    if given and len(given) < worth and item_type != "essay" and not draft.fields.get("bands"):
        draft.fault(
            "fact.too-few",
            f"{draft.called} is worth {worth} marks and has {len(given)} mark points",
            "write a point for each mark, or lower the marks",
            "points",
        )
    if item_type != "short-answer":
        points(given, "points", draft)
