"""A person's own report: every row that can be followed to them, and no other participant's name (GDPR 15)."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import func, select

from mentordesk.actions.bank import ask_to_stay
from mentordesk.actions.dependences import record_dependence
from mentordesk.actions.line_managers import set_line_manager
from mentordesk.actions.person_report import write_person_report
from mentordesk.documents.papers.report_words import COLUMN_NAMES, TABLE_NAMES, UNTOLD
from mentordesk.domain.ids import AttachmentId
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import msg
from mentordesk.queries.person_report import person_report
from mentordesk.storage.opening import open_store
from mentordesk.storage.records import (
    ApplicationRecord,
    AttachmentContentRecord,
    AttachmentRecord,
    ParticipationRecord,
    PersonRecord,
    WishRecord,
)
from mentordesk.storage.records.foundation import Row
from tests.actions.paired import Clock
from tests.actions.paired import house as housed

LETTER = "I want to learn from somebody like Mentor 3.\nBest, Mentee 1"


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    clock = Clock()
    with open_store(tmp_path_factory.mktemp("report") / "house.mentordesk", create=True, clock=clock) as store:
        made = housed(store, clock)
        pair = made.active(0, 0)
        made.converse(pair)
        me, other = made.there.mentees[0], made.there.mentors[1]
        record_dependence(store, me.person, [other.person], on=made.today, reason="Mentor 2 is her sister")
        set_line_manager(store, made.there.mentees[1].person, me.person)
        ask_to_stay(store, [made.there.mentors[0].person], on=made.today)
        with store.changing(msg("what is kept")) as session:
            session.get_one(PersonRecord, me.person).notes = "Knows mentor 4 well"
            session.get_one(ParticipationRecord, me.id).wishes = ["Mentor 2"]
            session.add(ApplicationRecord(participation_id=me.id, received_on=made.today, letter=LETTER))
            attached = AttachmentRecord(
                participation_id=me.id,
                file_name="cv.pdf",
                ending="pdf",
                size=4,
                sha256="0",
                added_on=made.today,
                added_by="",
            )
            session.add(attached)
            session.flush()
            session.add(AttachmentContentRecord(attachment_id=AttachmentId(attached.id), content=b"%PDF"))
            session.add(WishRecord(participation_id=other.id, person_id=me.person, rank=None, veto=True))
            session.add(WishRecord(participation_id=made.mentor(2), person_id=me.person, rank=1, veto=False))
        yield made


def report(house, number=None):
    return person_report(house.store, number or house.mentee(0), other="another participant")


def rows(found, name):
    table = next((each for each in found.tables if each.name == name), None)
    return [] if table is None else [{cell.column: cell.value for cell in row} for row in table.rows]


def test_every_row_that_names_the_person_is_told_or_counted_as_withheld(house):
    found, withheld = report(house), 0
    ours = {house.mentee(0), house.there.mentees[0].person}
    with house.store.reading() as session:
        for table in Row.metadata.tables.values():
            people = [
                column
                for column in table.columns
                if any(key.column.table.name in ("person", "participation") for key in column.foreign_keys)
            ]
            named = sum(
                session.scalar(select(func.count()).select_from(table).where(column.in_(ours))) for column in people
            )
            told = len(rows(found, table.name)) - (1 if table.name == "person" else 0)
            if people:
                assert told >= 0
                withheld += max(0, named - told)
    assert withheld == found.withheld == 1, "the wish of another not to meet her"
    assert {"pair", "logbook_entry", "application", "dependence", "wish", "participation"} <= {
        table.name for table in found.tables
    }


def test_no_other_participant_is_named_anywhere(house, tmp_path):
    done = write_person_report(house.store, house.mentee(0), folder=tmp_path, made_on=house.today)
    paper, data, attached = done.written
    text = data.read_text(encoding="utf-8")
    for number in range(1, 6):
        assert f"Mentor {number}" not in text
        assert number == 1 or f"Mentee {number}" not in text
    with house.store.reading() as session:
        mine = {house.mentee(0), house.there.mentees[0].person}
        others = {*session.scalars(select(PersonRecord.id)), *session.scalars(select(ParticipationRecord.id))} - mine
    assert not [number for number in others if number in text]
    assert "I want to learn from somebody like another participant." in text
    assert attached.read_bytes() == b"%PDF"
    assert paper.suffix == ".pdf"
    assert json.loads(text)["withheld"] == 1


def test_the_letter_and_the_history_are_in_it(house):
    found = report(house, house.there.mentees[0].person)
    assert rows(found, "application")[0]["letter"].startswith("I want to learn")
    assert rows(found, "dependence")[0]["reason"] == "another participant is her sister"
    (led,) = [row for row in rows(found, "person") if "given_name" not in row]
    assert set(led) == {"line_manager_id"}, "of those she leads only that she does"
    assert [change.at for change in found.changes] == sorted(change.at for change in found.changes)
    assert len(found.changes) >= 4


def test_it_is_the_same_by_either_number_and_nobody_is_refused(house):
    assert report(house) == report(house, house.there.mentees[0].person)
    with pytest.raises(Refused):
        report(house, "nobody")


@pytest.mark.parametrize("language", list(LanguageCode))
def test_the_paper_is_made_in_each_language(house, tmp_path, language):
    pytest.importorskip("pypdf")
    from pypdf import PdfReader

    done = write_person_report(house.store, house.mentee(0), folder=tmp_path, made_on=house.today, language=language)
    text = "\n".join(page.extract_text() for page in PdfReader(done.written[0]).pages)
    assert "Mentee 1" in text
    assert "Mentor 2" not in text


def test_every_table_that_can_hold_something_of_a_person_has_a_name():
    reached = {"person"}
    while True:
        more = {
            table.name
            for table in Row.metadata.tables.values()
            if any(key.column.table.name in reached for key in table.foreign_keys)
        } - reached
        if not more:
            break
        reached |= more
    assert reached - {"attachment_content"} <= TABLE_NAMES.keys()
    for name in TABLE_NAMES:
        told = {
            column for column in Row.metadata.tables[name].columns if not column.primary_key and not column.foreign_keys
        }
        assert {column.name for column in told} <= COLUMN_NAMES.keys() | UNTOLD, name
