"""The table of what those who study a subject disagree on: each question with the views that answer it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Final

from docutils import nodes
from sphinx.environment import BuildEnvironment

from worksheets.facts import View

from .collected import Entry
from .fact_nodes import emphasised, reference_to
from .typography import curly

DISPUTES: Final = "disputes"  # the name of the listing
HEADS = ("Question", "Views")


def disputed_views(entries: Iterable[Entry]) -> list[Entry]:
    """Choose the views on questions that two or more of them answer: by question as met first, then by year."""
    by_question: dict[str, dict[str, Entry]] = {}
    for entry in entries:
        if isinstance(entry.fact, View):
            by_question.setdefault(entry.fact.on, {}).setdefault(entry.fact.id, entry)
    return [entry for views in by_question.values() if len(views) > 1 for entry in sorted(views.values(), key=_when)]


def disputes_table(env: BuildEnvironment, entries: Iterable[Entry]) -> nodes.table:
    """Make a row for each question: in it each view with its holder, its thesis and where it is told."""
    rows = [_head()]
    for question, group in groupby(entries, lambda entry: _view(entry).on):
        items = [nodes.list_item("", _line(env, entry)) for entry in group]
        asked = nodes.paragraph("", curly(env, question[:1].upper() + question[1:]))
        named = nodes.entry("", asked, ids=[f"{DISPUTES}-{nodes.make_id(question)}"])
        rows.append(nodes.row("", named, nodes.entry("", nodes.bullet_list("", *items))))
    columns = [nodes.colspec(colwidth=25, stub=1), nodes.colspec(colwidth=75)]
    group_ = nodes.tgroup("", *columns, nodes.thead("", rows[0]), nodes.tbody("", *rows[1:]), cols=2)
    return nodes.table("", group_, classes=["fact-disputes"])


def _head() -> nodes.row:
    return nodes.row("", *(nodes.entry("", nodes.paragraph("", words)) for words in HEADS))


def _line(env: BuildEnvironment, entry: Entry) -> nodes.paragraph:
    view = _view(entry)
    holder = reference_to(view.id)
    holder["refexplicit"] = True
    holder[0] = nodes.inline("", curly(env, view.holder_label))
    where = nodes.inline("", "", reference_to(view.id, "page"), classes=["fact-where"])
    thesis = emphasised(curly(env, f": {view.thesis} "), [curly(env, words) for words in entry.italics])
    return nodes.paragraph("", "", holder, *thesis, where)


def _view(entry: Entry) -> View:
    assert isinstance(entry.fact, View)
    return entry.fact


def _when(entry: Entry) -> tuple[str, str]:
    return _view(entry).year, _view(entry).holder
