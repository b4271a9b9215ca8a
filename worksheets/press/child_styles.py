"""Styles that elements share: of one document, and of all that a process lays out with the same style sheets.

WeasyPrint 70 works out the style of each element that has an id anew, and of all elements within it, because an id is
a style to it. Here such an element has the style of its like, and beside it the anchor alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import inf
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from weasyprint import css
from weasyprint.css import ComputedStyle, StyleFor

from .child_rules import JoinedRules

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

Rules = tuple[tuple[Any, ...], ...]
_ANCHOR = "-weasy-anchor"


class OwnStyle(ComputedStyle):  # type: ignore[misc]
    """The style of an element that is that of others but for what is said of this element, as that a link leads to it.

    What WeasyPrint changes in it, as the overflow of the root, is said of this element alone.
    """

    def __init__(self, like: ComputedStyle, anchor: str | None) -> None:
        self.__dict__ = like.__dict__
        self.like = like
        self["anchor"] = anchor

    def __missing__(self, key: str) -> Any:
        value = self[key] = self.like[key]
        return value


def share_styles() -> None:
    """Have all documents that this process lays out share their styles, as far as their sheets are the same.

    They must have one configuration of fonts and one address to begin with, because a style knows both, and pages of
    one size if lengths are measured by it (vw and the like).
    """
    known: dict[tuple[Any, ...], ComputedStyle] = {}
    joined: dict[tuple[_Same, ...], JoinedRules] = {}

    class SharedStyles(StyleFor):  # type: ignore[misc]
        def __init__(
            self, html: Any, sheets: list[Any], presentational_hints: bool, font_config: Any, target_collector: Any
        ) -> None:
            self._cascaded_styles: dict[Any, Any] = {}  # WeasyPrint's own, for pages
            self._computed_styles: dict[Any, ComputedStyle] = {}
            self._sheets = sheets
            read = tuple(_Same(sheet.matcher) for sheet, _, _ in sheets)
            if read not in joined:
                joined[read] = JoinedRules([sheet.matcher for sheet, _, _ in sheets])
            self._joined = joined[read]
            self.font_config = font_config
            self.initial_page_sizes: dict[str, Any] = {"box": None, "area": None}
            self._base = html.base_url
            self._rules: dict[Element, dict[str | None, Rules]] = {}
            self._shared: dict[Element, ComputedStyle] = {}
            for wrapper in html.wrapper_element.iter_subtree():
                element = wrapper.etree_element
                rules = self._rules[element] = self._matched(wrapper)
                parent = self._shared[wrapper.parent.etree_element] if wrapper.parent else None
                style = self._shared[element] = self._style(element, None, parent, rules.pop(None, ()))
                anchor = _anchor(element)
                if anchor or element.tag in ("html", "body"):
                    style = OwnStyle(style, anchor)
                if anchor and target_collector:
                    target_collector.collect_anchor(anchor)
                self._computed_styles[element, None] = style

        def __call__(self, element: Any, pseudo_type: str | None = None) -> ComputedStyle | None:
            # Pseudo-elements are many, and most are never asked for: each element may have a marker or a note.
            if pseudo_type and element in self._rules and (rules := self._rules[element].pop(pseudo_type, None)):
                style = self._style(element, pseudo_type, self._shared[element], rules)
                self._computed_styles[element, pseudo_type] = style
            return super().__call__(element, pseudo_type)

        def _matched(self, wrapper: Any) -> dict[str | None, Rules]:
            """Find the rules for an element and its pseudo-elements, from the weakest on."""
            found: dict[str | None, list[tuple[Any, ...]]] = {}
            for number, specificity, pseudo, (declarations, layer) in self._joined.of(wrapper):
                sheet, origin, own = self._sheets[number]
                order = inf if layer is None else sheet.layers.index(layer)
                found.setdefault(pseudo, []).append((origin, order, own or specificity, _Same(declarations)))
            return {pseudo: tuple(rules) for pseudo, rules in found.items()}

        def _style(
            self, element: Element, pseudo: str | None, parent: ComputedStyle | None, rules: Rules
        ) -> ComputedStyle:
            attributes = () if pseudo else _styling(element)
            key = (id(parent), pseudo, attributes, rules)
            if (style := known.get(key)) is None:
                own = self._of_attributes(element) if attributes else ()
                root = css.InitialStyle(self.font_config) if parent is None else next(iter(self._shared.values()))
                style = known[key] = ComputedStyle(
                    parent, _cascade([*own, *rules]), pseudo, root, self._base, self.font_config,
                    self.initial_page_sizes,
                )  # fmt: skip
                _ = style["anchor"]  # one that says nothing yet is passed over
            return style

        def _of_attributes(self, element: Element) -> Iterator[tuple[Any, ...]]:
            alone = SimpleNamespace(iter=lambda: [element])
            for specificity, _, declarations, base in css.find_style_attributes(alone, False, self._base):
                if not declarations or getattr(declarations[0], "name", "") != _ANCHOR:
                    read = tuple(css.preprocess_declarations(base, declarations))
                    yield "author", inf, specificity, _Same(read)

    css.StyleFor = SharedStyles


def parse_styles_once() -> None:
    """Keep the style sheets of a document for the next one that names the same, from the same address."""
    find = css.find_stylesheets
    known: dict[tuple[Any, ...], list[Any]] = {}

    def find_once(wrapper: Any, *further: Any) -> list[Any]:
        named = tuple(
            (element.tag, tuple(element.attrib.items()), "".join(element.itertext()))
            for element in wrapper.etree_element.iter()
            if element.tag in ("style", "link")
        )
        if named not in known:
            known[named] = list(find(wrapper, *further))
        return known[named]

    css.find_stylesheets = find_once


class _Same:
    """Something that is the same as itself alone, and lasts as long as it is asked for."""

    __slots__ = ("it",)

    def __init__(self, it: Any) -> None:
        self.it = it

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.it is other.it

    def __hash__(self) -> int:
        return id(self.it)


def _anchor(element: Element) -> str | None:
    return element.get("name" if element.tag == "a" and element.get("name") else "id") or None


def _styling(element: Element) -> tuple[str | None, ...]:
    """Give what an element's own attributes say of its style; empty if nothing."""
    sizes = ("width", "height") if element.tag == "{http://www.w3.org/2000/svg}svg" else ()
    said = tuple(element.get(name) for name in ("style", "lang", *sizes))
    return said if any(said) else ()


def _cascade(rules: list[tuple[Any, ...]]) -> dict[str, tuple[Any, Any]]:
    """Weigh declarations: https://www.w3.org/TR/CSS21/cascade.html#cascading-order."""
    style: dict[str, tuple[Any, Any]] = {}
    for origin, order, specificity, declarations in rules:
        for name, value, importance in declarations.it:
            weight = (css.declaration_precedence(origin, importance), order, specificity)
            if name not in style or style[name][1] <= weight:
                style[name] = value, weight
    return style
