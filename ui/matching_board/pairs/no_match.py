"""Who gets no mentor in this round, by a decision with a reason (R36), and who waits from an earlier one."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentordesk.actions.files import Store, user
from mentordesk.actions.matching import bring_in_waiting, decide_no_match, take_back_no_match
from mentordesk.domain.ids import ParticipationId, PersonId, ProgrammeId
from mentordesk.domain.refusals import Refused
from mentordesk.domain.subjects import Subject
from mentordesk.queries.matching import question
from mentordesk.queries.no_match import NoMatch, Waiting, no_matches, waiting_list
from ui.desk import Desk, NoticeKind
from ui.language import spoken, tr
from ui.matching_board.pairs.no_match_form import Decision, NoMatchForm
from ui.matching_board.pairs.no_match_lists import DecidedList, WaitingList
from ui.matching_board.pairs.room import Room
from ui.theme import Space
from ui.widgets.frames import column, frame, scrolling


@dataclass(frozen=True, slots=True)
class _Found:
    unmatched: tuple[tuple[ParticipationId, str], ...]
    decided: tuple[NoMatch, ...]
    waiting: tuple[Waiting, ...]


class NoMatchPanel(Room):
    subjects = frozenset({Subject.PARTICIPATIONS, Subject.PAIRS, Subject.SCENARIOS, Subject.PEOPLE, Subject.PROGRAMMES})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Without a mentor in this round"), name="noMatchPanel", leave="leaveNoMatch")
        self._wanted: ParticipationId | None = None
        look = desk.look
        inside = QWidget()
        down = column(look, within=inside, space=Space.GROUPS)
        self.form = NoMatchForm(look)
        self.decided = DecidedList(look)
        self.waiting = WaitingList(look)
        for card in (self.form, self.decided, self.waiting):
            _add(down, card)
        down.addStretch(1)
        self._area = scrolling(inside)
        self.down.addWidget(self._area, 1)
        inside.setMaximumWidth(look.px(760))
        self.form.decided.connect(self._decide)
        self.decided.taken_back.connect(self._take_back)
        self.waiting.brought_in.connect(self._bring_in)

    def open_for(self, mentee: ParticipationId | None = None) -> None:
        self._wanted = mentee
        self.ask()
        self.form.begin(user())

    def ask(self) -> None:
        programme, today = self.desk.programme_id, self.desk.today
        if programme is None:
            return

        def asking(store: Store) -> _Found:
            asked = question(store, programme, today=today)
            unmatched = tuple((each.id, each.name) for each in asked.mentees)
            return _Found(unmatched, no_matches(store, programme), waiting_list(store, programme))

        self.desk.work.ask("no match", asking, self._on_found, self._on_unreadable)

    def _on_found(self, found: _Found) -> None:
        names = sorted(found.unmatched, key=lambda each: spoken().sort_key(each[1]))
        self.form.show_mentees(names, self._wanted)
        self._wanted = None
        self.decided.show_rows(found.decided)
        self.waiting.show_rows(found.waiting)

    def _on_unreadable(self, no: Refused) -> None:
        self.desk.tell(no.message, NoticeKind.ERROR)

    def _decide(self, told: Decision) -> None:
        if self.desk.may_change():
            self.desk.work.change(
                lambda store: decide_no_match(store, told.mentee, reason=told.reason, by=told.by, waits=told.waits),
                self._on_decided,
                self.form.refuse,
            )

    def _on_decided(self, _: str) -> None:
        self.form.empty()

    def _take_back(self, mentee: str, by: str) -> None:
        if self.desk.may_change():
            who = ParticipationId(mentee)
            self.desk.work.change(lambda store: take_back_no_match(store, who, by=by), None, self.decided.refuse)

    def _bring_in(self, people: tuple[PersonId, ...]) -> None:
        programme: ProgrammeId | None = self.desk.programme_id
        if programme is not None and self.desk.may_change():
            self.desk.work.change(lambda store: bring_in_waiting(store, programme, people), None, self.waiting.refuse)


def _add(down: QVBoxLayout, part: QWidget) -> None:
    card = frame("card")
    within = QVBoxLayout(card)
    within.addWidget(part)
    down.addWidget(card)
