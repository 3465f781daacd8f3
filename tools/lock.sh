#!/usr/bin/env bash
# Writes requirements.lock anew from pyproject.toml; the only step that needs uv.
# Machine-wide settings are kept out, so that no address and no path of this machine gets into the lock.
# Usage: tools/lock.sh [--upgrade]
set -euo pipefail
cd "$(dirname "$0")/.."
uv=${UV:-uv}
env -u PIP_FIND_LINKS -u PIP_CONSTRAINT -u UV_FIND_LINKS -u UV_CONSTRAINT "$uv" pip compile --quiet \
    --universal --python-version 3.12 --generate-hashes --extra dev \
    --no-header --no-annotate --no-emit-index-url --no-emit-find-links "$@" --output-file requirements.lock pyproject.toml
if grep -nE '://|file:|@ /' requirements.lock; then
    echo "requirements.lock holds an address or a path (lines above)." >&2
    exit 1
fi
