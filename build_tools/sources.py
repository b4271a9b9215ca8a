"""Places in chapters, as an author would type them."""

from __future__ import annotations

from pathlib import Path

from docutils.parsers.rst import Directive
from sphinx.environment import BuildEnvironment

from worksheets.problems import Source


def source_at(env: BuildEnvironment, path: str | None, line: int | None) -> Source:
    """Give a place relative to the folder of ``conf.py``, so that a bank is the same on every machine."""
    file = Path(path or env.doc2path(env.docname))
    for base in (_root(env), env.srcdir):
        if file.is_relative_to(base):
            return Source(file.relative_to(base).as_posix(), line or 0)
    return Source(file.as_posix(), line or 0)


def line_above(directive: Directive) -> int:
    """Give the line before the first one of a directive's content.

    MyST counts the content from the line of the directive, reStructuredText from the top of the file.
    """
    offset: int = directive.content_offset
    return directive.lineno + offset if is_myst(directive) else offset


def is_myst(directive: Directive) -> bool:
    """Whether a directive is written in MyST."""
    return type(directive.state).__module__.startswith("myst_parser")


def file_of(env: BuildEnvironment, source: Source) -> str:
    """Give the whole path of a place, for a message that an editor can jump to."""
    for base in (_root(env), env.srcdir):
        if (path := Path(base) / source.path).is_file():
            return str(path)
    return source.path


def _root(env: BuildEnvironment) -> Path:
    root: Path = env.get_domain("fact").root  # type: ignore[attr-defined]
    return root
