"""``worksheets init``: a small book to start from."""

from __future__ import annotations

import sys
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import click

from ..files import write_together
from ..problems import Faults, Problem, Source


@click.command(
    epilog="""\b
Example:
  worksheets init my-book
  cd my-book
  make"""
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def init(folder: Path) -> None:
    """Make a new book in DIR: one chapter with marked facts, a class list, a blueprint and a Makefile."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        what = "this folder is not empty" if folder.is_dir() else "this is a file"
        raise Faults([Problem(Source(str(folder)), what, "give the name of a new folder", "init.not-empty")])
    starter = starter_files(Path(sys.executable).parent)
    write_together(folder, starter)
    click.echo(f"Wrote {len(starter)} files to {folder}. Next: cd {folder}; make")


def starter_files(scripts: Path) -> dict[str, bytes]:
    """The files of the starter book: path below the new folder -> content.

    :param scripts: where ``worksheets`` and ``sphinx-build`` are installed; the Makefile names it, so that the new book
        can be made at once and without a network.
    """
    found: dict[str, bytes] = {}

    def walk(entry: Traversable, path: str) -> None:
        for child in sorted(entry.iterdir(), key=lambda child: child.name):
            if child.is_dir():
                if child.name != "__pycache__":
                    walk(child, f"{path}{child.name}/")
            else:
                # A wheel builder would obey a file called .gitignore instead of packing it.
                name = ".gitignore" if child.name == "gitignore" else child.name
                found[path + name] = child.read_bytes().replace(b"@BIN@", str(scripts).encode())

    walk(files("worksheets") / "starter", "")
    return found
