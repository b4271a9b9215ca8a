"""Stage 7, print, the direct way: WeasyPrint sets whole pages. The press is measured against it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from .press.fonts import font_face_css, lacking
from .press.typeset import Typeset, TypesetError, typeset
from .rendering.forms import FormsTable
from .rendering.grid import GridRow
from .rendering.html import document, forms_html, grid_html, key_html, sheet_html, sole_owners
from .rendering.seams import must_run_on, sure_to_run_on
from .resources import templates
from .worksheet import AnswerKey, PersonalSheet


def set_sheets(sheets: Sequence[PersonalSheet], *, paper: str, title: str) -> bytes:
    """Print sheets for handing out; each begins on a right-hand page and counts its own pages.

    :param sheets: one or more, each with an anchor of its own.
    :param paper: "a4" or "letter".
    :param title: of the file, as a reader of PDF shows it.
    :return: the PDF; the same sheets give the same bytes, unless a name needs one of the machine's own fonts.
    :raises TypesetError: if WeasyPrint cannot work or has anything to complain of.
    """
    running_on = sure_to_run_on(sheets)
    while True:
        body = "\n".join(sheet_html(sheet, running_on=running_on) for sheet in sheets)
        result = set_document(body, sheets[0].worksheet.language, paper=paper, title=title)
        more = must_run_on(sheets, result.anchors) - running_on
        if not more:
            return result.pdf
        running_on |= more


def set_keys(
    keys: Sequence[AnswerKey],
    grid: Sequence[GridRow] = (),
    forms: FormsTable | None = None,
    *,
    paper: str,
    title: str,
) -> bytes:
    """Print keys, each on a page of its own, behind the answers of the whole class where a grid is given.

    :param keys: one or more, each of another code; the key of every row of the grid is among them.
    :param grid: a row for each sheet of the class, in roster order.
    :param forms: the comparison of equal forms, which comes first.
    :param paper: "a4" or "letter".
    :param title: of the file and of the grid.
    :return: the PDF.
    :raises TypesetError: as in :func:`set_sheets`.
    """
    owners = sole_owners(grid)
    parts = [forms_html(forms, title=title)] if forms else []
    parts += [grid_html(grid, title=title)] if grid else []
    parts += [key_html(key, student_name=owners.get(key.worksheet.code, "")) for key in keys]
    return set_document("\n".join(parts), keys[0].worksheet.language, paper=paper, title=title).pdf


def unprintable(texts: Iterable[str]) -> frozenset[str]:
    """Find the characters of some texts that neither the packaged fonts nor the machine's own have.

    A trial in print, because only Pango knows what it will find; there is none where the packaged fonts have all.

    :raises TypesetError: if a trial is needed and WeasyPrint cannot work.
    """
    strange = [text for text in texts if lacking(text)]
    if not strange:
        return frozenset()
    body = "\n".join(f"<p>{escape(text)}</p>" for text in strange)
    html = document(body, title="Trial", language="en", paper="a4", fonts=font_face_css(body))
    log = typeset(html, base=templates(), roots=(), system_fonts=True).log
    return frozenset(char for char in lacking(body) if any(f"(U+{ord(char):04X})" in line for line in log))


def set_document(body: str, language: str, *, paper: str, title: str) -> Typeset:
    """Set the HTML of sheets and keys as one document.

    :raises TypesetError: if WeasyPrint cannot work or has anything to complain of.
    """
    text = body + title
    html = document(body, title=title, language=language, paper=paper, fonts=font_face_css(text))
    result = typeset(html, base=templates(), roots=(), system_fonts=bool(lacking(text)))
    if result.log:
        raise TypesetError("\n".join(result.log))
    return result
