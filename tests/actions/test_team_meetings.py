"""A meeting of the team is noted in one step: held, what was decided, who does what; and put right later."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from mentordesk.actions.files import new_file
from mentordesk.actions.issues import edit_issue, hand_over, open_issue
from mentordesk.actions.meetings import add_meeting, cancel_meeting
from mentordesk.actions.team import take_into_team
from mentordesk.actions.team_meetings import NewTask, note
from mentordesk.actions.team_tasks import edit_task, finish_task, remove_task, reopen_task
from mentordesk.domain.meetings import MeetingStatus
from mentordesk.domain.people import Role
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.catalog import catalog
from mentordesk.queries.team_agenda import team_agenda
from mentordesk.queries.team_meetings import TEAM_KINDS, team_meetings, team_tasks
from mentordesk.queries.today import today
from mentordesk.storage.checks import signature
from mentordesk.storage.records import MeetingRecord
from tests.queries.small_programme import DAY, made


def test_the_team_s_own_meetings_are_planning_and_follow_up():
    assert TEAM_KINDS == ("team_planning", "team_follow_up")


@pytest.fixture
def store(tmp_path):
    noon = datetime(DAY.year, DAY.month, DAY.day, 12, tzinfo=UTC)
    with new_file(tmp_path / "file.mentordesk", clock=lambda: noon) as store:
        yield store


@pytest.fixture
def of(store):
    return made(store, pairs=1)


def planned(store, of, day=DAY, kind="team_planning"):
    return add_meeting(store, programme=of.programme, kind=kind, title="", day=day, start=time(9), end=time(10))


def manager(store, of):
    named = {"given_name": "Kari", "family_name": "Lund"}
    return take_into_team(store, programme=of.programme, role=Role.MANAGER, values=named, responsibility="", today=DAY)


def seen(store, of, meeting):
    return next(each for each in team_meetings(store, of.programme) if each.id == meeting)


def test_decisions_and_tasks_are_one_step_with_one_undo(store, of):
    meeting, kari = planned(store, of), manager(store, of)
    before = signature(store)

    note(
        store,
        meeting,
        ["The mid-term meeting is in Bergen", "  ", "Two mentors\nmore are asked"],
        [NewTask("Book the room", kari, DAY + timedelta(7)), NewTask("Ring the hotel")],
        held=True,
    )

    found = seen(store, of, meeting)
    assert found.status is MeetingStatus.HELD
    assert found.decisions == ("The mid-term meeting is in Bergen", "Two mentors more are asked")
    assert [(task.text, task.owner_name, task.due_on, task.meeting_day) for task in found.tasks] == [
        ("Book the room", "Kari Lund", DAY + timedelta(7), DAY),
        ("Ring the hotel", "", None, DAY),
    ]
    name = store.undo_name()
    assert name is not None
    assert catalog("en").say(name).startswith("Note “Planning meeting of the team” on ")
    store.undo()
    assert signature(store) == before


def test_what_was_decided_is_put_right_and_keeps_its_tasks(store, of):
    meeting = planned(store, of)
    note(store, meeting, ["A", "B", "C"], [NewTask("Book")], held=True)

    note(store, meeting, ["A", "B, but later"], held=False)
    assert seen(store, of, meeting).decisions == ("A", "B, but later")
    note(store, meeting, ["A", "B, but later", "D"], held=False)

    found = seen(store, of, meeting)
    assert found.decisions == ("A", "B, but later", "D")
    assert found.status is MeetingStatus.HELD
    assert [task.text for task in found.tasks] == ["Book"]


@pytest.mark.parametrize(
    ("tasks", "says"),
    [
        ([NewTask("")], "Write what is to be done."),
        ([NewTask("Book", None, DAY - timedelta(1))], "is past"),
        ([NewTask("x" * 201)], "200"),
    ],
)
def test_a_task_that_cannot_be_takes_nothing_of_the_rest_with_it(store, of, tasks, says):
    meeting = planned(store, of)
    before = signature(store)

    with pytest.raises(Refused) as no:
        note(store, meeting, ["Decided"], tasks, held=True)

    assert says in catalog("en").say(no.value.message)
    assert signature(store) == before


def test_only_meetings_of_the_team_that_began_and_stand_are_noted(store, of):
    ahead, off = planned(store, of, DAY + timedelta(3)), planned(store, of)
    with store.reading() as session:
        start_up = session.query(MeetingRecord).filter_by(kind="start_up").one().id
        talk = session.query(MeetingRecord).filter(MeetingRecord.pair_id.is_not(None)).first().id
    cancel_meeting(store, off)

    for meeting, held in ((ahead, True), (off, False), (start_up, False), (talk, False)):
        with pytest.raises(Refused):
            note(store, meeting, ["Decided"], held=held)
    note(store, ahead, ["Decided by mail before we meet"], held=False)
    assert seen(store, of, ahead).status is MeetingStatus.PLANNED


def test_an_owner_is_somebody_of_the_programme(store, of):
    other = made(store, name="Kull 2", pairs=1)
    kari = manager(store, other)
    with pytest.raises(Refused):
        note(store, planned(store, of), [], [NewTask("Book", kari)], held=True)


def test_a_task_is_changed_done_opened_again_and_removed(store, of):
    kari = manager(store, of)
    (task,) = note(store, planned(store, of), [], [NewTask("Book", None, DAY)], held=True)

    edit_task(store, task, text="Book two rooms", due_on=DAY, owner=kari)
    (row,) = team_tasks(store, of.programme)
    assert (row.text, row.owner_name, row.due_on) == ("Book two rooms", "Kari Lund", DAY)
    assert "team_task" in {entry.alert for entry in today(store, DAY).entries}

    finish_task(store, task, on=DAY)
    assert team_tasks(store, of.programme) == ()
    assert [each.done_on for each in team_tasks(store, of.programme, done=True)] == [DAY]
    assert "team_task" not in {entry.alert for entry in today(store, DAY).entries}
    with pytest.raises(Refused):
        edit_task(store, task, text="Book", due_on=None, owner=None)

    reopen_task(store, task)
    remove_task(store, task)
    assert team_tasks(store, of.programme, done=True) == ()
    store.undo()
    assert [each.text for each in team_tasks(store, of.programme)] == ["Book two rooms"]


def test_the_agenda_has_the_open_issues_and_tasks_and_nobody_of_a_pair(store, of):
    meeting, kari = planned(store, of), manager(store, of)
    issue = open_issue(store, programme=of.programme, title="Long ways to meet")
    edit_issue(store, issue, title="Long ways to meet", step="Ask for rooms", on=DAY + timedelta(7))
    hand_over(store, issue, kari)
    note(store, meeting, [], [NewTask("Book", kari, DAY)], held=False)

    content = team_agenda(store, meeting, made_on=date(2027, 1, 1))

    assert [(each.title, each.owner, each.next_step) for each in content.issues] == [
        ("Long ways to meet", "Kari Lund", "Ask for rooms")
    ]
    assert [(each.text, each.owner) for each in content.tasks] == [("Book", "Kari Lund")]
    assert "Mentee" not in repr(content)
    assert "Mentor 1" not in repr(content)
