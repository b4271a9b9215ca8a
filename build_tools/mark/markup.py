"""One marked directive as the author wrote it, and what comes of it: a fact, or all that is wrong with it at once."""

from __future__ import annotations

import dataclasses
import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from worksheets.facts import KINDS, Fact
from worksheets.problems import Problem, Source

from .draft import Draft, name_fault, slug
from .fields import Option, options_of
from .kinds import BUILD
from .plain import plain
from .values import READ

# Not a role of reStructuredText at the beginning of a body: ":blank:`osmosis` ..." or ":fact:ref:`...`".
_OPTION_LINE = re.compile(r":(?P<name>[^\s:`][^:`]*):(?![\w:.+-]*`)\s*(?P<text>.*)$")


@dataclass(frozen=True, slots=True)
class Mark:
    """A directive as written: nothing read yet, nothing judged."""

    kind: str
    argument: str
    options: Mapping[str, str]
    body: str
    source: Source  # where the directive begins
    lines: Mapping[str, int] = field(default_factory=dict)  # option -> its line; "" -> the first line of the body


@dataclass(frozen=True, slots=True)
class Marked:
    """What came of a mark. With problems there may be a fact all the same: readable, but faulty."""

    fact: Fact | None
    problems: tuple[Problem, ...]


def is_option_line(row: str) -> bool:
    """Tell whether a line is an option: a name between colons, and its value."""
    return bool(_OPTION_LINE.fullmatch(row.strip()))


def split_mark(
    kind: str, argument: str, rows: Iterable[tuple[int, str]], source: Source
) -> tuple[Mark, tuple[Problem, ...]]:
    """Part the lines inside a directive into options and body.

    Lines that begin with ``:name:`` are options until the first line that does not; an indented line goes on with the
    option above it, as in reStructuredText. Values are taken as they stand: a quotation mark or a ``#`` means itself.

    :param rows: line number and text of each line behind the first.
    """
    options: dict[str, str] = {}
    lines: dict[str, int] = {}
    body: list[str] = []
    problems: list[Problem] = []
    latest = ""
    for number, row in rows:
        match = _OPTION_LINE.fullmatch(row.strip()) if not body else None
        if match:
            latest = match["name"].strip()
            if latest in options:
                problems.append(
                    Problem(
                        Source(source.path, number),
                        f"the option :{latest}: stands twice, here and in line {lines[latest]}",
                        "keep one of the two lines",
                        "fact.option-twice",
                    )
                )
            options[latest] = match["text"].strip()
            lines[latest] = number
        elif latest and not body and row.strip() and row[:1].isspace():
            options[latest] = f"{options[latest]} {row.strip()}".strip()
        elif row.strip() or body:
            if not body:
                lines[""] = number
            body.append(row)
        else:
            latest = ""  # behind an empty line begins the body, even where it is indented
    return Mark(kind, argument.strip(), options, "\n".join(body).strip(), source, lines), tuple(problems)


def read_mark(mark: Mark) -> Marked:
    """Read a mark.

    A fact that has a fault but could be built all the same comes with weight 0: the book shows it, worksheets leave it
    out until it is mended.
    """
    known = options_of(mark.kind)
    draft = Draft(mark.kind, mark.source, mark.lines)
    draft.called = f"the {mark.kind} “{plain(mark.argument).text or mark.options.get('name', '')}”".replace(" “”", "")
    _misplaced(mark, draft)
    _unknown(mark, known, draft)
    _name(mark, draft)
    draft.argument = draft.plain_text(mark.argument, "")
    draft.body = draft.plain_text(mark.body, "", body=True)
    for option in known.values():
        _option(option, mark, draft)
    draft.fields["level"] = draft.fields.get("level") or _usual_level(mark)
    BUILD[mark.kind](draft)
    _relations(draft)
    problems = tuple(sorted(set(draft.problems)))
    if draft.incomplete:
        return Marked(None, problems)
    fact = KINDS[mark.kind](id=mark.options["name"], source=mark.source, **draft.fields)
    return Marked(dataclasses.replace(fact, weight=0) if problems else fact, problems)


def _misplaced(mark: Mark, draft: Draft) -> None:
    if mark.body.startswith("---"):
        draft.fault(
            "fact.option-misplaced",
            f"{draft.called} has options between lines of hyphens",
            "write each option as a line that begins with a colon, “:name: ...”, straight under the first line",
            at="",
        )
    for row in mark.body.splitlines()[1:]:
        match = _OPTION_LINE.fullmatch(row.strip())
        if match and difflib.get_close_matches(match["name"], options_of(mark.kind), n=1, cutoff=0.8):
            draft.fault(
                "fact.option-misplaced",
                f"the option “{row.strip()}” stands in the body",
                "put every option above the body",
                at="",
            )


def _unknown(mark: Mark, known: Mapping[str, Option], draft: Draft) -> None:
    for name in mark.options:
        if mark.kind == "statement" and re.fullmatch(r"blank-\d+", name):
            # Also those of blanks too many, so that one fault is told and not two.
            draft.own[name] = plain(mark.options[name]).text
            continue
        if name in known:
            continue
        close = difflib.get_close_matches(name.lower().replace("_", "-"), known, n=1, cutoff=0.5)
        mend = f"write :{close[0]}:" if close else f"delete it, or use one of {', '.join(known)}"
        draft.fault("fact.unknown-option", f"{a_kind(mark.kind)} has no option :{name}:", mend, at=name)


def _name(mark: Mark, draft: Draft) -> None:
    name = mark.options.get("name", "")
    if not name:
        wanted = slug(plain(mark.argument).text or " ".join(plain(mark.body).text.split()[:4])) or "a-name-of-its-own"
        draft.missing(f"{draft.called} has no :name:", f"write a line such as “:name: {wanted}”")
    elif fault := name_fault(name):
        draft.fault("fact.bad-name", f"“{name}” is no name for a fact: {fault}", f"write “{slug(name)}”", at="name")
        draft.incomplete = True


def _option(option: Option, mark: Mark, draft: Draft) -> None:
    if option.holds == "own":
        if option.name in mark.options and option.name != "name":
            draft.own[option.name] = draft.plain_text(mark.options[option.name], option.name).text
        return
    if option.name not in mark.options:
        if option.required:
            draft.missing(
                f"{draft.called} has no :{option.name}:", f"write a line such as “:{option.name}: {option.example}”"
            )
        return
    written = draft.plain_text(mark.options[option.name], option.name).text
    if not written and option.holds != "flag":
        draft.fault(
            "fact.empty-option", f":{option.name}: of {draft.called} is empty", "fill it in or delete it", option.name
        )
        draft.incomplete = draft.incomplete or option.required
        return
    if option.name == "number":
        draft.fields["plural"] = READ["choice"](option, written, draft) == "plural"
        return
    value = READ[option.holds](option, written, draft)
    if value is not None:
        draft.fields[option.attribute] = value


def a_kind(kind: str) -> str:
    """Put the article before the name of a kind."""
    return f"an {kind}" if kind == "event" else f"a {kind}"


def _usual_level(mark: Mark) -> int:
    if mark.kind == "question" and mark.argument.strip() == "essay":
        return 3
    return 2 if mark.kind in ("link", "view") else 1


def _relations(draft: Draft) -> None:
    barred = draft.fields.get("not_with", ())
    mixed = draft.fields.get("confusable_with", ())
    for name in sorted(set(barred) & set(mixed)):
        draft.fault(
            "fact.true-and-false",
            f"“{name}” stands in :not-with: and in :confusable-with:",
            "keep it in :not-with: if it is true in this fact's place, in :confusable-with: if it is false there",
            at="confusable-with",
        )
