"""Chromium looks at every page: axe-core, what is loaded, what does not fit, and how pop-ups behave."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from .doings import first_explained, try_out

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_AXE = "() => axe.run(document, {resultTypes: ['violations']}).then(found => found.violations)"
_TOO_WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@dataclass(frozen=True)
class View:
    """How a page is looked at: width and height in CSS pixels, and how many of the screen make one."""

    name: str
    width: int
    height: int
    colours: str
    zoom: int = 1


# A window of 1280 by 960 at 200 % shows 640 by 480 CSS pixels.
VIEWS = (
    View("light", 1280, 960, "light"),
    View("dark", 1280, 960, "dark"),
    View("light, 200 %", 640, 480, "light", 2),
    View("dark, 200 %", 640, 480, "dark", 2),
    View("wide", 1600, 1000, "light"),
    View("phone", 320, 640, "light"),
)


def look_at_all(pages: Sequence[Path], axe: str) -> tuple[int, list[str]]:
    """Look at every page in every view.

    :param axe: the script of axe-core.
    :return: how many views there were, and all faults.
    """
    program = next(filter(None, map(shutil.which, BROWSERS)))
    faults: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for view in VIEWS:
            context = _context(browser, view)
            page = context.new_page()
            told: list[str] = []
            page.on("request", lambda request, told=told: told.append(request.url))
            page.on("pageerror", lambda error, told=told: told.append(f"error: {error}"))
            for path in pages:
                told.clear()
                page.goto(path.as_uri())
                faults += [f"{path.name} ({view.name}): {fault}" for fault in _faults(page, axe, told)]
            context.close()
        faults += _pop_ups(browser, pages)
        faults += try_out(browser, pages)
        browser.close()
    return len(VIEWS) * len(pages), faults


def _context(browser: Browser, view: View) -> Any:
    return browser.new_context(
        viewport={"width": view.width, "height": view.height},
        device_scale_factor=view.zoom,
        color_scheme=view.colours,
        reduced_motion="reduce",
    )


def _faults(page: Page, axe: str, told: list[str]) -> Iterator[str]:
    yield from (f"loads {url}" for url in told if not url.startswith(("file:", "data:", "error:")))
    yield from (url for url in told if url.startswith("error:"))
    if (wide := page.evaluate(_TOO_WIDE)) > 0:
        yield f"{wide} px wider than the window"
    page.evaluate(axe)
    for violation in page.evaluate(_AXE):
        for node in violation["nodes"]:
            yield f"{violation['id']}: {violation['help']}: {node['html'][:160]}"


def _pop_ups(browser: Browser, pages: Sequence[Path]) -> Iterator[str]:
    """Open a pop-up by keyboard and by mouse on each page that has one, and close it (WCAG 1.4.13)."""
    context = _context(browser, VIEWS[0])
    page = context.new_page()
    for path in pages:
        page.goto(path.as_uri())
        if not page.locator("#explained").count():
            continue
        link, note = first_explained(page)
        link.focus()
        steps = [("focus opens it", note.is_visible()), ("it describes", bool(link.get_attribute("aria-describedby")))]
        page.keyboard.press("Escape")
        steps.append(("Escape closes it", not note.is_visible()))
        link.evaluate("link => link.blur()")
        link.hover()
        page.wait_for_timeout(400)
        steps.append(("the pointer opens it", note.is_visible()))
        if note.is_visible():
            note.hover()
            page.wait_for_timeout(400)
            steps.append(("the pointer may go into it", note.is_visible()))
        page.mouse.move(1, 1)
        page.wait_for_timeout(400)
        steps.append(("it closes behind the pointer", not note.is_visible()))
        yield from (f"{path.name}: pop-up: not so: {step}" for step, holds in steps if not holds)
    context.close()
