"""Reading the file, and all its faults at once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..item_rules.grammar import REWORD
from ..mark_schemes import MarkScheme
from ..problems import Faults, Problem, Source
from ..questions import Question
from ..yaml_source import unreadable
from .judging import advice
from .making import question
from .written import parse

# Bounds against slips of the finger, not promises.
LARGEST = 128 * 1024  # bytes
MOST_QUESTIONS = 60


@dataclass(frozen=True, slots=True)
class OwnQuestions:
    """What a teacher wrote."""

    name: str  # of the file
    questions: tuple[Question, ...]
    heading: str = ""
    instruction: str = ""
    advice: tuple[Problem, ...] = ()  # item rules that questions break; they are printed all the same


def read_own_questions(path: Path, schemes: tuple[MarkScheme, ...] = ()) -> OwnQuestions:
    """Read a file of own questions.

    :param schemes: the mark schemes at hand, for essays.
    :raises Faults: if it cannot be read or used, with every fault at once.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise Faults([unreadable(path, error)]) from None
    return parse_own_questions(content, str(path), schemes)


def parse_own_questions(content: bytes, path: str, schemes: tuple[MarkScheme, ...] = ()) -> OwnQuestions:
    """Read own questions from the bytes of their file.

    :raises Faults: as ``read_own_questions``.
    """

    def refused(what: str, mend: str, code: str) -> Faults:
        return Faults([Problem(Source(path), what, mend, f"own.{code}")])

    if len(content) > LARGEST:
        raise refused(f"the file has {len(content):,} bytes", "put fewer questions into it", "too-large")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise refused("the file is not UTF-8 text", "save it as UTF-8", "encoding") from None
    sheet, findings = parse(text)
    if not sheet.questions:
        raise refused("there are no questions in it", 'begin each with a line such as "## Who ...?"', "empty")
    if len(sheet.questions) > MOST_QUESTIONS:
        mend = f"write {MOST_QUESTIONS} or fewer"
        raise refused(f"there are {len(sheet.questions)} questions in it", mend, "too-many")
    questions, told = [], []
    for number, written in enumerate(sheet.questions, start=1):
        made, faults = question(written, number, schemes)
        findings += faults
        if made and not faults:
            questions.append(made)
            told += [
                Problem(Source(path, written.line), found.what, _mend(found.mend), f"item.{found.rule}")
                for found in advice(made)
            ]
    if findings:
        raise Faults(Problem(Source(path, line), what, mend, "own.question") for line, what, mend in findings)
    return OwnQuestions(Path(path).name, tuple(questions), sheet.title, sheet.instruction, tuple(told))


def _mend(mend: str) -> str:
    return "reword the question" if mend == REWORD else mend
