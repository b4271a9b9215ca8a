"""What stands in the file: a question as it is written, before it is understood. Pure, and it runs nothing."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

FIELDS = ("answer", "accept", "not enough", "correction", "note", "lines", "bands")
MANY = ("note",)  # fields that may stand several times
LONGEST = 2000  # characters of one text

_MARKS = re.compile(r"\s*\(\s*(\d{1,4})\s+marks?\s*\)\s*$", re.IGNORECASE)
_ITEM = re.compile(r"[-*+]\s+(?:\[(?P<box>[ xX]?)\]\s+)?(?P<text>\S.*)")
_FIELD = re.compile(r"(?P<name>[A-Za-z]+(?: [a-z]+)?):\s*(?P<text>.*)")
_CODE = re.compile(r"\s*(`{3,}|~{3,}|:{3,}|\{%|\{\{|<!--)")
_BARRED = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufffc")  # turn text about, or mark a gap


@dataclass
class Item:
    """An entry of a list."""

    text: str
    line: int
    box: bool = False  # whether a box stands before it
    ticked: bool = False


@dataclass
class Field:
    """A line such as "Answer: 1937"."""

    text: str
    line: int


@dataclass
class Written:
    """One heading of the second level and what is below it."""

    stem: str
    line: int
    marks: int = 0  # 0 where none are written
    items: list[Item] = field(default_factory=list)
    fields: dict[str, list[Field]] = field(default_factory=dict)


@dataclass
class Sheet:
    """The whole file."""

    title: str = ""
    instruction: str = ""
    questions: list[Written] = field(default_factory=list)


Finding = tuple[int, str, str]  # line, what is wrong, what to write


def parse(text: str) -> tuple[Sheet, list[Finding]]:
    """Take a file apart into its questions; what cannot be read is told with its line."""
    sheet, findings = Sheet(), list[Finding]()
    last: Item | Field | None = None  # what an indented line goes on with
    for number, raw in enumerate(text.splitlines(), start=1):
        line = _plain(raw)
        words = line.strip()
        current = sheet.questions[-1] if sheet.questions else None
        findings += ((number, *found) for found in _faults(raw, words))
        if not words or _CODE.match(line):
            last = None
        elif words.startswith("#"):
            last = None
            level, title = len(words) - len(words.lstrip("#")), words.lstrip("#").strip()
            if level == 1 and not current and not sheet.title:
                sheet.title = title
            elif level == 2:
                marks = _MARKS.search(title)
                stem = title[: marks.start()] if marks else title
                sheet.questions.append(Written(stem, number, int(marks[1]) if marks else 0))
            else:
                mend = 'begin a question with "## "; "# ", the title, stands once, at the top'
                findings.append((number, f'the heading "{words[:40]}" is not understood', mend))
        elif current is None:
            sheet.instruction = f"{sheet.instruction} {words}".strip()
        elif last and line[0] == " ":
            last.text = f"{last.text} {words}"
        elif item := _ITEM.fullmatch(words):
            last = Item(item["text"].strip(), number, item["box"] is not None, item["box"] in ("x", "X"))
            current.items.append(last)
        elif (named := _FIELD.fullmatch(words)) and (name := named["name"].lower()) in FIELDS:
            if name in current.fields and name not in MANY:
                findings.append((number, f'"{named["name"]}" stands twice under this question', "keep one of the two"))
            last = Field(named["text"].strip(), number)
            current.fields.setdefault(name, []).append(last)
        elif named and (close := difflib.get_close_matches(named["name"].lower(), FIELDS, n=1)):
            findings.append((number, f'"{named["name"]}" is not understood', f'write "{close[0].capitalize()}: ..."'))
        elif current.items or current.fields:
            what = f'the line "{words[:40]}" belongs to nothing'
            known = ", ".join(f"{name.capitalize()}:" for name in FIELDS)
            mend = f"put it right under the heading, indent it by two spaces, or begin it with one of {known}"
            findings.append((number, what, mend))
        else:
            current.stem = f"{current.stem} {words}".strip()
    return sheet, findings


def _plain(line: str) -> str:
    """A line with composed letters and spaces only."""
    return unicodedata.normalize("NFC", line.replace("\t", "    ")).rstrip()


def _faults(raw: str, words: str) -> Iterator[tuple[str, str]]:
    if bad := [sign for sign in raw if sign in _BARRED or (unicodedata.category(sign) == "Cc" and sign != "\t")]:
        yield f"the line holds U+{ord(bad[0]):04X}, which cannot be printed", "delete it and type the text anew"
    if _CODE.match(words):
        yield f'"{words[:20]}" begins code, a directive or a comment', "write plain headings, lists and text"
    if len(words) > LONGEST:
        yield f"the line has {len(words):,} characters", f"shorten it to {LONGEST:,}"
