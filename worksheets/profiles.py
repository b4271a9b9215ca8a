"""What a student needs of a sheet: type, time, help. Read from the class list, never printed on a sheet."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import ceil
from types import MappingProxyType
from typing import Literal

from .problems import Problem, Source

Tier = Literal["core", "support", "stretch"]
Scaffold = Literal["fewer options", "word bank", "first letters", "sentence starters", "glossary"]
Size = Literal[0, 18, 24]

LINE_MM = 8  # between lines to write on (rule L4)
LARGE_LINE_MM: Mapping[Size, int] = MappingProxyType({18: 10, 24: 12})  # rule L4
MOST_EXTRA_TIME = 100  # per cent


@dataclass(frozen=True, slots=True)
class Look:
    """How a sheet is set.

    :ivar size: of large print, in points; 0 for the usual type.
    :ivar open: type for those who read with difficulty: somewhat larger, lines far apart (rule L1).
    :ivar tint: whether a light ground is printed.
    """

    size: Size = 0
    open: bool = False
    tint: bool = False

    @property
    def classes(self) -> str:
        """Its classes in the style sheet; they name the type, and not who needs it."""
        large = ("look-large", f"look-{self.size}") if self.size else ()
        return " ".join((*large, *(("look-open",) if self.open else ()), *(("look-tint",) if self.tint else ())))

    @property
    def whole_page(self) -> bool:
        """Whether its pages must not be reduced."""
        return bool(self.size or self.open)

    def lines(self, count: int) -> int:
        """Give so many lines to write on that as much large handwriting fits as fits ``count`` lines of 8 mm."""
        return ceil(count * LARGE_LINE_MM[self.size] / LINE_MM) if self.size else count


USUAL_LOOK = Look()


@dataclass(frozen=True, slots=True)
class Profile:
    """What one student needs. The most sensitive of personal data: it goes into the manifest, and on no sheet.

    :ivar extra_time: per cent of the sheet's time.
    :ivar scaffolds: those asked for one by one; a tier brings its own.
    """

    look: Look = USUAL_LOOK
    extra_time: int = 0
    tier: Tier = "core"
    scaffolds: frozenset[Scaffold] = field(default=frozenset())

    @property
    def label(self) -> str:
        """What a class list says for it: "large print 24; extra time 25%; support"."""
        size = (f"large print {self.look.size}",) if self.look.size else ()
        open_type = ("reading support",) if self.look.open else ()
        tint = ("tint",) if self.look.tint else ()
        time = (f"extra time {self.extra_time}%",) if self.extra_time else ()
        tier = (self.tier,) if self.tier != "core" else ()
        return "; ".join((*size, *open_type, *tint, *time, *tier, *sorted(self.scaffolds)))

    @property
    def adapts(self) -> bool:
        """Whether it changes what the questions of a sheet offer, and not only how they look."""
        return self.tier != "core" or bool(self.helps)

    @property
    def helps(self) -> frozenset[Scaffold]:
        """Every scaffold that the sheet is to have."""
        return self.scaffolds | SUPPORT if self.tier == "support" else self.scaffolds

    def minutes(self, usual: int) -> int:
        """Give the time for a sheet of so many minutes."""
        return ceil(usual * (100 + self.extra_time) / 100)


USUAL = Profile()
SUPPORT: frozenset[Scaffold] = frozenset(
    ("fewer options", "word bank", "first letters", "sentence starters", "glossary")
)

# What may be written, and what field of the profile it sets.
_NAMES: Mapping[str, tuple[str, object]] = MappingProxyType(
    {
        "large print": ("size", 18),
        "large print 18": ("size", 18),
        "large print 24": ("size", 24),
        "reading support": ("open", True),
        "tint": ("tint", True),
        "core": ("tier", "core"),
        "support": ("tier", "support"),
        "stretch": ("tier", "stretch"),
        **{name: (name, True) for name in sorted(SUPPORT)},
    }
)
NAMES = (*_NAMES, "extra time 25%")  # for help and messages
_EXTRA_TIME = re.compile(r"extra time(?: (\d+) ?%?)?|(\d+) ?% extra time")
USUAL_EXTRA_TIME = "25"  # per cent, where no number is written
_KINDS = {"size": "sizes of type", "tier": "tiers", "time": "times"}


def parse_profile(text: str, source: Source) -> Profile | tuple[Problem, ...]:
    """Read a cell such as "large print 24; extra time 25%", in any case and order; an empty one is the usual sheet.

    :return: the profile, or all that is wrong with it.
    """
    problems: list[Problem] = []
    found: dict[str, object] = {}
    for part in filter(None, (" ".join(part.split()) for part in re.split(r"[;+,/]", text))):
        setting = _setting(part)
        if setting is None:
            problems.append(_unknown(part, source))
        elif found.setdefault(setting[0], setting[1]) != setting[1]:
            what = f'"{text.strip()}" names two {_KINDS[setting[0]]}'
            problems.append(Problem(source, what, "keep one of them", "profile.contradiction"))
    return tuple(problems) or _profile(found)


def _setting(part: str) -> tuple[str, object] | None:
    name = re.sub(r"[-_ ]+", " ", part.casefold())
    if time := _EXTRA_TIME.fullmatch(name):
        percent = int(time[1] or time[2] or USUAL_EXTRA_TIME)
        return ("time", percent) if 0 < percent <= MOST_EXTRA_TIME else None
    return _NAMES.get(re.sub(r"(?<=\d) ?pt$", "", name))


def _profile(found: Mapping[str, object]) -> Profile:
    size, tier, time = found.get("size", 0), found.get("tier", "core"), found.get("time", 0)
    assert size in (0, 18, 24)
    assert tier in ("core", "support", "stretch")
    assert isinstance(time, int)
    scaffolds = frozenset(name for name in SUPPORT if name in found)
    return Profile(Look(size, "open" in found, "tint" in found), time, tier, scaffolds)


def _unknown(part: str, source: Source) -> Problem:
    if _EXTRA_TIME.fullmatch(part.casefold()):
        mend = f"write a number from 1 to {MOST_EXTRA_TIME}, as in extra time 25%"
    elif close := difflib.get_close_matches(part.casefold(), NAMES, n=1):
        mend = f'write "{close[0]}"'
    else:
        mend = f"write one of {', '.join(NAMES)}, or leave the cell empty"
    return Problem(source, f'no profile is called "{part[:60]}"', mend, "profile.unknown")


def both(class_profile: Profile, own: Profile) -> Profile:
    """Join what a whole class needs with what one student needs, whose own word counts where they contradict."""
    look = Look(
        own.look.size or class_profile.look.size,
        own.look.open or class_profile.look.open,
        own.look.tint or class_profile.look.tint,
    )
    return Profile(
        look,
        max(own.extra_time, class_profile.extra_time),
        class_profile.tier if own.tier == "core" else own.tier,
        own.scaffolds | class_profile.scaffolds,
    )
