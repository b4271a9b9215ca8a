"""YAML with line numbers: plain values, each with the line it stands on. Nothing in the file runs code (S7)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

from .problems import Faults, Problem, Source

_MEND = "see `worksheets make --help` for what the file holds"
LARGEST = 256 * 1024  # bytes; a blueprint has a few hundred


@dataclass(frozen=True, slots=True)
class Value:
    """A scalar, list or mapping as written, and its line (from 1).

    Only a plain whole number is a number and only nothing is nothing; all else is text. YAML 1.1 would make 8 of 010,
    90 of 1:30, a date of 2020-01-01 and a verdict of "no", none of which a teacher means.
    """

    content: str | int | tuple[Value, ...] | dict[str, Value] | None
    line: int

    @property
    def text(self) -> str:
        """The content in words, for messages."""
        match self.content:
            case dict():
                return "a block of settings"
            case tuple():
                return "a list"
            case None:
                return "nothing"
            case _:
                return repr(self.content)


def read_yaml(path: Path, mend: str = _MEND) -> Value:
    """Read one document; ``mend`` tells where one can read what such a file holds.

    Anchors, aliases and tags are refused: a settings file needs none, and they are what makes YAML dangerous.

    :raises Faults: if the file cannot be read or is not such YAML.
    """
    name = str(path)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise Faults([unreadable(path, error)]) from None
    if len(content) > LARGEST:
        raise Faults([Problem(Source(name), f"the file has {len(content):,} bytes", mend, "yaml.too-large")])
    try:
        return parse_yaml(content.decode("utf-8-sig"), name, mend)
    except UnicodeDecodeError:
        raise Faults(
            [Problem(Source(name), "the file is not UTF-8 text", "save it as UTF-8", "yaml.encoding")]
        ) from None


def parse_yaml(text: str, name: str, mend: str = _MEND) -> Value:
    """Read one document from text; ``name`` is the file's, for messages.

    :raises Faults: as ``read_yaml``.
    """
    try:
        for event in yaml.parse(text, yaml.SafeLoader):
            anchored = isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None)
            # An explicit tag leaves `implicit` false on plain scalars and collections; a quoted scalar has tag None.
            if anchored or getattr(event, "tag", None) is not None:
                line = event.start_mark.line + 1 if event.start_mark else 0
                what = "anchors (&), aliases (*) and tags (!) are not used in this file"
                raise Faults([Problem(Source(name, line), what, "write the value itself", "yaml.not-plain")])
        node = yaml.compose(text, yaml.SafeLoader)
        if node is None:
            raise Faults([Problem(Source(name), "the file is empty", mend, "yaml.empty")])
        return _value(node, name, mend)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        what = f"this is not YAML: {error.problem or error.context}"
        raise Faults([Problem(Source(name, line), what, mend, "yaml.syntax")]) from None
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        what = f"this is not YAML: {str(error).splitlines()[0]}"
        raise Faults([Problem(Source(name), what, mend, "yaml.syntax")]) from None


def unreadable(path: Path, error: OSError) -> Problem:
    """A file that the system does not let us read, in plain words."""
    what = f"cannot read the file: {(error.strerror or str(error)).lower()}"
    return Problem(Source(str(path)), what, "check the name and that the file may be read", "file.unreadable")


def _value(node: yaml.Node, name: str, mend: str) -> Value:
    line = node.start_mark.line + 1
    if isinstance(node, yaml.ScalarNode):
        return Value(_scalar(node), line)
    if isinstance(node, yaml.SequenceNode):
        return Value(tuple(_value(child, name, mend) for child in node.value), line)
    content: dict[str, Value] = {}
    for key_node, value_node in node.value:
        at = key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode):
            problem = Problem(Source(name, at), "the name of a setting is missing before the colon", mend, "yaml.key")
            raise Faults([problem])
        key = str(key_node.value)
        if key in content:
            problem = Problem(Source(name, at), f'"{key}" stands here twice', "keep one of the two", "yaml.twice")
            raise Faults([problem])
        content[key] = Value(_value(value_node, name, mend).content, at)
    return Value(content, line)


def _scalar(node: yaml.ScalarNode) -> str | int | None:
    text = str(node.value)
    text.encode()  # fails on half a character, as "\\ud800", which cannot be printed
    if node.style is not None:  # in quotation marks, or a block of text
        return text
    if text in ("", "~", "null"):
        return None
    return int(text) if _WHOLE_NUMBER.fullmatch(text) else text


_WHOLE_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,17})")
