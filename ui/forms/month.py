"""A month that pops up under a day's field; it tells which day was picked, and knows no field."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame

from mentordesk.i18n.languages import language
from ui.language import spoken, tr
from ui.theme import Look, Size, Space
from ui.widgets.buttons import icon_button
from ui.widgets.frames import column, row
from ui.widgets.labels import label


class MonthPopup(QFrame):
    """A month to pick a day from: arrows, Page Up and Down, Enter; Esc closes it."""

    picked = Signal(date)

    def __init__(self, look: Look, day: date) -> None:
        super().__init__()
        self.setObjectName("monthPopup")
        self.setProperty("kind", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        around = column(look, within=self, edge=Space.BETWEEN)
        self._month = _Month(look, day)
        top = row(look)
        for picture, words, go, name in (
            ("left", tr("Month before"), self._month.showPreviousMonth, "monthBefore"),
            ("right", tr("Month after"), self._month.showNextMonth, "monthAfter"),
        ):
            made = icon_button(picture, words, go, name=name, look=look)
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Page Up and Down do it
            top.addWidget(made)
        self._title = label("", "strong")
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        top.insertWidget(1, self._title, 1)
        around.addLayout(top)
        around.addWidget(self._month)
        self._month.currentPageChanged.connect(self._say_month)
        self._month.clicked.connect(self._pick)
        self._month.activated.connect(self._pick)
        self._say_month(self._month.yearShown(), self._month.monthShown())
        self.setFocusProxy(self._month)

    def open_under(self, corner: QPoint) -> None:
        """`corner` in pixels of the screen; moved so that all of it can be seen."""
        self.adjustSize()
        screen = self.screen().availableGeometry()
        left = max(screen.left(), min(corner.x(), screen.right() - self.width()))
        top = max(screen.top(), min(corner.y(), screen.bottom() - self.height()))
        self.move(left, top)
        self.show()
        self._month.setFocus(Qt.FocusReason.PopupFocusReason)

    def _say_month(self, year: int, month: int) -> None:
        self._title.setText(self._month.locale().toString(QDate(year, month, 1), "MMMM yyyy"))

    def _pick(self, day: QDate) -> None:
        chosen = _as_date(day)
        self.close()
        self.picked.emit(chosen)


class _Month(QCalendarWidget):
    """Qt's calendar in our colours: weekends are no warning, and other months' days step back."""

    def __init__(self, look: Look, day: date) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(tr("Choose in a calendar"))
        self.setNavigationBarVisible(False)
        self.setLocale(QLocale(language(spoken().code).locale))
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        self.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        quiet = QTextCharFormat()
        quiet.setForeground(look.colour("ink_2"))
        self.setHeaderTextFormat(quiet)
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(weekend, quiet)
        self.setStyleSheet("QTableView { border: 0; } QTableView::item { padding: 0; border: 0; }")
        self.setSelectedDate(QDate(day.year, day.month, day.day))
        self.setFixedSize(look.px(340), look.px(250))

    def paintCell(self, painter: QPainter, rect: QRect, day: QDate | date) -> None:  # noqa: N802  # Qt's name
        shown = day if isinstance(day, date) else _as_date(day)
        look = self._look
        chosen = shown == _as_date(self.selectedDate())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, look.colour("surface"))
        if chosen:
            painter.setBrush(look.colour("select"))
            painter.setPen(QPen(look.colour("focus"), look.px(2)))
            painter.drawRoundedRect(QRectF(rect).adjusted(2, 2, -2, -2), look.px(6), look.px(6))
        near = shown.month == self.monthShown()
        painter.setPen(look.colour("ink" if near else "edge"))
        painter.setFont(look.font(Size.BODY if near else Size.SMALL, strong=chosen))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(shown.day))
        painter.restore()


def _as_date(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
