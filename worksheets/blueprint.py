"""The blueprint: how many questions of what kind, how hard, from which chapters."""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import cast, get_args

from .ages import AGES
from .answer_space import MOST_LINES
from .bank import Chapter, FactBank
from .facts import Level
from .item_types import ITEM_TYPES, ItemType
from .lean_json import compact_bytes, lean
from .problems import Faults, Problem, Source
from .questions import Difficulty, ItemTypeName
from .settings import SettingsReader
from .shares import LEVEL_MEND, LEVELS, LevelShares, Shares, decimal, level_shares, shares
from .yaml_source import Value, parse_yaml, read_yaml

# Bounds against slips of the finger, not promises.
MOST_MARKS = 200  # of one part; how many questions it may have is said by the item type
MOST_PARTS = 40


@dataclass(frozen=True, slots=True)
class Part:
    """One section of the sheet: an item type and how much of it, by number of questions or by marks."""

    item_type: ItemTypeName
    count: int = 0
    marks: int = 0
    levels: tuple[Level, ...] = (1, 2, 3)
    heading: str = ""
    instruction: str = ""
    size: int = 0  # of each question, where the item type comes in several sizes; 0 for the usual one
    lines: int = 0  # to write on, for each question; 0 for as many as the item type gives
    difficulty: Difficulty | None = None
    chapters: tuple[str, ...] = ()  # numbers or names; empty for all that the sheet asks about
    chapter_shares: Shares = ()  # of its marks, or of its questions if they are counted
    level_shares: LevelShares = ()  # likewise
    pace: float = 0.0  # minutes for a mark; 0 for what its item type usually takes
    line: int = field(default=0, compare=False)

    @property
    def head(self) -> tuple[str, str]:
        """Heading and instruction as they are printed."""
        kind = ITEM_TYPES[self.item_type]
        return (self.heading or kind.title, self.instruction or kind.instruction)


@dataclass(frozen=True, slots=True)
class OwnPart:
    """Where the teacher's own questions stand, and under what heading."""

    before: int  # index of the part that they stand before
    heading: str = ""
    instruction: str = ""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Blueprint:
    """What a sheet shall hold."""

    title: str
    parts: tuple[Part, ...]
    instructions: str = ""
    chapters: tuple[str, ...] = ()  # numbers or names, as the teacher wrote them; empty for all
    taught_through: str = ""  # number or name of the last chapter the class has met
    ages: tuple[tuple[str, tuple[str, ...]], ...] = ()  # of `ages.AGES`, with the chapters and sections taught then
    own: OwnPart | None = None
    minutes: int = 0  # the most that its questions may take
    marks: int = 0  # that its questions add up to; 0 for as many as come of it
    chapter_shares: Shares = ()  # of its marks
    level_shares: LevelShares = ()  # of its marks
    path: str = field(default="blueprint", compare=False)
    sources: Mapping[str, Source] = field(default_factory=dict, compare=False)  # setting -> where it stands

    @property
    def digest(self) -> str:
        """SHA-256 of what it says about what is drawn, whatever its layout; what it does not set adds nothing.

        Neither lines to write on nor own questions are part of it: a sheet shall stay the same without them.
        """
        parts = tuple(replace(part, lines=0, line=0) for part in self.parts)
        said = replace(self, parts=parts, own=None, path="blueprint", sources={})
        return hashlib.sha256(compact_bytes(lean(said))).hexdigest()

    @property
    def head(self) -> tuple[str, ...]:
        """All that a sheet prints beside its questions."""
        own = (self.own.heading, self.own.instruction) if self.own else ()
        return (self.title, self.instructions, *own, *(text for part in self.parts for text in part.head))

    def source(self, setting: str) -> Source:
        """Where a setting stands."""
        return self.sources.get(setting, Source(self.path))

    def scoped(self, chapters: str | None = None, through: str | None = None) -> Blueprint:
        """The same sheet about other chapters, as the command line names them: "1,3", "4".

        They take the place of all that the blueprint and its parts say about chapters.
        """
        blueprint = self
        if chapters and chapters.strip():
            named = tuple(part.strip() for part in chapters.split(","))
            sources = {**self.sources, "chapters": Source("--chapters")}
            parts = tuple(replace(part, chapters=(), chapter_shares=()) for part in blueprint.parts)
            blueprint = replace(blueprint, chapters=named, chapter_shares=(), parts=parts, sources=sources)
        if through and through.strip():
            sources = {**blueprint.sources, "taught_through": Source("--through")}
            blueprint = replace(blueprint, taught_through=through.strip(), sources=sources)
        return blueprint


