"""The pane beside the views: the chosen item, or a small form over it; at large sizes a page of its own with Back."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QStackedWidget

from mentordesk.domain.fields import Field, FieldValue
from mentordesk.i18n.message import msg, nmsg
from mentordesk.queries.agenda import AgendaRow, MeetingRow
from ui.calendar.details import Details, ItemActions
from ui.calendar.fields import DAY, FROM, KIND, PAIR, PLACE, TITLE, UNTIL
from ui.calendar.items import title_of
from ui.calendar.months.small_months import SmallMonths
from ui.calendar.quick_form import QuickForm
from ui.calendar.series_form import SeriesForm
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

_WHOSE = msg("For a conversation or a pair talk: a name or two.")


class Side(QFrame):
    closed = Signal()  # the form or, at large sizes, the whole pane

    def __init__(self, desk: Desk, actions: ItemActions, *, narrow: bool) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setObjectName("side")
        self._desk = desk
        self._narrow = narrow
        look = desk.look
        outer = column(look, within=self)
        if narrow:
            back = button(tr("Back"), self.closed.emit, name="back", kind="link", picture="left", look=look)
            outer.setContentsMargins(look.px(8), look.px(4), look.px(8), 0)
            outer.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self.setFixedWidth(look.px(_WIDE))
        self.month = SmallMonths(look, desk.today, letters=False, name="smallMonth", title=tr("Small month"))
        if narrow:  # there the pane is a page of its own
            self.month.setParent(self)
            self.month.hide()
        else:
            edge = column(look)
            edge.setContentsMargins(look.px(12), look.px(8), look.px(12), look.px(4))
            edge.addWidget(self.month)
            outer.addLayout(edge)
        self._stack = QStackedWidget()
        outer.addWidget(self._stack, 1)
        self.details = Details(look, actions, narrow=narrow)
        self._stack.addWidget(self.details)
        self.form: SmallForm | None = None
        self.other: QuickForm | SeriesForm | None = None

    @property
    def is_asking(self) -> bool:
        """Whether a form of some sort stands here."""
        return self.form is not None or self.other is not None

    def enter(self) -> None:
        """To what can be done with the item; where there is nothing, to what else can be pressed here."""
        buttons = self.details.findChildren(QPushButton) or self.findChildren(QPushButton)
        if buttons:
            buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def drop_form(self) -> None:
        for form in (self.form, self.other):
            if form is not None:
                self._stack.removeWidget(form)
                form.hide()
                form.deleteLater()
        self.form = self.other = None
        self.month.setVisible(not self._narrow)

    def offer_new(self, when: datetime, title: str = "") -> SmallForm:
        """`title`: as far as it was typed already."""
        form = SmallForm(
            self._desk.look,
            heading=msg("New meeting"),
            text=msg("In one line instead: Ctrl+Shift+N."),
            fields=(*_must(KIND), Row(PAIR, hint=_WHOSE), TITLE, *_must(DAY, FROM, UNTIL), PLACE),
            today=self._desk.today,
            main=msg("Add the meeting"),
            name="newMeeting",
        )
        self._offer(form)
        later = when + timedelta(hours=1)
        known: dict[str, FieldValue] = {
            "title": title,
            "day": when.date(),
            "from": f"{when:%H:%M}",
            "until": f"{later:%H:%M}",
        }
        form.begin(known, "title" if title else "kind")
        if title:
            form.go_on_typing("title")
        return form

    def offer_quick(self) -> QuickForm:
        form = QuickForm(self._desk.look, self._desk.today)
        self._offer_other(form)
        form.begin()
        return form

    def offer_series(self, row: MeetingRow) -> SeriesForm:
        form = SeriesForm(self._desk.look, row, self._desk.today)
        self._offer_other(form)
        form.begin()
        return form

    def offer_move(self, row: AgendaRow) -> SmallForm:
        timed = isinstance(row, MeetingRow) and row.place_of_day == 1
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
        self._show(form)

    def _offer_other(self, form: QuickForm | SeriesForm) -> None:
        self.drop_form()
        self.other = form
        self._show(form)

    def _show(self, form: SmallForm | QuickForm | SeriesForm) -> None:
        form.given_back.connect(self.closed)
        self._stack.addWidget(form)
        self._stack.setCurrentWidget(form)
        self.month.hide()  # a form needs the room


def _must(*fields: Field) -> tuple[Row, ...]:
    return tuple(Row(field, required=True) for field in fields)
