"""A meeting again every so many weeks: its dates are shown first, and made as they were shown (UX 5.5)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from mentordesk.domain.fields import FieldValue
from mentordesk.domain.refusals import Refused
from mentordesk.domain.series import Laid, Stepped
from mentordesk.domain.wall_clock import NoSuchTime
from mentordesk.queries.agenda import MeetingRow
from ui.calendar.fields import LAST, WEEKS
from ui.calendar.items import title_of
from ui.forms.form import Form, Row
from ui.language import ntr, say, spoken, tr
from ui.theme import Look, Space
from ui.widgets.buttons import button
from ui.widgets.frames import clear, column, row, scrolling
from ui.widgets.labels import label
from ui.widgets.page import shortcut

_WEEKS = 3
_MONTHS_ON = timedelta(weeks=18)


class SeriesForm(QWidget):
    asked = Signal(int, object)  # days between them, the last day
    submitted = Signal(object, object)  # the days that were shown; times taken in place of those the clock skips
    given_back = Signal()

    def __init__(self, look: Look, row_: MeetingRow, today: date) -> None:
        super().__init__()
        self.setObjectName("series")
        self._look = look
        self._laid: Laid | None = None
        self._offered: NoSuchTime | None = None
        self._instead: dict[datetime, datetime] = {}
        outer = column(look, within=self, space=Space.BETWEEN)
        outer.setContentsMargins(look.px(16), look.px(16), look.px(16), look.px(16))
        content = QWidget()
        inside = column(look, within=content, space=Space.BETWEEN)
        inside.addWidget(label(tr("Repeat “{title}”", title=title_of(row_)), "heading", wrap=True))
        explained = tr("Each becomes a meeting of its own that can be moved alone. Days kept free are stepped over.")
        inside.addWidget(label(explained, "second", wrap=True))
        self.form = Form(
            look, (Row(WEEKS, required=True), Row(LAST, required=True)), today=today, name="seriesFields", edge=0
        )
        self.form.submit_by_enter()
        self.form.submitted.connect(self.submit)
        self.form.be_as_high_as_fields()
        inside.addWidget(self.form)
        self._dates = column(look, space=Space.WITHIN)
        inside.addLayout(self._dates)
        inside.addStretch(1)
        self._area = scrolling(content)
        self._heading: QLabel | None = None
        self._area.verticalScrollBar().rangeChanged.connect(self._scroll_to_dates)
        outer.addWidget(self._area, 1)
        self._skipped = label("", "wrong", wrap=True)
        self._skipped.setObjectName("seriesSkipped")
        outer.addWidget(self._skipped)
        self._offer = button("", self._take_offer, name="seriesOffer")
        outer.addWidget(self._offer, 0, Qt.AlignmentFlag.AlignLeft)
        self._drop_offer()
        buttons = row(look)
        self._main = button(tr("Show the dates"), self.submit, name="seriesMain", kind="main")
        buttons.addWidget(self._main)
        buttons.addWidget(button(tr("Not now"), self.given_back.emit, name="seriesBack"))
        buttons.addStretch()
        outer.addLayout(buttons)
        shortcut(self, "Esc", self.given_back.emit)
        self.form.show_values({"weeks": _WEEKS, "last": row_.day + _MONTHS_ON})
        for key in ("weeks", "last"):
            self.form.editor(key).changed.connect(self._forget)

    def begin(self) -> None:
        self.form.stand_in("weeks")

    def submit(self) -> None:
        """First the dates are shown; what was shown is made."""
        if self._laid is not None:
            self.submitted.emit(self._laid.days, dict(self._instead))
            return
        values: Mapping[str, FieldValue] | None = self.form.values()
        if values is not None and isinstance(values["weeks"], int) and isinstance(values["last"], date):
            self.asked.emit(values["weeks"] * 7, values["last"])

    def show_dates(self, laid: Laid) -> None:
        self._heading = None
        self._laid = laid
        clear(self._dates)
        self._dates.addSpacing(self._look.px(Space.BETWEEN))
        self._heading = self._add(tr("The dates to be added"), "strong", "seriesDates")
        stepped = {each.put: each for each in laid.skipped if each.put is not None}
        left_out = [each for each in laid.skipped if each.put is None]
        for at, day in enumerate(laid.days):
            self._add(self._said(day), "", f"seriesDay{at}")
            if day in stepped:
                why = tr("in place of {day}: {why}", day=stepped[day].wanted, why=stepped[day].why)
                self._add(why, "caption", f"seriesWhy{at}")
        for at, each in enumerate(left_out):
            self._add(self._left_out(each), "caption", f"seriesLeftOut{at}")
        words = ntr("Add {count} meeting", "Add {count} meetings", len(laid.days))
        self._main.setText(words)
        self._main.setAccessibleName(words)
        self._main.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, no: Refused) -> None:
        """A time that the clock skips is said under the dates, with a button that takes the next one (R56)."""
        if isinstance(no, NoSuchTime):
            self._offered = no
            self._skipped.setText(say(no.message))
            self._skipped.show()
            words = tr("Take {time}", time=no.next.time())
            self._offer.setText(words)
            self._offer.setAccessibleName(words)
            self._offer.setAccessibleDescription(self._skipped.text())
            self._offer.show()
            self._offer.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._forget()
        self.form.mark("last", no.message)
        self.form.focus("last")

    def _forget(self) -> None:
        """The dates were those of other answers."""
        self._drop_offer()
        self._instead.clear()
        if self._laid is not None:
            self._laid = self._heading = None
            clear(self._dates)
            self._main.setText(tr("Show the dates"))
            self._main.setAccessibleName(self._main.text())

    def _take_offer(self) -> None:
        if self._offered is not None:
            self._instead[self._offered.wall] = self._offered.next
            self._drop_offer()
            self._main.setFocus(Qt.FocusReason.OtherFocusReason)
            self.submit()

    def _drop_offer(self) -> None:
        self._offered = None
        self._skipped.hide()
        self._offer.hide()

    def _scroll_to_dates(self) -> None:
        """Where not all of them are seen without."""
        if self._heading is not None and self._dates.geometry().bottom() > self._area.viewport().height():
            self._area.verticalScrollBar().setValue(self._heading.y())

    def _said(self, day: date) -> str:
        full = spoken().date(day, "full")
        return tr("{day}, week {week}", day=full, week=day.isocalendar().week)

    def _left_out(self, each: Stepped) -> str:
        return tr("None for {day}: {why}, and no open day follows in time.", day=each.wanted, why=say(each.why))

    def _add(self, words: str, kind: str, name: str) -> QLabel:
        made = label(words, kind, wrap=True)
        made.setObjectName(name)
        self._dates.addWidget(made)
        return made
