"""Cards in print: a label runs into the first line, and a view is told in a few sentences."""

from __future__ import annotations

from lxml.html import HtmlElement

from .markup import add_class, classes, enclosing, remove, text_of, with_class


def set_cards(root: HtmlElement) -> None:
    """Prepare the cards of one document whose parts a page shows otherwise than a screen."""
    for card in with_class(root, "fact-misconception"):
        _run_label_in(card)
    for view in with_class(root, "fact-view"):
        _name_work(view)
    for debate in with_class(root, "ap-debate"):
        _ask_once(debate)


def _run_label_in(card: HtmlElement) -> None:
    """Begin the first paragraph with the label, so that what is wrong is called so before it is read."""
    label = next(iter(with_class(card, "fact-label")), None)
    claim = next(iter(with_class(card, "fact-often")), None)
    if label is None or claim is None:
        return
    for certainty in with_class(label, "fact-certainty"):  # what is wrong is wrong
        remove(certainty)
    remove(label)
    label.tag = "span"
    label.text = f"{text_of(label)}:"
    label.tail, claim.text = " " + (claim.text or "").lstrip(), None
    claim.insert(0, label)


def _name_work(view: HtmlElement) -> None:
    """Put the work in which a view stands behind its holder."""
    line = next(iter(with_class(view, "fact-line")), None)
    field = next(iter(with_class(view, "field-work")), None)
    holder = next(iter(with_class(view, "fact-title")), None)
    if line is None or field is None or holder is None:
        return
    work = field[-1]
    listing = field.getparent()
    work.tag = "span"
    work.attrib.clear()
    add_class(work, "fact-work")
    holder.tail, work.tail = ", ", f" {(holder.tail or '').strip()} "
    holder.addnext(work)
    remove(field)
    if not len(listing):
        remove(listing)


def _ask_once(debate: HtmlElement) -> None:
    """Leave the question that all views of a debate answer to its title."""
    questions = [aside for line in with_class(debate, "fact-line") for aside in with_class(line, "fact-aside")]
    questions = [aside for aside in questions if "fact-view" in _card_of(aside)]
    if len(questions) > 1 and len({text_of(question) for question in questions}) == 1:
        for question in questions:
            remove(question)


def _card_of(element: HtmlElement) -> list[str]:
    card = enclosing(element, "div")
    return classes(card) if card is not None else []
