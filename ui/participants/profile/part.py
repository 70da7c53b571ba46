"""The part "Matching profile": what the matching weighs of one participant, with needs, wishes and vetoes to change."""

from __future__ import annotations

from functools import partial
from typing import ClassVar, TypeAlias

from PySide6.QtWidgets import QStackedWidget

from mentordesk.actions.editing import Edit, edit_participants
from mentordesk.actions.wishes import choose_wishes
from mentordesk.domain.fields import FieldValue
from mentordesk.domain.ids import ParticipationId
from mentordesk.domain.people import Role
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message, msg
from mentordesk.queries.matching_profile import Fact, Lead, MatchingProfile, matching_profile
from mentordesk.queries.participant import ParticipantDetail
from ui.desk import Desk, NoticeKind
from ui.language import say
from ui.participants.applications.criteria_strip import CriteriaStrip
from ui.participants.interviews.interviewing import InterviewTab
from ui.participants.overview import Overview
from ui.participants.part import Part, turn_to
from ui.participants.profile.sheet import ProfileSheet
from ui.participants.reading import PairsAndMeetings
from ui.widgets.frames import column
from ui.widgets.turns import Turns

_Kind: TypeAlias = tuple[Role, tuple[str, ...]]


class ProfilePart(Part):
    title: ClassVar[Message] = msg("Matching profile")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._id: ParticipationId | None = None
        self._sheets: dict[_Kind, ProfileSheet] = {}
        self._turns = Turns(self)
        self._stack = QStackedWidget()
        column(desk.look, within=self).addWidget(self._stack)

    def show_participant(self, shown: ParticipantDetail) -> None:
        id_, today = shown.row.id, self.desk.today
        if id_ != self._id:
            self._turns.begin(())
        self._id = id_
        self.desk.work.ask("matching profile", lambda store: matching_profile(store, id_, today=today), self._take)

    def leave(self) -> None:
        sheet = self._stack.currentWidget()
        if isinstance(sheet, ProfileSheet):
            sheet.leave()

    def _take(self, found: MatchingProfile) -> None:
        if found.participation != self._id:
            return
        sheet = self._sheets.get(_kind(found))
        if sheet is None:
            sheet = self._sheets[_kind(found)] = ProfileSheet(self.desk, found)
            sheet.words_changed.connect(self._keep_words)
            sheet.wishes_changed.connect(self._keep_wishes)
            sheet.way_wanted.connect(self._go)
            self._stack.addWidget(sheet)
        self._turns.begin((*sheet.steps(), partial(self._fill, found), partial(self._bring, sheet)))

    def _fill(self, found: MatchingProfile) -> None:
        sheet = self._sheets[_kind(found)]
        sheet.set_read_only(self.desk.file.read_only)
        sheet.show_profile(found)

    def _bring(self, sheet: ProfileSheet) -> None:
        self._stack.setCurrentWidget(sheet)

    def _keep_words(self, key: str, value: FieldValue) -> None:
        sheet = self._stack.currentWidget()
        if not isinstance(sheet, ProfileSheet) or sheet.participation is None or not self.desk.may_change():
            return
        edit, today = Edit(sheet.participation, key, value), self.desk.today
        self.desk.work.change(
            lambda store: edit_participants(store, [edit], today=today),
            refused=partial(self._on_words_refused, sheet, edit.id),
        )

    def _on_words_refused(self, sheet: ProfileSheet, of: ParticipationId, no: Refused) -> None:
        if sheet.participation == of:
            sheet.refuse_words(no.message)
        self.desk.tell(no.message, NoticeKind.WARNING)

    def _keep_wishes(self) -> None:
        sheet = self._stack.currentWidget()
        if not isinstance(sheet, ProfileSheet) or sheet.participation is None or not self.desk.may_change():
            return
        id_, wishes, vetoes = sheet.participation, sheet.wishes.chosen, sheet.vetoes.chosen
        self.desk.work.change(
            lambda store: choose_wishes(store, id_, wishes=wishes, vetoes=vetoes),
            partial(self._on_wishes_kept, sheet, id_),
            refused=partial(self._on_wishes_refused, sheet, id_),
        )

    def _on_wishes_kept(self, sheet: ProfileSheet, of: ParticipationId, _: None) -> None:
        if sheet.participation == of:
            sheet.accept_wishes()

    def _on_wishes_refused(self, sheet: ProfileSheet, of: ParticipationId, no: Refused) -> None:
        """The lists stay as they were changed, for mending."""
        if sheet.participation == of:
            sheet.refuse_wishes(say(no.message))
        self.desk.tell(no.message, NoticeKind.WARNING)

    def _go(self, fact: Fact) -> None:
        interview = None if fact.source is None else fact.source.interview
        if interview is not None or fact.lead is Lead.INTERVIEW:
            part = turn_to(self, InterviewTab)
            if part is not None and interview is not None:
                part.please_show(interview)
        elif fact.lead is Lead.OVERVIEW:
            overview = turn_to(self, Overview)
            if overview is not None:
                overview.focus_field(fact.field)
        elif fact.lead is Lead.REQUIREMENTS:
            turn_to(self, CriteriaStrip)
        elif fact.lead is Lead.PAIR:
            turn_to(self, PairsAndMeetings)


def _kind(profile: MatchingProfile) -> _Kind:
    """People of one kind share a sheet: in another programme other facts may be asked for."""
    return profile.role, tuple(fact.key for fact in profile.facts)
