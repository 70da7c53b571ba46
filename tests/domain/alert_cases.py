"""Cases of every alert: ones that speak, with urgency and sentence, ones that are silent; and the duties they watch."""

from __future__ import annotations

from mentordesk.domain.alerts.views import (
    CriterionInView,
    DeadlineInView,
)
from mentordesk.domain.criteria import PaperKind, PaperState
from mentordesk.domain.people import ParticipationStatus, Role
from mentordesk.i18n.message import Wording
from tests.domain.alert_views import (
    HELD,
    NNO,
    NU,
    START,
    asked_for,
    days,
    findings,
    meeting,
    person,
    programme,
    round_of_network,
)
from tests.domain.pair_alert_cases import PAIR_SILENT, PAIR_SPEAKS

TITLE = Wording.everywhere("Survey")

SPEAKS = [
    *PAIR_SPEAKS,
    (
        "offer",
        person(START + days(2), ParticipationStatus.SUGGESTED, settings=NU),
        "this_week",
        "New manager, known since 11 Jan 2027: a mentor is not offered yet.",
    ),
    (
        "offer",
        person(START + days(8), ParticipationStatus.SUGGESTED, role=Role.MENTOR),
        "overdue",
        "Suggested as a mentor on 11 Jan 2027 and not asked yet.",
    ),
    (
        "reply",
        person(START + days(3), ParticipationStatus.ASKED, role=Role.MENTOR),
        "waiting",
        "Asked 3 days ago, no answer.",
    ),
    (
        "application",
        person(START + days(15), ParticipationStatus.RECEIVED),
        "overdue",
        "Application received 15 days ago, not answered.",
    ),
    (
        "interview",
        person(START + days(22), ParticipationStatus.COMPLETE),
        "overdue",
        "Complete for 22 days, no interview.",
    ),
    (
        "decision",
        person(START + days(15), ParticipationStatus.INTERVIEWED),
        "overdue",
        "Interviewed 15 days ago, not decided.",
    ),
    (
        "papers",
        person(START, ParticipationStatus.RECEIVED, findings=findings(Role.MENTEE)),
        "waiting",
        "Missing before the selection: Letter of motivation and The employer has confirmed participation.",
    ),
    (
        "papers",
        person(
            START,
            ParticipationStatus.RECEIVED,
            findings=findings(
                Role.MENTEE,
                (PaperKind.MOTIVATION, PaperState(received=True)),
                (PaperKind.CONFIRMATION, PaperState(asked_by=START - days(1))),
            ),
        ),
        "overdue",
        "Missing before the selection: The employer has confirmed participation.",
    ),
    (
        "papers",
        person(START, ParticipationStatus.RECEIVED, role=Role.MENTOR, findings=findings(Role.MENTOR)),
        "waiting",
        "Missing before the matching: The employer has confirmed participation.",
    ),
    (
        "without_mentor",
        person(START, ParticipationStatus.SELECTED),
        "overdue",
        "Selected, and without a mentor since the programme started.",
    ),
    (
        "without_mentor",
        person(START + days(9), ParticipationStatus.WAITING),
        "waiting",
        "On the waiting list since 11 Jan 2027.",
    ),
    (
        "without_mentor",
        person(START + days(31), ParticipationStatus.RECEIVED, settings=NU),
        "overdue",
        "Without a mentor since 11 Jan 2027.",
    ),
    (
        "without_mentor",
        person(START + days(5), ParticipationStatus.SELECTED, new_mentor_since=START),
        "this_week",
        "The pair ended on 11 Jan 2027, and a new mentor is wanted.",
    ),
    ("meeting_ahead", meeting(START - days(3)), "this_week", "Start-up: in 3 days, on 11 Jan 2027."),
    ("meeting_ahead", meeting(START + days(1), START, START + days(1)), "today", "Start-up: today."),
    (
        "meeting_past",
        meeting(START + days(1)),
        "overdue",
        "Start-up: planned for 11 Jan 2027, and nobody noted whether it was held.",
    ),
    (
        "meeting_past",
        meeting(START + days(1), status=HELD),
        "overdue",
        "Start-up: held on 11 Jan 2027, and attendance is not recorded.",
    ),
    (
        "missed",
        meeting(START + days(1), status=HELD, noted=True, absent=2),
        "this_week",
        "Start-up: 2 people were absent.",
    ),
    ("deadline", DeadlineInView(START, TITLE, START), "today", "Survey: today."),
    ("deadline", DeadlineInView(START, TITLE, START + days(7)), "this_week", "Survey: in 7 days, on 18 Jan 2027."),
    ("deadline", DeadlineInView(START, TITLE, START - days(1)), "overdue", "Survey: 1 day ago, on 10 Jan 2027."),
    ("not_planned", asked_for(START, "start_up"), "this_week", "Start-up meeting: not planned."),
    (
        "not_planned",
        asked_for(START, "mentor_network", START - days(1)),
        "this_week",
        "Mentor network: not planned this semester.",
    ),
    (
        "not_planned",
        round_of_network(START + days(200), START + days(100)),
        "overdue",
        "Mentor network: none for 100 days; the programme says about every 91.",
    ),
    (
        "criterion",
        CriterionInView(START, NNO.criteria[0], START, 3),
        "this_week",
        "“At least five years of leadership” is unknown or not met for 3 mentors.",
    ),
    (
        "places",
        programme(mentees_without_mentor=12, places_left=9),
        "this_week",
        "3 places with mentors are missing: 12 mentees without a mentor, 9 places left.",
    ),
    ("contracts_to_print", programme(contracts_to_print=1), "this_week", "The contract of 1 pair is not printed."),
    (
        "checklists_to_print",
        programme(checklists_to_print=4),
        "this_week",
        "The checklists for the first meeting are not printed for 4 pairs.",
    ),
    (
        "unit_unknown",
        programme(without_unit=2),
        "this_week",
        "Nobody knows which units bear the costs of 2 participants.",
    ),
]
SILENT = [
    *PAIR_SILENT,
    ("offer", person(START + days(90), ParticipationStatus.ASKED)),
    ("reply", person(START + days(90), ParticipationStatus.RECEIVED)),
    ("reply", person(START, ParticipationStatus.ASKED)),
    ("papers", person(START + days(1), ParticipationStatus.RECEIVED, findings=findings(Role.MENTEE))),
    ("papers", person(START, ParticipationStatus.SELECTED, matched=True, findings=findings(Role.MENTEE))),
    ("application", person(START + days(14), ParticipationStatus.RECEIVED)),
    ("application", person(START + days(90), ParticipationStatus.RECEIVED, role=Role.MENTOR)),
    ("interview", person(START + days(90), ParticipationStatus.COMPLETE, interviewed=True)),
    ("decision", person(START + days(14), ParticipationStatus.INTERVIEWED)),
    ("papers", person(START, ParticipationStatus.WITHDRAWN, findings=findings(Role.MENTEE))),
    (
        "papers",
        person(
            START,
            ParticipationStatus.RECEIVED,
            findings=findings(Role.MENTEE),
            excepted=frozenset({"mentee_motivation", "mentee_confirmation"}),
        ),
    ),
    ("without_mentor", person(START, ParticipationStatus.SELECTED, matched=True)),
    ("without_mentor", person(START - days(1), ParticipationStatus.SELECTED)),
    ("without_mentor", person(START, ParticipationStatus.SELECTED, wants_no_mentor=True)),
    ("meeting_ahead", meeting(START - days(8))),
    ("meeting_past", meeting(START + days(1), status=HELD, noted=True)),
    ("meeting_past", meeting(START + days(1), status=HELD, kind="team_planning")),
    ("missed", meeting(START + days(15), status=HELD, noted=True, absent=2)),
    ("deadline", DeadlineInView(START, TITLE, START + days(8))),
    ("deadline", DeadlineInView(START, TITLE, START - days(1), done_on=START)),
    ("not_planned", asked_for(START, "start_up", START + days(15))),
    ("not_planned", asked_for(START, "pair_talk")),
    ("not_planned", round_of_network(START + days(91))),
    ("criterion", CriterionInView(START, NNO.criteria[0], START, 0)),
    ("places", programme(mentees_without_mentor=12, places_left=12)),
    ("contracts_to_print", programme()),
    ("checklists_to_print", programme()),
    ("unit_unknown", programme()),
]

