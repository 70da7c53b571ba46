"""The part of the detail pane in which interviews are planned, held and compared (R23), one form per interviewer.

An interview is noted as a whole, by its button or when it is left. What was refused stays as it was written until it
is mended.
"""

from __future__ import annotations

from functools import partial
from typing import ClassVar, TypeAlias

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from mentordesk.actions.chemistry import note_chemistry
from mentordesk.actions.interview_guides import print_guides
from mentordesk.actions.interviews import record_interview, remove_interview
from mentordesk.domain.ids import InterviewId, ParticipationId
from mentordesk.domain.people import Role
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message, msg
from mentordesk.queries.interviews import InterviewForm, empty_interview, interviews_of
from mentordesk.queries.participant import ParticipantDetail
from ui.desk import Desk, NoticeKind
from ui.language import tr
from ui.participants.interviews.choice import InterviewBar
from ui.participants.interviews.compare import InterviewCompare
from ui.participants.interviews.fields import InterviewFields
from ui.participants.interviews.planning import Planning
from ui.participants.part import Part
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.frames import column, row, scrolling
from ui.widgets.page import shortcut
from ui.widgets.turns import Turns

_Key: TypeAlias = tuple[ParticipationId, InterviewId | None]


class InterviewTab(Part):
    title: ClassVar[Message] = msg("Interview")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._id: ParticipationId | None = None
        self._forms: tuple[InterviewForm, ...] = ()
        self._fields: InterviewFields | None = None
        self._unkept: dict[_Key, InterviewFields] = {}
        self._wanted: InterviewId | None = None  # to be shown when the forms are there
        self._adding = False  # a form beside those that are in the file
        self._turns = Turns(self)
        self._stack = QStackedWidget()
        column(desk.look, within=self).addWidget(self._stack)
        self._stack.addWidget(self._build())

    def show_participant(self, shown: ParticipantDetail) -> None:
        if self._id != shown.row.id:
            self._turns.begin(())
            self._plan.leave()
            self._leave_compare()
        id_ = self._id = shown.row.id
        self.desk.work.ask("interview", lambda store: interviews_of(store, id_), self._take)

    def please_show(self, interview: InterviewId) -> None:
        """Of whoever is shown next, or is shown already."""
        self._wanted = interview
        if any(form.id == interview for form in self._forms):
            self._take(self._forms)

    def leave(self) -> None:
        if self._fields is not None and self._fields.touched and self.desk.file.read_only is None:
            self.note()

    def note(self) -> None:
        """Everything in the form, as one change; the first thing that is not right is marked instead."""
        fields, today = self._fields, self.desk.today
        if fields is None or not self.desk.may_change():
            return
        id_, interview = fields.participation, fields.interview
        noted = fields.read()
        if noted is None:
            self._unkept[id_, interview] = fields
            return
        self._unkept.pop((id_, interview), None)
        fields.accept()
        self.desk.work.change(
            lambda store: record_interview(
                store,
                participation=id_,
                interview_id=interview,
                held_on=noted.held_on,
                interviewer=noted.interviewer,
                notes=noted.notes,
                ratings=noted.ratings,
                answers=noted.answers,
                words=noted.words,
                wishes=noted.wishes,
                vetoes=noted.vetoes,
                today=today,
            ),
            partial(self._on_noted, fields),
            refused=partial(self._on_refused, fields),
        )

    def _build(self) -> QWidget:
        look = self.look
        made = QWidget()
        lines = column(look, within=made)
        inside = QWidget()
        self._lines: QVBoxLayout = column(look, within=inside, edge=Space.AROUND)
        self._bar = InterviewBar(look)
        self._bar.chosen.connect(self._choose)
        self._bar.another_wanted.connect(self._add)
        self._bar.plan_wanted.connect(self._offer_plan)
        self._bar.compare_wanted.connect(self._compare)
        self._bar.guide_wanted.connect(self._print)
        self._bar.remove_wanted.connect(self._remove)
        self._lines.addWidget(self._bar)
        area = scrolling(inside)
        lines.addWidget(area, 1)
        self._plan = Planning(self.desk, self._lines, area)
        self._plan.planned.connect(self._on_planned)
        self._plan.left.connect(self._bar.enter)
        foot = row(look)
        foot.setContentsMargins(look.px(16), look.px(4), look.px(16), look.px(12))
        noted = button(tr("Note the interview"), self.note, name="noteInterview", kind="main", keys="Ctrl+Return")
        foot.addWidget(noted)
        foot.addStretch()
        lines.addLayout(foot)
        shortcut(made, "Ctrl+Return", self.note)
        return made

    def _take(self, forms: tuple[InterviewForm, ...]) -> None:
        if forms[0].participation != self._id:
            return
        self._forms = forms
        fields = self._fields
        here = fields if fields is not None and fields.participation == self._id else None
        if here is not None and here.interview is None and forms[0].id is not None and self._adding:
            self._bar.show_forms(forms, None)
            here.show_shared(forms[-1])
            return
        if here is None and forms[0].id is not None and (begun := self._unkept.get((self._id, None))) is not None:
            self._adding = True  # what was refused before somebody else was looked at
            self._bar.show_forms(forms, None)
            self._put(begun)
            return
        self._adding = False
        now = self._wanted or (None if here is None else here.interview)
        self._wanted = None
        self._show(next((form for form in forms if form.id == now), forms[-1]))

    def _show(self, form: InterviewForm) -> None:
        self._bar.show_forms(self._forms, form.id)
        fields = self._fields
        if fields is not None and (fields.participation, fields.interview) == (form.participation, form.id):
            fields.show_form(form)
            return
        begun = self._unkept.get((form.participation, form.id))
        self._turns.begin((partial(self._make, form) if begun is None else partial(self._put, begun),))

    def _make(self, form: InterviewForm) -> None:
        """In one turn; it is dressed and shown in the next."""
        self._turns.begin((partial(self._put, self._made(form)),))

    def _made(self, form: InterviewForm) -> InterviewFields:
        fields = InterviewFields(self.desk, form)
        fields.chemistry_told.connect(partial(self._note_chemistry, form))
        return fields

    def _note_chemistry(self, form: InterviewForm, other: str, points: int | None) -> None:
        two = (form.participation, ParticipationId(other))
        mentee, mentor = two if form.role is Role.MENTEE else (two[1], two[0])
        if self.desk.may_change():
            self.desk.work.change(lambda store: note_chemistry(store, mentee, mentor, points))

    def _put(self, fields: InterviewFields) -> None:
        before = self._fields
        if before is not None and before is not fields:
            self._lines.removeWidget(before)
            before.hide()
            if before not in self._unkept.values():
                before.deleteLater()
        self._fields = fields
        self._lines.addWidget(fields)
        fields.show()

    def _choose(self, interview: InterviewId | None) -> None:
        found = next((form for form in self._forms if form.id == interview), None)
        if found is not None:
            self.leave()
            self._adding = False
            self._show(found)

    def _add(self) -> None:
        """A form for a second interviewer; it is in the file once it is noted."""
        id_ = self._id
        if id_ is not None and self.desk.may_change():
            self.leave()
            self.desk.work.ask("another interview", lambda store: empty_interview(store, id_), self._take_empty)

    def _take_empty(self, form: InterviewForm) -> None:
        if form.participation == self._id:
            self._adding = True
            self._bar.show_forms(self._forms, None)
            self._put(self._made(form))
            if self._fields is not None:
                self._fields.enter()

    def _offer_plan(self) -> None:
        if self._id is not None and self.desk.may_change():
            self._plan.offer(self._id)

    def _on_planned(self) -> None:
        if self._fields is not None and not self._fields.touched:
            self._drop_fields()  # the form of what is planned now takes its place

    def _drop_fields(self) -> None:
        if self._fields is not None:
            self._lines.removeWidget(self._fields)
            self._fields.hide()
            self._fields.deleteLater()
            self._fields = None

    def _compare(self) -> None:
        noted = [form for form in self._forms if form.was_held]
        if len(noted) > 1:
            self.leave()
            page = InterviewCompare(self.look, noted)
            page.left.connect(self._leave_compare)
            self._stack.addWidget(page)
            self._stack.setCurrentWidget(page)
            page.enter()

    def _leave_compare(self) -> None:
        page = self._stack.currentWidget()
        if isinstance(page, InterviewCompare):
            self._stack.removeWidget(page)
            page.deleteLater()
            self._bar.enter()

    def _print(self) -> None:
        id_, today = self._id, self.desk.today
        if id_ is None:
            return
        folder = self.desk.ask.folder(tr("Where the guide is to be kept"))
        if folder is not None:
            self.desk.work.change(
                lambda store: print_guides(store, [id_], folder=folder, made_on=today), self._on_printed
            )

    def _on_printed(self, _: object) -> None:
        self.desk.tell(msg("The interview guide is printed into the folder."), NoticeKind.DONE)

    def _remove(self) -> None:
        fields = self._fields
        if fields is None or fields.interview is None or not self.desk.may_change():
            return
        interview = fields.interview
        self._unkept.pop((fields.participation, interview), None)
        self._drop_fields()
        self.desk.work.change(lambda store: remove_interview(store, interview))

    def _on_noted(self, fields: InterviewFields, interview: InterviewId) -> None:
        fields.interview = interview

    def _on_refused(self, fields: InterviewFields, no: Refused) -> None:
        self._unkept[fields.participation, fields.interview] = fields
        fields.refuse(no.message)
        self.desk.tell(no.message, NoticeKind.WARNING)
