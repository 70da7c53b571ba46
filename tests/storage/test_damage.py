"""Damage that SQLite can see is seen at every opening, and a damaged file keeps every byte.

One flipped bit in the middle of a text is not among it: only an encrypted file notices that (trust 2.3).
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select

from mentordesk.i18n.message import msg
from mentordesk.storage import placing, soundness
from mentordesk.storage.checks import check
from mentordesk.storage.opening import open_store
from mentordesk.storage.records import UnitRecord
from tests.counts import count
from tests.storage.test_opening import DAMAGED, refused

PAGE = 4096


@pytest.fixture
def filled(path: Path) -> Path:
    """Some hundred pages of units."""
    with open_store(path) as store, store.changing(msg("Add")) as session:
        session.add_all(UnitRecord(name=f"Unit {number:04}", area="x" * 100) for number in range(800))
    return path


def pages(path: Path) -> list[int]:
    """All but the first, whose loss makes the file nobody's."""
    return list(range(1, path.stat().st_size // PAGE))


@pytest.mark.parametrize("filling", [b"\x00" * PAGE, b"\xa5" * PAGE], ids=["zeros", "rubbish"])
def test_a_lost_page_is_damage(filled: Path, filling: bytes) -> None:
    whole = filled.read_bytes()
    some = pages(filled)
    for page in some[:: max(1, len(some) // count(12, 200))]:
        broken = whole[: page * PAGE] + filling + whole[(page + 1) * PAGE :]
        filled.write_bytes(broken)
        assert refused(filled) == "programme.mentordesk is " + DAMAGED, page
        assert filled.read_bytes() == broken
    filled.write_bytes(whole)
    open_store(filled).close()


def test_a_truncated_file_is_damage(filled: Path) -> None:
    whole = filled.read_bytes()
    for length in (1, 15, 99, 100, 511, PAGE - 1, PAGE, PAGE + 1, len(whole) // 2, len(whole) - PAGE, len(whole) - 1):
        filled.write_bytes(whole[:length])
        assert "damaged" in refused(filled), length
        assert filled.read_bytes() == whole[:length]


def test_a_damaged_beginning_could_be_anybodys(filled: Path) -> None:
    whole = filled.read_bytes()
    filled.write_bytes(bytes(PAGE) + whole[PAGE:])
    assert "is not a MentorDesk file, or its beginning is damaged" in refused(filled)


def test_damage_that_is_gone_at_the_second_look_is_none(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A read that failed for a moment looks like damage."""
    answers = iter([True, False])

    def faults(*_: object) -> soundness.Faults:
        return soundness.Faults(("*** in database main ***",) if next(answers) else (), 0)

    monkeypatch.setattr("mentordesk.storage.opening.soundness.faults", faults)
    open_store(filled).close()
    assert next(answers, None) is None


def cut_off(path: Path, to: Path) -> Path:
    """The file as a crash in the middle of a large change would leave it, with its journal."""
    with open_store(path) as store, store.changing(msg("Add")) as session:
        session.add_all(UnitRecord(name=f"{number:04}" * 100) for number in range(8000))
        session.flush()  # more than the cache holds: pages are in the file before the commit
        shutil.copy2(path, to)
        shutil.copy2(placing.journal_of(path), placing.journal_of(to))
    return to


def test_a_change_that_a_crash_cut_off_is_no_damage(path: Path, tmp_path: Path) -> None:
    crashed = cut_off(path, tmp_path / "crashed.mentordesk")
    with open_store(crashed) as store, store.reading() as session:
        assert session.scalars(select(UnitRecord)).all() == []


@pytest.mark.parametrize("look", [lambda path: open_store(path).close(), check], ids=["open", "check"])
def test_a_commit_that_a_crash_cut_off_is_no_damage(path: Path, tmp_path: Path, look: Callable[[Path], object]) -> None:
    """The first page promises pages that were not written yet: whoever looks past the journal sees damage."""
    crashed = cut_off(path, tmp_path / "crashed.mentordesk")
    with crashed.open("r+b") as file:
        file.seek(28)  # where the header holds the number of pages
        file.write((10**6).to_bytes(4, "big"))
    look(crashed)
    with open_store(crashed) as store, store.reading() as session:
        assert session.scalars(select(UnitRecord)).all() == []


def test_the_same_without_its_journal_is_damage(path: Path, tmp_path: Path) -> None:
    """The control, and why nobody should tidy a journal away."""
    crashed = cut_off(path, tmp_path / "crashed.mentordesk")
    placing.journal_of(crashed).unlink()
    assert refused(crashed) == "crashed.mentordesk is " + DAMAGED
