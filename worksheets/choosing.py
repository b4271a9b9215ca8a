"""Stage 3, choose: who waits for which part of a sheet, in which way of being asked, and in what order.

What is the same for all sheets is worked out once, in :class:`Pool`; the order of one sheet is a :class:`Queues`, which
sorts no more facts than the sheet needs.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Iterable, Iterator, Sequence
from heapq import heapify, heappop
from itertools import chain, compress, islice
from operator import itemgetter

from .blueprint import Part
from .facts import Fact
from .item_types import ITEM_TYPES
from .sampling import LOTS, lot

# A way with fewer facts has to wait longer between its turns, so that they do not come up on every sheet. Longer by so
# little for each fact it lacks that, up to this many rounds, one more fact gives a way at most one turn more.
FEW = 8
ROUND = 840  # from one turn of a way to its next if it has facts enough; 1 to 8 divide it
_PLACES = 2**24 - 1  # the lower bits of a rank hold the place of its fact, so that sorting numbers sorts facts


class Pool:
    """The facts that may be asked, and for each part of a blueprint the ways of asking each of them."""

    def __init__(self, facts: Iterable[Fact], parts: Sequence[Part], chapters: Sequence[Container[str]] = ()) -> None:
        """Sort the facts.

        :param chapters: for each part the document names of those that it asks about; nothing where all ask about all.
        """
        self.facts = [fact for fact in facts if fact.weight]
        self.lots = [lot("fact", fact.id) for fact in self.facts]
        # A fact of weight n has n ranks, of which the lowest counts: so it comes about n times as often to the top.
        self.more_lots = {
            place: [lot("fact", fact.id, str(number)) for number in range(1, fact.weight)]
            for place, fact in enumerate(self.facts)
            if fact.weight > 1
        }
        self.patterns = [
            [
                ITEM_TYPES[part.item_type].patterns(fact)
                if not chapters or fact.place.chapter in chapters[index]
                else ()
                for fact in self.facts
            ]
            for index, part in enumerate(parts)
        ]
        self.ways = [[tuple(dict.fromkeys(map(way_of, found))) for found in row] for row in self.patterns]
        self.sizes = [sum(map(bool, row)) for row in self.patterns]  # how many facts each part may ask
        self.parts = [[part for part, row in enumerate(self.ways) if row[place]] for place in range(len(self.facts))]
        self.members = [_members(row) for row in self.ways]  # for each part and way who is asked so


class Queues:
    """The facts of a pool in the order in which one sheet asks them; facts are told by their places in the pool.

    Every fact has a *home*, the part that ranks it lowest among those that suit it: rendezvous hashing (Thaler and
    Ravishankar 1998, IEEE/ACM ToN 6(1)). Within a part it waits for one way of asking, found in the same manner.
    """

    def __init__(self, pool: Pool, seed: str, late: Collection[str] = ()) -> None:
        """Rank the facts.

        :param late: ids of facts that come behind all others.
        """
        self.pool, self.seed = pool, seed
        self._late = {place for place, fact in enumerate(pool.facts) if fact.id in late} if late else set[int]()
        own, rest = lot(seed, "fact"), LOTS - _PLACES
        self._ranks = [own * number & rest | place for place, number in enumerate(pool.lots)]
        for place, numbers in pool.more_lots.items():
            more = (own * number & rest | place for number in numbers)
            self._ranks[place] = min(self._ranks[place], *more)
        self._homes = [lot(seed, "home", str(part)) for part in range(len(pool.members))]
        self._ways = {way: lot(seed, "way", way) for members in pool.members for way in members}

    def way(self, part: int, place: int) -> str:
        """The one of its ways of being asked for which a fact waits in a part that suits it."""
        ways, number = self.pool.ways[part][place], self.pool.lots[place]
        return ways[0] if len(ways) == 1 else min(ways, key=lambda way: self._ways[way] * number & LOTS)

    def home(self, place: int) -> int:
        """The part that a fact belongs to."""
        parts, number = self.pool.parts[place], self.pool.lots[place]
        return parts[0] if len(parts) == 1 else min(parts, key=lambda part: self._homes[part] * number & LOTS)

    def waiting(self, part: int, way: str) -> tuple[int, Iterator[int]]:
        """How long a way of asking pauses between its turns, and the facts that wait for it, those at home first."""
        ranked = self._ranked(self.pool.members[part][way](self._ranks))
        line = (place for place in ranked if self.way(part, place) == way)
        first = list(islice(line, FEW))
        pause = ROUND * FEW // len(first) if first else 0
        return pause, self._at_home_first(part, chain(first, line))

    def suited(self, part: int) -> Iterator[int]:
        """All facts that a part may ask, whatever they wait for, those at home first."""
        return self._at_home_first(part, self._ranked(compress(self._ranks, self.pool.ways[part])))

    def _ranked(self, ranks: Iterable[int]) -> Iterator[int]:
        """The facts of some ranks in their order, sorted only as far as they are taken."""
        heap = list(ranks)
        heapify(heap)
        while heap:
            yield heappop(heap) & _PLACES

    def _at_home_first(self, part: int, places: Iterable[int]) -> Iterator[int]:
        others, late = [], []
        for place in places:
            if place in self._late:
                late.append(place)
            elif self.home(place) == part:
                yield place
            else:
                others.append(place)
        yield from others
        yield from late


def _members(ways: Sequence[tuple[str, ...]]) -> dict[str, Callable[[Sequence[int]], tuple[int, ...]]]:
    """For each way a function that takes what belongs to the facts asked so out of a row for all facts."""
    places: dict[str, list[int]] = {}
    for place, found in enumerate(ways):
        for way in found:
            places.setdefault(way, []).append(place)
    # With two places or more `itemgetter` gives a tuple; the slice makes one of a single place.
    return {
        way: itemgetter(*members) if len(members) > 1 else itemgetter(slice(members[0], members[0] + 1))
        for way, members in places.items()
    }


def way_of(pattern: str) -> str:
    """A pattern without its verdict: "event-year/true" and "event-year/false" are one way of asking."""
    return pattern.partition("/")[0]
