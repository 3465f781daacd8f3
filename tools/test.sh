#!/usr/bin/env bash
# Runs the whole suite with branch coverage; further arguments go to pytest.
set -euo pipefail
cd "$(dirname "$0")/.."

exec .venv/bin/python -m pytest -n 2 --dist worksteal --durations=25 --cov --cov-report=term "$@"
