"""Boxes, questions and answers in HTML, through the templates in ``templates/book/apparatus``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

from docutils import nodes
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from sphinx.environment import BuildEnvironment

from worksheets.facts import AuthoredQuestion
from worksheets.resources import templates

from ..nodes import FactNode
from ..places import place_of
from ..printed import ON_PAPER
from ..typography import curly
from .answers import ANSWER, answers_document, checked_questions, schemes_of
from .boxes import CHECK
from .keys import choices, key_of
from .nodes import AnswersNode, BoxNode, BoxTitle, LevelNode
from .passages import Passage, passages_of

if TYPE_CHECKING:
    from ..domain import FactDomain

SCREEN = ("html", "dirhtml", "singlehtml")  # where a reader can write an answer; an e-book shows the key alone


def visit_box(translator: Any, node: BoxNode) -> None:
    """Write a box through its template; what it holds is written by the translator itself."""
    title = next((child for child in node.children if isinstance(child, BoxTitle)), BoxTitle(""))
    words = written(translator, title.children)
    html = (
        _templates()
        .get_template("box.html.j2")
        .render(
            kind=node["kind"],
            anchor=node["ids"][0],
            label=node["label"],
            title=words,
            shows_title=not _under_same_heading(node, title),
            body=written(translator, [child for child in node.children if child is not title]),
        )
    )
    translator.body.append(html)
    raise nodes.SkipNode


def depart_box(translator: Any, node: BoxNode) -> None:
    """Do nothing: a box is written when it is visited."""


def visit_level(translator: Any, node: LevelNode) -> None:
    """Begin the name of a level."""
    translator.body.append(translator.starttag(node, "p", "", CLASS="ap-level"))


def depart_level(translator: Any, node: LevelNode) -> None:
    """End the name of a level."""
    translator.body.append("</p>\n")


def visit_answers(translator: Any, node: AnswersNode) -> None:
    """Write the keys by chapter."""
    builder = translator.builder
    domain = _domain(builder.env)
    here = builder.current_docname
    chapters = []
    on_paper = builder.name in ON_PAPER
    marks: Mapping[str, str] = node.attributes.get("marks", {})
    for docname, group in groupby(checked_questions(builder.env, domain), lambda checked: checked.entry.docname):
        found = list(group)
        place = place_of(builder.env, found[0].entry)
        rows = [
            {
                "id": ANSWER + checked.question.id,
                "mark": marks.get(ANSWER + checked.question.id, ""),
                "number": checked.asked.number,
                "uri": f"{builder.get_relative_uri(here, docname)}#{checked.entry.anchor}",
                "taught": [
                    _led_to(passage, builder.get_relative_uri(here, passage.begin.chapter), on_paper)
                    for passage in _told_once(passages_of(builder.env, domain, checked), on_paper)
                ],
                "key": key_of(checked.question),
            }
            for checked in found
        ]
        chapters.append({"number": place.chapter_number, "title": place.chapter_title, "rows": rows})
    html = _templates().get_template("answers.html.j2").render(chapters=chapters, curly=_curly(builder.env))
    translator.body.append(html)
    raise nodes.SkipNode


def _told_once(passages: Iterable[Passage], on_paper: bool) -> list[Passage]:
    """Give on a screen each section once; in print each place gets its page."""
    found: dict[str, Passage] = {}
    for passage in passages:
        found.setdefault(passage.begin.anchor if on_paper else passage.begin.section_label, passage)
    return list(found.values())


def _led_to(passage: Passage, chapter: str, on_paper: bool) -> dict[str, str]:
    """Give the addresses of a passage; its end is wanted for its pages only."""
    end = f"{chapter}#{passage.end}" if passage.end and on_paper else ""
    return {"uri": f"{chapter}#{passage.begin.anchor}", "end": end, "label": passage.begin.section_label}


def depart_answers(translator: Any, node: AnswersNode) -> None:
    """Do nothing: the answers are written when they are visited."""


def question_parts(translator: Any, node: FactNode) -> dict[str, Any]:
    """Give what the template of a question shows besides its texts."""
    builder = translator.builder
    env: BuildEnvironment = builder.env
    domain = _domain(env)
    entry = domain.entry(node["name"])
    question = entry.fact if entry is not None else None
    assert isinstance(question, AuthoredQuestion)
    box = node.get("box", "")
    answers = answers_document(domain) if box == CHECK else ""
    uri = f"{builder.get_relative_uri(builder.current_docname, answers)}#{ANSWER}{question.id}" if answers else ""
    return {
        "question": question,
        "number": node.get("number", ""),
        "box": box,
        "on_paper": builder.name in ON_PAPER,
        "on_screen": builder.name in SCREEN,
        "checks": box == CHECK,
        "choices": choices(question),
        "key": key_of(question, schemes_of(env, domain) if builder.name in ON_PAPER else ()),
        "answer_uri": uri,
        "curly": _curly(env),
    }


def written(translator: Any, children: Any) -> Markup:
    """Let the translator write some nodes, and give what it wrote."""
    kept, translator.body = translator.body, []
    try:
        for child in children:
            child.walkabout(translator)
        return Markup("".join(translator.body))
    finally:
        translator.body = kept


def _under_same_heading(node: BoxNode, title: BoxTitle) -> bool:
    """Tell whether the box opens a section that is called as the box is."""
    parent = node.parent
    if not isinstance(parent, nodes.section) or node["label"]:
        return False
    before = [child for child in parent.children[: parent.index(node)] if not isinstance(child, nodes.Invisible)]
    return (
        len(before) == 1
        and isinstance(before[0], nodes.title)
        and before[0].astext().casefold() == title.astext().casefold()
    )


def _domain(env: BuildEnvironment) -> FactDomain:
    domain: FactDomain = env.get_domain("fact")  # type: ignore[assignment]
    return domain


def _curly(env: BuildEnvironment) -> Callable[[str], str]:
    return lambda text: curly(env, text)


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(templates() / "book" / "apparatus"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
