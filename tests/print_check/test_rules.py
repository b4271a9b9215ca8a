"""Each rule of good printing: a small document that keeps it, and one that breaks it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path

import pikepdf
import pytest

from build_tools.print_check import breaks, figures, lines, sheet, text
from build_tools.print_check.colour import contrast
from build_tools.print_check.document import fonts, links
from build_tools.print_check.layout import Fault, Page
from build_tools.print_check.report import OVER_THE_LAYOUT, in_text
from build_tools.print_check.rules import EDITIONS, RULES, rules_of
from worksheets.press.fonts import font_face_css
from worksheets.press.typeset import Typeset, typeset

WORDS = "Water that falls as rain on the hills runs down to the sea in brooks and rivers and carries soil with it. "
PARAGRAPH = f"<p>{WORDS * 6}</p>"
BODY = f"<h1>Rivers</h1>{PARAGRAPH * 3}<div class=box></div>{PARAGRAPH}<h2>Soil</h2>{PARAGRAPH * 4}"
STYLE = """
@page { size: 210mm 297mm; margin: 33mm 58mm 36.5mm 32mm; @top-left { content: "Rivers 1" } }
@page :left { margin-left: 58mm; margin-right: 32mm }
html { font: 10.5pt/15pt Literata; orphans: 2; widows: 2 }
body, p, h1, h2 { margin: 0 } h1, h2 { font-size: 12pt; line-height: 15pt; break-after: avoid }
p + p { text-indent: 15pt } html { font-variant-numeric: oldstyle-nums }
td { font-variant-numeric: lining-nums tabular-nums }
section { page: chapter } .box { height: 30pt }
"""
TOKENS = "--ink: #1a1a1a; --ink-soft: #4a4a4a; --tint: #f2f0ea; --accent: #8c1c13;"


@cache
def printed(style: str = "", body: str = BODY) -> Typeset:
    """A book of one chapter, with some style more than the usual."""
    html = f"<!DOCTYPE html><html lang=en><title>t</title><style>{font_face_css(body)}{STYLE}{style}</style>"
    result = typeset(f"{html}<body><section id=one>{body}</section>", base=Path(), roots=[], survey=True)

    assert () == result.log
    return result


def told(rule: Callable[[Sequence[Page]], Iterable[Fault]], style: str = "", body: str = BODY) -> set[int]:
    """The numbers of the rules that a check finds broken."""
    return {fault.rule for fault in rule(printed(style, body).survey)}


def test_a_well_set_document_keeps_all_rules() -> None:
    """No check cries without need."""
    assert 2 == printed().pages
    assert [] == [fault for rule in OVER_THE_LAYOUT for fault in rule(printed().survey)]


@pytest.mark.parametrize(
    ("number", "rule", "style"),
    [
        (1, text.measure, "@page { margin-right: 20mm } @page :left { margin-left: 20mm }"),
        (2, text.leading, "html { line-height: 18pt }"),
        (3, text.leading, ".box { height: 37pt }"),
        (5, text.sizes, "".join(f"p:nth-of-type({n}) {{ font-size: {9 + n / 10}pt }}" for n in range(1, 9))
         + "".join(f"p:nth-of-type({n})::first-line {{ font-size: {11 + n / 10}pt }}" for n in range(1, 9))),
        (7, text.sizes, "p { font-size: 7pt }"),
        (8, sheet.margins, "@page { margin-right: 35mm; margin-left: 55mm }"),
        (9, text.paragraphs_apart, "p + p { text-indent: 0 }"),
        (9, text.paragraphs_apart, "p + p { margin-top: 15pt }"),
        (9, text.paragraphs_apart, "h2 + p { text-indent: 15pt }"),
        (11, lines.word_spaces, "p { text-align: justify; width: 40mm }"),
        (13, breaks.widows, "html { orphans: 1; widows: 1 } h1 { margin-bottom: 165pt }"),
        (14, breaks.headings, "h2 { break-after: always }"),
        (15, breaks.headings, "h1 { width: 10mm; font-size: 30pt; hyphens: auto; hyphenate-limit-chars: 2 1 1 }"),
        (17, breaks.holes, "p:nth-of-type(2) { break-before: page }"),
        (23, sheet.running_heads, "@page { @top-left { content: normal } }"),
        (28, sheet.within, "h1 { margin-left: -31mm; white-space: nowrap }"),
        (24, sheet.even, "h2 { break-before: page } p:last-of-type { break-before: page }"),
    ],
)  # fmt: skip
def test_a_broken_rule_is_told(number: int, rule: Callable[[Sequence[Page]], Iterable[Fault]], style: str) -> None:
    """A document that breaks one rule is told that number."""
    assert number in told(rule, style)


def test_a_note_in_the_inner_margin_is_told() -> None:
    """A note for a right-hand page that comes to stand on a left-hand one lies over the fold."""
    line = {"text": "rain", "classes": "beside-note on-recto", "id": "n", "left": 400.0, "right": 500.0}

    assert [[], [28]] == [
        [fault.rule for fault in sheet.within([{"width": 595.0, "side": side, "lines": [line]}])]
        for side in ("right", "left")
    ]


FIGURE = "<figure><figcaption>Figure 1.1 Rain</figcaption></figure>"
MENTION = "<p>As Figure 1.1 shows, it rains.</p>"


@pytest.mark.parametrize(
    ("body", "told_of"),
    [
        (f"{MENTION}{FIGURE}", []),
        (FIGURE, [16]),
        (f"<p>As Figure 1.12 shows, it rains.</p>{FIGURE}", [16]),
        (f"{FIGURE}<p style='break-before: page'></p>{MENTION}", [16]),
        (f"{MENTION}{PARAGRAPH * 20}{FIGURE}", [16]),
        (f"{MENTION}{FIGURE.replace('Rain', 'Rain and the drought<br>of 1921')}", []),
    ],
    ids=["near", "without a mention", "another's mention", "before its mention", "far", "a year begins a line"],
)
def test_a_figure_far_from_its_mention_is_told(body: str, told_of: list[int]) -> None:
    """A figure stands on the page of its first mention or on the next, and not before it."""
    assert told_of == [fault.rule for fault in figures.near(printed("", body).survey)]


TABLE = f"<table><tr>{'<td>12</td>' * 3}</tr><tr>{'<td>3,456</td>' * 3}</tr></table>"


@pytest.mark.parametrize(
    ("rule", "style", "body", "told_of"),
    [
        (figures.tables, "td { border-bottom: 1pt solid }", TABLE, set()),
        (figures.tables, "td { border-left: 1pt solid }", TABLE, {18}),
        (figures.tables, "", TABLE.replace("<td>12</td>", "<td>12</td>" * 3), {18}),
        (text.numerals, "", f"<p>In 1937 it rained.</p>{TABLE}", set()),
        (text.numerals, "td { font-variant-numeric: normal }", TABLE, set()),
        (text.numerals, "td { font-variant-numeric: oldstyle-nums }", TABLE, {19}),
        (text.numerals, "p { font-variant-numeric: lining-nums }", "<p>In 1937 it rained.</p>", {19}),
    ],
)
def test_tables_and_numerals(
    rule: Callable[[Sequence[Page]], Iterable[Fault]], style: str, body: str, told_of: set[int]
) -> None:
    """Tables are ruled across and of few columns; numerals suit text or table."""
    assert told_of == told(rule, style, body)


def test_a_coarse_picture_is_told() -> None:
    """A picture of 100 dots that is printed an inch wide has 100 dots to the inch."""
    block = {"id": "a", "tag": "img", "pixels": 100, "width": 72.0}

    assert [22] == [fault.rule for fault in figures.dense([{"blocks": [block]}])]
    assert [] == list(figures.dense([{"blocks": [{**block, "width": 20.0}, {"id": "b", "tag": "svg", "width": 72.0}]}]))


def test_editions_are_judged_by_limits_of_their_own() -> None:
    """Lines of 50 letters are too short on A4, and right in large print; what is not told apart is the same."""
    style = "html { font-size: 18pt; line-height: 24pt } @page { margin-right: 20mm; margin-left: 24mm }"
    survey = printed(style).survey

    assert {1} <= {fault.rule for fault in text.measure(survey)}
    assert [] == list(text.measure(survey, rules_of("large-print-a4")))
    assert all(
        RULES[number] != rule for name in EDITIONS for number, rule in rules_of(name).items() if number in (1, 7)
    )
    assert RULES == rules_of("book-a4")


def test_ladders_of_hyphens_are_told() -> None:
    """Not more than two lines in a row end with a hyphen."""
    style = "p { hyphens: auto; hyphenate-limit-chars: 6 3 3; width: 16mm }"

    assert {10} == told(lines.hyphens, style, "<p>" + "internationalisation " * 6 + "</p>")


def test_a_runt_is_told() -> None:
    """A paragraph does not end with two letters on a line of their own."""
    assert {12} == told(lines.runts, body="<p>Water falls as rain on all the hills<br>so</p>")


@pytest.mark.parametrize("weak", ["--ink: #888888", "--accent: #ff9999", "--tint: #777777"])
def test_weak_colours_are_told(weak: str) -> None:
    """Ink and ground differ enough in colour and in grey."""
    assert [] == list(contrast(TOKENS))
    assert {20} == {fault.rule for fault in contrast(weak + ";" + TOKENS)}


def test_fonts_that_are_not_embedded_or_not_ours_are_told(tmp_path: Path) -> None:
    """A font that is only named looks otherwise on each machine."""
    good, bad = tmp_path / "good.pdf", tmp_path / "bad.pdf"
    good.write_bytes(printed().pdf)
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page()
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, BaseFont=pikepdf.Name.Helvetica)
        page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
        pdf.save(bad)

    assert [] == list(fonts(good))
    assert [26, 26] == [fault.rule for fault in fonts(bad)]


def test_links_to_nowhere_are_told(tmp_path: Path) -> None:
    """A link within the book leads to a name that the file has."""
    good, bad = tmp_path / "good.pdf", tmp_path / "bad.pdf"
    good.write_bytes(printed(body=BODY + "<p><a href='#one'>back</a></p>").pdf)
    with pikepdf.open(good) as pdf:
        del pdf.Root.Names
        pdf.save(bad)

    assert [] == list(links(good))
    assert [27] == [fault.rule for fault in links(bad)]


def test_the_report_names_page_place_and_mend() -> None:
    """A fault can be found; what cannot be told is said to be so."""
    block = {"id": "one--fact-a"}
    source = {"path": "book/one.md", "lines": {"one--fact-a": 12}}
    layout = {"pages": [{"blocks": [block]}], "labels": ["iv"], "sources": {"one": source}}
    report = in_text("a4", layout, [Fault(17, 1, "one--fact-a", "half of the page is empty", "move the box")])

    assert "page iv, book/one.md:12: half of the page is empty; move the box [rule 17]" in report
    assert all(f"{rule.title}: not told" in report for rule in RULES.values() if not rule.limits)
