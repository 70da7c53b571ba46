"""How the two kinds of cards are painted: a mentee with her mentor, and a candidate with score, shares and chip."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from mentordesk.i18n.message import Message
from ui.language import say, spoken
from ui.matching_board.card_list import CardList
from ui.matching_board.cards import CandidateCard, MenteeCard, Place
from ui.matching_board.painting import Brush, State, chip_width, width_of
from ui.theme import Look, Size
from ui.widgets.disc import paint_disc

_Index = QModelIndex | QPersistentModelIndex
_MEASURED = 120  # cards: further down one may have to end in an ellipsis
_BETWEEN = 8  # px at 100 % under each card
_CHIPS = {
    Place.IN_PLAN: ("accent", "tick"),
    Place.LOCKED: ("accent", "lock"),
    Place.BEST: ("good", "star"),
    Place.POSSIBLE: ("warn", "swap"),
    Place.KEPT_APART: ("bad", "prohibit"),
    Place.IMPOSSIBLE: ("bad", "prohibit"),
}


class CardPainter(QStyledItemDelegate):
    """What all cards have in common: ground, disc, and the reason against a drop."""

    def __init__(self, look: Look, view: CardList) -> None:
        super().__init__(view)
        self.look = look
        self.view = view

    def height(self) -> int:
        """Of a card, in pixels at 100 %."""
        raise NotImplementedError

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802  # Qt's name
        return QSize(self.view.viewport().width(), self.look.px(self.height() + _BETWEEN))

    def begin(
        self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, name: str
    ) -> tuple[Brush, QRect, Message | None]:
        """The brush, where the words go, and why what is being dragged cannot be dropped here."""
        look, flag = self.look, QStyle.StateFlag
        whole: QRect = option.rect
        card = whole.adjusted(0, 0, -look.px(4), -look.px(_BETWEEN))
        state: QStyle.StateFlag = option.state
        place = self.view.model().index(index.row(), 0)
        refusal = self.view.refusal(place)
        brush = Brush(painter, look, card)
        brush.ground(
            State(
                bool(state & flag.State_Selected),
                bool(state & flag.State_MouseOver),
                bool(state & flag.State_HasFocus) and self.view.hasFocus(),
                refusal is not None,
                self.view.fit(place),
            )
        )
        if refusal is not None:
            brush.crossed()
        side = look.px(32)
        paint_disc(painter, look, name, card.left() + look.px(12), card.top() + look.px(11), side)
        words = card.adjusted(look.px(56), look.px(7), -look.px(12), -look.px(7))
        return brush, words, refusal

    def refuse(self, brush: Brush, words: QRect, refusal: Message) -> None:
        """In place of the lines under the name."""
        look = self.look
        side = look.px(16)
        top = words.top() + look.px(22)
        brush.picture("prohibit", QRect(words.left(), top + look.px(1), side, side), "bad")
        spot = QRect(words.left() + look.px(22), top, words.width() - look.px(22), words.bottom() - top)
        brush.painter.setFont(look.font(Size.CAPTION))
        brush.painter.setPen(look.colour("bad"))
        brush.painter.drawText(spot, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop, say(refusal))


class MenteePainter(CardPainter):
    planned = False

    def height(self) -> int:
        return 74 if self.planned else 54

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        card = self.view.card_at(index)
        assert isinstance(card, MenteeCard)
        painter.save()
        brush, words, refusal = self.begin(painter, option, index, card.name)
        line = self.look.px(20)
        fit = self.view.fit(self.view.model().index(index.row(), 0))
        room = 0 if fit is None or refusal is not None else self.look.px(34)
        if room and fit is not None:
            brush.words(
                spoken().number(fit), QRect(words.right() - room, words.top(), room, line), strong=True, right=True
            )
        brush.words(card.name, QRect(words.left(), words.top(), words.width() - room, line), strong=True)
        if refusal is not None:
            self.refuse(brush, words, refusal)
        else:
            second = QRect(words.left(), words.top() + line, words.width(), line)
            brush.words(card.post, second, size=Size.SMALL, ink="ink_2")
            if self.planned and card.state:
                self._state(brush, card, second.translated(0, line))
        painter.restore()

    def _state(self, brush: Brush, card: MenteeCard, spot: QRect) -> None:
        if not card.mentor and not card.tried:
            brush.chip(card.state, spot.left(), spot.center().y() + 1, "warn", "warning", spot.width())
            return
        picture, token = ("swap", "accent") if card.moved and not card.locked else ("person", "ink_2")
        if card.locked:
            picture = "lock"
        if card.tried:
            picture, token = "eye", "accent"
        side = self.look.px(14)
        top = spot.center().y() - side // 2 + 1
        brush.picture(picture, QRect(spot.left(), top, side, side), token)
        words = spot.adjusted(side + self.look.px(6), 0, 0, 0)
        strong = card.moved or card.locked or bool(card.tried)
        brush.words(card.state, words, size=Size.SMALL, strong=strong, ink=token)


class CandidatePainter(CardPainter):
    """Two rows where name and chip fit beside each other in every card, else three."""

    def __init__(self, look: Look, view: CardList) -> None:
        super().__init__(look, view)
        self._widest = 0

    def measure(self) -> None:
        """After other cards came: how much room name, chip and figure want."""
        look = self.look
        self._widest = max(
            (
                max(
                    width_of(look, card.name, strong=True)
                    + chip_width(look, card.tried or card.chip, "swap")
                    + (look.px(24) if card.blocking else 0),
                    width_of(look, card.post, Size.SMALL) + look.px(150),
                )
                for card in self.view.cards[:_MEASURED]
                if isinstance(card, CandidateCard)
            ),
            default=0,
        )

    @property
    def in_two_rows(self) -> bool:
        return self._widest + self.look.px(56 + 12 + 4 + 60) <= self.view.viewport().width()

    def height(self) -> int:
        return 68 if self.in_two_rows else 86

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        card = self.view.card_at(index)
        assert isinstance(card, CandidateCard)
        painter.save()
        brush, words, refusal = self.begin(painter, option, index, card.name)
        look, line = self.look, self.look.px(22)
        figure = QRect(words.right() - look.px(60), words.top(), look.px(60), line)
        brush.words(card.figure, figure, size=Size.HEADING, strong=True, right=True)
        first = QRect(words.left(), words.top(), words.width() - look.px(44), line)
        brush.words(card.name, first, strong=True)
        self._mark(brush, card, words, first.adjusted(width_of(look, card.name, strong=True) + look.px(12), 0, 0, 0))
        if refusal is not None:
            self.refuse(brush, words, refusal)
        elif self.in_two_rows:
            self._two_rows(brush, card, words)
        else:
            self._three_rows(brush, card, words)
        painter.restore()

    def _two_rows(self, brush: Brush, card: CandidateCard, words: QRect) -> None:
        look, line = self.look, self.look.px(22)
        second = words.top() + look.px(28)
        half = max(look.px(140), words.width() * 2 // 5)
        if text := card.tried or card.chip:
            tone, picture = _dress_of(card)
            width = chip_width(look, text, picture)
            left = self._chip_left(card, words)
            brush.chip(text, left, words.top() + line // 2, tone, picture, width)
        bar = QRect(words.right() - half, second + look.px(8), half, look.px(8))
        brush.bar(card.shares, bar)
        end = brush.dots(card.taken, card.places, bar.left() - look.px(12), bar.center().y() + 1)
        post = QRect(words.left(), second, end - words.left(), line)
        brush.words(card.post, post, size=Size.SMALL, ink="ink_2")

    def _chip_left(self, card: CandidateCard, words: QRect) -> int:
        """Over the bar, or before it where it is too wide."""
        text, look = card.tried or card.chip, self.look
        if not text:
            return words.right() - look.px(48)
        half = max(look.px(140), words.width() * 2 // 5)
        return min(words.right() - half, words.right() - look.px(48) - chip_width(look, text, _dress_of(card)[1]))

    def _mark(self, brush: Brush, card: CandidateCard, words: QRect, room: QRect) -> None:
        """After her name that the two would rather have each other: in words, or a drawing alone where they don't fit
        (then the tip has them)."""
        if not card.blocking:
            return
        look, side = self.look, self.look.px(16)
        end = self._chip_left(card, words) - look.px(8) if self.in_two_rows else room.right()
        brush.picture("matching", QRect(room.left(), room.center().y() - side // 2 + 1, side, side), "accent")
        spot = QRect(room.left() + side + look.px(5), room.top(), end - room.left() - side - look.px(5), room.height())
        if width_of(look, card.mark, Size.CAPTION, strong=True) <= spot.width():
            brush.words(card.mark, spot, size=Size.CAPTION, strong=True, ink="accent")

    def _three_rows(self, brush: Brush, card: CandidateCard, words: QRect) -> None:
        look, line = self.look, self.look.px(22)
        end = brush.dots(card.taken, card.places, words.right(), words.top() + line + line // 2)
        post = QRect(words.left(), words.top() + line, end - words.left(), line)
        brush.words(card.post, post, size=Size.SMALL, ink="ink_2")
        middle = words.top() + look.px(61)
        left = words.left()
        if text := card.tried or card.chip:
            tone, picture = _dress_of(card)
            width = min(words.width(), chip_width(look, text, picture))
            brush.chip(text, left, middle, tone, picture, width)
            left += width + look.px(12)
        if words.right() - left > look.px(40):
            width = min(words.right() - left, max(look.px(120), words.width() * 2 // 5), look.px(220))
            brush.bar(card.shares, QRect(words.right() - width, middle - look.px(4), width, look.px(8)))


def _dress_of(card: CandidateCard) -> tuple[str, str]:
    """Tone and icon of its chip."""
    if card.tried:
        return "accent", "eye"
    return ("good", "swap") if card.gains and card.place is Place.POSSIBLE else _CHIPS[card.place]
