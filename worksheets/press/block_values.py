"""How blocks and the objects they need are written in the store.

A block is three lines of JSON and what it draws: what has to be known of it before it is placed, its structure made
ready to be filled in, its links. So reading it is all that has to be done before it is placed.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Mapping
from typing import Any

from .block_template import make_ready
from .blocks import Element, Link, PdfObject, ReadyBlock, TypesetBlock


def write_block(typeset: Mapping[str, Any]) -> bytes:
    """Write a block as the child process gives it.

    :raises ValueError: if it contradicts itself.
    """
    block = make_ready(
        TypesetBlock(
            height=typeset["height"],
            lead=typeset["lead"],
            content=typeset["content"].encode("latin-1"),
            marked=tuple(typeset["marked"]),
            elements=tuple(
                Element(tag, parent, tuple(map(tuple, kids)), entries, tuple(bbox) if bbox else None)
                for tag, parent, kids, entries, bbox in typeset["elements"]
            ),
            links=tuple(Link(tuple(rect), target, text) for rect, target, text in typeset["links"]),
        )
    )
    head = {name: typeset[name] for name in ("height", "lead", "glyphs", "resources")}
    bases, added = block.bases.tolist(), block.added.tolist()
    filled = (block.structure, bases, added, block.offsets, block.roots, block.owners, block.link_owners, block.boxes)
    lines = (head, filled, typeset["links"])
    return b"\n".join([*map(_line, lines), block.content])


def read_head(value: bytes) -> dict[str, Any]:
    """Read what has to be known of a block before it is placed: height, lead, glyphs by font, resources."""
    head: dict[str, Any] = json.loads(value.partition(b"\n")[0])
    return head


def read_block(value: bytes) -> ReadyBlock:
    """Read a block."""
    first, filled, links, content = value.split(b"\n", 3)
    head = json.loads(first)
    structure, bases, added, offsets, roots, owners, link_owners, boxes = json.loads(filled)
    return ReadyBlock(
        height=head["height"],
        lead=head["lead"],
        content=content,
        structure=structure,
        bases=array("H", bases),
        added=array("H", added),
        offsets=tuple(offsets),
        roots=tuple(roots),
        owners=tuple(owners),
        link_owners=tuple(link_owners),
        boxes=tuple(map(tuple, boxes)),
        links=tuple(Link(tuple(rect), target, text) for rect, target, text in json.loads(links)),
        fonts=tuple(head["glyphs"]),
        resources=tuple(map(tuple, head["resources"])),
    )


def read_object(value: tuple[str, list[str], str | None]) -> PdfObject:
    """Read an object, or take it as the child process gives it."""
    body, references, stream = value
    return PdfObject(body.encode("latin-1"), tuple(references), None if stream is None else stream.encode("latin-1"))


def _line(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
