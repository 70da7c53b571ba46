"""The Today page as a person uses it: what it shows, where its rows lead, keys only, and its states."""

from __future__ import annotations

import html
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from mentordesk.actions.files import new_file, open_file
from mentordesk.domain.alerts import Urgency
from mentordesk.domain.meetings import MeetingStatus
from mentordesk.domain.pairs import PairStatus
from mentordesk.domain.people import ParticipationStatus
from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import msg
from mentordesk.queries.today import today
from mentordesk.sample.rounds import on_the_sample_day
from mentordesk.storage.records import DeadlineRecord, MeetingRecord, PairRecord, ParticipationRecord, PersonRecord
from tests.ui.today.conftest import FIRST_DAY, SPRING
from tests.ui.today.reading import click_in_row, lines, place_of, press, shape_at, tasks, texts
from ui.today.leads import Finished, Shown, Signed, TaskDone
from ui.today.rows import SHOWN, Heading, Line, More

HOSTILE = ("<b>R&D</b> &amp; “Å”", "%s {name} \u202eabc\u202c\nline")


def test_the_rows_are_what_the_query_says(pairs, today_page, qtbot):
    page = today_page(pairs)
    view = tasks(page)
    for section in {row.section for row in view.tasks.rows if isinstance(row, More)}:
        view.more_wanted.emit(section)

    found = []
    page.desk.work.ask("test", lambda store: today(store, date(*SPRING), page.desk.programme_id), found.append)
    qtbot.waitUntil(lambda: bool(found))
    expected = found[0].entries

    assert [line.task.entry for line in lines(page)] == list(expected)
    headings = [row for row in view.tasks.rows if isinstance(row, Heading)]
    assert sum(row.count for row in headings) == len(expected)


def test_a_long_section_shows_twenty_until_all_are_wanted(pairs, today_page, qtbot):
    page = today_page(pairs)
    view = tasks(page)
    more = next(place for place, row in enumerate(view.tasks.rows) if isinstance(row, More))
    whole = view.tasks.row(more).count
    assert more == SHOWN + 1

    view.setFocus()
    view.go_to(more)
    press(qtbot, view, Qt.Key.Key_Return)

    assert view.currentIndex().row() == more  # on the first that is new
    assert isinstance(view.tasks.row(more), Line)
    assert isinstance(view.tasks.row(whole + 1), More)
    assert view.tasks.row(whole + 1).open


def test_every_row_leads_somewhere_by_keys_alone(pairs, today_page, qtbot, monkeypatch):
    page = today_page(pairs, FIRST_DAY)
    page.desk.ask.answers = [None] * 50
    view = tasks(page)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    press(qtbot, view, Qt.Key.Key_Home)
    seen = []
    while True:
        before = view.currentIndex().row()
        row = view.tasks.row(before)
        if isinstance(row, Line) and not isinstance(
            row.task.way, Finished | Signed | TaskDone
        ):  # those are dealt with here
            done = len(page.asked_for) + len(page.desk.ask.asked)
            press(qtbot, view, Qt.Key.Key_Return)
            assert len(page.asked_for) + len(page.desk.ask.asked) == done + 1
        seen.append(before)
        press(qtbot, view, Qt.Key.Key_Down)
        if view.currentIndex().row() == before:
            break
    assert seen == view.tasks.stops()
    press(qtbot, view, Qt.Key.Key_Home)
    assert view.currentIndex().row() == seen[0]
    press(qtbot, view, Qt.Key.Key_End)
    assert view.currentIndex().row() == seen[-1]


def test_an_overdue_deadline_is_marked_as_done_and_can_be_undone(pairs, today_page, qtbot, settled):
    page = today_page(pairs, FIRST_DAY)
    view = tasks(page)
    place = next(
        number
        for number in view.tasks.stops()
        if isinstance(row := view.tasks.row(number), Line) and isinstance(row.task.way, Finished)
    )
    said = texts(page)[place]
    view.setFocus(Qt.FocusReason.TabFocusReason)
    press(qtbot, view, Qt.Key.Key_Home)
    while view.currentIndex().row() != place:
        press(qtbot, view, Qt.Key.Key_Down)
    press(qtbot, view, Qt.Key.Key_Return)
    settled(page.desk)
    settled(page.desk)
    assert said not in texts(page)
    page.desk.work.undo()
    settled(page.desk)
    settled(page.desk)
    assert said in texts(page)


