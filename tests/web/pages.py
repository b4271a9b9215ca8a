"""The web book on the water cycle, built once for all tests of the theme, and what its pages load."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from lxml import html
from lxml.html import HtmlElement

from tests.collect.books import BOOKS, Built, build

_DRAWING = re.compile(rb"<svg\b.*?</svg>", re.DOTALL)
MOST_BYTES = 300_000  # of a chapter's page with styles, scripts and type, without pictures
NOTHING: Mapping[str, tuple[str, str]] = MappingProxyType({})

# Where a page, a style or a script can name something that a browser fetches by itself.
_LOADING = ("src", "srcset", "poster", "data", "background")
_LOADING_LINKS = {"stylesheet", "icon", "preload", "modulepreload", "prefetch", "preconnect", "manifest"}
_IN_STYLES = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")
_IN_SCRIPTS = re.compile(r"""(?:fetch|import|importScripts|Worker|open)\s*\(\s*["'`]((?:https?:)?//[^"'`]+)""")


@dataclass(frozen=True)
class Page:
    """One page of the web book."""

    path: Path
    root: HtmlElement

    def all(self, path: str) -> list[HtmlElement]:
        """The elements of an XPath."""
        return list(self.root.xpath(path))

    def files(self) -> set[Path]:
        """Every file that a browser loads to show the page, but for pictures: styles, scripts and their type."""
        named = [*self.root.xpath("//link[@rel='stylesheet']/@href"), *self.root.xpath("//script/@src")]
        files = {(self.path.parent / name.partition("?")[0]).resolve() for name in named}
        styles = [file for file in files if file.suffix == ".css"]
        letters = {ord(letter) for letter in self.root.text_content()}
        type_files = {
            (style.parent / url).resolve()
            for style in styles
            for face in style.read_text("utf-8").split("@font-face")[1:]
            for url in _IN_STYLES.search(face).groups()
            if url and letters & _letters_of(face)
        }
        return files | type_files


def _letters_of(face: str) -> set[int]:
    """The code points for which a browser loads a face; all of them if its style does not say."""
    said = re.search(r"unicode-range:([^;]+)", face)
    ranges = re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", said[1]) if said else [("0", "FFFF")]
    return {code for first, last in ranges for code in range(int(first, 16), int(last or first, 16) + 1)}


def read_page(path: Path) -> Page:
    """Read a page as a browser does."""
    return Page(path, html.parse(str(path), html.HTMLParser(encoding="utf-8")).getroot())


def weight_of(path: Path) -> int:
    """Tell the bytes of a page with all styles, scripts and files of type that it names; drawings are pictures."""
    text = _DRAWING.sub(b"", path.read_bytes())
    return len(text) + sum(file.stat().st_size for file in read_page(path).files())


def loads(path: Path) -> list[str]:
    """Name what a file makes a browser fetch: a page, a style or a script."""
    text = path.read_text("utf-8")
    if path.suffix == ".css":
        return [first or second for first, second in _IN_STYLES.findall(text)]
    if path.suffix == ".js":
        return _IN_SCRIPTS.findall(text)
    root = read_page(path).root
    found = [element.get(name) for name in _LOADING for element in root.iter() if element.get(name)]
    found += [link.get("href") for link in root.iter("link") if _LOADING_LINKS & set(link.get("rel", "").split())]
    for style in [*root.xpath("//style/text()"), *root.xpath("//@style")]:
        found += [first or second for first, second in _IN_STYLES.findall(style)]
    return found


def build_web_book(folder: Path, printed: str = "", changes: Mapping[str, tuple[str, str]] = NOTHING) -> Built:
    """Build the book on the water cycle with the theme.

    :param printed: a page map of the printed book, if there shall be one.
    :param changes: file -> what is written otherwise in it: old and new.
    """
    source = folder / "book"
    shutil.copytree(BOOKS / "water-cycle", source, ignore=shutil.ignore_patterns("_build"))
    conf = source / "conf.py"
    conf.write_text(re.sub(r'html_theme = ".*"', "", conf.read_text("utf-8")) + '\nhtml_theme = "textbook"\n', "utf-8")
    for file, (old, new) in changes.items():
        path = source / file
        assert old in path.read_text("utf-8")
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    if printed:
        (source / "pages.json").write_text(printed, "utf-8")
        conf.write_text(conf.read_text("utf-8") + 'worksheets_page_map = "pages.json"\n', "utf-8")
    return build(source, folder / "html")
