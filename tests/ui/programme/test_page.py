"""The Programme page by keyboard alone: what is written is kept, what cannot be is said, a reload loses nothing."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton

from mentordesk.actions.files import open_for_reading
from mentordesk.domain.people import Role
from mentordesk.i18n.languages import LanguageCode
from mentordesk.queries.calls import call
from mentordesk.queries.programmes import one_programme
from mentordesk.queries.team import team
from tests.ui.programme.conftest import CTRL
from ui.programme.views import VIEWS

ENTER, ESC, DELETE = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Delete


def settings(one):
    return one.ask(lambda store: one_programme(store, one.desk.programme_id)).settings


def said(one):
    return [label.text() for label in one.page.findChildren(QLabel) if label.isVisible() and label.text()]


def test_each_view_has_its_digit_and_takes_the_keyboard(shown):
    one = shown()
    for entry in VIEWS:
        view = one.view(entry.key)
        assert one.page.views.shown == entry.key
        assert view.isAncestorOf(QApplication.focusWidget())
        assert one.page.findChild(QToolButton, f"{entry.key}View").isChecked()


def test_views_nobody_looked_at_are_made_in_turns_of_their_own(shown):
    one = shown()
    parts = one.page.parts_to_come()

    assert len(parts) == len(VIEWS)
    for make in parts:
        make()
    assert one.page.views.count() == len(VIEWS)


def test_the_frame_is_kept_field_by_field(shown):
    one = shown()
    assert QApplication.focusWidget().objectName() == "programmeName"
    QApplication.focusWidget().selectAll()
    one.write("Kull B")
    one.tab()
    QApplication.focusWidget().selectAll()
    one.write("The house")
    one.press(ENTER)
    one.settle()

    now = one.ask(lambda store: one_programme(store, one.desk.programme_id))
    assert (now.name, now.settings.owner) == ("Kull B", "The house")
    assert one.undo() is not None
    assert settings(one).owner == "Norsk Sykepleierforbund"


def test_a_name_that_is_taken_is_refused_where_it_stands(shown):
    one = shown()
    QApplication.focusWidget().selectAll()
    one.write("Omgång 1")
    one.press(ENTER)

    assert any("in the file already" in text for text in said(one))
    assert one.ask(lambda store: one_programme(store, one.desk.programme_id)).name == "Kull 2027"


def test_places_may_be_without_limit(shown):
    one = shown()
    one.page.views.view._form.focus("programmeCapacity")
    QApplication.focusWidget().selectAll()
    one.write("16")
    one.press(ENTER)
    assert settings(one).capacity == 16
    QApplication.focusWidget().selectAll()
    one.press(Qt.Key.Key_Backspace)
    one.press(ENTER)
    assert settings(one).capacity is None


def test_what_is_half_typed_outlives_a_change_by_somebody_else(shown):
    one = shown()
    QApplication.focusWidget().selectAll()
    one.write("Half a na")
    from mentordesk.actions.programme_settings import set_capacity

    id_ = one.desk.programme_id
    one.desk.work.change(lambda store: set_capacity(store, id_, 5))
    one.settle()

    assert one.widget("programmeName").text() == "Half a na"
    assert one.widget("programmeCapacity").text() == "5"


def test_the_list_says_what_each_requirement_asks(shown):
    one = shown()
    one.view("requirements")
    rows = one.cells("criteriaList")

    assert len(rows) == 12
    assert [
        "At least five years of leadership experience",
        "Mentor",
        "At least 5 years of leadership",
        "Matching",
    ] in rows
    assert rows[-1][0] == "New leaders in their first year"
    assert rows[-1][3] == "Nothing: they are taken first"


def new_requirement(one, title):
    one.press(Qt.Key.Key_N, CTRL)
    one.write(title)
    one.tab(3)  # past the second language and the role
    one.write("Yes")  # chooses by the first letters
    one.press(ENTER, CTRL)


def test_a_requirement_is_added_and_undone(shown):
    one = shown()
    one.view("requirements")
    new_requirement(one, "The manager covers the joint meetings")
    assert ["The manager covers the joint meetings", "Mentee", "Yes or no, noted by the team", "Matching"] in one.cells(
        "criteriaList"
    )
    assert one.widget("criteriaList").hasFocus()
    assert one.widget("criteriaList").current_id() == "own_1"
    one.undo()
    assert len(one.cells("criteriaList")) == 12


def test_enter_edits_and_delete_removes(shown):
    one = shown()
    one.view("requirements")
    one.press(ENTER)
    QApplication.focusWidget().selectAll()
    one.write("Ti år")
    one.press(ENTER)
    first = settings(one).criteria[0]
    assert (first.title.nb, first.title.en) == ("Ti år", "At least five years of leadership experience")
    one.press(DELETE)
    assert len(one.cells("criteriaList")) == 11


def test_what_was_answered_asks_why_before_it_goes(shown):
    from mentordesk.actions.criteria import answer_criterion
    from mentordesk.actions.participants import add_participant

    one = shown()
    id_, today = one.desk.programme_id, one.desk.today

    def answered(store):
        told = {"given_name": "Kari", "family_name": "Berg"}
        who = add_participant(store, programme=id_, role=Role.MENTOR, values=told, today=today)
        answer_criterion(store, who, settings_of(store, id_)[0].key, True)

    one.desk.work.change(answered)
    one.settle()
    one.view("requirements")
    one.press(DELETE)
    assert any("Say why it is removed" in text for text in said(one))
    one.press(ENTER)  # without a reason
    assert len(one.cells("criteriaList")) == 12
    one.write("Asked in the interview")
    one.press(ENTER)
    assert len(one.cells("criteriaList")) == 11


def settings_of(store, id_):
    return one_programme(store, id_).settings.criteria


def test_a_number_is_asked_for_where_one_is_needed(shown):
    one = shown()
    one.view("requirements")
    one.press(Qt.Key.Key_N, CTRL)
    one.write("Long a leader")
    one.tab(3)
    one.write("Years")
    one.press(ENTER, CTRL)

    assert one.widget("criterionFigure").hasFocus()
    one.write("3")
    one.press(ENTER)
    assert ["Long a leader", "Mentee", "At least 3 years of leadership", "Matching"] in one.cells("criteriaList")


def test_a_group_to_be_taken_first_is_added_edited_and_removed(shown):
    one = shown()
    one.view("requirements")
    one.press(Qt.Key.Key_N, CTRL)
    one.write("Those with a long way")
    one.tab(3)
    one.write("Yes")
    one.tab()
    one.write("Nothing")
    one.press(ENTER, CTRL)
    assert any("known of people beforehand" in text for text in said(one))
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    for _ in range(3):  # from the team's yes or no up to the months
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    one.press(ENTER, CTRL)
    one.write("6")
    one.press(ENTER)
    assert [group.figure for group in settings(one).priority] == [12, 6]
    one.widget("criteriaList").select_ids(("first:first_1",))
    one.press(ENTER)
    QApplication.focusWidget().selectAll()
    one.write("Langveisfarende")
    one.press(ENTER)
    assert settings(one).priority[1].title.nb == "Langveisfarende"
    one.press(DELETE)
    assert [group.key for group in settings(one).priority] == ["newest"]


def test_a_form_is_left_by_esc(shown):
    one = shown()
    one.view("requirements")
    one.press(Qt.Key.Key_N, CTRL)
    one.write("Never mind")
    one.press(ESC)

    assert len(one.cells("criteriaList")) == 12
    assert one.widget("criteriaList").hasFocus()


def test_the_team_grows_and_shrinks(shown):
    one = shown()
    one.view("team")
    assert any("Nobody is noted yet" in text for text in said(one))
    one.press(Qt.Key.Key_N, CTRL)
    one.write("Anne")
    one.tab()
    one.write("Lie")
    one.tab(2)
    one.press(Qt.Key.Key_Up)  # from team member to the manager
    one.tab()
    one.write("Everything day by day")
    one.press(ENTER)
    assert [row[:3] for row in one.cells("teamTable")] == [["Anne Lie", "Programme manager", "Everything day by day"]]
    one.press(ENTER)
    QApplication.focusWidget().selectAll()
    one.write("Letters")
    one.press(ENTER)
    (member,) = one.ask(lambda store: team(store, one.desk.programme_id))
    assert (member.role, member.responsibility) == (Role.MANAGER, "Letters")
    one.press(DELETE)
    assert one.cells("teamTable") == []


def test_the_call_is_written_and_its_channels_are_counted(shown):
    one = shown()
    one.view("call")
    assert QApplication.focusWidget().objectName() == "opensOn"
    one.write("2026-09-01")
    one.tab()
    one.write("2026-10-15")
    one.tab()
    one.write("Søk nå")
    one.press(Qt.Key.Key_N, CTRL)
    one.write("Sykepleien")
    one.press(ENTER)
    one.settle()

    found = one.ask(lambda store: call(store, one.desk.programme_id))
    assert (found.opens_on, found.closes_on) == (date(2026, 9, 1), date(2026, 10, 15))
    assert found.texts == {LanguageCode.NB: "Søk nå"}
    assert one.cells("channelTable") == [["Sykepleien", "", "", "0"]]
    assert one.widget("channelTable").hasFocus()
    one.press(DELETE)
    assert one.cells("channelTable") == []


def test_a_call_that_closes_before_it_opens_is_refused_in_its_field(shown):
    one = shown()
    one.view("call")
    one.write("2026-10-15")
    one.tab()
    one.write("2026-09-01")
    one.press(ENTER)

    assert any("before it opens" in text for text in said(one))
    assert one.widget("closesOn").text() == "2026-09-01", "what was refused stays to be mended"
    assert one.ask(lambda store: call(store, one.desk.programme_id)).closes_on is None
    one.page.views.view._form.focus("opensOn")
    QApplication.focusWidget().selectAll()
    one.write("2026-08-01")
    one.press(ENTER)
    found = one.ask(lambda store: call(store, one.desk.programme_id))
    assert (found.opens_on, found.closes_on) == (date(2026, 8, 1), date(2026, 9, 1)), "both are kept now"
    assert not any("before it opens" in text for text in said(one))


def test_rounds_stand_side_by_side(shown):
    one = shown()
    one.view("rounds")

    assert [row[0] for row in one.cells("roundsTable")] == ["Omgång 1", "Kull 2027"]
    assert [row[3] for row in one.cells("roundsTable")] == ["No limit", "32"]


@pytest.mark.parametrize(
    ("view", "form"), [("requirements", "criterionForm"), ("team", "memberForm"), ("call", "channelForm")]
)
def test_a_file_for_reading_says_why_nothing_is_added(shown, programme_file, view, form):
    one = shown(opener=lambda: open_for_reading(programme_file))
    one.view(view)
    one.press(Qt.Key.Key_N, CTRL)

    assert one.told
    assert not [widget for widget in one.page.findChildren(object, form) if widget.isVisible()]


def test_another_programme_takes_its_form_with_it(shown):
    from mentordesk.queries.programmes import programmes

    one = shown()
    one.view("requirements")
    one.press(Qt.Key.Key_N, CTRL)
    one.write("Half")
    one.desk.choose(one.ask(programmes)[0])
    one.settle()

    assert len(one.cells("criteriaList")) == 3
    assert not [widget for widget in one.page.findChildren(object, "criterionForm") if widget.isVisible()]


def test_without_a_programme_it_says_where_to_choose_one(shown):
    one = shown()
    one.desk.choose(None)
    one.settle()

    assert any("No programme is chosen" in text for text in said(one))
    one.press(Qt.Key.Key_N, CTRL)


def test_in_large_type_the_form_takes_the_lists_place(shown):
    one = shown(zoom=200)
    one.view("requirements")
    one.press(Qt.Key.Key_N, CTRL)
    assert one.widget("criterionForm").isVisible()
    assert not one.page.findChild(object, "criteriaList").isVisible()
    one.press(ESC)
    assert one.widget("criteriaList").hasFocus()
