"""Facts in HTML: one template for each kind, filled with the parts that the writer has made."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from docutils import nodes
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from worksheets.resources import templates

from .apparatus.html import question_parts
from .labels import CERTAINTY, FIELDS, LABELS
from .nodes import FactNode, FactPart

STYLE = "facts.css"
WORDS_OF_A_NAME = 8  # of a fact, in the name of its link


class Parts:
    """The parts of a fact as HTML: ``parts.role`` is the first of that name, ``parts.all("members")`` gives all."""

    def __init__(self, written: list[tuple[FactPart, Markup]]) -> None:
        self._written = written

    def __getattr__(self, name: str) -> Markup:
        return next(self._called(name), Markup(""))

    def all(self, name: str) -> list[Markup]:
        """Give every part of a name, in order."""
        return list(self._called(name))

    def has(self, name: str) -> bool:
        """Tell whether there is a part of a name, be it empty."""
        return next(self._called(name), None) is not None

    def attribute(self, name: str, attribute: str) -> str:
        """Give an attribute of the first part of a name."""
        return next((str(part.get(attribute, "")) for part, _ in self._written if part["part"] == name), "")

    def _called(self, name: str) -> Iterator[Markup]:
        return (html for part, html in self._written if part["part"].replace("-", "_") == name.replace("-", "_"))


def visit_fact(translator: Any, node: FactNode) -> None:
    """Write a fact through its template; the parts are written by the translator itself."""
    written = [(child, _written(translator, child)) for child in node.children if isinstance(child, FactPart)]
    config = translator.builder.config
    html = (
        _templates()
        .get_template(f"{node['kind']}.html.j2")
        .render(
            anchors=node["ids"],
            kind=node["kind"],
            label=LABELS[node["kind"]],
            permalink=_permalink(translator, node),
            certainty=CERTAINTY.get(node["certainty"], ""),
            fields=FIELDS,
            native_language=config.worksheets_native_language,
            parts=Parts(written),
            **(question_parts(translator, node) if node["kind"] == "question" else {}),
        )
    )
    if node.get("beside"):  # a note for the margin of a wide screen
        html = html.replace('class="fact ', 'class="fact fact-beside ', 1)
    translator.body.append(html)
    raise nodes.SkipNode


def _permalink(translator: Any, node: FactNode) -> Markup:
    """Write a link to the fact itself, for a screen; it says to those who hear it what it leads to."""
    icon = translator.builder.config.html_permalinks_icon
    if not (translator.builder.add_permalinks and translator.builder.config.html_permalinks and node["ids"]):
        return Markup("")
    words = node.children[0].astext().split() if node.children else []
    name = " ".join(words[:WORDS_OF_A_NAME]) + (" …" if len(words) > WORDS_OF_A_NAME else "")
    return Markup(' <a class="headerlink" href="#{}" aria-label="Link to this: {}">{}</a>').format(
        node["ids"][0], name, Markup(icon)
    )


def depart_fact(translator: Any, node: FactNode) -> None:
    """Do nothing: a fact is written when it is visited."""


def visit_part(translator: Any, node: FactPart) -> None:
    """Do nothing: a part is what its children are."""


def depart_part(translator: Any, node: FactPart) -> None:
    """Do nothing, as ``visit_part``."""


def _written(translator: Any, part: FactPart) -> Markup:
    kept, translator.body = translator.body, []
    try:
        part.walkabout(translator)
        return Markup("".join(translator.body))
    finally:
        translator.body = kept


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader([templates() / "book" / "facts", templates() / "book" / "apparatus"]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
