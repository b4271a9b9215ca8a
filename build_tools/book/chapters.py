"""Chapters as they are printed, put together from the HTML of their documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from lxml.html import Element, HtmlElement

from worksheets.problems import Problem, Source

from .addresses import document_id, make_unique, redirect, settle_empty_anchors
from .boxes import lay_grounds
from .cards import set_cards
from .documents import Matter, PrintedDocument
from .flow import mark_flow, quieten, run_fields_on, run_sources_on, say_certainty
from .margin import mark_notes
from .markup import add_class, classes, parse, text_of, with_class
from .no_breaks import forbid_breaks, take_stops_in
from .notes import settle_footnotes
from .questions import set_questions
from .quotes import set_quotes
from .readers import Reader, keep_for
from .references import ask_for_pages, forget_unprinted
from .tables import align_numbers, caption_titles, frame, keep_whole, repeat_captions
from .typography import bind_short_ends, let_long_words_break, set_dashes
from .web_parts import drop_unused_labels, headings, settle_web_parts

_CLOSING = frozenset({"ap-summary", "ap-review", "ap-exam-practice", "ap-further-reading"})
_SOUGHT = "ap-exam-practice"  # the one of these that readers look for
SHORT = 1500  # letters; a list at the back of fewer begins on the page where the one before it ends
LONGEST_RUNNING_HEAD = 60  # characters; print-rules 23: a running head is never cut


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading, for contents and bookmarks."""

    id: str
    level: int  # 1 for a chapter
    number: str  # "3.2", or empty
    title: str
    closing: str = ""  # the class of its box, if its section is one that closes a chapter: summary, review and the like


@dataclass(frozen=True)
class Chapter:
    """One chapter of the book: a document with those that its toctree names."""

    docname: str
    matter: Matter
    element: HtmlElement

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """All headings of sections, in order."""
        return tuple(
            Heading(
                id=heading.get("id") or heading.getparent().get("id"),
                level=int(heading.tag[1]),
                number=_number(heading),
                title=_title(heading),
                closing=_closing(heading),
            )
            for heading in headings(self.element)
        )

    @property
    def contents(self) -> tuple[Heading, ...]:
        """The headings for the contents: sections that close a chapter share a line, and exam practice begins one."""
        listed: list[Heading] = []
        for heading in self.headings:
            before = listed[-1] if listed else None
            joins = heading.closing and heading.closing != _SOUGHT
            if before is not None and before.closing and joins and before.level == heading.level:
                listed[-1] = replace(before, title=f"{before.title}, {_within_line(heading.title)}")
            else:
                listed.append(heading)
        return tuple(listed)


@dataclass(frozen=True, slots=True)
class Fragment:
    """The HTML of one document as Sphinx writes it."""

    document: PrintedDocument
    html: str
    path: str = ""  # of the source
    lines: Mapping[str, int] = field(default_factory=dict)  # printed id -> line of the source that links to it
    ids: Mapping[str, int] = field(default_factory=dict)  # printed id -> line of the source where it was written
    images: Mapping[str, str] = field(default_factory=dict)  # address in the HTML -> address of the file


def assemble(
    fragments: Sequence[Fragment], reader: Reader = "student", language: str = "en", curly: bool = True
) -> tuple[list[Chapter], dict[str, str], list[Problem]]:
    """Put documents together into chapters with one name space of ids.

    :param language: of the book, such as ``en-GB``: of its quotation marks, months and the like.
    :param curly: whether a typewriter's quotation marks are set as a printer's.

    :return: the chapters; ids that were replaced by others, old to new; and what cannot be printed as it stands.
    """
    chapters: list[Chapter] = []
    replaced: dict[str, str] = {}
    problems: list[Problem] = []
    for fragment in fragments:
        docname = fragment.document.docname
        part = parse(fragment.html)
        keep_for(part, reader)
        part.set("id", document_id(docname))
        part.set("class", "document")
        part.set("data-docname", docname)
        for child in part:
            make_unique(child, docname)
        for image in part.iter("img"):
            image.set("src", fragment.images.get(image.get("src"), image.get("src", "")))
        settle_web_parts(part)
        problems += [
            Problem(Source(fragment.path), what, "write it as text, or move it into the chapter", "print.footnote")
            for what in settle_footnotes(part)
        ]
        replaced |= settle_empty_anchors(part)
        ask_for_pages(part, docname)
        if curly:
            set_quotes(part, language)
        set_dashes(part)
        say_certainty(part)
        take_stops_in(part)
        bind_short_ends(part)
        let_long_words_break(part)
        _name_running_heads(part)
        forbid_breaks(part, language)
        quieten(part)
        set_cards(part)
        run_fields_on(part)
        run_sources_on(part)
        set_questions(part)
        caption_titles(part)
        repeat_captions(part)
        align_numbers(part)
        keep_whole(part)
        frame(part)
        mark_notes(part)
        lay_grounds(part)
        mark_flow(part)
        if fragment.document.depth == 1:
            section = Element("section", {"class": f"chapter {fragment.document.matter}"})
            section.append(part)
            chapters.append(Chapter(docname, fragment.document.matter, section))
        else:
            chapters[-1].element.append(part)
    for chapter in chapters:
        redirect(chapter.element, replaced)
    forget_unprinted([chapter.element for chapter in chapters])
    drop_unused_labels([chapter.element for chapter in chapters])
    _mark_first(chapters)
    for chapter in chapters:
        if chapter.matter == "back" and len(text_of(chapter.element)) < SHORT:
            add_class(chapter.element, "short")
        elif chapter.matter == "back" and any(heading.level > 1 for heading in chapter.headings):
            add_class(chapter.element, "prose")
    return chapters, replaced, problems


def _mark_first(chapters: Iterable[Chapter]) -> None:
    """Give the first chapter of the body the page style that sets the page number to 1."""
    first = next((chapter for chapter in chapters if chapter.matter == "body"), None)
    if first is not None:
        first.element.set("class", first.element.get("class") + " first")


def _name_running_heads(part: HtmlElement) -> None:
    for heading in headings(part):
        title = _title(heading)
        if len(title) > LONGEST_RUNNING_HEAD:
            title = title.partition(":")[0]
        number = _number(heading)
        heading.set("data-running", f"{number}\N{EN SPACE}{title}" if number else title)


def _within_line(title: str) -> str:
    """Write a title behind a comma: a word that is capital as a whole stays so."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def _closing(heading: HtmlElement) -> str:
    found = (name for part in heading.itersiblings() for name in classes(part) if name in _CLOSING)
    return next(found, "")


def _number(heading: HtmlElement) -> str:
    return next((text_of(number) for number in with_class(heading, "section-number")), "")


def _title(heading: HtmlElement) -> str:
    return text_of(heading).removeprefix(_number(heading)).strip()
