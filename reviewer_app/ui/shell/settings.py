"""What a person sets for this machine (text size, theme, language, recent files, panes), in the user's own folder.

Never in the workspace, because two people who open the same file need not read it at the same size.
"""

import json
import os
from contextlib import suppress
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from resources.languages import LANGUAGES, SOURCE
from reviewer_app.ui.kit.tokens import Scheme
from reviewer_app.ui.shell import reading_positions
from reviewer_app.ui.shell.reading_positions import ReadingPositions

TEXT_SIZES = (100, 115, 130, 150, 175, 200)
"""Text sizes in percent."""

LATER = 1_000
"""Milliseconds until a place that was reached is written."""

_RECENT = 6


@dataclass(frozen=True, slots=True)
class Introduction:
    """What a person said at the first start, for the files they open; `confirmed` is the day as yyyy-mm-dd."""

    confirmed: str
    name: str = ""
    role: str = ""
    employers: tuple[str, ...] = ()
    mandates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Visit:
    """Where a workspace was left: its title, one's role, how many applications there are and wait, and the place.

    `words` and `facts` tell the place in two lines, in the language of the window then; `done` of `total` is answered.
    """

    title: str = ""
    role: str = ""
    applications: int = 0
    todo: int = 0
    page: str = ""
    application: str = ""
    detail: str = ""
    words: str = ""
    facts: str = ""
    done: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of one person on one machine; `text_size` in percent, `recent` newest first.

    `hints` shows the anchors computed from the form beside the scale; `tips` are the hints of the first days that were
    not dismissed yet; `visits` say by path where each recent workspace was left, `reading` where its papers were.
    """

    text_size: int = 100
    scheme: Scheme = Scheme.SYSTEM
    language: str = SOURCE
    recent: tuple[str, ...] = ()
    panes: dict[str, list[int]] = field(default_factory=dict)
    window: str = ""
    hints: bool = True
    dim_paper: bool = True
    less_motion: bool = False
    introduction: Introduction | None = None
    tips: tuple[str, ...] = ()
    visits: dict[str, Visit] = field(default_factory=dict)
    reading: dict[str, ReadingPositions] = field(default_factory=dict)


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
        language=chosen if chosen in LANGUAGES else plain.language,
        recent=tuple(str(one) for one in raw.get("recent", []) if isinstance(one, str))[:_RECENT],
        panes={str(name): [int(part) for part in sizes] for name, sizes in panes.items()}
        if isinstance(panes, dict)
        else {},
        window=str(raw.get("window", "")),
        hints=raw.get("hints") is not False,
        dim_paper=raw.get("dim_paper") is not False,
        less_motion=raw.get("less_motion") is True,
        introduction=_introduction(raw.get("introduction")),
        tips=tuple(str(one) for one in raw.get("tips", [])),
        visits={str(path): _visit(visit) for path, visit in dict(raw.get("visits", {})).items()},
        reading={str(path): reading_positions.read(one) for path, one in dict(raw.get("reading", {})).items()},
    )


def _visit(raw: dict[str, Any]) -> Visit:
    kinds = {one.name: type(one.default) for one in fields(Visit)}
    return Visit(**{name: raw[name] for name, kind in kinds.items() if isinstance(raw.get(name), kind)})


def _named(one: Any) -> dict[str, Any]:  # noqa: ANN401 # reason: any of the classes here
    """Return the fields of a dataclass by name; asdict would copy thousands of places first."""
    return {name: getattr(one, name) for name in one.__slots__}


def _introduction(raw: Any) -> Introduction | None:  # noqa: ANN401 # reason: whatever the file holds
    if not isinstance(raw, dict):
        return None
    lists = {name: tuple(str(one) for one in raw.get(name, [])) for name in ("employers", "mandates")}
    texts = {name: str(raw.get(name, "")) for name in ("confirmed", "name", "role")}
    return Introduction(**texts, **lists)  # type: ignore[arg-type] # reason: texts and lists by their names


class SettingsStore(QObject):
    """The settings in memory and in their file; emits `settings_changed` with the new values."""

    settings_changed = Signal(object)

    def __init__(self, file: Path, language: str = SOURCE) -> None:
        """Read `file`; what is missing or unreadable gets its default, `language` is the default for language."""
        super().__init__()
        self._file = file
        self._values = self._load(language)
        self._later = QTimer(self, singleShot=True, interval=LATER)
        self._later.timeout.connect(self._save)

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

    def keep_visit(self, path: Path, visit: Visit) -> None:
        """Keep where a workspace stands, quietly and soon: it moves with every criterion, and a disk may be slow."""
        if self._values.visits.get(str(path)) != visit:
            known = {one: kept for one, kept in self._values.visits.items() if one in self._values.recent}
            self._values = replace(self._values, visits={**known, str(path): visit})
            self._later.start()

    def keep_reading(self, path: Path, places: ReadingPositions) -> None:
        """Keep where the annexes of a workspace stand, as quietly."""
        if self._values.reading.get(str(path)) != places:
            known = {one: kept for one, kept in self._values.reading.items() if one in self._values.recent}
            self._values = replace(self._values, reading={**known, str(path): places})
            self._later.start()

    def flush(self) -> None:
        """Write what waits to be written."""
        if self._later.isActive():
            self._save()

    def replace_recent(self, path: Path, found: Path) -> None:
        """Put the place where a missing workspace was found in place of the old one."""
        old, new, values = str(path), str(found), self._values
        recent = [new if one == old else one for one in values.recent if one != new or one == old]
        visits = {new if one == old else one: visit for one, visit in values.visits.items()}
        reading = {new if one == old else one: places for one, places in values.reading.items()}
        self.change(recent=tuple(recent), visits=visits, reading=reading)

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
        self._later.stop()
        beside = self._file.with_suffix(".new")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            beside.write_text(json.dumps(self._values, ensure_ascii=False, default=_named), encoding="utf-8")
            os.replace(beside, self._file)  # noqa: PTH105 # reason: the atomic call by its own name
        except OSError:
            with suppress(OSError):
                beside.unlink()
