"""What a box must hold, and what it must not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.environment import BuildEnvironment

from worksheets.facts import AuthoredQuestion
from worksheets.problems import Problem, Source

from ..citations import BIBTEX, known_keys
from ..collected import Entry
from ..nodes import FactNode
from ..sources import source_at
from .boxes import CHECK, EXAM, Box
from .nodes import BoxNode

_MENDS = {
    "text": "write its text between the fences, or delete it",
    "list": "write a list, each line beginning with “- ”",
    "questions": "put {fact:question} marks into it, or delete it",
}


def misuse(
    env: BuildEnvironment, box: Box, place: Source, body: Sequence[nodes.Node], marked: Mapping[str, Entry]
) -> Iterator[Problem]:
    """Tell what is wrong with a box.

    :param place: where the box begins.
    :param body: what the author wrote into it.
    :param marked: the facts that are marked in it, by anchor.
    """
    blocks = [node for node in body if isinstance(node, nodes.Element) and not isinstance(node, nodes.Invisible)]
    if not blocks:
        yield Problem(place, f"{{{box.name}}} is empty", _MENDS[box.holds], "fact.box-empty")
        return
    for block in blocks:
        for inner in block.findall(BoxNode):
            if inner["kind"] != "teacher-note":
                what = f"{{{inner['kind']}}} stands in {{{box.name}}}"
                yield Problem(
                    _place(env, inner, place), what, "put it behind the other box, not into it", "fact.box-in-box"
                )
    if box.holds == "questions":
        yield from _questions(env, box, place, blocks, marked)
    elif box.holds == "list":
        yield from _list(env, box, place, blocks)
    if box.reader:
        for entry in marked.values():
            yield Problem(
                entry.fact.source,
                f"the fact “{entry.fact.id}” is marked in {{{box.name}}}, which students do not have",
                "mark it in the text of the chapter",
                "fact.box-content",
            )


def _questions(
    env: BuildEnvironment, box: Box, place: Source, blocks: Sequence[nodes.Element], marked: Mapping[str, Entry]
) -> Iterator[Problem]:
    asked: list[AuthoredQuestion] = []
    strays = 0
    for block in blocks:
        entry = marked.get(block["ids"][0]) if isinstance(block, FactNode) and block["ids"] else None
        if entry is not None and isinstance(entry.fact, AuthoredQuestion):
            asked.append(entry.fact)
        elif entry is not None:
            what = f"{{fact:{entry.fact.kind}}} stands in {{{box.name}}}, which holds questions"
            strays += 1
            yield Problem(entry.fact.source, what, "move it into the text, before the box", "fact.box-content")
        elif box.name == CHECK and not isinstance(block, BoxNode):
            strays += 1
            what = f"“{_opening(block)}” stands in {{{box.name}}} and is no question"
            yield Problem(
                _place(env, block, place), what, "mark it as {fact:question}, or move it out", "fact.box-content"
            )
    if not asked and not strays:
        yield Problem(place, f"{{{box.name}}} holds no question", _MENDS["questions"], "fact.box-empty")
    for question in asked:
        source_points = question.value or question.limitations
        if box.name == CHECK and not (question.key or question.points or source_points):
            yield Problem(
                question.source,
                f"“{question.id}” stands in {{{box.name}}} and has no key for a reader to compare with",
                "write “:key: ...” or “:points: ... | ...”",
                "fact.box-key",
            )
        if box.name == EXAM and not (question.bands or question.points or source_points):
            yield Problem(
                question.source,
                f"“{question.id}” stands in {{{box.name}}} and has neither a mark scheme nor points",
                "write “:bands: ...” (`worksheets schemes` lists them) or “:points: ... | ...”",
                "fact.box-key",
            )


def _list(env: BuildEnvironment, box: Box, place: Source, blocks: Sequence[nodes.Element]) -> Iterator[Problem]:
    lists = [block for block in blocks if isinstance(block, nodes.bullet_list | nodes.enumerated_list)]
    if not lists:
        yield Problem(place, f"{{{box.name}}} holds no list", _MENDS["list"], "fact.box-content")
    if box.name != "further-reading" or known_keys(env) is None:
        return
    for item in (item for listed in lists for item in listed.children if isinstance(item, nodes.list_item)):
        if not any(link.get("refdomain") == BIBTEX for link in item.findall(pending_xref)):
            yield Problem(
                _place(env, item, place),
                f"“{_opening(item)}” names no work of the bibliography",
                "begin it with {cite:t}`key`",
                "fact.box-content",
            )


def _place(env: BuildEnvironment, node: nodes.Element, otherwise: Source) -> Source:
    lines = [found.line for found in node.findall(nodes.Element) if found.line]
    return source_at(env, node.source, lines[0]) if lines else otherwise


def _opening(node: nodes.Element) -> str:
    words = node.astext().split()
    return " ".join(words[:6]) + (" ..." if len(words) > 6 else "")
