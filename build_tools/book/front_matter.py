"""What the title pages say, as far as ``conf.py`` says it."""

from __future__ import annotations

from sphinx.config import Config

from .document import TitlePage
from .no_breaks import JOINED
from .typography import with_dashes


def title_page(config: Config) -> TitlePage:
    """Take the texts of the title pages from ``conf.py``; what it does not say is not printed."""
    # For want of an author Sphinx says so in words, which are no name to print.
    author = "" if config.author == Config.config_values["author"].default else config.author
    texts = {
        "title": config.bookpdf_title or config.project,
        "subtitle": config.bookpdf_subtitle,
        "author": config.bookpdf_author or author,
        "edition": config.bookpdf_edition,
        "licence": config.bookpdf_licence.replace("-", f"-{JOINED}"),  # the name of a licence stays whole
        # Sphinx puts the year of SOURCE_DATE_EPOCH here where that is set.
        "copyright": config.copyright if isinstance(config.copyright, str) else ", ".join(config.copyright),
    }
    return TitlePage(**{name: with_dashes(text) for name, text in texts.items()})
