"""Undo, redo, history, and what the journal must be able to forget."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import PrimaryKeyConstraint, Table, UniqueConstraint, func, inspect, select
from sqlalchemy.orm import load_only

from mentordesk.domain.refusals import Refused
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.message import msg, nmsg
from mentordesk.storage.checks import signature
from mentordesk.storage.opening import open_store
from mentordesk.storage.records import (
    DependenceRecord,
    MentorRecord,
    PersonRecord,
    ProgrammeRecord,
    Record,
    Row,
    ScenarioRecord,
    UnitRecord,
)
from mentordesk.storage.records.journal import Standing
from mentordesk.storage.store import Store

ADD, RENAME, REMOVE = msg("Add"), msg("Rename"), msg("Remove")


def add(store: Store, *, name: str = "Kirurgen") -> None:
    with store.changing(ADD) as session:
        session.add(UnitRecord(name=name))


def rename(store: Store, name: str) -> None:
    with store.changing(RENAME) as session:
        session.scalars(select(UnitRecord)).one().name = name


def unit_names(store: Store) -> list[str]:
    with store.reading() as session:
        return list(session.scalars(select(UnitRecord.name).order_by(UnitRecord.name)))


def test_undo_and_redo_go_back_and_forth_by_name(store: Store) -> None:
    empty = signature(store)
    add(store)
    added = signature(store)
    rename(store, "Medisin")
    renamed = signature(store)
    assert (store.undo_name(), store.redo_name()) == (RENAME, None)
    assert store.undo() == RENAME
    assert signature(store) == added
    assert (store.undo_name(), store.redo_name()) == (ADD, RENAME)
    assert store.undo() == ADD
    assert signature(store) == empty
    assert (store.undo(), store.undo_name(), store.redo_name()) == (None, None, ADD)
    assert (store.redo(), signature(store)) == (ADD, added)
    assert (store.redo(), signature(store)) == (RENAME, renamed)
    assert (store.redo(), signature(store)) == (None, renamed)


def test_undo_survives_a_restart(path: Path) -> None:
    with open_store(path) as store:
        add(store)
        added = signature(store)
        rename(store, "Medisin")
        renamed = signature(store)
    with open_store(path) as store:
        assert (store.undo(), signature(store)) == (RENAME, added)
    with open_store(path) as store:
        assert (store.redo(), signature(store)) == (RENAME, renamed)


def test_a_new_change_ends_redo(store: Store) -> None:
    add(store)
    rename(store, "Medisin")
    store.undo()
    rename(store, "Akutten")
    assert store.redo_name() is None
    assert store.redo() is None
    store.undo()
    assert unit_names(store) == ["Kirurgen"]
    assert [step.standing for step in store.history()] == [Standing.UNDONE, Standing.DROPPED, Standing.DONE]


def test_a_hundred_steps_back(store: Store) -> None:
    for number in range(100):
        add(store, name=f"{number:03}")
    for left in reversed(range(100)):
        assert store.undo() == ADD
        assert len(unit_names(store)) == left
    assert store.undo() is None


def test_two_rows_can_swap_a_unique_value_back(store: Store) -> None:
    """Undone row by row, the first would meet the second at the value they share for a moment."""
    with store.changing(ADD) as session:
        people = [PersonRecord(given_name=name) for name in ("Kari", "Per", "Anna")]
        session.add_all(people)
        ids = [person.id for person in people]
        first = DependenceRecord(person_id=ids[0], other_id=ids[1])
        second = DependenceRecord(person_id=ids[1], other_id=ids[2])
        session.add_all([first, second])
    before = signature(store)
    with store.changing(RENAME) as session:
        one, two = session.get_one(DependenceRecord, first.id), session.get_one(DependenceRecord, second.id)
        one.other_id = ids[2]
        session.flush()
        one.person_id, one.other_id = ids[2], ids[0]
        session.flush()
        two.person_id, two.other_id = ids[0], ids[1]
    assert store.undo() == RENAME
    assert signature(store) == before
    store.redo()
    store.undo()
    assert signature(store) == before


def test_values_of_every_kind_come_back(store: Store) -> None:
    with store.changing(ADD) as session:
        person = PersonRecord(given_name="Åse", tags=["a", "ö"], retired=False, leadership_since=date(2020, 2, 29))
        session.add(person)
        session.add(MentorRecord(person_id=person.id, capacity=3))
    before = signature(store)
    with store.changing(REMOVE) as session:
        session.delete(session.get_one(MentorRecord, person.id))
        session.delete(session.get_one(PersonRecord, person.id))
    store.undo()
    assert signature(store) == before
    with store.reading() as session:
        found = session.get_one(PersonRecord, person.id)
        assert (found.tags, found.retired, found.leadership_since) == (["a", "ö"], False, date(2020, 2, 29))


def test_a_moment_of_another_zone_can_be_undone(store: Store) -> None:
    """It is kept in UTC, and noted as it was written."""
    oslo = timezone(timedelta(hours=1))
    with store.changing(ADD) as session:
        programme = ProgrammeRecord(name="NNO", starts_on=date(2026, 1, 1), ends_on=date(2026, 12, 31), settings={})
        solved = datetime(2026, 3, 1, 12, tzinfo=oslo)
        session.add_all([programme, ScenarioRecord(programme_id=programme.id, name="1", matching={}, solved_at=solved)])
    assert store.undo() == ADD
    assert store.redo() == ADD
    with store.reading() as session:
        assert session.scalars(select(ScenarioRecord.solved_at)).one() == solved


def test_a_list_that_is_changed_later_is_noted_as_it_was(store: Store) -> None:
    with store.changing(ADD) as session:
        tags = ["a"]
        session.add(PersonRecord(given_name="Kari", tags=tags))
        session.flush()
        tags.append("never written")
    store.undo()
    store.redo()
    with store.reading() as session:
        assert session.scalars(select(PersonRecord.tags)).one() == ["a"]


@pytest.mark.parametrize("delete", [False, True], ids=["overwritten", "deleted"])
def test_what_was_never_loaded_is_noted_too(store: Store, delete: bool) -> None:
    with store.changing(ADD) as session:
        session.add(PersonRecord(given_name="Kari", notes="long text"))
    before = signature(store)
    with store.changing(RENAME) as session:
        person = session.scalars(select(PersonRecord).options(load_only(PersonRecord.given_name))).one()
        assert "notes" in inspect(person).unloaded
        if delete:
            session.delete(person)
        else:
            person.notes = "other text"
    store.undo()
    assert signature(store) == before


def test_what_sql_worked_out_is_refused(store: Store) -> None:
    add(store)
    with pytest.raises(TypeError, match="what SQL makes of"), store.changing(RENAME) as session:
        session.scalars(select(UnitRecord)).one().name = func.upper(UnitRecord.name)
    with pytest.raises(TypeError, match="what SQL makes of"), store.changing(ADD) as session:
        session.add(UnitRecord(name=func.upper("x")))


def test_a_key_never_changes(store: Store) -> None:
    add(store)
    with pytest.raises(ValueError, match="a key never changes"), store.changing(RENAME) as session:
        session.scalars(select(UnitRecord)).one().id = "other"  # type: ignore[assignment]  # as a fault would


def test_nothing_is_undone_over_what_was_changed_otherwise(store: Store) -> None:
    add(store)
    rename(store, "Medisin")
    with store.whole_file() as file:
        file.execute("UPDATE unit SET name = 'by hand'")
    before = signature(store)
    with pytest.raises(Refused) as caught:
        store.undo()
    assert "“Rename” cannot be undone or redone" in catalog("en").say(caught.value.message)
    assert signature(store) == before
    assert store.undo_name() == RENAME


def test_history_says_who_and_when_in_any_language(path: Path) -> None:
    at = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)
    what = nmsg("{count} row points at something that is not in the file.", "{count} rows …", 2)
    with open_store(path, who="Kari", clock=lambda: at) as store, store.changing(what) as session:
        session.add(UnitRecord(name="Kirurgen"))
    with open_store(path) as store:
        (step,) = store.history()
    assert (step.who, step.at, step.number, step.what) == ("Kari", at, 1, what)
    assert catalog("en").say(step.what) == "2 rows …"


def test_history_begins_with_the_newest_and_ends_at_its_limit(store: Store) -> None:
    for _ in range(5):
        add(store)
    assert [step.number for step in store.history(3)] == [5, 4, 3]


def test_undo_does_not_step_over_what_cannot_be_undone(store: Store) -> None:
    add(store)
    with store.changing(RENAME, undoable=False) as session:
        session.scalars(select(UnitRecord)).one().name = "Medisin"
    assert (store.undo_name(), store.undo()) == (None, None)
    rename(store, "Akutten")
    assert store.undo() == RENAME
    assert store.undo() is None
    assert unit_names(store) == ["Medisin"]


def test_every_table_is_seen_by_the_journal() -> None:
    """A table without a record of its own, such as one between two others, would change unseen."""
    mappers = list(Row.registry.mappers)
    assert {mapper.local_table for mapper in mappers} == set(Row.metadata.tables.values())
    assert not [mapper for mapper in mappers if issubclass(mapper.class_, Record) and len(mapper.primary_key) != 1]
    assert not [relation for mapper in mappers for relation in mapper.relationships if relation.secondary is not None]
    assert not [
        key for table in Row.metadata.tables.values() for key in table.foreign_keys if key.ondelete or key.onupdate
    ]
    assert not [c for table in Row.metadata.tables.values() for c in table.columns if c.server_default is not None]


def test_every_reference_can_be_followed_back_quickly() -> None:
    """Without an index, each deleted row is looked for in the whole of every table that might point at it."""

    def leading(table: Table) -> set[str]:
        keys = (key for key in table.constraints if isinstance(key, (UniqueConstraint, PrimaryKeyConstraint)))
        return {next(iter(listed.columns)).name for listed in (*table.indexes, *keys)}

    tables = Row.metadata.tables.values()
    assert not [f"{t.name}.{c.name}" for t in tables for c in t.columns if c.foreign_keys and c.name not in leading(t)]
