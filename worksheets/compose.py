"""Stage 5, compose: bank, blueprint and seed become a worksheet. Pure: no clock, no file, no random state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from .bank import FactBank
from .blueprint import Blueprint, Part, Scope, scope_of
from .facts import Fact
from .item_types import ITEM_TYPES, Material, Refusal
from .problems import Faults, Problem, Source
from .questions import Question
from .sampling import rank, ranked
from .sheet_lint import clash, lint_question
from .worksheet import Section, Worksheet

# Where a bank is just rich enough, one draw in some hundreds takes a fact that another part needed; then a fresh draw
# of the same seed is tried before a teacher is told that the bank is too thin.
ATTEMPTS = 8
WHOLE_BLOCK = 8  # true-or-false statements of which half are true (rule P3)
ROUND = 2**256  # from one turn of a way of asking to its next, in units of a rank
# A way with fewer facts has to wait longer between its turns, so that they do not come up on every sheet. Longer by so
# little for each fact it lacks that, up to this many rounds, one more fact gives a way at most one turn more.
FEW = 8
LONGEST_RUN = 4  # of one letter among the keys of multiple choice (rule P1)
CHI_SQUARE_LIMIT = 13.816  # 0.999 quantile for two degrees of freedom, three options (rule P1)


def compose(book: FactBank, blueprint: Blueprint, seed: str, *, code: str, form: str = "") -> Worksheet:
    """Make one worksheet.

    For each part of the blueprint the facts are ranked by SHA-256 of seed and id, and asked in that order until the
    part is full. A fact is asked once on a sheet, and no question may hold another's answer (rule H12): one that
    clashes with a question already taken is passed over.

    Each fact has a *home*: the part that ranks it lowest. A part asks its own facts first and turns to the others only
    when they run out. So, as long as no part runs out and nothing clashes, one more fact in the book changes at most
    one question, and a longer part begins with the shorter one.

    :raises Faults: naming each part that cannot be filled, by how much it is short, and what would fit.
    """
    scope = scope_of(blueprint, book)
    parts = list(enumerate(blueprint.parts))
    told: list[Problem] = []
    for attempt in range(ATTEMPTS):
        turn = f"{rank(seed, 'attempt', str(attempt)):064x}" if attempt else seed
        drawing = _Drawing(book, blueprint, scope, turn)
        filled = drawing.fill_all(parts)
        if not drawing.problems:
            break
        told = told or drawing.problems
    else:
        raise Faults(told)
    sections = tuple(
        Section(
            part.heading or ITEM_TYPES[part.item_type].title,
            part.instruction or ITEM_TYPES[part.item_type].instruction,
            tuple(filled[index]),
        )
        for index, part in parts
    )
    return Worksheet(
        title=blueprint.title,
        book=book.title,
        sections=sections,
        code=code,
        form=form,
        instructions=blueprint.instructions,
        minutes=blueprint.minutes,
        language=book.language,
    )


class _Drawing:
    """What is taken and what is left while one sheet is drawn."""

    def __init__(self, book: FactBank, blueprint: Blueprint, scope: Scope, seed: str) -> None:
        self.book, self.blueprint, self.scope, self.seed = book, blueprint, scope, seed
        self.taught = book.within(chapter.name for chapter in scope.taught)
        self.asked = book.within(chapter.name for chapter in scope.asked)
        self.taken: list[Question] = []
        self.used: set[str] = set()
        self.problems: list[Problem] = []
        drawn = [fact for fact in self.asked if fact.weight]
        self.homes = {fact.id: self._home(fact) for fact in drawn}
        # The lowest of n ranks: a fact of weight n comes about n times as often to the top.
        self.ranks = {fact.id: min(rank(seed, "fact", fact.id, str(n)) for n in range(fact.weight)) for fact in drawn}
        self.material = self._material()

    def _material(self) -> Material:
        left = tuple(fact for fact in self.taught if fact.id not in self.used and fact.weight)
        return Material(book=self.book, taught=self.taught, asked=FactBank(self.book.title, left), seed=self.seed)

    def _home(self, fact: Fact) -> int | None:
        """The part that a fact belongs to: rendezvous hashing (Thaler and Ravishankar 1998, IEEE/ACM ToN 6(1))."""
        suited = [index for index, part in enumerate(self.blueprint.parts) if ITEM_TYPES[part.item_type].patterns(fact)]
        return min(suited, key=lambda index: rank(self.seed, "home", fact.id, str(index)), default=None)

    def fill_all(self, parts: list[tuple[int, Part]]) -> dict[int, list[Question]]:
        """The questions of every part, by its index; those of several facts choose first."""

        def turn(entry: tuple[int, Part]) -> tuple[int, int]:
            index, part = entry
            return (-ITEM_TYPES[part.item_type].precedence, index)

        return {index: self.fill(index, part) for index, part in sorted(parts, key=turn)}

    def fill(self, index: int, part: Part) -> list[Question]:
        """The questions of one part; what is missing is noted among the problems.

        The ways of asking take turns, each going down its own list of facts; so a part is mixed however many facts
        suit one way, and a new fact can only move facts of its own way. What is still empty then is filled with
        whatever fits.
        """
        taken: list[Question] = []
        suited = self._suited(index)
        lists = self._lists(suited, part)
        due = {way: rank(self.seed, "way", str(index), way) * _pause(facts) for way, facts in lists.items()}
        waiting = {way: iter(facts) for way, facts in lists.items()}
        while due and not _full(part, taken):
            way = min(due, key=lambda way: (due[way], way))
            if self._take_one(((fact, way) for fact in waiting[way]), part, taken):
                due[way] += ROUND * _pause(lists[way])
            else:
                del due[way]
        while not _full(part, taken) and self._take_one(((fact, "") for fact in suited), part, taken):
            pass
        if not _full(part, taken):
            self.problems.append(self._shortage(part, taken))
        return taken

    def _suited(self, index: int) -> list[Fact]:
        """The facts that the part may ask, in the order of their ranks, its own before those of other parts."""
        facts = [fact for fact in self.asked if self.homes.get(fact.id) is not None]
        return sorted(facts, key=lambda fact: (self.homes[fact.id] != index, self.ranks[fact.id], fact.id))

    def _lists(self, suited: list[Fact], part: Part) -> dict[str, list[Fact]]:
        """For each way of asking the facts that wait for it, in the order of their ranks."""
        lists: dict[str, list[Fact]] = {}
        for fact in suited:
            if way := self._way_of(fact, part):
                lists.setdefault(way, []).append(fact)
        return lists

    def _way_of(self, fact: Fact, part: Part) -> str:
        """The one of its ways of being asked under which a fact waits for its turn; empty where there is none."""
        ways = {_way(pattern) for pattern in ITEM_TYPES[part.item_type].patterns(fact)}
        return min(ways, key=lambda way: (rank(self.seed, "way", fact.id, way), way), default="")

    def _take_one(self, waiting: Iterator[tuple[Fact, str]], part: Part, taken: list[Question]) -> bool:
        """Take the first of some facts that can be asked in the way it waits for; whether there was one."""
        for fact, way in waiting:
            if fact.id not in self.used and (question := self._question(fact, part, taken, way)):
                taken.append(question)
                self.taken.append(question)
                self.used.update(question.facts)
                self.material = self._material()
                return True
        return False

    def _question(self, fact: Fact, part: Part, taken: list[Question], way: str) -> Question | None:
        """The first way of asking that is sound, fits the part and clashes with nothing on the sheet."""
        kind = ITEM_TYPES[part.item_type]
        patterns = [pattern for pattern in kind.patterns(fact) if way in ("", _way(pattern))]
        if not patterns:
            return None
        for pattern in ranked(self.seed, patterns, lambda pattern: f"{fact.id}/{pattern}"):
            question = kind.ask(fact, pattern, self.material)
            if isinstance(question, Refusal) or not self._fits(question, part, taken):
                continue
            if any(used in self.used for used in question.facts) or lint_question(question, self.book):
                continue
            if not any(clash(question, other) for other in self.taken):
                return question
        return None

    def _fits(self, question: Question, part: Part, taken: list[Question]) -> bool:
        if question.level not in part.levels:
            return False
        if part.marks and question.marks > part.marks - sum(other.marks for other in taken):
            return False
        return _balanced(question, taken, part.count or part.marks // question.marks) and _unpredictable(
            question, taken
        )

    def _shortage(self, part: Part, taken: list[Question]) -> Problem:
        got = sum(question.marks for question in taken) if part.marks else len(taken)
        wanted, unit = (part.marks, "marks") if part.marks else (part.count, "questions")
        levels = "" if len(part.levels) == 3 else f" of level {' or '.join(map(str, part.levels))}"
        suited = sum(bool(ITEM_TYPES[part.item_type].patterns(fact)) for fact in self.asked)
        what = (
            f"{wanted} {unit} of {part.item_type}{levels} are asked for and {self.scope.label} "
            f"gave {got}: {wanted - got} short (facts that can be asked so: {suited}; some of them are used, too alike "
            "or give another answer away)"
        )
        offer = f"ask for {got} at most" if got else "leave this part out"
        mend = f"{offer}, add chapters{' or levels' if levels else ''}, or mark more {ITEM_TYPES[part.item_type].takes}"
        return Problem(Source(self.blueprint.path, part.line), what, mend, "blueprint.too-much")


def _pause(facts: Sequence[Fact]) -> Fraction:
    """How many rounds a way of asking waits for its next turn: one, or more where it has few facts."""
    return Fraction(FEW, min(len(facts), FEW))


def _full(part: Part, taken: list[Question]) -> bool:
    if part.marks:
        return sum(question.marks for question in taken) >= part.marks
    return len(taken) >= part.count


def _way(pattern: str) -> str:
    """A pattern without its verdict: "event-year/true" and "event-year/false" are one way of asking."""
    return pattern.partition("/")[0]


def _balanced(question: Question, taken: list[Question], count: int) -> bool:
    """Whether true and false statements stay half and half: within one from eight on (rule P3).

    A shorter part may have one more of a kind, else whoever knows three of four knows the fourth.
    """
    verdict = _verdict(question)
    if not verdict:
        return True
    most = (count + 1) // 2 + (count < WHOLE_BLOCK)
    return sum(_verdict(other) == verdict for other in taken) < most


def _verdict(question: Question) -> str:
    return question.pattern.partition("/")[2]


def _unpredictable(question: Question, taken: list[Question]) -> bool:
    """Whether the key's place gives nothing away: no long run of one letter, no lopsided counts (rule P1).

    Counts are not made equal: a key balanced exactly can be exploited (Bar-Hillel and Attali 2002, "Seek Whence").
    """
    if sum(option.right for option in question.options) != 1:
        return True
    letters = [other.short_key for other in taken if other.options] + [question.short_key]
    if len(letters) > LONGEST_RUN and len(set(letters[-LONGEST_RUN - 1 :])) == 1:
        return False
    expected = len(letters) / len(question.options)
    counts = Counter(letters)
    places = [counts.get(chr(ord("A") + index), 0) for index in range(len(question.options))]
    return sum((count - expected) ** 2 / expected for count in places) < CHI_SQUARE_LIMIT


@dataclass(frozen=True, slots=True)
class Askable:
    """How a fact can be asked, for reports."""

    fact: Fact
    ways: tuple[str, ...]  # "multiple-choice/term-to-definition"
    reasons: tuple[str, ...]  # where there is no way: why not


def askable(book: FactBank, seed: str = "askable") -> Iterator[Askable]:
    """For each fact of the book the ways in which it can be asked, or the reasons why it cannot."""
    asked = FactBank(book.title, tuple(fact for fact in book if fact.weight))
    material = Material(book=book, taught=book, asked=asked, seed=seed)
    for fact in book:
        ways: list[str] = []
        reasons: list[str] = []
        for kind in ITEM_TYPES.values():
            for pattern in kind.patterns(fact):
                made = kind.ask(fact, pattern, material)
                if isinstance(made, Refusal):
                    reasons.append(made.reason)
                elif found := lint_question(made, book):
                    reasons.extend(map(str, found))
                else:
                    ways.append(f"{kind.name}/{pattern}")
        if not ways and not reasons:
            reasons.append(f"no item type asks this kind of fact with these fields ({fact.kind})")
        yield Askable(fact, tuple(ways), () if ways else tuple(dict.fromkeys(reasons)))
