"""What stands in italics in the index: what the author of a fact emphasised, such as the title of a book."""

from __future__ import annotations

from markupsafe import Markup, escape

from ..fact_nodes import emphasised_places
from .index import Entry


def in_two(entry: Entry) -> tuple[Markup, Markup]:
    """Give the words of an entry as HTML: all but the last one, with the space behind them, and the last one."""
    before, space, _ = entry.words.rpartition(" ")
    end = len(before + space)
    return _written(entry, 0, end), _written(entry, end, len(entry.words))


def _written(entry: Entry, begin: int, end: int) -> Markup:
    spans = [(max(start, begin), min(stop, end)) for start, stop in emphasised_places(entry.words, entry.italics)]
    html, done = Markup(), begin
    for start, stop in (span for span in spans if span[0] < span[1]):
        html += escape(entry.words[done:start]) + Markup("<em>{}</em>").format(entry.words[start:stop])
        done = stop
    return html + escape(entry.words[done:end])
