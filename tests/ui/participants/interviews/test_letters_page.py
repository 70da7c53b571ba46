"""Letters with papers, on paper, copied and opened as messages: each is noted, and nothing stays on the clipboard."""

from __future__ import annotations

from email import policy
from email.parser import BytesParser
from urllib.parse import parse_qsl, urlsplit

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPlainTextEdit, QPushButton, QWidget

from mentordesk.actions.files import new_file
from mentordesk.domain.letter_ways import LetterWay
from mentordesk.i18n.languages import LanguageCode
from mentordesk.messages.letters import LetterKind
from mentordesk.queries.letter_log import letter_log
from mentordesk.storage.records import PersonRecord
from tests.queries.small_programme import change, made
from ui.participants.interviews.letter_ways import LetterWays
from ui.participants.interviews.letters_page import LettersPage


def _a_pair(path):
    with new_file(path) as store:
        pair = made(store, pairs=1).pairs[0]
        change(store, PersonRecord, pair.mentee_person, email="mentee@example.org", language=LanguageCode.EN)


class Page:
    def __init__(self, desk, settled, qtbot):
        self.desk, self._settled = desk, settled
        ids = []
        desk.work.ask("ids", _ids, ids.extend)
        settled(desk)
        self.told = []
        desk.told.connect(lambda notice: self.told.append(notice.sentence.text))
        self.page = LettersPage(desk, ids)
        qtbot.addWidget(self.page)
        self.page.resize(1084, 700)
        self.page.show()
        settled(desk)

    def find(self, name, kind=QWidget):
        found = self.page.findChild(kind, name)
        assert found is not None
        return found

    def choose(self, kind):
        combo = self.find("lettersKind", QComboBox)
        combo.setCurrentIndex(combo.findData(kind.value))
        self._settled(self.desk)

    def enclose(self, key):
        self.find(f"enclose_{key}", QAction).toggle()
        self._settled(self.desk)

    def click(self, name):
        self.find(name, QPushButton).click()
        self._settled(self.desk)

    def log(self):
        found = []
        self.desk.work.ask("log", letter_log, found.append)
        self._settled(self.desk)
        return [(row.name, row.way) for row in found[0]]


def _ids(store):
    from sqlalchemy import select

    from mentordesk.storage.records import ParticipationRecord

    with store.reading() as session:
        return tuple(session.scalars(select(ParticipationRecord.id).order_by(ParticipationRecord.role)))


@pytest.fixture
def at(desk_over, settled, copy_of, qtbot):
    return Page(desk_over(copy_of(_a_pair)), settled, qtbot)


class Opened(QObject):
    """Takes the place of the mail program."""

    def __init__(self):
        super().__init__()
        self.urls = []

    @Slot(QUrl)
    def take(self, url):
        self.urls.append(bytes(url.toEncoded()).decode())


@pytest.fixture
def mail_program():
    opened = Opened()
    QDesktopServices.setUrlHandler("mailto", opened, "take")
    yield opened
    QDesktopServices.unsetUrlHandler("mailto")


def test_papers_that_are_chosen_go_with_the_drafts(at, tmp_path):
    at.choose(LetterKind.FORMS_OUT)
    assert "the letter lacks the papers that go with it" in at.find("lettersMissing").item(0).text()
    assert at.find("lettersEnclosures").accessibleName() == "Without papers …"

    at.enclose("contract")

    assert at.find("lettersEnclosures").accessibleName() == "With 1 paper …"
    assert not at.find("lettersMissing").isVisible()
    assert at.find("letterEnclosures", QLabel).text() == "With it: “Cooperation contract”"
    at.desk.ask.answers = [tmp_path / "drafts"]
    at.click("lettersSave")
    names = set()
    for path in (tmp_path / "drafts").glob("*.eml"):
        draft = BytesParser(policy=policy.default).parsebytes(path.read_bytes())
        names |= {part.get_filename() for part in draft.iter_attachments()}
    assert names == {
        "Cooperation contract - Mentee 1 and Mentor 1.pdf",
        "Samarbeidskontrakt - Mentee 1 og Mentor 1.pdf",
    }
    assert at.log() == [("Mentee 1", LetterWay.DRAFT), ("Mentor 1", LetterWay.DRAFT)]


def test_letters_are_put_on_paper(at, tmp_path):
    at.choose(LetterKind.THANKS)
    at.desk.ask.answers = [tmp_path / "papers"]
    at.click("lettersPaper")

    assert len(list((tmp_path / "papers").glob("*.pdf"))) == 2
    assert {way for _, way in at.log()} == {LetterWay.PAPER}


def test_a_copied_letter_is_noted_and_forgotten(at):
    at.choose(LetterKind.THANKS)
    at.click("letterCopy")

    subject = at.find("letterSubject", QLabel).text()
    body = at.find("letterBody", QPlainTextEdit).toPlainText()
    assert QGuiApplication.clipboard().text() == f"{subject}\n\n{body}"
    assert at.log() == [("Mentee 1", LetterWay.COPIED)]
    at.page.findChild(LetterWays).forget()
    assert QGuiApplication.clipboard().text() == ""


def test_what_somebody_copied_since_stays(at):
    at.choose(LetterKind.THANKS)
    at.click("letterCopy")
    QGuiApplication.clipboard().setText("hers")
    at.page.findChild(LetterWays).forget()

    assert QGuiApplication.clipboard().text() == "hers"


def test_a_short_letter_opens_as_a_message(at, mail_program):
    at.choose(LetterKind.THANKS)
    at.click("letterMail")

    (link,) = mail_program.urls
    parts = urlsplit(link)
    assert (parts.scheme, parts.path) == ("mailto", "mentee@example.org")
    fields = dict(parse_qsl(parts.query))
    assert fields["subject"] == at.find("letterSubject", QLabel).text()
    assert fields["body"].replace("\r\n", "\n") == at.find("letterBody", QPlainTextEdit).toPlainText()
    assert at.log() == [("Mentee 1", LetterWay.MAILTO)]


def test_what_cannot_be_handed_over_is_said_and_not_noted(at, mail_program):
    at.choose(LetterKind.THANKS)
    at.enclose("contract")
    at.click("letterMail")
    assert at.told[-1] == "Papers cannot go with it in this way. Save the draft instead."
    at.enclose("contract")
    QTest.keyClick(at.page, Qt.Key.Key_PageDown, Qt.KeyboardModifier.AltModifier)
    at.click("letterMail")
    assert "not one plain e-mail address" in at.told[-1]
    at.choose(LetterKind.ENDED_MENTEE)
    at.click("letterCopy")
    assert "this was not decided" in at.told[-1]

    assert (at.log(), mail_program.urls) == ([], [])
