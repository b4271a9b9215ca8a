"""Rules 10 to 12: hyphens, word spaces, last lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .layout import Fault, Page, paragraphs
from .rules import RULES, Rules

REWORD = "reword the paragraph, or put a soft hyphen into a long word"


def hyphens(pages: Sequence[Page], rules: Rules = RULES) -> Iterator[Fault]:
    """Rule 10: no ladders of hyphens, not too many in all."""
    limits, count, ended = rules[10].limits, 0, 0
    for lines in paragraphs(pages):
        row = 0
        for number, line in lines:
            count, ended, row = count + 1, ended + line["hyphen"], row + 1 if line["hyphen"] else 0
            if row > limits["row"]:
                yield Fault(10, number, line["id"], f"{row} hyphens one below another", REWORD)
    if count and ended / count > limits["share"]:
        yield Fault(10, 0, "", f"{ended / count:.0%} of the lines end with a hyphen", "widen the column")


def word_spaces(pages: Sequence[Page], rules: Rules = RULES) -> Iterator[Fault]:
    """Rule 11: justified lines are not loose."""
    limits = rules[11].limits
    set_out = [
        (number, line)
        for lines in paragraphs(pages)
        for number, line in lines
        if line["align"] == "justify" and not line["last"]
    ]
    loose = [line for _, line in set_out if line["space"] > limits["usual"]]
    if set_out and len(loose) / len(set_out) > 1 - limits["share"]:
        share = f"{len(loose) / len(set_out):.0%}"
        what = f"{share} of the justified lines have word spaces above {limits['usual']:g} times the usual"
        yield Fault(11, 0, "", what, "hyphenate more, or set the text ragged right")
    for number, line in set_out:
        if line["space"] > limits["widest"]:
            yield Fault(
                11, number, line["id"], f"word spaces {line['space']:.1f} times the usual: {line['text']!r}", REWORD
            )


def runts(pages: Sequence[Page], rules: Rules = RULES) -> Iterator[Fault]:
    """Rule 12: the last line of a paragraph is more than the end of a word."""
    for lines in paragraphs(pages):
        number, line = lines[-1]
        if len(lines) > 1 and len(line["text"].strip()) < rules[12].limits["least"]:
            yield Fault(12, number, line["id"], f"a last line of {line['text'].strip()!r}", REWORD)
