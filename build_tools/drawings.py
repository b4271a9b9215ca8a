"""``{fact:chart}``, ``{fact:diagram}``, ``{fact:map}`` and ``{fact:timeline}``: places for drawings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

from worksheets.facts import Event, Fact, Link
from worksheets.problems import Problem, Source

from .citations import citation_of
from .drawn.chain import names_in
from .drawn.drawing import enlarged, picture_of
from .drawn.picture import DrawingMark, Picture
from .drawn_cards import cards_drawn, told_of
from .fact_nodes import reference_to
from .listings import ListDirective
from .mark.values import commas
from .printed import ON_PAPER
from .sources import line_above, source_at
from .typography import curly, curly_markup

if TYPE_CHECKING:
    from .domain import FactDomain

ENLARGES = "enlarges"  # the attribute by which a builder says that it prints drawings with larger type as well


class FactDrawing(nodes.General, nodes.Element):
    """A place for a picture. Attributes: ``mark`` and the ``figure`` that bears its number."""


class DrawingDirective(SphinxDirective):
    """A picture, numbered among the figures of the book."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = dict.fromkeys(
        ("name", "caption", "kind", "labels", "of", "rest", "kinds", "areas", "bounds", "credit"),
        directives.unchanged_required,
    )

    def run(self) -> list[nodes.Node]:
        """Leave a numbered place that is filled when all chapters are known."""
        argument = self.arguments[0] if self.arguments else ""
        source = source_at(self.env, *self.get_source_info())
        rows = tuple(
            (Source(source.path, line_above(self) + place), row)
            for place, row in enumerate(self.content, start=1)
            if row.strip()
        )
        options = {name: str(value) for name, value in self.options.items()}
        if self.name.endswith("chart"):
            kind, names = "chart", commas(argument)
        elif self.name.endswith("map"):
            kind, names = "map", ()
        elif argument.strip() == "chain":
            kind, names = "chain", tuple(dict.fromkeys(names_in(rows)))
        elif argument.strip() == "causes":
            kind, names = "causes", tuple(row.strip().removeprefix("- ") for _, row in rows)
        else:
            what = f"“{argument}” is no diagram"
            chapter(self).faults.append(Problem(source, what, "write “causes” or “chain”", "fact.drawing"))
            return []
        return numbered(self, DrawingMark(kind, names, options, rows, source))


class TimelineDirective(ListDirective):
    """``{fact:timeline}``: the list of events, or with ``:strip:`` a drawing of them."""

    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = {
        **(ListDirective.option_spec or {}),
        "strip": directives.flag,
        **dict.fromkeys(("name", "caption", "events", "from", "to"), directives.unchanged_required),
    }

    def run(self) -> list[nodes.Node]:
        """Leave a place for the one or the other."""
        if "strip" not in self.options:
            return super().run()
        options = {name: str(value) for name, value in self.options.items() if name not in ("strip", "chapter")}
        source = source_at(self.env, *self.get_source_info())
        return numbered(self, DrawingMark("strip", commas(options.get("events", "")), options, (), source))


DRAWING_DIRECTIVES: Mapping[str, type[SphinxDirective]] = MappingProxyType(
    {"chart": DrawingDirective, "diagram": DrawingDirective, "map": DrawingDirective, "timeline": TimelineDirective}
)


def chapter(directive: SphinxDirective) -> Any:
    """What the document adds in which a directive stands."""
    return directive.env.get_domain("fact").chapter(directive.env.docname)  # type: ignore[attr-defined]


def numbered(directive: SphinxDirective, mark: DrawingMark) -> list[nodes.Node]:
    """Note a mark and make its place: a figure with a caption, so that Sphinx numbers it."""
    chapter(directive).drawings.append(mark)
    # Sphinx numbers what has a caption; where the fact gives it, that is known only later.
    caption = nodes.caption("", mark.options.get("caption") or mark.kind)
    figure = nodes.figure("", caption, classes=["fact-picture", f"fact-{mark.kind}"])
    directive.set_source_info(figure)
    if "name" in directive.options:
        directive.add_name(figure)
    else:
        serial = len(chapter(directive).drawings)
        figure["ids"].append(f"picture-{serial}")
        directive.state.document.note_explicit_target(figure)
    place = FactDrawing("", figure, mark=mark)
    directive.set_source_info(place)
    return [place]


def drawing_of(domain: FactDomain, docname: str, mark: DrawingMark) -> Picture | tuple[Problem, ...]:
    """Draw a mark with all facts that the book has by now, or tell all that is wrong with it.

    A build draws it to find its faults, to see whether it is another, and to show it; so it is kept until a chapter is
    read.
    """
    asked = (docname, repr(mark))
    if asked not in domain.pictures:
        domain.pictures[asked] = _drawn(domain, docname, mark)
    return domain.pictures[asked]


