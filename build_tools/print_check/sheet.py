"""Rules 8, 23, 24, 28: margins, running heads, count of pages, what lies within the paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .layout import TEXT_PAGES, Fault, Page
from .rules import RULES, Rules

MM = 25.4 / 72
_WRONG_SIDE = {"left": "on-recto", "right": "on-verso"}  # the class of a note that belongs on a page of the other side


def margins(pages: Sequence[Page], rules: Rules = RULES) -> Iterator[Fault]:
    """Rule 8: the text stands well on the sheet; one fault is told for all pages alike."""
    limits, told = rules[8].limits, set()
    for number, page in enumerate(pages, 1):
        if page["name"] not in TEXT_PAGES:
            continue
        top, right, _, left = (length * MM for length in page["margins"])
        inner, outer = (left, right) if page["side"] == "right" else (right, left)
        faults = {
            f"the inner margin of {inner:.0f} mm is not less than the upper one": inner >= top,
            f"the inner margin is {inner:.0f} mm": inner < limits["inner"],
            f"the outer margin is {outer:.0f} mm": outer < limits["outer"],
            f"inner to outer margin is {inner / outer:.2f}": not limits["ratio"] <= inner / outer <= limits["highest"],
        }
        for what in [what for what, broken in faults.items() if broken and what not in told]:
            told.add(what)
            yield Fault(8, number, "", what, "change the paper's margins in papers.py")


def running_heads(pages: Sequence[Page], rules: Rules = RULES) -> Iterator[Fault]:
    """Rule 23: heads fit, every page of text has its number, empty pages have nothing."""
    for number, page in enumerate(pages, 1):
        for head in page["heads"]:
            if page["blank"]:
                yield Fault(23, number, "", f"a head on an empty page: {head['text']!r}", "take it off in print.css")
            if len(head["text"]) > rules[23].limits["most"]:
                yield Fault(
                    23, number, "", f"a head of {len(head['text'])} characters", "shorten the title of the section"
                )
        if page["name"] in TEXT_PAGES and not page["blank"] and page["lines"] and not page["heads"]:
            yield Fault(23, number, "", "a page without its number", "give the page one in print.css")


def within(pages: Sequence[Page], rules: Rules = RULES) -> Iterator[Fault]:
    """Rule 28: nothing is lost where the paper is cut, and each note stands on the outer side of its page."""
    edge = rules[28].limits["edge"] / MM
    for number, page in enumerate(pages, 1):
        for line in page["lines"]:
            if line["left"] < edge or line["right"] > page["width"] - edge:
                what = f"{line['text'].strip()[:40]!r} is cut by the edge of the paper"
                yield Fault(28, number, line["id"], what, "move the note, or what it stands beside, by a line")
            elif _WRONG_SIDE[page["side"]] in line["classes"].split():
                what = f"a note in the inner margin: {line['text'].strip()[:40]!r}"
                yield Fault(28, number, line["id"], what, "move the note, or what it stands beside, by a line")


def even(pages: Sequence[Page], rules: Rules = RULES) -> Iterator[Fault]:
    """Rule 24: a sheet has two sides."""
    if len(pages) % int(rules[24].limits["divisor"]):
        yield Fault(24, 0, "", f"{len(pages)} pages", "let an empty one follow")
