"""The bank file: what is written can be read, and what cannot be read is told in plain words."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.strategies import banks, facts
from worksheets.bank import FactBank
from worksheets.bank_file import bank_bytes, bank_digest, bank_of_bytes, read_bank
from worksheets.bank_schema import SCHEMA, schema, schema_bytes
from worksheets.dates import Date
from worksheets.facts import Event, Figure, Place, Reading
from worksheets.problems import Faults, Source

BOOK = FactBank(
    "Weather",
    (Event(id="mary", title="the flight of the balloon", clause="the balloon flew", date=Date(1783, 11, 21)),),
)

VALIDATOR = jsonschema.Draft202012Validator(schema())
few = settings(max_examples=40)  # banks of three facts each, so a dozen of every kind


def told(content: bytes) -> str:
    with pytest.raises(Faults) as caught:
        bank_of_bytes(content, Source("facts.json"))
    return str(caught.value)


@few
@given(banks)
def test_a_bank_comes_back_from_its_file_as_it_was(bank):
    """Writing and reading is the identity for facts of every kind, chapters, title and language."""
    assert bank == bank_of_bytes(bank_bytes(bank), Source("facts.json"))


@few
@given(banks)
def test_places_in_the_chapters_survive(bank):
    """File and line of a fact, which do not count in comparison, are written and read too."""
    again = bank_of_bytes(bank_bytes(bank), Source("facts.json"))

    assert [fact.source for fact in bank] == [fact.source for fact in again]


@few
@given(banks, st.randoms())
def test_the_order_of_the_facts_is_of_no_account(bank, rng):
    """Chapters may be moved about: the same facts give the same bytes."""
    shuffled = list(bank.facts)
    rng.shuffle(shuffled)

    assert bank_bytes(bank) == bank_bytes(replace(bank, facts=tuple(shuffled)))


@few
@given(banks)
def test_a_bank_fits_its_schema(bank):
    """Every bank that can be written is valid under the published schema."""
    VALIDATOR.validate(json.loads(bank_bytes(bank)))


def test_the_published_schema_is_the_schema_of_the_types():
    """The schema file says what the types say; ``python -m worksheets.bank_schema`` writes it."""
    assert schema_bytes() == SCHEMA.read_bytes()


@given(facts)
def test_the_schema_refuses_a_field_of_the_wrong_type(fact):
    """The schema is no empty form: a name that is a number does not pass."""
    tree = json.loads(bank_bytes(FactBank("Book", (fact,))))
    tree["facts"][0]["id"] = 7

    assert not VALIDATOR.is_valid(tree)


def test_a_bank_file_reads_like_a_list():
    """Sorted keys, two spaces, no empty fields, dates as text, one line end at the end."""
    expected = """{
  "chapters": [],
  "facts": [
    {
      "clause": "the balloon flew",
      "date": "1783-11-21",
      "id": "mary",
      "kind": "event",
      "title": "the flight of the balloon"
    }
  ],
  "format": 1,
  "language": "en",
  "title": "Weather"
}
"""

    assert expected == bank_bytes(BOOK).decode()


def test_whole_numbers_of_a_series_have_no_point():
    """A whole number is one in JSON, too; what is printed is kept beside it."""
    readings = (Reading("May", 51.0, "51.0"), Reading("June", 48.5, "48.5"))
    rain = Figure(id="rain", title="rain", text="Rain fell.", series=readings)
    written = bank_bytes(FactBank("Weather", (rain,)))

    assert b'"value": 51,\n' in written
    assert b'"value": 48.5,\n' in written
    assert b'"written": "51.0"\n' in written


def test_the_digest_leaves_page_numbers_out():
    """A book and the same book with pages have one digest, so a page map can say which book it belongs to."""
    (event,) = BOOK.facts
    paged = replace(BOOK, facts=(replace(event, place=Place(pages={"a4": "12"})),))

    assert bank_digest(BOOK) == bank_digest(paged)
    assert bank_bytes(BOOK) != bank_bytes(paged)


def test_a_new_field_alters_the_digest():
    """Two banks that differ in one word have two digests."""
    assert bank_digest(BOOK) != bank_digest(replace(BOOK, title="The Weather"))


def test_half_a_character_is_told():
    """An escape that no text can hold is found when the file is read, not when a sheet is printed."""
    damaged = bank_bytes(BOOK).replace(b'"title": "', b'"title": "\\ud800')
    with pytest.raises(Faults, match="surrogates not allowed"):
        bank_of_bytes(damaged, Source("facts.json"))


def test_a_missing_file_is_told_with_the_command_that_makes_it(tmp_path: Path):
    """Somebody who has not built the book yet is told to build it."""
    with pytest.raises(Faults) as caught:
        read_bank(tmp_path / "facts.json")

    assert str(caught.value) == (
        f"{tmp_path / 'facts.json'}: there is no such file; make the bank first: make bank [bank.missing]"
    )


def test_a_folder_is_no_bank(tmp_path: Path):
    """Naming the folder in place of the file in it is told as just that."""
    with pytest.raises(Faults, match=r"this is a folder; name the file in it: .*facts\.json \[bank\.folder\]"):
        read_bank(tmp_path)


def test_a_bank_is_read_from_its_path(tmp_path: Path):
    """The file that was written is the bank that is read."""
    (tmp_path / "facts.json").write_bytes(bank_bytes(BOOK))

    assert BOOK == read_bank(tmp_path / "facts.json")


def test_a_newer_bank_is_refused():
    """A file of a format that this version does not know is not read half-rightly."""
    content = bank_bytes(BOOK).replace(b'"format": 1', b'"format": 2')

    assert told(content) == (
        "facts.json: this bank has format 2, and this version of worksheets reads formats up to 1; "
        "install the newest version: pip install -U sphinx-worksheets [bank.newer]"
    )


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "bank.not-json"),
        (b"{", "bank.not-json"),
        (b'{"format": NaN}', "bank.not-json"),
        (b"[" * 100_000, "bank.not-json"),
        (b"\xff\xfe{}", "bank.not-text"),
        (b"[]", "bank.wrong-shape"),
        (b"{}", "bank.wrong-shape"),
        (b'{"format": true}', "bank.wrong-shape"),
        (b'{"format": 1}', "bank.wrong-shape"),
        (b'{"format": 1, "title": "x", "facts": [7]}', "bank.wrong-shape"),
    ],
)
def test_what_is_no_bank_is_told_by_its_code(content, code):
    """Nothing that could stand in a file ends in a traceback."""
    assert told(content).endswith(f"[{code}]")


def test_a_syntax_error_has_its_line():
    """Somebody who edited the file by hand is led to the line."""
    assert told(b'{\n  "format": 1,\n  oops\n}').startswith("facts.json:3: this is no JSON")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (b'"clause": "the balloon flew"', b'"clause": 5', "at .facts[0].clause: expected `str`, got `int`"),
        (b'"1783-11-21"', b'"21 November"', 'at .facts[0].date: "21 November" is no date'),
        (b'"1783-11-21"', b"1783", "at .facts[0].date: 1783 is no date"),
        (b'"kind": "event"', b'"kind": "happening"', 'at .facts[0]: there is no kind of fact called "happening"'),
        (b'"id": "mary",', b"", "at .facts[0]: object missing required field `id`"),
    ],
)
def test_a_wrong_field_is_told_with_its_path(old, new, expected):
    """The message says where in the file the fault lies."""
    assert expected in told(bank_bytes(BOOK).replace(old, new))


def test_two_facts_of_one_name_are_refused():
    """A bank in which a name means two facts would give other questions on every run."""
    tree = json.loads(bank_bytes(BOOK))
    tree["facts"] *= 2

    assert "two facts are called “mary”" in told(json.dumps(tree).encode())


@given(facts)
def test_no_field_is_forgotten(fact):
    """Every field that differs from its default stands in the file."""
    tree = json.loads(bank_bytes(FactBank("Book", (fact,))))["facts"][0]
    missing = {
        field.name
        for field in fields(fact)
        if field.name not in tree and getattr(fact, field.name) not in ("", (), None, False, 0, 1, "year", "settled")
    } - {"strength", "place", "source", "level"}

    assert missing == set()
