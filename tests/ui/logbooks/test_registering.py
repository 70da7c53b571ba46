"""A conversation registered with four keys, refused where it is wrong, corrected, removed and taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from tests.ui.logbooks.held import DAY
from ui.logbooks.conversation_form import ConversationForm

NOT_STARTED, SILENT = 4, 7  # places of pairs in the example


@pytest.fixture
def choose(page, settled):
    def choose(place: int):
        page.views.view._pairs.choose(page.views.view._pairs.table.rows.id_at(place))
        settled(page.desk)
        return page.views.view._pairs.current

    return choose


@pytest.fixture
def press(page, settled, qtbot):
    """`press(key)`: where the focus is; how many were pressed is counted."""

    class Keys:
        count = 0

        def __call__(self, key, modifier=Qt.KeyboardModifier.NoModifier):
            self.count += 1
            QTest.keyClick(QApplication.focusWidget() or page, key, modifier)
            settled(page.desk)

        def write(self, text: str) -> None:
            QTest.keyClicks(QApplication.focusWidget(), text)

    return Keys()


def field(page, key: str) -> QLineEdit:
    form = page.views.view._detail.conversations.form
    assert form is not None
    found = form.findChild(QLineEdit, key)
    assert found is not None
    return found


def test_four_keys_register_an_ordinary_conversation(page, choose, press):
    before = choose(SILENT - 1)

    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_Return)

    after = page.views.view._pairs.current
    assert press.count <= 4
    assert after.pair != before.pair
    newest = after.conversations[-1]
    assert (newest.day, newest.minutes, newest.mode) == (DAY, 75, after.conversations[-2].mode)
    assert page.views.view._detail.conversations.form is None
    assert page.views.view._pairs.view.hasFocus()


def test_enter_that_is_quicker_than_the_file_saves_what_comes(page, choose, settled):
    before = choose(SILENT)

    page.views.view.add()
    QTest.keyClick(page.views.view._detail.conversations.form, Qt.Key.Key_Return)
    settled(page.desk)

    assert page.views.view._pairs.current.held == before.held + 1


def test_the_strip_and_the_figures_show_it_at_once(page, choose, press, settled):
    before = choose(NOT_STARTED)
    picture = page.views.view._pairs.view.viewport().grab().toImage()

    press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_Return)

    after = page.views.view._pairs.current
    assert (before.held, after.held) == (0, 1)
    assert page.views.view._pairs.view.viewport().grab().toImage() != picture
    assert "1 conversation held" in page.findChild(type(page.views.view._figures), "pairStanding").text()


def test_undo_takes_it_away_again(page, choose, press, settled):
    before = choose(SILENT)
    press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_Return)

    page.desk.work.undo()
    settled(page.desk)

    assert page.views.view._pairs.current.conversations == before.conversations


@pytest.mark.parametrize(
    ("written", "said"),
    [("2027-11-23", "still to come"), ("2019-01-01", "outside the programme"), ("31.02.", ""), ("", "filled in")],
)
def test_a_wrong_day_is_marked_in_words_and_kept(page, choose, press, settled, written, said):
    before = choose(SILENT)
    press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    day = field(page, "held_on")
    day.clear()
    press.write(written)

    press(Qt.Key.Key_Return)

    form = page.views.view._detail.conversations.form
    assert form is not None
    assert form.isVisible()
    assert day.text() == written
    assert day.property("wrong") == "true"
    assert said in form._editors["held_on"].remark
    assert form._editors["held_on"].remark
    assert day.hasFocus()
    assert page.views.view._pairs.current.held == before.held


def test_a_length_that_is_none_is_marked_at_its_field(page, choose, press):
    choose(SILENT)
    press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    minutes = field(page, "minutes")
    minutes.setFocus()
    minutes.clear()
    press.write("2000")

    press(Qt.Key.Key_Return)

    assert "1 to 1,440" in page.views.view._detail.conversations.form._editors["minutes"].remark.replace(
        "1440", "1,440"
    )
    assert minutes.hasFocus()


def test_what_is_half_written_stays_with_its_pair(page, choose, press):
    choose(SILENT)
    press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    field(page, "place").setText("Bodø")

    choose(0)
    assert page.views.view._detail.conversations.form is None
    choose(SILENT)

    assert field(page, "place").text() == "Bodø"
    assert page.views.view._detail.conversations.form.isVisible()


def test_a_reload_leaves_the_form_as_it_is(page, choose, press, settled):
    choose(SILENT)
    press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    field(page, "place").setText("Bodø")

    page.reload_now()
    settled(page.desk)

    assert field(page, "place").text() == "Bodø"


def test_esc_gives_up_and_goes_back_to_the_list(page, choose, press):
    before = choose(SILENT)
    press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)

    press(Qt.Key.Key_Escape)

    assert page.views.view._detail.conversations.form is None
    assert page.views.view._pairs.view.hasFocus()
    assert page.views.view._pairs.current == before


def test_a_conversation_is_corrected_in_its_place(page, choose, press, settled):
    choose(0)
    page.views.view._detail.conversations.table.setFocus()
    press(Qt.Key.Key_Down)
    mark = page.views.view._detail.conversations._mark()
    press(Qt.Key.Key_Return)
    place = field(page, "place")
    place.setText("biblioteket <b>")

    place.setFocus()
    press(Qt.Key.Key_Return)

    (changed,) = [each for each in page.views.view._pairs.current.conversations if each.entry == mark.entry]
    assert (changed.place, changed.day, changed.minutes) == ("biblioteket <b>", mark.day, mark.minutes)
    assert page.views.view._detail.conversations.form is None


def test_delete_removes_one_and_undo_brings_it_back(page, choose, press, settled):
    before = choose(0)
    page.views.view._detail.conversations.table.setFocus()
    page.views.view._detail.conversations.table.select_ids([page.views.view._detail.conversations._table.rows.id_at(0)])

    press(Qt.Key.Key_Delete)
    assert page.views.view._pairs.current.held == before.held - 1

    page.desk.work.undo()
    settled(page.desk)
    assert page.views.view._pairs.current.conversations == before.conversations


def test_one_that_only_the_calendar_knows_is_changed_there(page, choose, press, told, settled):
    strip = choose(0)
    cancelled = next(mark for mark in strip.conversations if mark.entry is None)
    page.views.view._detail.conversations.table.select_ids([cancelled.meeting])

    page.views.view._detail.conversations.edit()
    page.views.view._detail.conversations.remove()

    assert told == ["This one stands only in the calendar. Change it there."] * 2
    assert page.views.view._detail.conversations.form is None


def test_a_file_that_is_read_only_says_so_and_opens_no_form(page, choose, press, told):
    object.__setattr__(page.desk.file, "read_only", msg("Only for reading."))
    choose(SILENT)

    press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    page.views.view._detail.conversations.edit()
    page.views.view._detail.conversations.remove()

    assert told == ["Only for reading."] * 3
    assert page.views.view._detail.conversations.form is None


def test_there_is_no_field_for_what_was_said_but_for_what_the_mentee_shares(page, choose, press):
    """The last two are kept under a consent each, and only where something is written (R60)."""
    choose(SILENT)
    press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)

    form = page.views.view._detail.conversations.form
    assert isinstance(form, ConversationForm)
    assert set(form._editors) == {"held_on", "minutes", "mode", "place", "shared_topic", "check_out"}
    assert set(ConversationForm(page.look, DAY, sharing=False)._editors) == {"held_on", "minutes", "mode", "place"}


def test_rows_that_cannot_be_read_are_said_in_words(page, settled):
    page.show_refusal(Refused(msg("The disk is gone.")))

    assert page._other.accessibleName() == "This page cannot be shown"
