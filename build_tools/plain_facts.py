"""Facts for builders that write no HTML: ordinary paragraphs and lists, which every builder knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from .labels import FIELDS, LABELS
from .nodes import FactNode, FactPart, parts_called

# For each kind: the parts of its heading, those of its first paragraph, and those that follow on lines of their own.
# A text between parts stands for itself.
_LAYOUT: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "term": ("term native", "definition", "aliases example non-example"),
        "event": ("date , title", "clause . why", "place people within"),
        "person": ("name native lived", "role .", "aliases"),
        "figure": ("title", "text", "table range period unit counted"),
        "view": ("holder", "thesis .", "on work school evidence stress objection against"),
        "link": ("cause → effect", "text how", "strength timescale limit"),
        "group": ("heading", "of are :", "members"),
        "misconception": ("often", "", "true why"),
        "question": ("marks", "extract attribution stem", ""),
    }
)


class PlainFacts(SphinxPostTransform):
    """Turns facts into ordinary nodes, before references are resolved."""

    default_priority = 4

    def is_supported(self) -> bool:
        """Run for every builder that does not fill the templates."""
        return self.env._builder_cls.format != "html"

    def run(self, **kwargs: Any) -> None:
        """Replace every fact of the document."""
        for fact in list(self.document.findall(FactNode)):
            fact.replace_self(plain_fact(fact))


def plain_fact(fact: FactNode) -> nodes.Element:
    """Give the ordinary nodes of a fact: a paragraph for a statement, an entry of a list for all others."""
    if fact["kind"] == "statement":
        return nodes.paragraph("", "", *_run(fact, "text sources"), ids=fact["ids"])
    heading, first, rest = _LAYOUT[fact["kind"]]
    term = nodes.term("", "", nodes.strong("", LABELS[fact["kind"]]), nodes.Text(": "), *_run(fact, heading))
    definition = nodes.definition("", *([nodes.paragraph("", "", *_run(fact, first))] if first else []))
    for name in [*rest.split(), "sources"]:
        definition += list(_lines(fact, name))
    return nodes.definition_list("", nodes.definition_list_item("", term, definition), ids=fact["ids"])


def _run(fact: FactNode, layout: str) -> list[nodes.Node]:
    """The parts of one line, with a space between them; signs of punctuation join the part before them."""
    line: list[nodes.Node] = []
    for name in layout.split():
        if not name[0].isalpha():
            line.append(nodes.Text(f" {name}" if name == "→" else name))
            continue
        for part in parts_called(fact, name):
            if line:
                line.append(nodes.Text(" "))
            line += part.children
    return line


def _lines(fact: FactNode, name: str) -> Iterator[nodes.Node]:
    parts = parts_called(fact, name)
    if not parts:
        return
    if name == "table":
        yield from parts[0].children
    elif name == "members":
        yield nodes.bullet_list("", *(nodes.list_item("", _paragraph(part)) for part in parts))
    else:
        joined: list[nodes.Node] = [nodes.Text(f"{FIELDS[name]}: ")]
        for part in parts:
            joined += [*([nodes.Text(", ")] if len(joined) > 1 else []), *part.children]
        yield nodes.paragraph("", "", *joined)


def _paragraph(part: FactPart) -> nodes.paragraph:
    return nodes.paragraph("", "", *part.children)
