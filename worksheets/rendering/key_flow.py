"""A key for the press: its head and the rows of its table as rows of pieces."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from ..press.flow import After, Format, Sheet
from ..worksheet import AnswerKey, KeyEntry
from .anchors import key_anchor
from .flowing import Flow
from .html import environment, foot_label, key_label
from .pieces import piece, shared_piece


def key_flow(key: AnswerKey, page: Format, *, student_name: str = "") -> Sheet:
    """Write one key as rows of pieces; the names of the columns are repeated on each page.

    :param student_name: of the one who has this sheet, if only one has it.
    """
    worksheet = key.worksheet
    flow = Flow(page, worksheet.language)
    whole = flow.frame("Sect")
    flow.row((piece("key_head", worksheet, student_name), whole), after=After.NEVER, label="the head of the key")
    table = flow.frame("Table", whole)
    names = flow.frame("TR", flow.frame("THead", table))
    header = flow.row((shared_piece("key_columns"), names), after=After.NEVER, label="the names of the columns")
    for section, entries in key.numbered():
        body = flow.frame("TBody", table)
        if section.heading:
            flow.row(
                (shared_piece("key_section", section.heading), flow.frame("TR", body)),
                after=After.NEVER,
                header=header,
                label=f"the heading “{section.heading}”",
            )
        for entry in entries:
            row = flow.frame("TR", body)
            is_last = entry.number == len(key.entries)
            flow.row(
                (shared_piece("key_number", entry.number), row),
                (_entry_html(replace(entry, number=0)), row),
                after=After.NEVER if is_last else After.FREE,
                header=header,
                label=f"the key to question {entry.number}",
            )
    flow.row((shared_piece("key_end", worksheet.marks), whole), label="the total of the marks")
    foot = flow.foot("key_foot_page", shared_piece("key_foot_label", foot_label(worksheet, "Key to sheet")))
    return Sheet(key_anchor(worksheet.code), key_label(key, student_name), flow.frames, flow.rows, foot, page)


@lru_cache(maxsize=4096)
def _entry_html(entry: KeyEntry) -> str:
    """Write what a key says to a question, whatever its number."""
    template = environment().get_template("key_entry_piece.html.j2")
    return template.render(entry=entry, question=entry.question, places=entry.places).strip()
