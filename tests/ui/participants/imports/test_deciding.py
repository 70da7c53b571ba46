"""What is decided about rows before they come in: mended, left out, merged, taken as new, read otherwise."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLineEdit

from tests.ui.participants.imports.test_import import begin, chips, wait

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # pop-ups, where there is no screen
HEADINGS = "Given name\tFamily name\tE-mail\tUnit\tPhone\tRole\n"
KARI = "Kari\tLund\tkari@example.org\tWard 1\t111\tMentor\n"


def pasted(tab, *rows, headings=HEADINGS):
    QGuiApplication.clipboard().setText(headings + "".join(rows))
    begin(tab)


def taken_in(tab, *rows):
    pasted(tab, *rows)
    tab.click("importRun")
    wait(tab)
    tab.click("importShow")
    wait(tab)


def shown(tab, name):
    model = tab.find(name).model()
    return [
        tuple(model.index(row, column).data() for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


def choose(tab, name, value):
    combo = tab.find(name, QComboBox)
    assert combo.isVisible(), name
    combo.setCurrentIndex(combo.findData(value))
    combo.activated.emit(combo.currentIndex())
    wait(tab)


def test_a_cell_is_mended_where_it_stands_by_keyboard_alone(tab_over, empty):
    tab = tab_over(empty)
    pasted(tab, "Bo\tAlm\tno address\tWard 1\t\tMentor\n")
    table = tab.find("importProblems")
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 2))
    tab.press(Qt.Key.Key_F2, on=table)
    editor = table.findChild(QLineEdit)
    editor.selectAll()
    tab.type("bo@example.org", on=editor)
    tab.press(Qt.Key.Key_Return, on=editor)
    wait(tab)

    assert chips(tab) == ["1 new", "1 new unit"]
    tab.click("importRun")
    wait(tab)
    assert tab.rows()["Bo Alm"].values["email"] == "bo@example.org"


def test_a_row_with_a_fault_is_left_out_and_taken_in_again(tab_over, empty):
    tab = tab_over(empty)
    pasted(tab, KARI, "Bo\tAlm\tno address\tWard 1\t\tMentor\n")
    table = tab.find("importProblems")
    table.setFocus()
    table.selectRow(0)
    tab.press(Qt.Key.Key_Delete, on=table)
    wait(tab)

    assert "1 left out" in chips(tab)
    assert shown(tab, "importProblems") == []
    tab.click("importUnskip")
    wait(tab)
    assert "1 row not taken" in chips(tab)


def test_a_known_person_is_shown_side_by_side_and_merged_skipped_or_refused(tab_over, empty):
    tab = tab_over(empty)
    taken_in(tab, KARI)
    pasted(tab, "Kari\tLund\tkari@example.org\tWard 1\t222\tMentor\n")

    (row,) = shown(tab, "importDuplicates")
    assert row[1:4] == ("Kari Lund", "Same e-mail", "is merged")
    assert shown(tab, "importSides") == [("Phone", "111", "222")]
    tab.click("importSkip")
    wait(tab)
    assert chips(tab) == ["1 left out"]
    assert not tab.find("importRun").isEnabled()
    tab.click("importNew")
    wait(tab)
    assert "kari@example.org is already the address of Kari Lund" in shown(tab, "importProblems")[0][3]
    tab.click("importMerge")
    wait(tab)
    tab.click("importRun")
    wait(tab)
    assert tab.rows()["Kari Lund"].values["phone"] == "222"
    tab.click("importUndo")
    wait(tab)
    assert tab.rows()["Kari Lund"].values["phone"] == "111"


def test_names_that_are_swapped_are_seen_and_merged_under_the_name_in_the_file_by_keyboard(tab_over, empty):
    tab = tab_over(empty)
    taken_in(tab, KARI)
    pasted(tab, "Lund\tKari\t\tWard 1\t333\tMentor\n")

    (row,) = shown(tab, "importDuplicates")
    assert row[1:4] == ("Kari Lund", "Given and family name swapped", "comes in as new")
    table = tab.find("importDuplicates")
    table.setFocus()
    select = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
    table.selectionModel().setCurrentIndex(table.model().index(0, 0), select)
    tab.press(Qt.Key.Key_Return, on=table)
    assert tab.focused() is tab.find("importMerge")
    tab.press(Qt.Key.Key_Space)
    wait(tab)
    assert shown(tab, "importDuplicates")[0][3] == "is merged"
    tab.click("importRun")
    wait(tab)
    assert {name: row.values["phone"] for name, row in tab.rows().items()} == {"Kari Lund": "333"}


def test_the_same_person_twice_in_the_list_is_told_by_the_row(tab_over, empty):
    tab = tab_over(empty)
    pasted(tab, KARI, "Kari\tLund\tkari@example.org\tWard 1\t999\tMentor\n")

    assert shown(tab, "importDuplicates")[0][1] == "Kari Lund of row 2"


def test_days_that_can_be_read_two_ways_wait_for_a_word(tab_over, empty):
    tab = tab_over(empty)
    pasted(tab, "Eli\tNy\t03/04/2019\tMentor\n", headings="Given name\tFamily name\tLeader since\tRole\n")
    assert chips(tab) == ["1 row not taken"]

    choose(tab, "importDays", "day")

    assert chips(tab) == ["1 new"]
    tab.click("importRun")
    wait(tab)
    assert str(tab.rows()["Eli Ny"].values["leadership_since"]) == "2019-04-03"


def test_an_encoding_that_was_guessed_wrong_is_chosen(tab_over, empty, tmp_path):
    path = tmp_path / "old.csv"
    path.write_bytes("Given name;Family name;Role\nÅse;Ødegård;Mentor\n".encode("mac_roman"))
    tab = tab_over(empty)
    begin(tab, path)
    choose(tab, "importEncoding", "mac_roman")
    tab.click("importRun")
    wait(tab)
    assert set(tab.rows()) == {"Åse Ødegård"}


def test_a_separator_that_was_guessed_wrong_is_chosen(tab_over, empty, tmp_path):
    path = tmp_path / "odd.csv"
    path.write_text("Given name,Family name,Role\nBo,Ek,Mentor\n", encoding="utf-8")
    tab = tab_over(empty)
    begin(tab, path)
    choose(tab, "importSeparator", ";")
    assert not tab.find("importRun").isVisible()

    choose(tab, "importSeparator", ",")

    tab.click("importRun")
    wait(tab)
    assert set(tab.rows()) == {"Bo Ek"}


def test_another_sheet_of_the_workbook_is_chosen(tab_over, empty, tmp_path):
    from tests.spreadsheets.making import packed, table_xml, workbook_parts

    path = tmp_path / "two.xlsx"
    sheets = {
        name: table_xml([["Fornavn", "Etternavn", "Rolle"], [given, "Ek", "mentor"]])
        for name, given in (("Gammel", "Bo"), ("Ny", "Eva"))
    }
    path.write_bytes(packed(workbook_parts(sheets)))
    tab = tab_over(empty)
    begin(tab, path)
    choose(tab, "importSheet", "Ny")
    tab.click("importRun")
    wait(tab)
    assert set(tab.rows()) == {"Eva Ek"}


def test_what_was_cleaned_is_shown_with_its_place(tab_over, empty):
    tab = tab_over(empty)
    pasted(tab, "Å\u200bse\tØde\u202egård\t\t\t\tMentor\n")

    assert shown(tab, "importCleaned") == [
        ("2", "Given name", "Å‹U+200B›se", "Åse"),
        ("2", "Family name", "Øde‹U+202E›gård", "Ødegård"),
    ]


def test_a_look_that_is_stopped_can_be_taken_again(tab_over, empty):
    tab = tab_over(empty)
    tab.desk.work.begun.connect(lambda _, progress: progress.cancel())
    pasted(tab, KARI)
    assert not tab.find("importRun").isVisible()
    tab.desk.work.begun.disconnect()

    tab.click("importLook")
    wait(tab)
    assert chips(tab) == ["1 new", "1 new unit"]


def test_the_clipboard_never_becomes_a_file(tab_over, empty, monkeypatch):
    import tempfile

    def refuse(*_, **__):
        raise AssertionError("a temporary file")

    tab = tab_over(empty)
    for name in ("TemporaryDirectory", "NamedTemporaryFile", "mkstemp", "mkdtemp"):
        monkeypatch.setattr(tempfile, name, refuse)
    pasted(tab, KARI)

    assert "1 new" in chips(tab)
