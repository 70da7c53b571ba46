"""All that is kept of a person is found by walking the tables: a table that is added tomorrow cannot be forgotten."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import inspect, select

from mentordesk.actions.person_report import write_person_report
from mentordesk.actions.programmes import create_programme
from mentordesk.domain.people import Role
from mentordesk.i18n.message import msg
from mentordesk.queries.person_report import person_report
from mentordesk.storage.records import PairRecord, ParticipationRecord, PersonRecord, SnoozeRecord
from mentordesk.storage.records.foundation import Record, Row, Word

DAY = date(2026, 11, 23)
VALUES = {
    str: "x",
    int: 1,
    bool: False,
    date: DAY,
    datetime: datetime(2026, 11, 23, 9),
    bytes: b"x",
}
UNTOLD = {"attachment_content"}  # written beside the report, as the file it is


def reachable() -> set[str]:
    """Every table in which something of a person can be, by foreign keys."""
    reached = {"person"}
    while (
        more := {
            table.name
            for table in Row.metadata.tables.values()
            if any(key.column.table.name in reached for key in table.foreign_keys)
        }
        - reached
    ):
        reached |= more
    return reached


def value_of(column):
    """Any that fits."""
    if isinstance(column.type, Word):
        return next(iter(column.type.words))
    name = type(column.type).__name__
    if name == "JSON":
        return {} if column.name == "title" else []  # by language
    return datetime(2026, 11, 23, 9, tzinfo=UTC) if name == "Moment" else VALUES[column.type.python_type]


def fill(session, table, made, other):
    """One row that points at what was made before it; of two people in a row the second is another."""
    record = next(each.class_ for each in Record.registry.mappers if each.local_table is table)
    values, ours = {}, set()
    for column in table.columns:
        pointed = next((key.column.table.name for key in column.foreign_keys), None)
        if pointed is not None:
            values[column.name] = (other if pointed in ours else made).get(pointed)
            ours |= {pointed} & {"person", "participation"}
        elif not column.primary_key and not column.nullable and column.default is None:
            values[column.name] = value_of(column)
    row = record(**values)
    session.add(row)
    session.flush()
    made[table.name] = getattr(row, next(iter(table.primary_key.columns)).name)
    return row


@pytest.fixture
def filled(store):
    """The store, my number, and a row of every table that can hold something of me."""
    programme = create_programme(store, template_key="nno", name="Kull 1", starts_on=DAY).id
    rows = {}
    with store.changing(msg("everything")) as session:
        made, other = {"programme": programme}, {}
        for whose, name, role in ((made, "Åse", Role.MENTEE), (other, "Per", Role.MENTOR)):
            person = PersonRecord(given_name=name, family_name="Lund")
            part = ParticipationRecord(programme_id=programme, person_id=person.id, role=role, since=DAY)
            session.add_all([person, part])
            session.flush()
            whose |= {"person": person.id, "participation": part.id}
        pointed_at = {key.column.table.name for table in Row.metadata.tables.values() for key in table.foreign_keys}
        for table in Row.metadata.sorted_tables:
            if table.name in (reachable() | pointed_at) - {"programme", "person", "participation", "change"}:
                row = fill(session, table, made, other)
                rows |= {table.name: row} if table.name in reachable() else {}
    return store, made["person"], rows


def test_every_table_that_can_hold_something_of_a_person_is_told(filled):
    store, me, rows = filled
    found = person_report(store, me, other="another participant")

    told = {table.name for table in found.tables}
    assert set(rows) - UNTOLD <= told
    assert (found.withheld, found.deleted) == (0, ())


def test_what_was_deleted_and_is_in_the_journal_is_told_as_such(filled, tmp_path):
    store, me, rows = filled
    with store.changing(msg("Throw it all away")) as session:
        for name in reversed(rows):
            session.delete(session.get_one(type(rows[name]), inspect(rows[name]).identity[0]))
    found = person_report(store, me, other="another participant")

    assert {row.table for row in found.deleted} == set(rows) - UNTOLD
    assert {row.what.text for row in found.deleted} == {"Throw it all away"}
    assert not {table.name for table in found.tables} & set(rows)
    done = write_person_report(store, me, folder=tmp_path, made_on=DAY)
    written = json.loads(done.written[1].read_text(encoding="utf-8"))
    assert {row["table"] for row in written["deleted"]} == set(rows) - UNTOLD
    assert all(row["row"] for row in written["deleted"])
    assert "Per" not in json.dumps(written, ensure_ascii=False)


def test_a_change_that_was_undone_is_told_as_deleted_until_it_is_done_again(filled):
    store, me, _ = filled
    with store.changing(msg("A second role")) as session:
        programme = session.scalars(select(ParticipationRecord.programme_id)).first()
        session.add(ParticipationRecord(programme_id=programme, person_id=me, role=Role.MENTOR, since=DAY))
    store.undo()
    assert [row.table for row in person_report(store, me, other="-").deleted] == ["participation"]
    store.redo()
    assert person_report(store, me, other="-").deleted == ()


def test_the_json_holds_keys_as_they_are_kept_and_the_names_beside_them(filled, tmp_path):
    store, me, _ = filled
    done = write_person_report(store, me, folder=tmp_path, made_on=DAY)
    (part,) = json.loads(done.written[1].read_text(encoding="utf-8"))["tables"]["participation"]

    assert part["programme"] == "Kull 1"
    assert part["programme_id"] != "Kull 1"
    assert (part["person_id"], part["role"], part["since"]) == (me, "mentee", DAY.isoformat())


def test_what_was_put_off_about_a_pair_is_told_to_its_two_and_to_nobody_else(filled):
    store, me, _ = filled
    with store.changing(msg("Put off")) as session:
        pair = session.scalars(select(PairRecord)).first()
        for about, reason in ((pair.id, "ours"), ("another", "not ours")):
            session.add(
                SnoozeRecord(
                    programme_id=pair.programme_id,
                    alert="rhythm",
                    about=about,
                    from_on=DAY,
                    until_on=DAY + timedelta(7),
                    reason=reason,
                )
            )
    (snoozes,) = (table for table in person_report(store, me, other="-").tables if table.name == "alert_snooze")
    told = [cell.value for row in snoozes.rows for cell in row if cell.column == "reason"]
    assert told == ["ours"]

    store.undo()
    (deleted,) = (row for row in person_report(store, me, other="-").deleted if row.table == "alert_snooze")
    assert "ours" in [cell.value for cell in deleted.row]
