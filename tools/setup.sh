#!/usr/bin/env bash
# Makes .venv from the lock and installs the tree into it; does nothing, and asks no network, when both still fit.
# Usage: tools/setup.sh [GROUP…]   groups of system packages, see tools/system_packages.sh
set -euo pipefail
cd "$(dirname "$0")/.."
tree=$(pwd -P)
stamp=.venv/.votum-ready
unset PYTHONDONTWRITEBYTECODE PYTHONPATH PYTHONHOME

tools/system_packages.sh "$@"

mkdir -p build
exec 9>build/.setup.lock
if command -v flock >/dev/null; then flock 9; fi

digest() { (sha256sum "$@" 2>/dev/null || shasum -a 256 "$@") | cut -d' ' -f1; }
locked="lock $(digest requirements.lock) $tree"
project="project $(digest pyproject.toml)"

# The lock pins every version by hash; a constraint file of this machine could only contradict it.
pip() { PIP_CONSTRAINT=/dev/null PIP_DISABLE_PIP_VERSION_CHECK=1 .venv/bin/python -m pip --require-virtualenv "$@"; }

if ! grep -qsxF "$locked" "$stamp" || ! .venv/bin/python -c '' 2>/dev/null; then
    tools/choose_python.sh >/dev/null 2>&1 || tools/system_packages.sh python
    python=$(tools/choose_python.sh)
    echo "Setting up .venv with $("$python" --version) …" >&2
    rm -rf .venv
    "$python" -m venv .venv
    pip install --quiet --require-hashes --no-deps --requirement requirements.lock
    echo "$locked" >.venv/.votum-locked
    mv .venv/.votum-locked "$stamp"
fi
if ! grep -qsxF "$project" "$stamp"; then
    pip install --quiet --no-deps --no-build-isolation --no-index --editable . --config-settings editable_mode=compat
    .venv/bin/python -m resources.fonts
    printf '%s\n%s\n' "$locked" "$project" >"$stamp.new"
    mv "$stamp.new" "$stamp"
fi

# compiled translations are generated, so they are made here and never committed
for source in resources/i18n/*.ts; do
    [ -f "$source" ] || continue
    compiled=${source%.ts}.qm
    [ "$compiled" -nt "$source" ] || .venv/bin/pyside6-lrelease -silent "$source" -qm "$compiled"
done

# Qt names one library whatever is missing; a person needs the list
if [[ " $* " == *" window "* ]] && ! .venv/bin/python -c 'import PySide6.QtWidgets' 2>/dev/null; then
    echo "Qt does not start here; libraries it does not find:" >&2
    ldd .venv/lib/python3*/site-packages/PySide6/Qt/plugins/platforms/lib{qoffscreen,qxcb}.so 2>/dev/null | grep 'not found' | sort -u >&2
    exit 1
fi
