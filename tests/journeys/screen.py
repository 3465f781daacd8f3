"""A screen of its own with a window manager on it, and real keys: what stands between a person and the window."""

import os
import shutil
import struct
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path

TOOLS = ("Xvfb", "openbox", "setxkbmap", "xdotool")

_PATIENCE = 60
_TYPE_DELAY = "20"
_XWD_HEADER = struct.Struct(">25I")
_XWD_COLOUR = 12
_OPENBOX = """<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
<placement><policy>Smart</policy></placement>
<focus><focusNew>yes</focusNew></focus>
<keyboard/><mouse/>
</openbox_config>
"""


def missing_tools() -> list[str]:
    """Name what a journey needs and this machine lacks."""
    return [tool for tool in TOOLS if shutil.which(tool) is None]


class Screen:
    """One Xvfb of the given size in pixels, with openbox and a German keyboard; `close` ends both."""

    def __init__(self, folder: Path, width: int = 1366, height: int = 768) -> None:
        """Start on a free display; `folder` keeps the picture of the screen and what the servers said."""
        self._log = folder / "screen.log"
        self._said = self._log.open("wb")
        self._pixels = folder / "Xvfb_screen0"
        self._running: list[subprocess.Popen[bytes]] = []
        self.display = ""
        config = folder / "openbox.xml"
        config.write_text(_OPENBOX, encoding="utf-8")
        try:
            self.display = self._serve(folder, f"{width}x{height}x24")
            self._begin("openbox", "--sm-disable", "--config-file", str(config))
            # umlauts are keys of this keyboard: keys that xdotool has to define first come too late under load
            self._run("setxkbmap", "de")
            self._await_manager()
        except BaseException:
            self.close()
            raise

    def _serve(self, folder: Path, size: str) -> str:
        """Start the server without key repeat, which a busy machine would take for typing; return its display."""
        read, write = os.pipe()
        options = ("-screen", "0", size, "-fbdir", str(folder), "-r", "-nolisten", "tcp", "-noreset")
        self._begin("Xvfb", "-displayfd", str(write), *options, hand_on=(write,))
        os.close(write)
        with os.fdopen(read) as answer:
            number = answer.readline().strip()
        if not number:
            raise RuntimeError(f"Xvfb did not start: {self._log.read_text(errors='replace')}")
        return f":{number}"

    def environment(self, base: Mapping[str, str]) -> dict[str, str]:
        """Return `base` with the display of this screen."""
        return {**base, "DISPLAY": self.display}

    def keys(self, *chords: str) -> None:
        """Press chords one after another, in xdotool's words: "ctrl+Return", "alt+Left", "4", "F6"."""
        self._run("xdotool", "key", "--delay", _TYPE_DELAY, *chords)

    def type(self, text: str) -> None:
        """Type a text of characters that a German keyboard has."""
        self._run("xdotool", "type", "--delay", _TYPE_DELAY, "--", text)

    def start_typing(self, text: str) -> subprocess.Popen[bytes]:
        """Begin to type a text and return at once; wait for its end, for a killed one leaves a key pressed down."""
        return self._begin("xdotool", "type", "--delay", _TYPE_DELAY, "--", text)

    def activate(self, window: int) -> None:
        """Give a window the keyboard, as a click on it would; `window` is its id on the X server."""
        self._run("xdotool", "windowactivate", "--sync", str(window))

    def picture(self, target: Path) -> None:
        """Write the whole screen as PNG, with whatever is on it."""
        from PIL import Image

        raw = self._pixels.read_bytes()
        header = _XWD_HEADER.unpack_from(raw)
        size, (width, height), line, colours = header[0], header[4:6], header[12], header[19]
        start = size + colours * _XWD_COLOUR
        picture = Image.frombytes("RGB", (width, height), raw[start : start + line * height], "raw", "BGRX", line)
        target.parent.mkdir(parents=True, exist_ok=True)
        picture.save(target)

    def close(self) -> None:
        """End everything that was begun, the server last."""
        for process in reversed(self._running):
            process.terminate()
            process.wait(_PATIENCE)
        self._running.clear()
        self._said.close()

    def _begin(self, program: str, *words: str, hand_on: tuple[int, ...] = ()) -> subprocess.Popen[bytes]:
        environment = self.environment(os.environ)
        process = subprocess.Popen(  # noqa: S603 # reason: our own words
            [_path_of(program), *words], env=environment, pass_fds=hand_on, stdout=self._said, stderr=self._said
        )
        self._running.append(process)
        return process

    def _await_manager(self) -> None:
        """Wait until the window manager is there: a window that is shown while it starts may never come into sight."""
        end = time.monotonic() + _PATIENCE
        while not self._succeeds("xdotool", "get_desktop"):
            if time.monotonic() > end:
                raise RuntimeError(f"openbox did not start: {self._log.read_text(errors='replace')}")

    def _succeeds(self, program: str, *words: str) -> bool:
        process = self._begin(program, *words)
        code = process.wait(_PATIENCE)
        self._running.remove(process)
        return code == 0

    def _run(self, program: str, *words: str) -> None:
        if not self._succeeds(program, *words):
            raise RuntimeError(f"{program} {words}: {self._log.read_text(errors='replace')}")


def _path_of(program: str) -> str:
    found = shutil.which(program)
    if found is None:
        raise FileNotFoundError(program)
    return found
