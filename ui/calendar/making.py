"""Meetings that were not there before: by form, in one line of text, and again every so many weeks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time

from mentordesk.actions.series import lay, propose
from mentordesk.domain.fields import FieldValue
from mentordesk.domain.ids import MeetingId, ProgrammeId
from mentordesk.domain.meetings import meeting_kind
from mentordesk.domain.quick_add import Draft, Whom
from mentordesk.domain.refusals import Refused
from mentordesk.domain.series import Laid
from mentordesk.i18n.message import msg
from mentordesk.queries.agenda import MeetingRow
from mentordesk.queries.running_pairs import running_pairs
from ui.calendar import doing
from ui.calendar.acting import Acting
from ui.calendar.quick_form import QuickForm
from ui.calendar.series_form import SeriesForm

_MORNING = time(9)


class CalendarMaking(Acting):
    def offer_new(self, title: str = "") -> None:
        """At the slot where the keyboard stands, else in the morning of its day."""
        if self._side is None or self._programme() is None:
            return
        day = self._views.current_day() or self._desk.today
        when = self._views.current_slot() or datetime.combine(day, _MORNING)
        self._side.offer_new(when, title).submitted.connect(self._add)
        self.side_wanted.emit()

    def offer_quick(self) -> None:
        programme = self._programme()
        if self._side is None or programme is None:
            return
        form = self._side.offer_quick()
        form.taken.connect(self._add_draft)
        self.side_wanted.emit()
        self._desk.work.ask("calendar pairs", lambda store: running_pairs(store, programme), self._know)

    def offer_series(self) -> None:
        row = self._one()
        if not isinstance(row, MeetingRow):
            if self._desk.file.read_only is None:
                self._desk.tell(msg("Choose the meeting that is to be repeated."))
            return
        if self._side is not None:
            self._row = row
            form = self._side.offer_series(row)
            form.asked.connect(self._propose)
            form.submitted.connect(self._lay)
            self.side_wanted.emit()

    def _programme(self) -> ProgrammeId | None:
        """None, with the reason said, where nothing can be added."""
        if not self._desk.may_change():
            return None
        if self._desk.programme_id is None:
            self._desk.tell(msg("Choose a programme first: every meeting belongs to one."))
        return self._desk.programme_id

    def _add(self, values: Mapping[str, FieldValue]) -> None:
        programme, day = self._desk.programme_id, values["day"]
        if programme is None or not isinstance(day, date):
            return
        of_a_pair = meeting_kind(str(values["kind"])).of_a_pair
        if of_a_pair and not values["pair"]:
            self._not_added(Refused(msg("Write whose meeting it is: a name or two of the pair.")), "pair")
        elif values["pair"] and not of_a_pair:
            self._not_added(Refused(msg("A meeting of this kind is no pair’s. Leave this empty.")), "pair")
        elif str(values["until"]) <= str(values["from"]):
            self._not_added(Refused(msg("The meeting ends before it begins. Choose a later end.")), "until")
        else:
            self._goes_to = day
            self._desk.work.change(lambda store: doing.add(store, programme, values), self._added, self._not_added)

    def _not_added(self, no: Refused, key: str = "from") -> None:
        if self._side is not None and self._side.form is not None:
            self._side.form.refuse(no, key)

    def _know(self, whom: Sequence[Whom]) -> None:
        if self._side is not None and isinstance(self._side.other, QuickForm):
            self._side.other.know(whom)

    def _add_draft(self, draft: Draft) -> None:
        programme = self._desk.programme_id
        if programme is not None:
            self._goes_to = draft.day
            self._desk.work.change(
                lambda store: doing.add_draft(store, programme, draft), self._added, self._draft_refused
            )

    def _draft_refused(self, no: Refused) -> None:
        if self._side is not None and isinstance(self._side.other, QuickForm):
            self._side.other.refuse(no)

    def _propose(self, days: int, until: date) -> None:
        row = self._row
        if isinstance(row, MeetingRow):
            self._desk.work.ask(
                "calendar series",
                lambda store: propose(store, like=row.meeting, every_days=days, until=until),
                self._show_dates,
                self._series_refused,
            )

    def _show_dates(self, laid: Laid) -> None:
        if self._side is not None and isinstance(self._side.other, SeriesForm):
            self._side.other.show_dates(laid)

    def _series_refused(self, no: Refused) -> None:
        if self._side is not None and isinstance(self._side.other, SeriesForm):
            self._side.other.refuse(no)

    def _lay(self, days: Sequence[date], instead: Mapping[datetime, datetime]) -> None:
        row = self._row
        if isinstance(row, MeetingRow):
            self._goes_to = days[0] if days else None
            self._desk.work.change(
                lambda store: lay(store, like=row.meeting, days=days, instead=instead),
                self._laid_out,
                self._series_refused,
            )

    def _laid_out(self, made: Sequence[MeetingId]) -> None:
        self._added(f"{made[0]}:1")
