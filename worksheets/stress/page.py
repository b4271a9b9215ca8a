"""The report as a page for the book's author, and as JSON for another program."""

from __future__ import annotations

from itertools import groupby

from ..lean_json import json_bytes, lean
from ..rendering.html import environment
from .report import StressReport


def page(report: StressReport) -> bytes:
    """Write one HTML file that needs nothing else."""
    by_place = groupby(report.faults, key=lambda fault: str(fault.source))
    faults = [(place, list(found)) for place, found in by_place]
    return environment().get_template("stress.html.j2").render(report=report, faults=faults).encode()


def as_json(report: StressReport) -> bytes:
    """Write the same as sorted JSON."""
    return json_bytes(lean(report))
