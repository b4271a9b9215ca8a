"""The Sphinx extension: marked facts in the chapters, their bank, and the lists made from them."""

from __future__ import annotations

from pathlib import Path

from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

from worksheets import __version__
from worksheets.mark_schemes import FOLDER
from worksheets.resources import templates

from .apparatus import setup_apparatus
from .author_date import setup_author_date
from .back_references import BackReferences
from .bank_writer import FactsBuilder
from .domain import FactDomain
from .drawings import FactDrawing, FillDrawings
from .epub.builder import setup_epub
from .html import STYLE, depart_fact, depart_part, visit_fact, visit_part
from .listings import FillLists
from .nodes import FactList, FactNode, FactPart
from .numbered_references import setup_numbered_references
from .plain_facts import PlainFacts
from .proof.builder import setup_proof
from .readability.builder import ReadabilityBuilder
from .report import changed_sources, report
from .roles import MarkedWords
from .statements import JoinStatements
from .stray_signs import LeaveOutWritten, leave_out
from .web.theme import setup_theme

AFTER_NUMBERING = 900  # Sphinx numbers the sections on the same event, at 500


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add the domain, its nodes, the builder of the bank and that of the printed book."""
    app.add_config_value("worksheets_page_map", "_build/pdf/pages.json", "", str, "the page map of the printed book")
    app.add_config_value("worksheets_mark_schemes", FOLDER, "", str, "folder of the book's own mark schemes")
    app.add_config_value("worksheets_native_language", "", "html", str, "language tag of all ':native:' names")
    app.add_config_value("worksheets_insert_files", False, "env", bool, "let chapters include other files")
    app.add_domain(FactDomain)
    app.add_role("blank", MarkedWords())
    app.add_role("value", MarkedWords())
    app.add_node(FactNode, html=(visit_fact, depart_fact))
    app.add_node(FactPart, html=(visit_part, depart_part))
    app.add_node(FactList)
    app.add_node(FactDrawing)
    app.add_transform(LeaveOutWritten)
    app.add_post_transform(PlainFacts)
    app.add_post_transform(JoinStatements)
    app.add_post_transform(FillLists)
    app.add_post_transform(FillDrawings)
    app.add_post_transform(BackReferences)
    app.add_builder(FactsBuilder)
    app.add_builder(ReadabilityBuilder)
    app.setup_extension(f"{__package__}.book")
    setup_proof(app)
    app.add_css_file(STYLE)
    setup_apparatus(app)
    setup_theme(app)
    setup_epub(app)
    setup_author_date()
    setup_numbered_references(app)
    app.connect("builder-inited", _guard_files)
    app.connect("builder-inited", _find_root)
    app.connect("builder-inited", _serve_style)
    app.connect("source-read", leave_out)
    app.connect("env-get-outdated", changed_sources)
    app.connect("env-updated", report, priority=AFTER_NUMBERING)
    return {
        "version": __version__,
        "env_version": FactDomain.data_version,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }


def _guard_files(app: Sphinx) -> None:
    # Chapters come from strangers: include, literalinclude, raw and csv-table could read any file of the machine or
    # fetch an address. All of them, in Markdown and reStructuredText, ask this setting of docutils first.
    app.env.settings["file_insertion_enabled"] = app.config.worksheets_insert_files


def _find_root(app: Sphinx) -> None:
    domain: FactDomain = app.env.get_domain("fact")  # type: ignore[assignment]
    domain.root = Path(app.confdir)


def _serve_style(app: Sphinx) -> None:
    app.config.html_static_path.append(str(templates() / "book" / STYLE))
