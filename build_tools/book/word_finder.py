"""Finds where the running text names what the index lists, and gives these places ids."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from lxml.html import HtmlElement

from .addresses import element_id
from .index_words import Wanted
from .markup import HEADINGS, classes, elements, enclosing, text_of

MOST_PLACES = 8  # of one entry, those that say most of it: a reader does not look up thirty pages
NAMED, CITED = 3, 1  # how much it says of somebody to be named in a sentence, and to be cited at its end
HEADED = 1000  # and how much to be named in the heading: more than all that any section says without
_BLOCKS = frozenset({"p", "li", "dd", "td"})
_ITALIC = ("em", "i", "cite")
_PASSED_OVER = frozenset({*HEADINGS, "svg", "style", "script", "code", "pre"})
_PASSED_CLASSES = frozenset({"fact-sources", "headerlink", "section-number", "fact-label", "citation"})
# What is no running text: titles, questions, lists of aims and books, drawings and their tables, which not every
# edition prints, and notes in the margin, which stand beside what tells of the same.
_PASSED_AROUND = frozenset(
    {"ap-title", "ap-key-question", "ap-objectives", "ap-content-note", "ap-check-yourself", "ap-review"}
    | {"ap-exam-practice", "ap-further-reading", "ap-teacher-note", "fact-question", "fact-details"}
    | {"fact-drawing", "drawn", "beside"}
)
# The word before a name: an initial, or one with a capital that no sentence begins with.
_INITIAL_BEFORE = re.compile(r"(?<!\w)([^\W\d_]\.)\s+$")
_NAME_BEFORE = re.compile(r"[\w,]\s+([^\W\d_][\w-]+)\s+$")
# Element, whether the words are behind it, the words if they are no citation, and the key of their entry.
_Found = tuple[HtmlElement, bool, re.Match[str] | None, str]


class WordFinder:
    """Finds words of an index in chapters, and gives the places ids.

    :param cited: printed id of a work in the bibliography -> the surnames of its authors, and what each stands for in
        the index. An author whom the words of a citation do not name, as one of "et al.", is not cited there.
    """

    def __init__(
        self, wanted: Sequence[Wanted], cited: Mapping[str, Sequence[tuple[str, str]]] = MappingProxyType({})
    ) -> None:
        self._wanted: dict[str, list[Wanted]] = defaultdict(list)
        for one in wanted:
            if one not in self._wanted[folded := _folded(one.words)]:
                self._wanted[folded].append(one)
        self._cited = cited
        words = sorted({one.words for one in wanted}, key=lambda word: (-len(word), word))
        # A small first letter may be a capital at the beginning of a sentence; other letters stand as they are.
        alternatives = "|".join(_pattern(word) for word in words) or "(?!)"
        self._pattern = re.compile(rf"(?<!\w)(?<!\d[.,])(?:{alternatives})(?:s|es)?(?!\w)")

    def mark(self, chapters: Iterable[tuple[HtmlElement, str]]) -> dict[str, list[str]]:
        """Mark the paragraphs that say most of an entry, each at the first word that names it.

        :param chapters: the chapters, and their names.
        :return: key -> ids of the places, in order.
        """
        blocks = [(block, docname) for chapter, docname in chapters for block in text_blocks(chapter)]
        opened = _headings_before([block for block, _ in blocks])
        found = [
            [*self._named_by(heads), *self._found(block)] for (block, _), heads in zip(blocks, opened, strict=True)
        ]
        seen: dict[str, dict[int, int]] = defaultdict(dict)  # key -> place of the block -> weight
        for place, named in enumerate(found):
            for holder, _, match, key in named:
                weight = HEADED if holder.tag in HEADINGS else NAMED if match else CITED
                seen[key][place] = seen[key].get(place, 0) + weight
        sections = [enclosing(block, "section") for block, _ in blocks]
        chosen: dict[int, set[str]] = defaultdict(set)
        for key, counts in seen.items():
            for place in _best(counts, sections):
                chosen[place].add(key)
        ids: dict[str, list[str]] = defaultdict(list)
        numbers: Counter[str] = Counter()
        for place in sorted(chosen):
            for key, html_id in _anchor(found[place], chosen[place], blocks[place][1], numbers):
                ids[key].append(html_id)
        return dict(ids)

    def _named_by(self, headings: Iterable[HtmlElement]) -> Iterator[_Found]:
        """Go through what headings name; their places are their sections, since contents are made of their words."""
        for heading in headings:
            for _, _, text in _texts_in(heading):
                for match in self._pattern.finditer(text):
                    yield from ((heading, False, None, key) for key in self._keys_of(match))

    def _found(self, block: HtmlElement) -> Iterator[_Found]:
        """Go through what a block names."""
        for holder, behind, text in list(_texts(block)):
            link = None if behind else _around(holder, behind, "a")
            if link is not None and (authors := self._cited.get(link.get("href", "").removeprefix("#"))) is not None:
                for key in dict.fromkeys(key for surname, key in authors if surname in text_of(link)):
                    yield holder, behind, None, key
                continue
            title = _around(holder, behind, *_ITALIC)
            for match in self._pattern.finditer(text):
                if title is not None and match[0] != text_of(title):
                    continue  # a name within the title of a book: nothing is told of who bears it
                for key in self._keys_of(match):
                    yield holder, behind, match, key

    def _keys_of(self, match: re.Match[str]) -> list[str]:
        folded = _folded(match[0])
        for ending in ("", "s", "es"):
            if folded.endswith(ending) and (wanted := self._wanted.get(folded.removesuffix(ending))):
                return list(dict.fromkeys(one.key for one in wanted if not one.names or _is_of(one, match)))
        return []


def _anchor(found: Iterable[_Found], keys: set[str], docname: str, numbers: Counter[str]) -> Iterator[tuple[str, str]]:
    """Give ids to the first words found in a block that stand for each of some keys; tell key and id."""
    waiting = set(keys)
    given: dict[tuple[HtmlElement, bool, int], str] = {}
    firsts: list[tuple[HtmlElement, bool, re.Match[str], str]] = []
    for holder, behind, match, key in found:
        if key not in waiting:
            continue
        waiting.remove(key)
        if holder.tag in HEADINGS:
            yield key, _id_of(holder)
            continue
        # Not within a link: what it leads to would then be told of the part and not of the link.
        link = _around(holder, behind, "a")
        spot = (holder, behind, match.start() if match and link is None else -1)
        html_id = (link.get("id") if link is not None else None) or given.get(spot, "")
        if not html_id:
            numbers[docname] += 1
            html_id = given[spot] = element_id(docname, f"word-{numbers[docname]}")
            if link is not None:
                link.set("id", html_id)
            elif match is not None:
                firsts.append((holder, behind, match, html_id))
        yield key, html_id
    for holder, behind, match, html_id in reversed(firsts):  # from the end, so that what stands before keeps its place
        _give_id(holder, behind, match, html_id)


def _best(weights: Mapping[int, int], sections: Sequence[HtmlElement | None]) -> list[int]:
    """Choose the blocks that say most of an entry: of each section the best, the sections that say most first.

    :param weights: number of a block -> how much it says of the entry.
    """
    of_section: Counter[HtmlElement | None] = Counter()
    for place, weight in weights.items():
        of_section[sections[place]] += weight
    met: Counter[HtmlElement | None] = Counter()
    ranks: list[tuple[int, int, int, int]] = []
    for weight, place in sorted((-weight, place) for place, weight in weights.items()):
        section = sections[place]
        ranks.append((met[section], -of_section[section], weight, place))
        met[section] += 1
    return [place for *_, place in sorted(ranks)[:MOST_PLACES]]


def _is_of(surname: Wanted, match: re.Match[str]) -> bool:
    """Tell whether a surname is that of the person meant: no other name stands before it."""
    before = match.string[: match.start()]
    found = _INITIAL_BEFORE.search(before) or _NAME_BEFORE.search(before)
    if found is None or not found[1][0].isupper():
        return True
    return any(found[1] in name.split() for name in surname.names)


def text_blocks(chapter: HtmlElement) -> Iterator[HtmlElement]:
    """Go through the paragraphs of the running text in a chapter or section."""
    for block in elements(chapter):
        if block.tag not in _BLOCKS:
            continue
        around = [block, *block.iterancestors()]
        if any(_PASSED_AROUND & set(classes(one)) for one in around):
            continue
        if not any(one.tag in _BLOCKS for one in around[1:]):
            yield block


def _headings_before(blocks: Sequence[HtmlElement]) -> list[list[HtmlElement]]:
    """Give for each paragraph the headings that it is the first one below, outermost first."""
    met: set[HtmlElement] = set()
    opened: list[list[HtmlElement]] = []
    for block in blocks:
        begun = [section for section in block.iterancestors("section") if section not in met]
        met.update(begun)
        headings = [next((part for part in section if part.tag in HEADINGS), None) for section in reversed(begun)]
        opened.append([heading for heading in headings if heading is not None and _id_of(heading)])
    return opened


def _id_of(heading: HtmlElement) -> str:
    """The id that contents lead to."""
    return str(heading.get("id") or heading.getparent().get("id") or "")


def _texts(block: HtmlElement) -> Iterator[tuple[HtmlElement, bool, str]]:
    """Go through a block in reading order: an element, whether the text is behind it, and the text."""
    if block.tag not in _PASSED_OVER and not _PASSED_CLASSES & set(classes(block)):
        yield from _texts_in(block)


def _texts_in(block: HtmlElement) -> Iterator[tuple[HtmlElement, bool, str]]:
    if block.text:
        yield block, False, block.text
    for child in block:
        if isinstance(child.tag, str):
            yield from _texts(child)
        if child.tail:
            yield child, True, child.tail


def _around(holder: HtmlElement, behind: bool, *tags: str) -> HtmlElement | None:
    """Find the element of some tags in which a text stands that is in, or behind, another."""
    return holder if not behind and holder.tag in tags else enclosing(holder, *tags)


def _give_id(holder: HtmlElement, behind: bool, match: re.Match[str], html_id: str) -> None:
    text = (holder.tail if behind else holder.text) or ""
    span = holder.makeelement("span", {"id": html_id})
    span.text, span.tail = text[match.start() : match.end()], text[match.end() :]
    if behind:
        holder.tail = None
        holder.addnext(span)
        holder.tail = text[: match.start()]
    else:
        holder.text = text[: match.start()]
        holder.insert(0, span)


def _folded(words: str) -> str:
    return re.sub(r"\s+", " ", words).replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").casefold()


def _pattern(words: str) -> str:
    pattern = r"\s+".join(map(re.escape, words.split())).replace("'", "['\N{RIGHT SINGLE QUOTATION MARK}]")
    first = words[0]
    return f"[{first}{first.upper()}]{pattern[1:]}" if first.islower() else pattern
