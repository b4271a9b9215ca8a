"""Numbers in words and in figures: "five" is 5, "two million" is 2 million and 2,000,000 (rule P6)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

_BELOW_TWENTY = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen
"""
_ONES = tuple(_BELOW_TWENTY.split())
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_IRREGULAR = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth"}
_IRREGULAR |= {"twelve": "twelfth"}
_SCALES = {"billion": 10**9, "million": 10**6, "thousand": 10**3, "hundred": 100}  # largest first
_LARGE = 10**6  # from here a scale is also written behind figures: "2 million", but not "12 thousand"
_FIGURES = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
_ORDINAL_FIGURES = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")


def _in_words() -> Iterator[tuple[str, int]]:
    yield from ((word, value) for value, word in enumerate(_ONES))
    for tens, word in enumerate(_TENS, start=2):
        yield word, 10 * tens
        yield from ((f"{word}-{_ONES[one]}", 10 * tens + one) for one in range(1, 10))


def _ordinal(word: str) -> str:
    tens, dash, last = word.rpartition("-")
    end = _IRREGULAR.get(last) or (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")
    return f"{tens}{dash}{end}"


_CARDINALS = dict(_in_words())  # below a hundred
_WORDS = {value: word for word, value in _CARDINALS.items()}
_ORDINALS = {_ordinal(word): value for word, value in _CARDINALS.items() if value}
_ORDINAL_WORDS = {value: word for word, value in _ORDINALS.items()}


def written_otherwise(text: str) -> tuple[str, ...]:
    """The other ways to write a number or ordinal; nothing for other texts, years, and numbers with no round name.

    Of a number below a hundred the figure or the word, of a round one figures, words and both together.
    """
    small = text.strip().casefold()
    if small in _ORDINALS:
        return (_ordinal_figures(_ORDINALS[small]),)
    if (ordinal := _ORDINAL_FIGURES.fullmatch(small)) and int(ordinal[1]) in _ORDINAL_WORDS:
        return (_ORDINAL_WORDS[int(ordinal[1])],)
    value = _value(small)
    forms = _forms(value) if value is not None else ()
    return tuple(form for form in dict.fromkeys(forms) if form != small)


def _value(text: str) -> Decimal | None:
    count, _, scale = text.rpartition(" ")
    if scale not in _SCALES:
        count, scale = text, ""
    figures = _FIGURES.fullmatch(count)
    if not figures and count.replace(" ", "-") not in _CARDINALS:
        return None
    number = Decimal(count.replace(",", "")) if figures else Decimal(_CARDINALS[count.replace(" ", "-")])
    return number * _SCALES.get(scale, 1)


def _forms(value: Decimal) -> Iterator[str]:
    if value in _WORDS:
        yield from (str(value), _WORDS[int(value)])
    for name, scale in _SCALES.items():
        count = value / scale
        if count in _WORDS and count >= 1 and (scale > 100 or count < 10):
            yield f"{_WORDS[int(count)]} {name}"
            yield f"{value:,f}"
        if scale >= _LARGE and 1 <= count < 1000 and count * 10 % 1 == 0:
            yield f"{count.normalize():f} {name}"
            yield f"{value.quantize(Decimal(1)):,f}"


def _ordinal_figures(value: int) -> str:
    last = 0 if value // 10 == 1 else value % 10
    return f"{value}{('th', 'st', 'nd', 'rd')[last] if last < 4 else 'th'}"
