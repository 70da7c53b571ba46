"""The two doors: what each lets through, and what it tells afterwards."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from sqlalchemy import delete, insert, select, text, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import DetachedInstanceError

from mentordesk.domain.ids import UnitId
from mentordesk.domain.refusals import Refused
from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import msg
from mentordesk.storage import connection
from mentordesk.storage.checks import signature
from mentordesk.storage.opening import open_store
from mentordesk.storage.records import PersonRecord, UnitRecord
from mentordesk.storage.records.journal import Change, Standing
from mentordesk.storage.store import Store

ADD = msg("Add a unit")


def add_unit(store: Store, name: str = "Kirurgen") -> UnitId:
    with store.changing(ADD) as session:
        unit = UnitRecord(name=name)
        session.add(unit)
    return unit.id


def names(store: Store) -> list[str]:
    with store.reading() as session:
        return list(session.scalars(select(UnitRecord.name).order_by(UnitRecord.name)))


def test_every_setting_is_as_the_promises_need_it(store: Store) -> None:
    wanted = {
        "locking_mode": "exclusive",
        "journal_mode": "delete",
        "synchronous": 3,
        "foreign_keys": 1,
        "secure_delete": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "temp_store": 2,
        "mmap_size": 0,
        "journal_size_limit": 0,
    }
    with store.whole_file() as file:
        assert {name: file.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted} == wanted
        assert file.isolation_level is None


def test_a_setting_that_does_not_hold_is_noticed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(connection.PRAGMAS, "page_size", 512)  # fixed once a file has pages
    with pytest.raises(connection.PragmaRefused, match="page_size is 4096"):
        connection.connect(path)


def test_what_was_changed_can_be_read(store: Store) -> None:
    add_unit(store)
    assert names(store) == ["Kirurgen"]


def test_a_change_that_raises_leaves_nothing(store: Store) -> None:
    add_unit(store)
    before = signature(store)
    with pytest.raises(ZeroDivisionError), store.changing(ADD) as session:  # noqa: PT012
        session.add(UnitRecord(name="Medisin"))
        session.flush()
        raise ZeroDivisionError
    assert signature(store) == before
    assert len(store.history()) == 1


def test_a_change_of_nothing_leaves_no_trace(store: Store) -> None:
    told: list[frozenset[Subject]] = []
    store.on_commit(told.append)
    unit = add_unit(store)
    with store.changing(msg("Nothing")) as session:
        found = session.get_one(UnitRecord, unit)
        found.name = "Medisin"
        session.flush()
        found.name = "Kirurgen"
        session.add(passing := UnitRecord(name="Akutten"))
        session.flush()
        session.delete(passing)
    assert told == [{Subject.UNITS}]
    assert [step.what for step in store.history()] == [ADD]


def test_a_commit_tells_which_subjects_it_touched(store: Store) -> None:
    told: list[frozenset[Subject]] = []
    store.on_commit(told.append)
    with store.changing(ADD) as session:
        unit = UnitRecord(name="Kirurgen")
        session.add_all([unit, PersonRecord(given_name="Kari", unit_id=unit.id)])
    with store.changing(msg("Rename")) as session:
        session.scalars(select(PersonRecord)).one().given_name = "Per"
    store.undo()
    store.redo()
    assert told == [{Subject.UNITS, Subject.PEOPLE}, {Subject.PEOPLE}, {Subject.PEOPLE}, {Subject.PEOPLE}]


def test_rows_may_come_in_any_order(store: Store) -> None:
    """Foreign keys are checked at the end: a unit before its parent, a person before her unit."""
    with store.changing(ADD) as session:
        parent = UnitRecord(name="Sykehuset")
        session.add(PersonRecord(given_name="Kari", unit_id=parent.id))
        session.flush()
        session.add(UnitRecord(name="Kirurgen", parent_id=parent.id))
        session.flush()
        session.add(parent)
    assert names(store) == ["Kirurgen", "Sykehuset"]


def test_a_reference_to_nothing_is_refused_and_named(store: Store) -> None:
    with pytest.raises(IntegrityError) as caught, store.changing(ADD) as session:
        session.add(UnitRecord(name="Kirurgen", parent_id=UnitId("nowhere")))
    assert caught.value.__notes__ == ["a row of unit points at no row of unit"]
    assert names(store) == []
    add_unit(store)


def test_reading_refuses_every_way_to_write(store: Store) -> None:
    unit = add_unit(store)
    before = signature(store)

    def flush(session: Session) -> None:
        session.add(UnitRecord(name="Medisin"))
        session.flush()

    def change(session: Session) -> None:
        session.get_one(UnitRecord, unit).name = "Medisin"
        session.execute(select(UnitRecord))  # would flush by itself

    def save_in_bulk(session: Session) -> None:
        session.bulk_save_objects([UnitRecord(name="Medisin")])

    for write in (
        flush,
        change,
        save_in_bulk,
        lambda session: session.commit(),
        lambda session: session.execute(text("DELETE FROM unit")),
        lambda session: session.execute(update(UnitRecord).values(name="x")),
        lambda session: session.connection().execute(insert(UnitRecord), {"id": "1", "name": "x"}),
        lambda session: session.connection().exec_driver_sql("DROP TABLE unit"),
    ):
        with pytest.raises(RuntimeError), store.reading() as session:
            write(session)
    assert signature(store) == before


@pytest.mark.parametrize(
    "statement",
    [
        insert(UnitRecord).values(id="1", name="x", area="", cost_centre=""),
        update(UnitRecord).values(name="x"),
        delete(UnitRecord),
        text("DELETE FROM unit"),
    ],
    ids=["insert", "update", "delete", "text"],
)
def test_bulk_statements_are_refused_while_changing(store: Store, statement: object) -> None:
    """The journal would not see their rows."""
    add_unit(store)
    with pytest.raises(RuntimeError, match="one by one"), store.changing(ADD) as session:
        session.execute(statement)  # type: ignore[call-overload]  # any statement
    with pytest.raises(RuntimeError, match="one by one"), store.changing(ADD) as session:
        session.connection().execute(statement)  # type: ignore[call-overload]
    with pytest.raises(RuntimeError, match="one by one"), store.changing(ADD) as session:
        session.bulk_insert_mappings(UnitRecord, [{"id": "1", "name": "x", "area": "", "cost_centre": ""}])
    assert names(store) == ["Kirurgen"]


def test_after_a_flush_bulk_statements_are_refused_again(store: Store) -> None:
    with pytest.raises(RuntimeError, match="one by one"), store.changing(ADD) as session:  # noqa: PT012
        session.add(UnitRecord(name="Kirurgen"))
        session.flush()
        session.execute(delete(UnitRecord))


def test_the_store_alone_commits(store: Store) -> None:
    with pytest.raises(RuntimeError, match="the store commits"), store.changing(ADD) as session:  # noqa: PT012
        session.add(UnitRecord(name="Kirurgen"))
        session.commit()
    with pytest.raises(RuntimeError, match="no savepoints"), store.changing(ADD) as session:
        session.begin_nested()
    assert names(store) == []


def test_a_change_that_was_rolled_back_inside_is_no_change(store: Store) -> None:
    """Such as after an error that the action swallowed."""
    with pytest.raises(RuntimeError, match="rolled back inside"), store.changing(ADD) as session:  # noqa: PT012
        session.add(UnitRecord(name="Kirurgen"))
        session.flush()
        session.rollback()
        session.add(UnitRecord(name="Medisin"))
    assert names(store) == []


def test_the_journal_is_written_by_the_store_alone(store: Store) -> None:
    add_unit(store)
    with pytest.raises(TypeError, match="the store's own"), store.changing(ADD) as session:
        session.get_one(Change, 1).standing = Standing.DROPPED


def test_one_door_at_a_time(store: Store) -> None:
    with store.reading(), pytest.raises(RuntimeError, match="open already"), store.changing(ADD):
        pass
    with store.changing(ADD), pytest.raises(RuntimeError, match="open already"), store.reading():
        pass
    with store.changing(ADD), pytest.raises(RuntimeError, match="open already"):
        store.undo()
    add_unit(store)


def test_a_session_ends_with_its_door(store: Store) -> None:
    add_unit(store)
    with store.reading() as session:
        unit = session.scalars(select(UnitRecord)).one()
        session.expire(unit)
    with pytest.raises(DetachedInstanceError):
        _ = unit.name
    with pytest.raises(Exception, match="closed"):
        session.execute(select(UnitRecord))


def test_another_thread_is_refused(store: Store) -> None:
    caught: list[BaseException] = []

    def elsewhere() -> None:
        for touch in (store.reading().__enter__, store.undo, store.close):
            try:
                touch()
            except RuntimeError as error:
                caught.append(error)

    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert [str(error) for error in caught] == ["a store is used by the thread that opened it, and by no other"] * 3


def test_closing_twice_is_as_good_as_once(path: Path) -> None:
    store = open_store(path)
    store.close()
    store.close()
    with pytest.raises(RuntimeError, match="closed"), store.reading():
        pass
    open_store(path).close()


def test_a_value_has_a_largest_size(store: Store) -> None:
    with pytest.raises(Refused, match="too large"), store.changing(ADD) as session:
        session.add(UnitRecord(name="x" * (connection.VALUE_LIMIT + 1)))
    assert names(store) == []