def _drawn(domain: FactDomain, docname: str, mark: DrawingMark) -> Picture | tuple[Problem, ...]:
    known: dict[str, Fact] = {}
    of_chapter: list[str] = []
    for entry in domain.entries():
        known.setdefault(entry.fact.id, entry.fact)
        fact = entry.fact
        if mark.kind == "strip" and not mark.names and isinstance(fact, Event) and entry.docname == docname:
            of_chapter.append(fact.id)
        if mark.kind == "causes" and not mark.names and isinstance(fact, Link) and fact.of == mark.options.get("of"):
            of_chapter.append(fact.id)
    names = mark.names or tuple(dict.fromkeys(of_chapter))
    return picture_of(replace(mark, names=names), known)


def sources_below(mark: DrawingMark, picture: Picture) -> list[str]:
    """Name the sources that stand below a drawing, each once; those of a strip would be most of a chapter's."""
    return [] if mark.kind == "strip" else list(dict.fromkeys(key for fact in picture.facts for key in fact.sources))


class FillDrawings(SphinxPostTransform):
    """Puts the pictures into their places, before references are resolved."""

    default_priority = 5

    def run(self, **kwargs: Any) -> None:
        """Fill every place of the document; one whose picture has a fault is left out."""
        domain: FactDomain = self.env.get_domain("fact")  # type: ignore[assignment]
        for node in list(self.document.findall(FactDrawing)):
            picture = drawing_of(domain, self.env.docname, node["mark"])
            if not isinstance(picture, Picture):
                node.parent.remove(node)
                continue
            large = self._enlarged(domain, node["mark"]) if getattr(self.env._app.builder, ENLARGES, False) else None
            node.replace_self(self._filled(node, picture, large))

    def _enlarged(self, domain: FactDomain, mark: DrawingMark) -> Picture | None:
        return enlarged(lambda wide: drawing_of(domain, self.env.docname, replace(mark, wide=wide)))

    def _filled(self, node: FactDrawing, picture: Picture, large: Picture | None) -> nodes.container:
        figure = node.children[0]
        assert isinstance(figure, nodes.figure)
        caption = nodes.caption("", curly(self.env, picture.title))
        figure.children = []
        # A drawing may be wider than a telephone: then its own box scrolls, and by keyboard as well.
        box = '<div class="fact-svg" role="group" tabindex="0" aria-label="Drawing">'
        drawn = curly_markup(self.env, picture.svg)
        svg = f'<div class="fact-svg">{drawn}</div>' if self._printed else f"{box}{drawn}</div>"
        if large:
            larger = curly_markup(self.env, large.svg)
            svg += f'<div class="fact-svg enlarged">{larger}</div>'
        figure += [nodes.raw("", svg, format="html"), caption]
        cards = cards_drawn(node, picture) if self._printed else []
        elsewhere = self._printed and not cards and picture.printed  # the card of the fact says what its numbers count
        told = told_of(picture) if cards else () if elsewhere else picture.counted
        notes: list[nodes.Node] = [nodes.Text(curly(self.env, " ".join(told)) + " ")] if told else []
        if sources := sources_below(node["mark"], picture):
            notes += [nodes.Text("Sources: "), *citation_of(self.env, sources), nodes.Text(".")]
        if elsewhere:
            notes += [
                nodes.Text(" The numbers and what they count: "),
                reference_to(elsewhere, "page"),
                nodes.Text("."),
            ]
        if notes:
            figure += nodes.legend("", nodes.paragraph("", "", *notes))
        place = nodes.container("", figure, *self._data(picture, bool(elsewhere)), classes=["fact-drawing"])
        for card in cards:  # its number is found where the chart stands
            place["ids"] += card["ids"]
            card.parent.remove(card)
        return place

    @property
    def _printed(self) -> bool:
        return self.env._builder_cls.name in ON_PAPER

    def _data(self, picture: Picture, elsewhere: bool) -> list[nodes.Node]:
        shown = picture.on_paper if self._printed else picture
        table = _table(shown, lambda text: curly(self.env, text))
        if self._printed:
            return [] if elsewhere or not shown.rows else [table]
        before = '<details class="fact-data"><summary>The same as a table</summary>'
        return [nodes.raw("", before, format="html"), table, nodes.raw("", "</details>", format="html")]


def _table(picture: Picture, typeset: Callable[[str], str]) -> nodes.table:
    def row(texts: tuple[str, ...]) -> nodes.row:
        return nodes.row("", *(nodes.entry("", nodes.paragraph("", typeset(text))) for text in texts))

    columns = [nodes.colspec(colwidth=1, stub=int(place == 0)) for place in range(len(picture.heads))]
    head, body = nodes.thead("", row(picture.heads)), nodes.tbody("", *map(row, picture.rows))
    group = nodes.tgroup("", *columns, head, body, cols=len(columns))
    # The printed page does not say twice what the drawing says, or the notes of causes beside it.
    links = picture.facts and all(isinstance(fact, Link) for fact in picture.facts)
    drawn = ["drawn"] if picture.brief is None and (picture.says_all or links) else []
    return nodes.table("", group, classes=["fact-data-table", *drawn])
