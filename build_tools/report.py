"""After all chapters are read: tell every fault, and find pages that show facts which have changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util import logging

from worksheets.bank_lint import bank_faults
from worksheets.mark_schemes import MarkScheme, read_schemes
from worksheets.problems import Faults, Problem

from .apparatus.answers import answers_document, checked_questions
from .apparatus.boxes import CHECK
from .apparatus.passages import passages_of
from .bank_writer import bank_of
from .citations import known_keys
from .citing_places import citing_places, documents_with_bibliography
from .collected import Chapter, Entry, Listing
from .domain import FactDomain
from .drawings import drawing_of
from .drawn.picture import Picture
from .listings import entries_of
from .mark.agreement import disagreements
from .places import place_of
from .sources import file_of
from .titles import title_of

logger = logging.getLogger(__name__)


def changed_sources(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """Find chapters that must be read again because a source of theirs came into the bibliography or left it."""
    domain: FactDomain = env.get_domain("fact")  # type: ignore[assignment]
    keys = known_keys(env) or frozenset()
    moved = keys ^ domain.data.get("known_keys", frozenset())
    domain.data["known_keys"] = keys
    return [
        docname
        for docname, chapter in domain.chapters.items()
        if any(moved.intersection(entry.fact.sources) for entry in chapter.entries)
    ]


def report(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Tell every fault of every chapter, and give the documents to be written again.

    Sphinx tells a warning once, when it reads a chapter, and is silent about it as long as that chapter stays as it is;
    a second build with ``-W`` would pass. A fault in a fact is told until it is mended.
    """
    domain: FactDomain = env.get_domain("fact")  # type: ignore[assignment]
    for problem in faults(env, domain):
        group, _, name = problem.code.partition(".")
        logger.warning(
            "%s; %s",
            problem.what,
            problem.mend,
            type=group,
            subtype=name,
            location=f"{file_of(env, problem.source)}:{problem.source.line}",
        )
    return sorted(_stale(env, domain, app.builder.name))


def faults(env: BuildEnvironment, domain: FactDomain) -> tuple[Problem, ...]:
    """Give every fault of the book, sorted by place."""
    told = {problem for chapter in domain.chapters.values() for problem in chapter.faults}
    mentions = [mention for _, chapter in sorted(domain.chapters.items()) for mention in chapter.mentions]
    schemes, scheme_faults = _schemes(env, domain)
    told.update(scheme_faults)
    told.update(disagreements(domain.entries(), mentions, known_keys(env), schemes))
    told.update(_empty_lists(env, domain))
    told.update(_bad_drawings(domain))
    # A fact whose own fault is told already is not told of twice.
    at_fault = {problem.source.path: set[int]() for problem in told}
    for problem in told:
        at_fault[problem.source.path].add(problem.source.line)
    for problem in bank_faults(bank_of(env)):
        if problem.source.line not in at_fault.get(problem.source.path, ()):
            told.add(problem)
    return tuple(sorted(told))


def _schemes(env: BuildEnvironment, domain: FactDomain) -> tuple[tuple[MarkScheme, ...] | None, tuple[Problem, ...]]:
    """The mark schemes at hand, or nothing and the faults of the book's own."""
    try:
        return read_schemes(domain.root / env.config.worksheets_mark_schemes), ()
    except Faults as faults:
        return None, faults.problems


def _empty_lists(env: BuildEnvironment, domain: FactDomain) -> Iterable[Problem]:
    for docname, chapter in sorted(domain.chapters.items()):
        for listing in chapter.listings:
            if _shown(env, domain, listing, docname):
                continue
            if listing.name == "answers":
                what, mend = "{answers} has nothing to answer", "put questions into {check-yourself}, or delete it"
            else:
                what, mend = f"{{fact:{listing.name}}} has nothing to list", "mark facts of its kind, or delete it"
            yield Problem(listing.source, what, mend, "fact.empty-list")


def _shown(env: BuildEnvironment, domain: FactDomain, listing: Listing, docname: str) -> list[Entry]:
    """What a listing shows, in its order."""
    if listing.name == "answers":
        return [checked.entry for checked in checked_questions(env, domain)]
    return entries_of(domain, listing.name, docname if listing.chapter_only else None, listing.without)


def _bad_drawings(domain: FactDomain) -> Iterable[Problem]:
    for docname, chapter in sorted(domain.chapters.items()):
        for mark in chapter.drawings:
            if not isinstance(found := drawing_of(domain, docname, mark), Picture):
                yield from found


def _stale(env: BuildEnvironment, domain: FactDomain, builder: str) -> Iterable[str]:
    for docname in documents_with_bibliography(env):
        domain.chapter(docname)  # it may mark no fact, and still shows what the chapters cite
    for docname, chapter in domain.chapters.items():
        shown = _digest(env, domain, docname, chapter)
        # Builders share one environment, and each has pages of its own to bring up to date.
        if chapter.shown.get(builder) != shown:
            chapter.shown[builder] = shown
            yield docname


def _digest(env: BuildEnvironment, domain: FactDomain, docname: str, chapter: Chapter) -> str:
    """A digest of all that a document shows of facts in other documents."""
    digest = hashlib.sha256()
    names = {mention.target for mention in chapter.mentions}
    for entry in chapter.entries:
        names.update(getattr(entry.fact, "people", ()), getattr(entry.fact, "against", ()))
        names.add(getattr(entry.fact, "within", ""))
    for name in sorted(names):
        if found := domain.entry(name):
            digest.update(repr((name, title_of(found.fact), place_of(env, found))).encode())
    for listing in chapter.listings:
        for entry in _shown(env, domain, listing, docname):
            digest.update(repr((entry.fact, place_of(env, entry))).encode())
    for mark in chapter.drawings:
        digest.update(repr(drawing_of(domain, docname, mark)).encode())
    if any(listing.name == "answers" for listing in chapter.listings):
        digest.update(
            repr([(one.asked, passages_of(env, domain, one)) for one in checked_questions(env, domain)]).encode()
        )
    if docname in documents_with_bibliography(env):
        digest.update(repr([found for name in sorted(domain.chapters) for found in citing_places(env, name)]).encode())
    if any(asked.box == CHECK for asked in chapter.asked):
        digest.update(answers_document(domain).encode())
    return digest.hexdigest()
