"""The application of one person: its fields, its files, a notice, the introduction, referrals and steps."""

from __future__ import annotations

import stat
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit

from mentordesk.actions.applications import ApplicationForm, edit_application
from mentordesk.actions.criteria import note_paper
from mentordesk.actions.papers import ask_for_paper
from mentordesk.domain.criteria import PaperKind, Standing
from mentordesk.domain.people import ParticipationStatus
from mentordesk.domain.recruiting import OfferAnswer, ReferralOutcome
from tests.domain.attached_files import PDF
from tests.ui.participants.applications.conftest import TODAY
from ui.participants.applications import attachment_opening
from ui.participants.applications.notice_form import NoticeForm
from ui.participants.applications.paper_asking import PaperAsking
from ui.participants.applications.part import ApplicationPart

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # pop-ups, where there is no screen
KARI, ASA = "Kari Berg", "Åsa Öberg"


@pytest.fixture
def part(shown_over, nno):
    shown = shown_over(ApplicationPart, nno, size=(460, 1400))
    shown.show_one(KARI)
    return shown


@pytest.fixture
def noticed(shown_over, nu):
    shown = shown_over(ApplicationPart, nu, size=(460, 1400))
    shown.show_one(ASA)
    return shown


def attach(part, path, as_=0):
    part.find("attachAs", QComboBox).setCurrentIndex(as_)
    part.desk.ask.answers.append(path)
    part.click("attachAdd")
    part.show_one(KARI)


def file(tmp_path, name="confirmation.pdf", content=PDF):
    path = tmp_path / name
    path.write_bytes(content)
    return path


def test_a_field_is_kept_when_it_is_left_and_the_letter_as_a_whole(part):
    letter = part.find("letter", QPlainTextEdit)
    letter.setPlainText("Only this.")
    letter.setFocus()
    part.type(" ")
    assert part.application(KARI).letter != "Only this."  # not by the key
    part.press(Qt.Key.Key_Tab)

    assert part.application(KARI).letter == "Only this."
    heard = part.find("heard_of", QLineEdit)
    heard.setText("a colleague")
    heard.setFocus()
    part.press(Qt.Key.Key_Return)
    assert part.application(KARI).heard_of == "a colleague"
    assert part.application(KARI).letter == "Only this."


def test_a_wrong_day_is_explained_in_its_place(part):
    line = part.find("received_on", QLineEdit)
    line.setText("2027-02-01")
    line.setFocus()
    part.press(Qt.Key.Key_Return)

    assert line.property("wrong") == "true"
    assert part.application(KARI).received_on == TODAY


def test_a_file_is_attached_as_the_paper_that_is_missing(part, tmp_path):
    assert part.find("attachAs", QComboBox).currentText() == "Employer's confirmation"

    attach(part, file(tmp_path))

    card = part.find("attachment0")
    words = [each.text() for each in card.findChildren(QObject) if hasattr(each, "text")]
    assert words[:2] == ["confirmation.pdf", "Employer's confirmation, 1 kB, attached 23 Nov 2026"]
    confirmed = next(row for row in part.known(KARI).criteria if row.key == "mentee_confirmation")
    assert confirmed.standing is Standing.MET
    assert part.rows()[KARI].status is ParticipationStatus.COMPLETE
    part.click("takeAttachment0")
    part.show_one(KARI)
    assert not part.has("attachment0")


def test_a_name_that_hides_its_ending_is_shown_without_its_marks_and_refused(part, tmp_path):
    attach(part, file(tmp_path, "cv\u202efdp.exe", b"MZ"))

    assert "Without them it is “cvfdp.exe”" in part.find("attachRemark").text
    assert not part.application(KARI).attachments


def test_a_file_that_is_not_there_any_more_or_too_large_is_said(part, tmp_path):
    attach(part, tmp_path / "gone.pdf")
    assert "“gone.pdf” cannot be read" in part.find("attachRemark").text

    large = tmp_path / "large.pdf"
    with large.open("wb") as out:
        out.truncate(10_000_001)
    attach(part, large)
    assert "larger than 10 MB" in part.find("attachRemark").text


class Viewer(QObject):
    def __init__(self):
        super().__init__()
        self.opened = []

    @Slot(QUrl)
    def open(self, url):
        self.opened.append(Path(url.toLocalFile()))


def test_a_file_is_opened_under_a_name_of_ours_only_to_be_read_and_swept_away(part, tmp_path):
    viewer = Viewer()
    QDesktopServices.setUrlHandler("file", viewer, "open")
    try:
        attach(part, file(tmp_path, ["..", "odd name.pdf"][-1]))
        part.click("openAttachment0")
    finally:
        QDesktopServices.unsetUrlHandler("file")

    (path,) = viewer.opened
    assert path.read_bytes() == PDF
    assert (path.suffix, "odd" in path.name) == (".pdf", False)
    assert stat.S_IMODE(path.stat().st_mode) == 0o400
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    left_by_an_earlier_run = attachment_opening.folder() / "left"
    left_by_an_earlier_run.mkdir()
    (left_by_an_earlier_run / "a.pdf").write_bytes(PDF)
    attachment_opening.sweep()
    assert path.exists()  # still open here
    assert not left_by_an_earlier_run.exists()


