"""A page that WeasyPrint has set looks the same when it is imposed."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
from press.made_blocks import placed_block
from press.structure_checker import faults
from press.taken_apart import TakenApart

from worksheets.press.blocks import Frame, PlacedSheet
from worksheets.press.fonts import font_face_css
from worksheets.press.impose import impose
from worksheets.press.typeset import typeset

HTML = """<!DOCTYPE html><html lang="en"><head><title>Rivers</title><style>{fonts}
@page {{ size: A4; margin: 20mm }}
body {{ font-family: "Source Sans 3"; text-align: justify; hyphens: auto }}
h1 {{ font-family: Literata; border-bottom: 1pt solid; background: #def }}
table {{ border-collapse: collapse }} td, th {{ border: .5pt solid; padding: 2mm }}
.lab {{ color: oklch(0.5 0.2 30) }}
</style></head><body>
<h1>Rivers of the north (50%)</h1>
<p>{words}</p>
<ol><li>The Volga<li>The Don<ul><li>upper<li>lower</ul></ol>
<table><tr><th>River<th>Length</tr><tr><td>Олив<td>1,870 km</tr></table>
<p class="lab">An affluent office fjord in colour</p>
<p><img alt="A field" src="data:image/svg+xml,{svg}"></p>
</body></html>"""
SVG = (
    "%3Csvg xmlns='http://www.w3.org/2000/svg' width='90' height='60'%3E"
    "%3Cg opacity='.5'%3E%3Crect width='70' height='40' fill='green'/%3E%3Ccircle cx='60' cy='30' r='20'/%3E%3C/g%3E"
    "%3C/svg%3E"
)


@cache
def typeset_page() -> bytes:
    words = "Water runs downhill and wears away what it runs over, slowly at first. " * 8
    html = HTML.format(fonts=font_face_css(), words=words, svg=SVG)
    return typeset(html, base=Path.cwd(), roots=()).pdf


def imposed_again(artifact: str = "") -> BytesIO:
    page = TakenApart(typeset_page())
    placed = placed_block(page.block, 0, 0, 0, artifact)
    sheet = PlacedSheet("ann", "Ann", (Frame("Sect", -1),), [[placed]], page.size)
    target = BytesIO()
    options = {"title": "Rivers", "language": "en"}
    impose(target, [sheet], **options, objects=page.objects, fonts=page.fonts)
    return target


def picture(pdf: bytes) -> bytes:
    return pypdfium2.PdfDocument(pdf)[0].render(scale=2).to_pil().tobytes()


def test_its_picture_is_the_same():
    """Every dot at 144 dots an inch, with type, rules, colours beyond sRGB and a picture."""
    assert picture(imposed_again().getvalue()) == picture(typeset_page())


def test_its_text_is_the_same():
    """What can be copied from it is the same, ligatures and Cyrillic letters too."""
    again, before = (
        pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_bounded() for pdf in (imposed_again(), typeset_page())
    )

    assert again == before
    assert "An affluent office fjord" in again


def test_its_content_is_marked_soundly():
    """Content, structure and ParentTree agree."""
    assert faults(imposed_again()) == []


def test_as_a_running_foot_it_looks_the_same_and_is_not_read():
    """As an artifact it keeps its picture and loses all marks."""
    foot = imposed_again("Footer")

    assert picture(foot.getvalue()) == picture(typeset_page())
    with pikepdf.open(foot) as pdf:
        content = pdf.pages[0].Contents.read_bytes()
        assert (content.count(b"BDC"), content.count(b"BMC"), content.count(b"EMC")) == (1, 0, 1)
