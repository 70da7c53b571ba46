"""Alerts on a programme as a whole: deadlines, joint meetings, criteria, places with mentors, papers to print."""

from __future__ import annotations

from datetime import date, timedelta

from mentordesk.domain.alerts.invitations import invitation
from mentordesk.domain.alerts.notice import Alert, Notice, Urgency, by_day
from mentordesk.domain.alerts.views import (
    CriterionInView,
    DeadlineInView,
    MeetingInView,
    ProgrammeInView,
    SettingInView,
)
from mentordesk.domain.meetings import MeetingStatus, meeting_kind
from mentordesk.domain.people import Role
from mentordesk.domain.programmes import CostRule, Intake, Timing
from mentordesk.i18n.message import Message, msg, nmsg

_PLAN_IT = msg("Plan the meeting")


def deadline(due: DeadlineInView) -> Notice | None:
    urgency = by_day(due.due_on, due.today) if due.done_on is None else None
    if urgency is None:
        return None
    away = abs((due.due_on - due.today).days)
    if urgency is Urgency.TODAY:
        sentence = msg("{title}: today.", title=due.title)
    elif urgency is Urgency.OVERDUE:
        sentence = nmsg(
            "{title}: {count} day ago, on {day}.",
            "{title}: {count} days ago, on {day}.",
            away,
            title=due.title,
            day=due.due_on,
        )
    else:
        sentence = nmsg(
            "{title}: in {count} day, on {day}.",
            "{title}: in {count} days, on {day}.",
            away,
            title=due.title,
            day=due.due_on,
        )
    rule = msg("The programme keeps its deadlines; whoever meets one marks it as done.")
    return Notice(urgency, sentence, rule, msg("Mark as done"), due.due_on)


def meeting_ahead(meeting: MeetingInView) -> Notice | None:
    if meeting.status is not MeetingStatus.PLANNED or meeting.today > meeting.last_day:
        return None
    rule = msg("Joint meetings are prepared in good time: agenda, participants, papers.")
    prepare = msg("Prepare the meeting")
    if meeting.first_day <= meeting.today:
        return Notice(Urgency.TODAY, msg("{meeting}: today.", meeting=meeting.title), rule, prepare, meeting.last_day)
    urgency = by_day(meeting.first_day, meeting.today)
    if urgency is None or meeting.prepared:
        return None
    sentence = nmsg(
        "{meeting}: in {count} day, on {day}.",
        "{meeting}: in {count} days, on {day}.",
        (meeting.first_day - meeting.today).days,
        meeting=meeting.title,
        day=meeting.first_day,
    )
    return Notice(urgency, sentence, rule, prepare, meeting.first_day)


def meeting_past(meeting: MeetingInView) -> Notice | None:
    """Neither noted as held nor cancelled; or held, and nobody noted who came."""
    if meeting.today <= meeting.last_day or meeting.status is MeetingStatus.CANCELLED:
        return None
    if meeting.status is MeetingStatus.PLANNED:
        return Notice(
            Urgency.OVERDUE,
            msg(
                "{meeting}: planned for {day}, and nobody noted whether it was held.",
                meeting=meeting.title,
                day=meeting.first_day,
            ),
            msg("Each meeting is noted as held or cancelled."),
            msg("Note whether it was held"),
            meeting.last_day,
        )
    if meeting.noted or not meeting_kind(meeting.kind).attendance:
        return None
    return Notice(
        Urgency.OVERDUE,
        msg("{meeting}: held on {day}, and attendance is not recorded.", meeting=meeting.title, day=meeting.first_day),
        msg("Attendance at joint meetings is recorded by person and day."),
        msg("Record attendance"),
        meeting.last_day,
    )


def missed(meeting: MeetingInView) -> Notice | None:
    """Until everybody who was absent has been followed up."""
    if meeting.status is not MeetingStatus.HELD or not meeting.absent or meeting.today < meeting.last_day:
        return None
    limit = meeting.patience.follow_up
    due = meeting.last_day + timedelta(limit)
    return Notice(
        Urgency.OVERDUE if meeting.today > due else Urgency.THIS_WEEK,
        nmsg(
            "{meeting}: {count} person was absent.",
            "{meeting}: {count} people were absent.",
            meeting.absent,
            meeting=meeting.title,
        ),
        nmsg(
            "Whoever missed a joint meeting hears from you within {count} day.",
            "Whoever missed a joint meeting hears from you within {count} days.",
            limit,
        ),
        msg("Follow up with those who missed it"),
        due,
    )


def not_planned(asked: SettingInView) -> Notice | None:
    """A meeting that the settings ask for and the calendar lacks."""
    if asked.today > asked.ends_on:
        return None
    title = asked.setting.title
    match asked.setting.timing:
        case Timing.EACH_ROUND:
            return _round_not_planned(asked)
        case Timing.EACH_SEMESTER:
            semester = asked.semester
            if any(semester.starts_on <= day <= semester.ends_on for day in asked.days):
                return None
            sentence = msg("{meeting}: not planned this semester.", meeting=title)
            rule = msg("The programme asks for it once each semester.")
            return Notice(Urgency.THIS_WEEK, sentence, rule, _PLAN_IT, semester.ends_on)
        case Timing.PAIR_EACH_SEMESTER:
            return None
    if asked.days:
        return None
    sentence = msg("{meeting}: not planned.", meeting=title)
    return Notice(Urgency.THIS_WEEK, sentence, msg("The programme asks for it once."), _PLAN_IT, asked.ends_on)


