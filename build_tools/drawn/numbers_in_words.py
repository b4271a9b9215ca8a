"""What the shape of a series is, in words made from its numbers."""

from __future__ import annotations

from worksheets.item_types.series import Series


def shape(series: Series) -> str:
    """Highest and lowest; of a series of years first and last as well."""
    high = max(series.points, key=lambda point: point.value)
    low = min(series.points, key=lambda point: point.value)
    told = f"Highest: {high.written} ({high.label}). Lowest: {low.written} ({low.label})."
    if series.years:
        first, last = series.points[0], series.points[-1]
        told += f" First: {first.written} ({first.label}). Last: {last.written} ({last.label})."
    return told
