"""The shape of a bank file for other programs: ``facts.schema.json``, made from the types of the facts.

After a change of the types: ``python -m worksheets.bank_schema``.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from .bank import Chapter
from .bank_file import FORMAT
from .dates import Date
from .facts import KINDS
from .files import write_whole
from .lean_json import json_bytes

_DATE = r"^-?\d{4}(-\d{2}(-\d{2})?)?~?$"
SCHEMA = Path(__file__).with_name("facts.schema.json")


def schema() -> dict[str, Any]:
    """Make the JSON Schema (draft 2020-12) of a bank file from the types."""
    (_, *_), parts = msgspec.json.schema_components((*KINDS.values(), Chapter), ref_template="#/$defs/{name}")
    parts[Date.__name__] = {"description": "EDTF level 1", "type": "string", "pattern": _DATE}
    for name, kind in KINDS.items():
        shape = parts[kind.__name__]
        shape["properties"] = {"kind": {"const": name}, **shape["properties"]}
        shape["required"] = ["kind", *shape["required"]]
        shape.pop("title", None)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A bank of facts",
        "type": "object",
        "properties": {
            "format": {"const": FORMAT},
            "title": {"type": "string"},
            "language": {"type": "string"},
            "chapters": {"type": "array", "items": {"$ref": "#/$defs/Chapter"}},
            "facts": {
                "type": "array",
                "items": {"oneOf": [{"$ref": f"#/$defs/{kind.__name__}"} for kind in KINDS.values()]},
            },
        },
        "required": ["format", "title", "language", "chapters", "facts"],
        "$defs": parts,
    }


def schema_bytes() -> bytes:
    """Write the schema as it stands in its file."""
    return json_bytes(schema())


if __name__ == "__main__":
    write_whole(SCHEMA, schema_bytes())
