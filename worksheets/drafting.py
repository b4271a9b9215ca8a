"""What is taken and what is left while one sheet is drawn."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from .asking import VARIANTS, Asked, Asker
from .blueprint import Blueprint, Part, Scope
from .choosing import Pool, Queues, way_of
from .fitting import balanced, fits, full, inconspicuous
from .item_types import ITEM_TYPES
from .problems import Problem, Source
from .questions import Question
from .quotas import Demand
from .sampling import rank, ranked
from .sheet_lint import Head, clash

HIGHEST_RANK = 2**256


@dataclass(frozen=True)
class Ground:
    """What all sheets of a class are drawn from."""

    blueprint: Blueprint
    scope: Scope
    pool: Pool  # of the facts that may be asked, for all parts of the blueprint
    asker: Asker
    indices: tuple[int, ...]  # of the parts that are drawn
    head: Head  # what the sheet prints beside its questions
    own: tuple[Asked, ...] = ()  # questions that stand on every sheet
    demands: tuple[Demand, ...] = ()  # on a whole sheet, beside what its parts ask for


class Draft:
    """What is taken and what is left while one sheet is drawn."""

    def __init__(
        self,
        ground: Ground,
        seed: str,
        barred: Collection[str] = (),
        *,
        demands: Sequence[Demand] = (),
        late: Collection[str] = (),
    ) -> None:
        """Begin with an empty sheet.

        :param barred: ids of facts that are not to be asked.
        :param demands: on this sheet, beside those on every sheet.
        :param late: ids of facts that are asked only when the others run out.
        """
        self.ground, self.seed, self.barred = ground, seed, barred
        self.queues = Queues(ground.pool, seed, late)
        self.demands = (*ground.demands, *demands)
        self.filled: dict[int, list[Question]] = {index: [] for index in ground.indices}  # for each part by its index
        self.taken: list[Asked] = [*ground.own]  # on the whole sheet
        self.used: set[str] = set(barred)  # ids of facts that may not be asked any more
        self.told: dict[str, str] = {}  # id of a fact -> its answer, which the head of the sheet prints
        self.problems: list[Problem] = []
        self.missing = 0.0  # how much, in questions, marks and minutes

    def fill_all(self) -> None:
        """Fill every part.

        Parts of several facts a question choose first, then those that may ask the fewest facts: whoever has many to
        choose from finds others.
        """
        parts = self.ground.blueprint.parts

        def turn(index: int) -> tuple[int, int, int]:
            return (-ITEM_TYPES[parts[index].item_type].precedence, self.ground.pool.sizes[index], index)

        for index in sorted(self.ground.indices, key=turn):
            self.fill(index, parts[index])
        if len(self.ground.indices) == len(parts):
            unmet = [found for demand in self.demands for found in demand.unmet(self.filled)]
            self.problems += [found.problem for found in unmet]
            self.missing += sum(found.missing for found in unmet)

    def fill(self, index: int, part: Part) -> None:
        """Fill one part; what is missing is noted among the problems.

        The ways of asking take turns, each going down its own list of facts; so a part is mixed however many facts
        suit one way, and a new fact can only move facts of its own way. What is still empty then is filled with
        whatever fits.
        """
        taken = self.filled[index]
        waiting = {way: self.queues.waiting(index, way) for way in self.ground.pool.members[index]}
        due = {way: rank(self.seed, "way", str(index), way) * pause for way, (pause, _) in waiting.items() if pause}
        while due and not full(part, taken):
            way = min(due, key=lambda way: (due[way], way))
            pause, places = waiting[way]
            if self.take_one(places, way, index):
                due[way] += HIGHEST_RANK * pause
            else:
                del due[way]
        if not full(part, taken):
            suited = list(self.queues.suited(index))
            while not full(part, taken) and self.take_one(suited, "", index):
                pass
        if not full(part, taken):
            self.problems.append(self._shortage(index, part, taken))

    def take_one(
        self, places: Iterable[int], way: str, index: int, wanted: Callable[[Question], bool] = lambda question: True
    ) -> bool:
        """Take the first of some facts that can be asked in a part, in one way or in any; whether there was one."""
        for place in places:
            if asked := self._ask(place, way, index, wanted):
                if pace := self.ground.blueprint.parts[index].pace:
                    asked = replace(asked, question=replace(asked.question, minutes=pace * asked.question.marks))
                self.filled[index].append(asked.question)
                self.taken.append(asked)
                self.used.update(asked.question.facts, asked.question.involves)
                return True
        return False

    @property
    def facts(self) -> set[str]:
        """The ids of all facts that the sheet asks about."""
        return {fact for questions in self.filled.values() for question in questions for fact in question.facts}

    def give_back(self, index: int, position: int, barred: Collection[str] = ()) -> Asked:
        """Take a question off the sheet again; its facts may be asked anew, unless they are barred."""
        question = self.filled[index].pop(position)
        (asked,) = (found for found in self.taken if found.question is question)
        self.taken = [other for other in self.taken if other is not asked]
        self.bar(barred)
        return asked

    def put_back(self, index: int, position: int, asked: Asked) -> None:
        """Undo :meth:`give_back`."""
        self.filled[index].insert(position, asked.question)
        self.taken.append(asked)
        self.bar()

    def bar(self, more: Collection[str] = ()) -> None:
        """Let all facts be asked but those that are barred or on the sheet, and some more."""
        self.used = {*self.barred, *more}
        for asked in self.taken:
            self.used.update(asked.question.facts, asked.question.involves)

    def _ask(self, place: int, way: str, index: int, wanted: Callable[[Question], bool]) -> Asked | None:
        """The first question about a fact that is sound and wanted, fits the part and clashes with nothing so far."""
        taken = self.filled[index]
        fact, part = self.ground.pool.facts[place], self.ground.blueprint.parts[index]
        if fact.id in self.used:
            return None
        kind = ITEM_TYPES[part.item_type]
        patterns = [found for found in self.ground.pool.patterns[index][place] if way in ("", way_of(found))]
        if len(patterns) > 1:
            patterns = ranked(self.seed, patterns, lambda pattern: f"{fact.id}/{pattern}")
        for pattern in patterns:
            if not balanced(pattern, part, taken):
                continue
            variant = rank(self.seed, "variant", fact.id, pattern) % VARIANTS
            asked = self.ground.asker.ask(kind, fact, pattern, variant, self.used, part.size, part.difficulty)
            if asked and self._suits(asked, index, taken, wanted):
                return asked
        return None

    def _suits(self, asked: Asked, index: int, taken: Sequence[Question], wanted: Callable[[Question], bool]) -> bool:
        question, sheet = asked.question, [other.question for other in self.taken]
        fitting = fits(question, self.ground.blueprint.parts[index], taken) and inconspicuous(question, sheet)
        fitting = fitting and all(demand.admits(self.filled, index, question) for demand in self.demands)
        return fitting and wanted(question) and not self._clashes(asked) and not self._told(asked)

    def _told(self, asked: Asked) -> bool:
        """Whether the head of the sheet prints the answer."""
        told = self.ground.head.gives_away(asked.question, asked.outline)
        if told:
            self.told[asked.question.facts[0]] = told
        return bool(told)

    def _clashes(self, asked: Asked) -> bool:
        return any(
            not asked.outline.clear_of(other.outline) and clash(asked.question, other.question) for other in self.taken
        )

    def _shortage(self, index: int, part: Part, taken: list[Question]) -> Problem:
        got = sum(question.marks for question in taken) if part.marks else len(taken)
        wanted, unit = (part.marks, "marks") if part.marks else (part.count, "questions")
        self.missing += wanted - got
        hard = f"{part.difficulty} " if part.difficulty else ""
        levels = "" if len(part.levels) == 3 else f" of level {' or '.join(map(str, part.levels))}"
        suited = self.ground.pool.sizes[index]
        what = (
            f"{wanted} {unit} of {hard}{part.item_type}{levels} are asked for and "
            f"{self.ground.scope.of_part(index)} gave {got}: {wanted - got} short (facts that can be asked so: "
            f"{suited}; some of them are used, too alike or give another answer away)"
        )
        if self.told:
            what += f"; its title or an instruction gives away {', '.join(sorted(set(self.told.values())))}"
        offer = f"ask for {got} at most" if got else "leave this part out"
        mend = f"{offer}, add chapters{' or levels' if levels else ''}, or mark more {ITEM_TYPES[part.item_type].takes}"
        return Problem(Source(self.ground.blueprint.path, part.line), what, mend, "blueprint.too-much")
