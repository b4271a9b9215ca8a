"""A page of a long document stays from layout to layout where nothing has changed that it depends on."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest

from worksheets.press.fonts import font_face_css
from worksheets.press.long_document import LongDocument
from worksheets.press.passes import PART
from worksheets.press.typeset import Typeset

STYLE = """
@page { size: 100mm 120mm; margin: 15mm 25mm; @bottom-center { content: counter(page) } }
@page { @top-left { content: string(c) } } section.own { break-before: page }
@page :left { @bottom-center { content: "left " counter(page) } }
html { font: 10pt/14pt Literata } h1, h2 { string-set: c content(); break-after: avoid }
.note { float: footnote } .note::footnote-call, .note::footnote-marker { content: "1" }
.kept { break-inside: avoid; border-left: 1px solid }
.beside { position: absolute; left: 52mm; width: 20mm; bottom: 9mm }
.floated { float: right; width: 20mm } .first::first-letter { font-size: 20pt } .leaf { page: leaf; break-before: page }
.numbered { counter-increment: n } .numbered::before { content: counter(n) ". " } .boxed + p { text-indent: 5mm }
a::after { content: target-counter(attr(href), page) } ul { columns: 2 } td { border: 1px solid }
"""
GRID = (15.0, 14 * 25.4 / 72)
SENTENCE = "Water that falls as rain on the hills runs down to the sea in brooks and rivers. "
KINDS = (
    '<p id="{id}">{text}</p>', '<p id="{id}">{text}<span class="note">Brooks are small.</span></p>',
    '<div class="kept boxed" id="{id}"><p>{text}</p><p>{text}</p></div>', '<p class="numbered" id="{id}">{text}</p>',
    '<div><div class="beside" id="{id}">Rain</div></div><p>{text}</p>',
    '<ul><li id="{id}">{text}</li><li>{text}</li></ul>',
    '<table id="{id}"><tr><td>{text}</td><td>Rain</td></tr><tr><td>Snow</td><td>{text}</td></tr></table>',
    '<div class="beside" id="{id}">Rain</div><div class="beside">Snow</div>',
    '<div class="floated" id="{id}">Rain</div>',
    '<section style="padding-top: 60pt" id="{id}"></section>', '<section class="leaf" id="{id}"></section>',
    '<table style="table-layout: fixed" id="{id}"><tr><td>a</td></tr><tr><td>b</td><td>{text}</td></tr></table>',
    '<div style="display: flex" id="{id}"><p>Rain</p><p>{text}</p></div>',
    '<p class="boxed">{text}</p><p id="{id}">a</p>',
    '<p><svg width="9mm" height="9mm"><path d="M0 0h9"></path></svg></p><p class="first" id="{id}">{text}</p>',
    '<h2 id="{id}">Rivers</h2>', '</section><section class="own"><p id="{id}">{text}</p>',
)  # fmt: skip


def document(blocks: Sequence[str], *further: str) -> str:
    """A document of one part with some blocks, and further parts that begin on right-hand pages."""
    body = f'{PART}<section><h1 id="top">Water</h1>{"".join(blocks)}</section>'
    body += "".join(f'{PART}<section style="break-before: recto"><p>{text}</p></section>' for text in further)
    head = f"<head><title>t</title><style>{font_face_css(body)}{STYLE}</style></head>"
    return f"<!DOCTYPE html><html lang=en>{head}<body>{body}</body></html>"


def laid_out(texts: Sequence[str]) -> tuple[Typeset, bytes]:
    """The last layout of some texts, and its PDF."""
    with LongDocument(base=Path(), roots=[], grid=GRID) as made:
        for text in texts:
            found = made.lay_out(text, last=True)
        pdf, _ = made.draw()
    return found, pdf


def changed(blocks: list[str], chance: Random, number: int) -> list[str]:
    """The blocks with one more, one less, one in another place, or one in other words."""
    found = [*blocks]
    what, place = chance.choice(("more", "less", "moved", "reworded", "as it was")), chance.randrange(len(found))
    if what == "more":
        found.insert(place, block(chance, f"more-{number}"))
    elif what == "reworded":
        found[place] = found[place].replace("rain", f"rain of day {number}")
    elif what != "as it was":
        taken = found.pop(place)
        if what == "moved":
            found.insert(chance.randrange(len(found)), taken)
    return found


def block(chance: Random, name: str) -> str:
    """A block of any kind."""
    return chance.choice(KINDS).format(id=name, text=SENTENCE * chance.randint(1, 5))


@pytest.mark.parametrize("seed", range(6))
def test_a_layout_is_the_same_whatever_was_laid_out_before(seed: int) -> None:
    """Pages that are kept look, link and are tagged as if they had been made anew."""
    chance = Random(seed)
    states = [[block(chance, f"b{number}") for number in range(24)]]
    for number in range(6):
        states.append(changed(states[-1], chance, number))
    texts = [document(state, SENTENCE * 9, SENTENCE) for state in states]
    again, drawn_again = laid_out(texts)
    anew, drawn_anew = laid_out(texts[-1:])

    assert anew.survey == again.survey
    assert sorted(anew.log) == sorted(again.log)
    assert (anew.anchors, anew.spans) == (again.anchors, again.spans)
    assert drawn_anew == drawn_again


COUNTED = """
import json, sys
from weasyprint.layout import page
from worksheets.press.work_parts import Work
texts, grid = json.load(sys.stdin)
work = Work({"base": "file:///", "roots": [], "variant": None, "grid": grid})
make, made = page.make_page, []
def counted(*of_page):
    made.append(of_page[4])
    return make(*of_page)
