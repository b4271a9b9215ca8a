"""A fact in the making: the fields read so far and the faults found on the way."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from worksheets.problems import Problem, Source

from .plain import Plain, plain
from .shapes import Shape, faults_of

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

NOTHING = Plain("")


@dataclass
class Draft:
    """Collects; the one place in this stage that changes while it is looked at, and only inside ``read_mark``."""

    kind: str
    source: Source
    lines: Mapping[str, int]
    called: str = ""  # the fact for a reader of messages: the term “osmosis”
    argument: Plain = NOTHING
    body: Plain = NOTHING
    own: dict[str, str] = field(default_factory=dict)  # options that the kind reads itself, as plain text
    fields: dict[str, Any] = field(default_factory=dict)  # attribute of the fact -> its value
    problems: list[Problem] = field(default_factory=list)
    incomplete: bool = False  # without a field that the fact cannot do without

    def fault(self, code: str, what: str, mend: str, at: str | None = None) -> None:
        """Note a fault.

        :param at: the option it stands in, ``""`` for the body, nothing for the directive as a whole.
        """
        line = self.source.line if at is None else self.lines.get(at, self.source.line)
        self.problems.append(Problem(Source(self.source.path, line), what, mend, code))

    def missing(self, what: str, mend: str) -> None:
        """Note that something is missing without which there is no fact."""
        self.fault("fact.missing-field", what, mend)
        self.incomplete = True

    def check(self, text: str, shape: Shape, at: str | None) -> str:
        """Note every fault of shape in a text, and hand the text back."""
        for finding in faults_of(text, shape):
            self.fault(finding.code, finding.what, finding.mend, at)
        return text

    def plain_text(self, marked_up: str, at: str, *, body: bool = False) -> Plain:
        """Take the markup out of a text, noting what cannot be taken out."""
        found = plain(marked_up)
        where: str | None = at if at or body else None
        if found.unclosed:
            self.fault(
                "fact.markup",
                f"“{found.unclosed}” is not followed by words between backticks",
                f"write “{found.unclosed.strip(':`{}').join('{}')}`words`”",
                where,
            )
        if found.wordless:
            self.fault(
                "fact.markup",
                f"“{found.wordless}” has no words of its own, so a worksheet could not print it",
                "write “{fact:ref}`your words <" + _target(found.wordless) + ">`”",
                where,
            )
        if body and re.search(r"\n\s*\n", marked_up):
            self.fault(
                "fact.shape",
                f"the body of {self.called} has several paragraphs",
                "keep one paragraph inside the mark and put the others behind it",
                where,
            )
        self.check(found.text, "", where)
        return found


def _target(reference: str) -> str:
    return reference.partition("`")[2].strip("`")


def name_fault(name: str) -> str:
    """Why a text cannot name a fact; empty where it can."""
    if _NAME.fullmatch(name):
        return ""
    return "a name has small letters a to z, digits, and single hyphens between them"


def slug(text: str) -> str:
    """Make a name from a text: small letters, digits and hyphens."""
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"^(the|a|an) ", "", letters)).strip("-")
