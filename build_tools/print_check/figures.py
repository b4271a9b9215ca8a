"""Rules 16, 18, 22: figures, tables, pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .layout import TEXT_PAGES, Fault, Page
from .rules import RULES, Rules

_LABEL = re.compile(r"\w+\s\d+(?:\.\d+)*(?![\d.]*\d)")  # "Figure 2.3", in whatever language


def near(pages: Sequence[Page], rules: Rules = RULES) -> Iterator[Fault]:
    """Rule 16: a figure stands on the page of its first mention, or on the next."""
    captions: dict[str, tuple[int, str]] = {}
    told: dict[int, str] = {}
    for number, page in enumerate(pages, 1):
        if page["name"] not in TEXT_PAGES:
            continue
        begun = ""  # the caption that goes on in the next line
        for line in page["lines"]:
            if "figcaption" not in line["tags"]:
                told[number] = f"{told.get(number, '')} {line['text'].strip()}"
                continue
            first = line["id"] != begun and "legend" not in line["classes"].split()
            if first and (match := _LABEL.match(line["text"])):
                captions.setdefault(match[0], (number, line["id"]))
            begun = "" if line["last"] else line["id"]
    for label, (number, html_id) in captions.items():
        mention = re.compile(rf"{re.escape(label)}(?![.\d]*\d)".replace(r"\ ", r"\s"))
        first = next((page for page, words in told.items() if mention.search(words)), None)
        if first is None:
            yield Fault(16, number, html_id, f"{label} is not mentioned", "name it in the text before it")
        elif not 0 <= number - first <= rules[16].limits["most"]:
            what = f"{label} is first mentioned {abs(number - first)} pages {'before' if first < number else 'after'}"
            yield Fault(16, number, html_id, what, "mention it in the paragraph before it")


def tables(pages: Sequence[Page], rules: Rules = RULES) -> Iterator[Fault]:
    """Rule 18: tables are ruled across only, in few thicknesses, and not too wide for an upright page."""
    limits = rules[18].limits
    for number, page in enumerate(pages, 1):
        for table in page["tables"]:
            if table["upright"]:
                yield Fault(18, number, table["id"], "a table with upright rules", "take them off in the style sheet")
            if table["rules"] > limits["thicknesses"]:
                what = f"a table with rules of {table['rules']} thicknesses"
                yield Fault(18, number, table["id"], what, "use fewer in the style sheet")
            if table["columns"] > limits["columns"] and page["width"] < page["height"]:
                yield Fault(18, number, table["id"], f"a table of {table['columns']} columns", "turn it, or part it")


def dense(pages: Sequence[Page], rules: Rules = RULES) -> Iterator[Fault]:
    """Rule 22: a picture has dots enough for its size on paper."""
    for number, page in enumerate(pages, 1):
        for block in page["blocks"]:
            if block.get("pixels") and block["width"]:
                dots = block["pixels"] / (block["width"] / 72)
                if dots < rules[22].limits["least"]:
                    yield Fault(
                        22, number, block["id"], f"a picture of {dots:.0f} dots to the inch", "take a larger one"
                    )
