"""What happens to the contract of a pair (R41): both have signed it. Printing it is documents.py's."""

from __future__ import annotations

from datetime import date

from mentordesk.actions.matching.stepping import standing, two_names
from mentordesk.domain.ids import PairId
from mentordesk.domain.pair_steps import PairStep
from mentordesk.domain.pairs import PairStatus
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.storage.store import Store


def sign_contract(store: Store, pair: PairId, *, on: date) -> None:
    """Both have signed, on that day; a day that was noted before is replaced.

    Raises:
        Refused: no such pair or one that has ended, or a day to come.
    """
    if on > store.today():
        raise Refused(msg("{day} is in the future. Give the day on which both had signed.", day=on))
    two = two_names(store, pair)
    what = msg("Note that {mentee} and {mentor} have signed", mentee=two.mentee, mentor=two.mentor)
    with store.changing(what) as session:
        record, _ = standing(session, pair, PairStep.SIGN)
        record.signed_on = on
        if record.status is PairStatus.PROPOSED:
            record.status = PairStatus.SIGNED
