"""Rule 20: contrast of the inks of the design tokens with the paper and the tint, in colour and in grey."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .layout import Fault
from .rules import RULES

GROUNDS = ("white", "tint")
INKS = {"ink": "ink", "ink-soft": "ink", "accent": "accent"}


def contrast(tokens: str) -> Iterator[Fault]:
    """Hold the first colour of each name in a style sheet to the rule."""
    colours: dict[str, str] = {}
    for name, value in re.findall(r"--([\w-]+):\s*(#[0-9a-fA-F]{6})", tokens):
        colours.setdefault(name, value)
    colours["white"] = colours.get("ground", "#ffffff")
    for ink, limit in INKS.items():
        for ground in GROUNDS:
            if ink not in colours or ground not in colours:
                yield Fault(20, 0, "", f"no colour --{ink} or --{ground}", "name it in tokens.css")
                continue
            for way, change in (("colour", tuple), ("grey", _grey)):
                found = ratio(change(_parts(colours[ink])), change(_parts(colours[ground])))
                if found < RULES[20].limits[limit]:
                    what = f"--{ink} on {ground} has a contrast of {found:.1f} in {way}"
                    yield Fault(20, 0, "", what, "make it darker in tokens.css")


def ratio(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    """The contrast of two colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _parts(colour: str) -> tuple[float, ...]:
    return tuple(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))


def _grey(parts: tuple[float, ...]) -> tuple[float, ...]:
    # As a copier sees it: ITU-R BT.601 luma.
    return (sum(weight * part for weight, part in zip((0.299, 0.587, 0.114), parts, strict=True)),) * 3


def _luminance(parts: tuple[float, ...]) -> float:
    linear = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
