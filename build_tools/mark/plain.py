"""From the inline markup of a chapter to the plain text that goes on a worksheet.

Reads MyST and reStructuredText at once; their inline markup does not collide in the short texts of a fact. What is a
cite, a footnote or a picture leaves no trace: it belongs to the book, not to the sheet.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

_DROPPED = frozenset(
    {"cite", "footcite", "cite:p", "cite:t", "cite:ps", "cite:ts", "cite:alp", "cite:year", "footcite:p", "footcite:t"}
)
_EMPHASIS = ("linked", "both", "bold", "italic", "under")
_SPANS = frozenset({"blank", "value"})
_TOKEN = re.compile(
    r"(?P<escape>\\[^\w\s])"
    r"|(?:\{(?P<myst>[\w:.+-]+)\}|(?<![\w:]):(?P<rst>[\w:.+-]+):)(?P<ticks>`+)(?P<content>.+?)(?P=ticks)(?!`)"
    r"|(?P<fence>`+)(?P<code>.+?)(?P=fence)_{0,2}(?!`)"
    r"|(?P<footnote>\ ?\[\^[^\]]+\]|\ ?\[[#\w*-]+\]_(?!\w))"
    r"|(?P<image>!\[[^\]]*\]\([^)]*\))"
    r"|\[(?P<linked>[^\]]+)\](?:\([^)\s]*(?:\s\"[^\"]*\")?\)|\{[^}]*\})"
    r"|<(?P<url>https?://[^>\s]+)>"
    r"|\*\*\*(?P<both>(?=[^\s*]).+?(?<=[^\s*]))\*\*\*"
    r"|\*\*(?P<bold>(?=\S).+?(?<=\S))\*\*"
    r"|\*(?P<italic>(?=[^\s*]).+?(?<=[^\s*]))\*"
    r"|(?<![\w_])_(?P<under>(?=[^\s_]).+?(?<=[^\s_]))_(?![\w_])",
    re.DOTALL,
)
_EXPLICIT = re.compile(r"(?P<words>.*?)\s*<(?P<target>[^<>]+)>\s*", re.DOTALL)
_UNREAD = re.compile(r"\{(?:blank|value|fact:\w+|cite:?\w*)\}|:(?:blank|value|fact:\w+):`")


@dataclass(frozen=True, slots=True)
class Span:
    """Words marked with ``{blank}`` or ``{value}``."""

    role: str
    text: str
    start: int  # offset in the plain text, in characters


@dataclass(frozen=True, slots=True)
class Plain:
    """A text without its markup."""

    text: str
    spans: tuple[Span, ...] = ()
    unclosed: str = ""  # the first role that was opened and not closed
    wordless: str = ""  # the first reference that has no words of its own, as written


def plain(marked_up: str) -> Plain:
    """Take the markup out of one paragraph; runs of white space become one space."""
    words = re.sub(r"\s+", " ", marked_up).strip()
    reader = _Reader()
    reader.read(words)
    text = "".join(reader.pieces)
    lead = len(text) - len(text.lstrip())
    unread = _UNREAD.search(text)
    return Plain(
        text.strip(),
        tuple(Span(span.role, span.text, span.start - lead) for span in reader.spans),
        unread[0] if unread else "",
        reader.wordless,
    )


class _Reader:
    """Collects plain text and remembers where marked words begin."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.spans: list[Span] = []
        self.wordless = ""
        self._length = 0

    def read(self, text: str) -> None:
        at = 0
        for match in _TOKEN.finditer(text):
            self._write(html.unescape(text[at : match.start()]))
            self._token(match)
            at = match.end()
        self._write(html.unescape(text[at:]))

    def _token(self, match: re.Match[str]) -> None:
        found = {name: value for name, value in match.groupdict().items() if value is not None}
        role = found.get("myst") or found.get("rst")
        if role:
            self._role(role, found["content"].strip(), match[0])
        elif "escape" in found:
            self._write(found["escape"][1])
        elif "code" in found:
            explicit = _EXPLICIT.fullmatch(found["code"]) if match[0].endswith("_") else None
            self._write(explicit["words"] if explicit else found["code"].strip())
        elif "url" in found:
            self._write(found["url"])
        elif inner := next((found[name] for name in _EMPHASIS if name in found), None):
            self.read(inner)

    def _role(self, role: str, content: str, written: str) -> None:
        if role in _SPANS:
            start = self._length
            self.read(content)
            text = "".join(self.pieces)[start:]
            self.spans.append(Span(role, text, start))
        elif role.lower() in _DROPPED:
            self._drop_space()
        elif explicit := _EXPLICIT.fullmatch(content):
            self.read(explicit["words"])
        elif role.startswith("fact:"):
            self.wordless = self.wordless or written
        elif role == "abbr":
            self._write(re.sub(r"\s*\(.*\)$", "", content))
        else:
            self.read(content.lstrip("~!"))

    def _drop_space(self) -> None:
        if self.pieces and self.pieces[-1].endswith(" "):
            self.pieces[-1] = self.pieces[-1][:-1]
            self._length -= 1

    def _write(self, text: str) -> None:
        self.pieces.append(text)
        self._length += len(text)
