"""A child process that typesets blocks and makes fonts: one job a line on standard input, one answer a line back.

Run as a module; see ``typesetter.py`` for the jobs. All blocks of a job are laid out together, each as an absolutely
positioned box in the upper left corner of one page, and each is drawn on a stream of its own. So a block is drawn the
same whichever others are typeset with it, and none pays for a page. WeasyPrint's insides are used for that, as they
are in the pinned version 70.
"""

from __future__ import annotations

import json
import logging
import os
import re
import sys
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path
from typing import Any

import pydyf
from weasyprint import DEFAULT_OPTIONS, HTML
from weasyprint.formatting_structure import boxes
from weasyprint.pdf import fonts as pdf_fonts
from weasyprint.pdf.stream import Stream
from weasyprint.stacking import StackingContext
from weasyprint.draw import draw_stacking_context

from .block_structure import BlockStructure
from .typeset_child import Log, make_fetcher, mend_layout

PT = 0.75  # points in a CSS pixel

# What each face is given before any block needs it: with it, most documents need the same few files of type.
REPERTOIRE = (
    "".join(map(chr, range(0x21, 0x7F)))
    + "".join(map(chr, range(0xA1, 0x180)))
    + "".join(map(chr, range(0x400, 0x460)))
    + "‐‑–—‘’‚“”„†•…‰′″‹›€№→−×÷≈≤≥"
)
LIGATURES = "ff fi fl ffi ffl tt ti ft fj"

PAGE = """
@page { size: 3000px 3000px; margin: 0 }
html, body { margin: 0; padding: 0 }
.press-block { position: absolute; top: 0; left: 0 }
.press-block * { page: auto !important }
"""


class BlockStream(Stream):  # type: ignore[misc]
    """Keeps beside the drawing what a block needs to be placed anywhere: whose text it is, and stable names."""

    def __init__(self, fonts: dict[Any, Any], samples: dict[str, str], images: dict[str, Any], profiles: Any) -> None:
        resources = pydyf.Dictionary({name: pydyf.Dictionary() for name in KINDS})
        resources["ColorSpace"] = pydyf.Dictionary()
        super().__init__(fonts, (0, 0, 3000, 3000), resources, images, {}, profiles, None)
        self.samples = samples
        self._box: Any = None

    @property
    def resources(self) -> Mapping[str, Any]:
        """What the drawing refers to by name."""
        return self._resources  # type: ignore[no-any-return]

    @property
    def tags(self) -> dict[Any, Any]:
        """The marked content: which box, which number."""
        return self._tags  # type: ignore[no-any-return]

    def marked(self, box: Any, tag: str) -> Any:
        """Begin marked content."""
        self._box = box
        return super().marked(box, tag)

    def add_font(self, pango_font: Any) -> Any:
        """Take up a font, and how to ask for it again."""
        font, size = super().add_font(pango_font)
        if font.hash not in self.samples and isinstance(self._box, boxes.TextBox):
            self.samples[font.hash] = sample(self._box)
        return font, size


GENERIC = ("serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui")
KINDS = ("ExtGState", "XObject", "Pattern", "Shading")


def sample(box: Any) -> str:
    """Write HTML that needs the font of a text: the text itself, in its style, and the repertoire of every face."""
    style = box.style
    family = ", ".join(name if name in GENERIC else f'"{name}"' for name in style["font_family"])
    declarations = (
        f"font-family: {family}; font-size: {style['font_size']}px; font-weight: {style['font_weight']}; "
        f"font-style: {style['font_style']}; white-space: normal"
    )
    words = " ".join((*REPERTOIRE, LIGATURES))
    return f"<p style='{escape(declarations)}'>{escape(box.text)} {escape(words)}</p>"


def typeset(job: Mapping[str, Any]) -> dict[str, Any]:
    """Typeset blocks: a list of their values as JSON has them, and what is known of the fonts."""
    laid_out = Layout(job, [(block["html"], block["width"], block["language"]) for block in job["blocks"]])
    blocks = [laid_out.draw(index) for index in range(len(job["blocks"]))]
    fonts: dict[str, Any] = {}
    for font in laid_out.fonts.values():
        known = fonts.setdefault(font.hash, {"sample": laid_out.samples.get(font.hash, ""), "glyphs": {}})
        known["glyphs"].update({glyph: [text, font.widths.get(glyph, 0)] for glyph, text in font.to_unicode.items()})
    return {"blocks": blocks, "fonts": fonts, "objects": laid_out.objects, "log": list(laid_out.log.lines)}


