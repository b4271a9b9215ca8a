"""Stage 7, print: the sheets or the keys of a class as one tagged PDF, in the order in which they are given."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, get_args

from .direct_printing import set_keys, set_sheets
from .press.flow import Format, Sheet
from .press.paper import PaperCount, Scheme, Side, Size, count_paper
from .press.paper_schemes import Booklet, FourUp, OnePerSide, TwoUp, arrange_with_whole_pages
from .press.presswork import Pressed, press, typeset_ahead
from .press.stock import Style
from .press.typeset import TypesetError
from .profiles import USUAL_LOOK, Look
from .rendering.formats import booklet_format, grid_format, sheet_format, ticket_format
from .rendering.forms import FormsTable
from .rendering.forms_flow import forms_flow
from .rendering.grid import GridRow
from .rendering.grid_flow import grid_flow
from .rendering.html import press_css, sole_owners
from .rendering.key_flow import key_flow
from .rendering.sheet_flow import name_pieces, sheet_flow
from .resources import templates
from .roster import Student
from .worksheet import AnswerKey, PersonalSheet

Arrangement = Literal["double", "single", "two-up", "four-up", "booklet"]
ARRANGEMENTS: tuple[Arrangement, ...] = get_args(Arrangement)
Told = Callable[[int, int], None]
# Where a page is not as large as the paper; type keeps its size.
FORMATS = {"four-up": ticket_format, "booklet": booklet_format}


def _untold(done: int, total: int) -> None:
    """Nobody wants to know."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A document."""

    content: bytes
    paper: PaperCount | None = None  # what it takes, where that is known


