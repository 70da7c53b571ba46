"""The meeting itself: its title, its place and its days in one form, which is one change (R50, R55)."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QApplication

from mentordesk.actions.meeting_days import change_meeting
from mentordesk.domain.fields import FieldValue
from mentordesk.domain.meetings import MeetingStatus
from mentordesk.domain.refusals import Refused
from mentordesk.domain.wall_clock import NoSuchTime
from mentordesk.i18n.message import Message, msg
from mentordesk.queries.gathering import Gathering
from ui.calendar.agenda_painter import NARROW_FROM
from ui.calendar.gathering import meeting_form
from ui.calendar.gathering.part import GatheringPart
from ui.calendar.small_form import SmallForm
from ui.desk import Desk
from ui.theme import Look
from ui.widgets.frames import column, frame

_WIDE = 480  # px at 100 %
_CHANGED = msg("Whoever is invited already is told of a change by a new letter: under People, with “Invite …”.")


class MeetingForm(SmallForm):
    """Knows which of several days a missing hour is of."""

    def __init__(self, look: Look, seen: Gathering, desk: Desk) -> None:
        super().__init__(
            look,
            heading=msg("Title, place and days"),
            text=_CHANGED if desk.look.zoom < NARROW_FROM else None,
            fields=meeting_form.rows(seen),
            today=desk.today,
            main=msg("Keep it so"),
            name="meetingForm",
        )
        self._seen = seen

    def field_of(self, no: Refused, key: str) -> str:
        values = self.form.values()
        return key if values is None else meeting_form.key_of(no, self._seen, values)

    def with_offer(self, offered: NoSuchTime, values: Mapping[str, FieldValue]) -> Mapping[str, FieldValue]:
        return meeting_form.taking(offered, self._seen, values)


class MeetingPart(GatheringPart):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("meetingPart")
        outer = column(desk.look, within=self)
        card = frame("card")
        card.setMaximumWidth(desk.look.px(_WIDE))
        self._inside = column(desk.look, within=card)
        outer.addWidget(card)
        self._form: MeetingForm | None = None

    def show_gathering(self, seen: Gathering) -> None:
        """What is typed stays while the meeting is as it was when the form was filled."""
        before, self.seen = self.seen, seen
        form = self._form
        if before is not None and form is not None and _same(before, seen):
            return
        entered = form is not None and form.isAncestorOf(QApplication.focusWidget() or self)
        if form is not None:
            self._inside.removeWidget(form)
            form.hide()
            form.deleteLater()
        self._form = form = MeetingForm(self.desk.look, seen, self.desk)
        form.form.show_values(meeting_form.values_of(seen))
        form.form.set_read_only(self._why_not(seen))
        form.submitted.connect(self._keep)
        form.given_back.connect(self._give_back)
        self._inside.addWidget(form)
        if entered:
            self.enter()

    def enter(self) -> None:
        if self._form is not None:
            self._form.form.stand_in(meeting_form.TITLE.key)

    def _why_not(self, seen: Gathering) -> Message | None:
        title, day = seen.title, seen.days[0].starts_at.date()
        match seen.status:
            case MeetingStatus.HELD:
                return msg("“{title}” on {day} was held, so it stays where it is.", title=title, day=day)
            case MeetingStatus.CANCELLED:
                return msg("“{title}” on {day} is cancelled. Add a new meeting instead.", title=title, day=day)
            case _:
                return self.desk.file.read_only

    def _give_back(self) -> None:
        """As the meeting is."""
        if self._form is not None and self.seen is not None:
            self._form.form.show_values(meeting_form.values_of(self.seen))
            self.enter()

    def _keep(self, values: Mapping[str, FieldValue]) -> None:
        seen, form = self.seen, self._form
        if seen is None or form is None or not self.desk.may_change():
            return
        if (reason := self._why_not(seen)) is not None:
            self.desk.tell(reason)
            return
        try:
            written = meeting_form.read(seen, values)
        except meeting_form.Misfit as no:
            form.form.mark(no.key, no.reason)
            form.form.focus(no.key)
            return
        self.desk.work.change(
            lambda store: change_meeting(
                store,
                seen.meeting,
                title=written.title,
                place=written.place,
                mode=written.mode,
                kept=written.kept,
                added=written.added,
            ),
            None,
            self._not_kept,
        )

    def _not_kept(self, no: Refused) -> None:
        if self._form is not None:
            self._form.refuse(no, meeting_form.TITLE.key)


def _same(one: Gathering, other: Gathering) -> bool:
    """Whether the form would show the same, and lock the same."""
    return (one.meeting, one.status, one.days) == (other.meeting, other.status, other.days) and (
        meeting_form.values_of(one) == meeting_form.values_of(other)
    )