def bundled_blueprints() -> dict[str, str]:
    """The blueprints that come with the tool: name -> YAML text."""
    folder = files("worksheets") / "blueprints"
    return {
        entry.name.removesuffix(".yaml"): entry.read_text("utf-8")
        for entry in sorted(folder.iterdir(), key=lambda entry: entry.name)
        if entry.name.endswith(".yaml")
    }


def find_blueprint(name: str) -> Blueprint:
    """Read a blueprint file, or take one that comes with the tool when ``name`` is the name of one.

    :raises Faults: if there is none, or it is faulty.
    """
    path = Path(name)
    bundled = bundled_blueprints()
    if name in bundled and not path.exists():
        return blueprint_from(parse_yaml(bundled[name], f"{name}.yaml"), f"{name}.yaml")
    if not path.exists():
        what = f'there is no blueprint "{name}"'
        mend = f"give a YAML file, or one of {', '.join(bundled)}"
        raise Faults([Problem(Source(name), what, mend, "blueprint.not-found")])
    return blueprint_from(read_yaml(path), name)


def blueprint_from(value: Value, path: str) -> Blueprint:
    """Make a blueprint of what was read.

    :raises Faults: with every fault at once.
    """
    reader = _Reader(path, "blueprint")
    settings = reader.mapping(value, "the blueprint", SETTINGS, "title: Homework")
    parts = reader.parts(settings.get("questions"), value.line)
    blueprint = Blueprint(
        title=reader.text(settings, "title") or "Worksheet",
        parts=parts,
        instructions=reader.text(settings, "instructions"),
        chapters=reader.names(settings, "chapters"),
        taught_through=reader.name(settings, "taught_through"),
        minutes=reader.number(settings, "minutes", 1, 600),
        ages=reader.ages(settings.get("ages")),
        own=reader.own,
        marks=reader.number(settings, "marks", 1, MOST_MARKS * MOST_PARTS),
        chapter_shares=shares(reader, settings.get("chapters"), "chapters"),
        level_shares=reader.only_shares(settings.get("levels")),
        path=path,
        sources={key: Source(path, item.line) for key, item in {**settings, **reader.age_lines}.items()},
    )
    if problems := [*reader.problems, *contradictions(blueprint)]:
        raise Faults(problems)
    return blueprint


def contradictions(blueprint: Blueprint) -> Iterator[Problem]:
    """Amounts of a blueprint that cannot all be kept, whatever the book holds."""

    def told(source: Source, sums: Mapping[str, int]) -> Iterator[Problem]:
        given = {name: amount for name, amount in sums.items() if amount}
        if len(set(given.values())) > 1:
            least, most = min(given.values()), max(given.values())
            what = f"{' and '.join(f'{name} come to {amount}' for name, amount in given.items())}: {most - least} apart"
            yield Problem(source, what, "let them come to the same", "blueprint.shares")

    every = all(part.marks for part in blueprint.parts)
    of_parts = sum(part.marks for part in blueprint.parts)
    setting = next((name for name in ("marks", "chapters", "levels") if name in blueprint.sources), "questions")
    sums = {
        "marks": blueprint.marks,
        "the marks of chapters": _total(blueprint.chapter_shares),
        "the marks of levels": _total(blueprint.level_shares),
        "the marks of the parts": of_parts if every else 0,
    }
    yield from told(blueprint.source(setting), sums)
    for part in blueprint.parts:
        unit = "marks" if part.marks else "count"
        shared = {"its chapters": _total(part.chapter_shares), "its levels": _total(part.level_shares)}
        yield from told(Source(blueprint.path, part.line), {unit: part.marks or part.count, **shared})


def _total(shared: Shares | LevelShares) -> int:
    return sum(amount for _, amount in shared)


@dataclass(frozen=True, slots=True)
class Scope:
    """The chapters that a blueprint names, found in a book."""

    asked: tuple[Chapter, ...]
    taught: tuple[Chapter, ...]
    parts: tuple[frozenset[str], ...] = ()  # for each part the document names of the chapters that it asks about

    @property
    def label(self) -> str:
        """The chapters asked about, for messages."""
        return _listed(self.asked)

    def of_part(self, index: int) -> str:
        """The chapters that one part asks about."""
        return _listed([chapter for chapter in self.asked if chapter.name in self.parts[index]])


def _listed(chapters: Sequence[Chapter]) -> str:
    names = [chapter.number or chapter.name for chapter in chapters]
    if len(names) == 1:
        return f"chapter {names[0]}"
    return f"chapters {', '.join(names[:-1])} and {names[-1]}" if names else "the book"


