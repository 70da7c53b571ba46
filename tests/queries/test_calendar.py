"""Calendars: every meeting that belongs in one is in it once, and no name or topic that does not."""

from __future__ import annotations

from datetime import date

import pytest

from mentordesk.domain.ids import MeetingId, PairId, PersonId
from mentordesk.domain.meetings import MeetingStatus
from mentordesk.domain.pairs import PairStatus
from mentordesk.domain.people import ParticipationStatus, Role
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.message import msg
from mentordesk.queries.calendar import meeting_calendar, pair_calendar, person_calendar, programme_calendar
from mentordesk.storage.records import MeetingDayRecord, MeetingRecord, ParticipationRecord, PersonRecord
from tests.queries.small_programme import START, add, change, made


def meetings(store, **wanted):
    with store.reading() as session:
        return {meeting.id for meeting in session.query(MeetingRecord).filter_by(**wanted)}


def titles(content):
    return {catalog("en").say(event.title) for event in content.events}


@pytest.mark.parametrize("template", ["nno", "nu"])
def test_a_programme_holds_every_meeting_of_its_plan_and_its_pairs_once(store, template):
    programme = made(store, template).programme
    other = made(store, "nu", "Another").programme

    content = programme_calendar(store, programme)

    uids = [event.uid for event in content.events]
    assert len(uids) == len(set(uids))
    assert set(uids) == meetings(store, programme_id=programme)
    assert set(uids).isdisjoint(meetings(store, programme_id=other))
    with store.reading() as session:
        days = session.query(MeetingDayRecord).join(MeetingRecord, MeetingRecord.id == MeetingDayRecord.meeting_id)
        assert content.entries == days.filter(MeetingRecord.programme_id == programme).count()


def test_events_come_by_their_days_in_the_programmes_zone(store):
    content = programme_calendar(store, made(store, "nu").programme)

    firsts = [event.days[0] for event in content.events]
    assert firsts == sorted(firsts)
    assert content.zone == "Europe/Stockholm"


def test_a_pairs_entries_tell_neither_who_nor_which_conversation(store):
    whole = made(store)

    content = programme_calendar(store, whole.programme)

    said = " ".join(titles(content))
    assert "Mentee" not in said
    assert titles(pair_calendar(store, whole.pairs[0].id)) == {"Conversation", "Pair talk with the programme manager"}
    assert all(event.description == () and event.attendees == () for event in content.events)


def test_names_are_in_for_who_asks(store):
    content = programme_calendar(store, made(store).programme, with_names=True)

    assert "Conversation: Mentee 1 – Mentor 1" in titles(content)
    assert "Start-up meeting" in titles(content)


def test_a_pairs_calendar_is_the_pairs_alone(store):
    pair, _ = made(store).pairs

    assert {event.uid for event in pair_calendar(store, pair.id).events} == meetings(store, pair_id=pair.id)


def test_a_person_gets_her_pairs_and_her_roles_meetings(store):
    whole = made(store)
    programme, pairs = whole.programme, whole.pairs
    own = meetings(store, pair_id=pairs[0].id)
    kinds = {kind: meetings(store, programme_id=programme, kind=kind) for kind in ("start_up", "mentor_network")}

    mentee = {event.uid for event in person_calendar(store, pairs[0].mentee_person).events}
    mentor = {event.uid for event in person_calendar(store, pairs[0].mentor_person).events}

    assert own | kinds["start_up"] <= mentee
    assert mentee.isdisjoint(kinds["mentor_network"])
    assert own | kinds["start_up"] | kinds["mentor_network"] <= mentor
    assert (mentee | mentor).isdisjoint(meetings(store, pair_id=pairs[1].id))


def test_a_person_is_found_by_her_participation_too(store):
    """A plan of pairs names people by it."""
    pair, _ = made(store).pairs

    assert person_calendar(store, pair.mentee) == person_calendar(store, pair.mentee_person)


