"""Names that complete while somebody types in a line; whoever is chosen is told as a person, not as a text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractProxyModel, QEvent, QModelIndex, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from mentordesk.queries.people_names import NamedPerson, people_names
from ui.desk import Desk
from ui.language import tr

_SHOWN = 8
_TAKE = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab})


class Completions(QObject):
    """Under the line; two of one name are two lines of it. Looking through them leaves the line as it was typed."""

    chosen = Signal(int)  # the place among the names

    def __init__(self, line: QLineEdit, key: str) -> None:
        super().__init__(line)
        self._line = line
        self._popup = QListView()
        self._popup.setUniformItemSizes(True)  # thousands of names are measured once
        self._completer = QCompleter(line)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setMaxVisibleItems(_SHOWN)
        self._completer.setPopup(self._popup)
        self._popup.setObjectName(f"{key}Completions")
        self._popup.setAccessibleName(tr("Names that fit"))
        self._popup.installEventFilter(self)
        self._completer.activated[QModelIndex].connect(self._on_clicked)  # type: ignore[index]  # the stubs know one
        self._names = QStringListModel(self._completer)
        self._completer.setModel(self._names)
        self._completer.setWidget(line)
        line.textEdited.connect(self._on_typed)

    def show_names(self, names: Sequence[str]) -> None:
        typed = self._completer.completionPrefix()
        self._names.setStringList(list(names))
        if typed and self._line.hasFocus() and typed == self._line.text().strip():
            self._completer.complete()  # they came after the first letters

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """Enter and Tab take the one that is marked; without one they are the line's, which keeps what is typed."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _TAKE:
            marked = self._popup.currentIndex()
            if marked.isValid():
                self._popup.hide()
                self._tell(marked)
                return True
        return super().eventFilter(watched, event)

    def _on_typed(self, text: str) -> None:
        self._completer.setCompletionPrefix(text.strip())
        if text.strip():
            self._completer.complete()
        else:
            self._popup.hide()

    def _on_clicked(self, index: QModelIndex) -> None:
        self._tell(index)

    def _tell(self, index: QModelIndex) -> None:
        completions = self._completer.completionModel()
        assert isinstance(completions, QAbstractProxyModel)
        self.chosen.emit(completions.mapToSource(index).row())


class EverybodyCompletes(QObject):
    """Everybody in the file, asked for anew each time the keyboard comes into the line."""

    chosen = Signal(object)  # NamedPerson

    def __init__(self, desk: Desk, line: QLineEdit, key: str) -> None:
        super().__init__(line)
        self._desk = desk
        self._key = key
        self._people: tuple[NamedPerson, ...] = ()
        self._completions = Completions(line, key)
        self._completions.chosen.connect(self._on_chosen)
        line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        if event.type() == QEvent.Type.FocusIn:
            self._desk.work.ask(f"people for {self._key}", people_names, self._take)
        return super().eventFilter(watched, event)

    def _take(self, people: tuple[NamedPerson, ...]) -> None:
        if people != self._people:
            self._people = people
            self._completions.show_names([f"{one.name} · {one.unit}" if one.unit else one.name for one in people])

    def _on_chosen(self, place: int) -> None:
        self.chosen.emit(self._people[place])
