"""An import, clicked through: file, columns, problems, result; and one undo."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox

from mentordesk.domain.people import Role
from mentordesk.sample.rounds import ROUNDS
from mentordesk.spreadsheets.sheet import read

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # pop-ups, where there is no screen
HEADINGS = "Given name\tFamily name\tE-mail\tGender\tFavourite colour\n"


def begin(tab, answer=None):
    if answer is not None:
        tab.desk.ask.answers.append(answer)
    tab.click("importList")
    tab.click("importChoose" if answer is not None else "importPaste")
    wait(tab)


def wait(tab):
    for _ in range(6):  # each step of the import asks for the next one
        tab.settle(tab.desk)


def chips(tab):
    return [chip.text for chip in tab.find("importFigures").findChildren(type(tab.find("importSteps")._chips[0]))]


def steps(tab):
    return [chip.text for chip in tab.find("importSteps")._chips]


def test_the_shipped_list_goes_in_step_by_step_and_out_again(tab_over, empty):
    tab = tab_over(empty)
    begin(tab, ROUNDS[0].shipped)
    count = len(read(ROUNDS[0].shipped).rows)
    assert steps(tab)[:3] == ["1. File: done", "2. Columns: done", "3. Check: done"]
    assert f"{count} new" in chips(tab)
    assert tab.rows() == {}

    tab.click("importRun")
    wait(tab)
    assert steps(tab)[3] == "4. Import: done"
    assert tab.find("importResult").text().startswith(f"In the file now: {count} new, ")
    assert len(tab.rows()) > 0
    tab.click("importUndo")
    wait(tab)
    assert tab.rows() == {}


def test_a_pasted_list_says_what_is_left_out_and_asks_for_the_role(tab_over, empty):
    tab = tab_over(empty)
    QGuiApplication.clipboard().setText(HEADINGS + "Eli\tNy\teli@example.org\tf\tblue\n")
    begin(tab)
    left_out = tab.find("importLeftOut").text()
    assert "Never taken" in left_out.splitlines()[0]
    assert "Gender" in left_out.splitlines()[0]
    assert "Favourite colour" in left_out.splitlines()[1]
    assert chips(tab) == ["1 new", "1 without a role"]

    role = tab.find("importRole", QComboBox)
    role.setCurrentIndex(role.findData("mentor"))
    wait(tab)
    assert chips(tab) == ["1 new"]
    tab.click("importRun")
    wait(tab)
    assert tab.rows()["Eli Ny"].role is Role.MENTOR


def test_a_column_becomes_another_field_by_its_combo(tab_over, empty):
    tab = tab_over(empty)
    QGuiApplication.clipboard().setText("Given name\tFamily name\tRole\tFavourite colour\nEli\tNy\tMentor\tblue\n")
    begin(tab)
    view = tab.find("importColumns")
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 3))
    assert view.model().index(0, 3).data() == "left out"
    tab.press(Qt.Key.Key_Return, on=view)
    combo = tab.find("importField", QComboBox)
    combo.setCurrentIndex(combo.findData("notes"))
    combo.activated.emit(combo.currentIndex())
    wait(tab)
    assert view.model().index(0, 3).data() == "Notes"
    tab.click("importRun")
    wait(tab)

    assert tab.rows()["Eli Ny"].values["notes"] == "blue"


def test_what_is_never_taken_cannot_be_chosen(tab_over, empty):
    tab = tab_over(empty)
    QGuiApplication.clipboard().setText(HEADINGS + "Eli\tNy\teli@example.org\tf\tblue\n")
    begin(tab)
    view = tab.find("importColumns")

    assert view.model().index(0, 3).data() == "never taken"
    assert not view.model().flags(view.model().index(0, 3)) & Qt.ItemFlag.ItemIsEditable


def test_rows_that_do_not_fit_are_told_in_words_and_saved_to_be_mended(tab_over, empty, tmp_path):
    tab = tab_over(empty)
    QGuiApplication.clipboard().setText(
        "Given name\tFamily name\tE-mail\tRole\nEli\tNy\teli@example.org\tMentor\nBo\tAlm\tno address\tMentor\n"
    )
    begin(tab)
    assert chips(tab) == ["1 new", "1 row not taken"]
    problems = tab.find("importProblems").model()
    row, column, stands, reason = (problems.index(0, at).data() for at in range(4))
    assert (row, column, stands) == ("3", "E-mail", "no address")
    assert reason.startswith("“no address”")

    tab.desk.ask.answers.append(tmp_path / "mend.xlsx")
    tab.click("importRejects")
    wait(tab)
    assert read(tmp_path / "mend.xlsx").rows[0][2:4] == ("Bo", "Alm")
    tab.click("importRun")
    wait(tab)
    assert set(tab.rows()) == {"Eli Ny"}


def test_a_sheet_that_names_nobody_waits_for_a_column(tab_over, empty):
    tab = tab_over(empty)
    QGuiApplication.clipboard().setText("Unit\tJob title\nNorth\tNurse\n")
    begin(tab)

    assert tab.find("importNotes").text().startswith("No column is known as a name")
    assert not tab.find("importRun").isVisible()


def test_a_file_that_is_none_is_explained_and_another_can_be_chosen(tab_over, empty, tmp_path):
    tab = tab_over(empty)
    (tmp_path / "broken.xlsx").write_bytes(b"this is no workbook")
    begin(tab, tmp_path / "broken.xlsx")

    said = [each.text() for each in tab.find("importPage").findChildren(type(tab.find("importFile")), "remark")]
    assert any("broken.xlsx" in text for text in said)
    assert tab.find("importChoose").isVisible()


def test_a_list_is_pasted_into_the_empty_page_with_ctrl_v(tab_over, empty):
    tab = tab_over(empty)
    QGuiApplication.clipboard().setText("Given name\tFamily name\tRole\nEli\tNy\tMentor\n")
    tab.find("firstImport").setFocus()
    tab.press(Qt.Key.Key_V, modifiers=Qt.KeyboardModifier.ControlModifier)
    wait(tab)

    assert chips(tab) == ["1 new"]
