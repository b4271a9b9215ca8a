"""What a layout of WeasyPrint 70 looks like, as plain values: the only place that reads its tree of boxes.

Lengths are in points, heights count from the upper edge of the page. A survey is a list of pages; what each
tells is named where it is put together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from weasyprint.formatting_structure import boxes
from weasyprint.text import line_break

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from weasyprint.document import Page

PT = 0.75  # a CSS pixel in points
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
PICTURES = ("img", "svg")


def survey(pages: Iterable[Page], root: Element) -> list[dict[str, Any]]:
    """Tell of each page its margins, its lines of type and its blocks.

    :param root: of the HTML that the pages are made from.
    """
    parents = {child: around for around in root.iter() for child in around}
    return [_Page(page._page_box, parents).told() for page in pages]


class _Page:
    """One page, read from top to bottom."""

    def __init__(self, page: Any, parents: dict[Element, Element]) -> None:
        self._page = page
        self._parents = parents
        self._lines: list[dict[str, Any]] = []
        self._blocks: list[dict[str, Any]] = []
        self._heads: list[dict[str, Any]] = []
        self._tables: list[dict[str, Any]] = []
        self._footnotes: float | None = None

    def told(self) -> dict[str, Any]:
        page = self._page
        for child in page.children:
            if isinstance(child, boxes.MarginBox):
                before = len(self._lines)
                self._read(child, "head", child)
                text = " ".join(line["text"] for line in self._lines[before:])
                del self._lines[before:]
                if text:
                    self._heads.append({"at": child.at_keyword, "text": text})
            elif isinstance(child, boxes.FootnoteAreaBox):
                if child.children:
                    self._footnotes = child.border_box_y() * PT
                self._read(child, "footnote", child)
            else:
                self._read(child, "text", child)
        kind = page.page_type
        return {
            "name": kind.name,
            "side": kind.side,
            "blank": kind.blank,
            "width": page.margin_width() * PT,
            "height": page.margin_height() * PT,
            "margins": [getattr(page, f"margin_{side}") * PT for side in ("top", "right", "bottom", "left")],
            "heads": self._heads,
            "footnotes": self._footnotes,
            "lines": self._lines,
            "blocks": self._blocks,
            "tables": self._tables,
        }

    def _read(self, box: Any, part: str, around: Any) -> None:
        if isinstance(box, boxes.LineBox):
            self._line(box, part, around)
            return
        if part == "text" and isinstance(box, boxes.Box) and box.element is not None:
            self._block(box)
        for child in getattr(box, "children", ()):
            child = getattr(child, "_box", child)  # a placeholder of what is positioned
            self._read(child, part, box)

    def _block(self, box: Any) -> None:
        element = box.element
        if isinstance(box, boxes.TableBox):
            self._table(box)
            return
        if element.get("id") is None and element.tag not in (*HEADINGS, *PICTURES):
            return
        if element.tag in ("section", "body", "html", "span", "a"):
            return
        told = {
            "id": self._nearest_id(element), "tag": element.tag, "classes": element.get("class", ""),
            "top": box.border_box_y() * PT, "bottom": (box.border_box_y() + box.border_height()) * PT,
            "width": box.border_width() * PT,
        }  # fmt: skip
        if element.tag == "img" and (image := getattr(box, "replacement", None)) is not None:
            told["pixels"] = getattr(image, "width", None)
        self._blocks.append(told)

    def _table(self, box: Any) -> None:
        rows = [row for group in box.children for row in getattr(group, "children", ()) if hasattr(row, "children")]
        cells = [cell for row in rows for cell in row.children]
        self._tables.append({
            "id": self._nearest_id(box.element),
            "columns": max((sum(cell.colspan for cell in row.children) for row in rows), default=0),
            "upright": any(cell.border_left_width + cell.border_right_width for cell in cells),
            "rules": len({edge for cell in cells for edge in (cell.border_top_width, cell.border_bottom_width)} - {0}),
        })  # fmt: skip

    def _line(self, box: Any, part: str, column: Any) -> None:
        texts = [child for child in box.descendants() if isinstance(child, boxes.TextBox) and child.text]
        if not texts or not "".join(text.text for text in texts).strip():
            return
        words = "".join(text.text for text in texts)
        element = box.element
        around = list(self._around(element)) if element is not None else []
        self._lines.append({
            "text": words,
            "id": self._nearest_id(element) if around else "",
            "classes": " ".join(one.get("class", "") for one in around),
            "tags": [one.tag for one in around],
            "part": part,
            "top": box.position_y * PT,
            "baseline": (box.position_y + box.baseline) * PT,
            "height": box.height * PT,
            "left": min(text.position_x for text in texts) * PT,
            "right": max(text.position_x + text.width for text in texts) * PT,
            "width": column.width * PT,
            "size": max(text.style["font_size"] for text in texts) * PT,
            "sizes": sorted({round(text.style["font_size"] * PT, 2) for text in texts}),
            "align": box.style["text_align_all"],
            "numerals": _numerals(texts),
            "last": getattr(box, "resume_at", None) is None,
            "hyphen": words.endswith(box.style["hyphenate_character"]) and not words.rstrip("‐").endswith("-"),
            "space": _space(texts),
        })  # fmt: skip

    def _around(self, element: Element) -> Iterator[Element]:
        above: Element | None = element
        while above is not None and above.tag != "body":
            yield above
            above = self._parents.get(above)

    def _nearest_id(self, element: Element) -> str:
        return next((one.get("id", "") for one in self._around(element) if one.get("id")), "")


def _numerals(texts: list[Any]) -> list[str]:
    """Name the kinds of numerals in which the digits of a line are set; nothing where there are none."""
    largest = max(text.style["font_size"] for text in texts)
    found = {
        name
        for text in texts
        if text.style["font_size"] > 0.8 * largest  # numbers of notes are no numerals of the text
        and any(sign.isdigit() for sign in text.text)
        and text.style["font_variant_numeric"] != "normal"
        for name in text.style["font_variant_numeric"]
    }
    return sorted(found)


_NORMAL: dict[tuple[Any, ...], float] = {}  # width of a space by type


def _space(texts: list[Any]) -> float:
    """Tell how wide the word spaces of a line are set, as a share of the normal width; 1 for a line as it comes."""
    first = next((text for text in texts if " " in text.text), None)
    if first is None:
        return 1.0
    style = first.style
    key = (style["font_family"], style["font_size"], style["font_weight"], style["font_style"])
    if key not in _NORMAL:
        # As a difference: a space by itself has no width at a line's end.
        # Pango sets a line by the same style, so the word spacing of the style is taken off again.
        _NORMAL[key] = _width("n n", style) - _width("nn", style) - style["word_spacing"]
    return float(1 + (first.justification_spacing + first.style["word_spacing"]) / _NORMAL[key])


def _width(text: str, style: Any) -> float:
    layout = line_break.create_layout(text, style, None, None, 0)
    line, _ = layout.get_first_line()  # a line lives as long as its layout
    return float(line_break.line_size(line, style)[0])
