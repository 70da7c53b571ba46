"""“Match with …”: a small list of the candidates to be searched by typing, the twin of dragging (ux.md 4.3, 2.5.7)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.language import tr
from ui.matching_board.card_list import CardList
from ui.matching_board.card_model import MENTEE, MENTOR, CardModel
from ui.matching_board.card_painters import CandidatePainter
from ui.matching_board.cards import CandidateCard
from ui.theme import Look, Space
from ui.widgets.frames import column, frame
from ui.widgets.labels import label
from ui.widgets.search_box import SearchBox

_SIZE = (480, 420)
_VEIL = 0.75  # of the canvas over the page


class MatchWith(QWidget):
    """Lies over its page, which fades behind it, until somebody is picked, or Esc or a click beside it closes it."""

    picked = Signal(str)  # the mentor
    left = Signal()

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("matchWith")
        self._look = look
        self._over = over
        self._cards: Sequence[CandidateCard] = ()
        self._card = frame("card")
        self._card.setParent(self)
        down = column(look, within=self._card, edge=Space.AROUND)
        self._title = label("", "strong", wrap=True)
        down.addWidget(self._title)
        self.search = SearchBox(look, tr("Type a mentor’s name"), tr("Search the mentors"))
        self.search.setObjectName("matchWithSearch")
        down.addWidget(self.search)
        self._none = label("", "second", wrap=True)
        down.addWidget(self._none)
        model = CardModel(MENTOR, MENTEE, lambda _dragged, _onto: None, self)
        self.list = CardList(look, model, tr("Mentors"))
        self.list.setObjectName("matchWithList")
        self.list.setDragDropMode(CardList.DragDropMode.NoDragDrop)
        self._painter = CandidatePainter(look, self.list)
        self.list.setItemDelegate(self._painter)
        down.addWidget(self.list, 1)
        self.search.typed.connect(self._narrow)
        self.search.left_down.connect(self._enter_list)
        self.search.given_back.connect(self._leave)
        self.list.entered.connect(self._pick)
        self.hide()

    def open_for(self, mentee: str, cards: Sequence[CandidateCard]) -> None:
        """`mentee`: her name."""
        self._title.setText(tr("Match {mentee} with", mentee=mentee))
        self.setAccessibleName(self._title.text())
        self._cards = cards
        self.search.clear()
        self._narrow("")
        look, room = self._look, self._over.rect()
        width = min(look.px(_SIZE[0]), room.width() - look.px(32))
        height = min(look.px(_SIZE[1]), room.height() - look.px(32))
        self.setGeometry(room)
        self._card.setGeometry((room.width() - width) // 2, (room.height() - height) // 3, width, height)
        self.show()
        self.raise_()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        veil = self._look.colour("canvas")
        veil.setAlphaF(_VEIL)
        painter = QPainter(self)
        painter.fillRect(self.rect(), veil)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  # Qt's name
        if not self._card.geometry().contains(event.position().toPoint()):
            self._leave()

    def _narrow(self, query: str) -> None:
        words = query.casefold().split()
        found = [card for card in self._cards if all(word in card.name.casefold() for word in words)]
        self.list.show_cards(found, current=found[0].id if found else "")
        self._painter.measure()
        self._none.setVisible(not found)
        self._none.setText(tr("Nobody matches “{query}”. Esc clears the filter.", query=query))

    def _enter_list(self) -> None:
        """Enter in the line takes the first found, Down goes on into the list: both arrive here."""
        self.list.setFocus()

    def _pick(self, mentor: str) -> None:
        self.hide()
        self.picked.emit(mentor)

    def _leave(self) -> None:
        self.hide()
        self.left.emit()