def test_an_offer_and_its_answer_are_noted_and_the_item_ticks_itself(noticed):
    assert "Appointed by Gun Ek" in noticed.find("noticeKnown").text()
    assert not noticed.find("introduction_mentor", QCheckBox).isChecked()

    noticed.click("noticeOffered")
    noticed.show_one(ASA)
    assert noticed.find("introduction_mentor", QCheckBox).isChecked()
    assert noticed.rows()[ASA].status is ParticipationStatus.ASKED
    assert not noticed.has("noticeOffered")

    noticed.find("offer_reason", QLineEdit).setText("after the summer")
    noticed.click("noticeAnswer_not_now")
    noticed.show_one(ASA)
    found = noticed.application(ASA)
    assert (found.status, found.notice.answer) == (ParticipationStatus.WITHDRAWN, OfferAnswer.NOT_NOW)
    assert found.steps[-1].reason == "after the summer"
    assert "Answered on 23 Nov 2026: Not now" in noticed.find("noticeKnown").text()


def test_an_item_is_ticked_by_space(noticed):
    box = noticed.find("introduction_welcome", QCheckBox)
    box.setFocus()
    noticed.press(Qt.Key.Key_Space)
    noticed.show_one(ASA)

    assert box.isChecked()
    assert "done 23 Nov 2026" in box.text()
    assert box.hasFocus()


def test_a_referral_is_noted_to_the_regional_programme_with_what_came_of_it(noticed):
    noticed.click("referralAdd")
    assert noticed.find("referred_to", QLineEdit).text() == "Västra Götalandsregionens mentorprogram"
    noticed.click("referralNow")
    noticed.show_one(ASA)
    noticed.click("referral_accepted0")

    (found,) = noticed.application(ASA).referrals
    assert (found.on, found.outcome) == (TODAY, ReferralOutcome.ACCEPTED)


def test_in_a_file_for_reading_nothing_can_be_attached_and_a_tick_says_why(shown_over, nu):
    part = shown_over(ApplicationPart, nu, read_only=True, size=(460, 1400))
    part.show_one(ASA)

    assert not part.has("attachAdd")
    part.click("introduction_welcome")
    assert not part.find("introduction_welcome", QCheckBox).isChecked()
    assert part.told


def test_a_new_manager_is_noted_by_the_form(shown_over, nu):
    form = shown_over(NoticeForm, nu)
    added = []
    form.widget.added.connect(added.append)
    form.widget.enter()
    form.type("Bo")
    form.find("family_name", QLineEdit).setText("Lind")
    form.find("appointing_manager", QLineEdit).setText("Gun Ek")
    form.find("takes_office_on", QLineEdit).setText("2027-02-01")
    form.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert added == [form.rows()["Bo Lind"].id]
    assert form.application("Bo Lind").notice.takes_office_on == date(2027, 2, 1)
    assert not form.find("given_name", QLineEdit).text()  # ready for the next one


def test_without_a_name_the_form_says_so_and_keeps_what_was_written(shown_over, nu):
    form = shown_over(NoticeForm, nu)
    form.find("appointing_manager", QLineEdit).setText("Gun Ek")
    form.click("noticeNow")

    assert "Write a given or a family name" in form.widget.findChild(QObject, "remark").text()
    assert form.find("appointing_manager", QLineEdit).text() == "Gun Ek"


def test_several_are_asked_for_a_paper_by_a_day(shown_over, nno):
    asking = shown_over(lambda desk: PaperAsking(desk, ()), nno)
    ids = [row.id for row in asking.rows().values()]
    asking.widget._ids = tuple(ids)
    left = []
    asking.widget.left.connect(lambda: left.append(True))
    asking.find("asked_by", QLineEdit).setText("2026-12-07")
    asking.click("askPaperNow")

    papers = {paper.kind: paper for paper in asking.known(KARI).papers}
    assert papers[PaperKind.CONFIRMATION].asked_by == date(2026, 12, 7)
    assert left


def test_a_paper_noted_before_its_file_came_is_what_the_file_is_offered_as(part, tmp_path):
    id_ = part.rows()[KARI].id
    part.change(lambda store: note_paper(store, id_, PaperKind.CONFIRMATION, received=True, on=TODAY))
    part.show_one(KARI)
    assert part.find("attachAs", QComboBox).currentText() == "Employer's confirmation"

    part.desk.ask.answers.append(file(tmp_path))
    part.click("attachAdd")
    part.show_one(KARI)

    words = [each.text() for each in part.find("attachment0").findChildren(QObject) if hasattr(each, "text")]
    assert words[1].startswith("Employer's confirmation, ")
    assert part.find("attachAs", QComboBox).currentText() == "Another document", "no contract before the selection"


def test_a_paper_that_was_asked_for_goes_before_one_that_is_only_missing(part):
    per, day = part.rows()["Per Eik"].id, TODAY + timedelta(days=7)
    part.change(lambda store: edit_application(store, per, ApplicationForm(day, None, "")))
    part.change(lambda store: note_paper(store, per, PaperKind.MOTIVATION, received=None, on=None))
    part.change(lambda store: ask_for_paper(store, [per], PaperKind.CONFIRMATION, by=day))
    part.show_one("Per Eik")

    assert part.find("attachAs", QComboBox).currentText() == "Employer's confirmation"
