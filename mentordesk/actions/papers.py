"""Asking for papers by a day (R22): past it, a paper that is missing is not met. What came is noted in criteria.py."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from mentordesk.actions.dossiers import paper_of
from mentordesk.domain.criteria import PAPER_NAMES, PaperKind
from mentordesk.domain.ids import ParticipationId
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message, msg, nmsg
from mentordesk.queries.participants import check_unrestricted, names_over
from mentordesk.storage.store import Store


def ask_for_paper(store: Store, ids: Sequence[ParticipationId], kind: PaperKind, by: date | None) -> int:
    """How many are asked now; whoever has given the paper is not. `by` None takes the day back.

    Raises:
        Refused: the day has passed, or one of them is gone.
    """
    if by is not None and by < store.today():
        raise Refused(msg("{day} has passed. Give a day that is still to come.", day=by))
    with store.reading() as session:
        names = names_over(session, ids)
        check_unrestricted(session, names)
    with store.changing(_what(tuple(names.values()), kind, by)) as session:
        asked = 0
        for id_ in names:
            paper = paper_of(session, id_, kind)
            if not paper.received and paper.asked_by != by:
                paper.asked_by = by
                asked += 1
        return asked


def _what(names: tuple[str, ...], kind: PaperKind, by: date | None) -> Message:
    paper = PAPER_NAMES[kind]
    if by is None:
        return msg("Take back the day for “{paper}”", paper=paper)
    if len(names) == 1:
        return msg("Ask {name} for “{paper}” by {day}", name=names[0], paper=paper, day=by)
    return nmsg(
        "Ask {count} participant for “{paper}” by {day}",
        "Ask {count} participants for “{paper}” by {day}",
        len(names),
        paper=paper,
        day=by,
    )
