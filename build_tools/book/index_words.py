"""What words the index looks for in the running text: people, terms, and the words of an author's list.

A list of words for an index is an old means of word processors; here it is a file of lines ``words``, tab, ``entry``,
and if wanted a second tab and ``sub-entry``. In place of words ``(label)`` names a section that is about the entry from
beginning to end, and with ``see: entry`` a line leads from that entry to others, parted by semicolons. Lines that
begin with # say nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from worksheets.facts import Fact, Person, Term
from worksheets.problems import Problem, Source

CODE = "print.index"
SEE = "see:"
SHORTEST = 3  # letters of a word that is looked for


@dataclass(frozen=True, slots=True)
class Wanted:
    """Words to look for, and what they are listed under.

    :param key: the id of a fact, or "entry" or "entry; sub-entry" of the author's list.
    :param names: of a surname, all names of who bears it: another first name before it means somebody else.
    """

    words: str
    key: str
    names: tuple[str, ...] = ()
    line: int = field(default=0, compare=False)  # of the author's list

    @property
    def label(self) -> str:
        """Of a section that is named in place of words; else empty."""
        return self.words[1:-1] if self.words.startswith("(") and self.words.endswith(")") else ""

    @property
    def led_from(self) -> str:
        """Of an entry from which this line leads to others; else empty."""
        return self.words.removeprefix(SEE).strip() if self.words.startswith(SEE) else ""

    @property
    def leads_to(self) -> tuple[str, ...]:
        """To which entries."""
        return tuple(filter(None, map(str.strip, self.key.split(";")))) if self.led_from else ()


def wanted_of(facts: Iterable[Fact]) -> list[Wanted]:
    """Name the words for people and terms: names, surnames that one person alone has, and other names."""
    facts = list(facts)
    surnames = Counter(fact.surname for fact in facts if isinstance(fact, Person))
    found: list[Wanted] = []
    for fact in facts:
        if isinstance(fact, Person):
            names = [fact.full_name, *fact.aliases]
            if surnames[fact.surname] == 1 and len(fact.surname) >= SHORTEST and fact.surname != fact.full_name:
                found.append(Wanted(fact.surname, fact.id, tuple(names)))
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
        one = Wanted(words, "; ".join(entry), line=number)
        if fault := _fault(one, entry):
            problems.append(Problem(Source(str(path), number), *fault, CODE))
        else:
            found.append(one)
    return found, problems


def _fault(one: Wanted, entry: Sequence[str]) -> tuple[str, str] | None:
    """Tell what is wrong with a line, and what to write instead.

    :param entry: what stands behind the words.
    """
    if not one.words or len(entry) not in (1, 2) or not all(entry):
        mend = "write the words to look for, a tab and the entry; then a tab and a sub-entry if wanted"
        return "this line is not words, tab, entry", mend
    if not one.words.startswith(SEE):
        return None
    if not one.led_from:
        return f"this line leads from no entry to {one.key!r}", f"write the entry that it leads from behind {SEE!r}"
    if not one.leads_to:
        return f"{one.led_from!r} leads to no entry", "write the entry that it leads to behind the tab"
    if one.led_from in one.leads_to:
        return f"{one.led_from!r} leads to itself", "write another entry behind the tab, or leave out the line"
    return None


def no_such_sections(missing: Iterable[Wanted], path: str) -> list[Problem]:
    """Tell which labels of an author's list name no section of the printed chapters."""
    mend = "write the label of a section, as it stands above its heading, in round brackets"
    return [
        Problem(Source(path, one.line), f"there is no section {one.label!r} in the printed chapters", mend, CODE)
        for one in missing
    ]


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
