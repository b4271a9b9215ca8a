"""From what is written to a question with its key; the kind of question is told by how it is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from ..item_types import ITEM_TYPES
from ..item_types import essay as essays
from ..item_types.assembly import LINES_PER_MARK
from ..mark_schemes import MarkScheme, matching, nearest
from ..questions import ItemTypeName, Key, MarkBand, Option, Question
from .fields import RULE, Told, answered, lines, listed, made, notes, text, worded
from .written import Finding, Written

PATTERN: Final = "own"  # of these questions
MOST_MARKS = 200
MOST_OPTIONS = 8
_COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight")
VERDICT_LINES = 2
VERDICT_MARKS = 2

_USED: Mapping[ItemTypeName, frozenset[str]] = {  # which lines each type understands
    "multiple-choice": frozenset({"note"}),
    "multiple-answer": frozenset({"note"}),
    "true-false": frozenset({"answer", "correction", "accept", "note", "lines"}),
    "cloze": frozenset({"answer", "accept", "not enough", "note"}),
    "short-answer": frozenset({"answer", "accept", "not enough", "note", "lines"}),
    "essay": frozenset({"bands", "note", "lines"}),
}


def question(written: Written, number: int, schemes: tuple[MarkScheme, ...]) -> tuple[Question | None, list[Finding]]:
    """Make the question, or nothing if it cannot be made, and tell why not.

    :param number: of the question in its file, for its id.
    """
    faults: list[Finding] = []

    def fault(line: int, what: str, mend: str) -> None:
        faults.append((line, what, mend))

    kind = _kind(written)
    for name in sorted(written.fields.keys() - _USED[kind]):
        known = ", ".join(sorted(map(str.capitalize, _USED[kind])))
        mend = f"the question is read as {kind}, which knows {known}"
        fault(written.fields[name][0].line, f'"{name.capitalize()}:" says nothing here', mend)
    if not written.stem:
        fault(written.line, "the question has no words", 'write them behind "## "')
    if written.marks > MOST_MARKS:
        fault(written.line, f"{written.marks} marks are given", f"give {MOST_MARKS} at most")
    found = _essay(written, schemes, fault) if kind == "essay" else _MAKERS[kind](written, fault)
    return (replace(found, id=f"{kind}/{PATTERN}/{number}", item_type=kind, pattern=PATTERN) if found else None), faults


def _kind(written: Written) -> ItemTypeName:
    if any(item.box for item in written.items):
        return "multiple-answer" if sum(item.ticked for item in written.items) > 1 else "multiple-choice"
    if "bands" in written.fields:
        return "essay"
    if text(written, "answer").rstrip(".").lower() in ("true", "false"):
        return "true-false"
    return "cloze" if RULE.search(written.stem) else "short-answer"


def _choice(written: Written, fault: Told) -> Question:
    right = [item.text for item in written.items if item.ticked]
    for item in written.items:
        if not item.box:
            fault(item.line, f'no box stands before "{item.text[:40]}"', 'write "- [ ] " or, if it is right, "- [x] "')
    if not right:
        fault(written.items[0].line, "no answer is ticked", 'write "- [x] " before the right one')
    if not 2 <= len(written.items) <= MOST_OPTIONS:
        fault(written.line, f"{len(written.items)} answers are offered", f"offer 2 to {MOST_OPTIONS}; three are best")
    if len(right) == len(written.items) > 1:
        fault(written.items[0].line, "every answer is ticked", "offer wrong ones as well")
    return made(
        written,
        marks=written.marks or max(1, len(right)),
        key=Key("; ".join(right), notes=notes(written)),
        instruction="Tick one box." if len(right) < 2 else f"Tick {_COUNTS[min(len(right), MOST_OPTIONS)]} boxes.",
        options=tuple(Option(item.text, item.ticked) for item in written.items),
        telling=right,
    )


def _verdict(written: Written, fault: Told) -> Question:
    verdict = text(written, "answer").rstrip(".").capitalize()
    correction = text(written, "correction")
    marks = written.marks or VERDICT_MARKS
    corrected = marks == VERDICT_MARKS
    for item in written.items[:1]:
        fault(item.line, "a statement that is true or false has no list", "take the list away")
    if marks > VERDICT_MARKS:
        fault(written.line, f"{marks} marks are given", "give 2, one of them for the correction, or 1")
    if verdict == "True" and correction:
        fault(written.fields["correction"][0].line, "a true statement is corrected", 'write "Answer: False"')
    if verdict == "False" and not correction and corrected:
        fault(written.line, "the correction is missing", 'write "Correction: ..." below it, or "(1 mark)" behind it')
    second = f"Correction: {correction}" if correction else "The lines are left empty (only if True is ticked)."
    return made(
        written,
        marks=marks,
        key=Key(
            verdict,
            points=(verdict, second) if corrected else (),
            accept=listed(written, "accept"),
            notes=(*((second,) if correction and not corrected else ()), *notes(written)),
        ),
        instruction=ITEM_TYPES["true-false"].instruction if corrected else "Tick True or False.",
        answer_lines=lines(written, VERDICT_LINES, fault) if corrected else 0,
    )


def _cloze(written: Written, fault: Told) -> Question:
    answer = answered(written, fault)
    if len(RULE.findall(written.stem)) > 1:
        fault(written.line, "there are several gaps", "leave one, and make a question of each")
    for item in written.items[:1]:
        fault(item.line, "a sentence with a gap has no list", 'write "Answer: ..." and "Accept: ...; ..." instead')
    return made(
        written,
        marks=written.marks or 1,
        key=worded(written, answer),
        telling=(answer, *listed(written, "accept")),
    )


def _short(written: Written, fault: Told) -> Question:
    points = tuple(item.text for item in written.items)
    answer = text(written, "answer") or (points[0] if points else answered(written, fault))
    marks = written.marks or len(points) or 1
    return made(
        written,
        marks=marks,
        key=worded(written, answer, points),
        answer_lines=lines(written, marks * LINES_PER_MARK, fault),
        telling=(answer, *points, *listed(written, "accept")),
    )


def _essay(written: Written, schemes: tuple[MarkScheme, ...], fault: Told) -> Question | None:
    name, line = text(written, "bands"), written.fields["bands"][0].line
    found = matching(name, schemes)
    if len(found) != 1:
        close = nearest(name, schemes)
        mend = f'write "{close}"' if close and not found else "`worksheets schemes` lists those there are"
        fault(line, f'"{name}" names {"several mark schemes" if found else "no mark scheme"}', mend)
        return None
    ((scheme, component),) = found
    marks = written.marks or component.marks
    if not component.bands:
        fault(line, f'"{name}" has no bands', "name one that has some: `worksheets schemes` lists them")
    elif marks != component.marks:
        fault(written.line, f'{marks} marks are given and "{name}" has {component.marks}', "write the same number")
    if not written.items:
        fault(written.line, "the key would not say what to credit", "list it below, each point behind a hyphen")
    return made(
        written,
        marks=marks,
        key=Key(
            f"Marked by bands, best fit: {scheme.title}, {component.title or component.id}",
            points=tuple(item.text for item in written.items),
            notes=(*essays.notes(scheme, component), *notes(written)),
            bands=f"{scheme.id}/{component.id}",
            mark_bands=tuple(MarkBand(band.label, band.descriptor, band.look_for) for band in component.bands),
        ),
        instruction=ITEM_TYPES["essay"].instruction,
        table=essays.PLAN,
        answer_lines=lines(written, marks * essays.LINES_PER_MARK, fault),
        level=3,
    )


_MAKERS: Mapping[ItemTypeName, Callable[[Written, Told], Question]] = {
    "multiple-choice": _choice,
    "multiple-answer": _choice,
    "true-false": _verdict,
    "cloze": _cloze,
    "short-answer": _short,
}
