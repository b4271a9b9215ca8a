"""Authors whom the text cites, for the index: who they are from the bibliography, and where from the links to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sphinx.environment import BuildEnvironment

from worksheets.facts import Person

from ..citations import BIBTEX, known_keys
from .addresses import element_id
from .index_words import SHORTEST, Wanted


@dataclass(frozen=True, slots=True)
class Author:
    """A person who wrote or edited a work of the bibliography."""

    given: str  # "Robert C."
    surname: str  # with its "van" or "de"
    rank: str = ""  # "Jr"

    @property
    def listed(self) -> str:
        """The name as the index has it."""
        return ", ".join(filter(None, (self.surname, self.given, self.rank)))


def works_of(env: BuildEnvironment) -> dict[str, tuple[Author, ...]]:
    """Give the authors of each work by the id under which the bibliography prints it; of a collection its editors.

    A body, such as a ministry, has no first name and is left out.
    """
    if known_keys(env) is None:
        return {}
    domain: Any = env.get_domain(BIBTEX)
    found: dict[str, tuple[Author, ...]] = {}
    for citation in domain.citations:
        persons = citation.entry.persons
        people = persons.get("author") or persons.get("editor") or ()
        authors = tuple(map(_author, people))
        html_id = element_id(citation.bibliography_key.docname, citation.citation_id)
        found[html_id] = tuple(author for author in authors if author.given)
    return found


def index_keys(authors: Iterable[Author], people: Iterable[Person]) -> dict[Author, str]:
    """Tell under what each author is listed: the id of a person fact of the same name, else the fullest form of it.

    Two forms are one name where the surname is the same and no first name speaks against it: "R. Tucker" is "Robert C.
    Tucker", "Roy Medvedev" is not "Zhores Medvedev".
    """
    forms = sorted(set(authors), key=lambda author: (-len(author.given), author.listed))
    names = [(fact.id, _parted(name, fact.surname)) for fact in people for name in (fact.full_name, *fact.aliases)]
    found: dict[Author, str] = {}
    for author in forms:
        same = (key for key, other in [*names, *((found[one], one) for one in found)] if _is_same(author, other))
        found[author] = next(same, author.listed.replace(";", ","))
    return found


def words_for(keys: Mapping[Author, str], people: Iterable[Person]) -> list[Wanted]:
    """Name the words to look for: full names, and surnames that one person alone has."""
    bearers: dict[str, set[str]] = {}
    for surname, key in [*((a.surname, key) for a, key in keys.items()), *((p.surname, p.id) for p in people)]:
        bearers.setdefault(surname, set()).add(key)
    found: list[Wanted] = []
    for author, key in keys.items():
        first = author.given.split()[0]
        names = tuple(dict.fromkeys(f"{given} {author.surname}" for given in (author.given, first)))
        found += [Wanted(name, key) for name in names]
        if len(bearers[author.surname]) == 1 and len(author.surname) >= SHORTEST:
            found.append(Wanted(author.surname, key, names))
    return found


def cited_keys(
    works: Mapping[str, Sequence[Author]], keys: Mapping[Author, str]
) -> dict[str, tuple[tuple[str, str], ...]]:
    """Tell whom a link to each work may name: surname, and what it stands for in the index."""
    return {html_id: tuple((author.surname, keys[author]) for author in authors) for html_id, authors in works.items()}


def _author(person: Any) -> Author:
    def text(*parts: Sequence[Any]) -> str:
        return " ".join(str(word) for part in parts for word in part)  # rich text: signs of LaTeX as letters

    return Author(
        text(person.rich_first_names, person.rich_middle_names),
        text(person.rich_prelast_names, person.rich_last_names),
        text(person.rich_lineage_names),
    )


def _parted(name: str, surname: str) -> Author:
    given, _, last = name.rpartition(" ")
    if surname and name.endswith(f" {surname}"):
        given, last = name.removesuffix(f" {surname}"), surname
    return Author(given, last)


def _is_same(one: Author, other: Author) -> bool:
    if one.surname.casefold() != other.surname.casefold():
        return False
    pairs = zip(one.given.replace(".", " ").split(), other.given.replace(".", " ").split(), strict=False)
    return bool(one.given and other.given) and all(a == b or (1 in (len(a), len(b)) and a[0] == b[0]) for a, b in pairs)
