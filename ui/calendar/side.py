"""The pane beside the views: the chosen item, or a small form over it; at large sizes a page of its own with Back."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget

from mentordesk.domain.fields import Field
from mentordesk.i18n.message import msg, nmsg
from mentordesk.queries.agenda import AgendaRow, MeetingRow
from ui.calendar.details import Details, ItemActions
from ui.calendar.fields import DAY, FROM, KIND, PLACE, TITLE, UNTIL
from ui.calendar.items import title_of
from ui.calendar.small_form import SmallForm
from ui.desk import Desk
from ui.forms.form import Row
from ui.language import tr
from ui.widgets.buttons import button
from ui.widgets.frames import column

_WIDE = 288  # px at 100 %

_IN_THE_FILE = msg(
    "Other calendars, such as Outlook, can open the file. It does not say who meets whom, so it may be passed on."
)
_WITHOUT_DEADLINES = msg(
    "Other calendars, such as Outlook, can open the file. It does not say who meets whom, so it may be passed on. "
    "Deadlines do not go into it."
)


class Side(QFrame):
    closed = Signal()  # the form or, at large sizes, the whole pane

    def __init__(self, desk: Desk, actions: ItemActions, *, narrow: bool) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setObjectName("side")
        self._desk = desk
        look = desk.look
        outer = column(look, within=self)
        if narrow:
            back = button(tr("Back"), self.closed.emit, name="back", kind="link", picture="left", look=look)
            outer.setContentsMargins(look.px(8), look.px(4), look.px(8), 0)
            outer.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self.setFixedWidth(look.px(_WIDE))
        self._stack = QStackedWidget()
        outer.addWidget(self._stack, 1)
        self.details = Details(look, actions, narrow=narrow)
        self._stack.addWidget(self.details)
        self.form: SmallForm | None = None

    def drop_form(self) -> None:
        if self.form is not None:
            self._stack.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None

    def offer_new(self, when: datetime) -> SmallForm:
        form = SmallForm(
            self._desk.look,
            heading=msg("New meeting"),
            fields=(*_must(KIND), TITLE, *_must(DAY, FROM, UNTIL), PLACE),
            today=self._desk.today,
            main=msg("Add the meeting"),
            name="newMeeting",
        )
        self._offer(form)
        later = when + timedelta(hours=1)
        form.begin({"day": when.date(), "from": f"{when:%H:%M}", "until": f"{later:%H:%M}"}, "kind")
        return form

    def offer_move(self, row: AgendaRow) -> SmallForm:
        timed = isinstance(row, MeetingRow) and row.number == 1
        whole = isinstance(row, MeetingRow) and row.days > 1
        form = SmallForm(
            self._desk.look,
            heading=msg("Move “{title}”", title=title_of(row)),
            text=msg("A meeting of several days moves as a whole.") if whole else None,
            fields=_must(DAY, FROM) if timed else _must(DAY),
            today=self._desk.today,
            main=msg("Move"),
            name="move",
        )
        self._offer(form)
        begins = f"{row.starts_at:%H:%M}" if isinstance(row, MeetingRow) else None
        form.begin({"day": row.day, "from": begins} if timed else {"day": row.day}, "day")
        return form

    def offer_go_to(self) -> SmallForm:
        form = SmallForm(
            self._desk.look,
            heading=msg("Go to a date"),
            fields=_must(DAY),
            today=self._desk.today,
            main=msg("Show"),
            name="goTo",
        )
        self._offer(form)
        form.begin({}, "day")
        return form

    def offer_save(self, meetings: int, left_out: int) -> SmallForm:
        """`left_out`: selected deadlines, which no calendar file holds."""
        form = SmallForm(
            self._desk.look,
            heading=nmsg("Save {count} meeting as .ics", "Save {count} meetings as .ics", meetings),
            text=_IN_THE_FILE if not left_out else _WITHOUT_DEADLINES,
            today=self._desk.today,
            main=msg("Save as .ics …"),
            name="saveCalendar",
            box=msg("Write the names of the pairs into it: for your own calendar only"),
        )
        self._offer(form)
        form.begin({})
        return form

    def _offer(self, form: SmallForm) -> None:
        self.drop_form()
        self.form = form
        form.given_back.connect(self.closed)
        self._stack.addWidget(form)
        self._stack.setCurrentWidget(form)


def _must(*fields: Field) -> tuple[Row, ...]:
    return tuple(Row(field, required=True) for field in fields)
