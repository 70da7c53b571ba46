"""The part of the detail pane that shows an application: what it says, its files, the steps it took (R20 to R22)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentordesk.actions.applications import ApplicationForm, edit_application
from mentordesk.domain.criteria import Measure, PaperKind
from mentordesk.domain.fields import FieldValue
from mentordesk.domain.ids import ParticipationId
from mentordesk.domain.refusals import Refused
from mentordesk.domain.statuses import STATUS_NAMES, ParticipationStatus
from mentordesk.i18n.message import Message, msg
from mentordesk.queries.applications import ApplicationDetail, ChannelChoice, Step, application_of
from mentordesk.queries.participant import ParticipantDetail
from ui.desk import Desk
from ui.forms.form import Form
from ui.language import say, tr
from ui.participants.applications.application_fields import application_fields, form_of, values_of
from ui.participants.applications.attachments_list import AttachmentsList, ShownBy
from ui.participants.applications.introduction_list import IntroductionList
from ui.participants.applications.notice_card import NoticeCard
from ui.participants.applications.referral_form import Referrals
from ui.participants.part import Part
from ui.theme import Space
from ui.widgets.frames import clear, column, scrolling
from ui.widgets.labels import label
from ui.widgets.turns import Turns

_IN_WORDS = frozenset({PaperKind.APPLICATION, PaperKind.MOTIVATION})
_AFTER_SELECTION = frozenset({PaperKind.CONTRACT, PaperKind.GOALS, PaperKind.BOOK})


class ApplicationPart(Part):
    title: ClassVar[Message] = msg("Application")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("applicationPart")
        self._id: ParticipationId | None = None
        self._known: ApplicationDetail | None = None
        self._shown_by: tuple[ShownBy, ...] = ()
        self._lines: QVBoxLayout | None = None  # made when the part is looked at first
        self._filled = False
        self._turns = Turns(self)
        self._form: Form | None = None
        self._channels: tuple[ChannelChoice, ...] = ()  # that the form offers

    def show_participant(self, shown: ParticipantDetail) -> None:
        if self._lines is None:
            self._lines = self._build()
        id_ = shown.row.id
        if id_ != self._id:
            self._known = None
            self._turns.begin(())
        self._id = id_
        self._shown_by = _asked_for(shown)
        self.desk.work.ask("application", lambda store: application_of(store, id_), self._take, self._gone)

    def leave(self) -> None:
        if self._known is not None and self._form is not None:
            self._form.leave()

    def _build(self) -> QVBoxLayout:
        """Bare: what stands in it is made in the turns of whoever is shown first."""
        look = self.look
        self._inside = QWidget()
        lines = column(look, within=self._inside, space=Space.GROUPS, edge=Space.AROUND)
        column(look, within=self).addWidget(scrolling(self._inside))
        self._notice: NoticeCard | None = None  # made for whom there is one
        self._files: AttachmentsList | None = None
        self._introduction: IntroductionList | None = None
        self._referrals: Referrals | None = None
        self._notice_room = column(look)
        self._form_room = column(look)
        self._rooms = column(look, space=Space.GROUPS)
        self._steps = column(look, space=Space.AROUND)
        for room in (self._notice_room, self._form_room, self._rooms, self._steps):
            lines.addLayout(room)
        lines.addStretch(1)
        return lines

    def _take(self, found: ApplicationDetail) -> None:
        """The first time in turns of their own: a form is made for as long as a hand may wait."""
        if found.id != self._id:
            return
        before, self._known = self._known, found
        steps = [
            partial(turn, found, before)
            for turn in (
                *(self._make_form, self._fill_form, self._fill_notice),
                *(self._fill_files, self._fill_introduction, self._fill_referrals, self._fill_steps),
            )
        ]
        self._inside.show()
        if not self._filled:
            self._turns.begin(steps)
            return
        for step in steps:
            step()

    def _make_form(self, found: ApplicationDetail, before: ApplicationDetail | None) -> None:
        if self._form is None or self._channels != found.channels:
            self._new_form(found)

    def _fill_form(self, found: ApplicationDetail, before: ApplicationDetail | None) -> None:
        assert self._form is not None
        self._form.show_values(values_of(found), keep_typed=before is not None)
        self._form.set_read_only(self.desk.file.read_only)

    def _fill_notice(self, found: ApplicationDetail, before: ApplicationDetail | None) -> None:
        if found.notice is not None:
            if self._notice is None:
                self._notice = NoticeCard(self.desk)
                self._notice_room.addWidget(self._notice)
            self._notice.show_notice(found.id, found.notice)
        if self._notice is not None:
            self._notice.setVisible(found.notice is not None)

    def _fill_files(self, found: ApplicationDetail, before: ApplicationDetail | None) -> None:
        if self._files is None:
            self._files = AttachmentsList(self.desk)
            self._rooms.addWidget(self._files)
        shown_by = self._shown_by
        if found.letter:  # it is in the file in words: no file of it is to come
            shown_by = tuple(replace(each, noted_on=None) if each.paper in _IN_WORDS else each for each in shown_by)
        self._files.show_files(found.id, found.attachments, shown_by)

    def _fill_introduction(self, found: ApplicationDetail, before: ApplicationDetail | None) -> None:
        if found.introduction and self._introduction is None:
            self._introduction = IntroductionList(self.desk)
            self._rooms.insertWidget(1, self._introduction)
        if self._introduction is not None:
            self._introduction.setVisible(bool(found.introduction))
            self._introduction.show_items(found.id, found.introduction)

    def _fill_referrals(self, found: ApplicationDetail, before: ApplicationDetail | None) -> None:
        wanted = bool(found.regional_programme or found.referrals)
        if wanted and self._referrals is None:
            self._referrals = Referrals(self.desk)
            self._rooms.addWidget(self._referrals)
        if self._referrals is not None:
            self._referrals.setVisible(wanted)
            self._referrals.show_referrals(found.id, found.referrals, found.regional_programme)

    def _fill_steps(self, found: ApplicationDetail, before: ApplicationDetail | None) -> None:
        if not self._filled or before is None or before.steps != found.steps:
            self._show_steps(found)
        self._filled = True

    def _gone(self, _: Refused) -> None:
        self._turns.begin(())
        self._id = self._known = None
        self._inside.hide()

    def _new_form(self, found: ApplicationDetail) -> None:
        clear(self._form_room)
        self._channels = found.channels
        self._form = Form(
            self.look, application_fields(found.channels), today=self.desk.today, name="applicationFields", edge=0
        )
        self._form.be_as_high_as_fields()
        self._form.committed.connect(self._on_field)
        self._form.denied.connect(lambda _: self.desk.may_change())
        self._form_room.addWidget(self._form)

    def _on_field(self, key: str, value: FieldValue) -> None:
        known, form = self._known, self._form
        if known is None or form is None or not self.desk.may_change():
            return
        told = form_of({**values_of(known), key: value}, known.channels)
        # What is typed next goes beside it, though the file has not answered yet.
        self._known = _with(known, told)
        self.desk.work.change(
            lambda store: edit_application(store, known.id, told), None, partial(self._refused, form, key)
        )

    def _refused(self, form: Form, key: str, no: Refused) -> None:
        if form is self._form:
            form.mark(key, no.message)

    def _show_steps(self, found: ApplicationDetail) -> None:
        clear(self._steps)
        self._steps.addWidget(label(tr("Steps"), "strong"))
        steps = found.steps or (Step(found.status, found.since, "", ""),)
        for number, step in enumerate(steps):
            one = column(self.look, space=Space.WITHIN)
            words = label(tr("{day}: {status}", day=step.on, status=say(STATUS_NAMES[step.status])), wrap=True)
            words.setObjectName(f"step{number}")
            one.addWidget(words)
            why = _why(step)
            if why:
                one.addWidget(label(why, "second", wrap=True))
            self._steps.addLayout(one)


def _why(step: Step) -> str:
    if step.reason and step.by:
        return tr("{reason} ({name})", reason=step.reason, name=step.by)
    return step.reason or (tr("by {name}", name=step.by) if step.by else "")


def _asked_for(shown: ParticipantDetail) -> tuple[ShownBy, ...]:
    """What a file can show, those that are missing first; a criterion of a paper is its paper."""
    papers = sorted(shown.papers, key=lambda paper: bool(paper.received))
    is_in = shown.row.status is ParticipationStatus.SELECTED
    criteria = (row for row in shown.criteria if row.measure is not Measure.PAPER)
    return (
        *(
            ShownBy(
                paper.title,
                paper=paper.kind,
                awaited=not paper.received and (is_in or paper.kind not in _AFTER_SELECTION),
                asked_by=paper.asked_by,
                noted_on=paper.received_on if paper.received else None,
            )
            for paper in papers
        ),
        *(ShownBy(row.title, criterion=row.key) for row in criteria),
    )


def _with(known: ApplicationDetail, told: ApplicationForm) -> ApplicationDetail:
    received: date | None = told.received_on
    return replace(
        known,
        received_on=received,
        origin=told.origin,
        channel=told.channel,
        heard_of=told.heard_of,
        letter=told.letter,
        informed_on=told.informed_on,
    )
