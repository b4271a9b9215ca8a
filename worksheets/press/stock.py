"""Blocks for pieces: taken from the store, or typeset and kept there; and the fonts that they need."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

from .block_values import read_block, read_head, read_object, write_block
from .blocks import PdfObject, ReadyBlock
from .engine import engine_digest
from .flow import Piece
from .fonts import font_face_css, font_files, font_folders, lacking, other_families
from .store import Store, StoreLostError
from .typeset import TypesetError
from .typesetter import Typesetter

Told = Callable[[int, int], None]
MOST_BLOCKS = 700  # kept at a time: a large class has many that are placed only once


@dataclass(frozen=True, slots=True)
class Style:
    """How pieces look."""

    css: str  # without the rules for fonts
    base: Path  # the folder to which addresses are relative
    roots: tuple[Path, ...] = ()  # folders whose files the pieces may use


class Measure(NamedTuple):
    """How much room a block takes, in points."""

    height: float
    lead: float  # white space at its top that vanishes at the top of a page; part of the height


class UnfitError(Exception):
    """Pieces that cannot be typeset as blocks.

    :ivar reasons: for each piece what is in it that cannot be, and what to do.
    """

    def __init__(self, reasons: Mapping[Piece, str]) -> None:
        super().__init__("; ".join(reasons.values()))
        self.reasons = reasons


class Stock(AbstractContextManager["Stock"]):
    """All blocks of a run. Use it as a context manager.

    :param store: where blocks are kept from run to run.
    """

    def __init__(self, store: Store, style: Style) -> None:
        self._store, self._style = store, style
        # What the machine's own fonts have set may look otherwise tomorrow, and nothing would tell: not for keeping.
        self._loose = Store(None)
        self._measures: dict[Piece, Measure] = {}
        self._keys: dict[Piece, str] = {}
        self._blocks: dict[Piece, ReadyBlock] = {}  # those asked for last
        self._glyphs: dict[str, set[int]] = {}  # what blocks need of each font
        self._typesetters: dict[bool, Typesetter] = {}
        self.objects: dict[str, PdfObject] = {}  # that blocks and fonts refer to
        self.new = 0  # blocks typeset in this run

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._loose.close()
        for typesetter in self._typesetters.values():
            typesetter.close()

    def measure(self, piece: Piece) -> Measure:
        """Tell how high the block of a piece is that was added."""
        return self._measures[piece]

    def block(self, piece: Piece) -> ReadyBlock:
        """Give the block of a piece that was added; the same object again, if it is not long ago.

        :raises StoreLostError: if it is in the store no more.
        """
        if piece not in self._blocks:
            self.fetch([piece])
        return self._blocks[piece]

    def fetch(self, pieces: Iterable[Piece]) -> None:
        """Have the blocks of pieces at hand that will be asked for next: cheaper than one by one.

        :raises StoreLostError: as :meth:`block`.
        """
        keys = {self._key(piece): piece for piece in pieces if piece not in self._blocks}
        if not keys:
            return
        if len(self._blocks) + len(keys) > MOST_BLOCKS:
            self._blocks.clear()
        for store in (self._store, self._loose):
            for key, value in store.get("block", list(keys)):
                self._blocks[keys.pop(key)] = read_block(value)
        if keys:
            raise StoreLostError("a block was there a moment ago")

    def add(self, pieces: Iterable[Piece], told: Told = lambda done, total: None) -> None:
        """Take blocks from the store and typeset those that are not there.

        :param told: called with the number of new blocks that are done and of all.
        :raises UnfitError: if pieces hold what cannot be placed anywhere on a page.
        :raises TypesetError: if WeasyPrint cannot work, or has anything to complain of.
        """
        keys = {self._key(piece): piece for piece in pieces if piece not in self._measures}
        found = {key: read_head(value) for key, value in self._store.get("block", keys)}
        self._fetch_objects({name for value in found.values() for _, _, name in value["resources"]})
        for key, value in found.items():
            if all(name in self.objects for _, _, name in value["resources"]):
                self._take(keys.pop(key), value)
        if keys:
            self._typeset(keys, told)

    def fonts(self) -> dict[str, str]:
        """Give the key in :attr:`objects` of each font that the blocks need, by the font's name.

        A font holds a repertoire that most texts keep to, and beyond it what these blocks need: so the same blocks
        give the same font, whatever else is in the store.
        """
        used = self._glyphs
        cores = {font: json.loads(core) for font, core in self._known("core", used, self._font_key).items()}
        extra = {font: sorted(glyphs.difference(cores.get(font, ()))) for font, glyphs in used.items()}
        made = self._known("font", used, lambda font: self._font_key(font, *extra[font]))
        named = {font: key.decode() for font, key in made.items()}
        self._fetch_objects(named.values())
        missing = [font for font in used if named.get(font) not in self.objects]
        return {**named, **self._make_fonts({font: sorted(used[font]) for font in missing})}

    def _take(self, piece: Piece, value: Mapping[str, Any]) -> None:
        """Note what has to be known of a block before it is placed."""
        self._measures[piece] = Measure(value["height"], value["lead"])
        for font, glyphs in value["glyphs"].items():
            self._glyphs.setdefault(font, set()).update(glyphs)

    @cached_property
    def _engine(self) -> str:
        def others() -> list[str]:
            return [*self._typesetter(False).libraries(), *map(str, font_files())]

        return engine_digest(self._store, others)

    @cached_property
    def _look(self) -> str:
        return sha256(repr((self._engine, self._style.css)).encode()).hexdigest()

    def _key(self, piece: Piece) -> str:
        if piece not in self._keys:
            told = (self._look, piece.html, piece.width, piece.language, other_families(piece.html))
            self._keys[piece] = sha256(repr(told).encode()).hexdigest()
        return self._keys[piece]

    def _font_key(self, font: str, *glyphs: int) -> str:
        return " ".join((self._engine, font, *map(str, glyphs)))

    def _typesetter(self, system_fonts: bool) -> Typesetter:
        if system_fonts not in self._typesetters:
            roots = (*self._style.roots, *font_folders())
            self._typesetters[system_fonts] = Typesetter(base=self._style.base, roots=roots, system_fonts=system_fonts)
        return self._typesetters[system_fonts]

    def _css(self, text: str) -> str:
        return f"{font_face_css(text)}\n{self._style.css}"

    def _typeset(self, keys: Mapping[str, Piece], told: Told) -> None:
        """Typeset pieces, together those that need the same fonts."""
        groups: dict[tuple[tuple[str, ...], bool], dict[str, Piece]] = {}
        for key, piece in keys.items():
            group = (other_families(piece.html), bool(lacking(piece.html)))
            groups.setdefault(group, {})[key] = piece
        reasons: dict[Piece, str] = {}
        told(0, len(keys))
        for (_, strange), group_keys in groups.items():
            reasons |= self._typeset_alike(group_keys, strange)
            self.new += len(group_keys)
            told(self.new, len(keys))
        if reasons:
            raise UnfitError(reasons)

    def _typeset_alike(self, keys: Mapping[str, Piece], strange: bool) -> dict[Piece, str]:
        pieces = list(keys.values())
        told = [{"html": piece.html, "width": piece.width, "language": piece.language} for piece in pieces]
        answers = self._typesetter(strange).typeset(told, self._css("".join(piece.html for piece in pieces)))
        if log := dict.fromkeys(line for answer in answers for line in answer["log"] if ".notdef glyph" not in line):
            raise TypesetError("\n".join(log))
        kept: dict[tuple[str, str], bytes] = {}
        reasons = {}
        for start, answer in enumerate(answers):
            kept |= _kept("object", answer["objects"])
            for font, known in answer["fonts"].items():
                kept |= _kept("sample", {self._font_key(font): known["sample"]})
                kept |= _kept("glyph", {self._font_key(font, glyph): entry for glyph, entry in known["glyphs"].items()})
            for (key, piece), value in zip(list(keys.items())[start :: len(answers)], answer["blocks"], strict=True):
                if reason := _reason(value):
                    reasons[piece] = reason
                else:
                    kept["block", key] = write_block(value)
                    self._take(piece, value)
            self.objects |= {key: read_object(value) for key, value in answer["objects"].items()}
        (self._loose if strange else self._store).put(kept)
        return reasons

    def _make_fonts(self, wanted: Mapping[str, Collection[int]]) -> dict[str, str]:
        """Have fonts made.

        :param wanted: for each the glyphs that blocks need of it.
        :return: the key of each font's object.
        """
        named = {}
        for strange, store in ((False, self._store), (True, self._loose)):
            samples = dict(store.get("sample", map(self._font_key, wanted)))
            fonts = [font for font in wanted if font not in named and self._font_key(font) in samples]
            jobs = []
            for font in fonts:
                sample = json.loads(samples[self._font_key(font)])
                glyphs = {glyph: self._font_key(font, glyph) for glyph in wanted[font]}
                entries = self._known("glyph", glyphs.values(), str)
                needed = {glyph: json.loads(entries[key]) for glyph, key in glyphs.items() if key in entries}
                style = self._css(sample["text"])
                jobs.append({"font": font, "sample": sample, "glyphs": needed, "style": style})
            for font, answer in zip(fonts, self._typesetter(strange).fonts(jobs) if jobs else (), strict=True):
                core = set(map(int, answer["core"]))
                extra = sorted(set(wanted[font]) - core)
                store.put(
                    {
                        **_kept("object", answer["objects"]),
                        **_kept("core", {self._font_key(font): sorted(core)}),
                        ("font", self._font_key(font, *extra)): answer["object"].encode(),
                    }
                )
                self.objects |= {key: read_object(value) for key, value in answer["objects"].items()}
                named[font] = answer["object"]
        return named

    def _known(self, kind: str, names: Iterable[str], key: Callable[[str], str]) -> dict[str, bytes]:
        """Ask both stores for something."""
        keys = {key(name): name for name in names}
        found = {**dict(self._loose.get(kind, keys)), **dict(self._store.get(kind, keys))}
        return {keys[key]: value for key, value in found.items()}

    def _fetch_objects(self, keys: Iterable[str]) -> None:
        """Take objects from the store, and all that they refer to; none of those of which something is missing."""
        waiting = {key for key in keys if key not in self.objects}
        found: dict[str, PdfObject] = {}
        while waiting:
            some = self._known("object", waiting, str)
            found |= {key: read_object(json.loads(value)) for key, value in some.items()}
            below = {key for value in some for key in found[value].references}
            waiting = below.difference(found, self.objects)
        while incomplete := [
            key
            for key, item in found.items()
            if not all(name in found or name in self.objects for name in item.references)
        ]:
            for key in incomplete:
                del found[key]
        self.objects |= found


def _kept(kind: str, values: Mapping[str, Any]) -> dict[tuple[str, str], bytes]:
    return {
        (kind, key): json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
        for key, value in values.items()
    }


def _reason(value: Mapping[str, Any]) -> str:
    """Tell why a block cannot be placed; empty if it can."""
    reasons = [f"it holds {fault}" for fault in value["faults"]]
    reasons += [
        f'no font has "{letter}" (U+{ord(letter):04X}); write it otherwise, or install a font that has it'
        for letter in value["missing"]
    ]
    return "; ".join(reasons)
