#!/usr/bin/env bash
# Opens the desk with the demo round; without a display does the main job and takes pictures of the window.
set -euo pipefail
cd "$(dirname "$0")/.."

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname -s)" = Darwin ]; then
    [ -f build/demo/demo.votum ] || .venv/bin/python main.py demo build/demo
    exec .venv/bin/python main.py build/demo/demo.votum
fi

echo "No display: running the main job and taking pictures of the window instead."
.venv/bin/python -m tools.main_job build/demo
.venv/bin/python -m tests.screenshots --laptop
echo "Pictures of the window: build/screenshots/"
