"""The report as text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .early_terms import EarlyUse
from .measures import LONG, Measured, measure, sentences_of, words_of
from .prose import Passage

LONGEST = 10  # sentences that are shown
OPENING = 14  # words of each that are shown


@dataclass(frozen=True, slots=True)
class LongSentence:
    """A sentence with its place."""

    words: int
    document: str
    line: int
    text: str


def measure_chapter(passages: Sequence[Passage]) -> Measured:
    """Measure the whole sentences of a chapter, and count the words of all its prose."""
    sentences = [sentence for passage in passages if passage.sentences for sentence in sentences_of(passage.text)]
    return measure(sentences, sum(len(words_of(passage.text)) for passage in passages))


def longest(chapters: Mapping[str, Sequence[Passage]]) -> list[LongSentence]:
    """Find the longest sentences of the book that are longer than ``LONG`` words."""
    found = [
        LongSentence(len(words_of(sentence)), document, passage.line, sentence)
        for document, passages in chapters.items()
        for passage in passages
        if passage.sentences
        for sentence in sentences_of(passage.text)
    ]
    return sorted(
        (one for one in found if one.words > LONG), key=lambda one: (-one.words, one.document, one.line, one.text)
    )[:LONGEST]


def written(
    chapters: Mapping[str, Sequence[Passage]],
    titles: Mapping[str, str],
    early: Sequence[EarlyUse],
    files: Mapping[str, str],
) -> str:
    """Write the report.

    :param titles: document name -> how the chapter is called.
    :param files: document name -> path of its source, to which an editor can jump.
    """
    lines = [
        f"{'Readability':<34} {'words':>7} {'sentences':>9} {'mean':>6} {f'over {LONG}':>8} {'grade':>6}",
        *(_row(titles[document], measure_chapter(passages)) for document, passages in chapters.items()),
        _row("The whole book", measure_chapter([passage for all_ in chapters.values() for passage in all_])),
        "",
    ]
    for one in longest(chapters):
        opening = " ".join(one.text.split()[:OPENING])
        lines.append(f"{files[one.document]}:{one.line}: a sentence of {one.words} words: “{opening} ...”")
    for use in early:
        where = f"{files[use.term.document]}:{use.term.line}"
        lines.append(
            f"{files[use.document]}:{use.line}: “{use.term.term}” is used here and explained in {where}; "
            "explain it here, link it with {fact:ref}, or move its mark"
        )
    return "\n".join(lines).rstrip() + "\n"


def _row(title: str, measured: Measured) -> str:
    cut = title if len(title) <= 34 else title[:33] + "…"
    return (
        f"{cut:<34} {measured.words:>7,} {measured.sentences:>9,} {measured.mean:>6.1f} "
        f"{measured.long:>8.0%} {measured.grade:>6.1f}"
    )
