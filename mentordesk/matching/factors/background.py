"""Professional background: how many of the mentee's fields the mentor knows from inside."""

from __future__ import annotations

from mentordesk.i18n.message import Listed, Message, msg
from mentordesk.matching.candidates import Candidate, Question
from mentordesk.matching.factors.covered import covered, covered_plane
from mentordesk.matching.factors.factor import Evidence, Factor, Plane
from mentordesk.matching.terms import beyond, terms, within


def _part(mentee: Candidate, mentor: Candidate, _question: Question) -> int | None:
    return covered(mentee.backgrounds, mentor.backgrounds)


def _plane(question: Question) -> Plane:
    return covered_plane(
        (mentee.backgrounds for mentee in question.mentees), (mentor.backgrounds for mentor in question.mentors)
    )


def _evidence(mentee: Candidate, mentor: Candidate, _question: Question) -> Evidence:
    unknown = tuple(one.name for one in (mentee, mentor) if not terms(one.backgrounds))
    if unknown:
        return Evidence.missing(msg("No data on the professional background of {names}.", names=Listed(unknown)))
    return Evidence((_compared(mentee, mentor),))


def _compared(mentee: Candidate, mentor: Candidate) -> Message:
    mine, theirs = mentee.backgrounds or (), mentor.backgrounds or ()
    shared, rest = within(mine, theirs), beyond(mine, theirs)
    if shared and rest:
        return msg(
            "{mentee} has a background in {fields}; {mentor} shares {shared}, not {rest}.",
            mentee=mentee.name,
            fields=Listed(mine),
            mentor=mentor.name,
            shared=Listed(shared),
            rest=Listed(rest, any_of=True),
        )
    if shared:
        return msg(
            "{mentee} and {mentor} both have a background in {fields}.",
            mentee=mentee.name,
            mentor=mentor.name,
            fields=Listed(shared),
        )
    return msg(
        "{mentee} has a background in {fields}, {mentor} in {others}.",
        mentee=mentee.name,
        fields=Listed(mine),
        mentor=mentor.name,
        others=Listed(theirs),
    )


BACKGROUND = Factor("background", msg("Professional background"), 15, _part, _plane, _evidence)
