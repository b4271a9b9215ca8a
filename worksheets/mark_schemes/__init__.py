"""How extended answers are marked: by bands of quality or by points, as files that can be changed and dated."""

from .finding import FOLDER, bundled_schemes, find_scheme, matching, nearest, read_schemes, schemes_beside
from .reading import mark_scheme_from, read_mark_scheme
from .scheme import Band, Component, MarkScheme, QuestionKind, validity_warning

__all__ = [
    "FOLDER",
    "Band",
    "Component",
    "MarkScheme",
    "QuestionKind",
    "bundled_schemes",
    "find_scheme",
    "mark_scheme_from",
    "matching",
    "nearest",
    "read_mark_scheme",
    "read_schemes",
    "schemes_beside",
    "validity_warning",
]
