"""Texts are written, read with one reader after the other, kept as versions and taken back, by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QMenu, QPlainTextEdit, QPushButton

from mentordesk.actions.files import new_file, open_for_reading
from mentordesk.actions.own_texts import write_text
from mentordesk.domain.own_texts import Words
from mentordesk.i18n.languages import LanguageCode
from mentordesk.messages.letters import LetterKind, texts
from mentordesk.queries.letters import addressees
from mentordesk.queries.own_texts import text_in_edit
from mentordesk.storage.records import PersonRecord
from tests.documents.hostile import LITERAL
from tests.queries.small_programme import change, made
from tests.ui.documents.alone import Alone
from ui.documents.texts.view import TextsView
from ui.theme import LIGHT, Look

NB = LanguageCode.NB
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SPACE, ENTER = Qt.Key.Key_Space, Qt.Key.Key_Return
PREFIX = "<b>&amp; {name} \\n "


def _two_pairs(path):
    with new_file(path) as store:
        found = made(store)
        change(store, PersonRecord, found.pairs[0].mentor_person, email="mentor@example.org")
        change(store, PersonRecord, found.pairs[0].mentee_person, given_name=PREFIX, family_name="Nes")


@pytest.fixture
def texts_file(copy_of):
    return copy_of(_two_pairs)


@pytest.fixture
def shown(desk_over, settled, texts_file, qtbot):
    def make(opener=None, zoom=100):
        desk = desk_over(texts_file, opener=opener, look=Look(LIGHT, zoom))
        return Alone(TextsView(desk), desk, settled).show(qtbot)

    return make


@pytest.fixture
def one(shown):
    return shown()


def body(one):
    return one.find("textBody", QPlainTextEdit)


def read(one):
    """What the reader in view would find."""
    return one.find("readSubject", QLabel).text(), one.find("readBody", QPlainTextEdit).toPlainText()


def place(one):
    return one.find("readerPlace", QLabel).text()


def state(one):
    return one.find("textState").text


def write_anew(one, text):
    body(one).setFocus()
    body(one).selectAll()
    body(one).insertPlainText(text)  # QTest types no line breaks
    QTest.qWait(200)
    one.settle()


def kept(one, key, code=NB):
    programme = one.desk.programme_id
    return one.ask(lambda store: text_in_edit(store, programme, key, code))


def test_what_is_written_is_read_at_once_and_holds_when_it_is_kept(one):
    one.choose("textChoice", "selected")
    assert (state(one), body(one).toPlainText()) == ("The original", texts(LetterKind.SELECTED)[NB].body)
    assert not one.find("keepText", QPushButton).isEnabled()

    write_anew(one, "Velkommen {given_name} til {programme}.")

    assert state(one) == "Not kept yet"
    assert read(one) == ("Du har fått plass i Kull 1", "Velkommen Mentee til Kull 1.")
    assert not kept(one, "selected").own
    one.press(ENTER, CTRL)
    assert state(one) == "Own words"
    assert kept(one, "selected").words.body == "Velkommen {given_name} til {programme}."
    assert one.find("textChoice").currentText() == "A place in the programme (nb)"
    one.do(lambda store: store.undo())
    assert (state(one), body(one).toPlainText()) == ("The original", texts(LetterKind.SELECTED)[NB].body)


def test_the_keys_go_through_the_readers_and_what_is_missing_stands_on_top(one):
    one.choose("textChoice", "matched_mentee")
    body(one).setFocus()
    assert place(one) == "Mentee 2, 1 of 2"
    assert one.find("readerMissing", QLabel).text() == "Not known here: how to reach the other of the pair."
    assert "‹hvordan den andre i paret kan nås›" in read(one)[1]

    one.press(Qt.Key.Key_PageDown, ALT)

    assert place(one).endswith("Nes, 2 of 2")
    assert not one.find("readerMissing").isVisible()
    assert "mentor@example.org" in read(one)[1]
    one.press(Qt.Key.Key_PageUp, ALT)
    assert place(one) == "Mentee 2, 1 of 2"


def test_the_same_reader_stays_while_one_writes(one):
    one.choose("textChoice", "thanks")
    body(one).setFocus()
    one.press(Qt.Key.Key_PageDown, ALT)
    before = place(one)
    one.write("x")
    QTest.qWait(200)
    one.settle()

    assert place(one) == before
    assert read(one)[1].startswith("xHei")


def test_the_preview_is_what_the_draft_will_say(one):
    """Of every reader, in words that are kept; nothing in a name is a field or markup."""
    one.choose("textChoice", "thanks")
    write_anew(one, "{name} <i>{given_name}</i> {{name}} & {programme}\n{sender}")
    one.press(ENTER, CTRL)
    programme = one.desk.programme_id
    ids = one.ask(lambda store: _participants(store, programme))
    drafts = one.ask(lambda store: addressees(store, ids, LetterKind.THANKS))

    seen = set()
    for _ in ids:
        one.press(Qt.Key.Key_PageDown, ALT)
        seen.add(read(one))
    assert seen == {(each.letter.subject, each.letter.body) for each in drafts}
    assert any(PREFIX.strip() in each for _, each in seen)


def _participants(store, programme):
    from sqlalchemy import select

    from mentordesk.storage.records import ParticipationRecord

    with store.reading() as session:
        return tuple(
            session.scalars(select(ParticipationRecord.id).where(ParticipationRecord.programme_id == programme))
        )


def test_a_field_is_chosen_from_the_list_and_written_at_the_cursor(one):
    one.choose("textChoice", "selected")
    body(one).setFocus()
    one.press(SPACE, CTRL)
    menu = one.find("fieldMenu", QMenu)
    assert [action.text().split("\t")[1] for action in menu.actions()] == [
        "{programme}",
        "{given_name}",
        "{starts_on}",
        "{sender}",
        "{name}",
    ]
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, ENTER)
    one.settle()

    assert body(one).toPlainText().startswith("{given_name}Hei")
    subject = one.find("textSubject", QLineEdit)
    subject.setFocus()
    subject.end(False)
    one.press(SPACE, CTRL)
    QTest.keyClick(one.window.findChildren(QMenu, "fieldMenu")[-1], ENTER)
    one.settle()
    assert subject.text() == "Du har fått plass i {programme}{programme}"


def test_what_is_wrong_is_said_and_led_to_and_not_kept(one):
    one.choose("textChoice", "selected")
    write_anew(one, "Hei {nobody} og {")

    problems = one.find("textProblems", QListWidget)
    assert [problems.item(at).text() for at in range(problems.count())] == [
        "{nobody} is no field of this text. Choose one from the list.",
        "A brace stands alone. For a brace that is to be read, write it twice: {{",
    ]
    assert read(one)[1] == "Hei {nobody} og {"
    one.press(ENTER, CTRL)
    assert not kept(one, "selected").own
    assert body(one).textCursor().selectedText() == "{nobody}"
    one.write("{name}")
    assert problems.count() == 1
    one.find("textSubject", QLineEdit).clear()
    one.find("textSubject", QLineEdit).textEdited.emit("")
    assert "The subject is empty." in [problems.item(at).text() for at in range(problems.count())]


@pytest.mark.parametrize("at", range(0, len(LITERAL), 20))
def test_whatever_is_typed_is_seen_as_it_is(one, at):
    for text in LITERAL[at : at + 20 : 4]:
        typed = text.replace("{", "{{").replace("}", "}}")
        one.view.editor.show_words(one.view.editor._text, Words(f"S {typed}", f"B\n{typed}"), own=False, changed=True)
        one.view.editor.edited.emit()
        QTest.qWait(170)
        one.settle()
        assert read(one)[1].split("\n", 1)[1] == text.strip()
        assert one.find("readSubject", QLabel).textFormat() == Qt.TextFormat.PlainText


def test_what_is_not_kept_is_kept_when_one_goes_away_and_waits_where_it_is_wrong(one):
    one.choose("textChoice", "selected")
    write_anew(one, "Hei {given_name}, velkommen.")
    one.choose("textChoice", "declined")
    assert kept(one, "selected").words.body == "Hei {given_name}, velkommen."

    write_anew(one, "Nei {nobody}")
    one.choose("textChoice", "selected")
    assert not kept(one, "declined").own
    assert one.told[-1].text == "The text is not kept yet: {reason}"
    one.choose("textChoice", "declined")
    assert (body(one).toPlainText(), state(one)) == ("Nei {nobody}", "Not kept yet")
    one.window.hide()
    assert not kept(one, "declined").own


def test_a_change_elsewhere_leaves_what_is_typed(one):
    one.choose("textChoice", "selected")
    write_anew(one, "Hei {given_name}, velkommen.")
    programme = one.desk.programme_id
    one.do(lambda store: write_text(store, programme, "declined", NB, Words("Nei", "Nei.")))

    assert (body(one).toPlainText(), state(one)) == ("Hei {given_name}, velkommen.", "Not kept yet")


def test_each_language_has_its_own_words_and_versions(one):
    programme = one.desk.programme_id
    one.do(lambda store: write_text(store, programme, "selected", NB, Words("En", "Hei en.")))
    one.do(lambda store: write_text(store, programme, "selected", NB, Words("To", "Hei to.")))
    one.choose("textChoice", "selected")
    versions = one.find("textVersion")
    assert [versions.itemData(at) for at in range(versions.count())] == [2, 1, 0]

    one.choose("textVersion", 1)
    assert (body(one).toPlainText(), state(one)) == ("Hei en.", "Not kept yet")
    one.press(ENTER, CTRL)
    body(one).setFocus()
    one.press(ENTER, CTRL)
    assert kept(one, "selected").words == Words("En", "Hei en.")
    assert len(kept(one, "selected").versions) == 3

    one.choose("textLanguage", "sv")
    assert body(one).toPlainText() == texts(LetterKind.SELECTED)[LanguageCode.SV].body
    assert not versions.isEnabled()
    one.choose("textLanguage", "nb")
    one.click("backToOriginal")
    assert (state(one), body(one).toPlainText()) == ("The original", texts(LetterKind.SELECTED)[NB].body)
    one.do(lambda store: store.undo())
    assert body(one).toPlainText() == "Hei en."


def test_a_passage_has_no_subject_and_no_readers(one):
    one.choose("textChoice", "role-guide-mentee")

    assert not one.find("textSubject").isVisible()
    assert place(one) == "As it will be read"
    assert read(one)[1].startswith("Velkommen som adept i Kull 1.")
    assert not one.find("readerNext").isVisible()


def test_a_letter_of_a_meeting_is_read_with_the_next_one(one):
    one.choose("textChoice", "gathering_invite")

    assert "Oppstartssamling" in read(one)[0]
    assert "Når: " in read(one)[1]
    assert not one.find("readerMissing").isVisible()


def test_in_a_file_open_for_reading_nothing_is_written(shown, texts_file):
    one = shown(opener=lambda: open_for_reading(texts_file))
    one.choose("textChoice", "selected")

    assert body(one).isReadOnly()
    assert not one.find("keepText").isVisible()
    assert read(one)[0] == "Du har fått plass i Kull 1"


def test_in_large_type_all_of_it_scrolls(shown):
    one = shown(zoom=200)

    assert one.find("readBody").mapTo(one.window, one.find("readBody").rect().topLeft()).y() > 400
    assert one.find("textChoice").width() < 1084
