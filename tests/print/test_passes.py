"""Several passes until page numbers settle."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from worksheets.press.passes import MOST_PASSES, typeset_until_settled
from worksheets.press.typeset import Typeset


class Press:
    """A stand-in for WeasyPrint: it puts the one anchor on a page that it finds out from the text."""

    def __init__(self, page_of: Callable[[str], int]) -> None:
        self.page_of = page_of
        self.drawn: list[bool] = []

    def __call__(self, html: str, draw_if: Mapping[str, int] | None) -> Typeset:
        """Lay out one text."""
        anchors = {"a": self.page_of(html)}
        self.drawn.append(draw_if in (None, anchors))
        return Typeset(pdf=html.encode() if self.drawn[-1] else b"", pages=1, anchors=anchors, spans={}, log=())


def with_reference(before: Typeset | None) -> str:
    return f"see page {before.anchors['a'] if before else 0}"


def test_a_document_settles_when_its_text_no_longer_changes() -> None:
    """The last pass is one whose page map was already printed in it, and only that one is drawn."""
    seen: list[int] = []
    press = Press(lambda html: 5)
    settled = typeset_until_settled(with_reference, press, told=lambda number, result: seen.append(number))

    assert (True, 2, b"see page 5") == (settled.settled, settled.passes, settled.typeset.pdf)
    assert ([1, 2], [False, True]) == (seen, press.drawn)


def test_a_document_without_page_numbers_is_drawn_too() -> None:
    """Where the text does not depend on pages, the first layout is right and is drawn."""
    settled = typeset_until_settled(lambda pages: "plain", Press(lambda html: 5))

    assert (True, 1, b"plain") == (settled.settled, settled.passes, settled.typeset.pdf)


def test_a_document_that_never_settles_is_stopped_drawn_and_told() -> None:
    """A text that moves its own page ends after the last pass allowed, with a file to look at."""
    settled = typeset_until_settled(with_reference, Press(lambda html: 2 if html.endswith("1") else 1))

    assert (False, MOST_PASSES, True) == (settled.settled, settled.passes, bool(settled.typeset.pdf))
