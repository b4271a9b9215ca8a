"""Our press, with an empty store and with a full one."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from importlib.metadata import version as version_of
from pathlib import Path

from worksheets.rendering.formats import sheet_format
from worksheets.rendering.html import press_css
from worksheets.rendering.sheet_flow import sheet_flow

from .content import PAPER, Content
from .peer import Peer
from .press_file import print_file, write_sheets

ROOT = Path(__file__).parents[2]


def version() -> str:
    """The version, which is always there."""
    return f"sphinx-worksheets {version_of('sphinx-worksheets')}"


def prepare(content: Content, folder: Path) -> None:
    """Write the sheets as rows of pieces."""
    page = sheet_format(PAPER)
    flows = [sheet_flow(sheet, page) for sheet in content.sheets]
    language = content.sheets[0].worksheet.language
    write_sheets(folder / "sheets.json", flows, press_css(), content.title, language)


def prepare_stored(content: Content, folder: Path) -> None:
    """The same, and have all blocks typeset."""
    prepare(content, folder)
    print_file(folder)


def command(folder: Path) -> Sequence[str]:
    """Print with the store that is there."""
    program = f"import sys; sys.path.insert(0, {str(ROOT)!r}); sys.argv = ['', '.']; "
    program += "import runpy; runpy.run_module('tests.bench.press_file', run_name='__main__')"
    return (sys.executable, "-c", program)


def command_anew(folder: Path) -> Sequence[str]:
    """Print with an empty store."""
    shutil.rmtree(folder / "store", ignore_errors=True)
    return command(folder)


PRESS = Peer(
    name="press",
    label="**our press, all blocks stored**",
    prepare=prepare_stored,
    command=command,
    version=version,
    remark="tagged",
)
PRESS_ANEW = Peer(
    name="press-empty",
    label="**our press, empty store**",
    prepare=prepare,
    command=command_anew,
    version=version,
    several_processes=True,
    remark="tagged",
)
