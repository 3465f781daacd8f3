"""The surroundings every test runs in: folders of its own, a screen of known size, a known language.

Set before anything of Qt is imported; what a journey or a person has set for the screen stays.
"""

import atexit
import json
import os
import shutil
import tempfile
from pathlib import Path

_SCREEN = {
    "name": "a",
    "x": 0,
    "y": 0,
    "width": 1366,
    "height": 768,
    "logicalDpi": 96,
    "logicalBaseDpi": 96,
    "dpr": 1,
}


def prepare() -> Path:
    """Point the environment to a new folder that goes at exit, and return it.

    Processes that are started from here make theirs inside it, so it goes with this one however they end.
    """
    home = Path(tempfile.mkdtemp(prefix="votum-tests-"))
    owner = os.getpid()
    atexit.register(lambda: os.getpid() == owner and shutil.rmtree(home, ignore_errors=True))
    screens = home / "screens.json"
    screens.write_text(json.dumps({"screens": [_SCREEN]}), encoding="utf-8")
    os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={screens}")
    for name, folder in {
        "HOME": ".",
        "USERPROFILE": ".",
        "APPDATA": "roaming",
        "LOCALAPPDATA": "local",
        "XDG_CACHE_HOME": ".cache",
        "XDG_CONFIG_HOME": ".config",
        "XDG_DATA_HOME": ".local/share",
        "XDG_STATE_HOME": ".local/state",
        "XDG_DOCUMENTS_DIR": "Documents",
    }.items():
        os.environ[name] = str(home / folder)
    runtime = home / "run"
    runtime.mkdir(mode=0o700)
    os.environ["XDG_RUNTIME_DIR"] = str(runtime)
    for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "VOTUM_PASSPHRASE", "QT_SCALE_FACTOR", "QT_FONT_DPI"):
        os.environ.pop(name, None)
    os.environ["LANG"] = "C.UTF-8"
    os.environ["TMPDIR"] = str(home)
    return home
