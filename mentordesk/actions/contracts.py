"""What happens to the contract of a pair (R41): both have signed it. Printing it is documents.py's."""

from __future__ import annotations

from datetime import date

from mentordesk.domain.ids import PairId
from mentordesk.domain.pairs import PairStatus
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.queries.participants import names_over
from mentordesk.storage.records import PairRecord
from mentordesk.storage.store import Store


def sign_contract(store: Store, pair: PairId, *, on: date) -> None:
    """Both have signed, on that day; a day that was noted before is replaced.

    Raises:
        Refused: no such pair, or a day to come.
    """
    if on > store.today():
        raise Refused(msg("{day} is in the future. Give the day on which both had signed.", day=on))
    with store.reading() as session:
        found = session.get(PairRecord, pair)
        if found is None:
            raise Refused(msg("There is no pair with the number {id}.", id=pair))
        names = names_over(session, (found.mentee_id, found.mentor_id))
        mentee, mentor = names[found.mentee_id], names[found.mentor_id]
    with store.changing(msg("Note that {mentee} and {mentor} have signed", mentee=mentee, mentor=mentor)) as session:
        record = session.get_one(PairRecord, pair)
        record.signed_on = on
        if record.status is PairStatus.PROPOSED:
            record.status = PairStatus.SIGNED