def test_a_click_on_the_button_leads_to_the_pair(pairs, today_page, qtbot):
    page = today_page(pairs)
    place = place_of(page, lambda task: isinstance(task.way, Shown) and task.entry.subject.pair is not None)
    task = tasks(page).tasks.row(place).task

    click_in_row(qtbot, page, place, shape_at(page, place).button.box)

    assert page.asked_for == [(task.way.subject, task.way.number)]
    assert task.entry.subject.pair in task.way.number


def test_a_click_beside_the_button_only_chooses(pairs, today_page, qtbot):
    page = today_page(pairs)
    place = place_of(page, lambda task: task.entry.alert == "contract")

    click_in_row(qtbot, page, place, shape_at(page, place).disc)

    assert tasks(page).currentIndex().row() == place
    assert page.asked_for == []


@pytest.mark.parametrize("by_mouse", [False, True])
def test_a_single_missing_paper_is_marked_where_it_stands(by_mouse, example, today_page, qtbot, settled):
    page = today_page(example, FIRST_DAY)
    place = place_of(page, lambda task: task.paper is not None)
    key = tasks(page).tasks.row(place).task.key

    if by_mouse:
        click_in_row(qtbot, page, place, shape_at(page, place).link.box)
    else:
        tasks(page).go_to(place)
        qtbot.keyClick(tasks(page), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled(page.desk)

    assert tasks(page).tasks.place(key) is None
    assert tasks(page).currentIndex().row() >= 0
    page.desk.work.undo()
    settled(page.desk)
    assert tasks(page).tasks.place(key) is not None


def test_a_file_for_reading_says_why_nothing_is_marked(example, today_page, qtbot, settled):
    page = today_page(example, FIRST_DAY, read_only=True)
    told = []
    page.desk.told.connect(told.append)
    tasks(page).go_to(place_of(page, lambda task: task.paper is not None))
    before = texts(page)

    qtbot.keyClick(tasks(page), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled(page.desk)

    assert len(told) == 1
    assert texts(page) == before


def test_a_reload_keeps_the_row_and_the_scroll_position(pairs, today_page, settled):
    page = today_page(pairs)
    view = tasks(page)
    view.go_to(14)
    key, scrolled = view.current_key(), view.verticalScrollBar().value()
    assert scrolled

    page.reload_now()
    settled(page.desk)

    assert (view.current_key(), view.verticalScrollBar().value()) == (key, scrolled)


def test_a_reload_keeps_a_row_far_down(pairs, today_page, settled, qtbot):
    page = today_page(pairs)
    view = tasks(page)
    view.more_wanted.emit(Urgency.OVERDUE)
    qtbot.wait(50)
    qtbot.keyClick(view, Qt.Key.Key_End)
    key, scrolled = view.current_key(), view.verticalScrollBar().value()

    page.reload_now()
    settled(page.desk)

    qtbot.waitUntil(lambda: view.verticalScrollBar().value() == scrolled)
    assert view.current_key() == key


def test_the_table_has_the_same_tasks_and_leads_to_the_same_places(pairs, today_page, qtbot):
    page = today_page(pairs)
    tasks(page).setFocus()
    tasks(page).go_to(place_of(page, lambda task: isinstance(task.way, Shown)))
    key = tasks(page).current_key()
    qtbot.keyClick(tasks(page), Qt.Key.Key_F9)
    table = page.findChild(QWidget, "taskTable")

    assert table.isVisible()
    assert table.hasFocus()
    assert table.current_id() == key
    assert table.model().rowCount() == len(page._pane.tasks)
    press(qtbot, table, Qt.Key.Key_Return)
    assert len(page.asked_for) == 1
    qtbot.keyClick(table, Qt.Key.Key_F9)
    assert tasks(page).hasFocus()
    assert tasks(page).current_key() == key


def test_names_are_shown_letter_by_letter(pairs, today_page):
    with open_file(pairs, clock=on_the_sample_day) as store, store.changing(msg("names")) as session:
        for person in session.query(PersonRecord):
            person.given_name, person.family_name = HOSTILE[0], HOSTILE[1]
    page = today_page(pairs)
    name = " ".join(HOSTILE)

    assert sum(name in text for text in texts(page)) > 10
    line = next(line for line in lines(page) if line.task.entry.subject.name)
    painted = "".join(
        piece.text for each in shape_at(page, tasks(page).tasks.place(line.task.key)).lines for piece in each
    )
    assert "".join(name.split()) in "".join(painted.split())
    model = tasks(page).tasks
    tips = [model.data(model.index(place), Qt.ItemDataRole.ToolTipRole) for place in range(model.rowCount())]
    assert all(tip is None or tip == f"<span>{html.escape(html.unescape(tip[6:-7]))}</span>" for tip in tips)


def test_an_empty_file_shows_three_steps_and_each_leads_on(tmp_path, today_page, qtbot):
    path = tmp_path / "new.mentordesk"
    with new_file(path, clock=on_the_sample_day):
        pass
    page = today_page(path, FIRST_DAY)

    for number in (1, 2, 3):
        qtbot.mouseClick(page.findChild(QPushButton, f"step{number}"), Qt.MouseButton.LeftButton)

    assert page.asked_for == [(Subject.PROGRAMMES, ""), (Subject.PARTICIPATIONS, ""), (Subject.SCENARIOS, "")]


def test_steps_are_ticked_as_they_are_done(example, pairs, today_page):
    half = today_page(example, FIRST_DAY)
    assert half.findChild(QWidget, "steps").isVisible()
    assert half.findChild(QPushButton, "step2") is None
    assert half.findChild(QPushButton, "step3").property("kind") == "main"

    assert not today_page(pairs).findChild(QWidget, "steps").isVisible()


def test_where_nothing_is_due_the_next_thing_is_said(pairs, today_page, settled):
    with open_file(pairs, clock=on_the_sample_day) as store, store.changing(msg("done")) as session:
        for deadline in session.query(DeadlineRecord):
            deadline.done_on = date(*FIRST_DAY)
        for pair in session.query(PairRecord):
            pair.status = PairStatus.COMPLETED
        for participation in session.query(ParticipationRecord):
            participation.status = ParticipationStatus.COMPLETED
        for meeting in session.query(MeetingRecord).where(MeetingRecord.kind == "team_planning"):
            meeting.status = MeetingStatus.HELD
    page = today_page(pairs, FIRST_DAY)
    assert texts(page) == []
    shown = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]

    assert "Everything is on track." in shown
    assert "Next: Mentor training in 8 weeks." in shown
    assert not tasks(page).isVisible()


def test_everything_that_takes_the_focus_has_a_name(example, today_page):
    page = today_page(example, FIRST_DAY)
    for widget in page.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert widget.accessibleName(), widget
    assert all(texts(page))


def test_tab_goes_through_the_page_and_leaves_it(pairs, today_page, qtbot, qapp):
    page = today_page(pairs)
    tasks(page).setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(tasks(page), Qt.Key.Key_Tab)
    assert qapp.focusWidget().objectName() == "openMeeting"


def test_the_header_says_the_day_its_week_and_where_the_programme_stands(pairs, today_page, speak):
    speak("nb")
    page = today_page(pairs)

    assert page.findChild(QLabel, "todayDate").text() == "Mandag 26. april 2027 · uke 17"
    assert page.findChild(QLabel, "todayPhase").text() == "Semester 1 av 3 · slutter om 15 måneder"


def test_the_next_joint_meeting_says_how_many_are_expected(pairs, today_page, qtbot):
    page = today_page(pairs, FIRST_DAY)
    shown = [label.text() for label in page.findChild(QWidget, "nextMeeting").findChildren(QLabel)]

    assert {"Mentor training", "60 mentors expected"} <= set(shown), "training is for those in reserve, too"
    qtbot.mouseClick(page.findChild(QPushButton, "openMeeting"), Qt.MouseButton.LeftButton)
    ((subject, meeting),) = page.asked_for
    assert subject is Subject.MEETINGS
    assert meeting


def test_printing_writes_the_papers_and_takes_the_row_away(pairs, today_page, qtbot, settled, tmp_path):
    page = today_page(pairs, FIRST_DAY)
    folder = tmp_path / "papers"
    page.desk.ask.answers = [folder]
    tasks(page).go_to(place_of(page, lambda task: task.entry.alert == "checklists_to_print"))

    press(qtbot, tasks(page), Qt.Key.Key_Return)
    settled(page.desk)

    assert len(list(folder.glob("*.pdf"))) >= 32
    assert not any(line.task.entry.alert == "checklists_to_print" for line in lines(page))
