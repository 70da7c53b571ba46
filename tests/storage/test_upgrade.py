"""Older files become new ones whole, or stay as they are; with made-up later versions of the schema."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine, select, text

from mentordesk.i18n.message import msg
from mentordesk.storage import soundness, upgrade
from mentordesk.storage.checks import signature
from mentordesk.storage.opening import open_store
from mentordesk.storage.records import MentorRecord, PersonRecord, UnitRecord
from mentordesk.storage.upgrade import RowsLost
from tests.storage.children import ROOT
from tests.storage.test_opening import contents

NEXT = upgrade.newest() + 1  # the first version that a test makes up
STEP = """
import sqlalchemy as sa
from alembic import op

revision = "{revision:04}"
down_revision = "{before:04}"
{more}

def upgrade() -> None:
{body}
"""
REBUILD = """
    with op.batch_alter_table("person") as batch:
        batch.add_column(sa.Column("pronoun", sa.String(20), nullable=False, server_default=""))
    op.create_table("hobby", sa.Column("id", sa.String(36), primary_key=True))
    op.create_index("ix_hobby_id", "hobby", ["id"])
    op.execute("INSERT INTO hobby VALUES ('1')")
"""


@pytest.fixture
def versions(tmp_path: Path) -> Path:
    """Our versions, to which a test adds."""
    return Path(shutil.copytree(upgrade.VERSIONS, tmp_path / "program" / "versions"))


def add_step(versions: Path, body: str, *, number: int = NEXT, more: str = "") -> None:
    step = STEP.format(revision=number, before=number - 1, body=body, more=more)
    (versions / f"{number:04}_made_up.py").write_text(step)


@pytest.fixture
def old(path: Path, tmp_path: Path) -> Path:
    """A file of this version with rows that point at one another, alone in its folder."""
    folder = tmp_path / "files"
    folder.mkdir()
    old = path.rename(folder / path.name)
    with open_store(old) as store, store.changing(msg("Add")) as session:
        unit = UnitRecord(name="Kirurgen")
        session.add(unit)
        for number in range(50):
            person = PersonRecord(given_name=f"{number}", unit_id=unit.id)
            session.add_all([person, MentorRecord(person_id=person.id, capacity=2)])
    return old


def version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as file:
        found: int = file.execute("PRAGMA user_version").fetchone()[0]
    return found


def test_an_older_file_is_upgraded_and_kept(old: Path, versions: Path) -> None:
    with open_store(old) as store:
        before = signature(store)
    add_step(versions, REBUILD)
    bytes_before = old.read_bytes()
    with open_store(old, versions=versions) as store:
        assert signature(store) == before
        with store.whole_file() as file:
            assert file.execute("SELECT count(*) FROM hobby").fetchone() == (1,)
            assert file.execute("SELECT DISTINCT pronoun FROM person").fetchall() == [("",)]
            assert file.execute("PRAGMA foreign_keys").fetchone() == (1,)
            assert file.execute("SELECT version_num FROM alembic_version").fetchall() == [(upgrade.revision(NEXT),)]
    assert version(old) == NEXT
    (kept,) = (file for file in old.parent.iterdir() if file != old)
    assert kept.suffix == ".mentordesk"
    assert kept.read_bytes() == bytes_before
    with open_store(kept) as store:
        assert signature(store) == before
    assert {file.stat().st_mode & 0o777 for file in (old, kept)} == {0o600}


def test_several_steps_are_taken_at_once(old: Path, versions: Path) -> None:
    add_step(versions, REBUILD)
    add_step(versions, "    op.drop_table('hobby')", number=NEXT + 1)
    open_store(old, versions=versions).close()
    assert version(old) == NEXT + 1
    assert len(list(old.parent.iterdir())) == 2


def test_history_stays_and_undo_ends_at_an_upgrade(old: Path, versions: Path) -> None:
    """What was noted of rows of another shape cannot be put back."""
    add_step(versions, REBUILD)
    with open_store(old, versions=versions) as store:
        assert [step.what for step in store.history()] == [msg("Add")]
        assert store.undo() is None
        with store.changing(msg("Rename")) as session:
            session.scalars(select(UnitRecord)).one().name = "Medisin"
        assert store.undo() == msg("Rename")


STATEMENTS = (
    'op.add_column("unit", sa.Column("colour", sa.String(20)))',
    "op.execute(\"UPDATE unit SET colour = 'red'\")",
    'op.create_table("hobby", sa.Column("id", sa.String(36), primary_key=True))',
    "op.execute(\"INSERT INTO hobby VALUES ('1')\")",
    'op.batch_alter_table("person").__enter__()',
    'op.drop_table("mentor")',
    'op.execute("PRAGMA user_version = 7")',
)


def failing(number: int) -> str:
    """A step that raises right after its statement `number`."""
    return "\n".join(f"    {line}" for line in (*STATEMENTS[: number + 1], "raise ZeroDivisionError"))


@pytest.mark.parametrize("number", range(len(STATEMENTS)))
def test_a_step_that_fails_anywhere_leaves_the_file_as_it_was(old: Path, versions: Path, number: int) -> None:
    before = contents(old.parent)
    add_step(versions, failing(number))
    with pytest.raises(ZeroDivisionError):
        open_store(old, versions=versions)
    assert contents(old.parent) == before
    (versions / f"{NEXT:04}_made_up.py").unlink()
    open_store(old, versions=versions).close()


def test_the_transaction_alone_would_roll_a_failed_step_back(old: Path, versions: Path) -> None:
    add_step(versions, failing(3))
    with closing(sqlite3.connect(old, isolation_level=None)) as file:
        before = list(file.iterdump())
        with pytest.raises(ZeroDivisionError):
            upgrade.migrate(file, versions)
        assert list(file.iterdump()) == before


def test_the_usual_way_leaves_half_a_step_behind(tmp_path: Path) -> None:
    """The control of the two above: SQLAlchemy on SQLite with the driver's own idea of transactions."""
    engine = create_engine(f"sqlite:///{tmp_path / 'x.db'}")
    with pytest.raises(ZeroDivisionError), engine.begin() as connection:  # noqa: PT012
        connection.execute(text("CREATE TABLE hobby (id TEXT)"))
        connection.execute(text("ALTER TABLE hobby ADD COLUMN name TEXT"))
        raise ZeroDivisionError
    with engine.connect() as connection:
        assert connection.execute(text("SELECT id, name FROM hobby")).all() == []
    engine.dispose()


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("    op.execute('DELETE FROM mentor WHERE capacity = 2')", "other rows than before in .'mentor'"),
        ("    op.execute(\"UPDATE person SET unit_id = 'gone'\")", "references to nothing in .'person'"),
        ("    op.execute('DELETE FROM unit')", "other rows than before in .'unit'"),
    ],
)
def test_a_step_that_loses_rows_is_not_kept(old: Path, versions: Path, body: str, said: str) -> None:
    before = contents(old.parent)
    add_step(versions, body)
    with pytest.raises(RowsLost, match=said):
        open_store(old, versions=versions)
    assert contents(old.parent) == before


