#!/usr/bin/env bash
# Installs the system packages that are missing when that is allowed, and otherwise prints the one line to type.
# Asks dpkg and the PATH first, so that a machine that has everything needs no network and no rights.
# Usage: tools/system_packages.sh [GROUP…]   groups: python, window, test, check
set -euo pipefail

command -v dpkg >/dev/null && command -v apt-get >/dev/null || exit 0

missing=()
library() { # a package, or any other name of the same library
    local name
    for name in "$@"; do
        if dpkg -s "$name" 2>/dev/null | grep -q '^Status: .* installed$'; then return; fi
    done
    missing+=("$1")
}
program() { # a program and the package that brings it
    command -v "$1" >/dev/null || missing+=("$2")
}

for group in "$@"; do
    case $group in
    python)
        library python3-venv
        ;;
    window)
        library libglib2.0-0t64 libglib2.0-0
        for name in libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libgssapi-krb5-2 \
            libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxkbcommon-x11-0 libxcb-shape0; do library "$name"; done
        ;;
    test)
        program soffice libreoffice-calc-nogui
        program pdftoppm poppler-utils
        program qpdf qpdf
        program Xvfb xvfb
        program xauth xauth
        program openbox openbox
        program xdotool xdotool
        program age age
        library tesseract-ocr
        library tesseract-ocr-deu
        ;;
    check)
        program javac default-jdk-headless
        ;;
    *)
        echo "tools/system_packages.sh: unknown group '$group' (python, window, test, check)" >&2
        exit 2
        ;;
    esac
done
[ ${#missing[@]} -gt 0 ] || exit 0

if [ "$(id -u)" = 0 ]; then
    as_root=(env)
elif sudo -n true 2>/dev/null; then
    as_root=(sudo -n env)
else
    echo "Missing system packages; please type: sudo apt-get install -y --no-install-recommends ${missing[*]}" >&2
    exit 0
fi

install() { "${as_root[@]}" DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >"$log" 2>&1; }
log=$(mktemp)
trap 'rm -f "$log"' EXIT
echo "Installing system packages: ${missing[*]} …" >&2
if ! install; then
    # empty or stale package lists say "Unable to locate package" or "404"
    "${as_root[@]}" apt-get update -qq >/dev/null 2>&1 || true
    if [[ " ${missing[*]} " == *" libglib2.0-0t64 "* ]] && ! apt-cache show libglib2.0-0t64 >/dev/null 2>&1; then
        missing=("${missing[@]/libglib2.0-0t64/libglib2.0-0}")
    fi
    if ! install; then
        tail -n 5 "$log" >&2
        echo "System packages could not be installed; please type: apt-get install -y --no-install-recommends ${missing[*]}" >&2
    fi
fi
