"""Interviews (R23): what may be noted of one, and what it does to a status. What is rated stands in people.py."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from mentordesk.domain.fields import Field
from mentordesk.domain.ids import PersonId
from mentordesk.domain.legal_form import LegalForm
from mentordesk.domain.people import MENTOR_RATING_FIELDS, RATING_FIELDS, ParticipationStatus, Role
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message, msg

LOWEST, HIGHEST = 1, 5
"""Points of a rating."""
LONGEST = 8 * 60
"""Minutes of an interview."""

_BEFORE = frozenset(
    {
        ParticipationStatus.SUGGESTED,
        ParticipationStatus.ASKED,
        ParticipationStatus.RECEIVED,
        ParticipationStatus.COMPLETE,
    }
)


def ratings_of(role: Role) -> tuple[Field, ...]:
    """What interviewers rate: two traits of everybody, and how good a mentor somebody would be (R23)."""
    return (*RATING_FIELDS, *MENTOR_RATING_FIELDS) if role is Role.MENTOR else RATING_FIELDS


def banner(legal_form: LegalForm) -> Message:
    """What whoever notes an interview keeps in mind (trust 4.2)."""
    if legal_form is LegalForm.SWEDISH_PUBLIC:
        return msg(
            "The applicant may ask to read this. In a Swedish public body a note can be a public document (allmän "
            "handling), which others may ask to read too."
        )
    return msg("The applicant may ask to read this.")


def after_interview(status: ParticipationStatus) -> ParticipationStatus:
    """Interviewed, unless more than that is decided already."""
    return ParticipationStatus.INTERVIEWED if status in _BEFORE else status


def check_held(held_on: date, today: date) -> None:
    """Raises Refused for a day to come."""
    if held_on > today:
        raise Refused(msg("The interview cannot be noted before it was held: {day} is still to come.", day=held_on))


def check_points(points: Iterable[int]) -> None:
    """Raises Refused for points that no rating has."""
    if not all(LOWEST <= each <= HIGHEST for each in points):
        raise Refused(msg("A rating is a number from {lowest} to {highest}.", lowest=LOWEST, highest=HIGHEST))


def check_wishes(person: PersonId, wishes: Collection[PersonId], vetoes: Collection[PersonId]) -> None:
    """Raises Refused where the same person is wished for and not, or somebody names themselves."""
    if set(wishes) & set(vetoes):
        raise Refused(msg("Somebody is among the wishes and the vetoes. Choose one of the two."))
    if person in wishes or person in vetoes:
        raise Refused(msg("Nobody can be among their own wishes or vetoes."))
