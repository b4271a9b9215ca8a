"""The editions of the printed book: one table of what differs between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .papers import PAPERS, Paper, one_column
from .readers import Reader


@dataclass(frozen=True, slots=True)
class Edition:
    """One way to print the book; what it does not say is as in the student's book on A4."""

    name: str  # as in conf.py, and that of its file
    label: str  # as printed on the title pages; empty for the student's own
    paper: Paper
    reader: Reader = "student"
    tokens: Mapping[str, str] = field(default_factory=dict)  # custom properties that differ from templates/tokens.css
    styles: tuple[str, ...] = ()  # sheets of templates/book/editions/ that come last
    beside: bool = True  # short notes stand in the outer margin, else in the text
    drawn_within: int = 1  # pages from what names a drawing to where it may stand
    enlarged: bool = False  # drawings have the largest type that there is room for
    own_pages: bool = True  # its pages may be others than the student's, so it lists both
    sheet_pages: int = 1  # the number of pages is a multiple of this

    @property
    def file(self) -> str:
        """The name of its file."""
        return f"{self.name}.pdf"


A4 = PAPERS["a4"]

EDITIONS = {
    edition.name: edition
    for edition in (
        Edition("book-a4", "", A4, own_pages=False),
        Edition("book-letter", "", PAPERS["letter"]),
        Edition("teacher-a4", "Teacher’s edition", A4, reader="teacher", styles=("teacher.css",)),
        # UKAAF and RNIB: 16 pt at least, better 18; nothing smaller anywhere, page numbers included.
        Edition(
            "large-print-a4",
            "Large print edition",
            one_column(A4, text=166, inner=22, top=34, lines=28, line_pt=24),
            tokens={
                "--text": "18pt",
                "--small": "18pt",
                "--large": "20pt",
                "--larger": "24pt",
                "--title": "34pt",
                "--line": "24pt",
                "--ink-soft": "#1a1a1a",
                "--head": "18pt",
                "--folio-width": "26mm",
                "--head-width": "140mm",
            },
            styles=("one_size.css",),
            beside=False,
            drawn_within=3,
            enlarged=True,
        ),
        # British Dyslexia Association: sans of 12 to 14 pt, lines of 1.5, ragged right, no pure white, bold not italic.
        Edition(
            "easy-reading-a4",
            "Easy reading edition",
            one_column(A4, text=140, inner=32, top=33, lines=33, line_pt=19.5),
            tokens={
                "--font-text": '"Source Sans 3"',
                "--text": "13pt",
                "--small": "13pt",
                "--large": "15pt",
                "--larger": "18pt",
                "--title": "28pt",
                "--line": "19.5pt",
                "--ground": "#fbf6e6",
                "--tint": "#f1e8cc",
                "--head": "11pt",
                "--folio-width": "24mm",
                "--head-width": "116mm",
            },
            styles=("one_size.css",),
            beside=False,
            drawn_within=2,
        ),
        Edition(
            "printer-a4",
            "",
            A4,
            tokens={
                "--ink": "device-cmyk(0 0 0 1)",
                "--ink-soft": "device-cmyk(0 0 0 .8)",
                "--rule": "device-cmyk(0 0 0 .5)",
                "--tint": "device-cmyk(0 .01 .04 .06)",
                "--accent": "device-cmyk(.1 1 1 .4)",
            },
            styles=("printer.css",),
            own_pages=False,
            sheet_pages=4,
        ),
    )
}

STUDENT = EDITIONS["book-a4"]
USUAL = ("book-a4", "book-letter", "teacher-a4")
ALL = "all"


def named(names: object) -> tuple[Edition, ...]:
    """Find the editions that ``conf.py`` names, each once, the student's first: others give its pages.

    :raises ValueError: if one is unknown, or none is named; the message says what to write.
    """
    if names in (ALL, [ALL], (ALL,)):
        return tuple(EDITIONS.values())
    known = ", ".join(EDITIONS)
    if not isinstance(names, list | tuple) or not names:
        raise ValueError(f'bookpdf_editions is {names!r}; write "all" or a list of some of {known}')
    unknown = [name for name in names if name not in EDITIONS]
    if unknown:
        raise ValueError(f"bookpdf_editions names {unknown[0]!r}, which is no edition; write some of {known}")
    return tuple(edition for edition in EDITIONS.values() if edition.name in names)
