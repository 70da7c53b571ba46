"""The two of whose pair a form is, by name, if their data may be used."""

from __future__ import annotations

from sqlalchemy.orm import Session

from mentordesk.domain.ids import PairId
from mentordesk.queries.pairs import pair_record
from mentordesk.queries.participants import check_unrestricted, names_over


def names_of(session: Session, pair: PairId) -> str:
    """
    Raises:
        Refused: no such pair, or the data on one of them are restricted.
    """
    record = pair_record(session, pair)
    both = (record.mentee_id, record.mentor_id)
    check_unrestricted(session, both)
    return " – ".join(names_over(session, both).values())
