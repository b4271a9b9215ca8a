"""The Nu HTML checker over some pages."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit


def html_errors(pages: Sequence[Path], jar: Path) -> list[str]:
    """Give every error of the checker, as "page:line: what"."""
    command = ["java", "-jar", str(jar), "--errors-only", "--exit-zero-always", "--format", "json", *map(str, pages)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    messages = json.loads(done.stderr)["messages"]
    return [
        f"{_name(found)}:{found.get('lastLine', '')}: HTML: {found['message']}"
        for found in messages
        if found["type"] == "error"
    ]


def _name(found: dict[str, str]) -> str:
    return Path(unquote(urlsplit(found.get("url", "")).path)).name
