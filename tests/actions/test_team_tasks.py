"""Tasks and issues of the team: added, done, handed over, closed; each one step, and Today tells of their days."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from mentordesk.actions.files import new_file
from mentordesk.actions.issues import close_issue, edit_issue, hand_over, open_issue, reopen_issue
from mentordesk.actions.team_tasks import add_task, finish_task
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.catalog import catalog
from mentordesk.storage.records import IssueRecord, TeamTaskRecord
from tests.queries.small_programme import DAY, made, told

WEEK = timedelta(7)


@pytest.fixture
def store(tmp_path):
    noon = datetime(DAY.year, DAY.month, DAY.day, 12, tzinfo=UTC)
    with new_file(tmp_path / "file.mentordesk", clock=lambda: noon) as store:
        yield store


@pytest.fixture
def cohort(store):
    return made(store, pairs=1)


def issue_of(store, id_):
    with store.reading() as session:
        return session.get_one(IssueRecord, id_)


def test_a_task_is_told_until_it_is_done(store, cohort):
    owner = cohort.pairs[0].mentor
    task = add_task(store, programme=cohort.programme, text=" Book\nrooms ", due_on=DAY + WEEK, owner=owner)

    assert told(store, DAY, "team_task") == [("", "Mentor 1 is to do: Book rooms")]
    assert told(store, DAY - timedelta(1), "team_task") == []
    finish_task(store, task, on=DAY)
    assert told(store, DAY, "team_task") == []
    store.undo()
    assert len(told(store, DAY, "team_task")) == 1
    store.undo()
    with store.reading() as session:
        assert session.query(TeamTaskRecord).count() == 0


def test_an_issue_is_told_on_the_day_of_its_next_step_until_it_is_closed(store, cohort):
    issue = open_issue(store, programme=cohort.programme, title="Long ways")
    assert told(store, DAY, "issue_next") == []

    edit_issue(store, issue, title="Long ways", step="Ask the units", on=DAY)
    assert told(store, DAY, "issue_next") == [("", "Next step of the issue “Long ways”: Ask the units")]
    close_issue(store, issue, on=DAY)
    assert told(store, DAY, "issue_next") == []
    store.undo()
    assert len(told(store, DAY, "issue_next")) == 1


def test_an_issue_changes_hands_and_name_and_is_opened_again(store, cohort):
    issue = open_issue(store, programme=cohort.programme, title="Long ways")
    hand_over(store, issue, cohort.pairs[0].mentor)
    edit_issue(store, issue, title="Long ways to travel", step="", on=None)
    close_issue(store, issue, on=DAY)
    reopen_issue(store, issue)

    found = issue_of(store, issue)
    assert (found.title, found.owner_id, found.closed_on) == ("Long ways to travel", cohort.pairs[0].mentor, None)
    for _ in range(4):
        store.undo()
    found = issue_of(store, issue)
    assert (found.title, found.owner_id, found.closed_on) == ("Long ways", None, None)


def test_a_closed_issue_is_opened_again_before_it_changes(store, cohort):
    issue = open_issue(store, programme=cohort.programme, title="Long ways")
    close_issue(store, issue, on=DAY)

    for change in (
        lambda: edit_issue(store, issue, title="x", step="x", on=None),
        lambda: hand_over(store, issue, None),
        lambda: close_issue(store, issue, on=DAY),
    ):
        with pytest.raises(Refused) as no:
            change()
        assert "is closed" in catalog("en").say(no.value.message)


def test_what_makes_no_sense_is_refused_and_nothing_written(store, cohort):
    other = made(store, "nu", name="Another", pairs=1)
    issue = open_issue(store, programme=cohort.programme, title="Long ways")
    for change in (
        lambda: add_task(store, programme=cohort.programme, text=" ", due_on=DAY),
        lambda: add_task(store, programme=cohort.programme, text="x", due_on=DAY - WEEK),
        lambda: finish_task(store, "nothing", on=DAY),
        lambda: finish_task(store, "nothing", on=DAY + WEEK),
        lambda: open_issue(store, programme=cohort.programme, title=""),
        lambda: hand_over(store, issue, other.pairs[0].mentor),
        lambda: close_issue(store, issue, on=DAY + WEEK),
        lambda: close_issue(store, issue, on=DAY - WEEK),
        lambda: edit_issue(store, "nothing", title="x", step="", on=None),
    ):
        with pytest.raises(Refused):
            change()

    assert issue_of(store, issue).owner_id is None
