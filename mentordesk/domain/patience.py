"""How long a programme waits before MentorDesk says that something is late (R69); what is said is in alerts/."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Patience:
    """Days, but for the last three: how many times its own interval a pair may be silent."""

    contract: int = 14  # from approval to signature
    first_contact: int = 14  # from approval, or the start, to the first word between the two
    fit_answers: int = 7  # from the first or the third conversation to both answers, or to a talk about a bad one
    goals: int = 30  # from the first conversation to the goal document
    last_conversation: int = 30  # before the end, for planning it
    application: int = 14  # until it is answered
    interview: int = 21  # from a complete application
    decision: int = 14  # from the interview
    reply: int = 14  # of somebody asked to be a mentor
    offer: int = 7  # until a new manager is offered a mentor, or a suggested mentor is asked
    mentor: int = 30  # until whoever should have a mentor has one
    answer: int = 7  # before a joint meeting, with the invitation to it
    follow_up: int = 14  # after a joint meeting, with those who missed it
    stay: int = 365  # until a mentor of the bank is asked again whether she stays
    request: int = 14  # for material or training, until it is answered
    talk: int = 7  # from a pair talk to the note of what came out of it
    snooze: int = 60  # the longest that an alert may be put off
    silence: float = 1.5  # a reminder
    long_silence: float = 2.0  # a call
    breaking_silence: float = 3.0  # a talk about going on or ending


USUAL = Patience()
