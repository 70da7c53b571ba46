"""The line over the views: which kinds are shown, whose dates, and in a week whether its end is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mentordesk.queries.agenda_marks import Mark
from ui.calendar.agenda_painter import NARROW_FROM
from ui.calendar.controls import KindFilter
from ui.language import tr
from ui.theme import Look
from ui.widgets.buttons import button, icon_button
from ui.widgets.frames import row
from ui.widgets.search_box import SearchBox


class FilterLine(QWidget):
    changed = Signal()
    left_down = Signal()  # the keyboard goes to what was found
    week_end_toggled = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.before = row(look)  # at large sizes the bar of the period stands here
        line = row(look, within=self)
        line.addLayout(self.before)
        self._kinds = KindFilter(look)
        self._person = SearchBox(look, tr("A person’s dates"), tr("Only the dates of a person"))
        self._week_end = button(tr("Week-end"), self.week_end_toggled.emit, name="weekEnd", kind="quiet")
        self._week_end.setCheckable(True)
        self._week_end.hide()
        line.addWidget(self._kinds, 1)
        line.addWidget(self._week_end)
        line.addWidget(self._person)
        words = tr("Only the dates of a person")
        self._finding = icon_button("search", words, self.enter_person, name="findPerson", look=look, keys="Ctrl+F")
        self._finding.setCheckable(True)
        line.addWidget(self._finding)
        self._finding.hide()
        self._narrow = look.zoom >= NARROW_FROM
        if self._narrow:
            self._person.installEventFilter(self)
            self._show_box(shown=False)
        self._kinds.changed.connect(self.changed)
        self._person.typed.connect(self.changed)
        self._person.left_down.connect(self.left_down)
        self._person.given_back.connect(self.left_down)

    @property
    def marks(self) -> frozenset[Mark]:
        return self._kinds.marks

    @property
    def person(self) -> str:
        """How her name begins; "" for everybody's dates."""
        return self._person.text().strip()

    def stand_with(self, bar: QWidget, head: QHBoxLayout) -> None:
        """The bar of the period in the page's head; at large sizes that has room for the week-end only."""
        (self.before if self._narrow else head).addWidget(bar)
        if self._narrow:
            head.addWidget(self._week_end)

    def show_everything(self) -> None:
        self._person.clear()
        self._finding.setChecked(False)
        self._kinds.show_all()

    def enter_person(self) -> None:
        if self._narrow:
            self._show_box(shown=True)
        self._person.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._person.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        if isinstance(event, QFocusEvent) and event.lostFocus():
            self._show_box(shown=event.reason() is Qt.FocusReason.ActiveWindowFocusReason)
        return super().eventFilter(watched, event)

    def _show_box(self, *, shown: bool) -> None:
        """At large sizes there is room for it or for the bar of the period; that one filters its button says."""
        self._person.setVisible(shown)
        self._finding.setVisible(not shown)
        self._finding.setChecked(bool(self.person))
        for at in range(self.before.count()):
            item = self.before.itemAt(at)
            bar = None if item is None else item.widget()
            if bar is not None:
                bar.setHidden(shown)

    def show_week_end(self, *, wanted: bool, shown: bool, hidden: int) -> None:
        """`wanted`: a week is in view; `hidden`: items on the days that are not shown."""
        self._week_end.setVisible(wanted)
        self._week_end.setChecked(shown)
        words = tr("Week-end ({count})", count=hidden) if hidden and not shown else tr("Week-end")
        self._week_end.setText(words)
        self._week_end.setAccessibleName(words)
