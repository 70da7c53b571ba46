"""How the window looks, to choose from: theme, size and language, each a menu under View."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import QMenu

from mentordesk.i18n.languages import LANGUAGES
from ui.language import say, tr
from ui.preferences import Preferences
from ui.theme import THEME_TITLES, ZOOMS


class ViewChoices(QObject):
    theme_chosen = Signal(object)  # ThemeName
    zoom_chosen = Signal(int)  # per cent
    language_chosen = Signal(object)  # LanguageCode

    def __init__(self, view: QMenu, preferences: Preferences) -> None:
        super().__init__(view)
        themes = view.addMenu(tr("Theme"))
        for name, title in THEME_TITLES.items():
            action = _choice(themes, say(title), f"theme_{name}", name is preferences.theme)
            action.triggered.connect(lambda _=False, one=name: self.theme_chosen.emit(one))
        self._sizes = view.addMenu(tr("Size"))
        for zoom in ZOOMS:
            text = tr("{per_cent} %", per_cent=str(zoom))
            action = _choice(self._sizes, text, f"zoom_{zoom}", zoom == preferences.zoom)
            action.triggered.connect(lambda _=False, one=zoom: self.zoom_chosen.emit(one))
        self._languages = view.addMenu(tr("Language"))
        for known in LANGUAGES:
            chosen = known.code is preferences.language
            action = _choice(self._languages, known.own_name, f"language_{known.code}", chosen)
            action.triggered.connect(lambda _=False, one=known.code: self.language_chosen.emit(one))

    def offer_languages(self) -> None:
        self._languages.popup(QCursor.pos())

    def offer_sizes(self) -> None:
        self._sizes.popup(QCursor.pos())


def _choice(menu: QMenu, text: str, name: str, chosen: bool) -> QAction:
    made = menu.addAction(text)
    made.setObjectName(name)
    made.setCheckable(True)
    made.setChecked(chosen)
    return made
