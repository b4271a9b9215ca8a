"""The type of the web book: its files, and the style that names them."""

from __future__ import annotations

from pathlib import Path

from worksheets.press.screen_fonts import SCREEN_FONTS, ScreenFont, cut
from worksheets.press.store import cache_folder

STYLE = "type.css"


def write_type(static: Path) -> None:
    """Write the files of type and their style into the folder of static files; files that are there stay."""
    folder = static / "fonts"
    folder.mkdir(parents=True, exist_ok=True)
    missing = [font for font in SCREEN_FONTS if not (folder / font.name).exists()]
    for font, content in zip(missing, cut(missing, cache_folder()) if missing else (), strict=True):
        (folder / font.name).write_bytes(content)
    (static / STYLE).write_text("".join(map(_face, SCREEN_FONTS)), "utf-8")


def _face(font: ScreenFont) -> str:
    return (
        "@font-face {\n"
        f'  font-family: "{font.family}";\n'
        f"  font-style: {font.style};\n"
        f"  font-weight: {font.weights};\n"
        f"  font-display: swap;\n"
        f'  src: url("fonts/{font.name}") format("woff2");\n'
        f"  unicode-range: {font.unicode_range};\n"
        "}\n"
    )
