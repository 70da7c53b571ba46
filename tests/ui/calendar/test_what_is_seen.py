"""What the calendar shows and says aloud: weeks, holidays, gaps, states; and what a mouse does to it."""

from __future__ import annotations

import warnings
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent, QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QTableView, QWidget

from mentordesk.actions.files import new_file, open_file
from mentordesk.actions.meetings import add_meeting
from mentordesk.queries.programmes import programmes
from mentordesk.sample.many import fill_meetings
from tests.counts import count
from tests.queries.small_programme import made
from tests.ui.calendar.conftest import CTRL, NO
from ui.calendar.items import number_of
from ui.calendar.moving_items import carrying
from ui.calendar.period import Period, plus_months, title_of
from ui.theme import LIGHT, Look
from ui.wearing import wear

K = Qt.Key
Text, Aloud = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole


def lines(shown, role=Text):
    model = shown.find(QTableView, "agenda").model()
    return [model.index(at, 0).data(role) for at in range(model.rowCount())]


def day_aloud(shown, day):
    month = shown.find(QTableView, "month")
    return month.model().index_of(day).data(Aloud)


def drop(view, spot: QPoint, load: QMimeData):
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of its constructor; there is no other
        enter = QDragEnterEvent(spot, Qt.DropAction.MoveAction, load, left, none)
    QApplication.sendEvent(view.viewport(), enter)
    QApplication.sendEvent(view.viewport(), QDropEvent(QPointF(spot), Qt.DropAction.MoveAction, load, left, none))


@pytest.mark.parametrize(
    ("programme", "epiphany"),
    [
        (0, "Wednesday, 6 January 2027, week 1, nothing"),
        (1, "Wednesday, 6 January 2027, week 1, nothing, Epiphany"),
    ],
    ids=["NO", "SE"],
)
def test_holidays_and_weeks_are_right_over_the_year_s_end(calendar, programme, epiphany):
    shown = calendar(programme)
    shown.press(K.Key_3, CTRL)
    shown.press(K.Key_PageUp)

    assert shown.find(QLabel, "period").text() == "December 2026 · weeks 49–53"
    weeks = shown.find(QTableView, "month").model()
    assert [weeks.headerData(at, Qt.Orientation.Vertical) for at in range(6)] == ["49", "50", "51", "52", "53", "1"]
    assert day_aloud(shown, date(2026, 12, 25)) == "Friday, 25 December 2026, week 52, nothing, Christmas Day"
    assert day_aloud(shown, date(2027, 1, 1)) == "Friday, 1 January 2027, week 53, nothing, New Year’s Day"
    assert day_aloud(shown, date(2027, 1, 6)) == epiphany


def test_a_holiday_on_a_saturday_has_its_name(calendar):
    shown = calendar()
    shown.press(K.Key_3, CTRL)
    for _ in range(4):
        shown.press(K.Key_PageDown)

    assert "Labour Day" in day_aloud(shown, date(2027, 5, 1))
    assert day_aloud(shown, date(2027, 5, 2)) == "Sunday, 2 May 2027, week 17, nothing"


def test_the_agenda_has_headings_holidays_today_and_names_the_empty_months(calendar):
    shown = calendar()

    said = lines(shown)
    assert said[:2] == ["Friday 1 January · week 53", "Holiday: New Year’s Day"]
    assert "Thursday 14 January · week 2" in said, "today is there though it is empty"
    for _ in range(6):
        shown.find(QAbstractButton, "later").click()
        shown.settle(shown.desk)
    assert any(line.startswith("Nothing") for line in lines(shown))


def test_a_screen_reader_hears_one_short_line_an_item_and_the_day_with_its_first(calendar):
    shown = calendar()

    heard = [line for line in lines(shown, Aloud) if "Conversation" in line]
    assert heard[0] == "Thursday 28 January · week 4: Conversation, 14:00–15:00, Mentee 1 – Mentor 1"
    assert heard[1] == "Conversation, 14:00–15:00, Mentee 2 – Mentor 2"


