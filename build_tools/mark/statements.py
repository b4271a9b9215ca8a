"""Statements: a sentence, its blanks, and what may stand in them."""

from __future__ import annotations

import difflib
import re

from worksheets.facts import Blank, Passage

from .draft import Draft
from .plain import Span
from .values import commas
from .words import stem, words

MOST_BLANKS = 2
WORDS_BEFORE_BLANK = 3
FEWEST_FALSE = 2
_PARTS = ("kind", "false", "accept", "hint")


def statement(draft: Draft) -> None:
    """Body: one sentence with one or two blanks."""
    if draft.argument.text:
        draft.fault(
            "fact.shape", f"a statement has no title, but here is “{draft.argument.text}”", "move it into the body"
        )
    text = draft.body.text
    if not text:
        draft.missing(f"{draft.called} has no sentence", "write it below the options")
        return
    draft.fields["text"] = draft.check(text, "Sentence", "")
    spans = [span for span in draft.body.spans if span.role == "blank"]
    if not spans:
        draft.missing(f"{draft.called} has no blank", "mark its key words: “{blank}`ribosomes`”")
        return
    if len(spans) > MOST_BLANKS:
        draft.fault(
            "fact.blank-count",
            f"{draft.called} has {len(spans)} blanks",
            f"keep {MOST_BLANKS}; a sentence with more cannot be filled in",
            "",
        )
    _placed(draft, spans)
    for span in spans:
        _article(draft, span)
    draft.fields["blanks"] = tuple(_blank(draft, index, span) for index, span in enumerate(spans, start=1))
    for name in draft.lines:
        if (match := re.fullmatch(r"blank-(\d+)", name)) and not 1 <= int(match[1]) <= len(spans):
            draft.fault(
                "fact.blank-option",
                f":{name}: belongs to no blank; the sentence has {len(spans)}",
                "delete the line or mark the words",
                name,
            )
    _passage(draft)


def _placed(draft: Draft, spans: list[Span]) -> None:
    text = draft.body.text
    whole = "".join(text[: spans[0].start].split()) + "".join(text[spans[-1].start + len(spans[-1].text) :].split())
    if len(spans) == 1 and not re.search(r"\w", whole):
        draft.fault(
            "fact.blank-is-sentence",
            f"the blank “{spans[0].text}” is the whole sentence",
            "write a sentence around it; at least three words before the blank",
            "",
        )
    elif len(words(text[: spans[0].start])) < WORDS_BEFORE_BLANK:
        draft.fault(
            "fact.blank-too-early",
            f"the blank “{spans[0].text}” comes before a reader knows what is asked",
            f"turn the sentence round so that {WORDS_BEFORE_BLANK} words or more stand before it",
            "",
        )


def _article(draft: Draft, span: Span) -> None:
    article = re.search(r"\b(an?) $", draft.body.text[: span.start], re.IGNORECASE)
    if article:
        draft.fault(
            "fact.blank-article",
            f"“{article[1]}” before the blank “{span.text}” tells how the answer begins",
            f"take it into the blank, “{{blank}}`{article[1]} {span.text}`”, and give the wrong fillers theirs",
            "",
        )


def _blank(draft: Draft, index: int, span: Span) -> Blank:
    at = f"blank-{index}"
    parts = _parts(draft, at, span)
    false, accept = commas(parts.get("false", "")), commas(parts.get("accept", ""))
    if "kind" not in parts and parts:
        draft.fault(
            "fact.missing-field", f":{at}: does not say what “{span.text}” is", "write “kind=person” or the like", at
        )
    if len(false) < FEWEST_FALSE and parts:
        draft.fault(
            "fact.too-few",
            f"“{span.text}” has {len(false)} wrong {'filler' if len(false) == 1 else 'fillers'}",
            f"write {FEWEST_FALSE} or more behind “false=”, with a comma and a space between them",
            at,
        )
    right = {_key(text): text for text in (*accept, span.text)}
    for filler in false:
        draft.check(filler, "", at)
        if (same := right.get(_key(filler))) is not None:
            draft.fault(
                "fact.filler-is-answer",
                f"the wrong filler “{filler}” is a form of the right answer “{same}”",
                "write one that is false beyond doubt",
                at,
            )
    if "nearest" in parts.get("hint", "") and re.sub(r"\D", "", span.text)[-1:] not in ("", "0"):
        draft.fault(
            "fact.hint-rounds",
            f"the hint of “{span.text}” asks for a rounded number",
            "leave out “hint=”: an exact number is asked as “exact or rounded”",
            at,
        )
    for filler in {filler for filler in false if false.count(filler) > 1}:
        draft.fault("fact.twice", f"“{filler}” stands twice in :{at}:", "keep it once", at)
    return Blank(span.text, span.start, parts.get("kind", ""), false, accept, parts.get("hint", ""))


def _parts(draft: Draft, at: str, span: Span) -> dict[str, str]:
    if at not in draft.own:
        draft.fault(
            "fact.missing-field",
            f"{draft.called} has no :{at}: for “{span.text}”",
            f"write a line such as “:{at}: kind=person | false=two wrong fillers, with a comma”",
        )
        return {}
    parts: dict[str, str] = {}
    for written in filter(None, map(str.strip, draft.own[at].split("|"))):
        name, equals, value = (part.strip() for part in written.partition("="))
        if not equals or name not in _PARTS:
            close = difflib.get_close_matches(name, _PARTS, n=1, cutoff=0.5)
            draft.fault(
                "fact.blank-option",
                f"“{written}” in :{at}: is none of kind=, false=, accept=, hint=",
                f"write “{close[0] if close else 'false'}={value if equals else name}”",
                at,
            )
        elif name in parts:
            draft.fault("fact.twice", f"“{name}=” stands twice in :{at}:", "join the two with a comma", at)
        elif value:
            parts[name] = value
    return parts or {"kind": ""}


def _key(text: str) -> str:
    """Give what two forms of one answer share, so that "ribosomes" is no wrong filler for "ribosome"."""
    return " ".join(stem(word) for word in words(text) if word.lower() not in ("the", "a", "an")).casefold()


def _passage(draft: Draft) -> None:
    if "passage" not in draft.own:
        return
    match = re.fullmatch(r"(?P<name>.+?)\s+(?P<order>[1-9]\d?)", draft.own["passage"])
    if match:
        draft.fields["passage"] = Passage(match["name"], int(match["order"]))
    else:
        draft.fault(
            "fact.passage",
            f"“{draft.own['passage']}” is no place in a passage",
            "write the passage's name and the place in it, counted from 1: “roots 2”",
            "passage",
        )
