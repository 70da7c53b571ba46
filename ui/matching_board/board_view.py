"""All pairs in columns by stage, from the proposal to the end; a card leads to where the pair is worked on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QStyleOptionViewItem, QWidget

from mentordesk.domain.ids import ParticipationId
from mentordesk.domain.pair_stages import COLUMN_NAMES, BoardColumn, Stage
from mentordesk.i18n.message import Message
from ui.language import ntr, say, spoken, tr
from ui.matching_board.bench import Bench
from ui.matching_board.bench_view import BenchView
from ui.matching_board.card_list import CardList
from ui.matching_board.card_model import MENTEE, MENTOR, CardModel
from ui.matching_board.card_painters import CardPainter
from ui.matching_board.pair_lines import LEFT_OUT, PROPOSED, PairLine, pair_lines
from ui.theme import Look, Size, Space
from ui.widgets.buttons import button
from ui.widgets.frames import column, frame, row, scrolling
from ui.widgets.labels import label, unaccelerated

_Index = QModelIndex | QPersistentModelIndex
_FULL, _EMPTY = 224, 136  # px at 100 %: the least width of a column with cards, and of one without
_ENDINGS = {Stage.DISSOLVED: "minus", Stage.DECLINED: "prohibit", Stage.ON_HOLD: "clock"}


class PairPainter(CardPainter):
    def height(self) -> int:
        marked = any(isinstance(line, PairLine) and line.remark for line in self.view.cards)
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
        if line.remark:
            third = second.translated(0, height)
            side = look.px(14)
            token = "ink_2" if line.at is not None else "accent"
            picture = QRect(third.left(), third.center().y() - side // 2 + 1, side, side)
            brush.picture(_picture_of(line), picture, token)
            spot = third.adjusted(side + look.px(6), 0, 0, 0)
            brush.words(line.remark, spot, size=Size.SMALL, strong=line.at is None, ink=token)
        painter.restore()


def _picture_of(line: PairLine) -> str:
    if line.at is not None:
        return _ENDINGS.get(line.at, "done")
    return "lock" if line.locked else "swap"


class BoardView(BenchView):
    opened = Signal(object)  # PairLine
    blocking_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._lines: dict[str, PairLine] = {}
        inside = QWidget()
        self._across: QHBoxLayout = row(look, within=inside, space=Space.AROUND)
        self._columns: dict[BoardColumn, tuple[QWidget, QLabel, CardList]] = {}
        for stage in BoardColumn:
            self._columns[stage] = self._make_column(stage)
            self._across.addWidget(self._columns[stage][0], 1)
        area: QScrollArea = scrolling(inside)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        down = column(look, within=self)
        over = row(look)
        self.rather = button(
            "", self.blocking_wanted.emit, name="allBlocking", kind="link", picture="matching", look=look
        )
        self.rather.hide()
        over.addWidget(self.rather)
        over.addStretch(1)
        down.addLayout(over)
        down.addWidget(area, 1)

    @property
    def panes(self) -> Sequence[QWidget]:
        """The columns with cards; with none at all, the first."""
        full = [cards for _, _, cards in self._columns.values() if cards.cards]
        return full or self.lists[:1]

    @property
    def lists(self) -> Sequence[CardList]:
        return [cards for _, _, cards in self._columns.values()]

    def show_bench(self, bench: Bench) -> None:
        lines = pair_lines(bench)
        self._lines = {line.id: line for line in lines}
        count = len(bench.blocking)
        words = ntr("{count} pair would rather have each other", "{count} pairs would rather have each other", count)
        self.rather.setText(" " + unaccelerated(words))
        self.rather.setAccessibleName(words)
        self.rather.setVisible(count > 0)
        for at, (stage, (holder, number, cards)) in enumerate(self._columns.items()):
            found = [line for line in lines if line.column is stage]
            cards.show_cards(found)
            cards.scheduleDelayedItemsLayout()
            cards.setAccessibleName(tr("{stage} {count}", stage=COLUMN_NAMES[stage], count=len(found)))
            number.setText(spoken().number(len(found)))
            holder.setMinimumWidth(self._look.px(_FULL if found else _EMPTY))
            self._across.setStretch(at, 2 if found else 1)

    def choose(self, mentee: ParticipationId, mentor: ParticipationId | None = None) -> None:
        proposals = self._columns[BoardColumn.PROPOSAL][2]
        if mentee in self._lines:
            proposals.choose(mentee)

    def _make_column(self, stage: BoardColumn) -> tuple[QWidget, QLabel, CardList]:
        look, title = self._look, say(COLUMN_NAMES[stage])
        holder = QWidget()
        down = column(look, within=holder)
        heading = row(look)
        heading.addWidget(label(title, "strong", wrap=True), 1)
        count = label("", "second")
        heading.addWidget(count, 0, Qt.AlignmentFlag.AlignTop)
        down.addLayout(heading)
        down.addWidget(frame("hairline"))
        model = CardModel(MENTEE, MENTOR, _no_drop, self)
        cards = CardList(look, model, title)
        cards.setObjectName(f"stage_{stage}")
        cards.setDragDropMode(CardList.DragDropMode.NoDragDrop)
        cards.setItemDelegate(PairPainter(look, cards))
        cards.entered.connect(self._open)
        down.addWidget(cards, 1)
        return holder, count, cards

    def _open(self, number: str) -> None:
        if number in self._lines:
            self.opened.emit(self._lines[number])


def _no_drop(_dragged: str, _onto: str) -> Message:
    return PROPOSED