def scope_of(blueprint: Blueprint, book: FactBank) -> Scope:
    """Find the chapters a class is asked about, and those it has met (rule R11).

    Where the blueprint does not say what was taught, it is everything up to the last chapter asked about.

    :raises Faults: if a chapter is not in the book.
    """
    problems: list[Problem] = []

    def find(name: str, source: Source) -> int:
        if chapter := book.chapter(name):
            return book.chapters.index(chapter)
        known = [label for chapter in book.chapters for label in (chapter.number, chapter.name) if label]
        close = difflib.get_close_matches(name, known, n=1)
        listing = ", ".join(f"{chapter.number or chapter.name} ({chapter.title})" for chapter in book.chapters)
        mend = (f'perhaps "{close[0]}"; ' if close else "") + f"the chapters with facts are: {listing or 'none'}"
        what = f'the book has no chapter "{name}"'
        problems.append(Problem(source, what, mend, "blueprint.unknown-chapter"))
        return 0

    last = find(blueprint.taught_through, blueprint.source("taught_through")) if blueprint.taught_through else None
    asked = sorted({find(name, blueprint.source("chapters")) for name in blueprint.chapters})
    if not asked:
        asked = list(range(len(book.chapters) if last is None else last + 1))
    if last is not None and not problems and (late := [index for index in asked if index > last]):
        what = f'chapter "{book.chapters[late[0]].title}" is asked about but comes after taught_through'
        mend = "leave the chapter out or move taught_through on"
        problems.append(Problem(blueprint.source("chapters"), what, mend, "blueprint.not-taught"))
    parts = []
    for part in blueprint.parts:
        wanted = {find(name, Source(blueprint.path, part.line)) for name in part.chapters}
        parts.append(frozenset(book.chapters[index].name for index in wanted or asked if book.chapters))
        if not problems and (missing := [book.chapters[index] for index in sorted(wanted.difference(asked))]):
            what = f'chapter "{missing[0].title}" is asked about here, and not among the chapters of the sheet'
            mend = "add it to chapters at the top of the blueprint, or leave it out here"
            problems.append(Problem(Source(blueprint.path, part.line), what, mend, "blueprint.not-asked"))
    if problems:
        raise Faults(problems)
    taught = (max(asked, default=-1) if last is None else last) + 1
    return Scope(tuple(book.chapters[index] for index in asked), book.chapters[:taught], tuple(parts))


SETTINGS = ("title", "instructions", "chapters", "taught_through", "ages", "minutes", "marks", "levels", "questions")
SETTINGS_OF_PARTS = (
    *("type", "count", "marks", "size", "level", "levels", "heading", "instruction", "lines"),
    *("difficulty", "chapters", "pace"),
)
_OWN_SETTINGS = ("type", "heading", "instruction")
OWN = "own"  # the type of the part that holds a teacher's own questions


