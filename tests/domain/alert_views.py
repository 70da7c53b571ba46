"""Views for the tests of alerts: a usual one of each kind, with what a case changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from mentordesk.domain.alerts.views import (
    Conversation,
    FitAnswer,
    MeetingInView,
    PairInView,
    ParticipantInView,
    ProgrammeInView,
    SettingInView,
)
from mentordesk.domain.criteria import Evidence, PaperKind, PaperState, assess
from mentordesk.domain.meetings import MeetingStatus
from mentordesk.domain.pairs import FitValue, PairStatus, Side
from mentordesk.domain.people import ParticipationStatus, Role
from mentordesk.domain.plan import Semester
from mentordesk.domain.templates import template
from mentordesk.i18n.message import Wording

NNO, NU = template("nno"), template("nu")
START = date(2027, 1, 11)
END = date(2028, 1, 10)
HELD, PLANNED = MeetingStatus.HELD, MeetingStatus.PLANNED
MENTEE_GOOD, MENTOR_GOOD = (FitAnswer(side, 3, START, FitValue.GOOD) for side in Side)


def days(number: int) -> timedelta:
    return timedelta(number)


def pair(today: date, *held: date, **known: object) -> PairInView:
    """A running pair of the one-year programme that began on START."""
    usual = PairInView(
        today=today,
        settings=NU,
        status=PairStatus.ACTIVE,
        approved_on=START,
        begins_on=START,
        ends_on=END,
        semester=Semester(1, START, START + days(180)),
        conversations=tuple(Conversation(day, topic_sent=True, summary_written=True) for day in held),
    )
    return replace(usual, **known)


def cohort_pair(today: date, *held: date, **known: object) -> PairInView:
    """The same in the programme with three semesters and pair talks."""
    return pair(today, *held, **{"settings": NNO, "ends_on": date(2028, 7, 10)} | known)


def person(today: date, status: ParticipationStatus, **known: object) -> ParticipantInView:
    """A mentee of a cohort whose status is START's."""
    return replace(ParticipantInView(today, NNO, START, Role.MENTEE, status, START), **known)


def meeting(today: date, first: date = START, last: date | None = None, **known: object) -> MeetingInView:
    usual = MeetingInView(today, Wording.everywhere("Start-up"), "start_up", first, last or first, PLANNED)
    return replace(usual, **known)


def asked_for(today: date, key: str, *planned: date) -> SettingInView:
    setting = next(each for each in (*NNO.meetings, *NU.meetings) if each.key == key)
    return SettingInView(today, setting, START, END, Semester(1, START, START + days(180)), planned)


def round_of_network(today: date, *planned: date) -> SettingInView:
    setting = next(each for each in NU.meetings if each.key == "mentor_network")
    return SettingInView(today, setting, START, END, Semester(1, START, START + days(180)), planned)


def programme(**known: object) -> ProgrammeInView:
    return replace(ProgrammeInView(START - days(30), NNO, START, END), **known)


def findings(role: Role, *papers: tuple[PaperKind, PaperState], today: date = START):
    known = Evidence(role, papers=dict(papers))
    return tuple(assess(each, known, today) for each in NNO.criteria if each.role is role)
