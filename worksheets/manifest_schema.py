"""The shape of a manifest for other programs: ``manifest.schema.json``, made from the types and the item types.

After a change of the types, or with a new item type: ``python -m worksheets.manifest_schema``.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from .files import write_whole
from .item_types import ITEM_TYPES
from .lean_json import json_bytes
from .manifest import Manifest

SCHEMA = Path(__file__).with_name("manifest.schema.json")


def schema_bytes() -> bytes:
    """Write the JSON Schema as it stands in its file."""
    tree = msgspec.json.schema(Manifest)
    tree["$defs"]["Question"]["properties"]["item_type"] = {"enum": sorted(ITEM_TYPES)}
    return json_bytes(tree)


if __name__ == "__main__":
    write_whole(SCHEMA, schema_bytes())