@dataclass(frozen=True, slots=True)
class Printer:
    """How a class set is printed.

    :ivar cache: folder for typeset pieces; ``None`` keeps nothing.
    :ivar arrangement: how the pages of sheets go on paper; keys stand one page on a side.
    :ivar fit: the most pages of a sheet.
    :ivar direct: have WeasyPrint set whole pages, without the press.
    """

    cache: Path | None = None
    arrangement: Arrangement = "double"
    fit: int | None = None
    direct: bool = False

    def typeset_names(self, students: Iterable[Student], class_name: str, *, paper: str, language: str) -> None:
        """Have the names of a class typeset, so that printing finds them in the store; without one, do nothing.

        This may run while the sheets are drawn. What fails here fails again in printing, and is told there.
        """
        if self.direct or self.cache is None:
            return
        names: dict[Look, list[str]] = {}
        for student in students:
            names.setdefault(student.profile.look, []).append(student.name)
        pieces = [
            piece
            for look, found in names.items()
            for piece in name_pieces(found, class_name, self._page(paper, look), language, look)
        ]
        with suppress(TypesetError):
            typeset_ahead(pieces, style=_style(), cache=self.cache)

    def print_sheets(self, sheets: Sequence[PersonalSheet], *, paper: str, title: str, told: Told = _untold) -> Printed:
        """Print sheets for handing out, each with its own count of pages.

        :param sheets: one or more, each with an anchor of its own.
        :param paper: "a4" or "letter".
        :param title: of the file, as a reader of PDF shows it.
        :param told: called with the number of new pieces that are typeset and of all.
        :return: the PDF; the same sheets give the same bytes, unless a name needs one of the machine's own fonts.
        :raises TypesetError: if something cannot be typeset or does not fit, or WeasyPrint cannot work.
        """
        if self.direct:
            return Printed(set_sheets(sheets, paper=paper, title=title))
        whole = sheet_format(paper)
        scheme = _scheme(self.arrangement, self._page(paper), Size(whole.width, whole.height))
        if not isinstance(scheme, OnePerSide):
            # What must not be reduced has sides of its own behind all that goes several on a side.
            sheets = sorted(sheets, key=self._is_whole)
        flows = [
            replace(sheet_flow(sheet, sheet_format(paper, sheet.look)), may_grow=True)
            if self._is_whole(sheet)
            else sheet_flow(sheet, self._page(paper))
            for sheet in sheets
        ]
        return self.press_flows(flows, title, sheets[0].worksheet.language, scheme, told)

    def print_keys(
        self,
        keys: Sequence[AnswerKey],
        grid: Sequence[GridRow] = (),
        forms: FormsTable | None = None,
        *,
        paper: str,
        title: str,
        told: Told = _untold,
    ) -> Printed:
        """Print keys, each on a page of its own, behind the answers of the whole class where a grid is given.

        :param keys: one or more, each of another code; the key of every row of the grid is among them.
        :param grid: a row for each sheet of the class, in roster order.
        :param forms: the comparison of equal forms, which comes first.
        :param title: of the file and of the grid.
        :return: the PDF.
        :raises TypesetError: as in :meth:`print_sheets`.
        """
        if self.direct:
            return Printed(set_keys(keys, grid, forms, paper=paper, title=title))
        owners = sole_owners(grid)
        page = sheet_format(paper)
        language = keys[0].worksheet.language
        flows = [forms_flow(forms, page, title=title, language=language)] if forms else []
        flows += [grid_flow(grid, grid_format(paper), title=title)] if grid else []
        flows += [key_flow(key, page, student_name=owners.get(key.worksheet.code, "")) for key in keys]
        scheme = OnePerSide(Size(page.width, page.height))
        return self.press_flows(flows, title, keys[0].worksheet.language, scheme, told)

    def _is_whole(self, sheet: PersonalSheet) -> bool:
        """Whether the pages of a sheet are not reduced: large print never, and on a ticket help has no room."""
        return sheet.look.whole_page or (self.arrangement == "four-up" and sheet.profile.adapts)

    def _page(self, paper: str, look: Look = USUAL_LOOK) -> Format:
        """Give the page of sheets of one look: large print is never reduced."""
        return sheet_format(paper, look) if look.whole_page else FORMATS.get(self.arrangement, sheet_format)(paper)

    def press_flows(
        self,
        flows: Sequence[Sheet],
        title: str,
        language: str,
        scheme: Scheme,
        told: Told = _untold,
        *,
        style: Style | None = None,
    ) -> Printed:
        """Press what was made into rows of pieces.

        :param scheme: how its pages go on paper.
        :param style: of the pieces; that of sheets and keys if there is none.
        :raises TypesetError: as in :meth:`print_sheets`.
        """
        made: list[io.BytesIO] = []
        counted: list[PaperCount] = []

        def target() -> io.BytesIO:
            made.append(io.BytesIO())
            return made[-1]

        def arranged(pages: Sequence[int], _: tuple[float, float]) -> Sequence[Side]:
            small = sum(not flow.may_grow for flow in flows)
            if isinstance(scheme, FourUp) and max(pages[:small], default=1) > 1:
                most = max(pages[:small])
                raise TypesetError(
                    f"{flows[pages.index(most)].title}: its ticket has {most} pages, and four-up takes tickets of one "
                    "page; ask fewer questions, or choose another arrangement"
                )
            sides = arrange_with_whole_pages(pages, small, scheme, Size(flows[-1].page.width, flows[-1].page.height))
            counted.append(count_paper(sides, scheme))
            return sides

        plain = isinstance(scheme, OnePerSide)
        pressed = press(
            target,
            flows,
            style=style or _style(),
            title=title,
            language=language,
            cache=self.cache,
            fit=self.fit,
            recto=plain and scheme.double_sided,
            arrange=None if plain else arranged,
            told=told,
        )
        return Printed(made[-1].getvalue(), counted[-1] if counted else _plain_count(pressed, scheme))


def _style() -> Style:
    return Style(press_css(), templates())


def _scheme(arrangement: Arrangement, page: Format, paper: Size) -> Scheme:
    size = Size(page.width, page.height)
    match arrangement:
        case "two-up":
            return TwoUp(size, paper)
        case "four-up":
            return FourUp(size, paper)
        case "booklet":
            return Booklet(size, paper)
        case _:
            return OnePerSide(size, paper, double_sided=arrangement == "double")


def _plain_count(pressed: Pressed, scheme: Scheme) -> PaperCount:
    """Count the paper of a document whose pages are the sides."""
    return PaperCount(pressed.pages, (pressed.pages + 1) // 2 if scheme.double_sided else pressed.pages, pressed.blank)
