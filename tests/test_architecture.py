"""The walls of the house: who may import whom, and what no file may say."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

# Rooms of `worksheets`, top floor first: a module may import from its own room and from rooms below it.
FLOORS: tuple[tuple[str, ...], ...] = (
    ("cli",),
    ("commands",),
    ("class_output", "name_letters", "manifest_schema"),
    ("manifest", "card_record"),
    ("card_printing",),
    ("class_set", "stress"),
    ("by_hand",),
    ("compose", "printing"),
    ("drafting", "equal_forms"),
    ("direct_printing",),
    ("rendering",),
    ("adapting", "choosing", "asking", "askability", "fitting", "quotas"),
    ("sheet_lint", "cards"),
    ("sheet_rules",),
    ("worksheet", "blueprint", "own_questions"),
    ("difficulty",),
    ("item_types",),
    ("item_rules", "plain_text"),
    ("bank_schema",),
    ("bank_lint", "bank_file", "mark_schemes", "roster"),
    ("answer_space", "shares"),
    ("questions", "headline", "settings", "ages"),
    ("needed_forms",),
    ("bank", "sampling", "fact_texts", "happenings", "words", "spelling", "yaml_source"),
    ("press",),
    ("facts", "lean_json"),
    ("dates", "files", "resources", "exhibits", "profiles"),
    ("problems",),
    ("__init__",),
)
FLOOR = {room: height for height, floor in enumerate(reversed(FLOORS)) for room in floor}
SPHINX_SIDE = "sphinx_ext"  # the one module of `worksheets` that knows Sphinx

# Third-party packages and the only rooms that may import them.
DOORS = {
    "weasyprint": {"press"},
    "pikepdf": {"press", "build_tools"},
    "fontpkg": {"press"},
    "manimgx_fonts": {"press"},
    "fontTools": {"press"},
    "jinja2": {"rendering", "build_tools"},
    "click": {"cli", "commands"},
    "rich": {"commands"},
    "yaml": {"yaml_source"},
    "msgspec": {
        *("card_record", "bank_file", "bank_schema", "lean_json", "manifest", "manifest_schema"),
        *("press", "build_tools"),
    },
    "sphinx": {"build_tools"},
    "docutils": {"build_tools"},
}
# The same for parts of the standard library: no clock, no chance, no network, nothing that runs what it reads.
GUARDED = {
    "random": set[str](),
    "secrets": {"commands"},  # to make up a seed, which is then told
    "time": set[str](),
    "datetime": set[str](),
    "socket": set[str](),
    "http": set[str](),
    "requests": set[str](),
    "urllib": {"press", "build_tools"},  # to take addresses apart
    "subprocess": {"press"},
    "pickle": set[str](),
    "shelve": set[str](),
}


def modules(package: str) -> list[Path]:
    return sorted(
        path
        for path in (ROOT / package).rglob("*.py")
        if "starter" not in path.parts and "__pycache__" not in path.parts
    )


def room_of(path: Path) -> str:
    first = path.relative_to(ROOT / "worksheets").parts[0]
    return first.removesuffix(".py")


def imports(path: Path) -> set[str]:
    """The full names of all modules that a file imports, lazily or not; relative names are worked out."""
    package = path.relative_to(ROOT).with_suffix("").parts[:-1]
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            name = ".".join(filter(None, (base, node.module)))
            found.add(name)
            found.update(f"{name}.{alias.name}" for alias in node.names)
    return found


@pytest.mark.parametrize("path", modules("worksheets"), ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_point_downwards(path):
    """A module of the tool imports from its own room and from floors below, never upwards or sideways."""
    room = room_of(path)
    broken = [
        f"{room} -> {target}"
        for name in imports(path)
        if name.startswith("worksheets.") and room != SPHINX_SIDE
        for target in [name.split(".")[1]]
        if target in FLOOR and target != room and FLOOR[target] >= FLOOR[room]
    ]

    assert broken == []


@pytest.mark.parametrize("path", modules("worksheets/item_types"), ids=lambda path: path.stem)
def test_no_ask_function_calls_a_rule(path):
    """The linter is the second look: what made a question has not judged it, its record only names the rules."""
    tree = ast.parse(path.read_text("utf-8"))
    rules = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("item_rules")
        for alias in node.names
    }
    called = {
        name.id
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.Lambda)
        for name in ast.walk(node)
        if isinstance(name, ast.Name)
    }

    assert rules & called == set()


def test_every_room_has_its_floor():
    """A new module is given a floor before it is used."""
    rooms = {room_of(path) for path in modules("worksheets")} - {SPHINX_SIDE, "__main__"}

    assert rooms - FLOOR.keys() == set()


@pytest.mark.parametrize("package", ["worksheets", "build_tools"])
def test_each_library_has_one_door(package):
    """Third-party packages, clocks, chance and the network are imported only where the tables say."""
    broken = []
    for path in modules(package):
        room = room_of(path) if package == "worksheets" else package
        for name in imports(path):
            library = name.split(".")[0]
            if room not in (DOORS | GUARDED).get(library, {room}) and room != SPHINX_SIDE:
                broken.append(f"{path.relative_to(ROOT)} -> {library}")

    assert broken == []


@pytest.mark.parametrize("package", ["worksheets", "build_tools"])
def test_nothing_runs_what_it_reads(package):
    """No text becomes code, save the lines of WeasyPrint that are mended (rule S7)."""
    running = [
        f"{path.name}:{node.lineno}"
        for path in modules(package)
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and (
            (isinstance(node.func, ast.Name) and node.func.id in {"eval", "exec", "compile", "__import__"})
            or (
                isinstance(node.func, ast.Attribute)
                and ast.unparse(node.func) in {"os.system", "os.popen", "yaml.load"}
            )
        )
    ]

    assert {place.partition(":")[0] for place in running} <= {"mending.py"}


def test_no_address_is_opened():
    """Addresses are taken apart with urllib, but nothing is opened with it."""
    opened = [
        f"{path.name}: {name}"
        for package in ("worksheets", "build_tools")
        for path in modules(package)
        for name in imports(path)
        if name.startswith("urllib") and name.split(".")[-1] in {"urlopen", "Request", "urlretrieve", "build_opener"}
    ]

    assert opened == []


def test_weasyprint_is_opened_in_child_processes_only():
    """WeasyPrint is imported by what runs in a process of its own, and by nothing that runs elsewhere."""
    engine = {"weasyprint", "pydyf"}
    children = {path.stem for path in modules("worksheets") if engine & {name.split(".")[0] for name in imports(path)}}
    users = {
        path.name
        for path in modules("worksheets")
        if path.stem not in children and children & {name.rsplit(".", 1)[-1] for name in imports(path)}
    }

    assert {
        "block_child", "block_objects", "block_stream", "block_structure", "child_backgrounds", "child_blocks",
        "child_boxes", "child_ends", "child_glyphs", "child_grid", "child_html", "child_light", "child_lines",
        "child_memo", "child_pages", "child_parts", "child_pdf", "child_settings", "child_sides", "child_structure",
        "child_styles", "child_survey", "child_text", "typeset_child", "work_parts",
    } == children  # fmt: skip
    assert {"work_blocks.py"} == users


def test_the_tool_never_imports_the_sphinx_side():
    """Only worksheets/sphinx_ext.py knows build_tools; the bank file is the seam."""
    broken = [
        str(path.relative_to(ROOT))
        for path in modules("worksheets")
        if room_of(path) != SPHINX_SIDE and any("build_tools" in name for name in imports(path))
    ]

    assert broken == []


def test_the_lowest_floors_need_the_standard_library_only():
    """Facts, dates, ranks and problems can be used anywhere: they import nothing that must be installed."""
    allowed = sys.stdlib_module_names | {"worksheets"}
    broken = [
        f"{room}: {name}"
        for room in ("problems", "dates", "facts", "bank", "sampling", "questions", "worksheet", "files")
        for name in imports(ROOT / "worksheets" / f"{room}.py")
        if name.split(".")[0] not in allowed
    ]

    assert broken == []


def test_imposing_needs_the_standard_library_only():
    """A class set of stored blocks is printed without loading any other library: it takes the tenth of a second."""
    allowed = sys.stdlib_module_names | {"worksheets"}
    waiting, seen = ["impose"], set[str]()
    while waiting:
        module = waiting.pop()
        seen.add(module)
        for name in imports(ROOT / "worksheets" / "press" / f"{module}.py"):
            assert name.split(".")[0] in allowed, f"{module}: {name}"
            room = name.removeprefix("worksheets.press.").split(".")[0]
            if name.startswith("worksheets.press.") and room not in seen:
                waiting.append(room)

    assert seen > {"impose", "pdf_writer"}


def test_page_making_and_paper_know_numbers_only():
    """Both are the lowest rooms of the press: they import the standard library and the values of their own kind."""
    broken = [
        f"{path.name} -> {name}"
        for kind in ("page", "paper")
        for path in (ROOT / "worksheets" / "press").glob(f"{kind}*.py")
        for name in imports(path)
        if name.split(".")[0] not in sys.stdlib_module_names and not name.startswith(f"worksheets.press.{kind}")
    ]

    assert broken == []


def test_reading_a_mark_needs_no_sphinx():
    """An author's marks can be read and judged without a build: stage 1 needs the standard library only."""
    also = ("build_tools/collected.py", "build_tools/drawn/picture.py")
    known = ("build_tools.mark", "build_tools.collected", "build_tools.drawn.picture")
    allowed = sys.stdlib_module_names | {"worksheets", "build_tools"}
    broken = [
        f"{path.name}: {name}"
        for path in [*modules("build_tools/mark"), *map(ROOT.joinpath, also)]
        for name in imports(path)
        if name.split(".")[0] not in allowed or (name.startswith("build_tools.") and not name.startswith(known))
    ]

    assert broken == []


