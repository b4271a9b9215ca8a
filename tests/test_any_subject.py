"""The tool and the house know no subject: what they are used for stands in the book alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TEXT = {".py", ".j2", ".css", ".json", ".yaml", ".md", ".csv", ".html", ".txt"}
# Words that only a book on this subject has a use for, in any form: "purge" also finds "purged".
SUBJECT = re.compile(
    r"stalin|purg(?:e|ing)|soviet|nkvd|ogpu|cheka\b|chekist|kirov|kremlin|politburo|bolshevi|menshevi|lenin(?!g?e)|trotsky|"
    r"yezhov|yagoda|beria\b|bukharin|zinoviev|kamenev|tukhachevsky|kulak|gulag|holodomor|collectivi[sz]|perestroika|"
    r"glasnost|dictator|communis[mt]|historian",
    re.IGNORECASE,
)


def files(folder: str) -> list[Path]:
    return sorted(
        path
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and path.suffix in TEXT and not {"__pycache__", "starter"} & set(path.parts)
    )


@pytest.mark.parametrize("folder", ["worksheets", "build_tools", "templates"])
def test_no_word_of_the_books_subject_is_in_the_tool(folder):
    """Code and templates hold nothing of this history. The starter has a subject of its own."""
    found = [
        f"{path.relative_to(ROOT)}:{number}: {match[0]}"
        for path in files(folder)
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        for match in SUBJECT.finditer(line)
    ]

    assert found == []


def test_the_words_looked_for_are_those_of_the_book():
    """The search is no empty form: the book is full of these words."""
    book = "".join(path.read_text("utf-8") for path in (ROOT / "book").glob("*.md"))

    assert len(SUBJECT.findall(book)) > 1000
