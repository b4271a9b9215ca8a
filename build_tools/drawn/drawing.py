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
from .picture import DrawingMark, Picture, UnfitError
from .strip import strip

_DRAWN: Mapping[str, Callable[[DrawingMark, Sequence[Fact]], Picture]] = MappingProxyType(
    {"chart": chart, "causes": causes, "chain": chain, "strip": strip}
)


def picture_of(mark: DrawingMark, known: Mapping[str, Fact]) -> Picture | Problem:
    """Draw what is marked.

    :param known: every fact that it names or stands for, by id.
    """
    try:
        if unknown := [name for name in mark.names if name not in known]:
            raise mark.fault(f"there is no fact “{unknown[0]}”", "name facts of this book")
        if not mark.names and mark.kind == "chart":
            raise mark.fault("{fact:chart} names no figure", "write the name of one behind it")
        return _DRAWN[mark.kind](mark, [known[name] for name in mark.names])
    except UnfitError as unfit:
        return unfit.problem
    except CannotFitError as word:
        return mark.fault(f"“{word}” is too long for its place in the drawing", "use shorter words there").problem
