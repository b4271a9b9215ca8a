"""All rules over one book, and the report in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from . import breaks, colour, document, figures, lines, sheet, text
from .layout import Fault, Page
from .rules import RULES, rules_of

OVER_THE_LAYOUT = (
    text.measure, text.leading, text.sizes, text.paragraphs_apart, text.numerals, sheet.margins, lines.hyphens,
    lines.word_spaces, lines.runts, breaks.widows, breaks.headings, breaks.holes, figures.near, figures.tables,
    figures.dense, sheet.running_heads, sheet.even, sheet.within,
)  # fmt: skip


def check(pages: Sequence[Page], pdf: Path, tokens: str, edition: str = "") -> list[Fault]:
    """Find all faults of one printed book, by rule and page.

    :param pages: its survey (worksheets/press/child_survey.py).
    :param tokens: the style sheet with the colours.
    :param edition: its name: some have limits of their own.
    """
    rules = rules_of(edition)
    faults = [fault for rule in OVER_THE_LAYOUT for fault in rule(pages, rules)]
    return sorted([*faults, *colour.contrast(tokens), *document.fonts(pdf), *document.links(pdf)])


def places_of(layout: Mapping[str, Any]) -> Callable[[Fault], str]:
    """Make a function that tells where a fault was written: the file, and the line of the nearest mark above it."""
    nearest = {document_id: source["path"] for document_id, source in layout["sources"].items()}
    line = ""
    for page in layout["pages"]:
        for block in page["blocks"]:
            docname = block["id"].partition("--")[0]
            known = layout["sources"].get(docname)
            if known is None:
                continue
            at = known["lines"].get(block["id"])
            line = f"{known['path']}:{at}" if at else line if line.startswith(known["path"]) else known["path"]
            nearest.setdefault(block["id"], line)
    here = f"{Path.cwd()}/"
    return lambda fault: nearest.get(fault.id, nearest.get(fault.id.partition("--")[0], "")).removeprefix(here)


def in_text(name: str, layout: Mapping[str, Any], faults: Sequence[Fault]) -> str:
    """Write the report on one book."""
    place = places_of(layout)
    counts = Counter(fault.rule for fault in faults)
    written = [f"{name}: {len(layout['pages'])} pages, {len(faults)} faults"]
    for rule in sorted(RULES.values(), key=lambda rule: rule.id):
        state = f"{counts[rule.id]} faults" if counts[rule.id] else "kept" if rule.limits else f"not told: {rule.note}"
        written.append(f"  {rule.id:2}  {rule.title}: {state}")
    for fault in faults:
        where = ", ".join(
            filter(None, (f"page {layout['labels'][fault.page - 1]}" if fault.page else "", place(fault)))
        )
        written.append(f"{where or 'the book'}: {fault.what}; {fault.mend} [rule {fault.rule}]")
    return "\n".join(written)
