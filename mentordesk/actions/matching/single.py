"""One new pair outside a plan (R37): a mentee who came later, or whose pair ended. Running pairs stay as they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from mentordesk.actions.laying_out import lay_out_pair
from mentordesk.actions.matching.making import (
    CriteriaException,
    check_answered,
    check_places,
    checked,
    decider,
    either,
    make_pair,
    note_exceptions,
    note_passed,
    open_criteria,
    running_pairs,
)
from mentordesk.domain.approval import Obstacle
from mentordesk.domain.ids import PairId, ParticipationId, ProgrammeId
from mentordesk.domain.passing import DecisionKind, PairWarning, Passing, check_passed
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.matching.candidates import PairKey
from mentordesk.queries.matching import question_over
from mentordesk.queries.no_match import decided_over, wanting_none_over
from mentordesk.queries.pair_warnings import two_of, warnings_of
from mentordesk.queries.participants import names_over
from mentordesk.queries.programmes import programme_of
from mentordesk.storage.records import PairDecisionRecord
from mentordesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class Consent:
    """Who decides on a pair, and what he answers to what is said against it."""

    by: str
    exception: CriteriaException | None = None
    passing: Passing | None = None

    def checked(self) -> Consent:
        """Raises Refused for nobody, or for an exception without a reason or a name."""
        exception = None if self.exception is None else checked(self.exception)
        return Consent(decider(self.by), exception, either(self.passing, exception))


@dataclass(frozen=True, slots=True)
class Paired:
    """The new pair, its meetings, and what was said against it."""

    pair: PairId
    meetings: int
    open_criteria: tuple[Obstacle, ...]
    warnings: tuple[PairWarning, ...]


def approve_pair(
    store: Store,
    *,
    programme: ProgrammeId,
    mentee: ParticipationId,
    mentor: ParticipationId,
    today: date,
    consent: Consent,
) -> Paired:
    """The pair as a proposal, with its meetings; a warning needs the answers that it needs in a plan (UX 5.4).

    Raises:
        NotYet: something unknown, not met or not confirmed stands in the way; it is in the details, nothing was done.
        Refused: the mentee has a mentor or is not to be matched, the mentor has no place left, or one of the two
            takes no part.
    """
    consent = consent.checked()
    with store.reading() as session:
        names = names_over(session, (mentee, mentor))
    what = msg("Match {mentee} with {mentor}", mentee=names[mentee], mentor=names[mentor])
    with store.changing(what) as session:
        _check_to_match(session, programme, mentee, names[mentee])
        said = said_against(session, programme, (mentee, mentor), today)
        said.check(session, programme, consent, today)
        return pair_up(session, programme, said, today, store.clock(), consent)


def _check_to_match(session: Session, programme: ProgrammeId, mentee: ParticipationId, name: str) -> None:
    """
    Raises:
        Refused: it was decided otherwise, or the mentee wants no mentor.
    """
    if mentee in decided_over(session, programme):
        raise Refused(msg("It was decided not to match {mentee}. Take that decision back first.", mentee=name))
    if mentee in wanting_none_over(session, programme):
        raise Refused(
            msg(
                "When the last pair ended, {mentee} wanted no other. Note first that this has changed.",
                mentee=name,
            )
        )


@dataclass(frozen=True, slots=True)
class SaidAgainst:
    """All that stands in the way of one pair, or warns of it."""

    pair: PairKey
    open_criteria: tuple[Obstacle, ...]
    warnings: tuple[PairWarning, ...]

    def check(self, session: Session, programme: ProgrammeId, consent: Consent, today: date) -> None:
        """Raises NotYet or Refused as `approve_pair` does."""
        check_places(session, programme, [self.pair[1]], today)
        check_answered(self.open_criteria, consent.exception)
        check_passed(self.warnings, consent.passing)


def said_against(session: Session, programme: ProgrammeId, pair: PairKey, today: date) -> SaidAgainst:
    """
    Raises:
        Refused: the mentee has a mentor, or one of the two takes no part.
    """
    question = question_over(session, programme, today=today, scenario=None)
    warnings = warnings_of(question, *two_of(question, *pair))
    return SaidAgainst(pair, tuple(open_criteria(session, programme, [pair], today)), warnings)


def pair_up(
    session: Session,
    programme: ProgrammeId,
    said: SaidAgainst,
    today: date,
    now: datetime,
    consent: Consent | None,
) -> Paired:
    """Makes the pair; without a consent, for whoever only looks ahead, nobody's decision is noted."""
    turn = len(running_pairs(session, programme))
    made = make_pair(session, programme, said.pair, today)
    session.flush()
    if consent is not None:
        note_exceptions(session, said.open_criteria, consent.exception, today)
        note_passed(session, made, said.warnings, consent.passing, today)
        session.add(
            PairDecisionRecord(pair_id=made.id, kind=DecisionKind.APPROVED, decided_by=consent.by, decided_on=today)
        )
    meetings = lay_out_pair(session, programme_of(session, programme), made.id, turn, today, now)
    return Paired(made.id, meetings, said.open_criteria, said.warnings)
