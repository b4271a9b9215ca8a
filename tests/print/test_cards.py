"""Printed cards: a back behind each front, type that shrinks within bounds, tags that agree."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from io import BytesIO

import pdfplumber
import pypdfium2 as pdfium
import pytest
from press.structure_checker import faults
from stored import STORED

from worksheets.card_printing import CardLook, print_bingo, print_deck
from worksheets.cards.bingo import Bingo, BingoCard
from worksheets.cards.bingo_pool import Entry
from worksheets.cards.deck import Deck, Pack
from worksheets.cards.flash_card import FlashCard
from worksheets.printing import Printer
from worksheets.problems import Faults, Source

POINTS_A_MM = 72 / 25.4
# Three packs of paper at least: 8 cards are a side.
CARDS = tuple(
    FlashCard(f"fact-{number}", "Term", f"front{number}", "Meaning?", f"back{number}", place="section 1.1, page 7")
    for number in range(11)
)


def deck(*packs: Pack, paper: str = "a4") -> Deck:
    return Deck("Rivers", "en", paper, packs or (Pack(CARDS),))


@cache
def printed(made: Deck, **look: str) -> bytes:
    return print_deck(STORED, made, CardLook(**look)).content


def places(pdf: bytes, word: str) -> dict[int, tuple[int, float, float]]:
    """On which side, and where on it, the middle of the word on each card is, in points from the lower left."""
    found = {}
    with pdfium.PdfDocument(pdf) as document:
        for side in range(len(document)):
            text = document[side].get_textpage()
            for number in range(len(CARDS)):
                if match := text.search(f"{word}{number}", match_whole_word=True).get_next():
                    boxes = [text.get_charbox(match[0] + offset) for offset in range(match[1])]
                    left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
                    bottom, top = min(box[1] for box in boxes), max(box[3] for box in boxes)
                    found[number] = side, (left + right) / 2, (bottom + top) / 2
    return found


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("backs", ["long-edge", "short-edge"])
def test_each_back_is_printed_behind_its_front(paper, backs):
    """Held against the light, the middles of both meet to half a millimetre, whichever edge is turned."""
    pdf = printed(deck(paper=paper), **({"backs": backs} if backs != "long-edge" else {}))
    with pdfplumber.open(BytesIO(pdf)) as document:
        width, height = document.pages[0].width, document.pages[0].height
    fronts, behind = places(pdf, "front"), places(pdf, "back")

    assert faults(BytesIO(pdf)) == []
    for number, (side, x, _) in fronts.items():
        assert side % 2 == 0
        assert behind[number][0] == side + 1
        back_x = behind[number][1]
        assert back_x == pytest.approx(width - x if backs == "long-edge" else x, abs=0.5 * POINTS_A_MM)
    rows = {number: int(y * 4 // height) for number, (_, _, y) in fronts.items()}
    mirrored = {number: row if backs == "long-edge" else 3 - row for number, row in rows.items()}
    assert {number: int(y * 4 // height) for number, (_, _, y) in behind.items()} == mirrored
    assert len(fronts) == len(CARDS)


def test_a_back_to_fold_is_printed_beside_its_front():
    """On the same side, in the same row, on the left of it."""
    pdf = printed(deck(), backs="fold")
    fronts, behind = places(pdf, "front"), places(pdf, "back")

    assert faults(BytesIO(pdf)) == []
    assert all(behind[number][0] == side for number, (side, _, _) in fronts.items())
    assert all(x - behind[number][1] == pytest.approx(95 * POINTS_A_MM, abs=1) for number, (_, x, _) in fronts.items())


def test_each_pack_begins_on_new_paper_and_bears_the_name():
    """A student's cards can be cut as they come."""
    pdf = printed(deck(Pack(CARDS[:3], "Ann"), Pack(CARDS[:3], "Пётр")))

    assert faults(BytesIO(pdf)) == []
    with pdfplumber.open(BytesIO(pdf)) as document:
        texts = [page.extract_text() for page in document.pages]
    assert [("Ann" in text, "Пётр" in text) for text in texts] == [
        (False, False), (True, False), (False, False), (False, True),
    ]  # fmt: skip


def test_long_text_is_set_smaller_but_never_below_eight_points():
    """The more there is to read on a card, the smaller its type, down to a bound."""
    lengths = {"word1": 5, "word2": 50, "word3": 80, "word4": 110}
    cards = [replace(CARDS[0], fact=word, answer=f"{word} " * length) for word, length in lengths.items()]
    with pdfplumber.open(BytesIO(printed(deck(Pack(tuple(cards)))))) as document:
        sizes = {each["text"]: each["size"] for each in document.pages[1].extract_words(extra_attrs=["size"])}
    found = [sizes[word] for word in lengths]

    assert found == sorted(found, reverse=True)
    assert found[0] == pytest.approx(14, abs=0.01)
    assert 7.99 <= found[-1] < found[0]


def test_text_that_is_too_long_is_refused_with_the_fact_and_the_mend():
    """All such cards are told at once, each with the place of its mark in the book."""
    long = [
        replace(CARDS[number], answer="words " * 400, source=Source("book/03.md", 10 * number)) for number in (1, 2)
    ]

    with pytest.raises(Faults) as found:
        printed(deck(Pack((CARDS[0], *long))))

    assert [str(problem.source) for problem in found.value.problems] == ["book/03.md:10", "book/03.md:20"]
    assert 'the card of "fact-1" needs' in found.value.problems[0].what
    assert found.value.problems[0].mend == "shorten its texts or ask for larger cards (--size large)"


def test_the_same_cards_give_the_same_bytes():
    """Printed again, with all typeset anew, nothing has changed."""
    assert print_deck(Printer(), deck(), CardLook()).content == printed(deck())


def game(*answers: str) -> Bingo:
    entries = tuple(
        Entry(f"fact-{place}", "Term", answer, "A clue.", source=Source("book/03.md", place + 1))
        for place, answer in enumerate(answers)
    )
    cells = tuple(range(9))
    return Bingo(
        "Rivers", "10b", "en", "a4", "autumn", 3, "line", entries, (BingoCard("Ann", cells), BingoCard("Bo", cells))
    )


def test_bingo_is_set_in_one_size_of_type_that_breaks_no_word():
    """One long word makes all of a card smaller, rather than being cut."""
    long = "Counterrevolutionaries"
    made = game(long, *(f"term{number}" for number in range(8)))
    with pdfplumber.open(BytesIO(print_bingo(STORED, made).content)) as document:
        sizes = {each["text"]: each["size"] for each in document.pages[0].extract_words(extra_attrs=["size"])}

    assert long in sizes
    assert sizes[long] == sizes["term3"] < 13


def test_bingo_without_room_is_refused_with_the_longest_answer():
    """Once, though it is on all cards, with the place of its mark."""
    with pytest.raises(Faults) as found:
        print_bingo(STORED, game("many words " * 80, *(f"term{number}" for number in range(8))))
    (problem,) = found.value.problems

    assert str(problem.source) == "book/03.md:1"
    assert problem.mend == "shorten it (an event has :short:), or take a smaller --grid"
