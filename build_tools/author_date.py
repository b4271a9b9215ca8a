"""Works as history books cite and list them: (Getty 1985; Lenoe 2010), and in the list the same words first.

Two styles for ``sphinxcontrib.bibtex``, both named ``author_date``: for ``bibtex_reference_style`` and for
``bibtex_default_style``. Who looks up "Lenoe 2010" finds "Lenoe, Matthew (2010)". Two works of one author and year
get letters in the bibliography file, as in ``year = {1990a}``; of two authors with one surname each work says who is
cited, as in ``shortauthor = {R. Davies}``, a field that biblatex has too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pybtex.database import Entry, Person
from pybtex.plugin import find_plugin as find_with_pybtex
from pybtex.plugin import register_plugin as register_with_pybtex
from pybtex.richtext import Text
from pybtex.style.formatting import toplevel
from pybtex.style.formatting.unsrt import Style as UnsortedStyle
from pybtex.style.formatting.unsrt import pages
from pybtex.style.sorting.author_year_title import SortingStyle
from pybtex.style.template import Node, first_of, join, optional, optional_field, sentence, tag, words
from pybtex.style.template import field as field_of
from sphinxcontrib.bibtex.plugin import register_plugin
from sphinxcontrib.bibtex.style.referencing import BracketStyle, PersonStyle
from sphinxcontrib.bibtex.style.referencing.author_year import AuthorYearReferenceStyle

NAME = "author_date"
_YEAR = "author-date-year"  # the year of an entry whose template shall not print it at its end


class BySurname(SortingStyle):  # type: ignore[misc]
    """Sorts by author, year and title; a body whose name stands in braces is sorted by that name."""

    def person_key(self, person: Person) -> str:
        """Give the key of one name."""
        return str(super().person_key(person)).replace("{", "").replace("}", "")


class AuthorDate(UnsortedStyle):  # type: ignore[misc]
    """Lists a work by its author, surname first, and its year."""

    default_name_style = "lastfirst"
    default_sorting_style = NAME
    _last: tuple[str, Entry, Any] | None = None  # what was formatted last, with its label

    def format_entry(self, label: str, entry: Entry, bib_data: Any = None) -> Any:
        """Format one work, with its year behind the names; for its tooltip it is asked for once more."""
        if self._last is None or self._last[0] != label or self._last[1] is not entry:
            self._last = (label, entry, self._formatted(label, entry, bib_data))
        return self._last[2]

    def _formatted(self, label: str, entry: Entry, bib_data: Any) -> Any:
        if not entry.persons or not (year := entry.fields.get("year", "")):
            return super().format_entry(label, entry, bib_data)
        moved = Entry(entry.type, {**dict(entry.fields.items()), "year": "", _YEAR: year}, entry.persons)
        moved.key = entry.key
        return super().format_entry(label, moved, bib_data)

    def format_names(self, role: str, as_sentence: bool = True) -> Any:
        """Format the names of a role; those at the beginning have the year behind them."""
        names = super().format_names(role, as_sentence=False)
        return sentence[join(sep=" ")[names, optional[join["(", field_of(_YEAR), ")"]]]] if as_sentence else names

    def get_article_template(self, e: Entry) -> Any:
        """Format an article; unlike the style it comes from, with the volume where no pages are known."""
        return toplevel[
            self.format_names("author"),
            self.format_title(e, "title"),
            sentence[tag("em")[field_of("journal")], optional_field("volume"), optional[words["pages", pages]]],
            sentence[optional_field("note")],
            self.format_web_refs(e),
        ]


def _round() -> BracketStyle:
    return BracketStyle(left="(", right=")", sep="; ", sep2="; ", last_sep="; ")


@dataclass
class ShortAuthors(PersonStyle):
    """Names authors by surname, or as the entry wants; a work is cited often, and its authors are formatted once."""

    _known: dict[tuple[str, bool], tuple[Entry, Any]] = field(init=False, default_factory=dict)

    def names(self, role: str, full: bool) -> Any:
        """Format the names of a role."""
        return first_of[optional_field("shortauthor"), super().names(role, full)]

    def author_or_editor_or_title(self, full: bool) -> Any:
        """Format whom a citation names."""
        template = first_of[optional_field("shortauthor"), super().author_or_editor_or_title(full)]

        def once(children: Any, data: Mapping[str, Any]) -> Any:
            entry = data["entry"]
            if (known := self._known.get((entry.key, full))) is None or known[0] is not entry:
                known = self._known[entry.key, full] = (entry, template.format_data(data))
            return known[1]

        return Node("once", once)


@dataclass
class RoundBrackets(AuthorYearReferenceStyle):
    """Author and year in round brackets."""

    bracket_parenthetical: BracketStyle = field(default_factory=_round)
    bracket_textual: BracketStyle = field(default_factory=_round)
    author_year_sep: str = " "
    person: PersonStyle = field(default_factory=lambda: ShortAuthors(other=Text(" et al.")))


def setup_author_date() -> None:
    """Let ``conf.py`` name the styles."""
    register_with_pybtex("pybtex.style.sorting", NAME, BySurname)
    register_with_pybtex("pybtex.style.formatting", NAME, AuthorDate)
    register_plugin("sphinxcontrib.bibtex.style.referencing", NAME, RoundBrackets)
    # Otherwise all installed packages are searched for these, for each citation: a third of a build.
    for backend in ("plaintext", "docutils"):
        register_with_pybtex("pybtex.backends", backend, find_with_pybtex("pybtex.backends", backend), force=True)
