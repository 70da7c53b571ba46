"""All pairs in columns by stage, from the proposal to the end; a card leads to where the pair is worked on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QScrollArea, QStyleOptionViewItem, QWidget

from mentordesk.domain.pairs import PAIR_STATUS_NAMES, PairStatus
from mentordesk.i18n.message import Message
from ui.language import say, spoken, tr
from ui.matching_board.card_list import CardList
from ui.matching_board.card_model import MENTEE, MENTOR, CardModel
from ui.matching_board.card_painters import CardPainter
from ui.matching_board.pair_lines import LEFT_OUT, PROPOSED, PairLine
from ui.theme import Look, Size, Space
from ui.widgets.frames import column, frame, row, scrolling
from ui.widgets.labels import label

_Index = QModelIndex | QPersistentModelIndex
_WIDTH = 232  # px at 100 %, at least
_ALWAYS = (None, PairStatus.PROPOSED, PairStatus.SIGNED, PairStatus.ACTIVE)
_WHEN_THERE = (PairStatus.ON_HOLD, PairStatus.COMPLETED, PairStatus.DISSOLVED)


class PairPainter(CardPainter):
    def height(self) -> int:
        marked = any(isinstance(line, PairLine) and line.marks for line in self.view.cards)
        return 74 if marked else 54

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line = self.view.card_at(index)
        assert isinstance(line, PairLine)
        painter.save()
        brush, words, _ = self.begin(painter, option, index, line.name)
        look, height = self.look, self.look.px(20)
        room = look.px(34) if line.figure else 0
        first = QRect(words.left(), words.top(), words.width() - room, height)
        brush.words(line.name, first, strong=True)
        brush.words(line.figure, QRect(words.right() - room, words.top(), room, height), strong=True, right=True)
        second = QRect(words.left(), words.top() + height, words.width(), height)
        brush.words(line.mentor or say(LEFT_OUT), second, ink="ink_2" if line.mentor else "warn")
        if line.marks:
            third = second.translated(0, height)
            side = look.px(14)
            picture = QRect(third.left(), third.center().y() - side // 2 + 1, side, side)
            brush.picture("lock" if line.locked else "swap", picture, "accent")
            spot = third.adjusted(side + look.px(6), 0, 0, 0)
            brush.words(line.marks, spot, size=Size.SMALL, strong=True, ink="accent")
        painter.restore()


class BoardView(QWidget):
    opened = Signal(object)  # PairLine

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._lines: dict[str, PairLine] = {}
        inside = QWidget()
        across = row(look, within=inside, space=Space.AROUND)
        self._columns: dict[PairStatus | None, tuple[QWidget, QLabel, CardList]] = {}
        for status in (*_ALWAYS, *_WHEN_THERE):
            self._columns[status] = self._make_column(status)
            across.addWidget(self._columns[status][0], 1)
        area: QScrollArea = scrolling(inside)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        column(look, within=self).addWidget(area)

    def show_lines(self, lines: Sequence[PairLine]) -> None:
        self._lines = {line.id: line for line in lines}
        for status, (holder, count, cards) in self._columns.items():
            found = [line for line in lines if line.status is status]
            cards.show_cards(found)
            cards.scheduleDelayedItemsLayout()
            cards.setAccessibleName(tr("{stage} {count}", stage=_title(status), count=len(found)))
            count.setText(spoken().number(len(found)))
            holder.setVisible(bool(found) or status in _ALWAYS)

    @property
    def lists(self) -> Sequence[CardList]:
        return [cards for holder, _, cards in self._columns.values() if not holder.isHidden()]

    def _make_column(self, status: PairStatus | None) -> tuple[QWidget, QLabel, CardList]:
        look = self._look
        holder = QWidget()
        holder.setMinimumWidth(look.px(_WIDTH))
        down = column(look, within=holder)
        heading = row(look)
        words = label(say(_title(status)), "strong", wrap=True)
        words.setMinimumHeight(look.px(40))
        words.setAlignment(Qt.AlignmentFlag.AlignBottom)
        heading.addWidget(words, 1)
        count = label("", "second")
        heading.addWidget(count, 0, Qt.AlignmentFlag.AlignBottom)
        down.addLayout(heading)
        down.addWidget(frame("hairline"))
        model = CardModel(MENTEE, MENTOR, _no_drop, self)
        cards = CardList(look, model, say(_title(status)))
        cards.setObjectName(f"stage_{status or 'plan'}")
        cards.setDragDropMode(CardList.DragDropMode.NoDragDrop)
        cards.setItemDelegate(PairPainter(look, cards))
        cards.entered.connect(self._open)
        down.addWidget(cards, 1)
        return holder, count, cards

    def _open(self, number: str) -> None:
        if number in self._lines:
            self.opened.emit(self._lines[number])


def _title(status: PairStatus | None) -> Message:
    return PROPOSED if status is None else PAIR_STATUS_NAMES[status]


def _no_drop(_dragged: str, _onto: str) -> Message:
    return PROPOSED
