"""The mark schemes that a book's questions name are checked in every build, the book's own among them."""

from __future__ import annotations

from tests.collect.books import book, build, water_cycle

ESSAY = """
```{fact:question} essay
:name: essay
:bands: BANDS
How far does a balloon fly? [15]
```
"""


def chapter(folder, bands: str):
    return book(folder, index="# Balloons\n" + ESSAY.replace("BANDS", bands))


def test_a_mark_scheme_that_does_not_exist_is_told_with_its_line(tmp_path):
    """File, line and the nearest id, again in the next build, until it is mended."""
    source = chapter(tmp_path / "book", "esay-15")
    told = "index.md:5: WARNING: there is no mark scheme “esay-15”; write “essay-15” [fact.unknown-scheme]"

    assert build(source, tmp_path / "out").warnings == (told,)
    assert build(source, tmp_path / "out").warnings == (told,)

    chapter(tmp_path / "book", "essay-15")

    assert build(source, tmp_path / "out").warnings == ()


def test_an_own_scheme_is_found_beside_conf(tmp_path):
    """The water-cycle book has one; without it the essay that names it is a fault, though no chapter has changed."""
    source = water_cycle(tmp_path / "book")
    before = build(source, tmp_path / "out").warnings
    (source / "mark-schemes" / "geography.yaml").unlink()
    after = build(source, tmp_path / "out").warnings

    assert before == ()
    assert ["01-water.md:214: WARNING: there is no mark scheme “six-mark”"] == [line.split(";")[0] for line in after]


def test_the_folder_of_own_schemes_can_be_named(tmp_path):
    """As conf.py says."""
    source = water_cycle(tmp_path / "book")
    (source / "mark-schemes").rename(source / "marking")
    with (source / "conf.py").open("a") as conf:
        conf.write('worksheets_mark_schemes = "marking"\n')

    assert build(source, tmp_path / "out").warnings == ()


def test_a_faulty_scheme_is_told_and_the_chapters_are_left_alone(tmp_path):
    """File and line of the scheme; that questions name it is not a second fault."""
    source = water_cycle(tmp_path / "book")
    path = source / "mark-schemes" / "geography.yaml"
    path.write_text(path.read_text("utf-8").replace("5-6", "4-6"), "utf-8")
    (told,) = build(source, tmp_path / "out").warnings

    assert told.startswith("mark-schemes/geography.yaml:11: WARNING: the band ")
    assert told.endswith("[mark-scheme.bands]")
