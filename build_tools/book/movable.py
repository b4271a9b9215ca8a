"""A box that may be moved behind what follows it: the places that it was seen at, and the best one to try next.

Places are numbers: of the paragraphs or cards that the box is moved behind. Heights and holes are shares of the height
of a page's text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from .gaps import Opening
from .page_fill import AIR, LARGEST_HOLE, expected_hole


@dataclass(slots=True)
class MovableBox:
    """A box, from pass to pass."""

    drawn: bool = False  # whether it is a drawing, which the text names by its number
    card: bool = False
    ends_section: bool = False  # whether the next section begins behind it
    above: str = ""  # the id of what stands above it as yet: that of a drawing names it
    way: Sequence[Sequence[str]] = ()  # ids of each part of the text that it might be moved behind, if it may be
    passed: list[str] = field(default_factory=list)  # ids of what it was moved behind, in order
    place: int = 0
    holes: dict[int, float] = field(default_factory=dict)  # place -> the hole that it left there
    too_far: int | None = None  # the nearest place that was too many pages away from what names it
    tried_anew: bool = False  # whether what was seen was forgotten, once
    gives_way: bool = False  # whether it need not be kept together: no place for it leaves no large hole

    @property
    def left(self) -> float:
        """The hole that it was seen to leave where it stands; 0 if it was not seen there."""
        return self.holes.get(self.place, 0.0)

    def forget_once(self) -> None:
        """Forget the holes that were seen, for they were seen on other pages."""
        if not self.tried_anew:
            self.holes.clear()
            self.tried_anew = True

    def come_back(self, least: float) -> bool:
        """Go back to where it left the smallest hole, from a place that is too far away, and tell whether it does.

        :param least: larger holes than this are worse than to stand too far away.
        """
        self.too_far = self.place if self.too_far is None else min(self.place, self.too_far)
        holes = {place: hole for place, hole in self.holes.items() if place < self.place}
        best = min(holes, key=lambda place: (holes[place], place), default=0)
        if holes.get(best, 0.0) > least:
            return False
        self.holes, self.place = holes, best
        return True

    def take_back(self) -> None:
        """Go back before the last of what it was moved behind, which was of no use and is not to be tried again."""
        self.holes.setdefault(len(self.passed), 1.0)
        self.passed.pop()
        self.place = len(self.passed)

    def fitting(self, opening: Opening) -> int | None:
        """Find the place before which the page with the hole has room for all of it, as what it passed goes on."""
        for place in range(len(self.passed)):
            going_on = self.passed[place:]
            if set(going_on) <= set(opening.begun):
                room = opening.hole + sum(opening.begun[name] for name in going_on)
                if room > opening.box + AIR:
                    return place
        return None

    def move_on(self, opening: Opening, risen: float, least: float, farthest: float) -> float:
        """Try the nearest place where no hole is to be expected, else that of the smallest one, expected or seen.

        :param risen: by how much the text before the box moves up in the same pass: the hole will be so much larger.
        :param least: no place is tried at which the box was not seen, unless the hole is larger.
        :param farthest: the height of the text that it may be moved behind.
        :return: by how much the text behind the box will move up.
        """
        self.holes[self.place] = opening.hole
        hole = (opening.hole + risen) % 1
        here = 0.0 if 0 < opening.whole < hole - AIR else hole
        untried = self._expected(opening, hole, farthest) if hole > least else {}
        known = untried | self.holes | {self.place: here}
        if here >= LARGEST_HOLE or not risen:
            without = (place for place, expected in untried.items() if expected < LARGEST_HOLE)
            self.place = next(without, None) or min(known, key=lambda place: (known[place], place))
        return hole - known[self.place]

    def _expected(self, opening: Opening, hole: float, farthest: float) -> dict[int, float]:
        """Work out the hole at each place where the box was not seen yet."""
        here = self.place
        near = [high for high, total in zip(opening.way, accumulate(opening.way), strict=True) if total < farthest]
        passed = {place: -sum(opening.way[place:here]) for place in range(1, here)}
        passed |= {place: opening.came + sum(near[here:place]) for place in range(here + 1, len(near) + 1)}
        return {
            place: expected_hole(hole, high, opening.whole)
            for place, high in passed.items()
            if place not in self.holes and (self.too_far is None or place < self.too_far)
        }
