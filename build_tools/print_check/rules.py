"""The table of rules: what is asked, within which limit, and by whom; limits are read from here alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; ``note`` says why it cannot be told here, if it has no limits, or why they are as they are."""

    id: int
    title: str
    limits: Mapping[str, float]
    source: str
    note: str = ""


def _rule(number: int, title: str, source: str, note: str = "", /, **limits: float) -> Rule:
    return Rule(number, title, MappingProxyType(limits), source, note)


_MEASURE = "Bringhurst, The Elements of Typographic Style, on measure"
_CRAFT = "printers' custom"

Rules: TypeAlias = Mapping[int, Rule]

RULES: Rules = {
    rule.id: rule
    for rule in (
        _rule(1, "Characters in a full line", _MEASURE, least=60, most=72, longest=80),
        _rule(2, "Line height as a share of the type size", _MEASURE, "1.35 to 1.45 are asked; 15 on 10.5 is 1.43",
              least=1.35, most=1.45),
        _rule(3, "Baselines on the grid of lines, in points", _CRAFT, off=0.3),
        _rule(5, "Sizes of type in running pages", "one ratio of sizes",
              "seven are asked of the text; heads, notes, labels and numbers are counted too", most=14),
        _rule(6, "Families of type", _CRAFT, families=3),
        _rule(7, "Size of type, in points", "UKAAF G003", text=10, least=7.5),
        _rule(8, "Margins, in mm: inner less than upper, inner to outer about 2 to 3", "PreTeXt guide",
              "approximate; the outer margin holds notes, so it may be wider than the one at the foot",
              outer=40, inner=13, ratio=0.5, highest=0.75),
        _rule(9, "A paragraph after another is indented or apart, not both; one after a heading is neither", _CRAFT,
              "in points", indent=1),
        _rule(10, "Hyphens: in a row, and share of lines", _CRAFT, row=2, share=0.25),
        _rule(11, "Word spaces of justified lines, as a share of the font's own", _CRAFT,
              usual=1.6, share=0.97, widest=2.5),
        _rule(12, "Characters in the last line of a paragraph", _CRAFT, least=4),
        _rule(13, "Lines of a paragraph before and after a page's end", _CRAFT, least=2),
        _rule(14, "Lines that follow a heading on its page", _CRAFT, least=2),
        _rule(15, "Lines of a heading, none with a hyphen", _CRAFT, most=3),
        _rule(16, "Pages from the first mention of a figure to the figure", _CRAFT, most=1),
        _rule(17, "Empty part of a page's foot, but for ends of chapters", _CRAFT, hole=0.2),
        _rule(18, "Tables: columns on an upright page, thicknesses of rules, none upright", _CRAFT,
              "that numbers stand at the right is the author's to say", columns=6, thicknesses=3),
        _rule(19, "Old-style numerals in running text, lining and of one width in tables", _CRAFT,
              "ranges and units are held where the text is assembled", mixed=0),
        _rule(20, "Contrast of the inks with paper and tint, in colour and in grey", "WCAG 2.2, 1.4.3 and 1.4.6",
              ink=7, accent=4.5),
        _rule(22, "Dots to the inch of pictures; drawings have none", _CRAFT,
              "sources and licences of pictures are the author's", least=300),
        _rule(23, "Running heads: characters", _CRAFT, most=60),
        _rule(24, "An even count of pages", _CRAFT, divisor=2),
        _rule(26, "Fonts embedded, and of the book's own families", "ISO 14289-1, 7.21", fonts=0),
        _rule(27, "Links that lead nowhere", "ISO 32000-1, 12.3", dead=0),
        _rule(28, "Text within the paper, in mm from its edges; notes in the outer margin of their page", _CRAFT,
              edge=5),
        # What follows is not told.
        _rule(4, "Facing pages end on one line", _CRAFT,
              "not kept: boxes, figures and whole paragraphs end a page where they must; rule 17 finds large holes"),
        _rule(21, "Timelines to scale, labels apart", _CRAFT, "a page has it as a picture; tests hold the drawing"),
    )
}  # fmt: skip

# Where an edition is for readers who need another page than A4 with notes beside the text: limits by its name.
EDITIONS: Mapping[str, Mapping[int, Mapping[str, float]]] = {
    "large-print-a4": {  # UKAAF G003: 16 pt at least, so a line has fewer letters; all margins alike
        1: {"least": 40, "most": 60, "longest": 72}, 2: {"least": 1.25, "most": 1.45}, 7: {"text": 16, "least": 16},
        8: {"outer": 20, "inner": 20, "ratio": 0.5, "highest": 1.05}, 16: {"most": 3},  # a page holds less than half
        17: {"hole": 0.3},  # of 28 lines: a heading, one below it and two lines of text, kept together, take 27 %
    },
    "easy-reading-a4": {  # British Dyslexia Association: 12 to 14 pt, lines of 1.5
        1: {"least": 60, "most": 75, "longest": 90}, 2: {"least": 1.4, "most": 1.6}, 7: {"text": 12, "least": 11},
        8: {"outer": 30, "inner": 20, "ratio": 0.5, "highest": 1.05}, 16: {"most": 2},
        17: {"hole": 0.25},  # of 33 lines: the same take 21 %
    },
}  # fmt: skip


def rules_of(edition: str) -> Rules:
    """Give the rules with the limits of one edition."""
    own = EDITIONS.get(edition, {})
    return {number: replace(rule, limits=own[number]) if number in own else rule for number, rule in RULES.items()}
