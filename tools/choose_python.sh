#!/usr/bin/env bash
# Prints the first interpreter that really runs, is new enough and can make a virtual environment.
# A name on the PATH is no proof: version managers put stand-ins there that only print an error.
set -euo pipefail

for candidate in ${VOTUM_PYTHON:-} python3.13 python3.12 /usr/bin/python3 python3 python3.14; do
    if "$candidate" -c 'import sys, venv, ensurepip; raise SystemExit(sys.version_info < (3, 12))' >/dev/null 2>&1; then
        echo "$candidate"
        exit 0
    fi
done
echo "Votum needs Python 3.12 or newer with its venv module: install python3.13 and python3.13-venv (Debian, Ubuntu: sudo apt-get install python3-venv)." >&2
exit 1
