"""The employer's confirmation for a mentee and for a mentor (R20, R21, R65): what an employer says yes to."""

from __future__ import annotations

from mentordesk.domain.checklists import Point
from mentordesk.domain.fields import EMAIL_LENGTH, NAME_LENGTH
from mentordesk.domain.form_answers import SIGNATURE, SIGNED_ON
from mentordesk.domain.forms import NO, YES, AnswerKind, Form, FormField, Option
from mentordesk.domain.pairs import Side
from mentordesk.domain.people import Role
from mentordesk.i18n.message import msg

WHAT_IT_TAKES = msg("What taking part requires")
OUR_ANSWER = msg("The employer’s answer")

_MENTEE, _MENTOR = (Side.MENTEE,), (Side.MENTOR,)

TIME_FOR_CONVERSATIONS = Point(
    "time-for-conversations",
    WHAT_IT_TAKES,
    msg("Working time for the conversations, and for preparing them and writing them up."),
    _MENTEE,
)
TIME_AS_MENTOR = Point(
    "time-as-mentor", WHAT_IT_TAKES, msg("Working time for the conversations with the mentee."), _MENTOR
)
TRAINING = Point("mentor-training", WHAT_IT_TAKES, msg("Training as a mentor, before the programme starts."), _MENTOR)
NETWORK = Point(
    "mentor-network", WHAT_IT_TAKES, msg("The mentors’ network, where mentors learn from each other."), _MENTOR
)
JOINT_MEETINGS = Point("joint-meetings", WHAT_IT_TAKES, msg("Time off for the joint meetings, and travel to them."))
STAYS_BETWEEN_THEM = Point(
    "stays-between-them",
    WHAT_IT_TAKES,
    msg("What the two talk about stays between them; nobody reports on it to the employer."),
)
CONFIRMS = Point("employer-confirms", OUR_ANSWER, msg("Do you confirm that the participant is given what it takes?"))
POINTS_FOR_MENTEE = (JOINT_MEETINGS, TIME_FOR_CONVERSATIONS, STAYS_BETWEEN_THEM, CONFIRMS)
POINTS_FOR_MENTOR = (JOINT_MEETINGS, TRAINING, NETWORK, TIME_AS_MENTOR, STAYS_BETWEEN_THEM, CONFIRMS)
"""In the order of the paper; one of which the programme has none is left out there."""

PARTICIPANT = FormField("participant", msg("Name"), longest=2 * NAME_LENGTH)
PARTICIPANT_UNIT = FormField("participant_unit", msg("Unit"), longest=NAME_LENGTH)
CONFIRMED = FormField(
    "confirmed",
    CONFIRMS.sentence,
    AnswerKind.ONE_OF,
    (Option(YES, msg("Yes, we confirm it")), Option(NO, msg("No, we cannot"))),
)
CONFIRMER = (
    FormField("confirmer_name", msg("Your name"), longest=NAME_LENGTH),
    FormField("confirmer_title", msg("Your title"), longest=NAME_LENGTH),
    FormField("confirmer_unit", msg("Your unit"), longest=NAME_LENGTH),
    FormField("confirmer_contact", msg("Your e-mail or phone"), longest=EMAIL_LENGTH),
)


def _form(key: str) -> Form:
    return Form(key, 1, (PARTICIPANT, PARTICIPANT_UNIT, CONFIRMED, *CONFIRMER, SIGNED_ON, SIGNATURE), keeps_file=True)


CONFIRMATION_FORMS = {Role.MENTEE: _form("confirmation-mentee"), Role.MENTOR: _form("confirmation-mentor")}