def make_font(job: Mapping[str, Any]) -> dict[str, Any]:
    """Make the file of a font: with its repertoire, and with further glyphs that blocks need."""
    laid_out = Layout(job, [(job["sample"], 3000, "en")])
    laid_out.draw(0)
    fonts = {key: font for key, font in laid_out.fonts.items() if font.hash == job["font"]}
    core: dict[int, list[Any]] = {}
    for font in fonts.values():
        core.update({glyph: [text, font.widths.get(glyph, 0)] for glyph, text in font.to_unicode.items()})
    for glyph, (text, width) in sorted((int(key), value) for key, value in job["glyphs"].items()):
        for font in fonts.values():
            font.to_unicode.setdefault(glyph, text)
            font.widths.setdefault(glyph, width)
    pdf = pydyf.PDF()
    first = len(pdf.objects)
    references = pdf_fonts.build_fonts_dictionary(pdf, fonts, True, True, {**DEFAULT_OPTIONS, "pdf_version": "1.7"})
    made = {item.number: item for item in pdf.objects[first:]}
    key = re.fullmatch(rb"(\d+) 0 R", references[job["font"]])
    if key is None:
        raise RuntimeError(f"the font {job['font']} was not made")
    objects: dict[str, Any] = {}
    name = serialise(int(key[1]), made, objects)
    return {"object": name, "objects": objects, "core": core, "log": list(laid_out.log.lines)}


class Layout:
    """Some pieces of HTML, laid out, to be drawn one by one."""

    def __init__(self, job: Mapping[str, Any], pieces: list[tuple[str, float, str]]) -> None:
        self.log = Log()
        logger = logging.getLogger("weasyprint")
        logger.handlers = [self.log]
        logger.propagate = False
        body = "\n".join(
            f'<div class="press-block" id="press-{number}" lang="{escape(language)}" style="width: {width}px">{html}</div>'
            for number, (html, width, language) in enumerate(pieces)
        )
        document = f"<html lang=en><head><style>{job['style']}{PAGE}</style></head><body>{body}</body></html>"
        fetcher = make_fetcher([Path(root) for root in job["roots"]], logger)
        page = HTML(string=document, base_url=job["base"], url_fetcher=fetcher)
        self.structure = BlockStructure(page.etree_element)
        self.document = page.render()
        self.page = self.document.pages[0]
        self.wrappers = dict(find_wrappers(self.page._page_box))
        self.fonts: dict[Any, Any] = self.document.fonts
        self.samples: dict[str, str] = {}
        self.objects: dict[str, Any] = {}
        self.links: dict[Any, Any] = {}
        for kind, target, rectangle, box in self.page.links:
            if kind in ("internal", "external"):
                address = target if kind == "external" else f"#{target}"
                self.links[box] = (address, [PT * value for value in rectangle])

    def draw(self, number: int) -> dict[str, Any]:
        """Draw one block, and give it as JSON has it."""
        wrapper = self.wrappers[number]
        stream = BlockStream(self.fonts, self.samples, {}, self.document.color_profiles)
        draw_stacking_context(stream, StackingContext.from_box(wrapper, self.page._page_box))
        faults = []
        if stream.resources["Pattern"] or stream.resources["Shading"]:
            faults.append("a gradient or a background picture; use a plain colour, a border or an SVG drawing")
        content, resources = self._resources(number, stream, faults)
        elements, marked, links = self.structure.of(wrapper, stream.tags, self.links)
        missing = sorted({chr(code) for font in self.fonts.values() for code in font.missing})
        for font in self.fonts.values():
            font.missing.clear()
        return {
            "height": PT * wrapper.height,
            "lead": PT * lead(wrapper),
            "content": content.replace(b"%", b"%%").decode("latin-1").replace(MCID, "%d"),
            "marked": marked,
            "elements": elements,
            "links": links,
            "glyphs": glyphs_of(content),
            "resources": resources,
            "faults": faults,
            "missing": missing,
        }

    def _resources(self, number: int, stream: BlockStream, faults: list[str]) -> tuple[bytes, list[list[str]]]:
        """Serialise what a drawing refers to, and put names into it that mean the same everywhere."""
        content = b"\n".join(pydyf._to_bytes(part) for part in stream.stream)
        content = re.sub(rb"<</MCID (\d+)>>", MCID_ENTRY, content)
        content = content.replace(b">0<", b"")
        found: list[list[str]] = []
        for name, state in stream.resources["ExtGState"].items():
            body = state.data
            if b" R" in body:
                faults.append("text or a picture under a mask; leave the mask out")
                continue
            key = self._keep(body, None)
            new = name if name[0] in "aA" else f"gs{key}"
            content = re.sub(rb"/%s gs\b" % re.escape(name.encode()), b"/%s gs" % new.encode(), content)
            found.append(["ExtGState", new, key])
        if stream.resources["XObject"]:
            faults.append("text under opacity, or a pixel picture; use a solid colour, or draw it as SVG")
        return content, found

    def _keep(self, body: bytes, stream: bytes | None) -> str:
        return keep(self.objects, body, [], stream)


