"""The team's own note on how two would get on (R23, R31): 1 to 5, for as few pairs as somebody has seen."""

from __future__ import annotations

from sqlalchemy import select

from mentordesk.domain.ids import ParticipationId
from mentordesk.domain.interviews import check_points
from mentordesk.domain.people import Role
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.queries.participants import names_over
from mentordesk.storage.records import ChemistryRecord, ParticipationRecord
from mentordesk.storage.store import Store


def note_chemistry(store: Store, mentee: ParticipationId, mentor: ParticipationId, points: int | None) -> None:
    """None takes the note back. The matching counts it from the next plan on.

    Raises:
        Refused: points outside 1 to 5, somebody takes part no more, or the two are not mentee and mentor of one
            programme.
    """
    check_points(() if points is None else (points,))
    with store.reading() as session:
        names = names_over(session, (mentee, mentor))
        one, other = (session.get_one(ParticipationRecord, id_) for id_ in (mentee, mentor))
        if (one.role, other.role, one.programme_id) != (Role.MENTEE, Role.MENTOR, other.programme_id):
            raise Refused(msg("Chemistry is between a mentee and a mentor of one programme."))
    what = msg("Chemistry of {mentee} and {mentor}", mentee=names[mentee], mentor=names[mentor])
    with store.changing(what) as session:
        kept = session.scalar(
            select(ChemistryRecord).where(ChemistryRecord.mentee_id == mentee, ChemistryRecord.mentor_id == mentor)
        )
        if points is None:
            if kept is not None:
                session.delete(kept)
        elif kept is None:
            session.add(ChemistryRecord(mentee_id=mentee, mentor_id=mentor, points=points))
        else:
            kept.points = points
