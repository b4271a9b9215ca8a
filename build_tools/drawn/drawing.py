"""From an author's mark and the facts of the book to a picture, or to what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from worksheets.facts import Fact
from worksheets.problems import Problem

from .canvas import CannotFitError
from .causes import causes
from .chain import chain
from .charts import chart
from .maps.drawing import map_of_places
from .picture import DrawingMark, Picture, UnfitError
from .strip import strip

_DRAWN: Mapping[str, Callable[[DrawingMark, Sequence[Fact]], Picture]] = MappingProxyType(
    {"chart": chart, "causes": causes, "chain": chain, "strip": strip, "map": map_of_places}
)


# As wide as the text of large print, a drawing of 240 units has type of 16 points; that of each next one is smaller.
_NARROW = (240.0, 265.0, 290.0, 315.0)
_HIGHEST = 1.25  # of the width; a page of large print has room for so much and the caption


def enlarged(draw: Callable[[float], Picture | tuple[Problem, ...]]) -> Picture | None:
    """Draw with the largest type that there is room for on a page, for readers with low vision.

    :param draw: the drawing of a width; it may not fit.
    :return: nothing where the usual drawing has the largest type that fits.
    """
    found = (draw(wide) for wide in _NARROW)
    return next((each for each in found if isinstance(each, Picture) and each.height <= _HIGHEST), None)


def picture_of(mark: DrawingMark, known: Mapping[str, Fact]) -> Picture | tuple[Problem, ...]:
    """Draw what is marked.

    :param known: every fact that it names or stands for, by id.
    :return: the picture, or all that is wrong with it.
    """
    try:
        if unknown := [name for name in mark.names if name not in known]:
            raise UnfitError(mark.problem(f"there is no fact “{name}”", "name facts of this book") for name in unknown)
        if not mark.names and mark.kind == "chart":
            raise mark.fault("{fact:chart} names no figure", "write the name of one behind it")
        return _DRAWN[mark.kind](mark, [known[name] for name in mark.names])
    except UnfitError as unfit:
        return unfit.problems
    except CannotFitError as word:
        return mark.fault(f"“{word}” is too long for its place in the drawing", "use shorter words there").problems