# What the two source programmes ask of somebody, and which alerts watch over it.
DUTIES = {
    "the programme is advertised and applied for by a day": {"deadline", "application"},
    "an application has its letter and the employer's confirmation": {"papers"},
    "mentors are recruited in parallel, asked, and their employers confirm": {"offer", "reply", "papers", "places"},
    "mentors have years of leadership, education, background": {"criterion"},
    "mentors are trained before the start": {"criterion", "meeting_ahead", "not_planned"},
    "all potential participants are interviewed": {"interview"},
    "the team selects by criteria": {"decision", "criterion"},
    "every mentee has a mentor": {"without_mentor", "places"},
    "HR offers the appointing manager a mentor": {"offer"},
    "a contract with ground rules is signed": {"contract", "contracts_to_print"},
    "the first meeting is prepared with the checklist": {"checklists_to_print"},
    "the mentor, or the mentee, makes contact": {"first_contact"},
    "joint meetings are held, and people come": {"meeting_ahead", "meeting_past", "missed", "not_planned"},
    "the mentor network meets in its rhythm": {"not_planned", "meeting_ahead"},
    "the team holds its meetings": {"not_planned", "meeting_past"},
    "conversations keep their rhythm": {"rhythm", "unregistered", "conversation_today"},
    "at least so many meetings are held": {"minimum"},
    "the mentee sends topics, writes summaries, keeps the logbook": {"topics", "summaries"},
    "goals are written down and followed up": {"goal_document", "goal_due"},
    "each pair talks with the programme manager once a semester": {"pair_talk", "talk_ahead", "talk_unregistered"},
    "the third meeting is followed by an analysis": {"third_meeting", "fit_after_first", "fit_after_third"},
    "a match that is not good enough ends by agreement": {"bad_fit", "on_hold", "without_mentor"},
    "the value of meeting again is asked, and it is right to stop": {"not_worth_meeting"},
    "the last meeting evaluates, sums up, settles on contact": {"last_conversation", "to_close"},
    "costs are borne by the right unit": {"unit_unknown"},
    "effects are measured, and reported to the owner": {"deadline"},
}
