"""What the package says of the book, as far as ``conf.py`` says it."""

from __future__ import annotations

import re
import textwrap
import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from sphinx.config import Config

from ..book.front_matter import title_page
from .pages import Page

UNKNOWN = "unknown"  # what Sphinx has for settings that nobody has made
COVER_LETTERS = 15  # in a line of the title on the cover


@dataclass(frozen=True)
class About:
    """Texts of the package; an empty one is left out."""

    title: str
    subtitle: str
    author: str
    edition: str
    description: str
    publisher: str
    rights: str
    language: str
    identifier: str
    modified: str  # such as 2026-01-01T00:00:00Z
    page_source: str  # the printed book whose page numbers are told; empty where none are

    @property
    def cover_lines(self) -> list[str]:
        """The title in lines that fit the cover."""
        return textwrap.wrap(self.title, COVER_LETTERS)

    @property
    def subtitle_lines(self) -> list[str]:
        """The subtitle in lines that fit the cover."""
        return textwrap.wrap(self.subtitle, 2 * COVER_LETTERS)


def about(config: Config, paper: str, numbered: bool, built: str | None) -> About:
    """Collect the texts.

    :param paper: whose page numbers are told, where ``numbered``.
    :param built: the date that whoever builds has set; without one the year of the copyright stands for it, since the
        same book shall be the same bytes.
    """
    page = title_page(config)
    language = str(config.epub_language).replace("_", "-")
    author = _said(config.epub_author if config.epub_author != config.author else page.author)
    title = config.epub_title if config.epub_title != config.project else page.title
    years = re.findall(r"\b(?:19|20)\d\d\b", page.copyright)
    own_name = uuid.uuid5(uuid.NAMESPACE_URL, "\n".join((title, author, language)))
    printed = ", ".join(filter(None, (title, page.edition, f"printed on {paper.title()}")))
    return About(
        title=title,
        subtitle=page.subtitle,
        author=author,
        edition=page.edition,
        description=_said(config.epub_description) or page.subtitle,
        publisher=_said(config.epub_publisher) if config.epub_publisher != config.author else author,
        rights="; ".join(
            filter(None, (f"© {page.copyright}" if page.copyright else "", page.licence.partition("\n\n")[0]))
        ),
        language=language,
        identifier=_said(config.epub_identifier) or f"urn:uuid:{own_name}",
        modified=built or f"{years[-1] if years else '1980'}-01-01T00:00:00Z",
        page_source=printed if numbered else "",
    )


def features(pages: Iterable[Page], numbered: bool) -> list[str]:
    """Name what helps readers who do not see the page, in the words of schema.org."""
    found = ["tableOfContents", "structuralNavigation", "readingOrder", "displayTransformability"]
    if any(has_pictures(page) for page in pages):
        found.append("alternativeText")
    return [*found, "printPageNumbers", "pageBreakMarkers", "pageNavigation"] if numbered else found


def has_pictures(page: Page) -> bool:
    """Tell whether a page shows anything but text."""
    return bool(page.pictures) or "svg" in page.properties


def _said(text: str) -> str:
    return "" if text in (UNKNOWN, Config.config_values["author"].default) else str(text)