@pytest.mark.parametrize(("month", "months"), [(1, 1), (11, 3), (12, 1)])
def test_a_period_is_whole_months_and_goes_on_without_a_hole(month, months):
    period = Period.around(date(2026, month, 17), months)
    assert period.first.day == 1
    assert period.moved(1).first == period.last + timedelta(1)
    assert period.moved(-1).last == period.first - timedelta(1)
    monday, sunday = period.grid()
    assert (monday.weekday(), (sunday - monday).days) == (0, 41)
    assert monday <= period.first
    assert plus_months(date(2099, 12, 1), 60) > date(2099, 12, 31)


def test_a_period_over_two_years_names_both(speak):
    period = Period.around(date(2026, 11, 5), 3)
    assert title_of(period) == "Nov 2026 – Jan 2027 · weeks 44–4"
    speak("nb")
    assert title_of(period) == "nov 2026 – jan 2027 · uke 44–4"
    speak("sv")
    assert title_of(period) == "nov. 2026 – jan. 2027 · vecka 44–4"


def test_dragging_to_another_day_moves_it_in_agenda_and_month(calendar):
    shown = calendar()
    agenda = shown.find(QTableView, "agenda")
    row = shown.page._views.current_row()
    target = next(at for at, line in enumerate(lines(shown)) if line.startswith("Thursday 28 January"))
    agenda.scrollTo(agenda.model().index(target, 0))

    drop(agenda, agenda.visualRect(agenda.model().index(target, 0)).center(), carrying(number_of(row)))
    shown.settle(shown.desk)
    moved = shown.page._views.current_row()
    assert (moved.meeting, moved.day) == (row.meeting, date(2027, 1, 28))

    shown.press(K.Key_3, CTRL)
    month = shown.find(QTableView, "month")
    spot = month.visualRect(month.model().index_of(date(2027, 1, 20))).center()
    drop(month, spot, carrying(number_of(moved)))
    shown.settle(shown.desk)
    assert (month.current_day(), shown.page._views.current_row().meeting) == (date(2027, 1, 20), row.meeting)


def test_something_else_that_is_dragged_here_is_let_go(calendar):
    shown = calendar()
    agenda = shown.find(QTableView, "agenda")
    before = shown.rows()
    load = QMimeData()
    load.setText("x")

    drop(agenda, QPoint(40, 60), load)
    shown.settle(shown.desk)

    assert shown.rows() == before


def test_kinds_are_hidden_and_shown_and_an_empty_view_says_so(calendar):
    shown = calendar()
    for letter in "SMPF":
        shown.find(QAbstractButton, f"kind{letter}").click()
        shown.settle(shown.desk)
    assert {row.mark.value for row in map(shown.page._views.row, shown.page._views._rows)} == {"K"}

    shown.find(QAbstractButton, "kindK").click()
    shown.settle(shown.desk)
    assert shown.find(QWidget, "emptyPage").accessibleName() == "Nothing of these kinds"
    shown.find(QAbstractButton, "showAllKinds").click()
    shown.settle(shown.desk)
    assert shown.find(QTableView, "agenda").isVisible()


def test_a_file_without_dates_teaches_and_takes_the_first_one(calendar, tmp_path):
    from mentordesk.actions.programmes import create_programme
    from mentordesk.i18n.message import msg
    from mentordesk.storage.records import DeadlineRecord, MeetingDayRecord, MeetingRecord

    path = tmp_path / "bare.mentordesk"
    with new_file(path) as store:
        create_programme(store, template_key="nno", name="Bare", starts_on=date(2027, 1, 11))
        with store.changing(msg("x")) as session:
            for record in (MeetingDayRecord, MeetingRecord, DeadlineRecord):
                for each in session.query(record):
                    session.delete(each)
    shown = calendar(0, path=path)

    assert shown.find(QWidget, "emptyPage").accessibleName() == "No dates"
    shown.press(K.Key_N, CTRL, on=shown.page)
    assert QApplication.focusWidget().objectName() == "kind"
    shown.press(K.Key_Escape)
    assert shown.find(QWidget, "emptyPage").isVisible()


