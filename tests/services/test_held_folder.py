"""What a killed run left half made goes with the next run; what a running one makes stays."""

import subprocess
import sys
from pathlib import Path

from reviewer_app.services.export.exporting import BESIDE
from reviewer_app.services.held_folder import HeldFolder

_CHILD = """
import sys
from pathlib import Path
from reviewer_app.services.held_folder import HeldFolder
with HeldFolder(Path(sys.argv[1]), sys.argv[2]) as folder:
    (folder / "Mappe.xlsx").write_bytes(b"halb")
    print(folder, flush=True)
    sys.stdin.read()
"""


def test_what_a_killed_export_left_is_taken_away_and_what_a_running_one_makes_is_not(tmp_path: Path) -> None:
    own = tmp_path / f"{BESIDE}meins"
    own.mkdir()
    words = [sys.executable, "-c", _CHILD, str(tmp_path), BESIDE]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:  # noqa: S603 # our own words
        assert child.stdout is not None
        made = Path(child.stdout.readline().strip())
        with HeldFolder(tmp_path, BESIDE) as other:
            assert (made / "Mappe.xlsx").read_bytes() == b"halb"
            child.kill()
            child.wait()
            assert made.is_dir()
            with HeldFolder(tmp_path, BESIDE):
                assert (made.exists(), other.is_dir()) == (False, True)
    assert list(tmp_path.iterdir()) == [own]
