"""Rules 1, 2, 3, 7: measure, leading, grid, size of type; 5: count of sizes; 9, 19: paragraphs, numerals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from .layout import HEADINGS, Fault, Line, Page, column, mean, running_text
from .rules import RULES, Rules


def measure(pages: Sequence[Page], rules: Rules = RULES) -> Iterator[Fault]:
    """Rule 1: full lines are neither too short nor too long to read."""
    limits = rules[1].limits
    full = [(number, line) for number, page in enumerate(pages, 1) for line in running_text(page) if not line["last"]]
    usual = mean(len(line["text"]) for _, line in full)
    if full and not limits["least"] <= usual <= limits["most"]:
        yield Fault(1, 0, "", f"a full line has {usual:.0f} characters in the mean", "widen or narrow the column")
    for number, line in full:
        if len(line["text"]) > limits["longest"]:
            yield Fault(1, number, line["id"], f"a line of {len(line['text'])} characters", "narrow the column")


def leading(pages: Sequence[Page], rules: Rules = RULES) -> Iterator[Fault]:
    """Rules 2 and 3: running text has one line height, and its baselines stand on one grid."""
    limits, grid, found = rules[2].limits, None, False
    for number, page in enumerate(pages, 1):
        lines = running_text(page)
        for line, below in pairwise(lines):
            if line["last"] or found or line["id"] != below["id"]:
                continue
            share = (below["baseline"] - line["baseline"]) / line["size"]
            if not limits["least"] <= share <= limits["most"]:
                found = True
                yield Fault(
                    2, number, line["id"], f"the line height is {share:.2f} of the size", "set --line in tokens.css"
                )
    step = next((line["height"] for page in pages for line in running_text(page)), 15.0)
    for number, page in enumerate(pages, 1):
        for line in running_text(page):
            place = (line["baseline"] - page["margins"][0]) % step
            grid = place if grid is None else grid
            off = abs(place - grid)
            if min(off, step - off) > rules[3].limits["off"]:
                mend = "give what stands above it a height of whole lines"
                yield Fault(3, number, line["id"], f"a baseline {off:.1f} pt off the grid", mend)
                break


def sizes(pages: Sequence[Page], rules: Rules = RULES) -> Iterator[Fault]:
    """Rules 5 and 7: few sizes of type, none too small."""
    used = {size for page in pages for line in page["lines"] for size in line["sizes"] if page["name"] != "cover"}
    if len(used) > rules[5].limits["most"]:
        yield Fault(
            5, 0, "", f"{len(used)} sizes of type: {', '.join(map(str, sorted(used)))}", "use those of tokens.css"
        )
    for number, page in enumerate(pages, 1):
        for line in page["lines"]:
            # Numbers of notes are raised and small by custom.
            small = min(line["sizes"] if len(line["sizes"]) == 1 else [line["size"]])
            if small < rules[7].limits["least"] - 0.01:
                yield Fault(7, number, line["id"], f"type of {small:g} pt", "set it larger")
        for line in running_text(page):
            if line["size"] < rules[7].limits["text"]:
                yield Fault(7, number, line["id"], f"running text of {line['size']:g} pt", "set it larger")


def paragraphs_apart(pages: Sequence[Page], rules: Rules = RULES) -> Iterator[Fault]:
    """Rule 9: a paragraph is told from the one above by an indent or by room, the first after a heading by neither."""
    for number, page in enumerate(pages, 1):
        text = running_text(page)
        edge = min((line["left"] for line in text), default=0.0)
        for above, line in pairwise(column(page)):
            if line not in text or not _begins(line, above):
                continue
            indented = line["left"] - edge > rules[9].limits["indent"]
            apart = line["baseline"] - above["baseline"] > 1.5 * line["height"]
            if HEADINGS & set(above["tags"][:1]) and indented:
                yield Fault(9, number, line["id"], "an indent below a heading", "take it off in print.css")
            elif above in text and above["last"] and indented == apart:
                what = "an indent and room above" if indented else "neither an indent nor room above"
                yield Fault(9, number, line["id"], f"a paragraph with {what}", "use one of them in print.css")


def _begins(line: Line, above: Line) -> bool:
    return bool(line["id"] != above["id"] or above["last"])


def numerals(pages: Sequence[Page], rules: Rules = RULES) -> Iterator[Fault]:
    """Rule 19: digits of running text are old-style, those of tables lining and of one width."""
    for number, page in enumerate(pages, 1):
        text = running_text(page)
        for line in page["lines"]:
            kinds = set(line["numerals"])
            if line in text and kinds and "oldstyle-nums" not in kinds:
                yield Fault(19, number, line["id"], f"lining numerals in text: {line['text']!r}", "use old-style ones")
            number = not any(sign.isalpha() for sign in line["text"])
            if number and {"td", "th"} & set(line["tags"]) and kinds and not {"lining-nums", "tabular-nums"} <= kinds:
                yield Fault(19, number, line["id"], f"uneven numerals in a table: {line['text']!r}", "use tabular ones")
