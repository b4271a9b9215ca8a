"""``worksheets facts``: what a bank holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from ..bank import FactBank
from ..bank_file import read_bank
from ..facts import KINDS, Fact
from ..headline import headline
from ..lean_json import json_bytes, lean
from ..problems import Faults, Problem, Source

WIDEST = 1000  # characters; a book of a hundred chapters has half as many


@click.command(
    epilog="""\b
Examples:
  worksheets facts _build/facts.json                       counts by kind and chapter
  worksheets facts _build/facts.json --kind term           all terms
  worksheets facts _build/facts.json --search osmosis      every fact that says so
  worksheets facts _build/facts.json --chapter 3 --json    chapter 3 for another program"""
)
@click.argument("bank", metavar="FACTS", type=click.Path(path_type=Path))
@click.option("--list", "listed", is_flag=True, help="List every fact instead of counting.")
@click.option("--kind", type=click.Choice(sorted(KINDS)), help="Only facts of this kind.")
@click.option("--chapter", metavar="CHAPTER", help="Only facts of this chapter (its number, file name or title).")
@click.option("--search", metavar="TEXT", help="Only facts that say this, in any field.")
@click.option("--json", "as_json", is_flag=True, help="Print the facts as JSON.")
def facts(bank: Path, listed: bool, kind: str | None, chapter: str | None, search: str | None, as_json: bool) -> None:
    """Show what a book's bank of FACTS holds: counted, listed or searched.

    FACTS is the file that `sphinx-build -b facts` writes, usually _build/facts.json.
    """
    book = read_bank(bank)
    only = _chapter_named(book, chapter, bank) if chapter else None
    found = [fact for fact in book if _wanted(fact, kind, only, search)]
    if as_json:
        entries = [{"kind": fact.kind, "headline": headline(fact), **lean(fact)} for fact in found]
        click.echo(json_bytes(entries), nl=False)
    elif listed or kind or search or chapter:
        for fact in found:
            click.echo(f"{fact.source}: {fact.kind} {fact.id}: {headline(fact)}")
        click.echo(f"{len(found)} of {len(book)} facts", err=True)
    else:
        _print_counts(book)


def _wanted(fact: Fact, kind: str | None, chapter: str | None, search: str | None) -> bool:
    if kind and fact.kind != kind:
        return False
    if chapter and fact.place.chapter != chapter:
        return False
    return not search or any(search.casefold() in text.casefold() for text in _texts(lean(fact)))


def _texts(tree: object) -> Iterator[str]:
    """Every value in a tree of dictionaries and lists, as text."""
    if isinstance(tree, dict):
        tree = list(tree.values())
    if isinstance(tree, list):
        for branch in tree:
            yield from _texts(branch)
    else:
        yield str(tree)


def _chapter_named(book: FactBank, name: str, path: Path) -> str:
    if found := book.chapter(name):
        return found.name
    known = ", ".join(chapter.number or chapter.name for chapter in book.chapters)
    what, mend = f'the book has no chapter "{name}"', f"the chapters with facts are: {known or 'none'}"
    raise Faults([Problem(Source(str(path)), what, mend, "facts.unknown-chapter")])


def _print_counts(book: FactBank) -> None:
    """Print a row for each kind and a column for each chapter, and below it the chapters' titles."""
    counts = Counter((fact.kind, fact.place.chapter) for fact in book)
    labels = {chapter.name: chapter.number or chapter.name for chapter in book.chapters}
    table = Table(title=book.title, title_justify="left", box=None, pad_edge=False)
    for label in ("", *labels.values(), "all"):
        table.add_column(label, justify="right" if label else "left", no_wrap=True)

    def add_row(label: str, numbers: Sequence[int], style: str = "") -> None:
        table.add_row(label, *(str(number or "·") for number in (*numbers, sum(numbers))), style=style)

    for kind in KINDS:
        if any(numbers := [counts[kind, name] for name in labels]):
            add_row(kind, numbers)
    add_row("all", [sum(counts[kind, name] for kind in KINDS) for name in labels], "bold")
    # As wide as it is, for a reader in a pipe and in a narrow window alike.
    console = Console(width=max(Console().width, Console(width=WIDEST).measure(table).maximum), soft_wrap=True)
    console.print(table)
    for chapter in book.chapters:
        click.echo(f"{labels[chapter.name]}: {chapter.title}")
