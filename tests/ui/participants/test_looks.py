"""What holds for all that is in view: names for screen readers, whole text at 200 %, and names that are only names."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QTableView, QWidget

from mentordesk.domain.people import Role
from ui.theme import DARK, LIGHT, Look
from ui.wearing import wear

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # pop-ups, where there is no screen
SPEAKING = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QTableView)
HOSTILE = "<b>Bob</b> & Co; DROP TABLE x"


def in_view(tab, kind=QWidget):
    return [each for each in tab.window.findChildren(kind) if each.isVisible()]


def pages(tab):
    """Each of the tab's pages and parts in turn."""
    tab.go_to(tab.names()[0], "name")
    yield "list"
    tab.press(Qt.Key.Key_Return, on=tab.page.grid.view)
    for at in range(tab.find("detailTabs").count()):
        tab.show_part(at)
        yield f"part {at}"
    tab.page.beside.close()
    tab.page.commands()[1].run()
    tab.settle(tab.desk)
    yield "adding"
    tab.page._close_adding()
    tab.click("importList")
    yield "importing"


def nameless(tab):
    for kind in SPEAKING:
        for each in in_view(tab, kind):
            inner = each.objectName().startswith("qt_") or isinstance(each.parent(), QComboBox)
            speaks = each.accessibleName() or (isinstance(each, QAbstractButton) and each.text())
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus and not inner and not speaks:
                yield each


def cut(tab):
    for each in in_view(tab, QAbstractButton):
        if each.text() and each.width() < each.sizeHint().width() - 1:
            yield each.text()
    for each in in_view(tab, QLabel):
        if not each.text():
            continue
        if each.wordWrap():
            if each.height() < each.heightForWidth(each.width()) - 1:
                yield each.text()
        elif each.width() < each.sizeHint().width() - 1:
            yield each.text()


def test_everything_that_takes_the_focus_has_a_name(tab):
    found = {page: [each.objectName() or repr(each) for each in nameless(tab)] for page in pages(tab)}

    assert not {page: names for page, names in found.items() if names}


@pytest.mark.parametrize(("code", "tokens"), [("en", LIGHT), ("nb", DARK), ("sv", LIGHT)])
def test_no_text_is_cut_at_200_per_cent(tab_over, example, qapp, speak, code, tokens):
    look = Look(tokens, 200)
    speak(code)
    wear(qapp, look)
    tab = tab_over(example, size=(1200, 740), look=look)
    found = {page: sorted(set(cut(tab))) for page in pages(tab)}

    assert not {page: texts for page, texts in found.items() if texts}


def test_at_200_per_cent_the_details_are_a_page_with_a_way_back(tab_over, example, qapp, look):
    large = Look(LIGHT, 200)
    wear(qapp, large)
    tab = tab_over(example, size=(1200, 740), look=large)
    tab.go_to(tab.names()[2], "name")
    tab.press(Qt.Key.Key_Return)
    assert tab.find("detailPane").isVisible()
    assert not tab.page.grid.isVisible()
    tab.press(Qt.Key.Key_Left, modifiers=Qt.KeyboardModifier.AltModifier)

    assert tab.page.grid.view.isVisible()


def test_a_name_is_a_name_whatever_it_looks_like(tab):
    tab.page.intake.add(Role.MENTEE)
    tab.find("given_name", QLineEdit).setText("<b>Bob</b>")
    tab.find("family_name", QLineEdit).setText("& Co; DROP TABLE x")
    tab.click("addNow")
    tab.go_to(HOSTILE, "name")

    assert tab.find("detailName").text() == HOSTILE
    assert tab.find("detailName").textFormat() is Qt.TextFormat.PlainText
    assert tab.cell(HOSTILE, "name").text == HOSTILE
