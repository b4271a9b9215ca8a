"""The keys at the back of the first book: each leads to what its reader has just read."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from build_tools.apparatus.answers import checked_questions
from build_tools.apparatus.passages import passages_of
from worksheets.bank import FactBank

ROOT = Path(__file__).parents[2]

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("bank_of_the_book")]


def test_each_key_leads_to_the_section_that_its_box_closes(bank_of_the_book: FactBank, built_bank_of_the_book: Path):
    """A key begins in the section of its question, or in one before it without a box, and ends with its box."""
    with patch_docutils(ROOT), docutils_namespace():
        folder = built_bank_of_the_book
        env = Sphinx(ROOT / "book", ROOT, folder, folder / "doctrees", "facts", status=io.StringIO()).env
    domain: Any = env.get_domain("fact")
    elsewhere, keys = [], 0
    for checked in checked_questions(env, domain):
        keys += 1
        chapter = domain.chapters[checked.entry.docname]
        known = {entry.anchor: entry for entry in chapter.entries}
        closed = {
            known[other.anchor].sections[-2][0]
            for other in chapter.asked
            if other.box == checked.asked.box and other.box_anchor != checked.asked.box_anchor
        }
        own = checked.entry.sections[-2][0]
        passages = passages_of(env, domain, checked)
        begins = {(passage.begin.chapter, passage.end) for passage in passages}
        before = {entry.sections[-2][0] for entry in chapter.entries if len(entry.sections) > 1} - closed
        if begins != {(checked.entry.docname, checked.asked.box_anchor)} or not {
            passage.begin.anchor for passage in passages
        } <= {own, *before}:
            elsewhere.append((checked.question.id, passages))

    assert keys == len([None for fact in bank_of_the_book if fact.id.startswith("q-check-")])
    assert elsewhere == []
