"""A child process that typesets blocks and makes fonts: one job a line on standard input, one answer a line back.

``typesetter.py`` gives it its jobs. All blocks of a job are laid out together, each as an absolutely positioned box in
the upper left corner of one page, and each is drawn on a stream of its own. So a block looks the same whichever others
are typeset with it, and none pays for a page. WeasyPrint's insides are used for that; the version is pinned.
"""

from __future__ import annotations

import gc
import logging
import re
from collections.abc import Iterator, Mapping
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from weasyprint import DEFAULT_OPTIONS, HTML
from weasyprint.css.counters import CounterStyle
from weasyprint.draw import draw_stacking_context
from weasyprint.pdf.fonts import build_fonts_dictionary
from weasyprint.stacking import StackingContext
from weasyprint.text.fonts import FontConfiguration

from .answering import answer_jobs
from .block_objects import Objects
from .block_stream import BlockStream, follow_fonts, sample_text
from .block_structure import structure_of, watch_structure
from .child_boxes import pass_over_plain_boxes
from .child_memo import remember_layout
from .child_styles import parse_styles_once, share_styles
from .child_text import draw_by_pieces
from .reading_order import MARK, in_reading_order, renumbered
from .typeset_child import Log, make_fetcher, mend_layout

PT = 0.75  # points in a CSS pixel

# What each face is given before any block needs it: with it, most documents need the same few files of type.
REPERTOIRE = (
    *map(chr, range(0x21, 0x7F)),
    *map(chr, range(0xA1, 0x180)),
    *map(chr, range(0x400, 0x460)),
    *"‐‑–—‘’‚“”„†•…‰′″‹›€№→−×÷≈≤≥",
    *("ff", "fi", "fl", "ffi", "ffl", "tt", "ti", "ft", "fj"),
)

PAGE = """
@page { size: 3000px 3000px; margin: 0 }
html, body { margin: 0; padding: 0 }
.press-block { position: absolute; top: 0; left: 0 }
.press-block * { page: auto !important }
"""
# Marked content that shows nothing, as the white space between two boxes does; its colour holds for what follows.
EMPTY_MARK = re.compile(rb"/\w+\n<</MCID (\d+)>>\nBDC\n((?:[^\n]+ (?:gs|g|G|rg|RG|k|K|cs|CS|scn|SCN)\n)*)BT\nET\nEMC\n")
PLACEHOLDER = b"\0"  # for the number of marked content, until all percent signs are doubled


class Layout:
    """Some pieces of HTML, laid out, to be drawn one by one.

    :param job: the style, what its addresses are relative to, and the folders whose files it may use.
    :param pieces: HTML, width in CSS pixels and language of each.
    """

    def __init__(self, job: Mapping[str, Any], pieces: list[tuple[str, float, str]]) -> None:
        self.log = Log()
        logger = logging.getLogger("weasyprint")
        logger.handlers = [self.log]
        logger.propagate = False
        body = "\n".join(
            f'<div class="press-block" id="press-{number}" lang="{escape(language)}" '
            f'style="width: {width}px">{html}</div>'
            for number, (html, width, language) in enumerate(pieces)
        )
        text = f"<html lang=en><head><style>{job['style']}{PAGE}</style></head><body>{body}</body></html>"
        fetcher = make_fetcher([Path(root) for root in job["roots"]], logger)
        page = HTML(string=text, base_url=job["base"], url_fetcher=fetcher)
        watch_structure(page.etree_element)
        document = page.render(**_lasting())
        self.page = document.pages[0]
        self.wrappers = dict(_wrappers(self.page._page_box))
        self.fonts: dict[Any, Any] = document.fonts
        self.profiles = document.color_profiles
        self.samples: dict[str, str] = {}  # for each font a text that needs it, as HTML
        self.objects = Objects()
        self.links = {
            box: (target if kind == "external" else f"#{target}", [PT * value for value in rectangle])
            for kind, target, rectangle, box in self.page.links
            if kind in ("internal", "external")
        }

    def draw(self, number: int) -> dict[str, Any]:
        """Draw one block, and give it as JSON has it."""
        wrapper = self.wrappers[number]
        stream = BlockStream(self.fonts, self.samples, self.profiles)
        draw_stacking_context(stream, StackingContext.from_box(wrapper, self.page._page_box))
        content = stream.drawing()
        empty = {int(number) for number, _ in EMPTY_MARK.findall(content)}
        content = EMPTY_MARK.sub(rb"\2", content).replace(b">0<", b"").replace(b"<>0]", b"]")
        marks = {int(old): new for new, old in enumerate(MARK.findall(content))}
        structure = structure_of(wrapper, stream.tags, marks, empty, self.links)
        content = in_reading_order(content, structure, marks)
        numbers = {marks[int(mark)]: place for place, mark in enumerate(MARK.findall(content))}
        content, resources, faults = stream.named(content, self.objects)
        missing = {chr(code) for font in self.fonts.values() for code in font.missing}
        for font in self.fonts.values():
            _forget_missing(font)
        return {
            **renumbered(structure, numbers),
            "height": PT * wrapper.height,
            "lead": PT * _lead(wrapper),
            "content": MARK.sub(b"<</MCID %s>>" % PLACEHOLDER, content)
            .replace(b"%", b"%%")
            .replace(PLACEHOLDER, b"%d")
            .decode("latin-1"),
            "glyphs": _glyphs(content),
            "resources": resources,
            "faults": faults,
            "missing": sorted(missing),
        }

    def known_fonts(self) -> dict[str, dict[str, Any]]:
        """Give what is known of each font: a text that needs it, and text and width of its glyphs."""
        known: dict[str, dict[str, Any]] = {}
        for font in self.fonts.values():
            entry = known.setdefault(font.hash, {"sample": self.samples.get(font.hash, ""), "glyphs": {}})
            entry["glyphs"].update(
                {glyph: [text, font.widths.get(glyph, 0)] for glyph, text in font.to_unicode.items()}
            )
        return known