def test_no_room_is_called_utils():
    """A name says what lives there."""
    vague = re.compile(r"(utils?|helpers?|common|misc|tools)\.py")
    found = [
        str(path)
        for package in ("worksheets", "build_tools")
        for path in modules(package)
        if vague.fullmatch(path.name)
    ]

    assert found == []


@pytest.mark.parametrize("path", sorted((ROOT / "tests").rglob("test_*.py")), ids=lambda path: path.stem)
def test_every_test_says_what_it_proves(path):
    """Each test has a docstring: together they are the specification."""
    silent = [
        node.name
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_") and not ast.get_docstring(node)
    ]

    assert silent == []


def test_every_library_that_is_imported_is_asked_for():
    """None is there only because another one needs it; those whose insides are used or changed are of one version."""
    given = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = [*given["dependencies"], *(one for more in given["optional-dependencies"].values() for one in more)]
    known = {re.split("[^a-z0-9-]", one.lower())[0] for one in asked}
    known |= {"docutils", "babel", "markupsafe", "pybtex", "fontpkg"}  # whose values others hand on: Sphinx, the fonts
    of_modules = packages_distributions()
    used = {
        name.split(".")[0]
        for room in ("worksheets", "build_tools")
        for path in modules(room)
        for name in imports(path)
        if name.split(".")[0] not in sys.stdlib_module_names | {"worksheets", "build_tools"}
    }
    missing = {name for name in used if known.isdisjoint(one.lower() for one in of_modules.get(name, [name]))}

    assert missing == set()
    for name in ("weasyprint", "pydyf", "cssselect2", "tinyhtml5", "fonttools"):
        assert any(one.startswith(f"{name}==") for one in asked), name
