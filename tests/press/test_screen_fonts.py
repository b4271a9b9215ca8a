"""Type of the web book, which takes seconds to cut, is cut once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from worksheets.press import screen_fonts
from worksheets.press.screen_fonts import SCREEN_FONTS, ScreenFont, cut
from worksheets.press.store import FILE_NAME

DIGITS = replace(SCREEN_FONTS[-1], letters=((0x30, 0x39),))
FONTS = (DIGITS, replace(DIGITS, axes={"wght": 400}))


@pytest.fixture
def cuts(monkeypatch: pytest.MonkeyPatch) -> list[ScreenFont]:
    """The files that are cut, one after another; each has its name for content."""
    found: list[ScreenFont] = []

    def woff2(font: ScreenFont) -> bytes:
        found.append(font)
        return font.name.encode()

    monkeypatch.setattr(ScreenFont, "woff2", woff2)
    return found


def test_a_file_of_type_is_cut_once(tmp_path: Path, cuts: list[ScreenFont]) -> None:
    """Another run finds it in the store; where nothing is kept, each run cuts it."""
    first = cut(FONTS[:1], tmp_path)

    assert [*first, FONTS[1].name.encode()] == cut(FONTS, tmp_path)
    assert [*FONTS] == cuts
    assert cut(FONTS, None) == cut(FONTS, None)
    assert [*FONTS] * 3 == cuts


def test_what_other_code_has_cut_is_cut_again(
    tmp_path: Path, cuts: list[ScreenFont], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The code that cuts and the packages that it calls may give other bytes in another version."""
    code = tmp_path / "screen_fonts.py"
    code.write_bytes(Path(screen_fonts.__file__).read_bytes() + b"# another version\n")
    versions = {"fonttools": "4.1", "brotli": "1.1"}
    monkeypatch.setattr(screen_fonts, "version", versions.__getitem__)
    cut(FONTS[:1], tmp_path)
    changes = (
        lambda: monkeypatch.setattr(screen_fonts, "__file__", str(code)),
        lambda: versions.update(fonttools="4.2"),
        lambda: versions.update(brotli="1.2"),
    )
    for number, change in enumerate(changes, 1):
        change()
        cut(FONTS[:1], tmp_path)
        cut(FONTS[:1], tmp_path)
        assert 1 + number == len(cuts)


def test_a_damaged_store_does_no_harm(tmp_path: Path, cuts: list[ScreenFont]) -> None:
    """What cannot be read is cut again."""
    before = cut(FONTS, tmp_path)
    (tmp_path / FILE_NAME).write_bytes(b"no store")

    assert before == cut(FONTS, tmp_path)
    assert [*FONTS] * 2 == cuts


def test_the_same_font_gives_the_same_bytes() -> None:
    """So it may be kept; the file has the letters that were asked for, for screens."""
    first, second = DIGITS.woff2(), DIGITS.woff2()

    assert first == second
    assert first.startswith(b"wOF2")
