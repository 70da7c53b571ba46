"""A list of cards as a person uses it: arrows, letters, Enter, Delete, dragging; ids instead of indexes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDrag, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from mentordesk.i18n.message import Message
from ui.matching_board.card_model import Card, CardModel
from ui.theme import Look

_Select = QItemSelectionModel.SelectionFlag


class CardList(QListView):
    """The current card stays current over a reload, by id; where it is gone, the first one is."""

    chosen = Signal(str)  # the current card; "" where there is none
    entered = Signal(str)
    removed = Signal(str)  # Delete
    menu_wanted = Signal(str, QPoint)  # where, on the screen
    drag_began = Signal(str)
    drag_ended = Signal()

    def __init__(self, look: Look, model: CardModel, name: str) -> None:
        """`name`: what a screen reader calls it."""
        super().__init__()
        self._cards = model
        self._dragged = ""  # what hovers over this list, taken from another one
        self._told = ""
        self.setAccessibleName(name)
        self.setProperty("ownFocus", True)  # its current card bears the ring
        self.setModel(model)
        self.setStyleSheet("QListView { background: transparent; border: 0; }")
        self.viewport().setAutoFillBackground(False)
        self.setSpacing(0)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(look.px(40))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDragDropOverwriteMode(True)  # onto a card, never between two
        self.setDropIndicatorShown(False)
        self.setDefaultDropAction(Qt.DropAction.LinkAction)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.doubleClicked.connect(self._on_double_click)

    def show_cards(self, cards: Sequence[Card], *, current: str = "") -> None:
        """`current`: the card to choose; by default the one that was chosen before."""
        wanted = current or self._told
        position = self.verticalScrollBar().value()
        same = self._cards.show(cards)  # a reset tells nothing: Qt forgets the current card silently
        self.choose(wanted if self._cards.index_of(wanted).isValid() else cards[0].id if cards else "")
        if same and not current:
            self.verticalScrollBar().setValue(position)

    def choose(self, number: str) -> None:
        index = self._cards.index_of(number)
        self.selectionModel().setCurrentIndex(index, _Select.ClearAndSelect)
        if index.isValid():
            self.scrollTo(index)
        self._tell(number if index.isValid() else "")

    @property
    def cards(self) -> Sequence[Card]:
        return self._cards.cards

    def card_at(self, index: QModelIndex | QPersistentModelIndex) -> Card:
        return self._cards.card(index)

    @property
    def current(self) -> str:
        index = self.currentIndex()
        return self._cards.card(index).id if index.isValid() else ""

    def step(self, by: int) -> None:
        """To the card so many places on, as far as there are any."""
        if count := self._cards.rowCount():
            place = max(0, min(count - 1, self.currentIndex().row() + by))
            self.choose(self._cards.cards[place].id)

    def hover_with(self, dragged: str) -> None:
        """Something is dragged that may be dropped here; "" when it no longer is."""
        self._dragged = dragged
        self.viewport().update()

    def refusal(self, index: QModelIndex) -> Message | None:
        """Why what is dragged cannot be dropped on this card."""
        return self._cards.obstacle(self._dragged, self._cards.card(index).id) if self._dragged else None

    def fit(self, index: QModelIndex) -> float | None:
        """How many points what is dragged would have with this card."""
        return self._cards.fit(self._dragged, self._cards.card(index).id) if self._dragged else None

    def startDrag(self, actions: Qt.DropAction) -> None:  # noqa: N802  # Qt's name
        number = self.current
        if not number:
            return
        drag = QDrag(self)
        drag.setMimeData(self._cards.mimeData([self.currentIndex()]))
        card = self.visualRect(self.currentIndex())
        drag.setPixmap(self.viewport().grab(card))
        drag.setHotSpot(self.viewport().mapFromGlobal(self.cursor().pos()) - card.topLeft())
        self.drag_began.emit(number)
        drag.exec(Qt.DropAction.LinkAction | Qt.DropAction.CopyAction, Qt.DropAction.LinkAction)
        self.drag_ended.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and self.current and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(self.current)
        elif plain and self.current and event.key() == Qt.Key.Key_Delete:
            self.removed.emit(self.current)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802  # Qt's name
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        spot = self.visualRect(self.currentIndex()).center() if by_key else event.pos()
        index = self.indexAt(spot)
        if index.isValid():
            self.choose(self._cards.card(index).id)
            self.menu_wanted.emit(self.current, self.viewport().mapToGlobal(spot))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def minimumSizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        return QSize(0, 0)

    def _on_current(self, current: QModelIndex, _: QModelIndex) -> None:
        self._tell(self._cards.card(current).id if current.isValid() else "")

    def _on_double_click(self, index: QModelIndex) -> None:
        self.entered.emit(self._cards.card(index).id)

    def _tell(self, number: str) -> None:
        if number != self._told:
            self._told = number
            self.chosen.emit(number)
