"""Taking applications in and editing them (R20, R26): the day, what brought them, the letter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from mentordesk.actions.completing import complete_what_is
from mentordesk.actions.dossiers import paper_of
from mentordesk.actions.joining import arrive, join, name_in
from mentordesk.domain.applications import Origin
from mentordesk.domain.cleaning import check_length, clean, one_line
from mentordesk.domain.criteria import PaperKind
from mentordesk.domain.fields import LETTER_LENGTH, NAME_LENGTH, FieldValue
from mentordesk.domain.ids import ChannelId, ParticipationId, ProgrammeId
from mentordesk.domain.people import ParticipationStatus, Role
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.queries.participants import check_unrestricted, names_over
from mentordesk.storage.records import ApplicationRecord, CallChannelRecord, ParticipationRecord
from mentordesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class ApplicationForm:
    """What an application says of itself; None and "" are unknown."""

    received_on: date | None = None
    origin: Origin | None = None
    letter: str = ""
    channel: ChannelId | None = None
    heard_of: str = ""
    informed_on: date | None = None


def take_application(
    store: Store, *, programme: ProgrammeId, values: Mapping[str, FieldValue], form: ApplicationForm
) -> ParticipationId:
    """Of somebody who is not in the programme yet, found as the import finds her; values are by Field keys.

    Raises:
        Refused: no name, an address that is somebody else's, a day to come, a text too long, or she takes part
            already.
    """
    today = store.today()
    checked = _checked(form, today)
    with store.changing(msg("Application of {name}", name=name_in(values))) as session:
        participation, _ = join(session, programme, Role.MENTEE, values, today)
        arrive(session, participation, ParticipationStatus.RECEIVED, checked.received_on or today)
        _keep(session, participation, checked)
        complete_what_is(session, [participation.id], today=today)
        return participation.id


def edit_application(store: Store, id_: ParticipationId, form: ApplicationForm) -> None:
    """Begins one where there is none; the status stays, but for papers that complete it.

    Raises:
        Refused: a day to come, a text too long, a channel of another call, the data on the participant are restricted,
            or she is gone.
    """
    checked = _checked(form, store.today())
    with store.reading() as session:
        name = names_over(session, [id_])[id_]
        check_unrestricted(session, [id_])
    with store.changing(msg("Application of {name}", name=name)) as session:
        _keep(session, session.get_one(ParticipationRecord, id_), checked)
        complete_what_is(session, [id_], today=store.today())


def _keep(session: Session, participation: ParticipationRecord, form: ApplicationForm) -> None:
    if form.channel is not None:
        channel = session.get(CallChannelRecord, form.channel)
        if channel is None or channel.programme_id != participation.programme_id:
            raise Refused(msg("This channel was removed meanwhile."))
    kept = session.get(ApplicationRecord, participation.id)
    if kept is None:
        kept = ApplicationRecord(participation_id=participation.id)
        session.add(kept)
    kept.received_on, kept.origin, kept.informed_on = form.received_on, form.origin, form.informed_on
    kept.channel_id, kept.heard_of = form.channel, form.heard_of or None
    kept.letter = form.letter or None
    if form.letter:
        paper = paper_of(session, participation.id, PaperKind.MOTIVATION)
        if paper.received is None:  # the letter stands here: it came
            paper.received, paper.received_on = True, form.received_on


def _checked(form: ApplicationForm, today: date) -> ApplicationForm:
    for day in (form.received_on, form.informed_on):
        if day is not None and day > today:
            raise Refused(msg("{day} is in the future. Give a day that has been.", day=day))
    letter, heard_of = clean(form.letter), one_line(form.heard_of)
    for text, limit in ((letter, LETTER_LENGTH), (heard_of, NAME_LENGTH)):
        check_length(text, limit)
    return ApplicationForm(form.received_on, form.origin, letter, form.channel, heard_of, form.informed_on)
