"""Cases of every alert on a pair: ones that speak, with urgency and sentence, and ones that are silent."""

from __future__ import annotations

from dataclasses import replace

from mentordesk.domain.alerts.views import (
    Appointment,
    CheckOut,
    Conversation,
    FitAnswer,
    GoalDate,
)
from mentordesk.domain.goals import GoalStatus
from mentordesk.domain.pairs import FitValue, PairStatus, Side
from tests.domain.alert_views import (
    END,
    HELD,
    MENTEE_GOOD,
    MENTOR_GOOD,
    START,
    cohort_pair,
    days,
    pair,
)

FOUR = tuple(START + days(30 * n) for n in range(4))
NOT_GOOD = FitAnswer(Side.MENTOR, 3, START + days(70), FitValue.NOT_GOOD)
WANTS_TO_TALK = FitAnswer(Side.MENTEE, 1, START + days(5), FitValue.GOOD, wants_to_talk=True)

TWO_TALKS = (Appointment("pair_talk", START), Appointment("pair_talk", START + days(1)))
TWO_PLANNED = (Appointment("conversation", START), Appointment("conversation", START + days(30)))

PAIR_SPEAKS = [
    (
        "talk_unregistered",
        cohort_pair(START + days(2), appointments=TWO_TALKS),
        "this_week",
        "The pair talk planned for 12 Jan 2027 is not registered.",
    ),
    (
        "unregistered",
        pair(START + days(40), START, appointments=TWO_PLANNED),
        "waiting",
        "The conversation planned for 10 Feb 2027 is not registered.",
    ),
    (
        "contract",
        pair(END, approved_on=END - days(1), status=PairStatus.PROPOSED),
        "waiting",
        "Contract not signed 1 day after approval.",
    ),
    (
        "first_contact",
        pair(START + days(14)),
        "overdue",
        "First contact not confirmed after 14 days: the mentor takes it.",
    ),
    (
        "first_contact",
        cohort_pair(START + days(20)),
        "overdue",
        "First contact not confirmed after 20 days: the mentee takes it.",
    ),
    (
        "rhythm",
        cohort_pair(START + days(43), START),
        "overdue",
        "No conversation for 43 days; the programme asks for one about every 21 days.",
    ),
    (
        "rhythm",
        cohort_pair(START + days(32), START),
        "this_week",
        "No conversation for 32 days; the programme asks for one about every 21 days.",
    ),
    (
        "rhythm",
        pair(START + days(150), *FOUR[:3]),
        "overdue",
        "No conversation for 90 days; the programme asks for one about every 30 days.",
    ),
    (
        "rhythm",
        pair(START + days(200), *FOUR),
        "this_week",
        "No conversation for 110 days; the programme asks for one about every 60 days.",
    ),
    (
        "rhythm",
        cohort_pair(START + days(53), START, agreed_rhythm=35),
        "this_week",
        "No conversation for 53 days; the pair agreed on one about every 35 days.",
    ),
    (
        "rhythm",
        pair(START + days(95), START, agreed_rhythm=90),
        "this_week",
        "No conversation for 95 days; the programme's minimum of 6 means one about every 60 days.",
    ),
    (
        "rhythm_unset",
        cohort_pair(START + days(20), START),
        "waiting",
        "How often the pair meets is not noted; the programme's rule of about every 21 days holds.",
    ),
    ("minimum", pair(END - days(130), *FOUR[:2]), "this_week", "2 of 6 conversations held, 4 months left."),
    ("minimum", pair(END - days(20), *FOUR[:2]), "overdue", "2 of 6 conversations held, 20 days left."),
    (
        "minimum",
        pair(START + days(30), START),
        "too_early",
        "Too early to tell: 1 of 6 conversations held, 11 months left.",
    ),
    (
        "conversation_today",
        pair(START, appointments=(Appointment("conversation", START),)),
        "today",
        "A conversation is planned for today.",
    ),
    (
        "unregistered",
        pair(START + days(40), START, appointments=(Appointment("conversation", START + days(30)),)),
        "waiting",
        "The conversation planned for 10 Feb 2027 is not registered.",
    ),
    (
        "topics",
        pair(FOUR[3], conversations=tuple(Conversation(day, summary_written=True) for day in FOUR)),
        "waiting",
        "No topic was sent before the last 3 conversations.",
    ),
    (
        "summaries",
        pair(FOUR[3], conversations=tuple(Conversation(day, topic_sent=True) for day in FOUR)),
        "waiting",
        "No summary was written of the last 3 conversations.",
    ),
    (
        "last_conversation",
        pair(END - days(25), *FOUR),
        "this_week",
        "The collaboration ends on 10 Jan 2028, and no last conversation is planned.",
    ),
    (
        "contract",
        pair(START + days(15), status=PairStatus.PROPOSED),
        "overdue",
        "Contract not signed 15 days after approval.",
    ),
    (
        "contract",
        pair(START + days(14), status=PairStatus.PROPOSED),
        "waiting",
        "Contract not signed 14 days after approval.",
    ),
    (
        "fit_after_first",
        pair(START + days(3), START),
        "waiting",
        "After the first conversation there is no answer from the mentee and the mentor on how well they fit.",
    ),
    (
        "fit_after_first",
        pair(START + days(8), START, fit=(replace(MENTEE_GOOD, after_meeting=1),)),
        "overdue",
        "After the first conversation there is no answer from the mentor on how well they fit.",
    ),
    (
        "fit_after_third",
        cohort_pair(FOUR[3], *FOUR),
        "overdue",
        "After the third conversation there is no answer from the mentee and the mentor on how well they fit.",
    ),
    (
        "third_meeting",
        pair(FOUR[2] + days(1), *FOUR[:3]),
        "this_week",
        "The relation check after the third meeting is missing: no answer from the mentee and the mentor.",
    ),
    (
        "third_meeting",
        pair(FOUR[2] + days(8), *FOUR[:3], fit=(MENTEE_GOOD,)),
        "overdue",
        "The relation check after the third meeting is missing: no answer from the mentor.",
    ),
    ("bad_fit", pair(START + days(71), fit=(NOT_GOOD,)), "today", "The fit is not good, according to the mentor."),
    (
        "bad_fit",
        pair(START + days(6), fit=(WANTS_TO_TALK,)),
        "today",
        "A talk about the collaboration is wanted by the mentee.",
    ),
    (
        "bad_fit",
        pair(START + days(13), fit=(WANTS_TO_TALK,)),
        "overdue",
        "A talk about the collaboration is wanted by the mentee.",
    ),
    (
        "not_worth_meeting",
        pair(START + days(1), START, check_out=CheckOut(START, worth_meeting_again=False)),
        "today",
        "At the check-out on 11 Jan 2027 the mentee saw no value in meeting again.",
    ),
    ("pair_talk", cohort_pair(START + days(100), START), "this_week", "No pair talk this semester."),
    ("pair_talk", cohort_pair(START + days(141), START), "overdue", "No pair talk this semester."),
    (
        "pair_talk",
        cohort_pair(START + days(97), START),
        "too_early",
        "Too early to tell: no pair talk this semester yet.",
    ),
    (
        "talk_ahead",
        cohort_pair(START, appointments=(Appointment("pair_talk", START + days(7)),)),
        "this_week",
        "Pair talk on 18 Jan 2027.",
    ),
    (
        "talk_unregistered",
        cohort_pair(START + days(8), appointments=(Appointment("pair_talk", START),)),
        "overdue",
        "The pair talk planned for 11 Jan 2027 is not registered.",
    ),
    (
        "talk_unregistered",
        cohort_pair(START + days(2), appointments=(Appointment("pair_talk", START, HELD, noted=False),)),
        "this_week",
        "What came out of the pair talk on 11 Jan 2027 is not noted.",
    ),
    (
        "goal_document",
        cohort_pair(START + days(31), START),
        "waiting",
        "No goal document 31 days after the first conversation.",
    ),
    (
        "goal_due",
        pair(START, goals=(GoalDate(2, START, GoalStatus.ON_THE_WAY),)),
        "today",
        "Goal 2 is due on 11 Jan 2027.",
    ),
    ("on_hold", pair(START, status=PairStatus.ON_HOLD), "waiting", "The pair is on hold."),
    ("to_close", pair(END + days(12)), "overdue", "The collaboration ended 12 days ago and is not closed."),
]
PAIR_SILENT = [
    ("minimum", pair(START + days(61), START)),
    ("minimum", pair(END - days(1), *FOUR, START + days(200), START + days(260))),
    ("topics", pair(FOUR[1], conversations=tuple(Conversation(day) for day in FOUR[:2]))),
    ("summaries", pair(FOUR[1], conversations=tuple(Conversation(day) for day in FOUR[:2]))),
    (
        "bad_fit",
        pair(START + days(80), fit=(NOT_GOOD,), appointments=(Appointment("pair_talk", START + days(70), HELD),)),
    ),
    (
        "not_worth_meeting",
        pair(
            START,
            check_out=CheckOut(START, worth_meeting_again=False),
            appointments=(Appointment("pair_talk", START, HELD),),
        ),
    ),
    ("not_worth_meeting", pair(START, check_out=CheckOut(START, worth_meeting_again=True))),
    ("goal_document", cohort_pair(START + days(30), START)),
    ("first_contact", pair(START + days(13))),
    ("first_contact", pair(START + days(90), START)),
    ("first_contact", pair(START + days(20), appointments=(Appointment("conversation_first", START + days(25)),))),
    ("rhythm_unset", cohort_pair(START + days(31))),
    ("rhythm_unset", cohort_pair(START + days(31), START, agreed_rhythm=14)),
    ("rhythm_unset", cohort_pair(START + days(90), START, status=PairStatus.ON_HOLD)),
    ("rhythm", cohort_pair(START + days(31), START)),
    ("rhythm", cohort_pair(START + days(52), START, agreed_rhythm=35)),
    ("rhythm", cohort_pair(START + days(90), START, status=PairStatus.ON_HOLD)),
    ("minimum", pair(START + days(200), *FOUR)),
    ("minimum", cohort_pair(START + days(200), START)),
    ("conversation_today", pair(START, START, appointments=(Appointment("conversation", START),))),
    (
        "unregistered",
        pair(START + days(40), START + days(20), appointments=(Appointment("conversation", START + days(30)),)),
    ),
    ("topics", pair(FOUR[3], *FOUR)),
    ("summaries", pair(FOUR[3], *FOUR)),
    ("last_conversation", pair(END - days(31), *FOUR)),
    ("last_conversation", pair(END - days(20), appointments=(Appointment("conversation_last", END),))),
    ("contract", pair(START, status=PairStatus.PROPOSED)),
    ("contract", pair(START + days(90), status=PairStatus.SIGNED, signed_on=START)),
    ("fit_after_first", pair(FOUR[3], *FOUR)),
    ("fit_after_third", pair(FOUR[3], *FOUR)),
    ("third_meeting", pair(FOUR[3], *FOUR, fit=(MENTEE_GOOD, MENTOR_GOOD))),
    ("third_meeting", pair(FOUR[1], *FOUR[:2])),
    (
        "bad_fit",
        pair(START + days(80), fit=(NOT_GOOD,), appointments=(Appointment("pair_talk", START + days(75), HELD),)),
    ),
    ("bad_fit", pair(START + days(80), fit=(WANTS_TO_TALK, replace(MENTEE_GOOD, answered_on=START + days(70))))),
    ("not_worth_meeting", pair(FOUR[1], *FOUR[:2], check_out=CheckOut(FOUR[0], worth_meeting_again=False))),
    ("pair_talk", cohort_pair(START + days(100), appointments=(Appointment("pair_talk", START + days(110)),))),
    ("pair_talk", pair(START + days(100))),
    ("talk_ahead", cohort_pair(START, appointments=(Appointment("pair_talk", START + days(8)),))),
    ("talk_unregistered", cohort_pair(START + days(2), appointments=(Appointment("pair_talk", START, HELD),))),
    ("goal_document", cohort_pair(START + days(40), START, goals=(GoalDate(1, None, GoalStatus.OPEN),))),
    ("goal_document", pair(START + days(90), START)),
    ("goal_due", pair(START, goals=(GoalDate(2, START, GoalStatus.REACHED),))),
    ("on_hold", pair(START)),
    ("to_close", pair(END)),
    ("to_close", pair(END + days(40), status=PairStatus.COMPLETED)),
]
