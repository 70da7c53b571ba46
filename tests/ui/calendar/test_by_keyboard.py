"""Everything that can be done with dates is done here with the keys alone, and what a person sees is looked at."""

from __future__ import annotations

from datetime import date, time

import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QTableView

from mentordesk.domain.meetings import MeetingStatus
from mentordesk.i18n.message import msg
from mentordesk.queries.agenda import DeadlineRow, MeetingRow
from tests.ui.calendar.conftest import ALT, CTRL, SHIFT
from ui.desk import NoticeKind
from ui.language import say

K = Qt.Key


def current(shown):
    return shown.page._views.current_row()


def title(shown):
    return shown.find(QLabel, "itemTitle").text()


def test_it_opens_at_today_with_the_next_item_chosen(calendar):
    shown = calendar()

    assert shown.find(QLabel, "period").text() == "January–March 2027 · weeks 53–13"
    assert (current(shown).day, title(shown)) == (date(2027, 1, 26), "Start-up meeting (day 1 of 2)")


def test_letters_jump_to_an_item_and_arrows_go_from_item_to_item(calendar):
    shown = calendar()

    shown.type("cont")
    assert title(shown) == "Contracts are to be signed"
    before = current(shown)
    shown.press(K.Key_Up)
    assert isinstance(current(shown), MeetingRow)
    assert current(shown).day <= before.day
    shown.press(K.Key_Down)
    assert current(shown) == before


@pytest.mark.parametrize(
    ("key", "held", "days"),
    [
        (K.Key_Right, ALT, 1),
        (K.Key_Left, ALT, -1),
        (K.Key_Down, ALT, 1),
        (K.Key_Up, ALT, -1),
        (K.Key_Right, ALT | SHIFT, 7),
        (K.Key_Up, ALT | SHIFT, -7),
    ],
)
def test_alt_and_an_arrow_moves_a_meeting_of_two_days_whole_and_undo_takes_it_back(calendar, key, held, days):
    shown = calendar()
    meeting = current(shown).meeting

    shown.press(key, held)

    def lies():
        return [row.day.toordinal() for row in shown.rows() if getattr(row, "meeting", None) == meeting]

    start = date(2027, 1, 26).toordinal()
    assert lies() == [start + days, start + days + 1]
    assert current(shown).meeting == meeting, "the moved item stays the chosen one"
    shown.undo()
    assert lies() == [start, start + 1]


def test_alt_left_in_the_list_is_not_the_window_s_back(calendar):
    shown = calendar()
    from PySide6.QtGui import QAction

    back = QAction(shown.page)
    back.setShortcut("Alt+Left")
    went = []
    back.triggered.connect(lambda: went.append(1))
    shown.page.addAction(back)

    shown.press(K.Key_Left, ALT)

    assert not went
    assert current(shown).day == date(2027, 1, 25)


def test_conflicts_of_the_new_place_are_said_in_words(calendar):
    shown = calendar()

    for _ in range(4):  # Saturday and Sunday
        shown.press(K.Key_Right, ALT)

    assert current(shown).day == date(2027, 1, 30)
    assert "is kept free: a Saturday" in shown.find(QLabel, "conflict0").text()


def test_a_move_by_form_takes_a_date_as_people_write_it_and_says_what_is_wrong_at_the_field(calendar):
    shown = calendar()
    meeting = current(shown).meeting

    shown.press(K.Key_M, CTRL)
    assert QApplication.focusWidget().objectName() == "day"
    shown.type("30.02.2027")
    shown.press(K.Key_Return)
    assert "There is no such day" in shown.page._side.form.form.editor("day").remark
    QApplication.focusWidget().selectAll()
    shown.type("2.2.2027")
    shown.press(K.Key_Return)

    days = [(row.day, row.starts_at.time()) for row in shown.rows() if getattr(row, "meeting", None) == meeting]
    assert days == [(date(2027, 2, 2), time(9)), (date(2027, 2, 3), time(9))]
    assert shown.page._side.form is None
    assert QApplication.focusWidget().objectName() == "agenda"


