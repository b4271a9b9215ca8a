"""Drawings with larger type: made where an edition prints them, and printed by no other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from build_tools.book.editions import EDITIONS
from build_tools.book.enlarged import choose_drawings
from build_tools.book.markup import parse, serialize
from build_tools.proof.builder import BookProofBuilder
from tests.collect.books import book

USUAL, LARGER = '<div class="fact-svg">usual</div>', '<div class="fact-svg enlarged">larger</div>'
FACTS = """# Rivers

```{fact:link} heavy rain -> filled the Alder
:name: rain
:of: the floods of the Alder
:marks: rain fell for a week | the river could not take it
```

```{fact:link} the felling of woods -> left nothing to hold the water
:name: felling
:of: the floods of the Alder
:marks: the slopes were bare | the water ran off at once
```

```{fact:diagram} causes
:of: the floods of the Alder
```
"""


@pytest.mark.parametrize(("enlarged", "printed"), [(False, USUAL + USUAL), (True, LARGER + USUAL)])
def test_an_edition_has_one_drawing_of_each(enlarged: bool, printed: str) -> None:
    """The larger one in large print; the usual one elsewhere, and where there is no larger one."""
    root = parse(USUAL + LARGER + USUAL)
    choose_drawings(root, enlarged)

    assert f"<div>{printed}</div>" == serialize(root)


@pytest.mark.parametrize(("settings", "larger"), [({}, 0), ({"bookproof_edition": "large-print-a4"}, 1)])
def test_larger_drawings_are_made_where_they_are_printed(
    settings: dict[str, str], larger: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They take time; most editions have none."""
    written: list[str] = []

    def write(builder: BookProofBuilder, docnames: object) -> None:
        written.extend(builder._fragment(document).html for document in builder._documents())

    monkeypatch.setattr(BookProofBuilder, "write_documents", write)
    source = book(tmp_path / "book", rivers=FACTS)
    with patch_docutils(), docutils_namespace():
        app = Sphinx(
            source, source, tmp_path / "out", tmp_path / "doctrees", "bookproof", settings, status=None, warning=None
        )
        app.build()

    assert larger == len(re.findall("fact-svg enlarged", "".join(written)))


def test_large_print_alone_enlarges_drawings() -> None:
    """What it does is told by the table of editions."""
    assert ["large-print-a4"] == [name for name, edition in EDITIONS.items() if edition.enlarged]