def test_a_step_may_say_that_it_changes_rows(old: Path, versions: Path) -> None:
    add_step(versions, "    op.execute('DELETE FROM mentor')", more='CHANGES_ROWS_OF = ("mentor",)')
    with open_store(old, versions=versions) as store, store.reading() as session:
        assert session.scalars(select(MentorRecord)).all() == []


def test_rebuilding_a_table_keeps_what_points_at_it(old: Path, versions: Path) -> None:
    """With foreign keys on, the drop in the middle of a rebuild would fail or empty the other table."""
    add_step(versions, REBUILD)
    with closing(sqlite3.connect(old, isolation_level=None)) as file:
        rows = soundness.counts(file)
        upgrade.migrate(file, versions)
        after = soundness.counts(file)
        assert {table: after[table] for table in rows} == rows
        assert "fk_mentor_person_id" in "".join(file.iterdump())


def test_alembic_is_not_loaded_for_a_file_of_this_version(path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from mentordesk.storage.opening import open_store\n"
        "open_store(Path(sys.argv[1])).close(); open_store(Path(sys.argv[1] + '2'), create=True).close()\n"
        "print('alembic' in sys.modules, 'mako' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout == "False False\n"


def test_the_program_may_lie_in_an_odd_folder(old: Path, tmp_path: Path) -> None:
    versions = Path(shutil.copytree(upgrade.VERSIONS, tmp_path / "å b%c,d:e" / "versions"))
    add_step(versions, REBUILD)
    open_store(old, versions=versions).close()
    assert version(old) == NEXT
