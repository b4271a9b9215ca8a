"""Timeline, list of people, glossary and table of disputes: parts of the book that are made from its facts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

from worksheets.facts import Event, Fact, Person, Term

from .collected import Entry, Listing
from .disputes import DISPUTES, disputed_views, disputes_table
from .drawn.picture import capital
from .fact_nodes import emphasised, reference_to
from .mark.values import commas
from .nodes import FactList
from .sources import source_at
from .titles import sort_key
from .typography import curly

if TYPE_CHECKING:
    from .domain import FactDomain


class ListDirective(SphinxDirective):
    """``{fact:timeline}``, ``{fact:people}``, ``{fact:glossary}`` or ``{fact:disputes}``."""

    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = {
        "chapter": directives.flag,
        "without": directives.unchanged_required,
    }

    def run(self) -> list[nodes.Node]:
        """Leave a place that is filled when all chapters are known."""
        name = self.name.rpartition(":")[2]
        chapter_only = "chapter" in self.options
        without = commas(str(self.options.get("without", "")))
        chapter = self.env.get_domain("fact").chapter(self.env.docname)  # type: ignore[attr-defined]
        chapter.listings.append(Listing(name, chapter_only, source_at(self.env, *self.get_source_info()), without))
        node = FactList("", name=name, chapter=self.env.docname if chapter_only else "", without=without)
        self.set_source_info(node)
        return [node]


class FillLists(SphinxPostTransform):
    """Puts the entries into their places, before references are resolved."""

    default_priority = 5

    def run(self, **kwargs: Any) -> None:
        """Fill every list of the document."""
        domain: FactDomain = self.env.get_domain("fact")  # type: ignore[assignment]
        for node in list(self.document.findall(FactList)):
            entries = entries_of(domain, node["name"], node["chapter"] or None, node["without"])
            if node["name"] == DISPUTES:
                node.replace_self(disputes_table(self.env, entries) if entries else [])
                continue
            items = [_ITEM[node["name"]](entry.fact) for entry in entries]
            for term in [term for item in items for term in item.findall(nodes.term)]:
                term["ids"] = [f"{node['name']}-{term['fact']}"]
            if language := self.config.worksheets_native_language:
                for native in [inline for item in items for inline in item.findall(nodes.inline)]:
                    if "fact-native" in native["classes"]:
                        native["classes"].append(f"language-{language}")  # docutils writes it as a lang attribute
            for item, entry in zip(items, entries, strict=True):
                italics = [curly(self.env, words) for words in entry.italics]
                for text in list(item.findall(nodes.Text)):
                    text.parent.replace(text, emphasised(curly(self.env, text.astext()), italics))
            filled = nodes.definition_list("", *items, classes=["simple", "fact-list", f"fact-{node['name']}"])
            node.replace_self(filled if items else [])


def entries_of(domain: FactDomain, name: str, docname: str | None, without: Collection[str] = ()) -> list[Entry]:
    """Give what a list shows, in its order: no name twice.

    :param docname: the one document to take facts from, or nothing for the whole book.
    :param without: tags whose facts are left out.
    """
    if name == DISPUTES:
        return disputed_views(entry for entry in domain.entries() if docname in (None, entry.docname))
    kind, order = _KIND_AND_ORDER[name]
    found: dict[str, Entry] = {}
    for entry in domain.entries():
        if (
            isinstance(entry.fact, kind)
            and docname in (None, entry.docname)
            and not set(entry.fact.tags) & set(without)
        ):
            found.setdefault(entry.fact.id, entry)
    return sorted(found.values(), key=lambda entry: (order(entry.fact), entry.fact.id))


def _when(fact: Fact) -> Any:
    assert isinstance(fact, Event)
    return (fact.date.first, fact.date.last, (fact.end or fact.date).last)


_KIND_AND_ORDER: Mapping[str, tuple[type[Fact], Callable[[Any], Any]]] = MappingProxyType(
    {
        "timeline": (Event, _when),
        "people": (Person, lambda person: sort_key(person.sort_name)),
        "glossary": (Term, lambda term: sort_key(term.term)),
    }
)


def _event(event: Event) -> nodes.definition_list_item:
    heading: list[nodes.Node] = [nodes.inline("", capital(event.told_date), classes=["fact-date"])]
    kind = [nodes.inline("", event.category, classes=["fact-kind"]), nodes.Text(" ")] if event.category else []
    return _item(heading, [nodes.Text(_sentence(event.clause) + " "), *kind], event)


def _person(person: Person) -> nodes.definition_list_item:
    heading = [_link(person.id, person.sort_name), *_aside(person.native, person.lived)]
    fate = f"{person.surname or person.full_name} {person.fate}. " if person.fate else ""
    return _item(heading, [nodes.Text(f"{_sentence(person.role)} {fate}")], person)


def _term(term: Term) -> nodes.definition_list_item:
    heading = [_link(term.id, term.term), *_aside(term.native, term.transliteration)]
    return _item(heading, [nodes.Text(_sentence(term.definition) + " ")], term)


_ITEM: Mapping[str, Callable[[Any], nodes.definition_list_item]] = MappingProxyType(
    {"timeline": _event, "people": _person, "glossary": _term}
)


def _item(heading: list[nodes.Node], words: list[nodes.Node], fact: Fact) -> nodes.definition_list_item:
    where = nodes.inline("", "", reference_to(fact.id, "page"), classes=["fact-where"])
    paragraph = nodes.paragraph("", "", *words, where)
    return nodes.definition_list_item("", nodes.term("", "", *heading, fact=fact.id), nodes.definition("", paragraph))


def _link(name: str, words: str) -> nodes.Node:
    link = reference_to(name)
    link["refexplicit"] = True
    link[0] = nodes.inline("", words)
    return link


def _aside(*texts: str) -> list[nodes.Node]:
    """Further names and years, in brackets behind a heading; the first is in the language of the names."""
    if not any(texts):
        return []
    inside: list[nodes.Node] = []
    for text, classes in zip(texts, (["fact-native"], []), strict=True):
        if text:
            inside += [*([nodes.Text(", ")] if inside else []), nodes.inline("", text, classes=classes)]
    return [nodes.inline("", "", nodes.Text(" ("), *inside, nodes.Text(")"), classes=["fact-aside"])]


def _sentence(text: str, stop: str = ".") -> str:
    return text[:1].upper() + text[1:] + ("" if text.endswith(".") else stop)


LIST_DIRECTIVES: Mapping[str, type[ListDirective]] = MappingProxyType(
    dict.fromkeys(("people", "glossary", "disputes"), ListDirective)
)
