"""The whole index: what is marked, where the text speaks of it, whom it cites, and what the author's words find."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from worksheets.facts import Fact, Person

from .chapters import Chapter
from .index import Entry, Letter, add_mentions, pointed_at, without
from .index_authors import Author, cited_keys, index_keys, words_for
from .index_entries import by_nouns
from .index_references import with_references
from .index_sections import mark_sections
from .index_words import Wanted, group_entries, wanted_of
from .markup import elements
from .no_breaks import bound
from .quotes import with_quotes
from .references import name_mentions
from .typography import with_dashes
from .word_finder import WordFinder


def whole_index(
    marked: Iterable[Letter],
    chapters: Sequence[Chapter],
    facts: Mapping[str, Fact],
    works: Mapping[str, Sequence[Author]],
    own: Sequence[Wanted],
    labels: Mapping[str, str],
) -> tuple[tuple[Letter, ...], list[Wanted]]:
    """Make the index; the places that only words find are given ids in the chapters.

    :param marked: Sphinx's entries.
    :param facts: printed id -> the fact that stands there.
    :param works: printed id of a work in the bibliography -> its authors.
    :param own: the author's words.
    :param labels: label of a section -> its printed id.
    :return: the index, and those of the author's words that name a section which is not there.
    """
    index = without(marked, {element.get("id") for chapter in chapters for element in elements(chapter.element)})
    body = [chapter for chapter in chapters if chapter.matter == "body"]  # lists at the back name everything once more
    targets = pointed_at(index)
    mentions: dict[str, list[str]] = {}
    for chapter in body:
        for target, ids in name_mentions(chapter.element, chapter.docname, targets).items():
            mentions.setdefault(target, []).extend(ids)
    people = [fact for fact in facts.values() if isinstance(fact, Person)]
    keys = index_keys((author for authors in works.values() for author in authors), people)
    words = [one for one in own if not (one.label or one.led_from)]
    finder = WordFinder([*wanted_of(facts.values()), *words_for(keys, people), *words], cited_keys(works, keys))
    texts = [(chapter.element, chapter.docname) for chapter in body]
    found = finder.mark(texts)
    sections, missing = mark_sections((one for one in own if one.label), labels, texts)
    for key, ids in sections.items():
        found[key] = [*found.get(key, ()), *ids]
    for html_id, fact in facts.items():
        mentions.setdefault(html_id, []).extend(found.get(fact.id, ()))
    of_words = group_entries(found, [fact.id for fact in facts.values()])
    names = [(one.words, one.key.partition("; ")[0]) for one in words]
    made = by_nouns(add_mentions(index, mentions), facts, of_words, names)
    return with_references(made, (one for one in own if one.led_from)), missing


def typeset_words(
    index: Iterable[Letter], language: str, quotes: bool, italics: Mapping[str, Sequence[str]] = MappingProxyType({})
) -> tuple[Letter, ...]:
    """Set the words of an index with the quotation marks, dashes, bound numbers and italics of the text.

    :param quotes: whether the book wants quotation marks set.
    :param italics: printed id of a fact -> what its author emphasised.
    """

    def words(text: str) -> str:
        return bound(with_dashes(with_quotes(text, language) if quotes else text), language, join=False)

    def entry(one: Entry) -> Entry:
        return replace(
            one,
            words=words(one.words),
            see=tuple(map(words, one.see)),
            below=tuple(map(entry, one.below)),
            italics=tuple(sorted({words(part) for place in one.targets for part in italics.get(place.id, ())})),
        )

    return tuple(replace(letter, entries=tuple(map(entry, letter.entries))) for letter in index)
