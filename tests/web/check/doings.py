"""What a reader does on a page: choose from the timeline, change the colours, tap a link, answer a question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from playwright.sync_api import Browser

_QUESTION = """() => {
  document.querySelector("#main").insertAdjacentHTML("beforeend",
    '<div class="ap-check-yourself"><div class="fact-question" id="fact-try"><p>Why?</p>'
    + '<label>Answer <textarea data-answer="try"></textarea></label>'
    + '<details><summary>Key</summary><p>So.</p></details></div></div>');
}"""


def try_out(browser: Browser, pages: Sequence[Path]) -> Iterator[str]:
    """Do on each page what it offers; say what does not happen."""
    context = browser.new_context(viewport={"width": 400, "height": 800}, has_touch=True, color_scheme="light")
    page = context.new_page()
    for path in pages:
        page.goto(path.as_uri())
        if page.locator(".timeline-choice").count():
            all_events = page.locator("dl.fact-timeline dt:visible").count()
            page.locator(".timeline-choice select").first.select_option(index=1)
            if not 0 < page.locator("dl.fact-timeline dt:visible").count() < all_events:
                yield f"{path.name}: the timeline does not follow the choice of a chapter"
        if page.locator("#explained").count():
            page.locator("#main a.fact-ref, #main .bibtex-citation a").first.tap()
            page.wait_for_timeout(100)
            if not page.locator("#web-note").is_visible():
                yield f"{path.name}: a tap opens no pop-up"
    page.locator(".web-look").click(click_count=2)
    page.reload()
    if page.evaluate("document.documentElement.dataset.look") != "dark":
        yield f"{pages[-1].name}: the chosen colours are not remembered"
    answers = pages[0].parent / "_static" / "answers.js"
    for wanted in ("", "Because."):
        page.goto(pages[0].as_uri())
        page.evaluate(_QUESTION)
        page.add_script_tag(path=answers)
        if page.locator("#fact-try textarea").input_value() != wanted:
            yield f"{pages[0].name}: an answer is not kept"
        page.locator("#fact-try textarea").fill("Because.")
    context.close()
