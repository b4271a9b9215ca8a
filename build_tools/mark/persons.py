"""Persons: a role that fits nobody else and does not give the name away."""

from __future__ import annotations

import re

from worksheets.words import bare_date

from .draft import Draft
from .words import words

# An office that one holder after the other has, and words that say whose time in it is meant.
_OFFICE = re.compile(
    r"the (?:(?!of )[\w-]+ )*?(?:chair|chair(?:man|woman|person)|chief|commander|director|editor|governor|head|leader|"
    r"mayor|minister|commissar|president|secretary) (?:of|for) ",
    re.IGNORECASE,
)
_LIMITED = re.compile(
    r"\d|\b(?:first|last|later|then|before|after|until|during|under|when|while|who|which|that|whose|in|at|killed|"
    r"born|tried|shot|between|since|from)\b",
    re.IGNORECASE,
)


def person(draft: Draft) -> None:
    """Argument: the name. Body: the role."""
    name, role = draft.argument.text, draft.body.text
    if not name:
        draft.missing(f"{draft.called} has no name", "write the name behind the kind, as it is usually written")
    else:
        draft.fields["full_name"] = name
        _surname(draft, name)
    if not role:
        draft.missing(f"{draft.called} has no role", "write it below the options: “the doctor who ...”")
    else:
        draft.fields["role"] = draft.check(role, "NP", "")
        if not re.match(r"the\b", role, re.IGNORECASE):
            draft.fault(
                "fact.shape",
                f"the role “{role}” does not begin with “the”",
                "write what only this person was: “the doctor who ...”",
                "",
            )
    if _OFFICE.match(role) and not _LIMITED.search(role):
        draft.fault(
            "fact.office",
            f"the role “{role}” names an office, and others held it as well",
            "say when, or what else only this holder did: “the head of the observatory from 1904 to 1910”",
            "",
        )
    _gives_name(draft, name, role, "the role", "")
    for clue in draft.fields.get("clues", ()):
        _gives_name(draft, name, clue, "the clue", "clues")
        if match := re.search(r"\b(he|she)\b", clue, re.IGNORECASE):
            draft.fault(
                "fact.shape",
                f"the clue “{clue}” says “{match[0]}”",
                "turn it so that it begins with a verb and needs no such word",
                "clues",
            )
        if bare_date(clue):
            draft.fault(
                "fact.bare-date",
                f"the clue “{clue}” says little more than a date, and so fits very many",
                "say in it what was done, or where",
                "clues",
            )
    _fates(draft)
    _lived(draft)


def _surname(draft: Draft, name: str) -> None:
    if "(" in name:
        draft.fault(
            "fact.shape", f"“{name}” holds a second name in brackets", "write it as “:aliases:” or “:native:” instead"
        )
    surname = draft.fields.get("surname", "")
    if surname and surname not in name:
        draft.fault(
            "fact.shape", f"the surname “{surname}” is no part of “{name}”", "copy it letter for letter", "surname"
        )
    last = name.split()[-1]
    if not surname and len(name.split()) > 1 and re.fullmatch(r"[IVX]{1,5}|[JS]r\.?", last):
        draft.fault(
            "fact.missing-field",
            f"“{last}” is no surname of “{name}”",
            f"add “:surname: {name if re.fullmatch('[IVX]+', last) else name.split()[-2].strip(',')}”",
        )
    draft.fields["surname"] = surname or last


def _gives_name(draft: Draft, name: str, text: str, called: str, at: str) -> None:
    telling = [word for word in words(re.sub(r"[-’']", " ", name)) if len(word) > 2 and word[0].isupper()]
    for word in words(re.sub(r"[-’']", " ", text)):
        # "Darwinian" gives "Darwin" away as well as "Darwin's" does; "mark" does not give "Mark" away.
        if any(word == part or (len(part) > 4 and word.startswith(part)) for part in telling):
            draft.fault("fact.holds-name", f"{called} “{text}” holds “{word}”, a word of the name", "reword it", at)
            return


def _fates(draft: Draft) -> None:
    fate, fates = draft.fields.get("fate", ""), draft.fields.get("fates", ())
    if fate and not fates:
        draft.fault(
            "fact.one-without-other",
            f"{draft.called} has a :fate: and no :fates:",
            "add every short fate that is true, with commas: “:fates: died, died in prison”",
            "fate",
        )
    if fates and not fate:
        draft.fault(
            "fact.one-without-other",
            f"{draft.called} has :fates: and no :fate:",
            "add what a sentence may say behind the name: “:fate: died in prison”",
            "fates",
        )


def _lived(draft: Draft) -> None:
    lived = draft.fields.get("lived", "")
    match = re.search(r"(\d{3,4})\s*[-–]\s*(?:c\. ?)?(\d{3,4})(?! ?BC)", lived)
    if match and int(match[2]) < int(match[1]):
        draft.fault(
            "fact.date-order", f"“{lived}” ends before it begins", "write birth and death: “1749-1823”", "lived"
        )
