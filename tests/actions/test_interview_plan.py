"""An interview is planned in the calendar, seen there with its name, and held by noting its form."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from mentordesk.actions.interview_plan import plan_interview
from mentordesk.actions.interviews import record_interview, remove_interview
from mentordesk.actions.letters import write_letters
from mentordesk.actions.meetings import cancel_meeting, move_meeting
from mentordesk.actions.restricting import restrict
from mentordesk.domain.meetings import MeetingStatus
from mentordesk.domain.people import ParticipationStatus
from mentordesk.domain.programmes import Mode
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.catalog import catalog
from mentordesk.messages.calendar_file import calendar_bytes
from mentordesk.messages.letters import LetterKind
from mentordesk.queries.agenda import agenda
from mentordesk.queries.calendar import programme_calendar
from mentordesk.queries.interviews import interview, interviews_of
from mentordesk.queries.letters import addressees
from mentordesk.storage.records import MeetingRecord
from tests.queries.applicants import DAY, applied

WHEN = date(2027, 2, 3)


@pytest.fixture
def there(store):
    return applied(store)


def plan(store, who, **told):
    return plan_interview(
        store,
        who.id,
        **(
            {"day": WHEN, "start": time(13, 30), "minutes": 45, "mode": Mode.PHYSICAL, "place": "Room 4"}
            | {"interviewer": "Kari Ås"}
            | told
        ),
    )


def seen(store, there):
    rows = agenda(store, there.programme, first=WHEN, last=WHEN).rows
    return [
        (row.who, row.starts_at.time(), row.place, row.status)
        for row in rows
        if getattr(row, "kind", "") == "interview"
    ]


def test_it_is_in_the_calendar_with_the_name_and_one_undo_takes_it_out(store, there):
    plan(store, there.mentees[0])

    assert seen(store, there) == [("Mentee 1", time(13, 30), "Room 4", MeetingStatus.PLANNED)]
    (form,) = interviews_of(store, there.mentees[0].id)
    assert (form.held_on, form.interviewer, form.planned.starts_at) == (None, "Kari Ås", datetime(2027, 2, 3, 13, 30))
    assert form.status is ParticipationStatus.RECEIVED, "planned is not held"
    assert catalog("en").say(store.undo_name()) == "Plan an interview with Mentee 1 on 3 Feb 2027"
    store.undo()
    assert seen(store, there) == []
    assert interview(store, there.mentees[0].id).planned is None


def test_noting_the_form_notes_that_it_was_held(store, there):
    plan(store, there.mentees[0])
    form = interview(store, there.mentees[0].id)

    record_interview(
        store,
        participation=there.mentees[0].id,
        interview_id=form.id,
        held_on=WHEN,
        interviewer="Kari Ås",
        notes="",
        ratings={},
        words=None,
        wishes=(),
        vetoes=(),
        today=WHEN,
    )

    assert [row[-1] for row in seen(store, there)] == [MeetingStatus.HELD]
    assert interview(store, there.mentees[0].id).status is ParticipationStatus.INTERVIEWED
    assert len(interviews_of(store, there.mentees[0].id)) == 1


def test_it_is_moved_and_cancelled_as_every_meeting(store, there):
    meeting = plan(store, there.mentees[0])

    move_meeting(store, meeting, to=WHEN + timedelta(days=1), start=time(9))
    assert interview(store, there.mentees[0].id).planned.starts_at == datetime(2027, 2, 4, 9)
    cancel_meeting(store, meeting)

    form = interview(store, there.mentees[0].id)
    assert (form.id, form.planned) == (None, None)


def test_taking_out_what_is_planned_cancels_it(store, there):
    plan(store, there.mentees[0])

    remove_interview(store, interview(store, there.mentees[0].id).id)

    assert [row[-1] for row in seen(store, there)] == [MeetingStatus.CANCELLED]
    store.undo()
    assert [row[-1] for row in seen(store, there)] == [MeetingStatus.PLANNED]


def test_no_calendar_that_is_handed_out_names_anybody(store, there):
    plan(store, there.mentees[0])

    content = programme_calendar(store, there.programme)
    data = calendar_bytes(content.events, catalog("en"), zone=content.zone, name=content.name)

    assert b"SUMMARY:Interview" in data
    assert b"Mentee 1" not in data
    with store.reading() as session:
        (meeting,) = session.query(MeetingRecord).filter_by(kind="interview")
        assert (meeting.title, meeting.audience) == (None, ["manager"])


def test_the_invitation_says_when_and_where_and_brings_the_entry(store, there, tmp_path):
    plan(store, there.mentees[0])
    plan(store, there.mentees[1], mode=Mode.DIGITAL, place="")
    ids = [mentee.id for mentee in there.mentees[:3]]

    found = {each.about: each.letter for each in addressees(store, ids, LetterKind.INVITED)}

    assert found["Mentee 3"].missing == ("day", "time", "place")
    assert "3. feb. 2027, kl. 13:30" in found["Mentee 1"].body
    assert "Hvor: Room 4" in found["Mentee 1"].body
    assert "Hvor: digital" in found["Mentee 2"].body
    made = write_letters(store, ids, LetterKind.INVITED, folder=tmp_path)
    assert len(made.paths) == 2
    assert b"Content-Type: text/calendar" in made.paths[0].read_bytes()


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"minutes": 0}, "from 1 to"),
        ({"minutes": 481}, "from 1 to"),
        ({"start": time(23, 30)}, "after midnight"),
        ({"day": date(1927, 2, 3)}, "far from our time"),
        ({"day": date(2027, 3, 28), "start": time(2, 30)}, "clock"),
        ({"place": "x" * 201}, "characters"),
        ({"interviewer": "x" * 201}, "characters"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_planned(store, there, told, said):
    with pytest.raises(Refused, match=said):
        plan(store, there.mentees[0], **told)

    assert interview(store, there.mentees[0].id).id is None


def test_nobody_restricted_is_interviewed(store, there):
    restrict(store, there.mentees[0].person, reason="She asked", today=DAY)

    with pytest.raises(Refused, match="restricted"):
        plan(store, there.mentees[0])
