"""A deadline moves until it was met, and is then no longer due, until that is undone."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mentordesk.actions.deadlines import finish_deadline, move_deadline
from mentordesk.actions.programmes import create_programme
from mentordesk.domain.refusals import Refused
from mentordesk.queries.agenda import DeadlineRow, agenda
from mentordesk.queries.today import today
from mentordesk.storage.records import DeadlineRecord
from tests.queries.small_programme import change, made


def due(store, day):
    return [entry for entry in today(store, day).entries if entry.alert == "deadline"]


@pytest.fixture
def day(store) -> date:
    create_programme(store, template_key="nno", name="Cohort", starts_on=date(2027, 1, 18))
    return store.today()


def test_what_was_done_is_due_no_longer(store, day):
    late = date(2027, 6, 1)
    before = due(store, late)
    finish_deadline(store, before[0].subject.deadline, on=day)

    assert len(due(store, late)) == len(before) - 1


def test_undo_brings_it_back(store, day):
    late = date(2027, 6, 1)
    before = due(store, late)
    finish_deadline(store, before[0].subject.deadline, on=day)
    store.undo()

    assert due(store, late) == before


def test_nothing_is_done_in_the_future(store, day):
    deadline = due(store, date(2027, 6, 1))[0].subject.deadline
    with pytest.raises(Refused, match="future"):
        finish_deadline(store, deadline, on=day + timedelta(1))
    with pytest.raises(Refused, match="no deadline"):
        finish_deadline(store, "none", on=day)


def test_a_deadline_moves_until_it_is_met(store):
    made(store)
    found = agenda(store, None, first=date(2026, 1, 1), last=date(2029, 12, 31)).rows
    due_row = next(row for row in found if isinstance(row, DeadlineRow))

    move_deadline(store, due_row.deadline, to=date(2027, 2, 2))

    moved = agenda(store, None, first=date(2027, 2, 2), last=date(2027, 2, 2)).rows
    assert due_row.deadline in {row.deadline for row in moved if isinstance(row, DeadlineRow)}
    change(store, DeadlineRecord, due_row.deadline, done_on=date(2027, 2, 1))
    with pytest.raises(Refused, match="was done"):
        move_deadline(store, due_row.deadline, to=date(2027, 2, 3))
    with pytest.raises(Refused, match="far from our time"):
        move_deadline(store, due_row.deadline, to=date(1899, 2, 3))
    with pytest.raises(Refused, match="no deadline"):
        move_deadline(store, "none", to=date(2027, 2, 3))
