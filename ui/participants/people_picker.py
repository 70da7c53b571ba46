"""Choosing people by the first letters of their names: a line that completes, and the list of those chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from mentordesk.domain.cleaning import folded
from mentordesk.domain.ids import PersonId
from mentordesk.queries.interviews import Choosable
from ui.forms.editor import Remark
from ui.language import tr
from ui.participants.people_completer import Completions
from ui.theme import Look, Space
from ui.widgets.buttons import button
from ui.widgets.flow import Flow
from ui.widgets.frames import column
from ui.widgets.labels import label, unaccelerated

_PERSON = int(Qt.ItemDataRole.UserRole)
_NAME = _PERSON + 1


class PeoplePicker(QWidget):
    """In the list Delete takes somebody out, and Alt+Up and Alt+Down change the order."""

    changed = Signal()  # by somebody's hand

    def __init__(
        self, look: Look, title: str, key: str, choosable: Sequence[Choosable], *, ranked: bool, hint: str
    ) -> None:
        super().__init__()
        self.setObjectName(f"{key}Picker")
        self._look = look
        self._ranked = ranked
        self._choosable: tuple[Choosable, ...] = ()
        self._kept: tuple[PersonId, ...] = ()
        self._locked = False
        lines = column(look, within=self, space=Space.WITHIN)
        words = label(unaccelerated(title), "second", wrap=True)
        lines.addWidget(words)
        lines.addWidget(label(hint, "caption", wrap=True))
        self._list = QListWidget()
        self._list.setObjectName(f"{key}Chosen")
        self._list.setAccessibleName(title)
        self._list.setAccessibleDescription(hint)
        self._list.installEventFilter(self)
        lines.addWidget(self._list)
        self._line = QLineEdit()
        self._line.setObjectName(f"{key}Line")
        self._line.setAccessibleName(tr("Add to {list}: type a name", list=title))
        self._line.setPlaceholderText(tr("Type a name"))
        self._line.returnPressed.connect(self._add_typed)
        words.setBuddy(self._line)
        self._completions = Completions(self._line, key)
        self._completions.chosen.connect(self._on_completed)
        self.set_choosable(choosable)
        lines.addWidget(self._line)
        self._remark = Remark(look)
        lines.addWidget(self._remark)
        self._buttons = self._build_buttons(key)
        lines.addWidget(self._buttons)
        self._fit()

    @property
    def chosen(self) -> tuple[PersonId, ...]:
        items = (self._list.item(at) for at in range(self._list.count()))
        return tuple(PersonId(str(item.data(_PERSON))) for item in items)

    @property
    def touched(self) -> bool:
        return self.chosen != self._kept

    def set_choosable(self, choosable: Sequence[Choosable]) -> None:
        if tuple(choosable) != self._choosable:
            self._choosable = tuple(choosable)
            self._completions.show_names([one.name for one in self._choosable])

    def begin_anew(self) -> None:
        """For somebody else: what was half chosen is left behind."""
        self._line.clear()
        self._remark.set("", wrong=False)
        self.accept()

    def refuse(self, reason: str) -> None:
        self._remark.set(reason, wrong=True)

    def show_people(self, people: Sequence[tuple[PersonId, str]]) -> None:
        """Unless somebody has changed the list and not noted it."""
        if self.touched:
            return
        self._list.clear()
        for person, name in people:
            self._append(person, name)
        self._number()
        self.accept()

    def accept(self) -> None:
        self._kept = self.chosen

    def set_read_only(self, locked: bool) -> None:
        self._locked = locked
        self._line.setReadOnly(locked)
        self._buttons.setVisible(not locked)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        if watched is self._list and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Delete:
                self._remove()
                return True
            if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self._move(-1 if event.key() == Qt.Key.Key_Up else 1)
                return True
        return super().eventFilter(watched, event)

    def _build_buttons(self, key: str) -> QWidget:
        made = QWidget()
        flow = Flow(self._look.px(Space.WITHIN), made)
        if self._ranked:
            flow.addWidget(button(tr("Up"), lambda: self._move(-1), name=f"{key}Up", kind="quiet", keys="Alt+Up"))
            flow.addWidget(button(tr("Down"), lambda: self._move(1), name=f"{key}Down", kind="quiet", keys="Alt+Down"))
        flow.addWidget(button(tr("Take out"), self._remove, name=f"{key}Remove", kind="quiet", keys="Delete"))
        return made

    def _on_completed(self, place: int) -> None:
        one = self._choosable[place]
        self._add(one.person, one.name)

    def _add_typed(self) -> None:
        typed = folded(self._line.text())
        if not typed or self._locked:
            return
        found = [one for one in self._choosable if folded(one.name) == typed]
        found = found or [one for one in self._choosable if typed in folded(one.name)]
        if len(found) == 1:
            self._add(found[0].person, found[0].name)
        elif found:
            self._remark.set(tr("Several names fit. Choose one from the list."), wrong=True)
        else:
            self._remark.set(tr("Nobody who can be chosen is called “{name}”.", name=self._line.text()), wrong=True)

    def _add(self, person: PersonId, name: str) -> None:
        if person not in self.chosen:
            self._append(person, name)
            self._number()
            self.changed.emit()
        self._remark.set("", wrong=False)
        self._line.clear()

    def _append(self, person: PersonId, name: str) -> None:
        item = QListWidgetItem()
        item.setData(_PERSON, person)
        item.setData(_NAME, name)
        self._list.addItem(item)

    def _remove(self) -> None:
        if not self._locked and self._list.currentRow() >= 0:
            self._list.takeItem(self._list.currentRow())
            self._number()
            self.changed.emit()

    def _move(self, step: int) -> None:
        at = self._list.currentRow()
        if self._locked or not self._ranked or not 0 <= at + step < self._list.count():
            return
        item = self._list.takeItem(at)
        self._list.insertItem(at + step, item)
        self._list.setCurrentRow(at + step)
        self._number()
        self.changed.emit()

    def _number(self) -> None:
        for at in range(self._list.count()):
            item = self._list.item(at)
            name = str(item.data(_NAME))
            item.setText(tr("{rank}. {name}", rank=at + 1, name=name) if self._ranked else name)
        if self._list.currentRow() < 0 and self._list.count():
            self._list.setCurrentRow(0)
        self._fit()

    def _fit(self) -> None:
        """As tall as those chosen; nothing where nobody is."""
        count = self._list.count()
        self._list.setVisible(count > 0)
        if hasattr(self, "_buttons"):
            self._buttons.setVisible(count > 0 and not self._locked)
        self._list.setFixedHeight(min(count, 6) * self._look.px(30) + self._look.px(4))
