"""Damage that SQLite can see is seen at every opening, and a damaged file keeps every byte.

One flipped bit in the middle of a text is not among it: only an encrypted file notices that (trust 2.3).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from mentordesk.i18n.message import msg
from mentordesk.storage import soundness
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