HOSTILE = ("<b>x</b>", "R&D &amp; more", "{name} %s", "50 % \\n", "a" * 180)


def test_titles_and_places_are_shown_as_they_were_written(calendar, laid_out):
    with open_file(laid_out) as store:
        programme = programmes(store)[0].id
        for number, text in enumerate(HOSTILE):
            start = datetime(2027, 1, 15, 8 + number)
            end = (start + timedelta(minutes=30)).time()
            add_meeting(
                store,
                programme=programme,
                kind="interview",
                title=text,
                day=start.date(),
                start=start.time(),
                end=end,
                place=text,
            )
    shown = calendar()

    for text in HOSTILE:
        assert shown.page._views.current_row().place == text
        assert shown.find(QLabel, "itemTitle").text() == text
        assert text in shown.find(QTableView, "agenda").currentIndex().data(Aloud)
        shown.press(K.Key_Down)


def test_a_reload_keeps_what_is_half_written_and_what_is_chosen(calendar):
    shown = calendar()
    shown.press(K.Key_N, CTRL)
    title = shown.find(QLineEdit, "title")
    title.setText("half a ti")
    chosen = shown.page._views.current_row()

    shown.page.reload_now()
    shown.settle(shown.desk)

    assert title.text() == "half a ti"
    assert shown.page._views.current_row() == chosen


@pytest.mark.parametrize("code", ["nb", "sv", "en"])
@pytest.mark.parametrize("zoom", [100, 200])
def test_everything_has_a_name_and_no_label_or_button_is_cut(calendar, speak, qapp, code, zoom):
    speak(code)
    look = Look(LIGHT, zoom)
    wear(qapp, look)
    shown = calendar(look=look, size=(1104, 740) if zoom == 100 else (1200, 740))
    speak(code)
    for keys in (
        (K.Key_1, CTRL),
        (K.Key_3, CTRL),
        (K.Key_N, CTRL),
        (K.Key_Escape, NO),
        (K.Key_1, CTRL),
        (K.Key_Return, NO),
    ):
        shown.press(*keys)
        for widget in shown.page.findChildren(QWidget):
            if not widget.isVisible():
                continue
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                named = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
                assert named, f"{widget.metaObject().className()} {widget.objectName()}"
            if isinstance(widget, QLabel) and not widget.wordWrap() and widget.text():
                assert widget.sizeHint().width() <= widget.width(), widget.text()
            if isinstance(widget, QAbstractButton) and widget.text() and widget.objectName():
                words = QFontMetrics(widget.font()).horizontalAdvance(widget.text().replace("&&", "&"))
                assert words <= widget.width(), widget.text()
                right = widget.mapTo(shown.page, widget.rect().bottomRight())
                assert right.x() <= shown.page.width(), widget.text()


def test_with_many_meetings_only_the_shown_time_is_asked(calendar, tmp_path):
    path = tmp_path / "many.mentordesk"
    with new_file(path) as store:
        programme = made(store, pairs=1).programme
        fill_meetings(store, programme, count(3_000, 50_000))
    shown = calendar(0, path=path, size=(1104, 740))

    read = shown.page._shown
    assert read.rows
    assert all(row.day in read.period for row in read.rows.values())
    shown.press(K.Key_3, CTRL)
    month = shown.page._shown
    assert month.rows
    first, last = (pick(row.day for row in month.rows.values()) for pick in (min, max))
    assert (last - first).days < 6 * 7


def test_in_large_type_words_have_one_line_and_items_two_whatever_was_shown_before(calendar):
    shown = calendar(look=Look(LIGHT, 200))
    agenda = shown.find(QTableView, "agenda")

    def heights():
        model = agenda.model()
        return {(model.row_at(at) is None, agenda.rowHeight(at)) for at in range(model.rowCount())}

    one, two = agenda.itemDelegate().word_height, agenda.itemDelegate().height
    assert one < two
    for _ in range(3):
        assert heights() == {(True, one), (False, two)}
        shown.find(QAbstractButton, "later").click()
        shown.settle(shown.desk)
