"""A form is filled in by the keyboard alone, tells each field when it is left, and loses nothing that was typed."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from mentordesk.domain.fields import NumberField, TextField
from mentordesk.domain.people import ALL_FIELDS, LeadershipLevel
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import msg
from tests.ui.forms.conftest import ONE_OF_EACH, title
from ui.forms.form import Heading, Row
from ui.theme import CONTRAST, DARK, LIGHT, Look

HOSTILE = ["<b>R&D</b>", "&amp; & &&", "<img src=x onerror=alert(1)>", "{0} {name} %s", "=SUM(A1)", "ا" * 40, "🙂"]
NAME, EMAIL, PLACES = ONE_OF_EACH[0], ONE_OF_EACH[1], ONE_OF_EACH[6]


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifier)


def write(text: str) -> None:
    QTest.keyClicks(focused(), text)


def committed(form) -> dict[str, object]:
    said: dict[str, object] = {}
    form.committed.connect(said.__setitem__)
    return said


def test_every_kind_of_field_is_filled_in_by_the_keyboard_alone(form_of):
    form = form_of(*ONE_OF_EACH)
    said = committed(form)
    form.focus("name")
    for text in ("Åse", "ase@example.org", "Bodø", "one", "3.3.2027", "2015", "7"):
        write(text)
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Left)  # from "not known" to "no"
    press(Qt.Key.Key_Left)  # and to "yes"
    press(Qt.Key.Key_Tab)
    write("yes")
    press(Qt.Key.Key_Tab)
    write("budgets")
    press(Qt.Key.Key_Return)
    write("planning, long")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Tab)
    write("s")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    wanted = {
        "name": "Åse",
        "email": "ase@example.org",
        "place": "Bodø",
        "notes": "one",
        "day": date(2027, 3, 3),
        "since": date(2015, 1, 1),
        "places": 7,
        "retired": True,
        "letter": True,
        "topics": ("budgets", "planning, long"),
        "level": LeadershipLevel.MIDDLE,
        "language": LanguageCode.SV,
    }
    assert said == wanted
    assert form.values() == wanted
    assert not form.pending


@pytest.mark.parametrize("code", list(LanguageCode))
def test_every_value_that_is_shown_is_read_as_the_same_value(form_of, look, speak, code):
    speak(code)
    shown = {
        "name": "None",
        "email": "a@example.org",
        "notes": "one\ntwo",
        "day": date(2027, 2, 3),
        "since": date(2015, 1, 1),
        "places": 0,
        "retired": False,
        "letter": date(2026, 2, 3),
        "topics": ("budgets, planning",),
        "level": LeadershipLevel.SENIOR,
        "language": LanguageCode.NB,
    }
    form = form_of(*ONE_OF_EACH)
    said = committed(form)
    form.show_values(shown)
    assert form.values() == {"place": None, **shown}
    assert not form.pending
    form.leave()
    assert said == {}
    for letter in (True, False):
        form.show_values({"letter": letter})
        assert form.values()["letter"] is letter


def test_every_choice_of_the_product_can_be_chosen_and_read(form_of):
    form = form_of(*ALL_FIELDS)
    for field in ALL_FIELDS:
        choices = getattr(field, "choices", None)
        for value, _, _ in choices.options if choices else ():
            form.show_values({field.key: value})
            assert form.editor(field.key).read() is value


def test_a_kind_of_field_without_an_editor_of_its_own_is_a_line_of_text(form_of):
    class PostcodeField(TextField):
        pass

    form = form_of(PostcodeField("postcode", title("Postcode")))
    assert isinstance(form.editor("postcode").control, QLineEdit)


def test_a_wrong_entry_is_marked_in_words_and_stays(form_of):
    form = form_of(Row(NAME, required=True), EMAIL, PLACES)
    said = committed(form)
    form.focus("email")
    write("ase at example")
    press(Qt.Key.Key_Tab)
    assert said == {}
    editor = form.editor("email")
    assert editor.remark == "“ase at example” is not an e-mail address. Write it as name@example.org."
    assert editor.control.accessibleDescription() == editor.remark
    assert editor.control.property("wrong") == "true"
    assert editor.entry() == "ase at example"
    assert form.pending
    write("77")
    assert form.values() is None
    assert focused() is form.editor("name").control, "the first of those that refuse"
    assert form.editor("name").remark == "This must be filled in."
    assert form.editor("places").remark == "“77” is not a whole number from 0 to 10."
    assert form.editor("places").entry() == "77"


def test_a_mark_goes_while_the_entry_is_mended_and_none_comes_while_typing(form_of):
    form = form_of(PLACES, EMAIL)
    form.focus("places")
    write("12")
    assert form.editor("places").remark == ""
    press(Qt.Key.Key_Return)
    assert form.editor("places").marked
    press(Qt.Key.Key_Backspace)
    assert not form.editor("places").marked
    assert form.editor("places").remark == ""


def test_what_an_action_refused_is_said_at_its_field(form_of):
    form = form_of(EMAIL)
    form.mark("email", msg("“{entry}” is neither yes nor no.", entry="x"))
    assert form.editor("email").remark == "“x” is neither yes nor no."


def test_escape_takes_back_what_was_typed_and_then_belongs_to_the_window(form_of):
    form = form_of(EMAIL, ONE_OF_EACH[3])
    for key, old in (("email", "a@example.org"), ("notes", "one")):
        form.show_values({key: old})
        form.focus(key)
        write("xx")
        press(Qt.Key.Key_Escape)
        assert form.editor(key).entry() == old
        assert not form.pending


def test_a_reload_keeps_what_is_being_typed(form_of):
    form = form_of(NAME, EMAIL)
    form.show_values({"name": "Åse", "email": "a@example.org"})
    form.focus("name")
    write("X")
    form.show_values({"name": "Åse", "email": "b@example.org"}, keep_typed=True)
    assert form.editor("name").entry() == "XÅse"
    assert form.editor("email").entry() == "b@example.org"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stands_as_it_is_in_entries_labels_and_remarks(form_of, text):
    form = form_of(TextField("a", title(text)), NumberField("b", title(text)), Heading(title(text)), letters=True)
    form.show_values({"a": text})
    assert form.editor("a").entry() == text
    assert form.values()["a"] == text
    assert form.editor("a").control.accessibleName() == text
    form.focus("b")
    write("x") if text.startswith("ا") else form.editor("b").control.setText(text)
    form.leave()
    for words in form.findChildren(QLabel):
        assert words.textFormat() == Qt.TextFormat.PlainText or words.text() == ""


def test_days_are_read_back_in_words(form_of, speak):
    speak("nb")
    form = form_of(*ONE_OF_EACH)
    form.show_values({"day": date(2027, 3, 3)})
    editor = form.editor("day")
    assert editor.entry() == "3.3.2027"
    assert editor.remark == "onsdag 3. mars 2027, uke 9"
    form.focus("since")
    write("7 år")
    assert form.editor("since").remark == "Siden 1. november 2019"
    press(Qt.Key.Key_Return)
    assert form.editor("since").entry() == "1.11.2019"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # a pop-up, where there is no screen
def test_a_day_is_picked_from_the_calendar_by_keys(form_of, qtbot):
    form = form_of(ONE_OF_EACH[4], NAME)
    said = committed(form)
    form.show_values({"day": date(2027, 3, 3)})
    form.focus("day")
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = QApplication.activePopupWidget()
    assert popup.objectName() == "monthPopup"
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Return)
    assert QApplication.activePopupWidget() is None
    assert form.editor("day").entry() == "2027-03-04"
    press(Qt.Key.Key_Tab)
    assert said == {"day": date(2027, 3, 4)}


def test_the_wheel_scrolls_past_a_choice_and_does_not_change_it(form_of):
    form = form_of(*ONE_OF_EACH)
    form.show_values({"level": LeadershipLevel.SENIOR})
    form.focus("name")
    choice = form.editor("level").control
    centre = QPointF(choice.rect().center())
    wheel = QWheelEvent(
        centre,
        choice.mapToGlobal(centre),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(choice, wheel)
    assert form.editor("level").read() is LeadershipLevel.SENIOR


def test_read_only_says_why_lets_through_no_key_and_opens_again(form_of):
    form = form_of(*ONE_OF_EACH)
    values = {"name": "Åse", "retired": True, "level": LeadershipLevel.SENIOR}
    form.show_values(values)
    reason = msg("“{entry}” is neither yes nor no.", entry="file")
    form.set_read_only(reason)
    form.show_values(values)
    told: list[object] = []
    form.denied.connect(told.append)
    before = form.values()
    assert form.findChild(QLabel, "whyReadOnly").isVisible()
    form.focus("name")
    for _ in ONE_OF_EACH:
        write("x")
        press(Qt.Key.Key_Down)
        press(Qt.Key.Key_Tab)
    assert form.values() == before
    assert reason in told
    form.set_read_only(None)
    form.focus("name")
    write("X")
    assert "X" in form.values()["name"]


def test_tab_goes_through_every_field_and_comes_round_and_each_stop_has_a_name(form_of):
    form = form_of(*ONE_OF_EACH)
    form.focus("name")
    stops = []
    for _ in range(len(ONE_OF_EACH)):
        stops.append(focused())
        assert focused().accessibleName(), focused().objectName()
        press(Qt.Key.Key_Tab)
    keys = [next(f.key for f in ONE_OF_EACH if form.editor(f.key).isAncestorOf(stop)) for stop in stops]
    assert keys == [field.key for field in ONE_OF_EACH]
    assert focused() is stops[0]


def test_the_letter_of_a_label_goes_to_its_field(form_of):
    form = form_of(NAME, ONE_OF_EACH[7], EMAIL, letters=True)
    labels = [words.text() for words in form.findChildren(QLabel) if words.buddy() is not None]
    assert labels == ["&Name", "&Retired", "&E-mail"]
    form.focus("name")
    press(Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
    assert form.editor("retired").isAncestorOf(focused())


@pytest.mark.parametrize("tokens", [LIGHT, DARK, CONTRAST])
@pytest.mark.parametrize("zoom", [100, 200])
def test_the_form_never_needs_more_width_than_it_has(form_of, qapp, tokens, zoom):
    from ui.wearing import wear

    made = Look(tokens, zoom)
    wear(qapp, made)
    form = form_of(*ALL_FIELDS, look=made)
    form.resize(560 if zoom == 200 else 360, 700)
    QApplication.processEvents()
    for field in ALL_FIELDS:
        editor = form.editor(field.key)
        assert editor.mapTo(form, QPoint(editor.width(), 0)).x() <= form.width()
        form.focus(field.key)
        assert not editor.control.visibleRegion().isEmpty()
