"""HTML as WeasyPrint 70 wants it, read by libxml2: its own reader, in Python, takes ten times as long."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, TreeBuilder

import cssselect2
import weasyprint
from lxml import etree
from tinyhtml5.constants import adjust_svg_attributes

if TYPE_CHECKING:
    from weasyprint.urls import URLFetcher

_SVG = "{http://www.w3.org/2000/svg}"
_TAGS = ("clipPath", "linearGradient", "radialGradient", "textPath", "feOffset", "feBlend", "feFlood")  # that it draws
_TAG = {tag.lower(): tag for tag in _TAGS}  # in HTML they may be written in any way


def parse(text: str) -> Element:
    """Parse a whole document that was serialized from a tree, with drawings in it.

    :return: its root, of what Python itself has for elements. Names of HTML have no namespace, those of SVG have.
    """
    root: Element = etree.HTML(text, _PARSER)
    root.text = None  # white space before the head
    for drawing in list(root.iter("svg")):
        for element in drawing.iter():
            if isinstance(element.tag, str):
                element.tag = _SVG + _TAG.get(element.tag, element.tag)
                for name in adjust_svg_attributes.keys() & element.attrib.keys():
                    element.set(adjust_svg_attributes[name], element.attrib.pop(name))
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