def _round_not_planned(asked: SettingInView) -> Notice | None:
    every = asked.setting.every_days
    past = [day for day in asked.days if day <= asked.today]
    since = past[-1] if past else asked.starts_on
    gap = (asked.today - since).days
    if any(day > asked.today for day in asked.days) or gap <= every:
        return None
    rule = nmsg(
        "The programme asks for one about every {count} day.",
        "The programme asks for one about every {count} days.",
        every,
    )
    sentence = nmsg(
        "{meeting}: none for {count} day; the programme asks for one about every {every} days.",
        "{meeting}: none for {count} days; the programme asks for one about every {every} days.",
        gap,
        meeting=asked.setting.title,
        every=every,
    )
    return Notice(Urgency.OVERDUE, sentence, rule, _PLAN_IT, since + timedelta(every))


def criterion(view: CriterionInView) -> Notice | None:
    """One line for everybody: the gate strip of each person says the rest."""
    if not view.people:
        return None
    return Notice(
        _until_start(view.today, view.starts_on),
        _not_answered(view),
        msg("A criterion is met, not met, or excepted with a reason; unknown is no answer."),
        msg("Answer the criterion"),
        view.starts_on,
    )


def _not_answered(view: CriterionInView) -> Message:
    if view.criterion.role is Role.MENTOR:
        return nmsg(
            "“{criterion}” is unknown or not met for {count} mentor.",
            "“{criterion}” is unknown or not met for {count} mentors.",
            view.people,
            criterion=view.criterion.title,
        )
    return nmsg(
        "“{criterion}” is unknown or not met for {count} mentee.",
        "“{criterion}” is unknown or not met for {count} mentees.",
        view.people,
        criterion=view.criterion.title,
    )


def places(programme: ProgrammeInView) -> Notice | None:
    """Mentors are recruited while mentees apply, not after."""
    missing = programme.mentees_without_mentor - programme.places_left
    if missing <= 0 or programme.today > programme.ends_on:
        return None
    cohort = programme.settings.intake is Intake.COHORT
    return Notice(
        _until_start(programme.today, programme.starts_on) if cohort else Urgency.THIS_WEEK,
        nmsg(
            "{count} place with mentors is missing: {mentees} without a mentor, {places} left.",
            "{count} places with mentors are missing: {mentees} without a mentor, {places} left.",
            missing,
            mentees=nmsg("{count} mentee", "{count} mentees", programme.mentees_without_mentor),
            places=nmsg("{count} place", "{count} places", programme.places_left),
        ),
        msg("Qualified mentors are recruited while mentees apply."),
        msg("Ask more mentors"),
        programme.starts_on if cohort else None,
    )


def contracts_to_print(programme: ProgrammeInView) -> Notice | None:
    if not programme.contracts_to_print:
        return None
    return Notice(
        Urgency.THIS_WEEK,
        nmsg(
            "The contract of {count} pair is not printed.",
            "The contracts of {count} pairs are not printed.",
            programme.contracts_to_print,
        ),
        msg("Every pair signs a contract with its ground rules before it begins."),
        msg("Print the contracts"),
    )


def checklists_to_print(programme: ProgrammeInView) -> Notice | None:
    if not programme.checklists_to_print:
        return None
    return Notice(
        Urgency.THIS_WEEK,
        nmsg(
            "The checklist for the first meeting is not printed for {count} pair.",
            "The checklists for the first meeting are not printed for {count} pairs.",
            programme.checklists_to_print,
        ),
        msg("Both prepare their first meeting with the checklist."),
        msg("Print the checklists"),
    )


def unit_unknown(programme: ProgrammeInView) -> Notice | None:
    if not programme.without_unit or programme.settings.cost_rule is not CostRule.OWN_UNITS:
        return None
    return Notice(
        Urgency.THIS_WEEK,
        nmsg(
            "It is not known which unit bears the costs of {count} participant.",
            "It is not known which units bear the costs of {count} participants.",
            programme.without_unit,
        ),
        msg("Each person's own unit bears the costs; those of a retired mentor fall on the mentee's unit."),
        msg("Enter the units"),
    )


def _until_start(today: date, starts_on: date) -> Urgency:
    return Urgency.OVERDUE if today > starts_on else Urgency.THIS_WEEK


# To add one: a function of one of these views here, and its line under that view.
DEADLINE_ALERTS: tuple[Alert[DeadlineInView], ...] = (Alert("deadline", deadline),)
MEETING_ALERTS: tuple[Alert[MeetingInView], ...] = (
    Alert("meeting_ahead", meeting_ahead),
    Alert("meeting_past", meeting_past),
    Alert("missed", missed),
    Alert("invitation", invitation),
)
SETTING_ALERTS: tuple[Alert[SettingInView], ...] = (Alert("not_planned", not_planned),)
CRITERION_ALERTS: tuple[Alert[CriterionInView], ...] = (Alert("criterion", criterion),)
PROGRAMME_ALERTS: tuple[Alert[ProgrammeInView], ...] = (
    Alert("places", places),
    Alert("contracts_to_print", contracts_to_print),
    Alert("checklists_to_print", checklists_to_print),
    Alert("unit_unknown", unit_unknown),
)
