"""Boxes for builders that write no HTML: ordinary nodes, which every builder knows."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from ..fact_nodes import reference_to
from ..places import place_of
from .answers import checked_questions
from .keys import KeyText, key_of
from .nodes import AnswersNode, BoxNode, BoxTitle, LevelNode


class PlainBoxes(SphinxPostTransform):
    """Turns boxes into a title and what follows it; what is for teachers is left out."""

    default_priority = 3  # before the facts in them

    def is_supported(self) -> bool:
        """Run for every builder that does not fill the templates."""
        return self.env._builder_cls.format != "html"

    def run(self, **kwargs: Any) -> None:
        """Replace boxes, levels and answers of the document."""
        for box in list(self.document.findall(BoxNode)):
            if box.get("data-for"):
                box.parent.remove(box)
            else:
                box.replace_self(plain_box(box))
        for level in list(self.document.findall(LevelNode)):
            level.replace_self(nodes.paragraph("", "", nodes.strong("", level.astext())))
        for answers in list(self.document.findall(AnswersNode)):
            parent, place = answers.parent, answers.parent.index(answers)
            parent.remove(answers)
            for offset, paragraph in enumerate(self._answers()):
                parent.insert(place + offset, paragraph)

    def _answers(self) -> list[nodes.Node]:
        domain: Any = self.env.get_domain("fact")
        found: list[nodes.Node] = []
        for _, group in groupby(checked_questions(self.env, domain), lambda checked: checked.entry.docname):
            checked = list(group)
            place = place_of(self.env, checked[0].entry)
            title = f"{place.chapter_number} {place.chapter_title}".strip()
            found.append(nodes.paragraph("", "", nodes.strong("", title)))
            for one in checked:
                words = f"{one.asked.number}. {key_line(key_of(one.question))} "
                taught = [name for name in one.question.about if domain.entry(name) is not None]
                where: list[nodes.Node] = []
                for name in taught or [one.question.id]:
                    where += [*([nodes.Text(", ")] if where else []), reference_to(name, "page")]
                found.append(nodes.paragraph("", "", nodes.Text(words), *where))
        return found


def plain_box(box: BoxNode) -> list[nodes.Node]:
    """Give a box as its title, set strong, and what it holds."""
    title = next((child for child in box.children if isinstance(child, BoxTitle)), BoxTitle(""))
    label = [nodes.Text(f"{box['label']}: ")] if box["label"] else []
    heading = nodes.paragraph("", "", nodes.strong("", "", *label, *title.children), ids=box["ids"])
    return [heading, *(child for child in box.children if child is not title)]


def key_line(key: KeyText) -> str:
    """Write a key on one line."""
    said = [" ".join(filter(None, (key.letter, key.answer)))]
    said += [": ".join(filter(None, (points.heading, "; ".join(points.points)))) for points in key.points]
    return ". ".join(filter(None, said))
