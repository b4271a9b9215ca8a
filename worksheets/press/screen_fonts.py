"""Type for a screen: small WOFF2 files with a part of the letters, cut from the files that print uses."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from importlib.metadata import version
from io import BytesIO
from pathlib import Path

from .fonts import font_file
from .store import Store, StoreLostError

LATIN = ((0x20, 0x7E), (0xA0, 0xFF), (0x2010, 0x2026), (0x2030, 0x203A), (0x2190, 0x2193), (0x2212, 0x2212))
LATIN_MORE = ((0x100, 0x17F),)
CYRILLIC = ((0x400, 0x45F), (0x2116, 0x2116))

_FEATURES = ["kern", "liga", "mark", "ccmp", "locl", "lnum", "tnum"]


@dataclass(frozen=True)
class ScreenFont:
    """A file of type: one face, and the letters it has, as pairs of first and last code point."""

    family: str
    style: str  # "normal" or "italic"
    letters: tuple[tuple[int, int], ...]
    axes: Mapping[str, float | tuple[float, float]] = field(default_factory=dict)  # a value, or what is left of a range

    @property
    def weights(self) -> str:
        """The weights it has, as CSS writes them: "400" or "400 700"."""
        kept = self.axes["wght"]
        return f"{kept[0]:g} {kept[1]:g}" if isinstance(kept, tuple) else f"{kept:g}"

    @property
    def unicode_range(self) -> str:
        """Its letters, as CSS writes them."""
        return ", ".join(f"U+{first:X}-{last:X}" for first, last in self.letters)

    @property
    def name(self) -> str:
        """A file name that changes with the letters, the axes and the size of the file it is cut from."""
        source = font_file(self.family, self.style)
        told = repr((self.letters, sorted(self.axes.items()), source.stat().st_size, _FEATURES))
        return f"{source.name.partition('[')[0].lower()}-{hashlib.sha256(told.encode()).hexdigest()[:8]}.woff2"

    def woff2(self) -> bytes:
        """Cut the file; the same bytes for the same font. Takes two seconds or three."""
        from fontTools.subset import Options, Subsetter  # takes long to load, and most builds cut nothing
        from fontTools.ttLib import TTFont
        from fontTools.varLib.instancer import instantiateVariableFont

        font = TTFont(font_file(self.family, self.style), recalcTimestamp=False)
        options = Options()
        options.layout_features, options.hinting = _FEATURES, False
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=[code for first, last in self.letters for code in range(first, last + 1)])
        subsetter.subset(font)
        found = {axis.axisTag for axis in font["fvar"].axes} if "fvar" in font else set()
        font = instantiateVariableFont(font, {axis: limit for axis, limit in self.axes.items() if axis in found})
        font.flavor = "woff2"
        written = BytesIO()
        font.save(written)
        return written.getvalue()


def cut(fonts: Sequence[ScreenFont], cache: Path | None) -> list[bytes]:
    """Cut files of type, or find those in the store that an earlier run has cut.

    :param cache: the store's folder; ``None`` keeps nothing.
    """
    keys = [_key(font) for font in fonts]
    known: dict[str, bytes] = {}
    with suppress(StoreLostError), Store(cache) as store:
        known = dict(store.get("screen", keys))
    new = {key: font.woff2() for key, font in zip(keys, fonts, strict=True) if key not in known}
    with suppress(StoreLostError), Store(cache) as store:
        store.put({("screen", key): content for key, content in new.items()})
    return [(known | new)[key] for key in keys]


def _key(font: ScreenFont) -> str:
    """What determines the bytes: the font, the file it is cut from, the code here and the packages that do the work."""
    source, code = (_digest(path) for path in (font_file(font.family, font.style), Path(__file__)))
    return f"{font.name} {source} {code} {version('fonttools')} {version('brotli')}"


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


_TEXT: Mapping[str, float | tuple[float, float]] = {"opsz": 12, "wght": (400, 700)}
# Files of one family and style need the same range of weights: a browser chooses by weight before it asks for letters.
SCREEN_FONTS = (
    ScreenFont("Literata", "normal", LATIN, _TEXT),
    ScreenFont("Literata", "normal", LATIN_MORE, _TEXT),
    ScreenFont("Literata", "normal", CYRILLIC, _TEXT),
    ScreenFont("Literata", "italic", LATIN, {"opsz": 12, "wght": 400}),
    ScreenFont("Source Sans 3", "normal", LATIN, {"wght": (400, 700)}),
)
