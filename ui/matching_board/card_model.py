"""The rows of a list of cards: mentees or candidates, draggable by their ids and refusing by their own reasons."""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from mentordesk.i18n.message import Message

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()

MENTEE = "application/x-mentordesk-mentee"
MENTOR = "application/x-mentordesk-mentor"
"""What is dragged; the bytes are the participation's id."""


class Card(Protocol):
    @property
    def id(self) -> str: ...

    @property
    def name(self) -> str: ...

    @property
    def words(self) -> str:
        """For who listens, and in the tip."""
        ...


class CardModel(QAbstractListModel):
    dropped = Signal(str, str)  # id that was dragged, id of the card it was dropped on

    def __init__(
        self,
        gives: str,
        takes: str,
        obstacle: Callable[[str, str], Message | None],
        parent: QObject,
        fit: Callable[[str, str], float | None] = lambda _dragged, _onto: None,
    ) -> None:
        """`gives` and `takes`: kinds of what is dragged; `obstacle`, and for the points `fit`, are asked with the
        dragged id and a card's."""
        super().__init__(parent)
        self._gives = gives
        self._takes = takes
        self._obstacle = obstacle
        self._fit = fit
        self._cards: tuple[Card, ...] = ()
        self._place: dict[str, int] = {}

    @property
    def cards(self) -> Sequence[Card]:
        return self._cards

    def show(self, cards: Sequence[Card]) -> bool:
        """Whether the same people stand in the same order as before; then nothing is reset."""
        same = [card.id for card in cards] == [card.id for card in self._cards]
        if same:
            self._cards = tuple(cards)
            if cards:
                self.dataChanged.emit(self.index(0), self.index(len(cards) - 1))
            return True
        self.beginResetModel()
        self._cards = tuple(cards)
        self._place = {card.id: at for at, card in enumerate(cards)}
        self.endResetModel()
        return False

    def card(self, index: _Index) -> Card:
        return self._cards[index.row()]

    def index_of(self, number: str) -> QModelIndex:
        """Invalid where she is not among the cards."""
        at = self._place.get(number)
        return QModelIndex() if at is None else self.index(at)

    def obstacle(self, dragged: str, onto: str) -> Message | None:
        return self._obstacle(dragged, onto)

    def fit(self, dragged: str, onto: str) -> float | None:
        """How many of 100 points the two would have."""
        return self._fit(dragged, onto)

    def rowCount(self, parent: _Index = _ROOT) -> int:  # noqa: N802  # Qt's name
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid():
            return None
        card = self._cards[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return card.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return card.words
            case Qt.ItemDataRole.ToolTipRole:
                return f"<span>{html.escape(card.words)}</span>"
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.NoItemFlags
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsDragEnabled | flag.ItemIsDropEnabled

    def mimeTypes(self) -> list[str]:  # noqa: N802  # Qt's name
        return [self._takes]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802  # Qt's name
        made = QMimeData()
        if indexes:
            made.setData(self._gives, self.card(indexes[0]).id.encode())
        return made

    def supportedDragActions(self) -> Qt.DropAction:  # noqa: N802  # Qt's name
        return Qt.DropAction.LinkAction | Qt.DropAction.CopyAction

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802  # Qt's name
        return Qt.DropAction.LinkAction | Qt.DropAction.CopyAction

    def canDropMimeData(  # noqa: N802  # Qt's name
        self, carried: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _Index
    ) -> bool:
        dragged = self._dragged(carried)
        return bool(dragged) and parent.isValid() and self._obstacle(dragged, self.card(parent).id) is None

    def dropMimeData(  # noqa: N802  # Qt's name
        self, carried: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _Index
    ) -> bool:
        if not self.canDropMimeData(carried, action, row, column, parent):
            return False
        self.dropped.emit(self._dragged(carried), self.card(parent).id)
        return True

    def _dragged(self, carried: QMimeData) -> str:
        return bytes(carried.data(self._takes).data()).decode()
