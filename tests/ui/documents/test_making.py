"""Making papers in the window: for whom, looked at, saved, printed, and noted once they were taken."""

from __future__ import annotations

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QListWidget, QPushButton

from mentordesk.actions.files import open_for_reading
from mentordesk.domain.subjects import Subject
from mentordesk.queries.batch_sources import ELSEWHERE, SOURCES
from mentordesk.queries.documents_made import documents_made
from mentordesk.storage.records import PersonRecord
from tests.actions.every_paper import NAMES
from tests.documents.reading import plain
from tests.queries.small_programme import NOON, change
from ui.documents.making.view import MakingView
from ui.documents.tab import DocumentsPage


@pytest.fixture
def making(page) -> MakingView:
    view = page.views.view
    assert isinstance(view, MakingView)
    return view


@pytest.fixture
def choose(making, qtbot, settled):
    """`choose("logbook")`: the kind, and waits until those it is for are there."""

    def make(kind: str) -> None:
        making.kinds.choose(kind)
        qtbot.waitUntil(lambda: making._found is not None and making._found.kind == kind)
        settled(making.desk)

    return make


def rows(making) -> list[str]:
    return [making.table.cell(place, 1).text for place in range(len(making.table.rows.shown))]


def text(page, name: str) -> str:
    found = page.findChild(QLabel, name) or page.findChild(QCheckBox, name)
    assert found is not None, name
    return found.text()


def made(page) -> list:
    found: list = []
    page.desk.work.ask("test", lambda store: documents_made(store, None), found.extend)
    return found


def test_every_kind_of_every_scope_is_saved_from_the_tab(making, every, choose, settled, tmp_path):
    for kind in SOURCES:
        choose(kind)
        if kind == "gathering-invitation":
            of = making.choices._meeting
            of.setCurrentIndex(of.findData(every.to_come))
        elif making.choices.meeting is not None and kind != "team-agenda":
            of = making.choices._meeting
            of.setCurrentIndex(of.findData(every.held))
        settled(making.desk)
        assert rows(making), kind
        making.table.tick_only([making.table.rows.id_at(0)])
        making.desk.ask.answers = [tmp_path / kind]

        making.save()
        settled(making.desk)

        assert len(list((tmp_path / kind).iterdir())) == 1, kind


def test_a_kind_that_is_made_elsewhere_leads_there(making, page, choose):
    led: list[Subject] = []
    page.desk.show.connect(lambda subject, _: led.append(subject))
    for kind in ELSEWHERE:
        choose(kind)
        way = page.findChild(QPushButton, "goThere")
        assert way is not None, kind
        way.click()

    assert len(led) == len(ELSEWHERE)


def test_the_list_says_how_many_persons_are_in_it_and_follows_the_ticks(making, page, qtbot, choose):
    choose("contract")
    assert text(page, "personsInIt") == "Contains personal data of 8 persons."
    assert text(page, "papersChosen") == "4 of 4 ticked"

    making.list.setFocus()
    qtbot.keyClick(making.list, Qt.Key.Key_Space)

    assert text(page, "papersChosen") == "3 of 4 ticked"
    assert text(page, "personsInIt") == "Contains personal data of 6 persons."
    page.findChild(QCheckBox, "papersChosen").click()
    assert text(page, "papersChosen") == "4 of 4 ticked"
    page.findChild(QCheckBox, "papersChosen").click()
    assert not page.findChild(QPushButton, "printNow").isEnabled()


@pytest.mark.parametrize(("order", "second"), [("surname", "Ærlig"), ("unit", "Åkesson")])
def test_the_order_is_chosen_and_is_that_of_the_programmes_language(making, page, choose, order, second):
    choose("contract")
    drop = page.findChild(QComboBox, "orderChoice")
    drop.setCurrentIndex(drop.findData(order))

    assert second in rows(making)[1]
    assert len(rows(making)) == len(NAMES)


def test_what_is_missing_is_said_before_anything_is_made(making, page, every, choose, settled):
    def without_unit(store):
        from mentordesk.storage.records import ParticipationRecord

        with store.reading() as session:
            person = session.get_one(ParticipationRecord, every.mentee).person_id
        change(store, PersonRecord, person, unit_id=None)

    page.desk.work.change(without_unit)
    settled(page.desk)
    choose("role-guide-mentee")

    assert "no unit" in text(page, "missingData")
    assert any("no unit" in making.table.cell(place, 4).text for place in range(len(rows(making))))