@cache
def _lasting() -> dict[str, Any]:
    """Give what all documents of this process have in common."""
    return {"font_config": FontConfiguration(), "counter_style": CounterStyle()}


def typeset(job: Mapping[str, Any]) -> dict[str, Any]:
    """Typeset blocks."""
    laid_out = Layout(job, [(piece["html"], piece["width"], piece["language"]) for piece in job["pieces"]])
    blocks = [laid_out.draw(number) for number in range(len(job["pieces"]))]
    fonts = laid_out.known_fonts()
    return {"blocks": blocks, "fonts": fonts, "objects": laid_out.objects.kept, "log": list(laid_out.log.lines)}


def make_font(job: Mapping[str, Any]) -> dict[str, Any]:
    """Make the file of a font: with the repertoire, and with further glyphs that blocks need."""
    laid_out = Layout(job, [(sample_text(job["sample"], REPERTOIRE), 2900, "en")])
    laid_out.draw(0)
    fonts = {key: font for key, font in laid_out.fonts.items() if font.hash == job["font"]}
    core = laid_out.known_fonts()[job["font"]]["glyphs"]
    for font in fonts.values():
        for glyph, (text, width) in sorted((int(glyph), entry) for glyph, entry in job["glyphs"].items()):
            font.to_unicode.setdefault(glyph, text)
            font.widths.setdefault(glyph, width)
        # In the order of their numbers, not in that in which the sample happens to need them.
        font.to_unicode, font.widths = dict(sorted(font.to_unicode.items())), dict(sorted(font.widths.items()))
    pdf = _Pdf()
    references = build_fonts_dictionary(pdf, fonts, True, True, {**DEFAULT_OPTIONS, "pdf_version": "1.7"})
    key = laid_out.objects.keep_with_all_below(pdf.objects[references[job["font"]]], pdf.objects)
    return {"object": key, "objects": laid_out.objects.kept, "core": core}


def tell_engine(_: Mapping[str, Any]) -> dict[str, Any]:
    """Tell which libraries of the machine set the text: files that, changed, may change its look."""
    maps = Path("/proc/self/maps")
    lines = maps.read_text().splitlines() if maps.exists() else ()
    paths = {line.split(maxsplit=5)[5] for line in lines if line.count(" ") >= 5 and ".so" in line}
    names = ("pango", "harfbuzz", "fontconfig", "freetype", "fribidi", "glib")
    return {"libraries": sorted(path for path in paths if any(name in Path(path).name for name in names))}


class _Pdf:
    """Numbers objects as a PDF would."""

    def __init__(self) -> None:
        self.objects: dict[bytes, Any] = {}

    def add_object(self, item: Any) -> None:
        item.number = len(self.objects) + 1
        self.objects[item.reference] = item


def _wrappers(box: Any) -> Iterator[tuple[int, Any]]:
    """Find the boxes of the blocks."""
    for child in getattr(box, "children", ()):
        inner = getattr(child, "_box", child)  # absolute boxes stand behind a placeholder
        if inner.element is not None and inner.element.get("class") == "press-block":
            yield int(inner.element.get("id").removeprefix("press-")), inner
        else:
            yield from _wrappers(inner)


def _lead(wrapper: Any) -> float:
    """Measure the white space above the first box of a block, in CSS pixels."""
    for child in wrapper.children:
        if not hasattr(child, "_box") and child.is_in_normal_flow() and hasattr(child, "border_box_y"):
            return max(0.0, float(child.border_box_y() - wrapper.content_box_y()))
    return 0.0


def _forget_missing(font: Any) -> None:
    for glyph in font.missing.values():
        font.to_unicode.pop(glyph, None)
        font.widths.pop(glyph, None)
    font.missing.clear()


def _glyphs(content: bytes) -> dict[str, list[int]]:
    """Find the glyphs that a drawing shows in each font."""
    used: dict[str, set[int]] = {}
    font = ""
    for token in re.finditer(rb"/(\w+) [\d.]+ Tf|<([0-9a-f]+)>", content):
        if token[1]:
            font = token[1].decode()
        else:
            codes = token[2].decode()
            used.setdefault(font, set()).update(int(codes[at : at + 4], 16) for at in range(0, len(codes), 4))
    return {font: sorted(glyphs) for font, glyphs in used.items()}


JOBS = {"engine": tell_engine, "typeset": typeset, "font": make_font}


def work() -> None:
    """Answer jobs until there are no more."""
    mend_layout()
    parse_styles_once()
    share_styles()
    remember_layout()
    draw_by_pieces()
    pass_over_plain_boxes()
    follow_fonts()
    # Boxes are many and in circles, and all of a job are needed until its end: to look for them takes time.
    gc.freeze()
    gc.set_threshold(100_000, 50, 50)
    answer_jobs(lambda job: JOBS[job["job"]](job))
