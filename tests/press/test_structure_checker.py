"""The checker finds what it is there to find."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf
from press.made_blocks import figure, item, link, paragraph, sheet, table
from press.reading import imposed
from press.structure_checker import faults

Change = Callable[[Pdf], None]


def sound() -> Pdf:
    """A file in which nothing is wrong: heading, list, figure, links, table."""
    blocks = [paragraph("Rivers", "H1"), item(1), figure(), link("next", "#bob"), table()]
    sheets = [sheet("ann", blocks, foot=paragraph("foot")), sheet("bob", [paragraph("Rivers", "H1"), item(1)])]
    return pikepdf.open(imposed(sheets))


def part(pdf: Pdf, *path: int) -> pikepdf.Object:
    """An element, by its place among the kids of each one above it, from the first sheet on."""
    element = pdf.Root.StructTreeRoot.K[0].K[0]
    for place in path:
        element = element.K[place]
    return element


def content(old: bytes, new: bytes) -> Change:
    """A change of the content of the first page."""

    def change(pdf: Pdf) -> None:
        before = pdf.pages[0].Contents.read_bytes()
        assert old in before
        pdf.pages[0].Contents.write(before.replace(old, new, 1))

    return change


def drawn_after(operators: bytes) -> Change:
    """Something more at the end of the first page."""
    return lambda pdf: pdf.pages[0].Contents.write(pdf.pages[0].Contents.read_bytes() + operators)


def without(find: Callable[[Pdf], pikepdf.Object], *keys: str) -> Change:
    """A change that takes entries out of a dictionary."""

    def change(pdf: Pdf) -> None:
        for key in keys:
            del find(pdf)[key]

    return change


def with_entry(find: Callable[[Pdf], pikepdf.Object], key: str, value: Callable[[Pdf], object]) -> Change:
    """A change that puts an entry into a dictionary, old or new."""

    def change(pdf: Pdf) -> None:
        find(pdf)[key] = value(pdf)

    return change


def root(pdf: Pdf) -> pikepdf.Object:
    return pdf.Root


def page(pdf: Pdf) -> pikepdf.Object:
    return pdf.pages[0].obj


def tree(pdf: Pdf) -> pikepdf.Object:
    return pdf.Root.StructTreeRoot


def leaf(pdf: Pdf) -> pikepdf.Object:
    return tree(pdf).ParentTree.Kids[0]


def note(pdf: Pdf) -> pikepdf.Object:
    return page(pdf).Annots[0]


def font(pdf: Pdf) -> pikepdf.Object:
    return page(pdf).Resources.Font["/F0"]


def heading(pdf: Pdf) -> pikepdf.Object:
    return part(pdf, 0)


def listing(pdf: Pdf) -> pikepdf.Object:
    return part(pdf, 1)


def picture(pdf: Pdf) -> pikepdf.Object:
    return part(pdf, 2)


def link_element(pdf: Pdf) -> pikepdf.Object:
    return part(pdf, 3, 0)


def head_cell(pdf: Pdf) -> pikepdf.Object:
    return part(pdf, 4, 0, 0)


def second_row(pdf: Pdf) -> pikepdf.Object:
    return part(pdf, 4, 1)


FAULTS: dict[str, tuple[Change, str]] = {
    "content lost": (content(b"/MCID 1>>", b"/MCID 99>>"), "not numbered from 0"),
    "content added": (drawn_after(b"/P <</MCID 99>> BDC EMC"), "the ParentTree lists"),
    "mark not closed": (drawn_after(b"/P BMC"), "1 BDC or BMC without EMC"),
    "mark not opened": (drawn_after(b"EMC"), "EMC without BDC or BMC"),
    "state not restored": (drawn_after(b"q"), "1 q without Q"),
    "state not saved": (drawn_after(b"Q"), "Q without q"),
    "text not ended": (drawn_after(b"BT BT ET"), "BT where it cannot be"),
    "nested artifacts": (drawn_after(b"/Artifact BMC /Artifact BMC EMC EMC"), "an artifact within an artifact"),
    "mark in artifact": (content(b"/Span <</MCID 0>> BDC", b"/Artifact BMC /P <</MCID 0>> BDC EMC"), "within an art"),
    "artifact in mark": (content(b"/MCID 0>> BDC", b"/MCID 0>> BDC /Artifact BMC EMC"), "within marked content 0"),
    "unmarked painting": (drawn_after(b"0 0 9 9 re f"), "f paints what is neither"),
    "marks in a form": (
        lambda pdf: page(pdf).Resources.XObject["/x-picture"].write(b"/P <</MCID 0>> BDC EMC"),
        "form /x-picture has marked content of its own",
    ),
    "wrong owner": (
        lambda pdf: leaf(pdf).Nums[3].__setitem__(0, leaf(pdf).Nums[3][1]),
        "the ParentTree gives marked content 0 to another element",
    ),
    "no owners": (without(page, "/StructParents"), "the ParentTree lists 0 elements"),
    "two owners": (with_entry(heading, "/K", lambda pdf: Array([0, 1])), "both list"),
    "mark of no page": (without(heading, "/Pg"), "has marked content but no page"),
    "mark that is not there": (with_entry(heading, "/K", lambda pdf: Array([0, 99])), "which is on no page"),
    "lost content": (without(heading, "/K"), "marked content 0 is in no element"),
    "wrong parent": (with_entry(heading, "/P", listing), "names another parent"),
    "direct element": (
        with_entry(heading, "/K", lambda pdf: Dictionary(S=Name.Span, P=heading(pdf), Pg=page(pdf), K=0)),
        "is no object of its own",
    ),
    "wrong limits": (with_entry(leaf, "/Limits", lambda pdf: Array([0, 99])), "wrong limits in the ParentTree"),
    "falling keys": (lambda pdf: leaf(pdf).Nums.__setitem__(2, -1), "the keys of the ParentTree do not rise"),
    "next key": (with_entry(tree, "/ParentTreeNextKey", lambda pdf: 1), "ParentTreeNextKey is not above"),
    "strange key": (lambda pdf: leaf(pdf).Nums.extend([9, heading(pdf)]), "the keys of the ParentTree are not those"),
    "no tree": (without(root, "/StructTreeRoot"), "there is no structure tree"),
    "no ParentTree": (without(tree, "/ParentTree"), "there is no ParentTree"),
    "empty element": (with_entry(heading, "/K", lambda pdf: Array()), "is empty"),
    "unknown type": (with_entry(heading, "/S", lambda pdf: Name.Title), "is of no standard type"),
    "heading skipped": (with_entry(heading, "/S", lambda pdf: Name.H2), "follows a heading of level 0"),
    "text in a list": (with_entry(lambda pdf: part(pdf, 1, 0), "/S", lambda pdf: Name.P), "holds P"),
    "text in an item": (with_entry(lambda pdf: part(pdf, 1, 0, 0), "/S", lambda pdf: Name.P), "holds P"),
    "item without list": (with_entry(listing, "/S", lambda pdf: Name.Div), "stands in Div"),
    "figure without words": (without(picture, "/Alt"), "has no alternative text"),
    "figure without box": (without(picture, "/A"), "has no BBox"),
    "figure off the page": (
        lambda pdf: picture(pdf).A.__setitem__("/BBox", Array([0, -9, 9, 9])),
        "has a BBox that is not on its page",
    ),
    "scope": (without(head_cell, "/A"), "has no Scope"),
    "ragged table": (lambda pdf: second_row(pdf).K.__delitem__(1), "has rows of [2, 1, 2] cells"),
    "span over the edge": (
        with_entry(lambda pdf: part(pdf, 4, 2, 0), "/A", lambda pdf: Dictionary(O=Name.Table, RowSpan=2)),
        "has rows of [2, 2, 2] cells",
    ),
    "link without target": (lambda pdf: link_element(pdf).K.__delitem__(1), "holds no link"),
    "link outside": (without(note, "/StructParent"), "is not in the structure"),
    "link elsewhere": (with_entry(note, "/StructParent", lambda pdf: 1), "the ParentTree gives annotation"),
    "link in a paragraph": (with_entry(link_element, "/S", lambda pdf: Name.P), "is a link in P"),
    "link without words": (without(note, "/Contents"), "has no text"),
    "link upside down": (with_entry(note, "/Rect", lambda pdf: Array([9, 9, 0, 0])), "in the wrong order"),
    "dead link": (with_entry(note, "/Dest", lambda pdf: pikepdf.String("eve")), "leads nowhere"),
    "order of visit": (without(page, "/Tabs"), "not visited in the order"),
    "language": (without(root, "/Lang"), "has no language"),
    "tagged": (without(root, "/MarkInfo"), "does not say that it is tagged"),
    "title shown": (without(root, "/ViewerPreferences"), "not told to show the title"),
    "metadata": (without(root, "/Metadata"), "the metadata"),
    "dead bookmark": (without(lambda pdf: root(pdf).Outlines.First, "/Dest"), "leads to no page"),
    "bookmark count": (with_entry(lambda pdf: root(pdf).Outlines, "/Count", lambda pdf: 3), "counts 3 bookmarks"),
    "bookmark order": (without(lambda pdf: root(pdf).Outlines.Last, "/Prev"), "has wrong neighbours"),
    "bookmark lost": (without(lambda pdf: root(pdf).Outlines.First, "/Next"), "the last bookmark is not the last"),
    "bookmark title": (without(lambda pdf: root(pdf).Outlines.First, "/Title"), "a bookmark has no title"),
    "page labels": (
        with_entry(root, "/PageLabels", lambda pdf: Dictionary(Nums=Array([1, Dictionary(S=Name.D)]))),
        "page labels begin at [1]",
    ),
    "font as text": (without(font, "/ToUnicode"), "has no ToUnicode"),
    "font file": (
        without(lambda pdf: font(pdf).DescendantFonts[0].FontDescriptor, "/FontFile2"),
        "is not embedded",
    ),
}


@pytest.mark.parametrize(("change", "fault"), FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_is_found_and_named(change: Change, fault: str):
    """After one change to a sound file its fault is told."""
    with sound() as pdf:
        changed = BytesIO()
        change(pdf)
        pdf.save(changed)

    assert [found for found in faults(changed) if fault in found], faults(changed)


def test_a_sound_file_is_passed():
    """What has no fault has none found, also when another program has written it anew."""
    with sound() as pdf:
        pdf.save(again := BytesIO())

    assert faults(again) == []
