"""How a PDF spells numbers, references, text and addresses, and what it says of itself."""

from __future__ import annotations

from collections.abc import Collection

_NOT_IN_XML = dict.fromkeys(code for code in (*range(32), 0xFFFE, 0xFFFF) if code not in (9, 10, 13))
_XML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", **{chr(code): "" for code in _NOT_IN_XML}})
_LITERAL = str.maketrans({"(": "\\(", ")": "\\)", "\\": "\\\\"})

_METADATA = """\
<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def decimal(value: float) -> bytes:
    """Spell a number to six decimals, without an exponent; more would not be seen, and three are."""
    return (b"%.6f" % value).rstrip(b"0").rstrip(b".")


def references(numbers: Collection[int]) -> bytes:
    """Spell an array of references to objects."""
    return b"[" + b"%d 0 R " * len(numbers) % tuple(numbers) + b"]"


def text_string(text: str) -> bytes:
    """Spell a text: between parentheses if it is plain ASCII, otherwise in UTF-16 (ISO 32000-1, 7.9.2.2)."""
    if text.isascii() and text.isprintable():
        return f"({text.translate(_LITERAL)})".encode("ascii")
    return b"<FEFF%b>" % text.encode("utf-16-be").hex().upper().encode()


def percent_encoded(text: str) -> str:
    """Spell an address or a name in plain ASCII, other characters being encoded as UTF-8 (RFC 3987, 3.1)."""
    return "".join(
        char if char.isascii() and char.isprintable() else "".join(f"%{byte:02X}" for byte in char.encode())
        for char in text
    )


def metadata(title: str) -> bytes:
    """Give the XMP packet of a tagged document: its title, and that it is meant to be PDF/UA-1."""
    return _METADATA.format(title=title.translate(_XML)).encode()
