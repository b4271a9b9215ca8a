"""The sources of a fact as citations, where the book has a bibliography."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.environment import BuildEnvironment

BIBTEX = "cite"  # the domain of sphinxcontrib-bibtex


def known_keys(env: BuildEnvironment) -> frozenset[str] | None:
    """Give all keys of the bibliography; nothing where the book uses none."""
    if BIBTEX not in env.domaindata or BIBTEX not in env.domains:
        return None
    return frozenset(env.get_domain(BIBTEX).bibdata.data.entries)  # type: ignore[attr-defined]


def citation(env: BuildEnvironment, inliner: Any, sources: Sequence[str], line: int) -> list[nodes.Node]:
    """Cite the sources in brackets: as the bibliography does, or by their keys where there is none."""
    keys = known_keys(env)
    if not sources:
        return []
    if keys is None:
        return [nodes.Text(f"({'; '.join(sources)})")]
    cited = [key for key in sources if key in keys]
    if not cited:
        return []
    text = ",".join(cited)
    role = env.get_domain(BIBTEX).role("p")
    assert role is not None
    written, _ = role(f"{BIBTEX}:p", f"{{cite:p}}`{text}`", text, line, inliner, {}, [])
    return list(written)


def citation_of(env: BuildEnvironment, sources: Sequence[str]) -> list[nodes.Node]:
    """Cite sources in a part of the book that is made when all chapters have been read.

    Each is cited by its own fact already, so the bibliography has it.
    """
    keys = known_keys(env)
    if keys is None:
        return [nodes.Text("; ".join(sources))]
    text = ",".join(key for key in sources if key in keys)
    if not text:
        return []
    words = nodes.inline("", text)
    return [pending_xref(text, words, refdomain=BIBTEX, reftype="t", reftarget=text, refexplicit=False, refwarn=True)]
