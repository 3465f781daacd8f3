"""The main job without a window: demo round, import into an empty round, consolidation, export.

`make run` does this where there is no display, so that workbook and sheets of a whole round can be seen.
"""

import subprocess
import sys
from pathlib import Path

_TREE = Path(__file__).resolve().parent.parent
_USAGE = 2


def main(arguments: list[str]) -> int:
    """Do the main job in the folder that is named; exit code of the first command that fails, else 0."""
    if len(arguments) != 1:
        print("usage: python -m tools.main_job FOLDER", file=sys.stderr)
        return _USAGE
    folder = Path(arguments[0])
    demo, imported = folder / "demo.votum", folder / "eingelesen.votum"
    try:
        if not demo.exists():
            _votum("demo", folder)
        inputs = inputs_of(folder)
        imported.unlink(missing_ok=True)
        _votum("new", imported, "--title", "Demo, eingelesen")
        _votum("import", imported, "--create-missing", *inputs)
        _votum("consolidate", imported)
        _votum("export", demo, folder, "--workbook", "--sheets")
    except subprocess.CalledProcessError as failed:
        print(f"votum {failed.cmd[2]} ended with {failed.returncode}", file=sys.stderr)
        return failed.returncode
    sheets = sorted(folder.glob("Empfehlungsblatt_*.pdf"))
    print(f"Workspace: {demo}\nWorkbook:  {folder / 'Mappe.xlsx'}")
    print(f"Sheets:    {folder / 'Empfehlungsblatt_*.pdf'} ({len(sheets)} files)")
    return 0


def inputs_of(folder: Path) -> list[Path]:
    """Give what the demo round was made from, in the order of the work: packages of applications, then score tables."""
    packages = [one for one in sorted((folder / "Antraege").iterdir()) if one.is_dir()]
    return [*packages, *sorted((folder / "Bewertungen").glob("*.csv"))]


def _votum(command: str, *arguments: Path | str) -> None:
    shown = [str(argument) for argument in arguments[:3]]
    print(f"$ votum {command} {' '.join(shown)}{' …' if len(arguments) > len(shown) else ''}", flush=True)
    subprocess.run([sys.executable, _TREE / "main.py", command, *arguments], check=True)  # noqa: S603  # our own program


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
