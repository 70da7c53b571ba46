"""Ranked mentors beside the reasons for the one that is chosen: load as dots, what speaks against her first."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.language import ntr, say, spoken, tr
from ui.matching_board.card_list import CardList
from ui.matching_board.card_model import MENTEE, MENTOR, CardModel
from ui.matching_board.card_painters import CandidatePainter
from ui.matching_board.pairs.short_list_ranking import Ranked, Ranking
from ui.matching_board.pairs.warnings_said import graveness_chip
from ui.theme import Look, Space
from ui.widgets.chip import Chip
from ui.widgets.frames import clear, column, frame, row, scrolling
from ui.widgets.labels import label

_NARROW = 620  # px at 100 %: below it the reasons stand under the list


class MentorChoice(QWidget):
    chosen = Signal(str)  # the mentor; "" where there is none
    entered = Signal(str)  # Enter on a card

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("mentorChoice")
        self._look = look
        self._ranking: Ranking | None = None
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(look.px(Space.AROUND))
        model = CardModel(MENTOR, MENTEE, lambda _dragged, _onto: None, self)
        self.list = CardList(look, model, tr("Mentors, who suits best first"))
        self.list.setObjectName("rankedMentors")
        self.list.setDragDropMode(CardList.DragDropMode.NoDragDrop)
        self._painter = CandidatePainter(look, self.list)
        self.list.setItemDelegate(self._painter)
        left = column(look)
        left.addWidget(self.list, 1)
        self._left_out = label("", "caption", wrap=True)
        self._left_out.setObjectName("mentorsLeftOut")
        left.addWidget(self._left_out)
        self._across.addLayout(left, 3)
        card = frame("card")
        held = column(look, within=card, edge=1)
        inside = QWidget()
        down = column(look, within=inside, edge=Space.AROUND)
        self._lines = column(look)
        down.addLayout(self._lines)
        down.addStretch(1)
        self.reasons = scrolling(inside)
        self.reasons.setObjectName("mentorReasons")
        self.reasons.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that arrows scroll it
        held.addWidget(self.reasons)
        self._across.addWidget(card, 2)
        self.list.chosen.connect(self._on_chosen)
        self.list.entered.connect(self.entered)

    @property
    def current(self) -> Ranked | None:
        if self._ranking is None:
            return None
        return next((each for each in self._ranking.mentors if each.card.id == self.list.current), None)

    def show_ranking(self, ranking: Ranking) -> None:
        """Whoever was chosen stays so, as long as she is there."""
        anew = self._ranking is None or self._ranking.mentee != ranking.mentee
        self._ranking = ranking
        cards = [each.card for each in ranking.mentors]
        self.list.show_cards(cards, current=cards[0].id if anew and cards else "")
        self._painter.measure()
        self.list.doItemsLayout()  # two rows a card or three: that is known only now
        self._left_out.setText(_left_out(ranking))
        self._left_out.setVisible(bool(self._left_out.text()))
        self._show_reasons()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        super().resizeEvent(event)
        narrow = self.width() < self._look.px(_NARROW)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._across.direction() != way:
            self._across.setDirection(way)
        self.list.scheduleDelayedItemsLayout()

    def minimumSizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        return QSize(self._look.px(240), self._look.px(220))

    def _on_chosen(self, mentor: str) -> None:
        self._show_reasons()
        self.chosen.emit(mentor)

    def _show_reasons(self) -> None:
        clear(self._lines)
        one = self.current
        if one is None:
            self._say(tr("No mentor has a free place."), "second")
            return
        told = one.explanation
        self._say(one.card.name, "strong")
        total = tr(
            "{points} points. {known} per cent of the weight is known.",
            points=spoken().number(told.score),
            known=round(told.certainty * 100),
        )
        self._say(total, "second")
        self._say(one.card.capacity, "second")
        for warning in one.warnings:
            self._chip(graveness_chip(self._look, warning))
            self._say(say(warning.sentence))
        for reason in told.reasons:
            self._lines.addWidget(frame("hairline"))
            line = row(self._look)
            line.addWidget(label(say(reason.factor.title), "second", wrap=True), 1)
            points = tr("{points} of {most}", points=_points(reason.points), most=_points(reason.most))
            line.addWidget(label(points, "second"), 0, Qt.AlignmentFlag.AlignTop)
            self._lines.addLayout(line)
            for evidence in reason.evidence:
                self._say(say(evidence), "second" if reason.missing else "")
        self.reasons.setAccessibleName(tr("Why {mentor}?", mentor=one.card.name))
        spoken_words = [say(each) for reason in told.reasons for each in reason.evidence]
        against = [say(warning.sentence) for warning in one.warnings]
        self.reasons.setAccessibleDescription("\n".join((total, *against, *spoken_words)))
        self.reasons.verticalScrollBar().setValue(0)

    def _say(self, text: str, kind: str = "") -> None:
        self._lines.addWidget(label(text, kind, wrap=True))

    def _chip(self, chip: Chip) -> None:
        line = row(self._look)
        line.addWidget(chip)
        line.addStretch(1)
        self._lines.addLayout(line)


def _points(points: float) -> str:
    return spoken().number(points, 0 if float(points).is_integer() else 1)


def _left_out(ranking: Ranking) -> str:
    told = []
    if ranking.full:
        told.append(ntr("{count} mentor has no free place.", "{count} mentors have no free place.", ranking.full))
    if ranking.impossible:
        told.append(
            ntr(
                "{count} mentor cannot be matched with this mentee at all.",
                "{count} mentors cannot be matched with this mentee at all.",
                ranking.impossible,
            )
        )
    return " ".join(told)
