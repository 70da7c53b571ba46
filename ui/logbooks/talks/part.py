"""A pair's talks with the programme manager: what came out of each, and the form in which one is noted (R64)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from functools import partial

from mentordesk.actions.files import Store
from mentordesk.actions.meetings import cancel_meeting
from mentordesk.actions.talk_days import plan_talk
from mentordesk.actions.talks import TalkTold, edit_talk, hold_talk, take_back_talk
from mentordesk.domain.fields import FieldValue
from mentordesk.domain.ids import PairId, TalkId
from mentordesk.domain.time_field import time_of
from mentordesk.queries.goals import GoalSheet, goals
from mentordesk.queries.talk_dates import PlannedTalk
from mentordesk.queries.talks import (
    TALK_STATE_NAMES,
    HeldTalk,
    PairTalks,
    TalkDraft,
    TalkState,
    talk_draft,
    talk_near,
    talks_of,
)
from ui.desk import Desk
from ui.language import say, tr
from ui.logbooks.form_part import FormPart, fit_rows, focus, show_filled
from ui.logbooks.goals.fields import day_in
from ui.logbooks.talks.fields import DAY, HELD_ON, START, standing, talk_fields, told_in, values_of
from ui.logbooks.talks.words import STATE_TONES, day_to_plan, talk_columns, talk_in_words
from ui.logbooks.talks.words import standing as standing_in_words
from ui.tables.model import RecordTable
from ui.tables.view import TableView
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.chip import Chip
from ui.widgets.flow import Flow
from ui.widgets.frames import column
from ui.widgets.labels import label
from ui.widgets.page import shortcut


class TalksPart(FormPart):
    def __init__(self, desk: Desk, *, paged: bool) -> None:
        super().__init__(desk, paged=paged)
        self.setObjectName("talksPart")
        self._found: PairTalks | None = None
        down = column(desk.look, within=self)
        down.addLayout(self.slot)
        self._state = Chip(desk.look, "")
        self._state.setObjectName("talkState")
        down.addWidget(self._state)
        self._standing = label("", "second", wrap=True)
        self._standing.setObjectName("talkStanding")
        down.addWidget(self._standing)
        deeds = Flow(desk.look.px(Space.WITHIN))
        self._first = button(tr("Note a talk …"), self.add, name="noteTalk")
        self._never = button(tr("It never took place"), self._cancel, name="cancelTalk")
        for each in (self._first, button(tr("Plan …"), self.plan, name="planTalk"), self._never):
            deeds.addWidget(each)
        down.addLayout(deeds)
        self._table = RecordTable(talk_columns(), _number, self)
        self.table = TableView(desk, self._table, tr("Talks of the pair"), tab="logbooks", key="talks")
        self._dress()
        self._nothing = label(tr("No talk with the programme manager is noted yet."), "second", wrap=True)
        self._nothing.setObjectName("noTalks")
        down.addWidget(self._nothing)
        down.addWidget(self.table)
        self._words = label("", wrap=True)
        self._words.setObjectName("talkInWords")
        down.addWidget(self._words)
        of_talk = Flow(desk.look.px(Space.WITHIN))
        self._of_talk = (
            button(tr("Change …"), self._edit, name="editTalk", keys="F2"),
            button(tr("It was not held"), self._take_back, name="takeBackTalk", keys="Del"),
        )
        for each in self._of_talk:
            of_talk.addWidget(each)
        down.addLayout(of_talk)
        down.addWidget(
            label(
                tr("No word of a talk is kept: three answers, how the goals stand, and what the team has to see to."),
                "caption",
                wrap=True,
            )
        )
        down.addStretch(1)

    def read(self, pair: PairId) -> None:
        today = self.desk.today
        self.desk.work.ask("talks of pair", lambda store: (pair, talks_of(store, pair, today=today)), self._take)

    def enter(self) -> None:
        if self.form is not None:
            focus(self.form.first_control)
        elif self.table.isVisible():
            focus(self.table)
        else:
            focus(self._first)

    def add(self) -> None:
        """The form, filled in with the day of the planned talk and how the goals stand."""
        pair, today = self.pair, self.desk.today
        if pair is not None and self.desk.may_change():
            self.desk.work.ask("talk draft", lambda store: talk_draft(store, pair, today=today), self._begin)

    def plan(self) -> None:
        if self._found is None or not self.desk.may_change():
            return
        row = self._found.row
        planned = None if row is None else row.planned
        self.ask(
            tr("Plan the talk"),
            (DAY, START),
            tr("Put it in the calendar"),
            self._on_planned,
            values={
                DAY.field.key: day_to_plan(row, self.desk.today),
                START.key: None if planned is None else f"{planned.starts_at:%H:%M}",
            },
            text=tr("A pair has one talk planned a semester: if there is one, it is moved to this day."),
            name="planTalkForm",
        )

    def _dress(self) -> None:
        view = self.table
        view.setObjectName("talks")
        view.setSelectionMode(view.SelectionMode.SingleSelection)
        view.opened.connect(lambda _: self._edit())
        view.deleted.connect(lambda _: self._take_back())
        view.current_changed.connect(lambda _: self._tell())
        shortcut(view, "F2", self._edit)

    def _take(self, answer: tuple[PairId, PairTalks]) -> None:
        pair, found = answer
        if pair != self.pair:
            return
        self._found = found
        self._state.setVisible(found.row is not None)
        if found.row is not None:
            self._state.set(say(TALK_STATE_NAMES[found.row.state]), STATE_TONES[found.row.state])
        self._never.setVisible(self._to_note is not None)
        self._standing.setText(standing_in_words(found))
        self._standing.setVisible(bool(self._standing.text()))
        self._table.show(found.held)
        fit_rows(self.table, len(found.held))
        if self.table.current_id() is None and found.held:
            self.table.select_ids((found.held[0].id,))
        self._nothing.setVisible(not found.held)
        show_filled(self.table, filled=bool(found.held), instead=self._first)
        self._tell()

    def _tell(self) -> None:
        talk = self._current
        self._words.setText("" if talk is None else talk_in_words(talk))
        self._words.setVisible(talk is not None)
        for each in self._of_talk:
            each.setVisible(talk is not None)

    @property
    def _current(self) -> HeldTalk | None:
        number = self.table.current_id()
        return None if number is None or self._found is None else self._table.rows.known(number)

    def _begin(self, draft: TalkDraft) -> None:
        if draft.pair != self.pair:
            return
        self.ask(
            tr("Note a talk"),
            talk_fields(draft.sheet.goals),
            tr("Keep the talk"),
            partial(self._on_held, draft.sheet),
            values={HELD_ON.field.key: draft.held_on, **standing(draft.sheet.goals)},
            text=_who_sees(),
            name="talkForm",
        )

    def _edit(self) -> None:
        pair, talk = self.pair, self._current
        if pair is not None and talk is not None and self.desk.may_change():
            self.desk.work.ask("goals of talk", partial(goals, pair=pair), partial(self._begin_again, talk))

    def _begin_again(self, talk: HeldTalk, sheet: GoalSheet) -> None:
        if sheet.pair != self.pair:
            return
        self.ask(
            tr("Change the talk of {day}", day=talk.held_on),
            talk_fields(sheet.goals),
            tr("Keep it so"),
            partial(self._on_edited, talk.id, sheet),
            values=values_of(talk, sheet.goals),
            text=_who_sees(),
            name="talkForm",
        )

    def _on_held(self, sheet: GoalSheet, pair: PairId, values: Mapping[str, FieldValue]) -> None:
        told, today = told_in(values, sheet.goals), self.desk.today
        if told is not None:
            self.keep(pair, lambda store: _held(store, pair, told, today))

    def _on_edited(self, talk: TalkId, sheet: GoalSheet, pair: PairId, values: Mapping[str, FieldValue]) -> None:
        told, today = told_in(values, sheet.goals), self.desk.today
        if told is not None:
            self.keep(pair, lambda store: edit_talk(store, talk, told, today=today))

    def _on_planned(self, pair: PairId, values: Mapping[str, FieldValue]) -> None:
        day = day_in(values, DAY.field.key)
        start: time | None = time_of(values[START.key]) if values.get(START.key) else None
        if day is not None:
            self.keep(pair, lambda store: plan_talk(store, pair, day=day, start=start))

    @property
    def _to_note(self) -> PlannedTalk | None:
        """The planned one whose day has passed without a word."""
        row = None if self._found is None else self._found.row
        return row.planned if row is not None and row.state is TalkState.NOT_NOTED else None

    def _cancel(self) -> None:
        missed = self._to_note
        if missed is not None and self.desk.may_change():
            number = missed.meeting
            self.desk.work.change(lambda store: cancel_meeting(store, number))

    def _take_back(self) -> None:
        talk = self._current
        if talk is not None and self.desk.may_change():
            number = talk.id
            self.desk.work.change(lambda store: take_back_talk(store, number))


def _held(store: Store, pair: PairId, told: TalkTold, today: date) -> TalkId:
    """As the planned one nearest to the day that was written, which need not be the day that was proposed."""
    return hold_talk(store, pair, told, meeting=talk_near(store, pair, told.held_on), today=today)


def _who_sees() -> str:
    return tr("Those who run the programme see the answers. What was said is not kept.")


def _number(talk: HeldTalk) -> str:
    return talk.id