MCID = "\0"  # stands for the number of marked content until all percent signs are doubled
MCID_ENTRY = b"<</MCID \0>>"


def find_wrappers(box: Any) -> Iterator[tuple[int, Any]]:
    """Find the boxes of the blocks."""
    for child in getattr(box, "children", ()):
        inner = getattr(child, "_box", child)
        name = inner.element.get("id", "") if inner.element is not None else ""
        if name.startswith("press-") and inner.element.get("class") == "press-block":
            yield int(name.removeprefix("press-")), inner
        else:
            yield from find_wrappers(inner)


def lead(wrapper: Any) -> float:
    """Measure the white space above the first box of a block, in CSS pixels."""
    for child in wrapper.children:
        if not hasattr(child, "_box") and child.is_in_normal_flow() and hasattr(child, "border_box_y"):
            return max(0.0, float(child.border_box_y() - wrapper.content_box_y()))
    return 0.0


def glyphs_of(content: bytes) -> dict[str, list[int]]:
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


def serialise(number: int, made: Mapping[int, Any], objects: dict[str, Any]) -> str:
    """Keep an object and all that it refers to under names that follow from what they hold."""
    item = made[number]
    stream = None
    if isinstance(item, pydyf.Stream):
        body, stream = split_stream(item)
    else:
        body = item.data
    references: list[str] = []

    def refer(match: re.Match[bytes]) -> bytes:
        references.append(serialise(int(match[1]), made, objects))
        return b"%d 0 R"

    body = re.sub(rb"\b(\d+) 0 R\b", refer, body.replace(b"%", b"%%"))
    return keep(objects, body, references, stream)


def split_stream(item: Any) -> tuple[bytes, bytes]:
    """Take a stream apart: its dictionary and its bytes."""
    begin = item.data.index(b"stream\n")
    return item.data[:begin].rstrip(), item.data[begin + 7 : -len(b"\nendstream")]


def keep(objects: dict[str, Any], body: bytes, references: list[str], stream: bytes | None) -> str:
    """Keep an object under the hash of what it holds."""
    from hashlib import sha256

    digest = sha256(repr((body, references, stream)).encode()).hexdigest()[:32]
    objects[digest] = [body.decode("latin-1"), references, None if stream is None else stream.decode("latin-1")]
    return digest


JOBS = {"typeset": typeset, "font": make_font}


def main() -> None:
    """Answer jobs until there are no more."""
    mend_layout()
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # whatever a library prints goes elsewhere
    for line in sys.stdin:
        job = json.loads(line)
        try:
            answer = JOBS[job["job"]](job)
        except Exception as error:
            answer = {"failure": f"{type(error).__name__}: {error}"}
        answers.write(json.dumps(answer) + "\n")
        answers.flush()


if __name__ == "__main__":
    main()
    # Without the interpreter's own tidying up: Pango's objects may be freed twice there (WeasyPrint issue 2843).
    os._exit(0)
