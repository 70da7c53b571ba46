"""What consent was withdrawn for is in no byte of the file, and comes back through no undo (R60)."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import func, select

from mentordesk.storage import placing
from mentordesk.storage.journal import forget
from mentordesk.storage.opening import open_store
from mentordesk.storage.records import PersonRecord, UnitRecord
from mentordesk.storage.records.journal import ChangedRow
from mentordesk.storage.store import Store
from tests.storage.test_journal import ADD, REMOVE, RENAME, add, rename

SECRET = "hemmelig-ord-" + "æøå" * 40


def share_and_revoke(store: Store) -> None:
    """A text in three versions, over three changes, and then no longer."""
    with store.changing(ADD) as session:
        person = PersonRecord(given_name="Kari", notes=SECRET)
        session.add(person)
    for version in ("2", "3"):
        with store.changing(RENAME) as session:
            session.get_one(PersonRecord, person.id).notes = SECRET + version
    store.undo()
    with store.changing(REMOVE) as session:
        row = session.get_one(PersonRecord, person.id)
        row.notes = SECRET + "4"
        session.flush()
        forget(session, row)
        session.delete(row)


def test_what_was_forgotten_is_in_no_byte_of_the_files(path: Path) -> None:
    with open_store(path) as store:
        share_and_revoke(store)
        assert b"hemmelig-ord" not in placing.journal_of(path).read_bytes()
        with store.whole_file() as file:
            assert not any(SECRET in str(row) for row in file.execute("SELECT * FROM changed_row"))
    assert b"hemmelig-ord" not in path.read_bytes()


def test_what_was_not_forgotten_is_in_the_file(path: Path) -> None:
    """The control of the test above: without `forget` the journal holds the text."""
    with open_store(path) as store:
        with store.changing(ADD) as session:
            session.add(PersonRecord(given_name="Kari", notes=SECRET))
        with store.changing(REMOVE) as session:
            session.delete(session.scalars(select(PersonRecord)).one())
    assert b"hemmelig-ord" in path.read_bytes()


def test_what_was_forgotten_cannot_be_undone_and_later_changes_can(store: Store) -> None:
    share_and_revoke(store)
    assert (store.undo_name(), store.redo_name()) == (None, None)
    add(store)
    assert store.undo() == ADD
    assert store.redo() == ADD
    assert store.undo() == ADD
    assert store.undo() is None
    assert [step.undoable for step in store.history()] == [True, False, False, False, False]


def test_forgetting_leaves_the_notes_of_other_rows(store: Store) -> None:
    with store.changing(ADD) as session:
        kari, per = PersonRecord(given_name="Kari", notes="one"), PersonRecord(given_name="Per", notes="two")
        session.add_all([kari, per])
    with store.changing(REMOVE) as session:
        row = session.get_one(PersonRecord, kari.id)
        forget(session, row)
        session.delete(row)
    with store.reading() as session:
        kept = dict(session.execute(select(ChangedRow.row_key, ChangedRow.after)).all())
        assert "two" in str(kept[per.id])
        assert session.scalar(select(func.count()).where(ChangedRow.row_key == kari.id)) == 2


def test_forgetting_alone_is_a_change_too(path: Path) -> None:
    with open_store(path) as store:
        with store.changing(ADD) as session:
            session.add(UnitRecord(name=SECRET))
        rename(store, "Kirurgen")
        with store.changing(REMOVE) as session:
            forget(session, session.scalars(select(UnitRecord)).one())
        assert store.undo() is None
    assert b"hemmelig-ord" not in path.read_bytes()
