"""The stream that a block is drawn on: WeasyPrint's own, with names that mean the same in every document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

import pydyf
from weasyprint.draw import text as draw_text
from weasyprint.pdf.stream import Stream

from .block_objects import Objects

KINDS = ("ExtGState", "XObject", "Pattern", "Shading")
GENERIC = ("serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui")


class BlockStream(Stream):  # type: ignore[misc]
    """Draws a block, and keeps how to ask for each font again.

    :param fonts: the fonts of the document; those that are new are added.
    :param samples: for the name of each font a text that needs it, as HTML; likewise.
    """

    setting: Any = None  # the box whose text is being drawn

    def __init__(self, fonts: dict[Any, Any], samples: dict[str, str], profiles: Any) -> None:
        resources = pydyf.Dictionary({name: pydyf.Dictionary() for name in KINDS})
        resources["ColorSpace"] = pydyf.Dictionary()
        super().__init__(fonts, (0, 0, 3000, 3000), resources, {}, {}, profiles, None)
        self._samples = samples

    @property
    def tags(self) -> dict[Any, Any]:
        """The marked content: for each box its number."""
        return self._tags  # type: ignore[no-any-return]

    def add_font(self, pango_font: Any) -> Any:
        """Take up a font."""
        font, size = super().add_font(pango_font)
        if font.hash not in self._samples and self.setting is not None:
            self._samples[font.hash] = _sample(self.setting)
        return font, size

    def drawing(self) -> bytes:
        """Give the drawing operators."""
        return b"\n".join(map(pydyf._to_bytes, self.stream))

    def named(self, content: bytes, objects: Objects) -> tuple[bytes, list[list[str]], list[str]]:
        """Give what the drawing refers to names that follow from what it is.

        :return: the content with these names; kind, name and object key of each; what cannot be placed elsewhere.
        """
        found: list[list[str]] = []
        faults: list[str] = []
        if self._resources["Pattern"] or self._resources["Shading"]:
            faults.append("a gradient or a picture in the background; use a plain colour, a border or an SVG drawing")
        for name, state in self._resources["ExtGState"].items():
            if "SMask" in state:
                faults.append("a mask; draw the picture without it")
                continue
            key = objects.keep(state)
            new = name if name[0] in "aA" else f"gs{key}"
            content = re.sub(rb"/%s gs\b" % re.escape(name.encode()), b"/%s gs" % new.encode(), content)
            found.append(["ExtGState", new, key])
        for name, form in self._resources["XObject"].items():
            if form is not None:
                faults.append("something under opacity; use a solid colour, or fill-opacity in an SVG drawing")
                continue
            picture = self._images[name]
            key = objects.keep_picture(picture["image"], picture["interpolate"], max(picture["dpi_ratios"]))
            content = re.sub(rb"/%s Do\b" % re.escape(name.encode()), b"/im%s Do" % key.encode(), content)
            found.append(["XObject", f"im{key}", key])
        return content, found, faults


def follow_fonts() -> None:
    """Have each stream know whose text is drawn on it, in HTML and in SVG."""
    original = draw_text.draw_first_line

    def draw_first_line(stream: Any, textbox: Any, *further: Any) -> Any:
        stream.setting = textbox
        return original(stream, textbox, *further)

    draw_text.draw_first_line = draw_first_line


def sample_text(sample: Mapping[str, str], repertoire: Iterable[str]) -> str:
    """Write HTML that needs the font of a sample, and all characters that are expected of it."""
    words = escape(" ".join((sample["text"], *repertoire)))
    return f'<p style="{escape(sample["style"])}">{words}</p>'


def _sample(textbox: Any) -> Any:
    style = textbox.style
    families = ", ".join(name if name in GENERIC else f"'{name}'" for name in style["font_family"])
    declarations = {"font-family": families, "font-size": f"{style['font_size']}px"}
    for name in ("font-weight", "font-style", "font-stretch"):
        declarations[name] = str(style[name.replace("-", "_")])
    settings = style["font_variation_settings"]
    if settings != "normal":
        declarations["font-variation-settings"] = ", ".join(f"'{axis}' {value}" for axis, value in settings)
    return {"text": textbox.text, "style": "; ".join(f"{name}: {value}" for name, value in declarations.items())}
