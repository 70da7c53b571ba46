"""An employer's confirmation that came back (R20, R21): yes is the paper that came, no an explicit no."""

from __future__ import annotations

from sqlalchemy import select

from mentordesk.actions.completing import complete_what_is
from mentordesk.actions.dossiers import paper_of
from mentordesk.actions.returned.kept_files import keep_file, not_kept
from mentordesk.actions.returned.proposals import Asked, Proposed, differing
from mentordesk.domain.confirmations import CONFIRMATION_FORMS, CONFIRMED, PARTICIPANT, PARTICIPANT_UNIT
from mentordesk.domain.criteria import PAPER_NAMES, PaperKind
from mentordesk.domain.form_answers import SIGNED_ON
from mentordesk.domain.forms import NO, YES
from mentordesk.domain.ids import ParticipationId
from mentordesk.domain.people import Role
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message, msg
from mentordesk.queries.form_matches import participation_named
from mentordesk.queries.participants import check_unrestricted, names_over
from mentordesk.storage.records import PaperRecord

_KIND = PaperKind.CONFIRMATION
_SAID = {True: msg("Yes"), False: msg("No")}


def confirmation(asked: Asked) -> Proposed:
    """
    Raises:
        Refused: it says neither yes nor no, or nobody or several people of that name take part.
    """
    said = asked.values.get(CONFIRMED.name, "")
    if said not in (YES, NO):
        raise Refused(msg("The employer has ticked neither yes nor no."))
    id_ = _whose(asked)
    session = asked.session
    name = names_over(session, [id_])[id_]
    check_unrestricted(session, [id_])
    kept = session.scalar(select(PaperRecord).where(PaperRecord.participation_id == id_, PaperRecord.kind == _KIND))
    confirms = said == YES
    now = None if kept is None or kept.received is None else _SAID[kept.received]
    proposals = differing(CONFIRMED.name, PAPER_NAMES[_KIND], now, _SAID[confirms])

    def apply(chosen: frozenset[str]) -> None:
        if CONFIRMED.name in chosen:
            paper = paper_of(session, id_, _KIND)
            signed = asked.day(SIGNED_ON.name)
            paper.received = confirms
            paper.received_on = min(signed or asked.today, asked.today) if confirms else None
        keep_file(asked, id_, _KIND if confirms else None)
        complete_what_is(session, [id_], today=asked.today)

    note: Message | None = not_kept(asked)
    return Proposed(name, tuple(proposals), apply, participation=id_, notes=() if note is None else (note,))


def _whose(asked: Asked) -> ParticipationId:
    if asked.identity.about:
        return ParticipationId(asked.identity.about)
    role = next(role for role, form in CONFIRMATION_FORMS.items() if form.key == asked.form.key)
    return participation_named(
        asked.session,
        asked.identity.programme,
        Role(role),
        asked.text(PARTICIPANT.name),
        asked.text(PARTICIPANT_UNIT.name),
    )
