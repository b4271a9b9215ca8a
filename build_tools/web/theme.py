"""The theme ``textbook``, in reach of every ``conf.py`` that names the extension."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes

from worksheets.resources import templates

from .beside import choose_beside
from .explained import explained, take_titles
from .index_page import typeset_entries
from .lighter import lighten
from .page_marks import setup_page_marks
from .tables import mend_tables, name_rows
from .type_faces import STYLE, write_type

if TYPE_CHECKING:
    from sphinx.application import Sphinx

THEME = "textbook"
LAST = 900  # after the extensions that add files of their own

# Files that only some pages need: a word of their name, and what a page that needs them has in it.
_NEEDED_FOR = (
    ("sphinx-design", 'class="sd-'),
    ("design-tabs", 'class="sd-tab'),
    ("pygments", 'class="highlight'),
    ("timeline.js", "fact-timeline"),
    ("answers.js", "data-answer="),
)
_FOR_SEARCH = ("documentation_options", "doctools", "sphinx_highlight", "translations.js")


def setup_theme(app: Sphinx) -> None:
    """Offer the theme, and add to its pages what only the builder knows."""
    app.add_html_theme(THEME, templates() / "web")
    app.connect("builder-inited", _add_files)
    app.connect("doctree-resolved", _prepare)
    app.connect("html-page-context", _complete, priority=LAST)
    app.connect("build-finished", _finish)
    setup_page_marks(app)


def _themed(app: Sphinx) -> bool:
    return app.builder.name in ("html", "dirhtml") and bool(app.config.html_theme == THEME)


def _add_files(app: Sphinx) -> None:
    if _themed(app):
        app.add_css_file(STYLE, priority=100)
        for script in ("book.js", "explain.js", "timeline.js", "answers.js"):
            app.add_js_file(script, loading_method="defer")


def _prepare(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    if _themed(app):
        name_rows(doctree)
        choose_beside(doctree)
        take_titles(doctree)


def _complete(
    app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Leave out the files a page has no need of, and add what its pop-ups say."""
    if not _themed(app):
        return
    body = str(context.get("body", ""))
    unneeded = [word for word, sign in _NEEDED_FOR if sign not in body]
    if pagename != "search":
        unneeded += _FOR_SEARCH
    if body:
        # A role of ARIA that is to be used no longer; docutils still writes it.
        context["body"] = lighten(mend_tables(body).replace('role="doc-biblioentry"', 'role="listitem"'))
    if "genindexentries" in context:
        context["genindexentries"] = typeset_entries(app.env, context["genindexentries"])
    context["explained"] = explained(app, doctree) if doctree is not None else ""
    if not context["explained"]:
        unneeded.append("explain.js")
    context["start"] = pagename == app.config.root_doc
    for kind in ("css_files", "script_files"):
        context[kind] = [file for file in context[kind] if not any(word in _name(file) for word in unneeded)]


def _name(file: Any) -> str:
    return str(getattr(file, "filename", file))


def _finish(app: Sphinx, exception: Exception | None) -> None:
    if exception is None and _themed(app):
        write_type(Path(app.outdir) / "_static")