def test_an_hour_that_the_clock_skips_is_refused_at_the_field(calendar):
    shown = calendar()

    shown.press(K.Key_M, CTRL)
    shown.type("28.3.2027")
    begin = shown.find(QLineEdit, "from")
    begin.setFocus()
    begin.selectAll()
    shown.type("2:30")
    shown.press(K.Key_Return)

    assert shown.page._side.form.form.editor("from").marked
    shown.press(K.Key_Escape)
    assert shown.page._side.form is None
    assert current(shown).day == date(2027, 1, 26)


def test_a_new_meeting_is_written_by_keys_and_stands_in_the_agenda(calendar):
    shown = calendar()

    shown.press(K.Key_N, CTRL)
    shown.press(K.Key_Return, CTRL)
    assert shown.page._side.form.form.editor("kind").marked, "a kind must be chosen"
    kind = shown.find(QComboBox, "kind")
    kind.setCurrentIndex(kind.findData("team_planning"))
    for name, text in (
        ("title", "R&D <b>x</b>"),
        ("day", "3.2.2027"),
        ("from", "8"),
        ("until", "7"),
        ("place", "Bodø"),
    ):
        line = shown.find(QLineEdit, name)
        line.setFocus()
        line.selectAll()
        shown.type(text)
    shown.press(K.Key_Return)
    assert "ends before it begins" in shown.page._side.form.form.editor("until").remark
    shown.find(QLineEdit, "until").setText("0930")
    shown.press(K.Key_Return)

    assert title(shown) == "R&D <b>x</b>"
    assert shown.find(QLabel, "itemTitle").textFormat() == Qt.TextFormat.PlainText
    row = current(shown)
    assert (row.starts_at.time(), row.ends_at.time(), row.place) == (time(8), time(9, 30), "Bodø")


def test_delete_cancels_with_undo_and_what_is_cancelled_stays_where_it_is(calendar):
    shown = calendar()
    meeting = current(shown).meeting

    shown.press(K.Key_Delete)
    assert current(shown).status is MeetingStatus.CANCELLED
    refused = []
    shown.desk.work.refused.connect(lambda no: refused.append(say(no.message)))
    shown.press(K.Key_Right, ALT)
    assert "is cancelled" in refused[0]
    shown.undo()
    assert {row.status for row in shown.rows() if getattr(row, "meeting", None) == meeting} == {MeetingStatus.PLANNED}


def test_a_selection_is_saved_as_a_calendar_file_without_names(calendar, tmp_path):
    shown = calendar()
    target = tmp_path / "two"
    shown.desk.ask.answers.append(target)
    shown.type("conv")
    shown.press(K.Key_Down, SHIFT)
    assert len(shown.page._views.selected_rows()) == 2

    shown.press(K.Key_E, CTRL | SHIFT)
    shown.press(K.Key_Return, CTRL)

    written = tmp_path / "two.ics"
    text = written.read_text("utf-8")
    assert len(Calendar.from_ical(text).walk("VEVENT")) == 2
    assert "Mentee" not in text
    assert shown.told[-1].kind is NoticeKind.DONE
    assert str(written) in say(shown.told[-1].sentence)


def test_names_go_into_the_file_only_where_somebody_says_so(calendar, tmp_path):
    shown = calendar()
    shown.desk.ask.answers.append(tmp_path / "mine.ics")
    shown.type("conv")

    shown.press(K.Key_E, CTRL | SHIFT)
    shown.press(K.Key_Space)
    shown.press(K.Key_Return, CTRL)

    assert "Mentee 1 – Mentor 1" in (tmp_path / "mine.ics").read_text("utf-8")


def test_go_to_a_date_and_today(calendar):
    shown = calendar()

    shown.press(K.Key_G, CTRL)
    shown.type("17.5.2027")
    shown.press(K.Key_Return)
    assert shown.find(QLabel, "period").text().startswith("May–July 2027")
    shown.press(K.Key_T, CTRL)
    assert shown.find(QLabel, "period").text().startswith("January–March 2027")


