"""Papers of those who run a programme: plans, their own meetings, the calendar, the sheet for the wall."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from mentordesk.documents.papers.dates_list import DatesContent, DayOfDates
from mentordesk.documents.papers.pair_list import ListedPair, PairListContent
from mentordesk.documents.papers.plan_comparison import ComparedRow, ComparisonContent, PlanColumn
from mentordesk.documents.papers.programme_wall import WallContent
from mentordesk.documents.papers.team_agenda import OpenIssue, OpenTask, TeamAgendaContent
from mentordesk.domain.ids import MeetingId
from mentordesk.domain.lanes import LANES, Bar, FreeStretch, Lane, WeekCount, lane_of_kind
from mentordesk.domain.plan import Plan, plan
from mentordesk.domain.templates import template
from mentordesk.i18n.message import msg
from tests.documents.cases import MADE_ON, Case, CaseName


def pair_list(case: Case) -> PairListContent:
    return PairListContent(
        letterhead=case.letterhead,
        plan=case.words(1) or "Plan",
        made_on=MADE_ON,
        pairs=tuple(
            ListedPair(
                mentee=case.person(at),
                mentee_unit=case.words(at),
                mentor="" if at % 5 == 4 else case.person(at + 1),
                mentor_unit="" if at % 5 == 4 else case.words(at + 1),
                points=None if at % 5 > 2 else 40.0 + at,
                weak=at % 4 == 0,
                locked=at % 3 == 0,
            )
            for at in case.some(16, most=24)
        ),
        notes=case.passage(),
        approved_on=case.day(3) if case.name is CaseName.MIXED else None,
    )


def plan_comparison(case: Case) -> ComparisonContent:
    plans = range(6 if case.name is CaseName.LONGEST else 2)
    return ComparisonContent(
        letterhead=case.letterhead,
        made_on=MADE_ON,
        plans=tuple(_column(case, at) for at in plans),
        words=() if case.missing else (msg("Everybody is with the same mentor in all of these plans."),),
        settings=tuple(
            ComparedRow(title=msg("Floor, in points"), cells=tuple("50" for _ in plans)) for _ in case.some(1, most=1)
        ),
        mentees=tuple(
            ComparedRow(title=case.person(at), cells=tuple(case.person(at + cell) for cell in plans))
            for at in case.some(12)
        ),
    )


def _column(case: Case, at: int) -> PlanColumn:
    return PlanColumn(
        name=case.words(at + 1) or f"Plan {at}",
        unmatched=at,
        weak=2,
        worst=case.maybe(41.2),
        total=1_970.5,
        common_weak=3,
        common_worst=case.maybe(40.0),
        common_total=1_904.25,
        notes=case.passage(at),
        lowest=tuple(
            msg("{mentee} with {mentor}: {score} points", mentee=case.person(row), mentor=case.person(row + 1), score=4)
            for row in case.some(2, most=5)
        ),
        floor=() if case.missing else (msg("The floor of {floor} points changes nothing here.", floor=50),),
    )


def team_agenda(case: Case) -> TeamAgendaContent:
    return TeamAgendaContent(
        letterhead=case.letterhead,
        made_on=MADE_ON,
        title=msg("Planning meeting of the team") if case.missing else case.wording(1),
        starts_at=datetime(2027, 1, 12, 9),
        ends_at=datetime(2027, 1, 12, 10),
        place=case.words(4),
        decisions=tuple(case.passage(at) for at in case.some(1, most=4)),
        issues=tuple(
            OpenIssue(case.words(at), case.person(at), case.words(at + 9), case.day(at)) for at in case.some(5, most=12)
        ),
        tasks=tuple(OpenTask(case.words(at + 40), case.person(at), case.day(at)) for at in case.some(3, most=12)),
    )


def dates(case: Case) -> DatesContent:
    days = tuple(
        DayOfDates(
            case.words(day), tuple(("10:00–11:30", case.words(at), case.person(at), "", "–") for at in case.some(3))
        )
        for day in case.some(3, most=6)
    )
    return DatesContent(
        letterhead=case.letterhead,
        made_on=MADE_ON,
        period=case.words(3) or "2027",
        days=days,
        about=() if case.missing else (msg("Sorted by: {column}.", column=case.words(2)),),
    )


def programme_wall(case: Case) -> WallContent:
    swedish = case.name is CaseName.MIXED
    laid = plan(template("nu" if swedish else "nno"), date(2027, 2, 1))
    mondays = [date(2027, 2, 1) + timedelta(7 * number) for number in range(60)]
    return WallContent(
        letterhead=case.letterhead,
        made_on=MADE_ON,
        first=date(2027, 1, 1),
        last=laid.ends_on,
        semesters=laid.semesters,
        lanes=tuple(Lane(lane.key, lane.title, _bars(case, laid, lane.key)) for lane in LANES),
        weeks=() if case.missing else tuple(WeekCount(monday, at % 3, at % 12) for at, monday in enumerate(mondays)),
        free=() if case.missing else (FreeStretch(date(2027, 7, 12), date(2027, 8, 8), case.wording(2)),),
    )


def _bars(case: Case, laid: Plan, lane: str) -> tuple[Bar, ...]:
    if case.missing:
        return ()
    theirs = [meeting for meeting in laid.meetings if lane_of_kind(meeting.kind) == lane]
    usual = case.name in (CaseName.ORDINARY, CaseName.MIXED)
    return tuple(
        Bar(meeting.first_day, meeting.last_day, meeting.title if usual else case.wording(at), MeetingId(str(at)))
        for at, meeting in enumerate(theirs)
    )


CONTENTS: dict[str, Callable[[Case], object]] = {
    "pair-list": pair_list,
    "plan-comparison": plan_comparison,
    "team-agenda": team_agenda,
    "dates": dates,
    "programme-wall": programme_wall,
}
