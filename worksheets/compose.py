"""Stage 5, compose: bank, blueprint and seed become a worksheet. Pure: no clock, no file, no random state."""

from __future__ import annotations

from collections.abc import Iterable

from .asking import VARIANTS, Asked, Asker
from .bank import FactBank
from .blueprint import Blueprint, Part, scope_of
from .choosing import Pool, Queues, way_of
from .fitting import balanced, fits, full
from .item_types import ITEM_TYPES
from .mark_schemes import MarkScheme
from .problems import Faults, Problem, Source
from .questions import Question
from .sampling import rank, ranked
from .sheet_lint import clash
from .worksheet import Section, Worksheet

# Where a bank is just rich enough, a draw at times takes a fact that another part needed (one in six, for a test on a
# chapter with seven gaps of which four are asked for); then fresh draws of the same seed are tried before a teacher is
# told that the bank is too thin.
ATTEMPTS = 32
HIGHEST_RANK = 2**256


def compose(
    book: FactBank,
    blueprint: Blueprint,
    seed: str,
    *,
    code: str,
    form: str = "",
    schemes: tuple[MarkScheme, ...] = (),
) -> Worksheet:
    """Make one worksheet: see :meth:`Composer.compose`, which serves a whole class."""
    return Composer(book, blueprint, schemes).compose(seed, code=code, form=form)


class Composer:
    """Makes the worksheets of one blueprint from one book.

    What it works out for one sheet it keeps for the next; no sheet depends on those made before.
    """

    def __init__(self, book: FactBank, blueprint: Blueprint, schemes: tuple[MarkScheme, ...] = ()) -> None:
        self.book, self.blueprint = book, blueprint
        self.scope = scope_of(blueprint, book)
        self.pool = Pool(book.within(chapter.name for chapter in self.scope.asked), blueprint.parts)
        self.asker = Asker(book, book.within(chapter.name for chapter in self.scope.taught), schemes)

    def compose(self, seed: str, *, code: str, form: str = "") -> Worksheet:
        """Make one worksheet.

        For each part of the blueprint the facts are ranked by hashes of seed and id, and asked in that order until the
        part is full. A fact is asked once on a sheet, and no question may hold another's answer (rule H12): one that
        clashes with a question already taken is passed over.

        Each fact has a *home*: the part that ranks it lowest. A part asks its own facts first and turns to the others
        only when they run out. So, as long as no part runs out and nothing clashes, one more fact in the book changes
        at most one question, and a longer part begins with the shorter one.

        :raises Faults: naming each part that cannot be filled, by how much it is short, and what would fit.
        """
        told: list[Problem] = []
        for attempt in range(ATTEMPTS):
            turn = f"{rank(seed, 'attempt', str(attempt)):064x}" if attempt else seed
            drawing = _Drawing(self, turn)
            filled = drawing.fill_all()
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
            for index, part in enumerate(self.blueprint.parts)
        )
        return Worksheet(
            title=self.blueprint.title,
            book=self.book.title,
            sections=sections,
            code=code,
            form=form,
            instructions=self.blueprint.instructions,
            minutes=self.blueprint.minutes,
            language=self.book.language,
        )


class _Drawing:
    """What is taken and what is left while one sheet is drawn."""

    def __init__(self, composer: Composer, seed: str) -> None:
        self.composer, self.seed = composer, seed
        self.queues = Queues(composer.pool, seed)
        self.taken: list[Asked] = []
        self.used: set[str] = set()  # ids of facts that may not be asked any more
        self.problems: list[Problem] = []

    def fill_all(self) -> dict[int, list[Question]]:
        """The questions of every part, by its index.

        Parts of several facts a question choose first, then those that may ask the fewest facts: whoever has many to
        choose from finds others.
        """

        def turn(entry: tuple[int, Part]) -> tuple[int, int, int]:
            index, part = entry
            return (-ITEM_TYPES[part.item_type].precedence, self.composer.pool.sizes[index], index)

        parts = enumerate(self.composer.blueprint.parts)
        return {index: self.fill(index, part) for index, part in sorted(parts, key=turn)}

    def fill(self, index: int, part: Part) -> list[Question]:
        """The questions of one part; what is missing is noted among the problems.

        The ways of asking take turns, each going down its own list of facts; so a part is mixed however many facts
        suit one way, and a new fact can only move facts of its own way. What is still empty then is filled with
        whatever fits.
        """
        taken: list[Question] = []
        waiting = {way: self.queues.waiting(index, way) for way in self.composer.pool.members[index]}
        due = {way: rank(self.seed, "way", str(index), way) * pause for way, (pause, _) in waiting.items() if pause}
        while due and not full(part, taken):
            way = min(due, key=lambda way: (due[way], way))
            pause, places = waiting[way]
            if self._take_one(places, way, index, taken):
                due[way] += HIGHEST_RANK * pause
            else:
                del due[way]
        if not full(part, taken):
            suited = list(self.queues.suited(index))
            while not full(part, taken) and self._take_one(suited, "", index, taken):
                pass
        if not full(part, taken):
            self.problems.append(self._shortage(index, part, taken))
        return taken

    def _take_one(self, places: Iterable[int], way: str, index: int, taken: list[Question]) -> bool:
        """Take the first of some facts that can be asked, in one way or in any; whether there was one."""
        for place in places:
            if asked := self._ask(place, way, index, taken):
                taken.append(asked.question)
                self.taken.append(asked)
                self.used.update(asked.question.facts, asked.question.involves)
                return True
        return False

    def _ask(self, place: int, way: str, index: int, taken: list[Question]) -> Asked | None:
        """The first question about a fact that is sound, fits the part and clashes with nothing on the sheet."""
        fact, part = self.composer.pool.facts[place], self.composer.blueprint.parts[index]
        if fact.id in self.used:
            return None
        kind = ITEM_TYPES[part.item_type]
        patterns = [found for found in self.composer.pool.patterns[index][place] if way in ("", way_of(found))]
        if len(patterns) > 1:
            patterns = ranked(self.seed, patterns, lambda pattern: f"{fact.id}/{pattern}")
        for pattern in patterns:
            if not balanced(pattern, part, taken):
                continue
            variant = rank(self.seed, "variant", fact.id, pattern) % VARIANTS
            asked = self.composer.asker.ask(kind, fact, pattern, variant, self.used)
            if asked and fits(asked.question, part, taken) and not self._clashes(asked):
                return asked
        return None

    def _clashes(self, asked: Asked) -> bool:
        return any(
            not asked.outline.clear_of(other.outline) and clash(asked.question, other.question) for other in self.taken
        )

    def _shortage(self, index: int, part: Part, taken: list[Question]) -> Problem:
        got = sum(question.marks for question in taken) if part.marks else len(taken)
        wanted, unit = (part.marks, "marks") if part.marks else (part.count, "questions")
        levels = "" if len(part.levels) == 3 else f" of level {' or '.join(map(str, part.levels))}"
        suited = self.composer.pool.sizes[index]
        what = (
            f"{wanted} {unit} of {part.item_type}{levels} are asked for and {self.composer.scope.label} "
            f"gave {got}: {wanted - got} short (facts that can be asked so: {suited}; some of them are used, too alike "
            "or give another answer away)"
        )
        offer = f"ask for {got} at most" if got else "leave this part out"
        mend = f"{offer}, add chapters{' or levels' if levels else ''}, or mark more {ITEM_TYPES[part.item_type].takes}"
        return Problem(Source(self.composer.blueprint.path, part.line), what, mend, "blueprint.too-much")
