"""Finished sheets and keys as HTML: fills templates, decides nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from ..questions import GAP, Question, in_a_run, letter
from ..resources import templates
from ..worksheet import AnswerKey, PersonalSheet, Worksheet
from .anchors import key_anchor, part_anchor, question_anchor, question_end
from .drawn import drawn
from .formats import page_css
from .forms import FormsTable
from .grid import GridRow, class_grid
from .looks import fitted, sentences
from .names import direction, script_tag
from .typography import typographic

# One length for every gap, so that it tells nothing about the answer (rule P4). Underscores and not a drawn rule: they
# are still there when the text is copied or read aloud. At 11 pt about 40 mm, room for a word in handwriting.
GAP_RULE = "_" * 23

FORMS = "forms"  # HTML id of the comparison of forms
STYLES = ("tokens.css", "sheet.css", "looks.css", "key.css")


def sheet_html(sheet: PersonalSheet, *, level: int = 1, running_on: Collection[str] = ()) -> str:
    """Write one sheet as a fragment: an ``article`` whose id is the sheet's anchor.

    :param level: rank of the sheet's title among the headings of the document.
    :param running_on: anchors of questions that may be cut by the end of a page; all others are kept whole.
    """
    template = environment().get_template("sheet.html.j2")
    return template.render(sheet=fitted(sheet), look=sheet.look, narrow=False, level=level, running_on=running_on)


def key_html(key: AnswerKey, *, student_name: str = "", level: int = 1) -> str:
    """Write one key as a fragment: an ``article`` whose id is "key-" and the code of its sheet.

    :param student_name: of the one who has this sheet, if only one has it.
    """
    return environment().get_template("key.html.j2").render(key=key, student_name=student_name, level=level)


def grid_html(rows: Sequence[GridRow], *, title: str, level: int = 1, fixed: bool = True) -> str:
    """Write the answers of a class at a glance; each row leads to the key that :func:`key_html` makes for its code.

    :param fixed: whether columns are as wide as was estimated, as on paper, or as what stands in them.
    """
    template = environment().get_template("key_grid.html.j2")
    return template.render(grid=class_grid(rows), title=title, level=level, fixed=fixed)


def forms_html(table: FormsTable, *, title: str, level: int = 1) -> str:
    """Write the comparison of equal forms."""
    return environment().get_template("key_forms.html.j2").render(table=table, title=title, level=level, anchor=FORMS)


def contents_html(title: str, links: Sequence[tuple[str, str]]) -> str:
    """Write the head of a page with several sheets or keys: its title and links, given as anchor and label."""
    return environment().get_template("contents.html.j2").render(title=title, links=links)


def document(body: str, *, title: str, language: str, paper: str = "", fonts: str = "") -> str:
    """Write a whole HTML file around fragments, with its styles inside it: it needs nothing else.

    :param paper: "a4" or "letter" for print, empty for the screen.
    :param fonts: ``@font-face`` rules; without them a screen uses its own sans serif.
    """
    names = STYLES if paper else (*STYLES, "screen.css")
    styles = [fonts, *((templates() / name).read_text(encoding="utf-8") for name in names)]
    styles.append(page_css(paper))
    template = environment().get_template("document.html.j2")
    return template.render(body=body, title=title, language=language, styles="\n".join(filter(None, styles)))


def press_css() -> str:
    """Give the styles of pieces for the press."""
    return "\n".join((templates() / name).read_text(encoding="utf-8") for name in STYLES)


@cache
def environment() -> Environment:
    """Give what fills the templates."""
    made = Environment(
        loader=FileSystemLoader(templates()),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_printed,
    )
    made.filters.update(
        as_written=escape,
        direction=direction,
        foot_label=foot_label,
        gaps=_gaps,
        in_a_run=in_a_run,
        key_anchor=key_anchor,
        key_label=key_label,
        letter=letter,
        part_anchor=part_anchor,
        question_anchor=question_anchor,
        question_end=question_end,
        script_tag=script_tag,
        sentences=sentences,
        sheet_label=sheet_label,
        svg=drawn,
    )
    made.tests["gapped"] = lambda text: GAP in text
    made.tests["written_into"] = written_into
    return made


def _printed(value: object) -> object:
    """Set the signs of whatever a template prints; HTML that was made already is left alone."""
    return typographic(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _gaps(text: str) -> Markup:
    rule = Markup('<span class="gap" role="img" aria-label="gap">{}</span>').format(GAP_RULE)
    return rule.join(escape(part) for part in typographic(text).split(GAP))


def sheet_label(sheet: PersonalSheet) -> str:
    """Give what a sheet is called in a list: the student's name, or form and code."""
    return sheet.student_name or _code_label(sheet.worksheet)


def key_label(key: AnswerKey, student_name: str) -> str:
    """Give what a key is called in a list: the name of the student whose sheet it belongs to, or form and code."""
    return student_name or _code_label(key.worksheet)


def written_into(question: Question) -> bool:
    """Whether a student writes into the stem, which then needs higher lines; where options are ticked nobody does."""
    return GAP in question.stem and not question.options


def foot_label(worksheet: Worksheet, kind: str) -> str:
    """Give what stands at the foot of each page.

    :param kind: of what it is: "Sheet", "Key to sheet".
    """
    return " · ".join(filter(None, (f"{kind} {worksheet.code}", worksheet.form and f"Form {worksheet.form}")))


def sole_owners(grid: Sequence[GridRow]) -> dict[str, str]:
    """Tell whose sheet each code is, leaving out the codes that several students have."""
    codes = Counter(row.key.worksheet.code for row in grid)
    return {code: row.student_name for row in grid if codes[code := row.key.worksheet.code] == 1}


def _code_label(worksheet: Worksheet) -> str:
    return f"Form {worksheet.form}, sheet {worksheet.code}" if worksheet.form else f"Sheet {worksheet.code}"
