"""Many new rows by one statement: the file and the journal are as if they had come one by one."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from mentordesk.domain.subjects import Subject
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import msg
from mentordesk.storage.opening import open_store
from mentordesk.storage.records import ChangedRow, MentorRecord, PersonRecord, UnitRecord
from mentordesk.storage.taking_in import AllAtOnce, OneByOne, insert_rows

TOLD = {
    "given_name": "Ánte",
    "language": LanguageCode.NB,
    "leadership_since": date(2019, 3, 4),
    "tags": ["a", "b"],
    "retired": False,
}


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "a.mentordesk", create=True) as store:
        yield store


def rows(store, record):
    with store.reading() as session:
        found = [dict(row) for row in session.execute(select(record.__table__)).mappings()]
    return [{name: value for name, value in row.items() if name != "id"} for row in found]


def notes(store):
    with store.reading() as session:
        return [
            note.replace(number, "id") for number, note in session.execute(select(ChangedRow.row_key, ChangedRow.after))
        ]


def taken_by(store, door):
    with store.changing(msg("Take in")) as session:
        newcomers = door(session)
        newcomers.begin(PersonRecord, dict(TOLD)).notes = "set afterwards"
        newcomers.begin(UnitRecord, {"name": "Ward"})
        if isinstance(newcomers, AllAtOnce):
            newcomers.take_in()
    return rows(store, PersonRecord), rows(store, UnitRecord), sorted(notes(store))


def test_both_doors_leave_the_same_rows_and_the_same_notes(tmp_path):
    found = []
    for number, door in enumerate((OneByOne, AllAtOnce)):
        with open_store(tmp_path / f"{number}.mentordesk", create=True) as store:
            found.append(taken_by(store, door))

    assert found[0] == found[1]
    assert found[0][0][0]["family_name"] == ""


def test_the_subjects_are_told_and_one_undo_takes_all_back(store):
    told = []
    store.on_commit(told.append)

    taken_by(store, AllAtOnce)
    store.undo()

    assert told == [frozenset({Subject.PEOPLE, Subject.UNITS})] * 2
    assert rows(store, PersonRecord) == rows(store, UnitRecord) == []
    store.redo()
    assert rows(store, PersonRecord)[0]["tags"] == ["a", "b"]


def test_what_changes_a_row_later_in_the_same_change_is_noted_with_it(store):
    with store.changing(msg("Take in and change")) as session:
        newcomers = AllAtOnce(session)
        number = newcomers.begin(PersonRecord, {"given_name": "Bo"}).id
        newcomers.take_in()
        session.get_one(PersonRecord, number).given_name = "Bodil"
    store.undo()
    store.redo()

    assert [row["given_name"] for row in rows(store, PersonRecord)] == ["Bodil"]


def test_a_row_that_points_at_nobody_is_found_at_the_end(store):
    def of_nobody():
        with store.changing(msg("Wrong")) as session:
            newcomers = AllAtOnce(session)
            newcomers.begin(MentorRecord, {"person_id": "nobody"})
            newcomers.take_in()

    with pytest.raises(IntegrityError, match="FOREIGN KEY"):
        of_nobody()

    assert rows(store, MentorRecord) == []


def test_a_reading_session_takes_nothing_in(store):
    with store.reading() as session, pytest.raises(KeyError):
        insert_rows(
            session, UnitRecord, [{"id": "a", "name": "Ward", "parent_id": None, "area": "", "cost_centre": ""}]
        )


def test_a_row_without_a_column_is_a_fault(store):
    with pytest.raises(KeyError), store.changing(msg("Wrong")) as session:
        insert_rows(session, UnitRecord, [{"id": "a", "name": "Ward", "at": None}])
