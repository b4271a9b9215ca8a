"""HTML as WeasyPrint 70 wants it, read by libxml2: its own reader is in Python and takes longer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, TreeBuilder

import cssselect2
import weasyprint
from lxml import etree
from tinyhtml5.constants import adjust_foreign_attributes, adjust_mathml_attributes, adjust_svg_attributes

if TYPE_CHECKING:
    from weasyprint.urls import URLFetcher

_SVG = "{http://www.w3.org/2000/svg}"
_MATHML = "{http://www.w3.org/1998/Math/MathML}"
# In HTML they may be written in any way: HTML Standard, 13.2.6.5, "The rules for parsing tokens in foreign content".
_SVG_TAGS = """
    altGlyph altGlyphDef altGlyphItem animateColor animateMotion animateTransform clipPath feBlend feColorMatrix
    feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow
    feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset
    fePointLight feSpecularLighting feSpotLight feTile feTurbulence foreignObject glyphRef linearGradient radialGradient
    textPath
"""
_TAG = {_SVG: {tag.lower(): tag for tag in _SVG_TAGS.split()}, _MATHML: {}}
_HOLD_HTML = {_SVG: {"foreignObject", "desc", "title"}, _MATHML: {"mi", "mo", "mn", "ms", "mtext"}}
_OF_OTHERS = {name: f"{{{space}}}{local}" for name, (_, local, space) in adjust_foreign_attributes.items()}
_ATTRIBUTE = {_SVG: adjust_svg_attributes | _OF_OTHERS, _MATHML: adjust_mathml_attributes | _OF_OTHERS}


def parse(text: str) -> Element:
    """Parse a whole document that was serialized from a tree, with drawings and formulas in it.

    :return: its root, of what Python itself has for elements. Names of HTML have no namespace, those of SVG and MathML
        have; all rows of a table stand in groups.
    """
    root: Element = etree.HTML(text, _PARSER)
    root.text = None  # white space before the head
    for tag, space in (("svg", _SVG), ("math", _MATHML)):
        for element in list(root.iter(tag)):
            if element.tag == tag:  # not if it was part of another one
                _put_into(space, element)
    for table in root.iter("table"):
        _group_rows(table)
    return root


class Html(weasyprint.HTML):  # type: ignore[misc]
    """A document for WeasyPrint.

    :param text: serialized from a tree.
    :param base_url: to which addresses in it are relative.
    """

    def __init__(self, text: str, base_url: str, url_fetcher: URLFetcher) -> None:
        self.base_url = base_url
        self.url_fetcher = url_fetcher
        self.media_type = "print"
        self.wrapper_element = cssselect2.ElementWrapper.from_html_root(parse(text), content_language=None)
        self.etree_element = self.wrapper_element.etree_element


def _put_into(space: str, root: Element) -> None:
    """Give the elements of a drawing or formula, and their attributes, the names that they have in its namespace."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        name = _TAG[space].get(element.tag, element.tag)
        element.tag = space + name
        for attribute in _ATTRIBUTE[space].keys() & element.attrib.keys():
            element.set(_ATTRIBUTE[space][attribute], element.attrib.pop(attribute))
        if name not in _HOLD_HTML[space]:
            waiting.extend(element)


def _group_rows(table: Element) -> None:
    """Put rows of a table that stand in no group into one, as HTML's own rules have it; libxml2 leaves them alone."""
    children = list(table)
    table[:] = []
    group: Element | None = None
    for child in children:
        if child.tag != "tr":
            group = None
            table.append(child)
            continue
        if group is None:
            group = SubElement(table, "tbody")
        group.append(child)


class _Trees:
    """Builds trees of Python's own elements from what a parser of lxml tells."""

    def __init__(self) -> None:
        self._builder = TreeBuilder()

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begin an element."""
        self._builder.start(tag, dict(attributes))

    def end(self, tag: str) -> None:
        """End an element."""
        self._builder.end(tag)

    def data(self, text: str) -> None:
        """Add text."""
        self._builder.data(text)

    def close(self) -> Element:
        """Give the tree, and begin another one."""
        built, self._builder = self._builder, TreeBuilder()
        root: Element = built.close()
        return root


_PARSER = etree.HTMLParser(target=_Trees(), huge_tree=True)  # one, for each leaves memory in circles behind
