"""Where the templates lie: inside the package in a wheel, beside it in a checkout."""

from __future__ import annotations

from pathlib import Path


def templates() -> Path:
    """Return the folder of the Jinja templates and style sheets."""
    package = Path(__file__).parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"
