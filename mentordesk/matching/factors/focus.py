"""Development focus: how much of what the mentee needs the mentor offers."""

from __future__ import annotations

from mentordesk.i18n.message import Listed, Message, msg, nmsg
from mentordesk.matching.candidates import Candidate, Question
from mentordesk.matching.factors.covered import covered, covered_plane
from mentordesk.matching.factors.factor import Evidence, Factor, Plane
from mentordesk.matching.terms import beyond, terms, within


def _part(mentee: Candidate, mentor: Candidate, _question: Question) -> int | None:
    return covered(mentee.needs, mentor.offers)


def _plane(question: Question) -> Plane:
    return covered_plane((mentee.needs for mentee in question.mentees), (mentor.offers for mentor in question.mentors))


def _evidence(mentee: Candidate, mentor: Candidate, _question: Question) -> Evidence:
    unknown = []
    if not terms(mentee.needs):
        unknown.append(msg("No data on what {mentee} needs.", mentee=mentee.name))
    if not terms(mentor.offers):
        unknown.append(msg("No data on what {mentor} offers.", mentor=mentor.name))
    return Evidence.missing(*unknown) if unknown else Evidence((_compared(mentee, mentor),))


def _compared(mentee: Candidate, mentor: Candidate) -> Message:
    needs, offers = mentee.needs or (), mentor.offers or ()
    met, unmet = within(needs, offers), beyond(needs, offers)
    if not unmet:
        return nmsg(
            "{mentee} needs {needs}; {mentor} offers it.",
            "{mentee} needs {needs}; {mentor} offers all of it.",
            len(met),
            mentee=mentee.name,
            needs=Listed(needs),
            mentor=mentor.name,
        )
    if met:
        return msg(
            "{mentee} needs {met} and also {unmet}; {mentor} offers {met}.",
            mentee=mentee.name,
            met=Listed(met),
            unmet=Listed(unmet),
            mentor=mentor.name,
        )
    return msg(
        "{mentee} needs {needs}; {mentor} offers other things: {offers}.",
        mentee=mentee.name,
        needs=Listed(needs),
        mentor=mentor.name,
        offers=Listed(offers),
    )


FOCUS = Factor("focus", msg("Development focus"), 25, _part, _plane, _evidence)
