"""Who of a programme is matched (R24, R31): everybody who applied, until somebody of a cohort is selected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.ids import ParticipationId
from mentordesk.domain.people import MATCHABLE, ParticipationStatus, Role
from mentordesk.domain.programmes import Intake, Programme
from mentordesk.i18n.message import Message, nmsg
from mentordesk.queries.taking_part import restricted_over
from mentordesk.storage.records import PairRecord, ParticipationRecord, PersonRecord, StatusStepRecord

_CHOSEN = frozenset({ParticipationStatus.SELECTED, ParticipationStatus.COMPLETED})


@dataclass(frozen=True, slots=True)
class Matched:
    """Those who are matched, the first to come first, and how many mentees are not yet selected."""

    people: Sequence[tuple[ParticipationRecord, PersonRecord]]
    undecided: int

    @property
    def sentence(self) -> Message | None:
        """Said where the team selected; None where everybody is matched."""
        if not self.undecided:
            return None
        return nmsg(
            "Only selected mentees are matched; {count} is not selected.",
            "Only selected mentees are matched; {count} are not selected.",
            self.undecided,
        )


def matched_over(session: Session, programme: Programme, *, with_paired: bool) -> Matched:
    """`with_paired`: everybody who can be asked about, selected or not, to explain pairs that there are.

    Whose data are restricted is left out, but for those in a pair that is to be explained (GDPR 18).
    """
    there = [
        (participation, person)
        for participation, person in session.execute(
            select(ParticipationRecord, PersonRecord)
            .join(PersonRecord, PersonRecord.id == ParticipationRecord.person_id)
            .where(ParticipationRecord.programme_id == programme.id)
            .order_by(ParticipationRecord.id)
        )
    ]
    paired = _paired(session, programme)
    restricted = restricted_over(session)
    only_selected = not with_paired and _somebody_is_selected(session, programme, there, paired)
    people, undecided = [], 0
    for participation, person in there:
        if participation.status not in MATCHABLE:
            continue
        if person.id in restricted and not (with_paired and participation.id in paired):
            continue
        if only_selected and participation.role is Role.MENTEE and participation.status not in _CHOSEN:
            undecided += 1
            continue
        people.append((participation, person))
    return Matched(people, undecided)


def _somebody_is_selected(
    session: Session,
    programme: Programme,
    there: Sequence[tuple[ParticipationRecord, PersonRecord]],
    paired: frozenset[ParticipationId],
) -> bool:
    """By the team: a pair's approval selects its mentee too, and says nothing of those without one."""
    if programme.settings.intake is not Intake.COHORT:
        return False
    chosen = {part.id for part, _ in there if part.role is Role.MENTEE and part.status in _CHOSEN}
    if chosen - paired:
        return True
    decided = select(StatusStepRecord.participation_id).where(StatusStepRecord.status == ParticipationStatus.SELECTED)
    return bool(chosen) and not chosen.isdisjoint(session.scalars(decided))


def _paired(session: Session, programme: Programme) -> frozenset[ParticipationId]:
    """Who is or was in a pair of the programme, whatever became of it."""
    sides = session.execute(
        select(PairRecord.mentee_id, PairRecord.mentor_id).where(PairRecord.programme_id == programme.id)
    )
    return frozenset(side for pair in sides for side in pair)
