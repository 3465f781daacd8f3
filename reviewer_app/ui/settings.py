"""What a person sets for this machine (text size, theme, language, recent files, panes), in the user's own folder.

Never in the workspace, because two people who open the same file need not read it at the same size.
"""

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

TEXT_SIZES = (100, 115, 130, 150, 175, 200)
"""Text sizes in percent."""

_RECENT = 6


class Scheme(StrEnum):
    """What the person chose: light, dark, or as the system."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of one person on one machine; `text_size` in percent, `language` "de" or "en", `recent` newest first.

    `hints` shows the anchors computed from the form beside the scale.
    """

    text_size: int = 100
    scheme: Scheme = Scheme.SYSTEM
    language: str = "de"
    recent: tuple[str, ...] = ()
    panes: dict[str, list[int]] = field(default_factory=dict)
    window: str = ""
    hints: bool = True


def default_file() -> Path:
    """Return where settings lie for this user: `settings.json` in the configuration folder of the system."""
    import platformdirs

    return Path(platformdirs.user_config_dir("votum", appauthor=False)) / "settings.json"


def _read(raw: dict[str, Any], language: str) -> Settings:
    plain = Settings(language=language)
    size, scheme, chosen = raw.get("text_size"), raw.get("scheme"), raw.get("language")
    panes = raw.get("panes")
    return Settings(
        text_size=size if size in TEXT_SIZES else plain.text_size,
        scheme=Scheme(scheme) if scheme in list(Scheme) else plain.scheme,
        language=chosen if chosen in ("de", "en") else plain.language,
        recent=tuple(str(one) for one in raw.get("recent", []) if isinstance(one, str))[:_RECENT],
        panes={str(name): [int(part) for part in sizes] for name, sizes in panes.items()}
        if isinstance(panes, dict)
        else {},
        window=str(raw.get("window", "")),
        hints=raw.get("hints") is not False,
    )


class SettingsStore(QObject):
    """The settings in memory and in their file; emits `settings_changed` with the new values."""

    settings_changed = Signal(object)

    def __init__(self, file: Path, language: str = "de") -> None:
        """Read `file`; what is missing or unreadable gets its default, `language` is the default for language."""
        super().__init__()
        self._file = file
        self._values = self._load(language)

    @property
    def values(self) -> Settings:
        """The settings as they are now."""
        return self._values

    def change(self, **changes: Any) -> None:  # noqa: ANN401 # reason: the fields of Settings, checked by replace()
        """Change fields of the settings, write the file, tell everybody."""
        values = replace(self._values, **changes)
        if values != self._values:
            self._values = values
            self._save()
            self.settings_changed.emit(values)

    def remember(self, path: Path) -> None:
        """Put a workspace at the head of the recent files."""
        text = str(path)
        others = [one for one in self._values.recent if one != text]
        self.change(recent=(text, *others)[:_RECENT])

    def forget(self, path: Path) -> None:
        """Take a workspace off the recent files."""
        self.change(recent=tuple(one for one in self._values.recent if one != str(path)))

    def _load(self, language: str) -> Settings:
        try:
            raw = json.loads(self._file.read_text(encoding="utf-8"))
            return _read(raw, language) if isinstance(raw, dict) else Settings(language=language)
        except (OSError, ValueError, TypeError):
            return Settings(language=language)

    def _save(self) -> None:
        """Write beside the file, then put it in its place; a read-only folder costs the setting, nothing else."""
        beside = self._file.with_suffix(".new")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            beside.write_text(json.dumps(asdict(self._values), ensure_ascii=False, indent=1), encoding="utf-8")
            os.replace(beside, self._file)  # noqa: PTH105 # reason: the atomic call by its own name
        except OSError:
            with suppress(OSError):
                beside.unlink()
