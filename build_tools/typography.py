"""Quotation marks and apostrophes for texts that the book prints from its facts.

Sphinx sets those of the chapters when it reads them; lists and link titles are made later.
"""

from __future__ import annotations

import re
from html import escape, unescape

from docutils.utils.smartquotes import smartyPants
from sphinx.environment import BuildEnvironment

_SPACED = re.compile(r"(?<=\S) - (?=\S)")  # a typewriter's dash
_TEXT = re.compile(r"(?<=>)[^<>]+(?=<)")


def curly(env: BuildEnvironment, text: str) -> str:
    """Set typographic quotation marks and dashes, if the settings of the book want them for this builder."""
    config = env.config
    language = (config.language or "en").partition("-")[0]
    excluded = config.smartquotes_excludes
    if (
        not config.smartquotes
        or env._builder_cls.name in excluded.get("builders", ())
        or language in excluded.get("languages", ())
    ):
        return text
    marked = str(smartyPants(text, attr=config.smartquotes_action, language=language))
    return _SPACED.sub(" \N{EN DASH} ", marked) if "D" in config.smartquotes_action else marked


def curly_markup(env: BuildEnvironment, markup: str) -> str:
    """Do the same for the texts between the tags of a drawing; its attributes stay."""
    return _TEXT.sub(lambda text: escape(curly(env, unescape(text[0])), quote=False), markup)
