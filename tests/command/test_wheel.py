"""Another teacher's whole set-up: the installed wheel, a book of another subject, a class."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BOOK = ROOT / "tests" / "books" / "water-cycle"

pytestmark = pytest.mark.slow


def run(*command: str | Path, cwd: Path) -> str:
    # PYTHONPATH and the like would let the checkout in by the back door.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        list(map(str, command)), cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel, built from this checkout."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, cwd=ROOT)
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """The scripts of an environment that has the wheel and its dependencies, but not this checkout."""
    folder = tmp_path_factory.mktemp("environment")
    run(sys.executable, "-m", "venv", folder, cwd=folder)
    paths = sysconfig.get_paths(vars={"base": str(folder), "platbase": str(folder)})
    # A path in a .pth file lends the dependencies of this environment, not its own .pth files, of which one is ours.
    borrowed = Path(paths["purelib"]) / "borrowed.pth"
    borrowed.write_text(sysconfig.get_paths()["purelib"] + "\n")
    scripts = Path(paths["scripts"])
    run(scripts / "python", "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", wheel, cwd=folder)
    return scripts


def test_one_name_lands_in_site_packages(wheel):
    """The wheel holds one package, with the templates and the Sphinx side inside."""
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0] for name in names}

    assert tops == {"worksheets", f"sphinx_worksheets-{wheel.name.split('-')[1]}.dist-info"}
    assert {
        "worksheets/templates/tokens.css",
        "worksheets/build_tools/__init__.py",
        "worksheets/py.typed",
        "worksheets/mark_schemes/bundled/ib-history-paper-2.yaml",
    } <= set(names)


def test_a_book_of_another_subject_gives_a_class_set(installed, tmp_path):
    """Far from the repository, the wheel makes web book, printed book, bank, sheets and keys of a strange subject."""
    shutil.copytree(BOOK, tmp_path / "book", ignore=shutil.ignore_patterns("_build"))
    where = run(installed / "python", "-c", "import worksheets; print(worksheets.__file__)", cwd=tmp_path).strip()
    for builder in ("html", "bookpdf", "facts"):
        target = {"html": "_build/html", "bookpdf": "_build/pdf", "facts": "_build"}[builder]
        run(installed / "python", "-m", "sphinx", "-W", "-q", "-b", builder, "book", f"book/{target}", cwd=tmp_path)
    (tmp_path / "class.csv").write_text("name\nAnn\nBo\n")
    told = run(
        installed / "worksheets", "make", "book/_build/facts.json", "--class", "class.csv", "--blueprint", "starter",
        "--seed", "1", "--output", "out", "--json", cwd=tmp_path,
    )  # fmt: skip

    assert Path(where).is_relative_to(installed.parent)
    assert json.loads(told)["worksheets"] == 2
    assert (tmp_path / "out" / "sheets.pdf").read_bytes().startswith(b"%PDF-")
    assert "page" in (tmp_path / "out" / "keys.html").read_text("utf-8")
