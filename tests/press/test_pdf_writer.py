"""Objects become the bytes of a PDF."""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from xml.etree import ElementTree

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from worksheets.press import pdf_writer
from worksheets.press.pdf_text import decimal, metadata, percent_encoded, text_string
from worksheets.press.pdf_writer import PdfWriter, TooManyObjectsError

texts = st.text(st.characters(exclude_categories=("Cs",)))


def finished(writer: PdfWriter, target: BytesIO, entries: bytes = b"") -> BytesIO:
    """End a file that has no pages."""
    pages = writer.add(b"<</Type/Pages/Count 0/Kids[]>>")
    root = writer.add(b"<</Type/Catalog/Pages %d 0 R%b>>" % (pages, entries))
    writer.finish(b"/Root %d 0 R" % root)
    return target


@given(st.lists(st.tuples(st.booleans(), st.binary(max_size=50), st.integers(0, 3)), max_size=20), st.integers(0, 9))
def test_what_is_written_is_read_back(values, level):
    """Dictionaries and streams, in any mixture, in order or not, alone or in rows, at any level of compression."""
    target = BytesIO()
    writer = PdfWriter(target, level=level)
    numbers = [writer.reserve(row + 1) for _, _, row in values]
    for number, (is_stream, value, row) in sorted(zip(numbers, values, strict=True), key=lambda each: each[1]):
        body = b"<</Value<%b>>>\n" % value.hex().encode()
        if is_stream:
            for place in range(row + 1):
                writer.put_stream(number + place, value, b"/Kind/Tried")
        else:
            writer.put_row(number, body * (row + 1), [len(body) * place for place in range(row + 1)])
    kids = b"".join(b"%d 0 R " % number for number in numbers)
    with pikepdf.open(finished(writer, target, b"/Tried[%b]" % kids)) as pdf:
        assert pdf.check_pdf_syntax() == []
        for number, (is_stream, value, row) in zip(numbers, values, strict=True):
            for place in range(row + 1):
                found = pdf.get_object(number + place, 0)
                assert (found.read_bytes() if is_stream else bytes(found.Value)) == value


def test_dictionaries_are_packed_by_the_hundred():
    """A file of many small objects is small, since they are compressed together."""
    target = BytesIO()
    writer = PdfWriter(target)
    numbers = [writer.add(b"<</Value %d>>" % value) for value in range(1000)]
    with pikepdf.open(finished(writer, target)) as pdf:
        streams = [each for each in pdf.objects if isinstance(each, pikepdf.Stream) and each.get("/Type") == "/ObjStm"]
        assert [int(each.N) for each in streams] == [256, 256, 256, 234]
        assert [int(pdf.get_object(number, 0).Value) for number in numbers] == list(range(1000))
    assert len(target.getvalue()) < 10_000


def unpacked(data: bytes, position: int) -> tuple[bytes, bytes]:
    """The dictionary and the content of a compressed stream that begins at a position."""
    dictionary, _, rest = data[position:].partition(b"\nstream\n")
    return dictionary, zlib.decompressobj().decompress(rest)


def test_each_object_is_where_the_table_says():
    """Byte by byte: readers that we could try pass over the place of an object within its object stream."""
    target = BytesIO()
    writer = PdfWriter(target)
    numbers = [writer.reserve() for _ in range(600)]
    for number in numbers[::-1]:
        if number % 7:
            writer.put(number, b"<<>>")
        else:
            writer.put_stream(number, b"content")
    data = finished(writer, target).getvalue()
    dictionary, table = unpacked(data, int(data.split()[-2]))
    assert b"/W[1 5 2]" in dictionary
    entries = [(row[0], int.from_bytes(row[1:6]), int.from_bytes(row[6:])) for row in batches(table, 8)]

    assert entries[0] == (0, 0, 65535)
    for number, (kind, place, index) in enumerate(entries[1:], start=1):
        if kind == 1:
            assert data[place:].startswith(b"%d 0 obj\n" % number)
        else:
            assert kind == 2
            _, content = unpacked(data, entries[place][1])
            assert int(content.split()[2 * index]) == number


def batches(data: bytes, size: int) -> list[bytes]:
    return [data[start : start + size] for start in range(0, len(data), size)]


def test_an_object_that_was_promised_must_be_written():
    """A reference to nothing would be read as null by some programs and refused by others."""
    target = BytesIO()
    writer = PdfWriter(target)
    missing = writer.reserve()

    with pytest.raises(ValueError, match=f"object {missing} was promised"):
        finished(writer, target)


def test_there_is_an_end_to_objects(monkeypatch):
    """Readers need not bear more than eight million, and our numbers have room for no more."""
    monkeypatch.setattr(pdf_writer, "MOST_OBJECTS", 10)
    writer = PdfWriter(BytesIO())
    writer.reserve(9)

    with pytest.raises(TooManyObjectsError):
        writer.reserve()


@given(texts)
def test_any_text_is_spelled_for_a_pdf(text):
    """Parentheses, backslashes, line ends and letters of any script come back as they were."""
    target = BytesIO()
    with pikepdf.open(finished(PdfWriter(target), target, b"/Tried" + text_string(text))) as pdf:
        assert str(pdf.Root.Tried) == text


@given(texts)
def test_any_title_is_spelled_in_metadata(title):
    """Only signs that XML cannot hold are lost, and line ends become those of XML."""
    found = ElementTree.fromstring(metadata(title)).find(".//{http://www.w3.org/1999/02/22-rdf-syntax-ns#}li")

    assert found is not None
    kept = re.sub("[^\t\n\r -\ufffd\U00010000-\U0010ffff]", "", title)
    assert (found.text or "") == kept.replace("\r\n", "\n").replace("\r", "\n")


def test_addresses_are_ascii():
    """What stands in an address as it is stays; other letters are percent-encoded."""
    assert percent_encoded("https://example.org/a%20b?ü=1#ж") == "https://example.org/a%20b?%C3%BC=1#%D0%B6"


@given(st.floats(-20_000, 20_000))
def test_numbers_are_short_and_without_exponent(value):
    """A PDF knows no exponents, and six decimals are as much as can be seen."""
    spelled = decimal(value).decode()

    assert float(spelled) == pytest.approx(value, abs=6e-7)
    assert set(spelled) <= set("-.0123456789")
    assert "." not in spelled or spelled[-1] not in ".0"
