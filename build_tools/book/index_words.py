"""Where the running text names what the index lists: people, terms, and the words of an author's list.

A list of words for an index is an old means of word processors; here it is a file of lines ``words``, tab, ``entry``,
and if wanted a second tab and ``sub-entry``. Lines that begin with # say nothing.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml.html import HtmlElement

from worksheets.facts import Fact, Person, Term
from worksheets.problems import Problem, Source

from .addresses import element_id
from .markup import HEADINGS, classes, elements

MOST_PLACES = 12  # of one entry: those paragraphs that name it most often; a reader does not look up thirty pages
CODE = "print.index"
SHORTEST = 3  # letters of a word that is looked for
_BLOCKS = frozenset({"p", "li", "dd", "td", "figcaption"})
_PASSED_OVER = frozenset({*HEADINGS, "svg", "style", "script", "code", "pre"})
_PASSED_CLASSES = frozenset({"fact-sources", "headerlink", "section-number", "fact-label", "citation"})


@dataclass(frozen=True, slots=True)
class Wanted:
    """Words to look for, and what they are listed under.

    :param key: the id of a fact, or "entry" or "entry; sub-entry" of the author's list.
    """

    words: str
    key: str


def wanted_of(facts: Iterable[Fact]) -> list[Wanted]:
    """Name the words for people and terms: names, surnames that one person alone has, and other names."""
    facts = list(facts)
    surnames = Counter(fact.surname for fact in facts if isinstance(fact, Person))
    found: list[Wanted] = []
    for fact in facts:
        if isinstance(fact, Person):
            names = [fact.full_name, *fact.aliases, *([fact.surname] if surnames[fact.surname] == 1 else [])]
        elif isinstance(fact, Term):
            names = [fact.term, *fact.aliases]
        else:
            continue
        found += [Wanted(name, fact.id) for name in names if len(name) >= SHORTEST]
    return found


def read_words(folder: Path, name: str) -> tuple[list[Wanted], list[Problem]]:
    """Read an author's list of words; what cannot be read is told.

    :param folder: of the book; the file lies in it.
    """
    found: list[Wanted] = []
    problems: list[Problem] = []
    path = folder / name
    try:
        if not path.resolve().is_relative_to(folder.resolve()):
            raise PermissionError(0, "it is not in the folder of the book")
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        said = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        what = f"the words for the index cannot be read: {said}"
        return [], [Problem(Source(str(path)), what, "mend the file, or bookpdf_index_words in conf.py", CODE)]
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.startswith("#"):
            continue
        words, *entry = (part.strip() for part in line.split("\t"))
        if not words or len(entry) not in (1, 2) or not all(entry):
            problems.append(
                Problem(
                    Source(str(path), number),
                    "this line is not words, tab, entry",
                    "write the words to look for, a tab and the entry; then a tab and a sub-entry if wanted",
                    CODE,
                )
            )
            continue
        found.append(Wanted(words, "; ".join(entry)))
    return found, problems


class WordFinder:
    """Finds words of an index in chapters, and gives the places ids."""

    def __init__(self, wanted: Sequence[Wanted]) -> None:
        self._keys: dict[str, list[str]] = defaultdict(list)
        for one in wanted:
            if one.key not in self._keys[folded := _folded(one.words)]:
                self._keys[folded].append(one.key)
        words = sorted({one.words for one in wanted}, key=lambda word: (-len(word), word))
        # A small first letter may be a capital at the beginning of a sentence; other letters stand as they are.
        alternatives = "|".join(_pattern(word) for word in words)
        self._pattern = re.compile(rf"(?<!\w)(?:{alternatives})(?:s|es)?(?!\w)") if words else None

    def mark(self, chapters: Iterable[tuple[HtmlElement, str]]) -> dict[str, list[str]]:
        """Mark the paragraphs that name an entry most often, each at the first word that does.

        :param chapters: the chapters, and their names.
        :return: key -> ids of the places, in order.
        """
        if self._pattern is None:
            return {}
        blocks = [(block, docname) for chapter, docname in chapters for block in _blocks(chapter)]
        seen: dict[str, list[tuple[int, int]]] = defaultdict(list)  # key -> times, place of the block
        for place, (block, _) in enumerate(blocks):
            for key, times in self._counts(block).items():
                seen[key].append((-times, place))
        chosen: dict[int, set[str]] = defaultdict(set)
        for key, places in seen.items():
            for _, place in sorted(places)[:MOST_PLACES]:
                chosen[place].add(key)
        ids: dict[str, list[str]] = defaultdict(list)
        numbers: Counter[str] = Counter()
        for place in sorted(chosen):
            block, docname = blocks[place]
            for key, html_id in self._anchor(block, chosen[place], docname, numbers):
                ids[key].append(html_id)
        return dict(ids)

    def _counts(self, block: HtmlElement) -> Counter[str]:
        assert self._pattern is not None
        found: Counter[str] = Counter()
        for _, _, text in _texts(block):
            for match in self._pattern.finditer(text):
                found.update(self._keys_of(match[0]))
        return found

    def _anchor(
        self, block: HtmlElement, keys: set[str], docname: str, numbers: Counter[str]
    ) -> Iterator[tuple[str, str]]:
        """Give ids to the first words of a block that stand for each of some keys; tell key and id."""
        assert self._pattern is not None
        waiting = set(keys)
        for holder, behind, text in list(_texts(block)):
            firsts: list[tuple[re.Match[str], str]] = []
            for match in self._pattern.finditer(text):
                if found := waiting & set(self._keys_of(match[0])):
                    waiting -= found
                    numbers[docname] += 1
                    html_id = element_id(docname, f"word-{numbers[docname]}")
                    # Not within a link: what it leads to would then be told of the part and not of the link.
                    if (link := _link_around(holder.getparent() if behind else holder)) is not None:
                        html_id = link.get("id") or html_id
                        link.set("id", html_id)
                    else:
                        firsts.append((match, html_id))
                    yield from ((key, html_id) for key in sorted(found))
            for match, html_id in reversed(firsts):  # from the end, so that what stands before keeps its place
                _give_id(holder, behind, match, html_id)

    def _keys_of(self, words: str) -> Sequence[str]:
        folded = _folded(words)
        for ending in ("", "s", "es"):
            if folded.endswith(ending) and (keys := self._keys.get(folded.removesuffix(ending))):
                return keys
        return ()


def _blocks(chapter: HtmlElement) -> Iterator[HtmlElement]:
    for block in elements(chapter):
        around = list(block.iterancestors())
        # A table that not every edition prints, and a note in the margin, which is measured without its ids.
        if any({"drawn", "beside"} & set(classes(one)) for one in around):
            continue
        if block.tag in _BLOCKS and not any(one.tag in _BLOCKS for one in around):
            yield block


def _texts(block: HtmlElement) -> Iterator[tuple[HtmlElement, bool, str]]:
    """Go through a block in reading order: an element, whether the text is behind it, and the text."""
    if block.tag in _PASSED_OVER or _PASSED_CLASSES & set(classes(block)):
        return
    if block.text:
        yield block, False, block.text
    for child in block:
        if isinstance(child.tag, str):
            yield from _texts(child)
        if child.tail:
            yield child, True, child.tail


def _link_around(element: HtmlElement | None) -> HtmlElement | None:
    while element is not None and element.tag != "a":
        element = element.getparent()
    return element


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
    return re.sub(r"\s+", " ", words).casefold()


def _pattern(words: str) -> str:
    pattern = r"\s+".join(map(re.escape, words.split()))
    first = words[0]
    return f"[{first}{first.upper()}]{pattern[1:]}" if first.islower() else pattern


def group_entries(found: Mapping[str, Sequence[str]], facts: Iterable[str]) -> dict[str, dict[str, list[str]]]:
    """Sort the places of the author's words by entry and sub-entry; those of facts are left out.

    :return: entry -> sub-entry, "" for the entry itself -> ids.
    """
    of_facts = set(facts)
    grouped: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for key, ids in found.items():
        if key not in of_facts:
            entry, _, below = key.partition("; ")
            grouped[entry].setdefault(below, []).extend(ids)
    return dict(grouped)
