"""The archive of an EPUB: the same bytes for the same files."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

MIMETYPE = "application/epub+zip"
PACKAGE = "EPUB/package.opf"
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # that an archive can name
_CONTAINER = f"""<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles>
    <rootfile full-path="{PACKAGE}" media-type="application/oebps-package+xml"/>
  </rootfiles>
</container>
"""
MEDIA_TYPES = {
    ".css": "text/css",
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
    ".xhtml": "application/xhtml+xml",
}


def archive(package: str, files: Mapping[str, bytes]) -> bytes:
    """Put an EPUB together: its type first and uncompressed (OCF 3.3, 4.3), then the rest by name.

    :param package: the package document.
    :param files: all other files by their names beside it.
    """
    written = BytesIO()
    rest = {"META-INF/container.xml": _CONTAINER.encode(), PACKAGE: package.encode()}
    rest |= {f"EPUB/{name}": content for name, content in files.items()}
    with ZipFile(written, "w") as made:
        made.writestr(_info("mimetype", ZIP_STORED), MIMETYPE)
        for name in sorted(rest):
            made.writestr(_info(name, ZIP_DEFLATED), rest[name], compresslevel=9)
    return written.getvalue()


def _info(name: str, way: int) -> ZipInfo:
    info = ZipInfo(name, _EARLIEST)
    info.compress_type, info.create_system, info.external_attr = way, 3, 0o644 << 16
    return info
