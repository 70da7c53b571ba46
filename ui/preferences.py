"""What this machine remembers (design D16): language, theme, zoom, recent files, the window's place; no names."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from mentordesk.i18n.languages import LanguageCode, nearest
from ui.theme import ZOOMS, ThemeName

_RECENT = 8


class Preferences:
    """Kept in one small text file of the user's; a value that cannot be read counts as not set."""

    def __init__(self, path: Path, *, system_locale: str = "") -> None:
        self._kept = QSettings(str(path), QSettings.Format.IniFormat)
        self._system_locale = system_locale

    @property
    def language(self) -> LanguageCode:
        try:
            return LanguageCode(str(self._kept.value("language", "")))
        except ValueError:
            return nearest(self._system_locale)

    @language.setter
    def language(self, code: LanguageCode) -> None:
        self._kept.setValue("language", code.value)

    @property
    def theme(self) -> ThemeName:
        try:
            return ThemeName(str(self._kept.value("theme", "")))
        except ValueError:
            return ThemeName.SYSTEM

    @theme.setter
    def theme(self, name: ThemeName) -> None:
        self._kept.setValue("theme", name.value)

    @property
    def zoom(self) -> int:
        kept = str(self._kept.value("zoom", ""))
        return int(kept) if kept.isdecimal() and int(kept) in ZOOMS else 100

    @zoom.setter
    def zoom(self, per_cent: int) -> None:
        self._kept.setValue("zoom", per_cent)

    @property
    def recent_files(self) -> tuple[Path, ...]:
        """Those that are still there, the last used first."""
        paths = (Path(line) for line in str(self._kept.value("recent", "")).split("\n") if line)
        return tuple(path for path in paths if path.is_file())

    def used(self, file: Path) -> None:
        others = [path for path in self.recent_files if path != file]
        self._kept.setValue("recent", "\n".join(str(path) for path in [file, *others][:_RECENT]))

    @property
    def geometry(self) -> QByteArray | None:
        kept = self._kept.value("window/geometry")
        return kept if isinstance(kept, QByteArray) else None

    @geometry.setter
    def geometry(self, kept: QByteArray) -> None:
        self._kept.setValue("window/geometry", kept)

    def of_tab(self, tab: str, key: str) -> str:
        """What a tab kept of its own layout, such as a column's width; "" where nothing is."""
        return str(self._kept.value(f"{tab}/{key}", ""))

    def keep_of_tab(self, tab: str, key: str, value: str) -> None:
        self._kept.setValue(f"{tab}/{key}", value)
