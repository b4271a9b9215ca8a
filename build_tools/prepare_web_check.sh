#!/bin/sh
# Sees to what `make check-web` needs beside Python: Chromium, Java, and from npm axe-core and the Nu HTML checker.
set -eu
cd "$(dirname "$0")/.."
FOLDER=_build/check-web

say() { printf '%s\n' "$*" >&2; }
has() { command -v "$1" >/dev/null 2>&1; }
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else has sudo && sudo -n "$@"; fi; }

# Takes the packages that bring a command, if apt-get is there and may be used.
install() {
    has apt-get || return 0
    say "Installing $* with apt-get ..."
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q "$@" >/dev/null 2>&1 && return 0
    as_root apt-get update -q >/dev/null 2>&1 || return 0
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q "$@" >/dev/null 2>&1 || true
}

has chromium || has chromium-browser || has google-chrome || install chromium
has java || install default-jre-headless
has npm || install npm

missing=""
has chromium || has chromium-browser || has google-chrome || missing="$missing Chromium"
has java || missing="$missing Java"
has npm || missing="$missing npm"
if [ -n "$missing" ]; then
    say "To check the web book,$missing is needed. Install it and type make check-web again:"
    say "  Debian, Ubuntu   sudo apt-get install chromium default-jre-headless npm"
    say "  Fedora           sudo dnf install chromium java-latest-openjdk-headless npm"
    say "  macOS            brew install --cask chromium temurin && brew install node"
    exit 1
fi

mkdir -p "$FOLDER"
if ! cmp -s tests/web/check/package-lock.json "$FOLDER/package-lock.json" || [ ! -d "$FOLDER/node_modules" ]; then
    cp tests/web/check/package.json tests/web/check/package-lock.json "$FOLDER/"
    npm ci --prefix "$FOLDER" --ignore-scripts --no-audit --no-fund --silent
fi
.venv/bin/python -c 'import playwright' 2>/dev/null ||
    .venv/bin/python -m pip install -q --disable-pip-version-check --no-build-isolation -e '.[web]'
