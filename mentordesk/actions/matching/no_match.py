"""Deciding that a mentee gets no mentor in this round, with a reason (R36), and bringing those who wait into the next.

Who is left out, and who comes first, is queries/no_match.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.actions.matching.making import decider
from mentordesk.actions.steps import reach
from mentordesk.domain.cleaning import check_length, one_line
from mentordesk.domain.fields import TEXT_LENGTH
from mentordesk.domain.ids import ParticipationId, PersonId, ProgrammeId
from mentordesk.domain.pairs import RUNNING
from mentordesk.domain.people import MATCHABLE, ParticipationStatus, Role
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message, msg, nmsg
from mentordesk.queries.no_match import Waiting, waiting_over
from mentordesk.queries.participants import names_over
from mentordesk.queries.programmes import programme_of
from mentordesk.storage.records import (
    NoMatchRecord,
    PairRecord,
    ParticipationRecord,
    ScenarioPairRecord,
    ScenarioRecord,
    WishRecord,
)
from mentordesk.storage.store import Store


def decide_no_match(store: Store, mentee: ParticipationId, *, reason: str, by: str, waits: bool) -> str:
    """The id of the decision; her seats in plans that are not approved are gone with it.

    Whoever `waits` comes first in the next round.

    Raises:
        Refused: no reason, or nobody who decides; no mentee of that id takes part, she has a mentor, or it was
            decided before.
    """
    why, who = one_line(reason), decider(by)
    if not why:
        raise Refused(msg("A decision not to match somebody needs a reason. Write it in one line."))
    check_length(why, TEXT_LENGTH)
    name = _name(store, mentee)
    with store.changing(msg("Decide not to match {name}", name=name)) as session:
        _check_unmatched(session, mentee, name)
        if _standing_decision(session, mentee) is not None:
            raise Refused(msg("It was decided before not to match {name}.", name=name))
        made = NoMatchRecord(mentee_id=mentee, waits=waits, reason=why, decided_by=who, decided_on=store.today())
        session.add(made)
        _leave_plans(session, mentee)
        return made.id


def take_back_no_match(store: Store, mentee: ParticipationId, *, by: str) -> None:
    """She is to be matched again; the decision stays in the file, with who took it back and when.

    Raises:
        Refused: nobody who decides, nobody of that id, or no decision that stands.
    """
    who, name = decider(by), _name(store, mentee)
    with store.changing(msg("Let {name} be matched after all", name=name)) as session:
        found = _standing_decision(session, mentee)
        if found is None:
            raise Refused(msg("There is no decision against matching {name}.", name=name))
        found.taken_back_by, found.taken_back_on = who, store.today()


def bring_in_waiting(store: Store, programme: ProgrammeId, people: Sequence[PersonId]) -> tuple[ParticipationId, ...]:
    """They take part in this round, in the order in which they came to wait, with what they need and wish for.

    Raises:
        Refused: one of them does not wait, or takes part already.
        KeyError: no programme of that id.
    """
    with store.reading() as session:
        waiting = {each.person: each for each in waiting_over(session, programme)}
        called = programme_of(session, programme).name
    for person in people:
        if person not in waiting or waiting[person].joined is not None:
            raise Refused(msg("Somebody in the selection does not wait any more. Look at the waiting list again."))
    chosen = [each for person, each in waiting.items() if person in set(people)]
    if not chosen:
        raise Refused(msg("Select at least one person on the waiting list."))
    with store.changing(_brought_in(chosen, called)) as session:
        return tuple(_join(session, programme, each, store.today(), store.who) for each in chosen)


def _brought_in(chosen: Sequence[Waiting], programme: str) -> Message:
    if len(chosen) == 1:
        return msg("Bring {name} from the waiting list into {programme}", name=chosen[0].name, programme=programme)
    return nmsg(
        "Bring {count} person from the waiting list into {programme}",
        "Bring {count} people from the waiting list into {programme}",
        len(chosen),
        programme=programme,
    )


def _join(session: Session, programme: ProgrammeId, waiting: Waiting, today: date, by: str) -> ParticipationId:
    before = session.get_one(ParticipationRecord, waiting.participation)
    made = ParticipationRecord(
        programme_id=programme,
        person_id=waiting.person,
        role=Role.MENTEE,
        status=ParticipationStatus.RECEIVED,
        since=today,
        needs=before.needs,
        wishes=before.wishes,
        vetoes=before.vetoes,
        both_roles=before.both_roles,
    )
    session.add(made)
    reach(session, made, ParticipationStatus.RECEIVED, today=today, by=by)
    for wish in session.scalars(select(WishRecord).where(WishRecord.participation_id == before.id)).all():
        session.add(WishRecord(participation_id=made.id, person_id=wish.person_id, rank=wish.rank, veto=wish.veto))
    return made.id


def _name(store: Store, mentee: ParticipationId) -> str:
    """
    Raises:
        Refused: nobody of that id takes part.
    """
    with store.reading() as session:
        return names_over(session, [mentee])[mentee]


def _check_unmatched(session: Session, mentee: ParticipationId, name: str) -> None:
    participation = session.get_one(ParticipationRecord, mentee)
    if participation.role is not Role.MENTEE or participation.status not in MATCHABLE:
        raise Refused(msg("{name} is not a mentee who could be matched.", name=name))
    running = select(PairRecord.id).where(PairRecord.mentee_id == mentee, PairRecord.status.in_(RUNNING))
    if session.scalar(running.limit(1)) is not None:
        raise Refused(msg("{name} has a mentor. End that pair first.", name=name))


def _standing_decision(session: Session, mentee: ParticipationId) -> NoMatchRecord | None:
    return session.scalar(
        select(NoMatchRecord).where(NoMatchRecord.mentee_id == mentee, NoMatchRecord.taken_back_on.is_(None))
    )


def _leave_plans(session: Session, mentee: ParticipationId) -> None:
    seats = (
        select(ScenarioPairRecord)
        .join(ScenarioRecord, ScenarioRecord.id == ScenarioPairRecord.scenario_id)
        .where(ScenarioPairRecord.mentee_id == mentee, ScenarioRecord.approved_at.is_(None))
    )
    for seat in session.scalars(seats).all():
        session.delete(seat)
