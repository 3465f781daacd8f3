#!/usr/bin/env bash
# Everything that can be known without running the tests: style, types, directions of import, exported PDF files.
# Goes through all of them before it fails, so that one look shows everything.
set -uo pipefail
cd "$(dirname "$0")/.."
bin=.venv/bin
failed=()

step() {
    echo "== $*"
    "$@" || failed+=("$1")
}

step $bin/ruff check .
step $bin/ruff format --check .
step $bin/mypy
step $bin/lint-imports --no-logo
step tools/check_pdf.sh

[ ${#failed[@]} -eq 0 ] || { echo "Not in order: ${failed[*]}" >&2; exit 1; }
echo "All checks passed."
