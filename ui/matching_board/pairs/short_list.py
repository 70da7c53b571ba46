"""Rolling matching (R37): one new mentee against the whole bank, and one pair approved while all others stay."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from mentordesk.actions.files import Store
from mentordesk.actions.matching import Consent, Paired, approve_pair
from mentordesk.domain.ids import ParticipationId
from mentordesk.domain.passing import PairWarning
from mentordesk.domain.refusals import NotYet, Refused
from mentordesk.domain.subjects import Subject
from mentordesk.matching.candidates import Question
from mentordesk.queries.matching import question
from mentordesk.queries.pair_warnings import pair_warnings
from ui.desk import Desk
from ui.forms.choosing import DropDown
from ui.forms.editor import Remark
from ui.language import say, spoken, tr
from ui.matching_board.pairs.passing_form import PassingForm, who_decides
from ui.matching_board.pairs.room import Room
from ui.matching_board.pairs.short_list_mentors import MentorChoice
from ui.matching_board.pairs.short_list_ranking import Ranking, ranking
from ui.widgets.buttons import button
from ui.widgets.empty_page import EmptyPage
from ui.widgets.frames import column, row, scrolling
from ui.widgets.labels import label, unaccelerated

_CHOICE, _PASSING, _NOBODY = range(3)
_HIGH = 420  # px at 100 %: with less room the page scrolls


class ShortList(Room):
    """`open_for` a mentee, or for whoever comes first."""

    subjects = frozenset(Subject) - {
        *(Subject.MEETINGS, Subject.LOGBOOKS, Subject.GOALS),
        *(Subject.DOCUMENTS, Subject.TEAM, Subject.ALERTS),
    }
    matched = Signal(str)  # the new pair

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Match one mentee now"), name="shortList", leave="leaveShortList")
        self._question: Question | None = None
        self._wanted: ParticipationId | None = None
        self._pending: tuple[ParticipationId, ParticipationId, Refused] | None = None
        look = desk.look
        inside = QWidget()
        down = column(look, within=inside)
        down.addWidget(label(tr("Pairs that run stay as they are."), "second", wrap=True))
        words = label(tr("Mentee"), "second")
        self.mentees = DropDown(look)
        self.mentees.setObjectName("shortListMentee")
        self.mentees.setAccessibleName(tr("Mentee"))
        words.setBuddy(self.mentees)
        who = row(look)
        who.addWidget(words)
        who.addWidget(self.mentees)
        who.addStretch(1)
        down.addLayout(who)
        self._views = QStackedWidget()
        ignored = QSizePolicy.Policy.Ignored
        self._views.setSizePolicy(ignored, ignored)  # else those that are hidden ask for room too
        self._views.setMinimumHeight(look.px(_HIGH))
        down.addWidget(self._views, 1)
        self.down.addWidget(scrolling(inside), 1)
        self.choice = MentorChoice(look)
        self.passing = PassingForm(look)
        self._views.addWidget(self.choice)
        self._views.addWidget(scrolling(_on_top(self.passing)))
        done, nobody = tr("Every mentee has a mentor"), tr("Nobody is left to match.")
        self._views.addWidget(EmptyPage(look, picture="tick", heading=done, text=nobody))
        self._remark = Remark(look)
        self._remark.setObjectName("shortListWrong")
        self.down.addWidget(self._remark)
        self.does: QPushButton = button("", self.match, name="matchOne", kind="main", keys="Ctrl+Return")
        foot = row(look)
        foot.addWidget(self.does)
        foot.addStretch(1)
        self.down.addLayout(foot)
        self.does.hide()
        self.mentees.currentIndexChanged.connect(lambda _: self._rank())
        self.choice.chosen.connect(lambda _: self._on_choice())
        self.choice.entered.connect(lambda _: self.match())
        self.passing.consented.connect(self._approve)
        self.passing.left.connect(self._leave_passing)

    def open_for(self, mentee: ParticipationId | None = None) -> None:
        self._views.setCurrentIndex(_CHOICE)
        self._remark.set("", wrong=False)
        if mentee is not None:
            self._wanted = mentee
        self.ask()

    def match(self) -> None:
        """Approves the pair, or asks first what is said against it."""
        if self.desk.may_change() and self.choice.current is not None and self._views.currentIndex() == _CHOICE:
            self._approve(Consent(who_decides()))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.match()
        else:
            super().keyPressEvent(event)

    def ask(self) -> None:
        programme, today = self.desk.programme_id, self.desk.today
        if programme is not None:
            self.desk.work.ask(
                "short list", lambda store: question(store, programme, today=today), self._on_question, self._refuse
            )

    def _on_question(self, asked: Question) -> None:
        self._question = asked
        wanted = self._wanted or self.mentees.currentData()
        with QSignalBlocker(self.mentees):
            self.mentees.clear()
            for mentee in sorted(asked.mentees, key=lambda each: spoken().sort_key(each.name)):
                self.mentees.addItem(mentee.name, mentee.id)
            self.mentees.setCurrentIndex(max(0, self.mentees.findData(wanted)))
        self._wanted = None
        if self._views.currentIndex() != _PASSING:
            self._views.setCurrentIndex(_CHOICE if asked.mentees else _NOBODY)
        self.does.setVisible(bool(asked.mentees) and self._views.currentIndex() == _CHOICE)
        self._rank()

    def _rank(self) -> None:
        asked, mentee = self._question, self.mentees.currentData()
        self._remark.set("", wrong=False)
        if asked is None or mentee is None:
            return
        one = asked.mentee(mentee)
        if self._views.currentIndex() == _PASSING and self._pending is not None and self._pending[0] != mentee:
            self._leave_passing()
        self.desk.work.compute("short list ranking", lambda _: ranking(asked, one), self._on_ranking)

    def _on_ranking(self, found: Ranking) -> None:
        self.choice.show_ranking(found)
        self._on_choice()
        focused = QApplication.focusWidget()
        if self._views.currentIndex() == _CHOICE and (focused is None or not self.isAncestorOf(focused)):
            self.choice.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_choice(self) -> None:
        chosen = self.choice.current
        self._remark.set("", wrong=False)
        self.does.setEnabled(chosen is not None)
        if chosen is not None:
            words = tr("Match with {mentor}", mentor=chosen.card.name)
            self.does.setText(unaccelerated(words))
            self.does.setAccessibleName(words)

    def _approve(self, consent: Consent) -> None:
        programme, today, chosen = self.desk.programme_id, self.desk.today, self.choice.current
        mentee = self.mentees.currentData()
        if programme is None or chosen is None or mentee is None:
            return
        mentor = chosen.id

        def approving(store: Store) -> Paired:
            return approve_pair(store, programme=programme, mentee=mentee, mentor=mentor, today=today, consent=consent)

        self.desk.work.change(approving, self._on_matched, partial(self._on_refused, mentee, mentor))

    def _on_matched(self, made: Paired) -> None:
        self.passing.hide()
        self.passing.reason.clear()
        self._views.setCurrentIndex(_CHOICE if self._question is not None and self._question.mentees else _NOBODY)
        self.does.setVisible(self._views.currentIndex() == _CHOICE)
        self.matched.emit(made.pair)

    def _on_refused(self, mentee: ParticipationId, mentor: ParticipationId, no: Refused) -> None:
        """Of what is not yet answered the warnings are asked for by themselves: the refusal has only their words."""
        programme, today = self.desk.programme_id, self.desk.today
        if not isinstance(no, NotYet) or programme is None:
            self._refuse(no)
            return
        self._pending = (mentee, mentor, no)
        self.desk.work.ask(
            "short list warnings",
            lambda store: pair_warnings(store, programme, mentee=mentee, mentor=mentor, today=today),
            self._on_warnings,
            self._refuse,
        )

    def _on_warnings(self, warnings: tuple[PairWarning, ...]) -> None:
        if self._pending is None:
            return
        said = {each.sentence for each in warnings}
        no = self._pending[2]
        self._views.setCurrentIndex(_PASSING)
        self.does.hide()
        open_ones = [each for each in no.details if each not in said]
        self.passing.ask(warnings, open_ones, does=self.does.accessibleName(), by=who_decides())

    def _leave_passing(self) -> None:
        self._pending = None
        self._views.setCurrentIndex(_CHOICE)
        self.does.show()
        self.choice.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refuse(self, no: Refused) -> None:
        if self._views.currentIndex() == _PASSING:
            self.passing.refuse(no)
        else:
            self._remark.set("\n".join(say(each) for each in (no.message, *no.details)), wrong=True)


def _on_top(inside: QWidget) -> QWidget:
    """In a holder that leaves the room below it empty."""
    holder = QWidget()
    down = QVBoxLayout(holder)
    down.setContentsMargins(0, 0, 0, 0)
    down.addWidget(inside)
    down.addStretch(1)
    return holder
