"""In print notes part no sentences: they stand in the margin, and a statement goes on with the prose about it."""

from __future__ import annotations

from lxml.html import HtmlElement

from .markup import classes, remove, with_class


def join_statements(root: HtmlElement) -> None:
    """Let statements go on with the paragraph from which notes alone part them, or begin it."""
    for paragraph in with_class(root, "fact-statements"):
        before = next(
            (other for other in paragraph.itersiblings(preceding=True) if "beside" not in classes(other)), None
        )
        if before is not None and before.tag == "p":
            _join(before, paragraph)
    for paragraph in with_class(root, "fact-statements"):
        behind = next((other for other in paragraph.itersiblings() if "beside" not in classes(other)), None)
        alone = all("fact-statement" in classes(part) for part in paragraph)
        if behind is not None and behind.tag == "p" and alone and not _is_title(behind):
            _join(paragraph, behind)


def _is_title(paragraph: HtmlElement) -> bool:
    return [part.tag for part in paragraph] == ["strong"] and not (paragraph.text or paragraph[0].tail or "").strip()


def _join(paragraph: HtmlElement, more: HtmlElement) -> None:
    text = f" {(more.text or '').lstrip()}"
    if len(paragraph):
        paragraph[-1].tail = f"{(paragraph[-1].tail or '').rstrip()}{text}"
    else:
        paragraph.text = f"{(paragraph.text or '').rstrip()}{text}"
    paragraph.extend(list(more))
    remove(more)