def test_an_arrow_past_the_last_item_goes_on_into_the_next_period(calendar):
    shown = calendar()

    shown.press(K.Key_End)
    shown.press(K.Key_Down)

    assert shown.find(QLabel, "period").text().startswith("April–June 2027")
    assert current(shown).day >= date(2027, 4, 1)


def test_the_month_goes_by_days_months_and_items_and_enter_opens_the_day(calendar):
    shown = calendar()

    shown.press(K.Key_3, CTRL)
    month = shown.find(QTableView, "month")
    assert (QApplication.focusWidget(), month.current_day()) == (month, date(2027, 1, 26))
    shown.press(K.Key_Right)
    shown.press(K.Key_Right)
    assert month.current_day() == date(2027, 1, 28)
    one = current(shown)
    shown.press(K.Key_Down, CTRL)
    assert current(shown).day == one.day
    assert current(shown) != one
    shown.press(K.Key_PageDown)
    assert month.current_day() == date(2027, 2, 28)
    shown.press(K.Key_Down)
    assert month.current_day() == date(2027, 3, 7)
    shown.press(K.Key_PageUp)
    shown.press(K.Key_PageUp)
    assert month.current_day() == date(2027, 1, 7)
    shown.press(K.Key_Return)
    assert QApplication.focusWidget().objectName() == "agenda"


def test_alt_and_an_arrow_moves_in_the_month_too_even_out_of_it(calendar):
    shown = calendar()
    shown.press(K.Key_3, CTRL)
    meeting = current(shown).meeting

    shown.press(K.Key_Right, ALT | SHIFT)

    assert shown.find(QLabel, "period").text().startswith("February 2027")
    assert (current(shown).meeting, current(shown).day) == (meeting, date(2027, 2, 2))


def test_f9_shows_the_same_items_as_a_table_and_back(calendar):
    shown = calendar()
    rows = [row for row in shown.rows(shown.desk.programme_id) if date(2027, 1, 1) <= row.day <= date(2027, 3, 31)]

    shown.press(K.Key_F9)
    twin = shown.find(QTableView, "twin")
    assert twin.isVisible()
    assert twin.model().rowCount() == len(rows)
    shown.press(K.Key_F9)
    assert not twin.isVisible()


def test_the_switch_shows_which_of_the_three_views_is_seen(calendar):
    shown = calendar()

    def marked():
        return [key for key in ("agenda", "month", "table") if shown.find(QAbstractButton, f"{key}View").isChecked()]

    assert marked() == ["agenda"]
    shown.press(K.Key_F9)
    assert marked() == ["table"]
    shown.press(K.Key_3, CTRL)
    assert marked() == ["month"]
    shown.find(QAbstractButton, "tableView").click()
    shown.settle(shown.desk)
    assert shown.find(QTableView, "twin").isVisible()
    shown.press(K.Key_F9)
    assert marked() == ["month"]


def test_a_file_that_is_read_only_says_why_and_changes_nothing(calendar):
    shown = calendar(read_only=msg("The file is open for reading."))
    before = shown.rows()

    for key, held in (
        (K.Key_Right, ALT),
        (K.Key_Delete, Qt.KeyboardModifier.NoModifier),
        (K.Key_N, CTRL),
        (K.Key_M, CTRL),
    ):
        shown.press(key, held)

    assert [say(notice.sentence) for notice in shown.told] == ["The file is open for reading."] * 4
    assert shown.rows() == before


def test_a_deadline_moves_and_is_not_cancelled(calendar):
    shown = calendar()
    shown.type("cont")
    assert isinstance(current(shown), DeadlineRow)

    shown.press(K.Key_Right, ALT)
    assert current(shown).day == date(2027, 2, 9)
    refused = []
    shown.desk.work.refused.connect(lambda no: refused.append(say(no.message)))
    shown.press(K.Key_Delete)
    assert "cannot be cancelled" in refused[0]
