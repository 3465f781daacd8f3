#!/usr/bin/env bash
# Exports the sheets of the demo round and has an independent validator judge them, where one lies beside the repository.
set -euo pipefail
cd "$(dirname "$0")/.."
validator=../shared/tools/verapdf
out=build/check

if [ ! -x "$validator" ]; then
    echo "No PDF validator beside the repository: the exported sheets were not judged."
    exit 0
fi
if ! command -v javac >/dev/null; then
    echo "The PDF validator needs a JDK (default-jdk-headless): the exported sheets were not judged." >&2
    exit 1
fi

rm -rf "$out"
mkdir -p "$out"
votum() {
    .venv/bin/python main.py "$@" || { echo "votum $1 ended with $?, so no sheet was judged." >&2; exit 1; }
}
votum demo "$out/demo" --no-files
for variant in internal pseudonymous; do
    votum export "$out/demo/demo.votum" "$out/sheets" --sheets --variant "$variant"
done
shopt -s nullglob
sheets=("$out"/sheets/*.pdf)
if [ ${#sheets[@]} -eq 0 ]; then
    echo "The export wrote no PDF sheet into $out/sheets." >&2
    exit 1
fi
# the validator calls python3 with pip, which the virtual environment has for certain
if ! PATH="$PWD/.venv/bin:$PATH" "$validator" "${sheets[@]}" >"$out/verapdf.txt" 2>&1; then
    grep -vP '\ttrue\t' "$out/verapdf.txt" | tail -n 30 >&2
    exit 1
fi
echo "${#sheets[@]} PDF sheets passed (build/check/verapdf.txt)."
