"""The ten directives with which an author marks a fact."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, ClassVar

from docutils import nodes
from sphinx.addnodes import index
from sphinx.util.docutils import SphinxDirective

from worksheets.facts import KINDS, Fact

from .citations import citation
from .collected import Entry
from .fact_nodes import fact_node
from .mark.markup import Mark, is_option_line, read_mark, split_mark
from .nodes import FactNode, part, parts_called
from .sources import is_myst, line_above, source_at
from .titles import index_entries


class FactDirective(SphinxDirective):
    """A marked fact of the kind that the directive is called by.

    It declares no options: Sphinx and MyST would read them as YAML or by a fixed list, and tell an author's slip in
    words of their own, or cut a value at a ``#``. ``split_mark`` reads them as they stand.
    """

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Any] | None] = None

    def run(self) -> list[nodes.Node]:
        """Read the mark, note the fact and its faults, and put it into the chapter."""
        kind = self.name.rpartition(":")[2]
        source, line = self.get_source_info()
        argument, rows = self._written()
        mark, problems = split_mark(kind, argument, rows, source_at(self.env, source, line))
        marked = read_mark(mark)
        self._chapter = self.env.get_domain("fact").chapter(self.env.docname)  # type: ignore[attr-defined]
        self._chapter.faults += [*problems, *marked.problems]
        self._messages: list[nodes.Node] = []
        if marked.fact is None:
            # The words stay in the book while the fact is being mended.
            return [nodes.paragraph("", "", *self._inline(mark, mark.body, "")), *self._messages]
        node = fact_node(marked.fact, mark, lambda text, option: self._inline(mark, text, option))
        node.source, node.line = source, line
        self._cite(marked.fact, node)
        anchor = self._anchor(marked.fact, node)
        italics = tuple(sorted({words.astext() for words in node.findall(nodes.emphasis)}))
        self._chapter.entries.append(Entry(marked.fact, self.env.docname, anchor, dict(mark.lines), italics=italics))
        return [*self._index(marked.fact, anchor), node, *self._messages]

    def _written(self) -> tuple[str, list[tuple[int, str]]]:
        """The argument, and the other lines with their numbers.

        MyST takes the first line for the argument. reStructuredText takes all lines up to the first empty one, where a
        directive declares no options.
        """
        content = [(line_above(self) + index, row) for index, row in enumerate(self.content, start=1)]
        head = self.arguments[0].splitlines() if self.arguments else []
        if is_myst(self):
            return " ".join(head), content
        below = self.lineno + (1 if head and is_option_line(head[0]) else 0)
        rows = [(below + index, row) for index, row in enumerate(head)]
        options = next((index for index, (_, row) in enumerate(rows) if is_option_line(row)), len(rows))
        argument = " ".join(row.strip() for _, row in rows[:options])
        return argument, [*rows[options:], (0, ""), *content]

    def _inline(self, mark: Mark, text: str, option: str | None) -> list[nodes.Node]:
        line = self.lineno if option is None else mark.lines.get(option, self.lineno)
        mentions = self._chapter.mentions
        known = len(mentions)
        children, messages = self.parse_inline(text, lineno=line)
        self._messages += messages
        # MyST counts lines inside a nested text from the fence; a fault is told with the line that the author sees.
        mentions[known:] = [replace(mention, source=replace(mention.source, line=line)) for mention in mentions[known:]]
        for child in children:
            for node in child.findall(nodes.Element):
                node.line = line
        return children

    def _anchor(self, fact: Fact, node: FactNode) -> str:
        document = self.state.document
        wanted = f"fact-{fact.id}"
        if wanted in document.ids:  # two facts of one name: told as a fault, and the page still needs distinct ids
            document.set_id(node)
        else:
            node["ids"].append(wanted)
            document.note_explicit_target(node)
        return str(node["ids"][0])

    def _cite(self, fact: Fact, node: FactNode) -> None:
        written = citation(self.env, self.state.inliner, fact.sources, self.lineno)
        if not written:
            return
        sentence = parts_called(node, "text")
        if fact.kind == "statement" and sentence and sentence[0].astext().endswith("."):
            _before_the_stop(sentence[0], written)
        else:
            node += part("sources", written)

    def _index(self, fact: Fact, anchor: str) -> Iterator[nodes.Node]:
        entries = [(how, text, anchor, "", None) for how, text in index_entries(fact)]
        if entries:
            yield index(entries=entries)


def _before_the_stop(sentence: nodes.Element, written: list[nodes.Node]) -> None:
    """Put a citation where prose has it: before the full stop of the sentence."""
    last = sentence.children[-1]
    if isinstance(last, nodes.Text):
        sentence.replace(last, [nodes.Text(last.astext()[:-1] + " "), *written, nodes.Text(".")])
    else:
        sentence += [nodes.Text(" "), *written]


FACT_DIRECTIVES: dict[str, type[FactDirective]] = dict.fromkeys(KINDS, FactDirective)