def test_the_manager_gets_all_pair_talks_and_team_meetings_and_no_conversation(store):
    programme = made(store).programme
    manager = PersonRecord(given_name="Kari", family_name="Nordmann")
    add(
        store,
        manager,
        ParticipationRecord(programme_id=programme, person_id=manager.id, role=Role.MANAGER, since=START),
    )

    content = person_calendar(store, manager.id)

    team = meetings(store, kind="team_follow_up") | meetings(store, kind="team_planning")
    expected = meetings(store, kind="pair_talk") | team
    assert {event.uid for event in content.events} == expected
    assert content.name == "Kari Nordmann"


def test_a_person_in_two_programmes_gets_both(store):
    first = made(store).pairs[0]
    second = made(store, "nu", "NU").programme
    add(
        store,
        ParticipationRecord(programme_id=second, person_id=first.mentee_person, role=Role.MENTOR, since=START),
    )

    content = person_calendar(store, first.mentee_person)

    uids = {event.uid for event in content.events}
    assert meetings(store, pair_id=first.id) | meetings(store, programme_id=second, kind="mentor_network") <= uids
    assert content.zone == "Europe/Stockholm"


@pytest.mark.parametrize("status", [ParticipationStatus.DECLINED, ParticipationStatus.WITHDRAWN])
def test_who_left_is_asked_to_nothing(store, status):
    pair = made(store, pairs=1, status=PairStatus.DISSOLVED).pairs[0]
    change(store, ParticipationRecord, pair.mentee, status=status)

    with pytest.raises(Refused, match="takes part in no programme"):
        person_calendar(store, pair.mentee_person)


def test_a_cancelled_meeting_stays_and_says_so(store):
    programme = made(store).programme
    (mid_term,) = meetings(store, kind="mid_term")
    change(store, MeetingRecord, mid_term, status=MeetingStatus.CANCELLED, sequence=1)

    (event,) = meeting_calendar(store, mid_term).events

    assert (event.cancelled, event.sequence) == (True, 1)
    assert mid_term in {each.uid for each in programme_calendar(store, programme).events}


def test_one_meeting_of_two_days_is_one_event(store):
    made(store)
    (start_up,) = meetings(store, kind="start_up")

    content = meeting_calendar(store, start_up)

    (event,) = content.events
    assert [starts.date() for starts, _ in event.days] == [date(2027, 1, 26), date(2027, 1, 27)]
    assert content.entries == 2


def test_what_is_not_there_is_refused_by_its_number(store):
    made(store)

    for ask, id_ in ((pair_calendar, PairId), (person_calendar, PersonId), (meeting_calendar, MeetingId)):
        with pytest.raises(Refused) as no:
            ask(store, id_("no-such-thing"))
        assert "no-such-thing" in catalog("en").say(no.value.message)


def test_the_entries_name_whoever_leads_the_programme_and_can_be_answered(store):
    programme = made(store).programme
    assert {event.organizer for event in programme_calendar(store, programme).events} == {None}
    for given_name, email in (("No", None), ("Bad", "not an address"), ("Kari", "kari@example.org")):
        person = PersonRecord(given_name=given_name, family_name="Ås", email=email)
        add(
            store,
            person,
            ParticipationRecord(
                programme_id=programme,
                person_id=person.id,
                role=Role.MANAGER,
                status=ParticipationStatus.SELECTED,
                since=START,
            ),
        )

    (organizer,) = {event.organizer for event in programme_calendar(store, programme).events}

    assert (organizer.name, organizer.email) == ("Kari Ås", "kari@example.org")


def test_a_day_that_a_meeting_lost_is_in_its_file_as_cancelled(store):
    programme = made(store).programme
    (meeting,) = meetings(store, programme_id=programme, kind="start_up")
    with store.reading() as session:
        second = session.query(MeetingDayRecord).filter_by(meeting_id=meeting, number=2).one().id
    change(store, MeetingRecord, meeting, days_ever=2)
    with store.changing(msg("shorten")) as session:
        session.delete(session.get_one(MeetingDayRecord, second))

    content = meeting_calendar(store, meeting)

    (event,) = content.events
    assert (event.numbered, event.lost, content.entries) == ((1,), (2,), 2)
