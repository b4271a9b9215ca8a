"""What a reader does on a page: choose from the timeline, change the colours, tap a link, answer a question, search."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Browser, Locator, Page

_WINDOW = {"width": 400, "height": 800}


def first_explained(page: Page) -> tuple[Locator, Locator]:
    """Find the first link of a page that has a pop-up, and the pop-up."""
    addresses = json.loads(page.locator("#explained").inner_text())
    links = page.locator("#main a[href]:not(.fact-page, .headerlink)")
    hrefs = links.evaluate_all("links => links.map(link => link.getAttribute('href'))")
    return links.nth(next(at for at, href in enumerate(hrefs) if href in addresses)), page.locator("#web-note")


def try_out(browser: Browser, pages: Sequence[Path]) -> Iterator[str]:
    """Do on each page what it offers; say what does not happen."""
    context = browser.new_context(viewport=_WINDOW, has_touch=True, color_scheme="light")
    page = context.new_page()
    for path in pages:
        page.goto(path.as_uri())
        if page.locator(".timeline-choice").count():
            all_events = page.locator("dl.fact-timeline dt:visible").count()
            page.locator(".timeline-choice select").first.select_option(index=1)
            if not 0 < page.locator("dl.fact-timeline dt:visible").count() < all_events:
                yield f"{path.name}: the timeline does not follow the choice of a chapter"
        if page.locator("#explained").count():
            link, note = first_explained(page)
            link.tap()
            page.wait_for_timeout(100)
            if not note.is_visible():
                yield f"{path.name}: a tap opens no pop-up"
    page.locator(".web-look").click(click_count=2)
    page.reload()
    if page.evaluate("document.documentElement.dataset.look") != "dark":
        yield f"{pages[-1].name}: the chosen colours are not remembered"
    yield from _answer(page, pages)
    yield from _search(page, pages)
    context.close()
    yield from _without_script(browser, pages)


def _answer(page: Page, pages: Sequence[Path]) -> Iterator[str]:
    """Write and choose on each page with questions, come back, open the key, and take the answer away again."""
    for path in pages:
        page.goto(path.as_uri())
        written, chosen = page.locator("textarea[data-answer]"), page.locator("input[data-answer]")
        if written.count():
            written.first.fill("Because.")
        if chosen.count():
            chosen.first.check()
        page.reload()
        if written.count() and written.first.input_value() != "Because.":
            yield f"{path.name}: an answer is not kept"
        if chosen.count() and not chosen.first.is_checked():
            yield f"{path.name}: a choice is not kept"
        if not written.count():
            continue
        written.first.fill("")
        page.reload()
        if written.first.input_value():
            yield f"{path.name}: an answer that was deleted comes back"


def _search(page: Page, pages: Sequence[Path]) -> Iterator[str]:
    """Look for the first entry of each list of names in the book, such as its terms and people."""
    search = pages[0].parent / "search.html"
    names: list[str] = []
    for path in pages:
        page.goto(path.as_uri())
        entries = page.locator("dl.fact-list:not(.fact-timeline) > dt a")
        names += [entries.first.inner_text()] if entries.count() else []
    for name in names:
        page.goto(f"{search.as_uri()}?q={quote(name)}")
        page.wait_for_timeout(1000)
        if not page.locator("#search-results a", has_text=name.split(",")[0]).count():
            yield f"{search.name}: does not find {name!r}"


def _without_script(browser: Browser, pages: Sequence[Path]) -> Iterator[str]:
    """With scripts off the text is there, answers can be written, and keys open."""
    context = browser.new_context(viewport=_WINDOW, java_script_enabled=False)
    page = context.new_page()
    for path in pages:
        page.goto(path.as_uri())
        if path.stem != "search" and not page.locator("#main h1").is_visible():
            yield f"{path.name}: no heading is seen without script"
        key = page.locator("details.ap-key").first
        if not key.count():
            continue
        page.locator("textarea[data-answer], input[data-answer]").first.click()
        key.locator("summary").click()
        if not key.locator("> :not(summary)").first.is_visible():
            yield f"{path.name}: a key does not open without script"
    context.close()