def test_enter_looks_at_one_paper_and_only_what_is_saved_from_there_is_noted(
    making, page, choose, qtbot, settled, tmp_path
):
    choose("conversation-slip")
    making.list.setFocus()
    qtbot.keyClick(making.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: making.runs.preview is not None and making.runs.preview.isVisible(), timeout=20_000)
    preview = making.runs.preview
    assert preview.findChild(QListWidget, "paperList").count() == 1
    found = made(page)
    settled(page.desk)
    assert found == []

    page.desk.ask.answers = [tmp_path / "saved"]
    (tmp_path / "saved").mkdir()
    preview.findChild(QPushButton, "savePapers").click()
    settled(page.desk)

    (saved,) = (tmp_path / "saved").iterdir()
    assert b"/AcroForm" in saved.read_bytes()
    found = made(page)
    settled(page.desk)
    assert [row.kind for row in found] == ["conversation-slip"]
    preview.close()


def test_a_cohort_is_one_print_job_of_papers_without_fields(making, page, choose, settled, to_file, tmp_path):
    choose("contract")
    making.runs.choose = lambda _: to_file()

    making.print()
    settled(page.desk)

    printed = pypdf.PdfReader(tmp_path / "printed.pdf")
    found = made(page)
    settled(page.desk)
    assert len(printed.pages) == sum(row.pages for row in found) >= len(NAMES)
    assert printed.get_fields() in (None, {})


def test_whoever_turns_back_at_the_printer_has_made_nothing(making, page, choose, settled):
    choose("contract")
    making.runs.choose = lambda _: None

    making.print()
    settled(page.desk)

    found = made(page)
    settled(page.desk)
    assert found == []


def test_the_language_of_all_can_be_chosen(making, page, choose, settled, tmp_path):
    choose("role-guide-mentor")
    drop = page.findChild(QComboBox, "languageChoice")
    drop.setCurrentIndex(drop.findData("sv"))
    page.desk.ask.answers = [tmp_path / "papers"]

    page.findChild(QPushButton, "saveAsPdf").click()
    settled(page.desk)

    assert all("mentor" in plain(path.read_bytes()).lower() for path in (tmp_path / "papers").iterdir())
    found = made(page)
    settled(page.desk)
    assert {row.languages for row in found} == {("sv",)}


def test_by_keyboard_alone_from_the_filter_to_the_folder(making, page, qtbot, settled, tmp_path):
    page.desk.ask.answers = [tmp_path / "papers"]
    qtbot.keyClick(making.kinds._list, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(making.kinds.search, "goal doc")
    qtbot.waitUntil(lambda: making.kinds.current == "goal-document")
    qtbot.waitUntil(lambda: making._found is not None and making._found.kind == "goal-document")
    qtbot.keyClick(making.kinds.search, Qt.Key.Key_Return)
    assert making.kinds._list.hasFocus()
    qtbot.keyClick(making.kinds._list, Qt.Key.Key_Return)
    qtbot.waitUntil(making.list.hasFocus)
    qtbot.keyClick(making.list, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    settled(page.desk)

    assert len(list((tmp_path / "papers").iterdir())) == len(NAMES)


def test_in_a_file_for_reading_papers_are_made_and_nothing_is_noted(desk_over, every, qtbot, settled, tmp_path):
    path = tmp_path / "every.mentordesk"
    desk = desk_over(path, opener=lambda: open_for_reading(path, clock=lambda: NOON))
    page = DocumentsPage(desk)
    qtbot.addWidget(page)
    page.show()
    settled(desk)
    desk.ask.answers = [tmp_path / "papers"]
    qtbot.waitUntil(lambda: page.views.view._found is not None)

    page.views.view.save()
    settled(desk)

    assert len(list((tmp_path / "papers").iterdir())) == len(NAMES)
    found = made(page)
    settled(desk)
    assert found == []


def test_a_file_without_pairs_teaches_where_they_are_made(open_documents, example):
    page = open_documents(example)

    assert page.findChild(QPushButton, "goThere").text() == "Go to Matching"


def test_with_all_programmes_in_view_it_asks_for_one(page):
    page.desk.choose(None)

    assert any("No programme is chosen" in each.text() for each in page.findChildren(QLabel))


def test_a_cohort_can_be_saved_as_one_file_for_whoever_prints_it(making, page, choose, settled, tmp_path):
    choose("contract")
    page.desk.ask.answers = [tmp_path / "all.pdf"]

    making.save_as_one()
    settled(page.desk)

    job = pypdf.PdfReader(tmp_path / "all.pdf")
    found = made(page)
    settled(page.desk)
    assert len(found) == len(NAMES)
    assert len(job.outline) == len(NAMES)
