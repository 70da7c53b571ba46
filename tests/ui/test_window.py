"""The frame of the window as a person meets it: start page, files, languages, sizes, undo, palette, panes."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from mentordesk.actions.files import open_file
from mentordesk.i18n.languages import LanguageCode
from ui.menus import ITEMS
from ui.rail_tab import RAIL_TABS
from ui.theme import ThemeName


def seen(widget: QWidget) -> str:
    """Everything that can be read on it now."""
    labels = [one.text() for one in widget.findChildren(QLabel) if one.isVisible()]
    buttons = [one.text() for one in widget.findChildren(QAbstractButton) if one.isVisible()]
    return "\n".join([*labels, *buttons])


def press(program, name: str) -> None:
    found = program.window.findChild(QAbstractButton, name)
    assert found is not None, name
    assert found.isVisible(), name
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


@pytest.fixture
def at_work(program_in, calm, example):
    """The window over the example."""

    def make(code: str = "en", **how):
        program = program_in(code, **how)
        program.open_path(example)
        calm(program)
        return program

    return make


def test_the_start_page_offers_both_templates_a_file_and_the_example(program_in, calm):
    program = program_in()
    calm(program)

    text = seen(program.window)
    assert "Start a new programme" in text
    assert "A cohort over three semesters, with joint meetings" in text
    assert "Mentors for new managers, one at a time over a year" in text
    assert "Open a file" in text
    assert "Look at the example" in text


def test_a_programme_is_made_from_a_template(program_in, calm, tmp_path):
    program = program_in()
    path = tmp_path / "kull 2027.mentordesk"
    program.ask.answers.append(path)
    calm(program)
    press(program, "template_nno")
    name = program.window.findChild(QLineEdit, "name")
    name.setFocus()
    name.selectAll()
    QTest.keyClicks(name, "Kull & <b>2027</b>")
    press(program, "makeProgramme")
    calm(program)

    assert path.is_file()
    assert program.window.windowTitle() == "kull 2027 – MentorDesk"
    assert program.workplace.current == "today"
    switcher = program.window.findChild(QAbstractButton, "programmeSwitcher")
    assert switcher.text().replace("\n", " ") == "Kull && <b>2027</b>"
    assert switcher.accessibleName() == "Programme: Kull & <b>2027</b>"


def test_a_programme_without_a_name_is_not_made_and_nothing_typed_is_lost(program_in, calm):
    program = program_in()
    calm(program)
    press(program, "template_nu")
    name, day = (program.window.findChild(QLineEdit, key) for key in ("name", "starts_on"))
    name.setText("")
    day.setFocus()
    day.selectAll()
    QTest.keyClicks(day, "31.02.2027")
    press(program, "makeProgramme")

    assert program.ask.asked == []
    assert day.text() == "31.02.2027"
    assert "31.02.2027" in seen(program.window) or day.isVisible()


def test_a_file_that_is_none_is_refused_on_the_start_page(program_in, calm, tmp_path):
    program = program_in()
    wrong = tmp_path / "wrong.mentordesk"
    wrong.write_bytes(b"no database" * 100)
    program.open_path(wrong)
    calm(program)

    assert program.workplace is None
    assert "wrong.mentordesk" in program.window.findChild(QLabel, "refusal").text()


def test_a_file_that_another_has_can_be_looked_at(program_in, calm, example, tmp_path):
    import subprocess

    script = (
        "import sys, pathlib; from mentordesk.actions.files import open_file\n"
        "with open_file(pathlib.Path(sys.argv[1])): print('open', flush=True); sys.stdin.read()"
    )
    root = Path(__file__).parent.parent.parent
    other = subprocess.Popen([sys.executable, "-c", script, str(example)], stdin=-1, stdout=-1, text=True, cwd=root)
    try:
        assert other.stdout.readline() == "open\n"
        program = program_in()
        program.open_path(example)
        calm(program)
        press(program, "openCopy")
        calm(program)

        assert program.workplace.current == "today"
        assert program.window.findChild(QWidget, "readOnlyBadge").isVisible()
    finally:
        other.communicate("")


@pytest.mark.parametrize("code", ["nb", "sv", "en"])
def test_the_language_is_changed_where_she_is(at_work, calm, code):
    program = at_work()
    program.workplace.show_tab("calendar")
    action = next(one for one in program._choices._languages.actions() if one.objectName() == f"language_{code}")
    action.trigger()
    calm(program)

    titles = {"nb": "Kalender", "sv": "Kalender", "en": "Calendar"}
    assert program.workplace.current == "calendar"
    assert program.workplace.page.findChild(QLabel, "pageTitle").text() == titles[code]
    assert LanguageCode(code) is program._preferences.language


@pytest.mark.parametrize("theme", [ThemeName.DARK, ThemeName.CONTRAST])
def test_the_theme_is_changed_where_she_is(at_work, calm, theme):
    program = at_work()
    program._choices.theme_chosen.emit(theme)
    calm(program)
    picture = program.window.grab().toImage()

    assert picture.pixelColor(picture.width() - 4, picture.height() // 2).lightness() < 60


def test_zooming_by_keys_keeps_the_tab_and_goes_no_further_than_two_hundred(at_work, calm):
    program = at_work()
    program.workplace.show_tab("logbooks")
    for _ in range(9):
        program.run("zoom_in")()
    calm(program)

    assert program._preferences.zoom == 200
    assert program.workplace.current == "logbooks"
    program.run("zoom_back")()
    assert program._preferences.zoom == 100


def test_every_tab_has_its_key_and_the_next_is_control_tab(at_work, calm):
    program = at_work()
    for tab in RAIL_TABS:
        QTest.keyClick(program.window, getattr(Qt.Key, f"Key_{tab.number}"), Qt.KeyboardModifier.AltModifier)
        assert program.workplace.current == tab.key
        calm(program)
    QTest.keyClick(program.window, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert program.workplace.current == RAIL_TABS[0].key
    program.run("back")()
    assert program.workplace.current == RAIL_TABS[-1].key
    program.run("forward")()
    assert program.workplace.current == RAIL_TABS[0].key
    calm(program)


def test_the_palette_finds_a_person_and_opens_her(at_work, calm, example):
    from mentordesk.queries.participants import participants

    program = at_work()
    names: list[str] = []
    program.work.ask(
        "names",
        lambda store: participants(store, None, today=store.today()),
        lambda rows: names.extend(row.name for row in rows),
    )
    calm(program)
    QTest.keyClick(program.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    calm(program)
    line = program.window.findChild(QLineEdit, "paletteLine")
    assert line.hasFocus()
    QTest.keyClicks(line, names[0])
    QTest.keyClick(line, Qt.Key.Key_Return)
    calm(program)

    assert program.workplace.current == "participants"
    assert names[0] in seen(program.window)


def test_a_task_about_a_meeting_leads_to_its_page_where_it_is_noted_as_held(at_work, calm):
    from mentordesk.queries.today import today
    from ui.today.leads import Shown, way_of

    program = at_work()
    ways: list[Shown] = []
    program.work.ask(
        "ways",
        lambda store: today(store, store.today()),
        lambda found: ways.extend(way_of(each) for each in found.entries if each.alert == "meeting_past"),
    )
    calm(program)
    program.workplace._please_show(ways[0].subject, ways[0].number)
    calm(program)

    assert program.workplace.current == "calendar"
    assert program.window.findChild(QWidget, "gatheringPage").isVisible()
    assert "Planning meeting of the team" in seen(program.window)


def test_undo_is_named_in_the_menu_and_in_the_strip(at_work, calm):
    from mentordesk.actions.participants import set_status
    from mentordesk.domain.people import ParticipationStatus
    from mentordesk.queries.participants import participants

    program = at_work()

    def select_first(store):
        row = participants(store, None, today=store.today())[0]
        set_status(store, [row.id], ParticipationStatus.SELECTED, today=store.today())
        return row.name

    done: list[str] = []
    program.work.change(select_first, done.append)
    calm(program)
    name = f"Set {done[0]} to “Selected”"
    assert program.window.findChild(QLabel, "notice").text() == name
    assert program._menus.actions["undo"].text() == f"Undo: {name}"
    assert program.window.findChild(QLabel, "saved").text().startswith("Saved at ")
    press(program, "noticeAction0")
    calm(program)
    assert program.window.findChild(QLabel, "notice").text() == f"Undone: {name}"
    assert program._menus.actions["redo"].text() == f"Redo: {name}"
    QTest.keyClick(program.window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    calm(program)
    assert program.window.findChild(QLabel, "notice").text() == f"Done again: {name}"


def test_a_fault_of_ours_is_said_once_and_logged(at_work, calm):
    program = at_work()
    program.work.change(lambda _: 1 / 0)
    calm(program)

    assert "unforeseen" in program.window.findChild(QLabel, "notice").text()


def test_a_copy_is_saved_and_opens_as_a_file(at_work, calm, tmp_path):
    program = at_work()
    copy = tmp_path / "copy.mentordesk"
    program.ask.answers.append(copy)
    program.workplace.desk.ask = program.ask
    program.run("back_up")()
    calm(program)

    assert str(copy) in program.window.findChild(QLabel, "notice").text()
    with open_file(copy) as store:
        assert store.today()


def test_f6_goes_round_the_panes_and_back(at_work, calm):
    program = at_work()
    program.workplace.show_tab("participants")
    calm(program)
    been = []
    for _ in range(12):
        QTest.keyClick(program.window, Qt.Key.Key_F6)
        been.append(QApplication.focusWidget())
    assert None not in been
    assert any(program.workplace.rail.isAncestorOf(one) for one in been)
    assert any(program.workplace.page.isAncestorOf(one) for one in been)
    calm(program)


def test_f6_passes_a_pane_that_has_nothing_for_keys(at_work, calm):
    program = at_work()
    program.workplace.show_tab("participants")
    calm(program)
    for pane in program.workplace.page.panes()[1:]:
        pane.setEnabled(False)
    been = []
    for _ in range(4):
        QTest.keyClick(program.window, Qt.Key.Key_F6)
        been.append(program.workplace.rail.isAncestorOf(QApplication.focusWidget()))
    assert been in ([True, False] * 2, [False, True] * 2)


def test_the_file_is_free_again_when_the_window_is_closed(program_in, calm, example):
    program = program_in()
    program.open_path(example)
    calm(program)
    program.window.close()

    with open_file(example) as store:
        assert store.today()


def test_every_menu_item_does_something_and_has_its_own_keys(at_work):
    program = at_work()
    keys = [key for item in ITEMS for key in item.keys] + [f"Alt+{tab.number}" for tab in RAIL_TABS]

    assert len(keys) == len(set(keys))
    assert not [key for key in keys if "Ctrl+Alt" in key]
    for item in ITEMS:
        assert item.name in program._menus.actions