page.make_page = counted
for text in texts:
    made.clear()
    told = work.lay_out({"html": text, "last": True})
    print(json.dumps([made, sum(part["pages"] for part in told["new"].values())]))
"""


def pages_made(*texts: str) -> list[tuple[set[int], int]]:
    """Which pages were made for each text, and how many it has if it is another one."""
    run = subprocess.run(
        [sys.executable, "-c", COUNTED], input=json.dumps([texts, GRID]), capture_output=True, text=True, check=True
    )
    return [(set(made), pages) for made, pages in map(json.loads, run.stdout.splitlines())]


def test_a_change_leaves_the_pages_before_it_alone() -> None:
    """Only the page of the last block is made again, and the one before, which looks ahead."""
    blocks = [f'<p id="b{number}">{SENTENCE * 4}</p>' for number in range(30)]
    (first, pages), (made, _) = pages_made(document(blocks), document([*blocks[:-1], "<p>The end.</p>"]))

    assert set(range(1, pages + 1)) == first
    assert pages > 6
    assert made <= {pages - 1, pages}


def test_pages_behind_a_change_are_kept_where_the_text_falls_into_place() -> None:
    """Where a page begins as it did, all that follows stays."""
    blocks = [f'<p id="b{number}">{SENTENCE * 4}</p>' for number in range(30)]
    blocks[15] = "</section><section class='own'>" + blocks[15]
    (_, pages), (made, _) = pages_made(document(blocks), document(["<p>A word.</p>", *blocks[1:]]))

    assert made <= set(range(1, pages // 2 + 2))
    assert 1 in made


def test_what_follows_is_made_again_where_it_looks_otherwise() -> None:
    """A style that depends on the block before reaches over the end of a page."""
    blocks = [f'<p id="b{number}" style="break-after: page">{SENTENCE}</p>' for number in range(6)]
    boxed = [*blocks[:1], blocks[1].replace("<p", '<p class="boxed"'), *blocks[2:]]
    (_, _), (made, _) = pages_made(document(blocks), document(boxed))

    assert {2, 3} <= made
    assert {5, 6}.isdisjoint(made)


CHANGES = {
    "all pages kept, but begun otherwise": (document(["<p>a</p>"], "b"), document([f"<p>{SENTENCE * 30}</p>"], "b")),
    "something on all pages": tuple(
        document(['<p style="position: fixed">a</p>', *(f"<p>{SENTENCE * 9}</p>" for _ in range(9)), f"<p>{end}</p>"])
        for end in "ab"
    ),
    "other pages": tuple(
        document([f"<p>{SENTENCE * 9}</p>"] * 9).replace("15mm 25mm", f"{size}mm 25mm") for size in (15, 25)
    ),
    "a page that is named": tuple(
        document([f'<p>{word} <a href="#b">x</a></p>', *[f"<p>{SENTENCE * 9}</p>"] * 9, '<p id="b">b</p>'])
        for word in ("See", "Do see")
    ),
}  # fmt: skip


@pytest.mark.parametrize("texts", CHANGES.values(), ids=CHANGES.keys())
def test_no_page_is_kept_that_depends_on_more_than_its_text(texts: tuple[str, str]) -> None:
    """Where it begins, other pages and their numbers are asked as well."""
    again, drawn_again = laid_out(texts)
    anew, drawn_anew = laid_out(texts[-1:])

    assert anew.survey == again.survey
    assert drawn_anew == drawn_again
