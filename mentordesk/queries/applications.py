"""Applications (R20, R26): one with its files, steps, notice and referrals; and all of a programme, for reading."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import null, select
from sqlalchemy.orm import Session

from mentordesk.domain.applications import Origin
from mentordesk.domain.ids import ChannelId, ParticipationId, PersonId, ProgrammeId
from mentordesk.domain.people import Role
from mentordesk.domain.refusals import Refused
from mentordesk.domain.statuses import ParticipationStatus
from mentordesk.i18n.message import Wording, msg
from mentordesk.queries.attachments import AttachmentRow, attachments_over
from mentordesk.queries.notices import NoticeRow, ReferralRow, notice_over, referrals_over
from mentordesk.queries.programmes import programme_of
from mentordesk.queries.taking_part import restricted_over
from mentordesk.storage.records import (
    ApplicationRecord,
    CallChannelRecord,
    IntroductionDoneRecord,
    ParticipationRecord,
    PersonRecord,
    StatusStepRecord,
    UnitRecord,
)
from mentordesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class Step:
    """A status that was reached, on which day, and why."""

    status: ParticipationStatus
    on: date
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class ChannelChoice:
    id: ChannelId
    name: str


@dataclass(frozen=True, slots=True)
class IntroductionRow:
    key: str
    title: Wording
    done_on: date | None
    offers_mentor: bool


@dataclass(frozen=True, slots=True)
class ApplicationDetail:
    """`written`: whether anything of an application is kept; somebody who was added by hand has none."""

    id: ParticipationId
    person: PersonId
    name: str
    role: Role
    status: ParticipationStatus
    since: date
    written: bool
    received_on: date | None
    origin: Origin | None
    channel: ChannelId | None
    heard_of: str
    letter: str
    informed_on: date | None
    channels: tuple[ChannelChoice, ...]  # of the programme's call
    attachments: tuple[AttachmentRow, ...]
    steps: tuple[Step, ...]  # the first one first
    notice: NoticeRow | None
    introduction: tuple[IntroductionRow, ...]
    referrals: tuple[ReferralRow, ...]
    regional_programme: str  # where the programme refers people to


@dataclass(frozen=True, slots=True)
class ApplicationRow:
    """One application in a list; the last decision with its reason beside it."""

    id: ParticipationId
    name: str
    given_name: str
    family_name: str
    email: str
    unit: str
    title: str
    role: Role
    status: ParticipationStatus
    since: date
    received_on: date | None
    origin: Origin | None
    channel: str
    heard_of: str
    letter: str
    informed_on: date | None
    waiting_rank: int | None
    decided_by: str
    reason: str


def application_of(store: Store, id_: ParticipationId) -> ApplicationDetail:
    """
    Raises:
        Refused: nobody of that id takes part any more.
    """
    with store.reading() as session:
        participation = session.get(ParticipationRecord, id_)
        if participation is None:
            raise Refused(msg("There is nobody with the number {id}.", id=id_))
        person = session.get_one(PersonRecord, participation.person_id)
        settings = programme_of(session, participation.programme_id).settings
        kept = session.get(ApplicationRecord, id_)
        told = kept or ApplicationRecord(participation_id=id_)
        done = introduction_done_over(session, id_)
        notice = notice_over(session, id_)
        return ApplicationDetail(
            id_,
            person.id,
            f"{person.given_name} {person.family_name}".strip(),
            participation.role,
            participation.status,
            participation.since,
            kept is not None,
            told.received_on,
            told.origin,
            told.channel_id,
            told.heard_of or "",
            told.letter or "",
            told.informed_on,
            _channels(session, participation.programme_id),
            attachments_over(session, id_),
            _steps(session, id_),
            notice,
            # Whoever came by another way has no introduction to follow, unless it was begun.
            tuple(
                IntroductionRow(each.key, each.title, done.get(each.key), each.offers_mentor)
                for each in settings.introduction
                if participation.role is Role.MENTEE
                and (notice is not None or done)
                and (each.asked or each.key in done)
            ),
            referrals_over(session, person.id),
            settings.regional_programme,
        )


def application_rows(store: Store, programme: ProgrammeId) -> tuple[ApplicationRow, ...]:
    """For the reading view: every mentee, the earliest application first; letters are asked for one by one."""
    with store.reading() as session:
        return application_rows_over(session, programme, letters=False)


def application_rows_over(
    session: Session, programme: ProgrammeId, *, letters: bool = True, roles: Collection[StrEnum] = (Role.MENTEE,)
) -> tuple[ApplicationRow, ...]:
    """Of everybody in these roles but those whose data are restricted; without `letters` they are left empty."""
    asked = (
        select(
            ParticipationRecord.id,
            PersonRecord.id,
            PersonRecord.given_name,
            PersonRecord.family_name,
            PersonRecord.email,
            UnitRecord.name,
            PersonRecord.title,
            ParticipationRecord.role,
            ParticipationRecord.status,
            ParticipationRecord.since,
            ApplicationRecord.received_on,
            ApplicationRecord.origin,
            CallChannelRecord.name,
            ApplicationRecord.heard_of,
            ApplicationRecord.letter if letters else null(),
            ApplicationRecord.informed_on,
            ParticipationRecord.waiting_rank,
        )
        .join(PersonRecord, PersonRecord.id == ParticipationRecord.person_id)
        .outerjoin(UnitRecord, UnitRecord.id == PersonRecord.unit_id)
        .outerjoin(ApplicationRecord, ApplicationRecord.participation_id == ParticipationRecord.id)
        .outerjoin(CallChannelRecord, CallChannelRecord.id == ApplicationRecord.channel_id)
        .where(ParticipationRecord.programme_id == programme, ParticipationRecord.role.in_(roles))
        .order_by(ApplicationRecord.received_on.is_(None), ApplicationRecord.received_on, ParticipationRecord.id)
    )
    unseen = restricted_over(session)
    last = _last_steps(session, programme)
    found: list[ApplicationRow] = []
    for id_, person, given, family, email, unit, title, role, status, since, *told in session.execute(asked):
        if person in unseen:
            continue
        received_on, origin, channel, heard_of, letter, informed_on, waiting_rank = told
        step = last.get(id_)
        decided = step if step is not None and step.status is status else None
        found.append(
            ApplicationRow(
                id_,
                f"{given} {family}".strip(),
                given,
                family,
                email or "",
                unit or "",
                title or "",
                role,
                status,
                since,
                received_on,
                origin,
                channel or "",
                heard_of or "",
                letter or "",
                informed_on,
                waiting_rank,
                "" if decided is None else decided.by,
                "" if decided is None else decided.reason,
            )
        )
    return tuple(found)


def _last_steps(session: Session, programme: ProgrammeId) -> Mapping[ParticipationId, Step]:
    rows = session.scalars(
        select(StatusStepRecord)
        .join(ParticipationRecord, ParticipationRecord.id == StatusStepRecord.participation_id)
        .where(ParticipationRecord.programme_id == programme)
        .order_by(StatusStepRecord.reached_on, StatusStepRecord.id)
    )
    return {row.participation_id: _step(row) for row in rows}


def introduction_done_over(session: Session, id_: ParticipationId) -> Mapping[str, date]:
    rows = session.execute(
        select(IntroductionDoneRecord.item, IntroductionDoneRecord.done_on).where(
            IntroductionDoneRecord.participation_id == id_
        )
    )
    return {row.item: row.done_on for row in rows}


def _channels(session: Session, programme: ProgrammeId) -> tuple[ChannelChoice, ...]:
    rows = session.execute(
        select(CallChannelRecord.id, CallChannelRecord.name)
        .where(CallChannelRecord.programme_id == programme)
        .order_by(CallChannelRecord.id)
    )
    return tuple(ChannelChoice(id_, name) for id_, name in rows)


def _steps(session: Session, id_: ParticipationId) -> tuple[Step, ...]:
    rows = session.scalars(
        select(StatusStepRecord)
        .where(StatusStepRecord.participation_id == id_)
        .order_by(StatusStepRecord.reached_on, StatusStepRecord.id)
    )
    return tuple(_step(row) for row in rows)


def _step(row: StatusStepRecord) -> Step:
    return Step(row.status, row.reached_on, row.decided_by, row.reason or "")
