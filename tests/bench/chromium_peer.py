"""Chromium's print to PDF."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from .content import Content
from .html_files import chromium_file
from .peer import Peer

NAMES = ("chromium", "chromium-browser", "google-chrome")
PROFILE = "profile-"


@cache
def program() -> str:
    """The browser's path; empty where there is none."""
    return next((path for name in NAMES if (path := shutil.which(name))), "")


@cache
def version() -> str:
    """The version; empty where it is not installed."""
    if not program():
        return ""
    said = subprocess.run([program(), "--version"], capture_output=True, text=True, check=True).stdout
    number = re.search(r"\d+(\.\d+)+", said)
    return f"Chromium {number[0]}" if number else "Chromium"


def prepare(content: Content, folder: Path) -> None:
    """Write the file."""
    (folder / "sheets.html").write_text(chromium_file(content), encoding="utf-8")


def command(folder: Path) -> Sequence[str]:
    """Print, with a profile of its own for each run."""
    for old in folder.glob(f"{PROFILE}*"):
        shutil.rmtree(old)
    profile = tempfile.mkdtemp(prefix=PROFILE, dir=folder)
    return (
        program(),
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        f"--user-data-dir={profile}",
        "--no-pdf-header-footer",
        f"--print-to-pdf={folder / 'sheets.pdf'}",
        str(folder / "sheets.html"),
    )


CHROMIUM = Peer(
    name="chromium",
    label="Chromium, print to PDF",
    prepare=prepare,
    command=command,
    version=version,
    several_processes=True,
    remark="its page numbers run through all sheets",
)
