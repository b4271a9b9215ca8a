"""Stage 5, compose: bank, blueprint and seed become a worksheet. Pure: no clock, no file, no random state."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from .ages import ages_of
from .answer_space import has_lines, with_lines
from .asking import Asked, Asker
from .bank import FactBank
from .blueprint import Blueprint, Part, scope_of
from .choosing import Pool
from .drafting import Draft, Ground
from .item_types import ITEM_TYPES
from .mark_schemes import MarkScheme
from .own_questions import OwnQuestions
from .problems import Faults, Problem, Source
from .questions import ItemTypeName, Question
from .quotas import Demand, demands_of
from .sampling import rank
from .sheet_lint import Head, outline
from .worksheet import Section, Worksheet

# Where a bank is just rich enough, a draw at times takes a fact that another part needed (one in six, for a test on a
# chapter with seven gaps of which four are asked for); then fresh draws of the same seed are tried before a teacher is
# told that the bank is too thin.
ATTEMPTS = 32
OWN_HEADING = "Further questions"
ATTEMPTS_TO_MEET = 128  # where a whole sheet has to add up to something: a draw often ends beside it


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

    def __init__(
        self,
        book: FactBank,
        blueprint: Blueprint,
        schemes: tuple[MarkScheme, ...] = (),
        *,
        only_types: Collection[ItemTypeName] = (),
        content_notes: bool = True,
        own: OwnQuestions | None = None,
    ) -> None:
        """Work out what all sheets have in common.

        :param only_types: leave out the parts of all other types; nothing for all parts. Facts keep their homes, so
            that the parts that stay are drawn as if the others were there.
        :param content_notes: whether the class may meet facts with a content note (rule HI-4).
        :param own: the teacher's own questions, which stand on every sheet, where the blueprint says or at the end.
        """
        self.book, self.blueprint, self.own = book, blueprint, own
        scope = scope_of(blueprint, book)
        met = book if content_notes else book.without([fact.id for fact in book if fact.content_note])
        asked, taught = (met.within(chapter.name for chapter in found) for found in (scope.asked, scope.taught))
        ages = ages_of(dict(blueprint.ages), book, book.within(found.name for found in scope.taught), blueprint.source)
        kept = only_types or ITEM_TYPES
        self.ground = Ground(
            blueprint,
            scope,
            Pool(asked, blueprint.parts, scope.parts),
            Asker(book, taught, schemes, ages),
            tuple(index for index, part in enumerate(blueprint.parts) if part.item_type in kept),
            Head.of((*blueprint.head, *((own.heading, own.instruction) if own else ()))),
            tuple(Asked(question, outline(question)) for question in own.questions) if own else (),
            demands_of(blueprint, book),
        )

    def compose(self, seed: str, *, code: str, form: str = "") -> Worksheet:
        """Make one worksheet: draw it and write it down.

        :raises Faults: as :meth:`draw`.
        """
        return self.worksheet(self.draw(seed), code=code, form=form)

    def draw(
        self,
        seed: str,
        *,
        barred: Collection[str] = (),
        begin: Callable[[Draft], Iterable[Problem]] = lambda draft: (),
        demands: Sequence[Demand] = (),
        late: Collection[str] = (),
    ) -> Draft:
        """Draw the questions of one worksheet.

        For each part of the blueprint the facts are ranked by hashes of seed and id, and asked in that order until the
        part is full. A fact is asked once on a sheet, and no question may hold another's answer (rule H12): one that
        clashes with a question already taken, or whose answer the head of the sheet prints, is passed over.

        Each fact has a *home*: the part that ranks it lowest. A part asks its own facts first and turns to the others
        only when they run out. So, as long as no part runs out and nothing clashes, one more fact in the book changes
        at most one question, and a longer part begins with the shorter one.

        :param barred: ids of facts that are not to be asked.
        :param begin: takes questions before all others, and says why where it cannot.
        :param demands: on this sheet, beside those of the blueprint.
        :param late: ids of facts that are asked only when the others run out.
        :raises Faults: naming each part that cannot be filled and each demand that cannot be met, by how much it is
            short, and what would fit: those of the draw that came nearest.
        """
        nearest: Draft | None = None
        for attempt in range(ATTEMPTS_TO_MEET if demands or self.ground.demands else ATTEMPTS):
            turn = f"{rank(seed, 'attempt', str(attempt)):064x}" if attempt else seed
            draft = Draft(self.ground, turn, barred, demands=demands, late=late)
            draft.problems += begin(draft)
            draft.fill_all()
            if not draft.problems:
                return draft
            if nearest is None or draft.missing < nearest.missing:
                nearest = draft
        raise Faults(nearest.problems if nearest else ())

    def worksheet(self, draft: Draft, *, code: str, form: str = "") -> Worksheet:
        """Write down what was drawn.

        :raises Faults: if a part wants lines under questions that have none.
        """
        before = self.blueprint.own.before if self.blueprint.own else len(self.blueprint.parts)
        sections = {index: self._section(self.blueprint.parts[index], draft.filled[index]) for index in draft.filled}
        first = [section for index, section in sections.items() if index < before]
        last = [section for index, section in sections.items() if index >= before]
        return Worksheet(
            title=self.blueprint.title,
            book=self.book.title,
            sections=(*first, *self._own_sections(), *last),
            code=code,
            form=form,
            instructions=self.blueprint.instructions,
            minutes=self.blueprint.minutes,
            language=self.book.language,
        )

    def _section(self, part: Part, questions: Sequence[Question]) -> Section:
        if part.lines and not any(map(has_lines, questions)):
            what, mend = f"{part.item_type} has no lines to write on", 'leave "lines" out here'
            raise Faults([Problem(Source(self.blueprint.path, part.line), what, mend, "blueprint.lines")])
        spaced = (with_lines(question, part.lines) if part.lines else question for question in questions)
        return Section(*part.head, tuple(spaced))

    def _own_sections(self) -> Iterator[Section]:
        """The section of own questions, if there are some."""
        if self.own:
            part = self.blueprint.own
            heading = (part and part.heading) or self.own.heading or OWN_HEADING
            yield Section(heading, (part and part.instruction) or self.own.instruction, self.own.questions)
