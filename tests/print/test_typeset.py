"""The door to WeasyPrint."""

from __future__ import annotations

import base64
import json
import subprocess
import sys
import tempfile
from io import BytesIO
from pathlib import Path

import pdfplumber
import pikepdf
import pytest

from worksheets.press import typeset as door
from worksheets.press.fonts import FAMILIES, font_face_css, font_folders
from worksheets.press.typeset import Typeset, TypesetError, environment, typeset

DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="


def page(body: str, style: str = "") -> str:
    """Write a whole document around some markup."""
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>A page</title><style>{font_face_css()}'
        f'body {{ margin: 0; font-family: "Literata" }} {style}</style></head><body>{body}</body></html>'
    )


def print_in(folder: Path, html: str) -> Typeset:
    """Typeset with one folder as base and only root."""
    return typeset(html, base=folder, roots=[folder])


def font_names(pdf: bytes) -> set[str]:
    """Collect the names of all fonts in a PDF, without the mark of a subset."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return {
            str(item.BaseFont).removeprefix("/").partition("+")[2]
            for item in document.objects
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font"
        }


def test_a_machine_without_harfbuzz_subset_prints_too(tmp_path: Path) -> None:
    """The library that makes files of type smaller may be missing: the page has its letters, and no fault is told."""
    (tmp_path / "in.html").write_text(page("<p>Water</p>"), encoding="utf-8")
    job = {"base": tmp_path.as_uri(), "roots": [str(folder) for folder in font_folders()], "variant": "pdf/ua-1"}
    (tmp_path / "job.json").write_text(json.dumps({**job, "draw": True}), encoding="utf-8")
    child = "import sys, pathlib, weasyprint.pdf.fonts as fonts\nfonts.harfbuzz_subset = None\n"
    child += "from worksheets.press.typeset_child import work\nwork(pathlib.Path(sys.argv[1]))"
    subprocess.run([sys.executable, "-c", child, str(tmp_path)], check=True, env=environment(tmp_path, False))

    assert [] == json.loads((tmp_path / "result.json").read_text("utf-8"))["log"]
    assert "Water" in pdfplumber.open(tmp_path / "out.pdf").pages[0].extract_text()


def test_pages_and_anchors_are_told(tmp_path: Path) -> None:
    """The result names the page, counted from 1, on which each id stands first."""
    result = print_in(tmp_path, page('<p id="a">a</p><p id="b" style="break-before: page">b</p>'))

    assert (2, {"a": 1, "b": 2}, ()) == (result.pages, dict(result.anchors), result.log)


def test_the_place_of_an_anchor_is_told_in_millimetres(tmp_path: Path) -> None:
    """Top and bottom of an element are measured from the upper edge of its page."""
    body = '<div id="a" style="height: 10mm"></div><div style="break-before: page; height: 7mm"></div>'
    result = print_in(tmp_path, page(f'{body}<div id="b" style="height: 5mm"></div>', "@page { margin: 20mm }"))

    assert {"a": (20, 30), "b": (27, 32)} == {name: tuple(map(round, span)) for name, span in result.spans.items()}


def test_a_layout_need_not_be_drawn(tmp_path: Path) -> None:
    """Its pages are told all the same, in two thirds of the time."""
    html = page('<p id="a">a</p>')
    drawn, not_drawn = (typeset(html, base=tmp_path, roots=[], draw=draw) for draw in (True, False))

    assert (True, False) == (bool(drawn.pdf), bool(not_drawn.pdf))
    assert drawn.anchors == not_drawn.anchors


def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    """The same document is the same file, byte for byte."""
    html = page("<h1>Киров</h1><p>Text <b>bold</b> <i>italic</i></p>")

    assert print_in(tmp_path, html).pdf == print_in(tmp_path, html).pdf


def test_only_packaged_fonts_are_used(tmp_path: Path) -> None:
    """Latin and Cyrillic in every face, and even a generic family, come from the packaged fonts."""
    text = 'Kirov Киров <b>Киров</b> <i>Киров</i> <span style="font-family: serif">Киров</span>'
    result = print_in(tmp_path, page(f"<p>{text}</p><p style=\"font-family: 'Source Sans 3'\">{text}</p>"))
    families = {name.replace(" ", "-") for name in FAMILIES}

    assert () == result.log
    assert families == {next((f for f in families if name.startswith(f)), name) for name in font_names(result.pdf)}


def test_a_character_that_no_packaged_font_has_is_told(tmp_path: Path) -> None:
    """A missing glyph is a line of the log, never another font in secret."""
    result = print_in(tmp_path, page("<p>漢</p>"))

    assert ["U+6F22" in line for line in result.log] == [True]


def test_files_below_a_root_and_data_are_served(tmp_path: Path) -> None:
    """Pictures and stylesheets of the project, and data addresses, may be used."""
    (tmp_path / "sub folder").mkdir()
    (tmp_path / "sub folder" / "dot.png").write_bytes(base64.b64decode(DOT))
    (tmp_path / "style.css").write_text("p { break-before: page }")
    body = (
        '<link rel="stylesheet" href="style.css"><p><img alt="dot" src="sub%20folder/dot.png"></p>'
        f'<p><img alt="dot" src="data:image/png;base64,{DOT}"></p>'
    )
    result = print_in(tmp_path, page(body))

    assert (2, ()) == (result.pages, result.log)


def test_all_other_addresses_are_refused_and_told(tmp_path: Path) -> None:
    """Neither the network nor a file outside the roots is read, be it through a link or from a style."""
    inside = tmp_path / "inside"
    inside.mkdir()
    (tmp_path / "outside.png").write_bytes(base64.b64decode(DOT))
    (inside / "link.png").symlink_to(tmp_path / "outside.png")
    wanted = {
        "http://localhost:1/dot.png",
        "https://localhost:1/dot.png",
        "ftp://localhost/dot.png",
        "file:///etc/passwd",
        "file://elsewhere/dot.png",
        (tmp_path / "outside.png").as_uri(),
        (inside / "link.png").as_uri(),
    }
    pictures = "".join(f'<p><img alt="dot" src="{address}"></p>' for address in wanted)
    styles = "@import url(file:///etc/hostname); p { background: url(file:///etc/hosts) }"
    result = print_in(inside, f"<style>{styles}</style>" + page(pictures))
    refused = {line.split(": ")[0].removeprefix("Refused ") for line in result.log if line.startswith("Refused ")}

    assert wanted | {"file:///etc/hostname", "file:///etc/hosts"} == refused


def test_an_unknown_property_is_told(tmp_path: Path) -> None:
    """What WeasyPrint ignores in a style is a line of the log."""
    result = print_in(tmp_path, page("<p>text</p>", "p { colour: red }"))

    assert ["colour: red" in line for line in result.log] == [True]


def test_no_syllable_is_left_alone_before_an_element(tmp_path: Path) -> None:
    """A text that fits its line but for the space at its end is not broken, however wide the line is."""
    words = "directed the name made popular by a book"
    widths = [
        f'<p style="width: {width / 10}pt">{words} <span>of some later year</span></p>' for width in range(2000, 2200)
    ]
    result = print_in(tmp_path, page("".join(widths), "p { font-size: 10pt; hyphens: auto; margin: 0 }"))
    with pdfplumber.open(BytesIO(result.pdf)) as pdf:
        lines = "\n".join(one.extract_text() for one in pdf.pages).splitlines()

    assert [] == [line for line in lines if line in ("di‐", "direc‐", "directed")]


def test_a_part_in_another_language_is_told_as_such(tmp_path: Path) -> None:
    """The structure says where the language changes and where it changes back, and of nothing else."""
    body = (
        '<p>one <bdi lang="und-Hebr">X</bdi></p><p lang="fr">un <i lang="en">one <b lang="en">two</b></i></p>'
        '<ul style="list-style: none" lang="en"><li lang="de">eins</li></ul><div lang="ru"><h1>X</h1></div>'
    )
    result = print_in(tmp_path, page(body))
    with pikepdf.open(BytesIO(result.pdf)) as document:
        tags = [
            (str(item.S), str(item.Lang))
            for item in document.objects
            if isinstance(item, pikepdf.Dictionary) and "/S" in item and "/Lang" in item
        ]
        language = str(document.Root.Lang)

    assert "en" == language
    assert [
        ("/Div", "ru"), ("/LBody", "de"), ("/LI", "de"), ("/P", "fr"), ("/Span", "en"), ("/Span", "und-Hebr"),
    ] == sorted(tags)  # fmt: skip


def test_nothing_temporary_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The copies of fonts that WeasyPrint works with are removed too."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    print_in(tmp_path, page("<p>text</p>"))

    assert [] == list(tmp_path.iterdir())


def test_missing_pango_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system library is missing, the message says what to type on four systems."""
    fake = tmp_path / "child.py"
    fake.write_text("import sys; open(sys.argv[1] + '/failure.txt', 'w').write('library\\nno libpango-1.0-0')")
    monkeypatch.setattr(door, "_CHILD", fake)

    with pytest.raises(TypesetError) as caught:
        print_in(tmp_path, page(""))

    assert [] == [word for word in ("apt-get", "dnf", "brew", "pacman", "no libpango") if word not in str(caught.value)]


def test_a_crash_is_a_clear_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A child that dies gives an error with its exit status and last words, not a missing file."""
    fake = tmp_path / "child.py"
    fake.write_text("import os, sys; print('ouch', file=sys.stderr, flush=True); os._exit(7)")
    monkeypatch.setattr(door, "_CHILD", fake)

    with pytest.raises(TypesetError, match=r"exit status 7.*ouch"):
        print_in(tmp_path, page(""))


def test_weasyprint_stays_out_of_this_process() -> None:
    """Importing the door loads no part of WeasyPrint."""
    code = "import sys, worksheets.press.typeset, worksheets.press.passes; sys.exit('weasyprint' in sys.modules)"

    assert 0 == subprocess.run([sys.executable, "-c", code], check=False).returncode
