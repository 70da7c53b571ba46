"""Notices of new managers (R20, rolling intake): taken, a mentor offered to whoever appoints, and what they answer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.actions.introducing import tick_offer
from mentordesk.actions.joining import arrive, join, name_in
from mentordesk.actions.steps import reach
from mentordesk.domain.applications import Origin
from mentordesk.domain.cleaning import fitting, one_line
from mentordesk.domain.fields import EMAIL_LENGTH, TEXT_LENGTH, FieldValue
from mentordesk.domain.ids import ParticipationId, ProgrammeId
from mentordesk.domain.people import ParticipationStatus, Role
from mentordesk.domain.recruiting import OFFER_ANSWER_NAMES, OfferAnswer
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.queries.participants import check_unrestricted, names_over
from mentordesk.storage.records import ApplicationRecord, NewManagerNoticeRecord, ParticipationRecord
from mentordesk.storage.store import Store

_WAITING = frozenset({ParticipationStatus.SUGGESTED, ParticipationStatus.ASKED})


def take_notice(
    store: Store,
    *,
    programme: ProgrammeId,
    values: Mapping[str, FieldValue],
    appointing_manager: str,
    takes_office_on: date | None,
    known_on: date,
) -> ParticipationId:
    """A new manager is suggested as a mentee; the task to offer a mentor is Today's. Values are by Field keys.

    The appointing manager is tied to the person in the file who bears the name or address, if there is one.

    Raises:
        Refused: no name, an address that is somebody else's, known on a day to come, or she takes part already.
    """
    _check_been(known_on, store.today())
    who = fitting(one_line(appointing_manager), EMAIL_LENGTH)
    told = dict(values)
    if takes_office_on is not None and told.get("leadership_since") is None:
        told["leadership_since"] = takes_office_on
    with store.changing(msg("Notice of a new manager: {name}", name=name_in(values))) as session:
        participation, manager = join(session, programme, Role.MENTEE, told, store.today(), naming=who)
        arrive(session, participation, ParticipationStatus.SUGGESTED, known_on)
        session.add_all(
            [
                ApplicationRecord(participation_id=participation.id, origin=Origin.NOTICE),
                NewManagerNoticeRecord(
                    participation_id=participation.id,
                    known_on=known_on,
                    takes_office_on=takes_office_on,
                    appointing_manager_id=manager,
                    appointing_manager=None if manager else who or None,
                ),
            ]
        )
        return participation.id


def note_offer(store: Store, id_: ParticipationId, *, on: date) -> None:
    """A mentor was offered to the appointing manager; the item of the introduction is done with it.

    Raises:
        Refused: a day to come, no notice of her, or an answer is there already.
    """
    _check_been(on, store.today())
    with store.reading() as session:
        name = names_over(session, [id_])[id_]
        check_unrestricted(session, [id_])
    with store.changing(msg("Offer a mentor for {name}", name=name)) as session:
        notice = _notice(session, id_, name)
        if notice.answer is not None:
            raise Refused(msg("The offer for {name} is answered already.", name=name))
        _check_known(notice, on)
        notice.offered_on = on
        tick_offer(session, id_, on)
        participation = session.get_one(ParticipationRecord, id_)
        if participation.status is ParticipationStatus.SUGGESTED:
            reach(session, participation, ParticipationStatus.ASKED, today=on, by=store.who)


def note_answer(store: Store, id_: ParticipationId, answer: OfferAnswer, *, on: date, reason: str = "") -> None:
    """What the appointing manager answers: she takes part, or is withdrawn with the reason.

    `reason`: in the window's language; where it is empty the answer alone says why.

    Raises:
        Refused: a day to come, no notice of her, a text too long, or she has got further meanwhile.
    """
    _check_been(on, store.today())
    why = fitting(one_line(reason), TEXT_LENGTH)
    with store.reading() as session:
        name = names_over(session, [id_])[id_]
        check_unrestricted(session, [id_])
    what = msg("Answer for {name}: {answer}", name=name, answer=OFFER_ANSWER_NAMES[answer])
    with store.changing(what) as session:
        notice = _notice(session, id_, name)
        _check_known(notice, on)
        participation = session.get_one(ParticipationRecord, id_)
        if participation.status not in _WAITING:
            raise Refused(msg("{name} is no longer waiting for an answer.", name=name))
        if notice.offered_on is None:  # whoever answers was asked
            notice.offered_on = on
            tick_offer(session, id_, on)
        notice.answer, notice.answered_on = answer, on
        status = ParticipationStatus.RECEIVED if answer is OfferAnswer.WANTS else ParticipationStatus.WITHDRAWN
        reach(session, participation, status, today=on, by=store.who, reason=why)
        application = session.get(ApplicationRecord, id_)
        if application is not None and answer is OfferAnswer.WANTS:
            application.received_on = application.received_on or on


def _notice(session: Session, id_: ParticipationId, name: str) -> NewManagerNoticeRecord:
    found = session.scalar(select(NewManagerNoticeRecord).where(NewManagerNoticeRecord.participation_id == id_))
    if found is None:
        raise Refused(msg("There is no notice of {name} as a new manager.", name=name))
    return found


def _check_been(day: date, today: date) -> None:
    if day > today:
        raise Refused(msg("{day} is in the future. Give a day that has been.", day=day))


def _check_known(notice: NewManagerNoticeRecord, day: date) -> None:
    if day < notice.known_on:
        raise Refused(msg("{day} is before the notice came, on {known}.", day=day, known=notice.known_on))
