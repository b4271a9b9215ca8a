"""The table of rules: what is asked, within which limit, and by whom; limits are read from here alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


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

RULES = {
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
        _rule(10, "Hyphens: in a row, and share of lines", _CRAFT, row=2, share=0.25),
        _rule(11, "Word spaces of justified lines, as a share of the font's own", _CRAFT,
              usual=1.6, share=0.97, widest=2.5),
        _rule(12, "Characters in the last line of a paragraph", _CRAFT, least=4),
        _rule(13, "Lines of a paragraph before and after a page's end", _CRAFT, least=2),
        _rule(14, "Lines that follow a heading on its page", _CRAFT, least=2),
        _rule(15, "Lines of a heading, none with a hyphen", _CRAFT, most=3),
        _rule(17, "Empty part of a page's foot, but for ends of chapters", _CRAFT, hole=0.2),
        _rule(20, "Contrast of the inks with paper and tint, in colour and in grey", "WCAG 2.2, 1.4.3 and 1.4.6",
              ink=7, accent=4.5),
        _rule(23, "Running heads: characters", _CRAFT, most=60),
        _rule(24, "An even count of pages", _CRAFT, divisor=2),
        _rule(26, "Fonts embedded, and of the book's own families", "ISO 14289-1, 7.21", fonts=0),
        _rule(27, "Links that lead nowhere", "ISO 32000-1, 12.3", dead=0),
        # What follows is not told.
        _rule(4, "Facing pages end on one line", _CRAFT, "pages end where paragraphs allow; rule 17 finds large holes"),
        _rule(9, "First paragraph without indent", _CRAFT, "one style sheet sets it for all"),
        _rule(16, "Figures near their mention", _CRAFT, "a mention without a number is not known"),
        _rule(18, "Tables without vertical rules", _CRAFT, "one style sheet sets it for all"),
        _rule(19, "Old-style figures in text, lining in tables", _CRAFT, "the layout does not tell font features"),
        _rule(21, "Timelines to scale, labels apart", _CRAFT, "held where they are drawn"),
        _rule(22, "Resolution of pictures", _CRAFT, "the book has drawings only; pictures are not measured yet"),
    )
}  # fmt: skip
