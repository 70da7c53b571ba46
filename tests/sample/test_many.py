"""Crowds are as many as asked for, sound, and the same again from the same seed."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from mentordesk.actions.files import check_file, new_file
from mentordesk.actions.programmes import create_programme
from mentordesk.domain.ids import ProgrammeId
from mentordesk.sample.many import ManyMeetings, fill_meetings, fill_people
from mentordesk.sample.rounds import ROUNDS
from mentordesk.storage import soundness
from mentordesk.storage.store import Store


def in_a_programme(store: Store) -> ProgrammeId:
    sample = ROUNDS[0]
    return create_programme(store, template_key=sample.template, name=sample.name, starts_on=sample.starts_on).id


def half_way() -> datetime:
    return datetime(2027, 6, 15, 12, tzinfo=UTC)


def rows(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Without the programme's own, whose ids are new each time."""
    with store.whole_file() as file:
        return {
            "person": file.execute("SELECT * FROM person ORDER BY id").fetchall(),
            "meeting_of_a_pair": file.execute(
                "SELECT id, kind, status, mode FROM meeting WHERE pair_id IS NOT NULL ORDER BY id"
            ).fetchall(),
            "logbook_entry": file.execute("SELECT * FROM logbook_entry ORDER BY id").fetchall(),
        }


def test_people_are_as_many_as_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "many.mentordesk"
    with new_file(path) as store:
        made = fill_people(store, in_a_programme(store), 101)
        assert (len(made.mentees), len(made.mentors)) == (51, 50)
        with store.whole_file() as file:
            counted = soundness.counts(file)
        assert (counted["person"], counted["participation"], counted["mentor"]) == (101, 101, 50)
        assert store.undo_name() is None
    assert check_file(path).problems == ()


@pytest.mark.parametrize("count", [1, 10, 255])
def test_meetings_are_as_many_as_asked_for_and_what_was_held_is_in_the_logbook(tmp_path: Path, count: int) -> None:
    path = tmp_path / "many.mentordesk"
    with new_file(path, clock=half_way) as store:
        programme = in_a_programme(store)
        with store.whole_file() as file:
            before = soundness.counts(file)["meeting"]
        made = fill_meetings(store, programme, count)
        with store.whole_file() as file:
            counted = soundness.counts(file)
            held = file.execute("SELECT count(*) FROM meeting WHERE status = 'held'").fetchone()[0]
    assert made == ManyMeetings(-(-count // 10), count, counted["logbook_entry"])
    assert counted["meeting"] - before == count
    assert counted["pair"] == made.pairs
    assert counted["logbook_entry"] == held < count or count == 1
    assert check_file(path).problems == ()


def test_a_seed_gives_the_same_people_and_meetings(tmp_path: Path) -> None:
    seen = []
    for name, seed in (("a", 7), ("b", 7), ("c", 8)):
        with new_file(tmp_path / f"{name}.mentordesk", clock=half_way) as store:
            fill_meetings(store, in_a_programme(store), 50, seed)
            seen.append(rows(store))
    assert seen[0] == seen[1]
    assert seen[0] != seen[2]
