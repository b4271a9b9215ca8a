"""A document while sheets are placed in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .block_template import make_artifact
from .blocks import Artifact, PdfObject, Placed, PlacedSheet, ReadyBlock
from .destinations import Destinations
from .pdf_text import decimal, metadata, percent_encoded, text_string
from .pdf_trees import Outline, PageTree
from .pdf_writer import PdfWriter
from .sides import Box, Matrix, Unit, matrix, transformed
from .structure_tree import Frames, StructureTree
from .unfinished_page import PageInProgress
from .used_objects import UsedObjects

MOST_BLOCKS = 700  # kept at a time; a large class has many blocks that are placed only once
View = tuple[PageInProgress, Matrix | None]  # where a page of a sheet is shown; no matrix where it is a whole side


class Imposition:
    """Takes sheets in their order and writes what is finished; see :func:`worksheets.press.impose.impose`."""

    def __init__(
        self,
        writer: PdfWriter,
        *,
        objects: Mapping[str, PdfObject],
        fonts: Mapping[str, str],
    ) -> None:
        self._writer = writer
        self._pages = PageTree(writer)
        self._structure = StructureTree(writer)
        self._outline = Outline(writer)
        self._destinations = Destinations()
        self._used = UsedObjects(writer, objects, fonts)
        # What is placed for a block; by its identity, and it lives as long as its entry.
        self._known: dict[tuple[int, Artifact], tuple[ReadyBlock, ReadyBlock]] = {}

    def add_sheet(self, sheet: PlacedSheet) -> None:
        """Show each page of a sheet on a side of its own."""
        pages = [PageInProgress(self._writer.reserve()) for _ in sheet.pages]
        self._place(sheet, [(page, None) for page in pages])
        for page in pages:
            self._write_page(page, sheet.size)

    def add_unit(self, unit: Unit) -> None:
        """Show the pages of some sheets on the sides of paper that are meant for them."""
        pages = [PageInProgress(self._writer.reserve()) for _ in unit.sides]
        views: dict[int, View] = {}
        for page, side in zip(pages, unit.sides, strict=True):
            for placement in side.placements:
                views[placement.page] = (page, matrix(placement))
        first = unit.first
        for sheet in unit.sheets:
            end = first + len(sheet.pages)
            self._place(sheet, [views[index] for index in range(first, end)])
            first = end
        for page, side in zip(pages, unit.sides, strict=True):
            page.mark_cuts(side.marks)
            self._write_page(page, (side.width, side.height))

    def finish(self, *, title: str, language: str) -> int:
        """Write everything that waited for the last sheet.

        :return: the number of pages of the file.
        :raises ValueError: if there are none, or a link leads to a sheet that there is not.
        """
        if not self._outline.count:
            raise ValueError("there is no page to print")
        writer = self._writer
        self._pages.finish()
        self._used.write()
        self._structure.finish()
        about = writer.reserve()
        packet = metadata(title)
        # Not compressed, so that programs that know nothing of PDF find it.
        writer.put_ready_stream(about, b"<</Type/Metadata/Subtype/XML/Length %d>>" % len(packet), packet)
        numbers = (self._pages.root, self._structure.root, self._outline.finish(), about)
        catalogue = b"<</Type/Catalog/Pages %d 0 R/StructTreeRoot %d 0 R/Outlines %d 0 R/Metadata %d 0 R" % numbers
        catalogue += b"/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>"
        catalogue += b"/Lang%b%b>>" % (text_string(language), self._destinations.write(writer))
        info = writer.add(b"<</Title%b>>" % text_string(title))
        writer.finish(b"/Root %d 0 R/Info %d 0 R" % (writer.add(catalogue), info))
        return self._pages.count

    def _place(self, sheet: PlacedSheet, views: Sequence[View]) -> None:
        """Place all pages of a sheet."""
        if views:
            page, to_side = views[0]
            left, _, _, top = transformed((0.0, 0.0, *sheet.size), to_side)
            top_of_sheet = b"[%d 0 R/XYZ %b %b null]" % (page.number, decimal(left), decimal(top))
            self._outline.add(sheet.title, top_of_sheet)
            self._destinations.add(sheet.id, top_of_sheet)
        frames = self._structure.begin(sheet)
        for blocks, (page, to_side) in zip(sheet.pages, views, strict=True):
            with page.drawn_through(to_side):
                self._place_blocks(blocks, page, frames, to_side, sheet.size[1])
        frames.write()

    def _place_blocks(
        self, blocks: Sequence[Placed], page: PageInProgress, frames: Frames, to_side: Matrix | None, height: float
    ) -> None:
        """Place blocks on a page, in the order in which they are read."""
        # This is done some ten thousand times for a large class: a block costs two formatting calls and little else.
        writer = self._writer
        owners = page.owners
        for placed in blocks:
            known = self._known.get((id(placed.block), placed.artifact))
            block = known[0] if known else self._take_up(placed)
            marked = len(owners)
            place = (placed.x, height - placed.y, *range(marked, marked + len(block.owners)))
            page.drawing.append(block.content % place)
            if not block.offsets:
                continue
            frame = frames.number(placed.frame)
            first = writer.reserve(len(block.offsets))
            link = self._place_links(placed, page, first, to_side, height) if block.link_owners else 0
            boxes = [side for box in block.boxes for side in self._box_on_page(box, placed, to_side, height)]
            elements = block.fill_structure(
                first=first, frame=frame, page=page.number, marked=marked, link=link, boxes=boxes
            )
            writer.put_row(first, elements, block.offsets)
            frames.kids[placed.frame] += [first + root for root in block.roots]
            owners += [first + owner for owner in block.owners]

    def _take_up(self, placed: Placed) -> ReadyBlock:
        block = make_artifact(placed.block, placed.artifact) if placed.artifact else placed.block
        if len(self._known) >= MOST_BLOCKS:
            self._known.clear()
        self._known[id(placed.block), placed.artifact] = (block, placed.block)
        self._used.take_up(block)
        return block

    def _place_links(
        self,
        placed: Placed,
        page: PageInProgress,
        first: int,
        to_side: Matrix | None,
        height: float,
    ) -> int:
        """Write the annotations of a block's links, and give the number of the first of them."""
        number = self._writer.reserve(len(placed.block.links))
        numbers = range(number, number + len(placed.block.links))
        for annotation, owner, link in zip(numbers, placed.block.link_owners, placed.block.links, strict=True):
            if link.target.startswith("#"):
                target = b"/Dest" + self._destinations.name(link.target[1:])
            else:
                target = b"/A<</S/URI/URI%b>>" % text_string(percent_encoded(link.target))
            box = b" ".join(map(decimal, self._box_on_page(link.rect, placed, to_side, height)))
            key = self._structure.parents.add(first + owner)
            body = b"<</Type/Annot/Subtype/Link/Rect[%b]/Contents%b/StructParent %d/P %d 0 R/F 4/BS<</W 0>>%b>>"
            self._writer.put(annotation, body % (box, text_string(link.text), key, page.number, target))
        page.annotations += numbers
        return number

    def _box_on_page(self, box: Box, placed: Placed, to_side: Matrix | None, height: float) -> Box:
        """Take a box of a block, y downwards, to its page, y upwards."""
        left, top, right, bottom = box
        edge = height - placed.y
        return transformed((placed.x + left, edge - bottom, placed.x + right, edge - top), to_side)

    def _write_page(self, page: PageInProgress, size: tuple[float, float]) -> None:
        tables = (self._pages, self._structure.parents)
        page.write(self._writer, *tables, resources=self._used.resources, size=size)
