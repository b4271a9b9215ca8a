#!/bin/sh
# Makes the virtual environment in .venv from requirements.lock, and sees to Pango, which WeasyPrint sets type with.
# Run by every target of the Makefile when something is missing; does nothing when all is there.
set -eu
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }

# Runs a command as root when that needs no password; fails quietly otherwise.
as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else command -v sudo >/dev/null 2>&1 && sudo -n "$@"; fi
}

apt_install() {
    command -v apt-get >/dev/null 2>&1 || return 1
    say "Installing $* with apt-get ..."
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q "$@" >/dev/null 2>&1 && return 0
    as_root apt-get update -q >/dev/null 2>&1 || return 1
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q "$@" >/dev/null 2>&1
}

fits() { "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' >/dev/null 2>&1; }

find_python() {
    for candidate in ${PYTHON:-} python3 python3.11 python3.12 python3.13 python; do
        if fits "$candidate"; then
            printf '%s' "$candidate"
            return 0
        fi
    done
    return 1
}

make_environment() {
    python=$(find_python) || apt_install python3 python3-venv || true
    if [ -z "$python" ] && ! python=$(find_python); then
        say "Python 3.11, 3.12 or 3.13 is needed and none was found. Install one and type make again:"
        say "  Debian, Ubuntu   sudo apt-get install python3 python3-venv"
        say "  Fedora           sudo dnf install python3.13"
        say "  macOS            brew install python@3.13"
        say "  Windows          winget install Python.Python.3.13"
        exit 1
    fi
    say "Making the virtual environment .venv with $("$python" --version) ..."
    rm -rf .venv
    if ! "$python" -m venv .venv >/dev/null 2>&1; then
        version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        if ! { apt_install "python$version-venv" && rm -rf .venv && "$python" -m venv .venv; }; then
            say "Python cannot make virtual environments here. Type this, then make again:"
            say "  sudo apt-get install python$version-venv"
            exit 1
        fi
    fi
    say "Installing the packages of requirements.lock ..."
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
    cp requirements.lock .venv/installed.lock
}

has_pango() { .venv/bin/python -c 'import weasyprint' >/dev/null 2>&1; }

# WeasyPrint works without this library, but says that it will not do so for ever.
has_subset() { .venv/bin/python -c 'from weasyprint.text.ffi import harfbuzz_subset as s; exit(not s)' >/dev/null 2>&1; }

see_to_pango() {
    { has_pango && has_subset; } || apt_install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 || true
    if has_pango; then
        return 0
    fi
    .venv/bin/python -c 'import weasyprint' 2>&1 | tail -n 1 >&2 || true
    say "Printing needs Pango, a system library for setting text. Install it and type make again:"
    say "  Debian, Ubuntu   sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
    say "  Fedora           sudo dnf install pango"
    say "  macOS            brew install pango"
    say "  Windows          install MSYS2 (https://www.msys2.org), then in its shell:"
    say "                   pacman -S mingw-w64-ucrt-x86_64-pango"
    exit 1
}

cmp -s requirements.lock .venv/installed.lock || make_environment
see_to_pango
touch .venv/ready
