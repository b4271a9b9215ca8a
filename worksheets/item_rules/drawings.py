"""Whether a drawing is one of ours: plain shapes, and nothing in it that only the eye can find."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

from ..bank import FactBank
from ..questions import Question
from .finding import Finding

SVG = "{http://www.w3.org/2000/svg}"
SHAPES = frozenset(["svg", "g", "path", "line", "polyline", "polygon", "rect", "circle", "ellipse", "text", "tspan"])
# An id would stand twice in a document of several sheets; the rest can fetch or run something.
FORBIDDEN = frozenset({"id", "style"})


def sound(question: Question, _: FactBank) -> Iterator[Finding]:
    """The drawing of question and key holds plain shapes, has a description, and its texts can be read without it."""
    for drawing in question.drawings:
        if fault := svg_fault(drawing.svg):
            yield Finding("drawing", f"the drawing {fault}", "draw plain shapes")
        elif unread := sorted(_texts(drawing.svg) - set(drawing.texts)):
            yield Finding("drawing", f"“{unread[0]}” stands in the drawing alone", "list it in data or labels")
        if not drawing.alt:
            yield Finding("drawing", "the drawing has no description", "say in a sentence what it shows")


def svg_fault(svg: str) -> str:
    """Say why an SVG text must not be put into a page; empty where it may."""
    try:
        root = ElementTree.fromstring(svg)
    except ElementTree.ParseError as error:
        return f"cannot be read ({error})"
    if root.tag != f"{SVG}svg" or "<!" in svg or "<?" in svg:
        return "is no single svg element in the namespace of SVG"
    for element in root.iter():
        if element.tag.removeprefix(SVG) not in SHAPES:
            return f"holds “{element.tag.removeprefix(SVG)}”"
        for name, value in element.attrib.items():
            if name in FORBIDDEN or name.startswith(("on", "{")) or "href" in name or "url(" in value:
                return f"holds the attribute “{name}”"
    return ""


def _texts(svg: str) -> set[str]:
    """Each text that is set in it, spaces as they are read."""
    texts = (element for element in ElementTree.fromstring(svg).iter(f"{SVG}text"))
    return {text for element in texts if (text := " ".join("".join(element.itertext()).split()))}
