"""Several passes until page numbers settle."""

from __future__ import annotations

from collections.abc import Callable

from worksheets.press.passes import MOST_PASSES, lay_out_until_settled
from worksheets.press.typeset import Typeset


class Press:
    """A stand-in for WeasyPrint: it puts the one anchor on a page that it finds out from the text.

    :param whole: tells from the number of a pass, from 1, whether all of it was laid out anew.
    """

    def __init__(self, page_of: Callable[[str], int], whole: Callable[[int], bool] = lambda number: True) -> None:
        self.page_of = page_of
        self.whole = whole
        self.last: list[bool] = []

    def __call__(self, html: str, last: bool) -> Typeset:
        """Lay out one text."""
        self.last.append(last)
        anchors = {"a": self.page_of(html)}
        return Typeset(pdf=b"", pages=1, anchors=anchors, log=(), whole=self.whole(len(self.last)))


def with_reference(before: Typeset | None) -> str:
    return f"see page {before.anchors['a'] if before else 0}"


def test_a_document_settles_when_its_text_no_longer_changes() -> None:
    """The last pass is one whose page map was already printed in it."""
    seen: list[int] = []
    press = Press(lambda html: 5)
    settled = lay_out_until_settled(with_reference, press, told=lambda number, result: seen.append(number))

    assert (True, 2, [1, 2]) == (settled.settled, settled.passes, seen)
    assert [False, False] == press.last


def test_a_document_without_page_numbers_settles_at_once() -> None:
    """Where the text does not depend on pages, the first layout is right."""
    settled = lay_out_until_settled(lambda pages: "plain", Press(lambda html: 5))

    assert (True, 1) == (settled.settled, settled.passes)


def test_what_waits_is_waited_for() -> None:
    """A pass in which a part stood as it was is not the last one, though the text stays the same."""
    settled = lay_out_until_settled(lambda pages: "plain", Press(lambda html: 5, whole=lambda number: number == 3))

    assert (True, 3) == (settled.settled, settled.passes)


def test_a_document_that_never_settles_is_stopped_and_told() -> None:
    """A text that moves its own page ends after the last pass allowed, in which nothing waits."""
    press = Press(lambda html: 2 if html.endswith("1") else 1)
    settled = lay_out_until_settled(with_reference, press)

    assert (False, MOST_PASSES) == (settled.settled, settled.passes)
    assert [*[False] * (MOST_PASSES - 1), True] == press.last
