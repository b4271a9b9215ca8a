"""A document that libxml2 reads has the tree that WeasyPrint's own reader makes of it."""

from __future__ import annotations

from typing import Any

import pytest
import tinyhtml5

from worksheets.press.child_html import parse

DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" viewbox="0 0 9 9" preserveaspectratio="none"><title>A hill</title>
<defs><clippath id="c" clippathunits="userSpaceOnUse"><rect width="9" height="9"></rect></clippath>
<lineargradient id="g" gradientunits="userSpaceOnUse"><stop offset="0"></stop></lineargradient></defs>
<g clip-path="url(#c)"><text x="1" textlength="5">Rain &amp; <tspan>snow</tspan></text>
<use xlink:href="#c"></use></g></svg>"""
FILTER = """<filter id="f"><fegaussianblur stddeviation="2"></fegaussianblur><fecolormatrix></fecolormatrix><femerge>
<femergenode></femergenode></femerge></filter><animatetransform></animatetransform>"""
FORMULA = """<math definitionurl="d"><mrow><mi>a</mi><mo xlink:href="#b">+</mo><mtext>some <em>text</em></mtext></mrow>
<annotation encoding="t">a</annotation></math>"""
ROWS = "<table><tr><td>a</td></tr><tr><th>b</th></tr></table>"
BODIES = {
    "text": '<section id="a" class="x y"><h1>R\xe4in</h1><p lang="de">a &lt; b<br>c&ensp;d <em>e</em></p></section>',
    "drawing": f"<figure>{DRAWING}<figcaption>Figure 1</figcaption></figure><p>{DRAWING}</p>",
    "drawing in a drawing": f"<svg>{DRAWING}<g>{DRAWING}{FILTER}</g></svg>",
    "text in a drawing": f"<svg><foreignobject><div>a{ROWS}{DRAWING}</div></foreignobject></svg>",
    "formula": f"<p>a {FORMULA} b</p><svg><foreignobject><p>{FORMULA}</p></foreignobject></svg>",
    "rows": ROWS,
    "groups": "<table><caption>c</caption><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>",
    "mixed": "<table><tbody><tr><td>a</td></tr></tbody><tr><td>b</td></tr><tfoot><tr><td>c</td></tr></tfoot></table>",
    "lists": '<ol start="3"><li><ul><li>b</li></ul></li></ol><dl><dt>c</dt><dd>d</dd></dl><div style="top: 0"></div>',
    "signs": '<p title="&quot;a&quot; &amp; b">\U0001f30d \xad\u2060x\xa0y</p><img src="a.png" alt=""><p></p>',
}


def told(element: Any) -> tuple[Any, ...]:
    """A tree as plain values."""
    texts = (element.text or "", element.tail or "")
    return element.tag, dict(element.attrib), texts, [told(child) for child in element]


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES.keys())
def test_two_readers_find_one_tree(body: str) -> None:
    """Names, attributes, texts and groups of rows are the same, in drawings too."""
    head = '<html lang="en"><head><title>t</title><style>p > b {}</style></head>'
    page = f"<!DOCTYPE html>{head}<body>{body}</body></html>"

    assert told(tinyhtml5.parse(page, namespace_html_elements=False)) == told(parse(page))


def test_documents_are_read_one_after_the_other() -> None:
    """Nothing of a text stays behind for the next one."""
    assert ["a", "b"] == ["".join(parse(f"<html><body><p>{word}</p></body></html>").itertext()) for word in "ab"]
