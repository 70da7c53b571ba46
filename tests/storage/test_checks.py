"""What is said of a file, whole or not, without changing it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.refusals import FileInUse, UnusableInput
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.message import Message, msg
from mentordesk.storage.checks import FileReport, check, check_open, signature
from mentordesk.storage.opening import open_store
from mentordesk.storage.records import UnitRecord
from mentordesk.storage.store import Store
from tests.storage.children import opened_elsewhere
from tests.storage.test_journal import add
from tests.storage.test_opening import contents
from tests.storage.test_upgrade import REBUILD, add_step, versions

__all__ = ["versions"]


def said(report: FileReport) -> list[str]:
    return [catalog("en").say(sentence) for sentence in report.sentences()]


def names_are_long(session: Session) -> Iterator[Message]:
    for name in session.scalars(select(UnitRecord.name)):
        if len(name) < 20:
            yield msg("{name} is short", name=name)


def test_a_whole_file(path: Path) -> None:
    at = datetime(2026, 11, 22, 12, tzinfo=UTC)
    with open_store(path, clock=lambda: at, who="Kari") as store:
        add(store)
    before = contents(path.parent)
    report = check(path)
    assert said(report) == [
        "programme.mentordesk is whole: no damage was found.",
        "It holds 5 rows.",
        f"The last change was “Add” on {catalog('en').show(at.astimezone())}.",
    ]
    assert (report.size, report.current, dict(report.rows)["unit"]) == (path.stat().st_size, True, 1)
    assert contents(path.parent) == before


def test_an_open_file_says_the_same(path: Path) -> None:
    with open_store(path) as store:
        add(store)
        opened = check_open(store, [names_are_long])
    assert check(path, [names_are_long]) == opened
    assert said(opened)[0] == "Kirurgen is short"


def test_an_empty_file_has_no_last_change(path: Path) -> None:
    assert said(check(path)) == ["programme.mentordesk is whole: no damage was found.", "It holds 2 rows."]


def test_what_is_broken_is_counted(path: Path) -> None:
    with closing(sqlite3.connect(path)) as file:
        insert = "INSERT INTO unit (id, name, area, cost_centre, parent_id) VALUES (?, '', '', '', 'gone')"
        file.executemany(insert, [("1",), ("2",)])
        file.execute("CREATE VIEW v AS SELECT 1")
        file.commit()
    assert said(check(path))[:2] == [
        "2 rows point at something that is not in the file.",
        "The file holds parts that MentorDesk did not make.",
    ]
    path.write_bytes(path.read_bytes()[:-1])
    assert said(check(path))[0] == "The file is damaged in 2 places. Keep it, and restore the newest backup."


def test_an_older_file_stays_old(path: Path, versions: Path) -> None:
    add_step(versions, REBUILD)
    before = contents(path.parent)
    report = check(path, [names_are_long], versions)
    assert not report.current
    assert "of an older version" in said(report)[-1]
    assert contents(path.parent)[path.name] == before[path.name]


def test_a_file_in_use_or_none_of_ours_is_refused(path: Path, tmp_path: Path) -> None:
    with opened_elsewhere(path), pytest.raises(FileInUse):
        check(path)
    (tmp_path / "text").write_text("x" * 1000)
    with pytest.raises(UnusableInput):
        check(tmp_path / "text")
    with pytest.raises(UnusableInput):
        check(tmp_path / "nowhere")


def test_a_signature_sees_every_difference(store: Store) -> None:
    seen = {signature(store)}
    for change in ("name", "area", "cost_centre"):
        with store.changing(msg("Change")) as session:
            unit = session.scalars(select(UnitRecord)).first() or UnitRecord(name="x")
            setattr(unit, change, change)
            session.add(unit)
        seen.add(signature(store))
    assert len(seen) == 4
    assert signature(store) in seen
