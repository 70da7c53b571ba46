"""What is said against a pair, as values to show before anybody decides, and to check when somebody does (R30, R34).

The facts are matching/rules.py's; how grave each is, and what passes it, is domain/passing.py.
"""

from __future__ import annotations

from datetime import date

from mentordesk.domain.ids import ParticipationId, ProgrammeId
from mentordesk.domain.passing import EXCEPTED_INSTEAD, WEAK, PairWarning
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.matching.candidates import Candidate, Question
from mentordesk.matching.rules import broken
from mentordesk.matching.scores import score_of
from mentordesk.queries.matching import question_over
from mentordesk.storage.store import Store


def pair_warnings(
    store: Store, programme: ProgrammeId, *, mentee: ParticipationId, mentor: ParticipationId, today: date
) -> tuple[PairWarning, ...]:
    """Of a pair that somebody thinks of, outside any plan.

    Raises:
        Refused: the mentee has a mentor, or one of the two takes no part.
    """
    with store.reading() as session:
        question = question_over(session, programme, today=today, scenario=None)
        return warnings_of(question, *two_of(question, mentee, mentor))


def two_of(question: Question, mentee: ParticipationId, mentor: ParticipationId) -> tuple[Candidate, Candidate]:
    """
    Raises:
        Refused: one of them is not in the question, for she has a mentor, or takes part no more.
    """
    if mentee not in question.row:
        raise Refused(msg("The mentee has a mentor already, or takes part no more. Choose another mentee."))
    if mentor not in question.column:
        raise Refused(msg("The mentor takes part no more. Choose another mentor."))
    return question.mentee(mentee), question.mentor(mentor)


def warnings_of(question: Question, mentee: Candidate, mentor: Candidate) -> tuple[PairWarning, ...]:
    """The broken rules, and few points; unmet criteria are not among them, for they are excepted one by one (R22)."""
    said = [
        PairWarning(mentee.id, mentor.id, one.rule.key, one.because)
        for one in broken(mentee, mentor, question)
        if one.rule.key != EXCEPTED_INSTEAD
    ]
    score, floor = score_of(question, mentee, mentor), question.settings.floor
    if score < floor:
        few = msg(
            "{mentee} and {mentor} have {score} points. A fair fit has at least {floor}.",
            mentee=mentee.name,
            mentor=mentor.name,
            score=round(score),
            floor=round(floor),
        )
        said.append(PairWarning(mentee.id, mentor.id, WEAK, few))
    return tuple(said)
