"""How each criterion stands and what shows it (R22), with the team's answer, its exceptions, and the papers (R21)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from mentordesk.actions.criteria import (
    answer_criterion,
    except_criterion,
    note_day,
    note_number,
    note_paper,
    take_back_exception,
)
from mentordesk.domain.criteria import PaperKind, Standing
from mentordesk.domain.fields import FieldValue, Home, PaperField
from mentordesk.domain.ids import ParticipationId
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message, msg
from mentordesk.queries.participant import ParticipantDetail
from mentordesk.queries.selection import CriterionRow, PaperRow
from ui.desk import Desk, NoticeKind
from ui.forms.editor import Editor
from ui.forms.editors import editor_for
from ui.language import say, tr
from ui.participants.applications.criterion_card import CriterionCard
from ui.participants.part import Part
from ui.theme import Space
from ui.widgets.frames import clear, column, scrolling
from ui.widgets.labels import label, unaccelerated
from ui.widgets.turns import Turns


class CriteriaStrip(Part):
    title: ClassVar[Message] = msg("Requirements")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._id: ParticipationId | None = None
        self._asked: tuple[str, ...] = ()
        self._cards: dict[str, CriterionCard] = {}
        self._papers: dict[PaperKind, Editor] = {}
        self._asked_for: dict[PaperKind, QLabel] = {}
        self._sum = label("", "strong", wrap=True)
        self._sum.setObjectName("criteriaSum")
        inside = QWidget()
        down = column(desk.look, within=inside, edge=Space.AROUND)
        down.addWidget(self._sum)
        self._lines: QVBoxLayout = column(desk.look)
        down.addLayout(self._lines)
        down.addStretch(1)
        self._turns = Turns(self)
        self._area = scrolling(inside)
        column(desk.look, within=self).addWidget(self._area)

    def show_participant(self, shown: ParticipantDetail) -> None:
        asked = (*(criterion.key for criterion in shown.criteria), *(paper.kind for paper in shown.papers))
        fresh = shown.row.id != self._id
        self._id = shown.row.id
        met = sum(row.standing is Standing.MET or row.exception is not None for row in shown.criteria)
        self._sum.setText(tr("{met} of {count} requirements are settled", met=met, count=len(shown.criteria)))
        if asked != self._asked or self._turns.are_left:
            self._asked = asked
            self._begin(shown)
            return
        if fresh:  # in the same role: the cards stay, and the focus in them
            self._put_open_first(shown)
        for criterion in shown.criteria:
            self._cards[criterion.key].show_criterion(criterion, fresh=fresh)
        for paper in shown.papers:
            editor = self._papers[paper.kind]
            if fresh or not editor.touched:
                editor.show_value(paper.received_on or paper.received)
            self._say_paper(paper)

    def leave(self) -> None:
        for card in self._cards.values():
            card.leave()
        for editor in self._papers.values():
            editor.leave()

    def _begin(self, shown: ParticipantDetail) -> None:
        """Each card and each paper in a turn of its own, from the top."""
        clear(self._lines)
        self._cards.clear()
        self._papers.clear()
        self._asked_for.clear()
        steps: list[Callable[[], object]] = [partial(self._add_card, row) for row in _open_first(shown)]
        if shown.papers:
            steps.append(self._add_heading)
        self._turns.begin([*steps, *(partial(self._add_paper, paper) for paper in shown.papers)])
        self._area.verticalScrollBar().setValue(0)

    def _add_card(self, criterion: CriterionRow) -> None:
        card = CriterionCard(self.look, criterion, today=self.desk.today, locked=self.desk.file.read_only is not None)
        card.answered.connect(self._answer)
        card.excepted.connect(self._except)
        card.exception_taken_back.connect(self._take_back)
        card.valued.connect(self._note_value)
        card.show_criterion(criterion, fresh=True)
        self._cards[criterion.key] = card
        self._lines.addWidget(card)

    def _add_heading(self) -> None:
        self._lines.addSpacing(self.look.px(Space.BETWEEN))
        self._lines.addWidget(label(tr("Papers received"), "strong"))
        self._lines.addWidget(label(tr("Write the day on which a paper came, or yes or no."), "second", wrap=True))

    def _put_open_first(self, shown: ParticipantDetail) -> None:
        """What is still to be settled stands on top, and stays there while this person is in view."""
        for place, criterion in enumerate(_open_first(shown)):
            card = self._cards[criterion.key]
            self._lines.removeWidget(card)
            self._lines.insertWidget(place, card)
        self._area.verticalScrollBar().setValue(0)

    def _add_paper(self, paper: PaperRow) -> None:
        editor = editor_for(
            PaperField(paper.kind.value, paper.title, home=Home.PAPER), self.look, today=self.desk.today
        )
        editor.set_read_only(self.desk.file.read_only is not None)
        editor.left.connect(partial(self._paper_left, paper.kind))
        words = label(unaccelerated(say(paper.title)), "second", wrap=True)
        words.setObjectName(f"paper_{paper.kind.value}")
        words.setBuddy(editor.control)
        self._asked_for[paper.kind] = words
        self._papers[paper.kind] = editor
        self._lines.addWidget(words)
        self._lines.addWidget(editor)
        editor.show_value(paper.received_on or paper.received)
        self._say_paper(paper)

    def _say_paper(self, paper: PaperRow) -> None:
        """With the day by which it was asked for, until it comes."""
        words = say(paper.title)
        if paper.asked_by is not None and not paper.received:
            words = tr("{paper}, asked for by {day}", paper=words, day=paper.asked_by)
        self._asked_for[paper.kind].setText(unaccelerated(words))

    def _answer(self, key: str, answer: bool | None, evidence: str) -> None:
        id_ = self._id
        if id_ is not None and self.desk.may_change():
            self.desk.work.change(lambda store: answer_criterion(store, id_, key, answer, evidence=evidence))

    def _except(self, key: str, reason: str, by: str) -> None:
        id_, today = self._id, self.desk.today
        if id_ is not None and self.desk.may_change():
            self.desk.work.change(
                lambda store: except_criterion(store, id_, key, reason=reason, by=by, today=today),
                partial(self._excepted, key),
                partial(self._not_excepted, key),
            )

    def _take_back(self, key: str) -> None:
        id_ = self._id
        if id_ is not None and self.desk.may_change():
            self.desk.work.change(lambda store: take_back_exception(store, id_, key))

    def _note_value(self, key: str, value: FieldValue) -> None:
        id_ = self._id
        if id_ is None or not self.desk.may_change():
            return
        if isinstance(value, date):
            self.desk.work.change(lambda store: note_day(store, id_, key, value))
        elif isinstance(value, int):
            self.desk.work.change(lambda store: note_number(store, id_, key, value))
        else:
            self.desk.work.change(lambda store: note_number(store, id_, key, None))

    def _excepted(self, key: str, _: None) -> None:
        if key in self._cards:
            self._cards[key].close_exception()

    def _not_excepted(self, key: str, no: Refused) -> None:
        if key in self._cards:
            self._cards[key].refuse(no.message)

    def _paper_left(self, kind: PaperKind) -> None:
        editor, id_ = self._papers[kind], self._id
        try:
            value = editor.read()
        except Refused as no:
            editor.mark(no.message)
            return
        if id_ is None:
            return
        editor.show_value(value)
        on = value if not isinstance(value, (bool, str, int, float, tuple)) else None
        received = None if value is None else value is not False
        self.desk.work.change(
            lambda store: note_paper(store, id_, kind, received=received, on=on),
            refused=partial(self._paper_refused, kind),
        )

    def _paper_refused(self, kind: PaperKind, no: Refused) -> None:
        if kind in self._papers:
            self._papers[kind].mark(no.message)
        self.desk.tell(no.message, NoticeKind.WARNING)


def _open_first(shown: ParticipantDetail) -> Sequence[CriterionRow]:
    return sorted(shown.criteria, key=lambda row: row.standing is Standing.MET or row.exception is not None)
