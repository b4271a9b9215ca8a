"""A sheet as it was drawn, and then as a teacher wants it."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator, Mapping, Sequence

from ..compose import Composer
from ..drafting import Draft
from ..equal_forms import equal_to
from ..own_questions import PATTERN
from ..problems import Faults, Problem, Source
from ..questions import Question
from ..quotas import Demand
from ..worksheet import Worksheet
from .facts import barred_by, pinned_by
from .hand import Hand, Spot
from .pins import asks, begin_with, put_on
from .space import spaced
from .swaps import swap


class ByHand:
    """Makes worksheets as :class:`Composer` does, with what one hand changes in them."""

    def __init__(self, composer: Composer, hand: Hand, *, sole: bool) -> None:
        """Judge the hand before anything is drawn.

        :param sole: whether the class gets one worksheet, so that a number alone points at a question.
        :raises Faults: if it names a fact that is not there or cannot be asked, or a number that points at many sheets.
        """
        self.composer, self.hand, self.sole = composer, hand, sole
        problems: list[Problem] = [] if sole else list(_sheetless(hand.swap))
        self.barred = barred_by(hand, composer.book, problems)
        self.pinned = pinned_by(hand, self.barred, composer.book, composer.ground, problems)
        if composer.blueprint.parts and not composer.ground.indices:
            parts = ", ".join(dict.fromkeys(part.item_type for part in composer.blueprint.parts))
            what, mend = "the blueprint has no part of these item types", f"it has {parts}"
            problems.append(Problem(Source("--only-types"), what, mend, "hand.nothing-left"))
        if problems:
            raise Faults(problems)
        self._sheets: set[str] = set()  # codes and forms that were made

    def compose(self, seed: str, *, code: str) -> Worksheet:
        """Make one worksheet.

        :raises Faults: if it cannot be drawn, or not be changed like this.
        """
        return self.finish(self._draft(seed), code=code)

    def equal_forms(self, seeds: Mapping[str, str]) -> dict[str, Draft]:
        """Draw equal forms, to be finished one by one.

        The first is drawn like any sheet; the others are held to it, and ask what no form before them asks as long as
        there is enough (rule D2). So is a swap on any of them.

        :param seeds: for the letter of each form its seed.
        :raises Faults: naming what a form lacks, and how much.
        """
        drafts: dict[str, Draft] = {}
        blueprint, chapters = self.composer.blueprint, self.composer.book.chapters
        for form, seed in seeds.items():
            first = next(iter(drafts.values()), None)
            demands = equal_to(first.filled, form, blueprint, chapters) if first else ()
            asked = {fact for draft in drafts.values() for fact in draft.facts}
            drafts[form] = self._draft(seed, demands, asked)
            if not first:
                drafts[form].demands += equal_to(drafts[form].filled, form, blueprint, chapters)
        return drafts

    def finish(self, draft: Draft, *, code: str, form: str = "") -> Worksheet:
        """Change a drawn sheet as the hand wants it, and write it down.

        :raises Faults: if it cannot be changed like this.
        """
        self._sheets.update(filter(None, (code, form)))
        rejected: list[Question] = []
        for spot in self.hand.swap:
            if self._points_at(spot.sheet, code, form):
                self._swap(draft, spot, rejected, self.composer.worksheet(draft, code=code).questions)
        worksheet = self.composer.worksheet(draft, code=code, form=form)
        return spaced(worksheet, [space for space in self.hand.lines if self._points_at(space.sheet, code, form, True)])

    def unmet(self) -> Iterator[Problem]:
        """The sheets that the hand names and that were not made, once all are."""
        for option, spots in (("--swap", self.hand.swap), ("--lines", self.hand.lines)):
            for spot in spots:
                if spot.sheet and spot.sheet not in self._sheets:
                    close = difflib.get_close_matches(spot.sheet, self._sheets, n=1)
                    mend = f'write "{close[0]}:{spot.number}"' if close else "the code stands at the foot of the sheet"
                    yield Problem(Source(option), f'there is no sheet "{spot.sheet}"', mend, "hand.unknown-sheet")

    def _draft(self, seed: str, demands: Sequence[Demand] = (), late: Collection[str] = ()) -> Draft:
        """The sheet as it is drawn without any hand, with other questions in as few places as may be.

        Where one exchange for each fact does not do, a sheet is drawn that begins with what is pinned.
        """
        try:
            draft = self.composer.draw(seed, demands=demands, late=late)
            if self._mended(draft):
                return draft
        except Faults:
            if not self.pinned and not self.barred:
                raise
        return self.composer.draw(
            seed,
            barred=self.barred,
            begin=lambda draft: begin_with(draft, self.pinned),
            demands=demands,
            late=late,
        )

    def _mended(self, draft: Draft) -> bool:
        """Whether, one question for another, the sheet could be rid of what is barred and ask what is pinned."""
        draft.barred = self.barred
        draft.bar()
        rejected: list[Question] = []
        for index, questions in draft.filled.items():
            for position, question in enumerate(questions):
                if not self.barred.isdisjoint(question.facts) and not swap(draft, index, position, rejected):
                    return False
        kept = [fact.id for fact in self.pinned]
        return all(asks(draft, fact) or put_on(draft, fact, kept) for fact in self.pinned)

    def _swap(self, draft: Draft, spot: Spot, rejected: list[Question], questions: Sequence[Question]) -> None:
        if spot.number > len(questions):
            raise _refused(f"there is no question {spot.number}", f"the sheet has {len(questions)}", "unknown-question")
        wanted = questions[spot.number - 1]
        if wanted.pattern == PATTERN:
            mend = f"change it in {self.hand.questions}"
            raise _refused(f"question {spot} is one of your own", mend, "swap")
        index, position = next(
            (index, position)
            for index, found in draft.filled.items()
            for position, question in enumerate(found)
            if question.id == wanted.id
        )
        old = draft.filled[index][position]
        if held := [fact.id for fact in self.pinned if fact.id in old.facts]:
            what = f"question {spot} is there because of --pin {held[0]}"
            raise _refused(what, "leave out one of the two options", "swap")
        if not swap(draft, index, position, rejected):
            as_many = f" for {old.marks} marks" if self.composer.blueprint.parts[index].marks else ""
            where = self.composer.ground.scope.label
            what = f"question {spot} cannot be swapped: no other {old.item_type}{as_many} in {where} goes with the rest"
            mend = "add chapters, or leave its fact out with --without and let the sheet be drawn anew"
            raise _refused(what, mend, "swap")

    def _points_at(self, sheet: str, code: str, form: str, all_sheets: bool = False) -> bool:
        return sheet in (code, form) if sheet else self.sole or all_sheets


def _refused(what: str, mend: str, code: str) -> Faults:
    return Faults([Problem(Source("--swap"), what, mend, f"hand.{code}")])


def _sheetless(spots: tuple[Spot, ...]) -> Iterator[Problem]:
    """Numbers that point at another question on each sheet."""
    for spot in spots:
        if not spot.sheet:
            what = f"question {spot.number} is another one on each sheet"
            mend = (
                f'write which one: form and number, "A:{spot.number}", or code and number, "K7Q2M:{spot.number}"; '
                "--without FACT leaves its fact out everywhere"
            )
            yield Problem(Source("--swap"), what, mend, "hand.which-sheet")
