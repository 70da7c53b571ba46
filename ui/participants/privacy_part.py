"""Whether a person's data may be used, restricting that or lifting it again (GDPR 18), and the access report (15)."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from mentordesk.actions.person_report import WrittenReport, write_person_report
from mentordesk.actions.restricting import lift, restrict
from mentordesk.domain.ids import ParticipationId, PersonId
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message, msg, nmsg
from mentordesk.queries.participant import ParticipantDetail
from ui.desk import Desk, NoticeKind
from ui.forms.editor import Remark
from ui.language import say, tr
from ui.participants.part import Part
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.chip import Chip
from ui.widgets.flow import Flow
from ui.widgets.frames import column, scrolling
from ui.widgets.labels import label, unaccelerated


class PrivacyPart(Part):
    title: ClassVar[Message] = msg("Privacy")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._id: ParticipationId | None = None
        self._person: PersonId | None = None
        look = desk.look
        inside = QWidget()
        lines = column(look, within=inside, edge=Space.AROUND)
        self._area = scrolling(inside)
        column(look, within=self).addWidget(self._area)
        lines.addWidget(label(tr("Use of the data"), "strong", wrap=True))
        self._state = Chip(look, "")
        self._state.setObjectName("privacyState")
        lines.addWidget(self._state, 0, Qt.AlignmentFlag.AlignLeft)
        self._words = label("", wrap=True)
        self._words.setObjectName("privacyWords")
        lines.addWidget(self._words)
        self._form = self._restricting()
        lines.addWidget(self._form)
        self._lift = button(
            tr("Lift the restriction"), self._on_lift, name="liftRestriction", picture="unlock", look=look
        )
        lines.addWidget(self._lift, 0, Qt.AlignmentFlag.AlignLeft)
        lines.addSpacing(look.px(Space.AROUND))
        self._add_report(lines)
        lines.addStretch(1)

    def show_participant(self, shown: ParticipantDetail) -> None:
        if shown.row.id != self._id:
            self._reason.clear()
            self._remark.set("", wrong=False)
        self._id, self._person = shown.row.id, shown.row.person
        day = shown.row.restricted_on
        self._form.setVisible(day is None)
        self._lift.setVisible(day is not None)
        if day is None:
            self._state.set(tr("In use"), "good", "unlock")
            self._words.setText(
                tr(
                    "Whoever asks that the use of their data be restricted keeps their place in the file: they are "
                    "seen grey, and left out of matching, searches, letters and exports until the restriction is "
                    "lifted."
                )
            )
        else:
            self._state.set(tr("Restricted since {day}", day=day), "warn", "lock")
            self._words.setText(tr("Reason: {reason}", reason=shown.restricted_reason))

    def _add_report(self, lines: QVBoxLayout) -> None:
        lines.addWidget(label(tr("Access report"), "strong", wrap=True))
        about = tr(
            "Whoever asks what is kept of them gets it on paper and for machines, with the files that were "
            "attached. No other participant is named in it."
        )
        lines.addWidget(label(about, wrap=True))
        write = button(
            tr("Write the access report …"), self._report, name="personReport", picture="print", look=self.look
        )
        lines.addWidget(write, 0, Qt.AlignmentFlag.AlignLeft)

    def _report(self) -> None:
        """Also of somebody restricted, and from a file that is open for reading: it changes nothing."""
        person, today = self._person, self.desk.today
        if person is None:
            return
        folder = self.desk.ask.folder(tr("Where the access report is to be kept"))
        if folder is not None:
            self.desk.work.ask(
                "person report",
                lambda store: write_person_report(store, person, folder=folder, made_on=today),
                partial(self._on_reported, folder),
                self._on_not_reported,
            )

    def _on_reported(self, folder: Path, made: WrittenReport) -> None:
        self.desk.tell(
            nmsg(
                "{count} file with all that is kept of {name} written to {folder}.",
                "{count} files with all that is kept of {name} written to {folder}.",
                len(made.written),
                name=made.person,
                folder=str(folder),
            ),
            NoticeKind.DONE,
        )

    def _on_not_reported(self, no: Refused) -> None:
        self.desk.tell(no.message, NoticeKind.WARNING)

    def _restricting(self) -> QWidget:
        look = self.look
        made = QWidget()
        lines = column(look, within=made, space=Space.WITHIN)
        name = tr("Why the data are restricted")
        self._reason = QLineEdit()
        self._reason.setObjectName("restrictReason")
        self._reason.setAccessibleName(name)
        self._reason.returnPressed.connect(self._on_restrict)
        words = label(unaccelerated(name), "second", wrap=True)
        words.setBuddy(self._reason)
        lines.addWidget(words)
        lines.addWidget(self._reason)
        self._remark = Remark(look)
        lines.addWidget(self._remark)
        buttons = Flow(look.px(Space.BETWEEN))
        buttons.addWidget(
            button(tr("Restrict the data"), self._on_restrict, name="restrictPerson", picture="lock", look=look)
        )
        lines.addLayout(buttons)
        return made

    def _on_restrict(self) -> None:
        person, reason, today = self._person, self._reason.text(), self.desk.today
        if person is not None and self.desk.may_change():
            self.desk.work.change(
                lambda store: restrict(store, person, reason=reason, today=today), self._on_done, self._on_refused
            )

    def _on_lift(self) -> None:
        person = self._person
        if person is not None and self.desk.may_change():
            self.desk.work.change(lambda store: lift(store, person), self._on_done)

    def _on_done(self, _: None) -> None:
        self._reason.clear()
        self._remark.set("", wrong=False)

    def _on_refused(self, no: Refused) -> None:
        self._remark.set(say(no.message), wrong=True)
        self._reason.setFocus(Qt.FocusReason.OtherFocusReason)
