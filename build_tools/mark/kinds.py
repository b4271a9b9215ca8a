"""The ten kinds: what their argument and body hold, and what must agree between their fields."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from .draft import Draft
from .events import event
from .numbers import figure
from .persons import person
from .questions import question
from .statements import statement
from .terms import term
from .values import commas, enough, once
from .words import stems, words

Build = Callable[[Draft], None]


def view(draft: Draft) -> None:
    """Argument: holder and year. Body: the thesis."""
    match = re.fullmatch(r"(?P<holder>[^()]+?)\s*\((?P<year>[^()]*\d[^()]*)\)", draft.argument.text)
    if match:
        draft.fields.update(match.groupdict())
    elif draft.argument.text:
        draft.missing(f"“{draft.argument.text}” does not say who held the view and when", "write “Name Surname (1859)”")
    else:
        draft.missing(f"{draft.called} has no holder", "write holder and year behind the kind: “Name Surname (1859)”")
    if thesis := _body(draft, "thesis", "what the holder argued, as it fits behind “argued that”"):
        draft.fields["thesis"] = draft.check(thesis, "That", "")
    on = draft.fields.get("on", "")
    if on.endswith("?") or re.match(r"(How|Why|Who|What|Whether|When|Where|Which)\b", on):
        draft.fault(
            "fact.shape",
            f"“{on}” is a question",
            f"write it as in the middle of a sentence: “{on[:1].lower()}{on[1:].rstrip('?')}”",
            "on",
        )


def link(draft: Draft) -> None:
    """Argument: cause, arrow, effect. The body, if any, is for the reader of the book only."""
    cause, arrow, effect = (part.strip() for part in re.sub("→", "->", draft.argument.text).partition("->"))
    if not (arrow and cause and effect):
        draft.missing(
            f"“{draft.argument.text}” does not name a cause and an effect" if cause else f"{draft.called} has no cause",
            "write “the overuse of antibiotics -> has led to resistant bacteria”",
        )
        return
    draft.fields["cause"] = draft.check(cause, "NP", None)
    draft.fields["effect"] = draft.check(effect, "Pred", None)
    if draft.fields.get("timescale") and not draft.fields.get("of"):
        draft.fault(
            "fact.one-without-other",
            f"{draft.called} has a :timescale: and no :of:",
            "add what it is a cause of: “:of: the end of smallpox”",
            "timescale",
        )
    label, how = draft.fields.get("label", ""), draft.fields.get("how", "")
    telling = {stem for word, stem in zip(words(label), stems(label), strict=False) if len(word) > 3}
    if shared := [word for word in words(how) if set(stems(word)) & telling]:
        draft.fault(
            "fact.gives-away",
            f":how: uses “{shared[0]}”, a word of the label “{label}”, so it would give the answer away",
            "say it in other words",
            "how",
        )


def group(draft: Draft) -> None:
    """Argument: plural noun, bar, plural predicate. Body: the members."""
    of, bar, are = (part.strip() for part in draft.argument.text.partition("|"))
    if not (bar and of and are):
        draft.missing(
            f"“{draft.argument.text}” does not say what is grouped and by what"
            if of
            else f"{draft.called} has no title",
            "write “diseases | are caused by viruses”",
        )
    else:
        draft.fields["of"] = of
        draft.fields["are"] = draft.check(are, "Pred", None)
        if draft.fields.get("basis", "").casefold() == are.casefold():
            draft.fault("fact.twice", f":basis: says the same as “{are}”", "say it more vaguely", "basis")
    members = commas(_body(draft, "members", "the members, with a comma and a space between them"))
    if not members:
        return
    _members(draft, members)
    draft.fields["members"] = members
    for name in draft.fields.get("near", ()):
        if name.casefold() in {member.casefold() for member in members}:
            draft.fault("fact.twice", f"“{name}” is a member and in :near:", "keep it in one of the two", "near")


def _members(draft: Draft, members: tuple[str, ...]) -> None:
    if members[-1].endswith("."):
        draft.fault("fact.full-stop", f"the list of members ends with “{members[-1]}”", "leave the stop out", "")
    if re.match(r"and ", members[-1]) or (len(members) < 3 and " and " in members[-1]):
        draft.fault(
            "fact.shape", f"the list of members ends with “{members[-1]}”", "write a comma in place of “and”", ""
        )
    if len(members) < 3:
        enough(members, 3, "a comma and a space between them", "", draft)
    else:
        once(members, "", draft)


def misconception(draft: Draft) -> None:
    """Argument: what is often written. Body: what is true."""
    often = draft.argument.text
    if not often:
        draft.missing(f"{draft.called} does not say what is often written", "write it as a sentence behind the kind")
    else:
        draft.fields["often"] = draft.check(often, "Sentence", None)
    true = _body(draft, "true", "what is true, as a sentence")
    if true:
        draft.fields["true"] = draft.check(true, "Sentence", "")
    if often and often.casefold() == true.casefold():
        draft.fault("fact.twice", f"{draft.called} says the same in its title and its body", "write what is true", "")
    slot = draft.fields.get("slot", "")
    if slot and slot not in often:
        draft.fault(
            "fact.slot", f"“{slot}” does not stand in “{often}”", "copy the wrong words letter for letter", "slot"
        )


def _body(draft: Draft, called: str, wanted: str) -> str:
    if not draft.body.text:
        draft.missing(f"{draft.called} has no {called}", f"write {wanted}, below the options")
    return draft.body.text


BUILD: Mapping[str, Build] = MappingProxyType(
    {
        "statement": statement,
        "term": term,
        "event": event,
        "person": person,
        "figure": figure,
        "view": view,
        "link": link,
        "group": group,
        "misconception": misconception,
        "question": question,
    }
)
