"""The page's own controls: to and fro in time, the views, and which kinds are shown."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from mentordesk.queries.agenda import Mark
from ui.calendar.agenda_painter import NARROW_FROM, paint_mark
from ui.calendar.items import KIND_TITLES
from ui.calendar.view_parts import TABLE, VIEWS, keys_of
from ui.icons import icon
from ui.language import say, tr
from ui.theme import Look, Space
from ui.widgets.buttons import button, icon_button
from ui.widgets.frames import row
from ui.widgets.labels import set_tip, unaccelerated

_SIGN = 32  # px at 100 %: a view's button without its word


class PeriodBar(QWidget):
    """‹ Today › and the switch between the views and the table; where it is narrow, by their signs alone."""

    def __init__(
        self, look: Look, *, step: Callable[[int], None], today: Callable[[], None], view: Callable[[str], None]
    ) -> None:
        super().__init__()
        self._in_words = True
        line: QHBoxLayout = row(look, within=self)
        line.addStretch(1)  # what is left beside the signs goes to nobody's button
        times = row(look, space=Space.WITHIN)
        times.addWidget(icon_button("left", tr("Earlier"), lambda: step(-1), name="earlier", look=look))
        times.addWidget(button(tr("Today"), today, name="today", keys="Ctrl+T"))
        times.addWidget(icon_button("right", tr("Later"), lambda: step(1), name="later", look=look))
        line.addLayout(times)
        line.addSpacing(look.px(Space.BETWEEN))
        line.addLayout(self._switch(look, view))
        self._wide = 0  # px with all its words; 0: not measured yet, for nothing is dressed before it is shown
        self._signs = look.px(_SIGN)

    def sizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        """As wide as its words, though it may show its signs alone just now."""
        usual = super().sizeHint()
        return QSize(max(self._wide, usual.width()), usual.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        """Of the signs alone."""
        worded = [made for made in self._words if made.text()]
        less = sum(max(made.sizeHint().width() - self._signs, 0) for made in worded)
        return QSize(super().sizeHint().width() - less, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        super().resizeEvent(event)
        if self._in_words:
            self._wide = super().sizeHint().width()
        if (words := self.width() >= self._wide) is not self._in_words:
            self._in_words = words
            styles = Qt.ToolButtonStyle
            for made, text in self._words.items():
                made.setText(text if words else "")
                made.setToolButtonStyle(styles.ToolButtonTextOnly if words else styles.ToolButtonIconOnly)

    def _switch(self, look: Look, view: Callable[[str], None]) -> QHBoxLayout:
        """One of them in words; in large type, and for the table, by its sign alone."""
        group = QButtonGroup(self)
        self._views: dict[str, QToolButton] = {}
        self._words: dict[QToolButton, str] = {}
        views = row(look, space=Space.WITHIN)
        for key, words, picture, keys in (
            *((entry.key, say(entry.title), entry.picture, keys_of(entry)) for entry in VIEWS),
            (TABLE, tr("Show as a table"), "table", "F9"),
        ):
            made = icon_button(picture, words, functools.partial(view, key), name=f"{key}View", look=look, keys=keys)
            made.setCheckable(True)
            if key != TABLE and look.zoom < NARROW_FROM:
                self._words[made] = unaccelerated(words)
                made.setText(self._words[made])
                made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            group.addButton(made)
            self._views[key] = made
            views.addWidget(made)
        return views

    def mark(self, key: str) -> None:
        """Tab stops at the view that is shown; Qt would go on stopping at the first one."""
        for each, made in self._views.items():
            made.setChecked(each == key)
            made.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each == key else Qt.FocusPolicy.ClickFocus)


class KindFilter(QWidget):
    """A button for each kind, its letter alone where there is no room for the words; at large sizes one menu."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("kindFilter")
        self._look = look
        self._marks = set(Mark)
        self._buttons: dict[Mark, QPushButton] = {}
        self._menu: QMenu | None = None
        self._wide = 0  # px that the buttons take with their words; 0: not measured yet
        line = row(look, within=self)
        if look.zoom >= NARROW_FROM:
            line.addWidget(self._in_a_menu())
        else:
            for made in self._in_a_row():
                line.addWidget(made)
            line.addStretch(1)

    @property
    def marks(self) -> frozenset[Mark]:
        return frozenset(self._marks)

    def minimumSizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        """Of the letters alone."""
        usual = super().minimumSizeHint()
        return usual if self._menu is not None else QSize(self._look.px(44) * len(self._buttons), usual.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        super().resizeEvent(event)
        if self._buttons and not self._wide:
            self._wide = sum(made.sizeHint().width() for made in self._buttons.values())
            self._wide += self._look.px(Space.BETWEEN) * len(self._buttons)
        for mark, made in self._buttons.items():
            made.setText(unaccelerated(say(KIND_TITLES[mark])) if self.width() >= self._wide else "")

    def show_all(self) -> None:
        self._marks = set(Mark)
        self._show_marks()
        self.changed.emit()

    def _in_a_row(self) -> Iterator[QPushButton]:
        for mark, title in KIND_TITLES.items():
            made = QPushButton(unaccelerated(say(title)))
            made.setObjectName(f"kind{mark.value}")
            made.setAccessibleName(tr("Show: {kind}", kind=title))
            set_tip(made, say(title))
            made.setIcon(_sign(self._look, mark))
            made.setIconSize(QSize(self._look.px(22), self._look.px(18)))
            made.setCheckable(True)
            made.setChecked(True)
            made.clicked.connect(lambda _=False, mark=mark: self._toggle(mark))
            self._buttons[mark] = made
            yield made

    def _in_a_menu(self) -> QToolButton:
        look = self._look
        made = QToolButton()
        made.setObjectName("kinds")
        made.setAccessibleName(tr("Kinds shown"))
        set_tip(made, tr("Kinds shown"))
        made.setIcon(icon("filter", look.colour("ink_2"), look.px(20)))
        made.setIconSize(QSize(look.px(20), look.px(20)))
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(made)
        for mark, title in KIND_TITLES.items():
            action = self._menu.addAction(unaccelerated(f"{mark.value}  {say(title)}"))
            action.setObjectName(f"kind{mark.value}")
            action.setCheckable(True)
            action.setChecked(True)
            action.triggered.connect(lambda _=False, mark=mark: self._toggle(mark))
        made.setMenu(self._menu)
        return made

    def _toggle(self, mark: Mark) -> None:
        self._marks ^= {mark}
        self._show_marks()
        self.changed.emit()

    def _show_marks(self) -> None:
        for mark, made in self._buttons.items():
            made.setChecked(mark in self._marks)
        for action in self._menu.actions() if self._menu is not None else ():
            action.setChecked(action.objectName().removeprefix("kind") in {mark.value for mark in self._marks})


def _sign(look: Look, mark: Mark) -> QIcon:
    """With room after the mark: the style puts the word right beside it."""
    made = QIcon()
    side = look.px(18)
    for ratio in (1, 2):
        picture = QPixmap((side + look.px(4)) * ratio, side * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_mark(painter, look, QRect(0, 0, side, side), mark)
        painter.end()
        made.addPixmap(picture)
    return made
