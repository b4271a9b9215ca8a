"""Questions in print: the number on the line of the first words, and where the answers stand said once for a box."""

from __future__ import annotations

from lxml.html import HtmlElement

from .markup import add_class, classes, elements, remove, text_of, with_class


def set_questions(root: HtmlElement) -> None:
    """Prepare the questions of one document for paper."""
    for number in with_class(root, "fact-number"):
        _set_on_line(number)
    for box in with_class(root, "ap-check-yourself"):
        _say_once(box)
    _join_answers(with_class(root, "ap-answers"))


def _join_answers(chapters: list[HtmlElement]) -> None:
    """Let the answers of all chapters run on in the same columns, each with the number of its chapter."""
    for answers in chapters:
        _number_by_chapter(answers)
    for answers in chapters[1:]:
        chapters[0].extend(list(answers))
        remove(answers)
    for answers in chapters[:1]:
        answers.attrib.pop("aria-label", None)


def _number_by_chapter(answers: HtmlElement) -> None:
    """Write 8.4 for the answer to question 4 of chapter 8, for a column may begin with it."""
    rows = with_class(answers, "ap-answer")
    for row in rows[-1:]:
        add_class(row, "closes-chapter")
    for chapter in with_class(answers, "ap-answers-number")[:1]:
        for link in [link for row in rows for link in with_class(row, "ap-number")]:
            alone = text_of(link)
            number = f"{text_of(chapter)}.{alone}"
            # The words before the number are the template's.
            link.set("aria-label", link.get("aria-label", alone).replace(alone, number))
            link.text = number


def _set_on_line(number: HtmlElement) -> None:
    """Begin the first paragraph of a question with its number: what floats there would part it from its heading."""
    first = next(number.itersiblings("p"), None)
    if first is None:
        return
    remove(number)
    number.tail, first.text = (first.text or "").lstrip(), None
    first.insert(0, number)
    add_class(first, "numbered")


def _say_once(box: HtmlElement) -> None:
    """Name the page of the answers in the title of a box, and not below each question."""
    places = with_class(box, "ap-answer-at")
    for other in places[1:]:
        remove(other)
    title = next((element for element in elements(box) if "ap-title" in classes(element)), None)
    if not places or title is None:
        return
    remove(places[0])
    places[0].tag = "span"
    places[0].tail = None
    title.append(places[0])
