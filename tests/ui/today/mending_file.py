"""A programme on a day on which most duties are open: for each alert of one file somebody it is about."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from mentordesk.actions.files import new_file
from mentordesk.actions.issues import edit_issue, open_issue
from mentordesk.actions.laying_out import lay_out_pair
from mentordesk.actions.library import add_item
from mentordesk.actions.loans import hand_out
from mentordesk.actions.meetings import cancel_meeting
from mentordesk.actions.programmes import create_programme
from mentordesk.actions.requests import ask
from mentordesk.actions.team_tasks import add_task
from mentordesk.domain.goals import GoalStatus
from mentordesk.domain.holds import Due
from mentordesk.domain.ids import MeetingId
from mentordesk.domain.meetings import Attendance, MeetingStatus
from mentordesk.domain.pairs import FitValue, PairStatus, Side
from mentordesk.domain.people import ParticipationStatus, Role
from mentordesk.domain.programmes import Mode
from mentordesk.i18n.message import Wording, msg
from mentordesk.queries.programmes import programme_of
from mentordesk.storage.records import (
    AttendanceRecord,
    FitRecord,
    GoalRecord,
    HoldRecord,
    LogbookEntryRecord,
    MeetingDayRecord,
    MeetingRecord,
    MentorRecord,
    PairRecord,
    ParticipationRecord,
    PersonRecord,
    UnitRecord,
)

DONE = ParticipationStatus.SELECTED
_PEOPLE = {
    "Suggested": (Role.MENTOR, ParticipationStatus.SUGGESTED),
    "Asked": (Role.MENTOR, ParticipationStatus.ASKED),
    "Received": (Role.MENTEE, ParticipationStatus.RECEIVED),
    "Complete": (Role.MENTEE, ParticipationStatus.COMPLETE),
    "Interviewed": (Role.MENTEE, ParticipationStatus.INTERVIEWED),
}
_PAIRS = ("Unsigned", "Begun", "Unfit", "Silent", "Resting", "Talking", "Today", "Untold")


def days(number: int) -> timedelta:
    return timedelta(number)


class _House:
    def __init__(self, store, today):
        self.store, self.today = store, today
        self.programme = create_programme(store, template_key="nno", name="Kull", starts_on=today - days(100)).id
        self.pairs, self.people, self.taking = {}, {}, {}

    def add(self, *records):
        with self.store.changing(msg("records")) as session:
            session.add_all(records)

    def person(self, session, name, role, status, since, unit):
        person = PersonRecord(
            given_name=name, family_name=role.value, unit_id=unit, email=f"{name}.{role.value}@example.org".lower()
        )
        session.add(person)
        taking = ParticipationRecord(
            programme_id=self.programme, person_id=person.id, role=role, status=status, since=since
        )
        session.add(taking)
        self.people[name, role], self.taking[name, role] = person.id, taking.id
        return taking

    def make_people(self):
        long_ago = self.today - days(60)
        with self.store.changing(msg("people")) as session:
            unit = UnitRecord(name="Ward")
            session.add(unit)
            session.flush()
            for number, name in enumerate(_PAIRS):
                at = None if name == "Untold" else unit.id
                mentee = self.person(session, name, Role.MENTEE, DONE, long_ago, at)
                mentor = self.person(session, name, Role.MENTOR, DONE, long_ago, at)
                status = PairStatus.PROPOSED if name == "Unsigned" else PairStatus.ACTIVE
                signed = None if name == "Unsigned" else long_ago
                pair = PairRecord(
                    programme_id=self.programme,
                    mentee_id=mentee.id,
                    mentor_id=mentor.id,
                    approved_on=long_ago,
                    status=status,
                    signed_on=signed,
                )
                session.add(pair)
                session.flush()
                known = programme_of(session, self.programme)
                if name == "Talking":
                    lay_out_pair(session, known, pair.id, number, long_ago, self.store.clock())
                self.pairs[name] = pair.id
            for name, (role, status) in _PEOPLE.items():
                self.person(session, name, role, status, long_ago, unit.id)
            asked = self.people["Begun", Role.MENTOR]
            session.add(MentorRecord(person_id=asked, stay_asked_on=self.today - days(20)))

    def held(self, name, *ago, **known):
        day = lambda number: self.today - days(number)  # noqa: E731
        self.add(*(LogbookEntryRecord(pair_id=self.pairs[name], held_on=day(number), **known) for number in ago))

    def meeting(self, kind, day, *, pair=None, status=MeetingStatus.PLANNED):
        record = MeetingRecord(
            programme_id=self.programme,
            pair_id=pair,
            kind=kind,
            status=status,
            mode=Mode.PHYSICAL,
            audience=[],
            changed_at=self.store.clock(),
        )
        begins = datetime.combine(day, time(9))
        ends = datetime.combine(day, time(10))
        self.add(record, MeetingDayRecord(meeting_id=record.id, number=1, starts_at=begins, ends_at=ends))
        return record.id

    def live(self):
        today, pairs = self.today, self.pairs
        self.held("Begun", 20, topic_sent=True, summary_written=True)
        self.held("Unfit", 10)
        self.held("Silent", 50)
        self.held("Talking", 45, 8, 4)
        self.held("Today", 15)
        self.add(
            FitRecord(
                pair_id=pairs["Unfit"],
                side=Side.MENTEE,
                after_meeting=1,
                answered_on=today - days(9),
                value=FitValue.NOT_GOOD,
            ),
            GoalRecord(pair_id=pairs["Silent"], number=1, due_on=today - days(3), status=GoalStatus.OPEN),
            HoldRecord(pair_id=pairs["Resting"], from_on=today - days(30), until_on=today - days(2), due=Due.MOVES),
        )
        with self.store.changing(msg("rest")) as session:
            session.get_one(PairRecord, pairs["Resting"]).status = PairStatus.ON_HOLD
        self.meeting("pair_talk", today + days(2), pair=pairs["Begun"])
        self.meeting("pair_talk", today - days(9), pair=pairs["Silent"])
        self.meeting("conversation", today, pair=pairs["Today"])
        self.meeting("conversation", today - days(3), pair=pairs["Begun"])
        self.meeting("mentor_network", today + days(3))
        missed = self.meeting("mentor_network", today - days(5), status=MeetingStatus.HELD)
        with self.store.reading() as session:
            day = session.query(MeetingDayRecord).filter_by(meeting_id=missed).one().id
            mid_term = session.query(MeetingRecord).filter_by(kind="mid_term").one().id
        person = self.people["Begun", Role.MENTOR]
        self.add(
            AttendanceRecord(
                meeting_day_id=day, person_id=person, attendance=Attendance.ABSENT, noted_on=today - days(5)
            )
        )
        cancel_meeting(self.store, MeetingId(mid_term))
        add_task(self.store, programme=self.programme, text="Order the books", due_on=today)
        issue = open_issue(self.store, programme=self.programme, title="Long ways to meet")
        edit_issue(self.store, issue, title="Long ways to meet", step="Ask for rooms", on=today)

    def lend(self):
        """A book that should be back, and somebody who waits for an answer."""
        book = add_item(self.store, programme=self.programme, title=Wording.everywhere("Handbook"))
        reader = self.taking["Silent", Role.MENTOR]
        hand_out(self.store, book, [reader], on=self.today - days(40), due=self.today - days(3))
        ask(self.store, self.taking["Resting", Role.MENTOR], "A course in listening", on=self.today - days(20))


def write(path, today: date) -> None:
    with new_file(path) as store:
        house = _House(store, today)
        house.make_people()
        house.live()
        house.lend()
