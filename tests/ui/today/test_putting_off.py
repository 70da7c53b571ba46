"""Ctrl+H: a task waits until its day, with a reason, and can be brought back; steps taken stand on its row."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPushButton

from tests.ui.today.conftest import SPRING
from tests.ui.today.reading import lines, place_of, press, tasks, texts
from ui.language import say
from ui.today.letter_card import LetterCard
from ui.today.rows import HiddenOnes
from ui.today.small_card import SmallCard

DAY = date(*SPRING)


def stand_on_first(page, qtbot):
    view = tasks(page)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    press(qtbot, view, Qt.Key.Key_Home)
    return view.tasks.row(view.currentIndex().row()).task


def hide_current(page, qtbot, reason="They meet at the network"):
    qtbot.keyClick(tasks(page), Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    card = page.findChild(SmallCard, "hideTask")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    line = card.form.editor("reason").control
    line.setFocus()
    qtbot.keyClicks(line, reason)
    return card, line


def test_with_no_task_chosen_the_keys_say_what_to_do(pairs, today_page, qtbot):
    page = today_page(pairs)
    tasks(page).setCurrentIndex(QModelIndex())
    told = []
    page.desk.told.connect(told.append)
    for key in (Qt.Key.Key_H, Qt.Key.Key_E):
        qtbot.keyClick(page, key, Qt.KeyboardModifier.ControlModifier)
    assert [say(notice.sentence) for notice in told] == ["Choose a task in the list first."] * 2
    assert page.findChild(SmallCard, "hideTask") is None


def test_a_task_is_hidden_by_keys_alone_and_back_by_undo(pairs, today_page, qtbot, settled):
    page = today_page(pairs)
    task = stand_on_first(page, qtbot)
    _, line = hide_current(page, qtbot)

    press(qtbot, line, Qt.Key.Key_Return)
    settled(page.desk)
    settled(page.desk)

    assert task.key not in {one.task.key for one in lines(page)}
    assert page.findChild(SmallCard, "hideTask") is None or not page.findChild(SmallCard, "hideTask").isVisible()
    assert texts(page)[-1] == "1 task can wait: show it"
    assert tasks(page).hasFocus()

    page.desk.work.undo()
    settled(page.desk)
    settled(page.desk)
    assert task.key in {one.task.key for one in lines(page)}
    assert not any(isinstance(row, HiddenOnes) for row in tasks(page).tasks.rows)


def test_what_can_wait_is_listed_with_its_reason_and_shown_again(pairs, today_page, qtbot, settled):
    page = today_page(pairs)
    task = stand_on_first(page, qtbot)
    _, line = hide_current(page, qtbot)
    press(qtbot, line, Qt.Key.Key_Return)
    settled(page.desk)
    settled(page.desk)

    view = tasks(page)
    press(qtbot, view, Qt.Key.Key_End, Qt.Key.Key_Return)
    assert texts(page)[-2] == "Hide them again"
    assert "Hidden until 3 May 2027: They meet at the network" in texts(page)[-1]
    press(qtbot, view, Qt.Key.Key_End, Qt.Key.Key_Return)
    settled(page.desk)
    settled(page.desk)

    shown = [one.task for one in lines(page) if one.task.key == task.key]
    assert [one.hiding for one in shown] == [None]


def test_the_form_needs_a_reason_and_says_how_long_at_most(pairs, today_page, qtbot, settled):
    page = today_page(pairs)
    stand_on_first(page, qtbot)
    card, line = hide_current(page, qtbot, reason="")
    press(qtbot, line, Qt.Key.Key_Return)
    assert card.form.editor("reason").marked

    qtbot.keyClicks(line, "Later")
    card.form.editor("until").show_value(DAY + timedelta(61))
    press(qtbot, line, Qt.Key.Key_Return)
    settled(page.desk)
    assert card.form.editor("until").marked
    assert card.isVisible()

    press(qtbot, line, Qt.Key.Key_Escape)
    press(qtbot, line, Qt.Key.Key_Escape)
    settled(page.desk)
    assert tasks(page).hasFocus()
    assert not any(isinstance(row, HiddenOnes) for row in tasks(page).tasks.rows)


def test_tomorrow_has_its_own_button(pairs, today_page, qtbot):
    page = today_page(pairs)
    stand_on_first(page, qtbot)
    card, _ = hide_current(page, qtbot, reason="x")

    qtbot.mouseClick(card.findChild(QPushButton, "hideTaskDay0"), Qt.MouseButton.LeftButton)

    assert card.form.editor("until").read() == DAY + timedelta(1)
    assert isinstance(card.form.editor("until").control, QLineEdit)


def test_a_step_that_was_taken_stands_on_the_row(pairs, today_page, qtbot, settled):
    page = today_page(pairs)
    place = place_of(page, lambda task: task.entry.subject.pair is not None)
    view = tasks(page)
    view.go_to(place)
    key = view.current_key()
    view.menu_wanted.emit(key, QPoint(0, 0))
    menu = page.findChild(QMenu, "taskMenu")
    steps = menu.findChild(QMenu, "taskSteps")
    next(action for action in steps.actions() if action.text() == "Reminded").trigger()
    menu.close()
    settled(page.desk)
    settled(page.desk)

    place = place_of(page, lambda task: task.key == key)
    told = view.tasks.data(view.tasks.index(place), Qt.ItemDataRole.AccessibleDescriptionRole)
    assert told.endswith("Reminded on 26 Apr 2027.")


def test_hidden_tasks_stand_last_in_the_table_and_none_is_hidden_read_only(pairs, today_page, qtbot, settled):
    page = today_page(pairs, read_only=True)
    stand_on_first(page, qtbot)
    qtbot.keyClick(tasks(page), Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    assert page.findChild(SmallCard, "hideTask") is None


def test_ctrl_e_writes_the_drafts_and_the_row_says_so(pairs, today_page, qtbot, settled, tmp_path):
    page = today_page(pairs)
    page.desk.ask.answers = [tmp_path / "drafts"]
    view = tasks(page)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    view.go_to(place_of(page, lambda task: task.entry.alert == "contract"))
    key = view.current_key()

    qtbot.keyClick(view, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    settled(page.desk)
    card = page.findChild(LetterCard, "letterCard")
    readers = [one.text() for one in card.findChildren(QLabel, "letterReader")]
    assert len(readers) == 2
    assert all(reader.startswith("To ") and "@" in reader for reader in readers)
    assert "Subject: " in card.text.toPlainText()
    assert not list((tmp_path).glob("drafts/*"))
    press(qtbot, QApplication.focusWidget(), Qt.Key.Key_Return)
    settled(page.desk)
    settled(page.desk)

    assert len(list((tmp_path / "drafts").glob("*.eml"))) == 2
    assert view.hasFocus()
    place = place_of(page, lambda task: task.key == key)
    told = view.tasks.data(view.tasks.index(place), Qt.ItemDataRole.AccessibleDescriptionRole)
    assert "Reminded on 26 Apr 2027." in told


def test_a_letter_that_is_looked_at_only_leaves_nothing(pairs, today_page, qtbot, settled, tmp_path):
    page = today_page(pairs)
    view = tasks(page)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    view.go_to(place_of(page, lambda task: task.entry.alert == "contract"))
    key = view.current_key()

    qtbot.keyClick(view, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    settled(page.desk)
    press(qtbot, QApplication.focusWidget(), Qt.Key.Key_Escape)
    settled(page.desk)

    card = page.findChild(LetterCard, "letterCard")
    assert card is None or not card.isVisible()
    assert view.hasFocus()
    told = view.tasks.data(view.currentIndex(), Qt.ItemDataRole.AccessibleDescriptionRole)
    assert view.current_key() == key
    assert "Reminded" not in told


def test_where_no_letter_fits_ctrl_e_says_why(pairs, today_page, qtbot):
    page = today_page(pairs)
    said = []
    page.desk.told.connect(lambda notice: said.append(notice))
    view = tasks(page)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    view.go_to(place_of(page, lambda task: task.entry.alert == "meeting_past"))

    qtbot.keyClick(view, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)

    assert len(said) == 1


def test_a_reminder_of_one_s_own_is_a_task_of_its_day_and_can_be_done(pairs, today_page, qtbot, settled):
    page = today_page(pairs)
    view = tasks(page)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(view, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    card = page.findChild(SmallCard, "ownReminder")
    qtbot.keyClicks(QApplication.focusWidget(), "Order the books")
    qtbot.mouseClick(card.findChild(QPushButton, "ownReminderDay0"), Qt.MouseButton.LeftButton)
    press(qtbot, QApplication.focusWidget(), Qt.Key.Key_Return)
    settled(page.desk)
    settled(page.desk)

    place = place_of(page, lambda task: task.entry.alert == "team_task")
    assert texts(page)[place].startswith("To do: Order the books · This week")
    view.go_to(place)
    press(qtbot, view, Qt.Key.Key_Return)
    settled(page.desk)
    settled(page.desk)
    assert "team_task" not in {one.task.entry.alert for one in lines(page)}
    page.desk.work.undo()
    settled(page.desk)
    settled(page.desk)
    assert "team_task" in {one.task.entry.alert for one in lines(page)}
