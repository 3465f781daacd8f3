#!/usr/bin/env bash
# Runs the whole suite; further arguments go to pytest.
# COVERAGE=1, and every run of continuous integration, also measures branch coverage against its floor, which takes half as long again.
set -euo pipefail
cd "$(dirname "$0")/.."

measured=()
[ -z "${COVERAGE:-}${CI:-}" ] || measured=(--cov --cov-report=term)
exec .venv/bin/python -m pytest -n 2 --dist worksteal --durations=25 "${measured[@]}" "$@"
