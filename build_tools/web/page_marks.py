"""Page numbers of the printed book in the margin of the web book, so that class and home can cite one number."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from markupsafe import Markup
from sphinx.util import logging

from worksheets.facts import Place
from worksheets.problems import Faults

from ..apparatus.answers import ANSWER, checked_questions
from ..apparatus.nodes import AnswersNode, BoxNode
from ..bank_writer import book_digest
from ..nodes import FactNode
from ..page_numbers import PageNumbers, read_page_numbers

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

    from ..domain import FactDomain

PAPER = "a4"
AFTER_NUMBERING = 950  # Sphinx numbers the sections on this event, at 500; the map is known by the numbers as well

_HOLD = (nodes.section, nodes.term, nodes.citation, nodes.entry)  # a mark stands inside them
_FOLLOW = (FactNode, BoxNode)  # and before these

logger = logging.getLogger(__name__)


class PageMark(nodes.General, nodes.Element):
    """Says that a page of the printed book begins about here. Attribute ``page``: its number as printed."""


def setup_page_marks(app: Sphinx) -> None:
    """Put the marks into the pages of the theme, wherever a printed book is at hand that is up to date."""
    app.add_node(PageMark, html=(_visit, _depart))
    app.add_config_value("worksheets_pages_seen", "", "html", str, "made by the extension: digest of the page map")
    app.add_config_value("worksheets_web_paper", PAPER, "html", str, "the paper whose page numbers the web book shows")
    app.connect("config-inited", _note_map)
    app.connect("env-get-updated", _read, priority=AFTER_NUMBERING)
    app.connect("doctree-resolved", _mark)


def _map(confdir: str | Path, config: Config) -> Path:
    return Path(confdir, str(config.worksheets_page_map))


def _note_map(app: Sphinx, config: Config) -> None:
    """Make a new page map a reason to write all pages anew."""
    path = _map(app.confdir, config)
    if path.is_file():
        config.worksheets_pages_seen = hashlib.sha256(path.read_bytes()).hexdigest()


def _read(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Read the page map; no page has to be read anew for it."""
    # Kept beside the builder: it is no part of what was read from the chapters.
    numbers = PageNumbers()
    if _wanted(app) and app.config.worksheets_pages_seen:
        try:
            numbers = read_page_numbers(_map(app.confdir, app.config), book_digest(env))
        except Faults as faults:
            logger.warning("%s", faults, type="fact", subtype="page-map")
    app.builder.printed_pages = numbers  # type: ignore[attr-defined]
    return []


def _wanted(app: Sphinx) -> bool:
    themed = app.builder.name in ("html", "dirhtml") and bool(app.config.html_theme == "textbook")
    return themed or app.builder.name == "bookepub"


def _mark(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Put a mark before the first heading, fact, box or entry of a list on each printed page."""
    numbers: PageNumbers = getattr(app.builder, "printed_pages", PageNumbers())
    if not numbers.papers:
        return
    met = {""}

    def first(anchors: Iterable[str]) -> str:
        page = next(filter(None, (_page(app, numbers, docname, anchor) for anchor in anchors)), "")
        if page in met:
            return ""
        met.add(page)
        return page

    for place in [node for node in doctree.findall(nodes.Element) if isinstance(node, (*_HOLD, *_FOLLOW, AnswersNode))]:
        if isinstance(place, AnswersNode):
            anchors = [f"{ANSWER}{checked.question.id}" for checked in checked_questions(app.env, _domain(app))]
            pages = {anchor: first([anchor]) for anchor in anchors}
            place["marks"] = {anchor: _html(page) for anchor, page in pages.items() if page}
        elif page := first(place["ids"]):
            _put(place, PageMark("", page=page))


def _put(place: nodes.Element, mark: PageMark) -> None:
    if isinstance(place, _FOLLOW) and place.parent is not None:
        place.parent.insert(place.parent.index(place), mark)
    else:
        inside = place.next_node(nodes.paragraph) if isinstance(place, nodes.entry) else place
        (inside or place).insert(0, mark)


def _domain(app: Sphinx) -> FactDomain:
    return app.env.get_domain("fact")  # type: ignore[return-value]


def _page(app: Sphinx, numbers: PageNumbers, docname: str, anchor: str) -> str:
    return numbers.at(Place(chapter=docname, anchor=anchor)).get(app.config.worksheets_web_paper, "")


def _html(page: str) -> Markup:
    mark = '<span class="page-mark" id="print-page-{0}" role="doc-pagebreak" aria-label="page {0}">p.&#160;{0}</span>'
    return Markup(mark).format(page)


def _visit(translator: Any, node: PageMark) -> None:
    translator.body.append(_html(node["page"]))
    raise nodes.SkipNode


def _depart(translator: Any, node: PageMark) -> None:
    """Do nothing: a mark is written when it is visited."""
