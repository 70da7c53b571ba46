"""Ctrl+K: one line in which people, pairs, meetings and commands are found by the beginnings of their words.

It knows no desk and no tab: entries come from sources, and each brings what Enter does. How they are ranked is
palette_entries.py's.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.language import say, tr
from ui.theme import Look, Size, Space
from ui.widgets.frames import column
from ui.widgets.labels import label
from ui.widgets.palette_entries import KIND_NAMES, PREFIXES, Entry, Kind, Source

_Index: TypeAlias = QModelIndex | QPersistentModelIndex

_WIDE = 640
_FROM_TOP = 72
_ROWS_SEEN = 9
_EACH = 6  # of a kind while several are shown
_MOST = 50
_RECENT = 12


class CommandPalette(QFrame):
    """Hidden until `open_over`; closes by Esc, by Enter and when the focus goes elsewhere."""

    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._sources: dict[Kind, list[Source]] = {kind: [] for kind in Kind}
        self._recent: list[tuple[Kind, str]] = []
        self._before: QWidget | None = None
        self.setObjectName("commandPalette")
        self.setProperty("kind", "card")
        self.setAccessibleName(tr("Find and do"))
        self.line = QLineEdit()
        self.line.setObjectName("paletteLine")
        self.line.setAccessibleName(tr("Find people, pairs, meetings and commands"))
        self.line.setPlaceholderText(tr("Find people, pairs, meetings and commands"))
        self.line.textChanged.connect(self._find)
        self.line.installEventFilter(self)
        self._rows = _Found(look)
        self.list = QListView()
        self.list.setObjectName("paletteList")
        self.list.setAccessibleName(tr("Found"))
        self.list.setModel(self._rows)
        self.list.setItemDelegate(_Drawing(look, self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.clicked.connect(self._run)
        self.list.installEventFilter(self)
        self._nothing = label("", wrap=True)
        self._nothing.setObjectName("paletteNothing")
        inside = self._inside = column(look, within=self, edge=Space.BETWEEN)
        inside.addWidget(self.line)
        inside.addWidget(self.list)
        inside.addWidget(self._nothing)
        inside.addWidget(label(tr("> only commands    @ only people    # only meetings"), "caption", wrap=True))
        self.hide()

    def offer(self, kind: Kind, source: Source) -> None:
        """One more source of entries; it is asked at every key, and answers with its best ones first."""
        self._sources[kind].append(source)

    def open_over(self, window: QWidget, text: str = "") -> None:
        """`text`: what stands in the line already, such as ">"; what was written last time is forgotten."""
        self._before = QApplication.focusWidget()
        if self.parentWidget() is not window:
            self.setParent(window)
            window.installEventFilter(self)
        self.line.setText(text)
        self._find(text)
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_again(self) -> None:
        """The focus goes back to where it was, unless it has gone elsewhere by itself."""
        if not self.isVisible():
            return
        had_focus = self.line.hasFocus() or self.list.hasFocus()
        before, self._before = self._before, None
        self.hide()
        if had_focus and before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        if watched is self.parent():
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self._place()
            return False
        if event.type() == QEvent.Type.FocusOut:
            focused = QApplication.focusWidget()
            if focused is not None and focused is not self.line and focused is not self.list:
                self.close_again()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(event)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: _ROWS_SEEN,
            Qt.Key.Key_PageUp: -_ROWS_SEEN,
        }
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.close_again()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self.list.currentIndex())
        elif key in steps:
            self._step(steps[key])
        else:
            return False
        return True

    def _step(self, by: int) -> None:
        count = self._rows.rowCount()
        if count:
            row = self.list.currentIndex().row() + by
            self._go_to(row % count if abs(by) == 1 else max(0, min(count - 1, row)))

    def _go_to(self, row: int) -> None:
        index = self._rows.index(row)
        self.list.setCurrentIndex(index)
        if self.line.hasFocus():  # the line keeps the focus, so what is chosen would not be read out
            spoken = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.line, spoken))

    def _find(self, written: str) -> None:
        entries = self._found(written)
        self._rows.set(entries)
        self.list.setVisible(bool(entries))
        self._nothing.setVisible(not entries)
        if entries:
            self._go_to(0)
        else:
            text = written.strip()
            self._nothing.setText(tr("Nothing found for “{text}”.", text=text) if text else tr("Nothing to find yet."))
        self._place()

    def _found(self, written: str) -> list[Entry]:
        only = PREFIXES.get(written.lstrip()[:1])
        text = written.strip() if only is None else written.strip()[1:].strip()
        kinds = tuple(Kind) if only is None else (only,)
        most = _EACH if only is None else _MOST
        found = [entry for kind in kinds for entry in self._of(kind, text, most)]
        if not text:
            places = {known: place for place, known in enumerate(self._recent)}
            found.sort(key=lambda entry: places.get((entry.kind, entry.title), _RECENT))
        return found

    def _of(self, kind: Kind, text: str, most: int) -> Sequence[Entry]:
        return [entry for source in self._sources[kind] for entry in source(text)[:most]][:most]

    def _run(self, index: _Index) -> None:
        if not index.isValid():
            return
        entry = self._rows.entries[index.row()]
        known = (entry.kind, entry.title)
        self._recent = [known, *(other for other in self._recent if other != known)][:_RECENT]
        self.close_again()
        entry.run()

    def _place(self) -> None:
        window = self.parentWidget()
        if window is None:
            return
        look = self._look
        seen = min(self._rows.rowCount(), _ROWS_SEEN)
        top = min(look.px(_FROM_TOP), window.height() // 10)
        room = window.height() - top - look.px(Space.EDGE) - look.px(110)
        self.list.setFixedHeight(max(look.px(36), min(seen * look.px(36) + 2, room)))
        wide = min(look.px(_WIDE), window.width() - 2 * look.px(Space.AROUND))
        self.setFixedWidth(wide)
        self._inside.activate()
        high = self._inside.totalHeightForWidth(wide)
        self.setGeometry((window.width() - wide) // 2, top, wide, min(high, window.height() - top))


class _Found(QAbstractListModel):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.entries: list[Entry] = []

    def set(self, entries: list[Entry]) -> None:
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008  # Qt's name; never changed
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (entry.title, say(KIND_NAMES[entry.kind]), entry.second, shown_keys(entry.keys))
            return ", ".join(part for part in parts if part)
        return None


class _Drawing(QStyledItemDelegate):
    """Title and second text at the left, keys (or the kind, where there are none) at the right."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802  # Qt's name
        return QSize(0, self._look.px(36))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        look = self._look
        model = index.model()
        assert isinstance(model, _Found)
        entry = model.entries[index.row()]
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        rect: QRect = option.rect
        painter.save()
        if chosen:
            painter.fillRect(rect, look.colour("select"))
            painter.fillRect(QRect(rect.left(), rect.top(), look.px(3), rect.height()), look.colour("accent"))
        inside = rect.adjusted(look.px(12), 0, -look.px(12), 0)
        right = shown_keys(entry.keys) or say(KIND_NAMES[entry.kind])
        taken = self._words(painter, inside, right, Size.CAPTION, "ink_2", to_right=True)
        inside.adjust(0, 0, -taken, 0)
        taken = self._words(painter, inside, entry.title, Size.BODY, "ink")
        inside.adjust(taken, 0, 0, 0)
        if inside.width() > look.px(40):
            self._words(painter, inside, entry.second, Size.SMALL, "ink_2")
        painter.restore()

    def _words(
        self, painter: QPainter, room: QRect, text: str, size: Size, token: str, *, to_right: bool = False
    ) -> int:
        """Paints what fits; the width it took, with a gap."""
        painter.setFont(self._look.font(size))
        painter.setPen(self._look.colour(token))
        shown = painter.fontMetrics().elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, room.width())
        side = Qt.AlignmentFlag.AlignRight if to_right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        return painter.fontMetrics().horizontalAdvance(shown) + self._look.px(12)


def shown_keys(keys: str) -> str:
    """Keys as this system writes them: Ctrl+M, ⌘M."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) if keys else ""