class _Reader(SettingsReader):
    """Reads what only a blueprint has: chapters, parts and levels."""

    age_lines: Mapping[str, Value] = MappingProxyType({})
    own: OwnPart | None = None

    def name(self, settings: Mapping[str, Value], key: str) -> str:
        item = settings.get(key)
        if item is None:
            return ""
        if not isinstance(item.content, str | int):
            self.fault(item.line, f'"{key}" is {item.text}', "write a chapter's number or name", "chapter")
            return ""
        return str(item.content)

    def names(self, settings: Mapping[str, Value], key: str) -> tuple[str, ...]:
        item = settings.get(key)
        if item is None:
            return ()
        if isinstance(item.content, dict):
            return tuple(item.content)  # the amounts beside them are read by `shares`
        if not isinstance(item.content, tuple):
            name = self.name(settings, key)
            return (name,) if name else ()
        return tuple(self.name({key: entry}, key) for entry in item.content)

    def ages(self, value: Value | None) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Read what was taught when: a name, several with commas between them, or a list."""
        if value is None:
            return ()
        self.age_lines = self.mapping(value, '"ages"', AGES, 'last-lesson: "4"')
        listed = {age: self.names(self.age_lines, age) for age in AGES if age in self.age_lines}
        return tuple(
            (age, tuple(part.strip() for name in names for part in name.split(",") if part.strip()))
            for age, names in listed.items()
        )

    def parts(self, value: Value | None, line: int) -> tuple[Part, ...]:
        example = 'write a list such as "- type: multiple-choice" with "count: 5" under it'
        if value is None:
            self.fault(line, 'the blueprint has no "questions"', example, "no-questions")
            return ()
        if not isinstance(value.content, tuple) or not value.content:
            self.fault(value.line, f'"questions" is {value.text}', example, "no-questions")
            return ()
        if len(value.content) > MOST_PARTS:
            what = f'"questions" has {len(value.content):,} parts'
            self.fault(value.line, what, f"write {MOST_PARTS} or fewer", "too-many-parts")
            return ()
        parts: list[Part] = []
        for item in value.content:
            if isinstance(item.content, dict) and self.text(item.content, "type") == OWN:
                self.own_part(item, len(parts))
            elif part := self.part(item):
                parts.append(part)
        return tuple(parts)

    def own_part(self, value: Value, before: int) -> None:
        settings = self.mapping(value, "the part of own questions", _OWN_SETTINGS, "type: own")
        if self.own:
            what, mend = "own questions have a part already", "leave this one out: they all stand together"
            self.fault(value.line, what, mend, "own-twice")
        heading, instruction = self.text(settings, "heading"), self.text(settings, "instruction")
        self.own = OwnPart(before, heading, instruction, settings["type"].line)

    def part(self, value: Value) -> Part | None:
        before = len(self.problems)
        settings = self.mapping(value, "this part of questions", SETTINGS_OF_PARTS, "type: cloze")
        if not settings and len(self.problems) > before:
            return None
        name = self.text(settings, "type").replace("_", "-")
        at = settings["type"].line if "type" in settings else value.line
        item_type = ITEM_TYPES.get(name)
        if item_type is None:
            close = difflib.get_close_matches(name, ITEM_TYPES, n=1)
            mend = f'write "{close[0]}"' if close else f"use one of {', '.join([*ITEM_TYPES, OWN])}"
            what = f'there is no item type "{name}"' if name else "this part has no type"
            self.fault(at, what, mend, "item-type")
            return None
        if "marks" in settings and not item_type.marked:
            what, mend = f"{name} is not marked, so it has no marks to count", 'write "count: 1" instead'
            self.fault(settings["marks"].line, what, mend, "how-much")
        elif ("count" in settings) == ("marks" in settings):
            what = f"{name} needs either count or marks, " + ("not both" if "count" in settings else "and has neither")
            self.fault(at, what, 'write "count: 5" or "marks: 10"', "how-much")
        return Part(
            item_type=name,
            count=self.number(settings, "count", 1, item_type.most),
            marks=self.number(settings, "marks", 1, MOST_MARKS),
            levels=self.levels(settings),
            heading=self.text(settings, "heading"),
            instruction=self.text(settings, "instruction"),
            size=self.size(settings, item_type),
            lines=self.number(settings, "lines", 1, MOST_LINES),
            difficulty=self.difficulty(settings, item_type),
            chapters=self.names(settings, "chapters"),
            chapter_shares=shares(self, settings.get("chapters"), "chapters"),
            level_shares=level_shares(self, settings.get("levels")),
            pace=decimal(self, settings, "pace"),
            line=at,
        )

    def size(self, settings: Mapping[str, Value], item_type: ItemType) -> int:
        item = settings.get("size")
        if item is None:
            return 0
        if not isinstance(item.content, int) or item.content not in item_type.sizes:
            known = ", ".join(map(str, sorted(item_type.sizes)))
            mend = f"write one of {known}" if known else f"leave it out: {item_type.name} comes in one size"
            self.fault(item.line, f'"size" is {item.text}', mend, "size")
            return 0
        return item.content

    def levels(self, settings: Mapping[str, Value]) -> tuple[Level, ...]:
        item = settings.get("levels") or settings.get("level")
        if item is None:
            return (1, 2, 3)
        if isinstance(item.content, dict) and "level" not in settings:
            return tuple(level for level, _ in level_shares(SettingsReader("", ""), item)) or (1, 2, 3)
        entries = item.content if isinstance(item.content, tuple) else (item,)
        levels = [LEVELS[str(entry.content)] for entry in entries if str(entry.content) in LEVELS]
        if len(levels) < len(entries) or not levels or {"level", "levels"} <= settings.keys():
            self.fault(item.line, f'"level" is {item.text}', LEVEL_MEND, "level")
            return (1, 2, 3)
        return tuple(level for level in (1, 2, 3) if level in levels)

    def only_shares(self, item: Value | None) -> LevelShares:
        if item is not None and not isinstance(item.content, dict):
            mend = "write amounts of marks such as {recall: 20, explain: 10}, or the levels of each part"
            self.fault(item.line, f'"levels" of the whole sheet is {item.text}', mend, "level")
        return level_shares(self, item)

    def difficulty(self, settings: Mapping[str, Value], item_type: ItemType) -> Difficulty | None:
        item = settings.get("difficulty")
        if item is None:
            return None
        if item.content not in get_args(Difficulty):
            self.fault(item.line, f'"difficulty" is {item.text}', "write easy, medium or hard", "difficulty")
            return None
        if not item_type.graded:
            graded = ", ".join(name for name, kind in ITEM_TYPES.items() if kind.graded)
            what = f"{item_type.name} cannot be made easier or harder"
            self.fault(item.line, what, f"choose its level or marks instead; it is possible for {graded}", "difficulty")
            return None
        return cast(Difficulty, item.content)
