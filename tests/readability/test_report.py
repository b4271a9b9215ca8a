"""The report on a small book: what counts as prose, which sentences are long, which terms come too early."""

from __future__ import annotations

import pytest

from tests.collect.books import book, build

LONG = "This sentence goes on " + "and on " * 12 + "until it ends."
FIRST = f"""# Water

Rivers and the oxbow are old. A {{fact:ref}}`levee` keeps them in.

## Bends

{LONG}

A meander grows.

```{{fact:term}} meander
:name: meander
:class: form of a river
a bend of a river that grows from year to year
```

````{{check-yourself}}
```{{fact:question}} short-answer
:name: q-bend
:key: a meander
What is a bend of a river called in the books of those who study rivers? [1]
```
````

```{{teacher-note}}
Nobody counts these words.
```
"""
SECOND = """# Banks

```{fact:term} oxbow
:name: oxbow
:class: form of a river
a lake that was once the bend of a river
```

```{fact:term} levee
:name: levee
:class: form of a river
a bank of earth along a river
```
"""

TABLE = """\
Readability                          words sentences   mean  over 25  grade
1 Water                                 56         4   11.2      25%    2.2
2 Banks                                 17         0    0.0       0%    0.0
The whole book                          73         4   11.2      25%    2.2"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("readability")
    built = build(book(folder / "book", first=FIRST, second=SECOND), folder / "out", "readability", strict=True)
    return built.text("readability.txt").replace(f"{folder}/book/", "")


def test_the_report_is_a_table_of_chapters_with_advice_below(report):
    """Words count all prose; sentences are whole ones; questions and what is for teachers are left out."""
    table, advice = report.split("\n\n")

    assert TABLE == table
    assert [
        "first.md:7: a sentence of 31 words: “This sentence goes on and on and on and on and on and on ...”",
        "first.md:3: “oxbow” is used here and explained in second.md:3; "
        "explain it here, link it with {fact:ref}, or move its mark",
    ] == advice.splitlines()


def test_a_linked_term_and_one_explained_in_its_section_are_not_early(report):
    """A link leads to the explanation, and a mark follows the paragraph beside which it stands."""
    assert "levee" not in report
    assert "meander" not in report
