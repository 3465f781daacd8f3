"""A window that is moved between screens of different scaling stays what it was, and is drawn as fine as each can."""

import json
import os
import subprocess
import sys
from pathlib import Path


def test_from_a_screen_to_one_twice_as_fine_and_back() -> None:
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith("QT_")}
    done = subprocess.run(
        [sys.executable, "-m", "tests.two_screens"],
        cwd=Path(__file__).resolve().parents[2],
        env=surroundings,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    said = json.loads(done.stdout)
    first, fine, back = said["places"]
    assert [place["screen"] for place in said["places"]] == ["a", "b", "a"]
    assert (first["ratio"], fine["ratio"]) == (1.0, 2.0)
    assert fine["size"] == first["size"]
    assert fine["class"] == first["class"]
    assert fine["pixels"] == [2 * length for length in first["pixels"]]
    assert (first["signs"], fine["signs"]) == ([1.0], [2.0])
    assert back == first
    assert said["same"]
