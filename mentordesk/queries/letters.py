"""Whom letters go to, and what their fields hold (R24, R80): of each reader's own, of nobody else's.

The texts are messages/letters.py, writing drafts is actions/letters.py.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import TypeAlias

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.cleaning import one_line
from mentordesk.domain.criteria import PAPER_NAMES, Measure, PaperKind
from mentordesk.domain.ids import MeetingId, ParticipationId, ProgrammeId
from mentordesk.domain.meetings import MeetingStatus
from mentordesk.domain.people import Role
from mentordesk.domain.programmes import Mode, Programme
from mentordesk.domain.refusals import Refused
from mentordesk.domain.statuses import ParticipationStatus
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import Listed, Value, msg
from mentordesk.messages.letters import Letter, LetterKind, letter
from mentordesk.queries.programmes import programme_of
from mentordesk.queries.taking_part import restricted_over
from mentordesk.storage.records import (
    LetterRecord,
    MeetingDayRecord,
    MeetingRecord,
    NewManagerNoticeRecord,
    PaperRecord,
    ParticipationRecord,
    PersonRecord,
)
from mentordesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class Addressee:
    """One letter before it is written: its reader, and the letter in the reader's language."""

    id: ParticipationId
    programme: ProgrammeId
    about: str  # whose participation it is; the reader may be another, as of an offer to an appointing manager
    name: str
    email: str  # "" where none is known
    letter: Letter
    restricted: bool  # nothing may be written to her (GDPR 18)
    fits: bool = True  # a letter that tells of a decision is only for those of whom it was made
    meeting: MeetingId | None = None  # the interview that the letter invites to
    written_on: date | None = None  # when a letter of the kind was written to her before

    @property
    def is_ready(self) -> bool:
        """Whether it can be written as it is; an address may be missing."""
        return self.fits and not self.restricted and not self.letter.missing


Told: TypeAlias = "Mapping[ParticipationId, Mapping[str, Value]]"
"""What a letter says that only its occasion knows, per reader: the figures of an alert, the other of a pair."""


def addressees(
    store: Store, ids: Sequence[ParticipationId], kind: LetterKind | None, told: Told = MappingProxyType({})
) -> tuple[Addressee, ...]:
    """A letter for each, those that cannot be written as they are first, else in the order of `ids`.

    `kind`: None is for each what fits where she stands.

    Raises:
        Refused: nobody of one of the ids takes part any more.
    """
    wanted = tuple(dict.fromkeys(ids))
    with store.reading() as session:
        rows = {
            participation.id: (participation, person)
            for participation, person in session.execute(
                select(ParticipationRecord, PersonRecord)
                .join(PersonRecord, PersonRecord.id == ParticipationRecord.person_id)
                .where(ParticipationRecord.id.in_(wanted))
            )
        }
        for id_ in wanted:
            if id_ not in rows:
                raise Refused(msg("There is nobody with the number {id}.", id=id_))
        programmes = {participation.programme_id for participation, _ in rows.values()}
        kinds = {id_: kind or usual_letter(row.role, row.status) for id_, (row, _) in rows.items()}
        around = {
            each: _Around(session, each, [id_ for id_ in wanted if kinds[id_] is each], programmes, told)
            for each in dict.fromkeys(kinds.values())
        }
        made = [around[kinds[id_]].addressee(*rows[id_]) for id_ in wanted]
    return tuple(sorted(made, key=lambda each: each.is_ready))


_TELLS_OF: Mapping[LetterKind, tuple[Role | None, ParticipationStatus]] = {
    LetterKind.SELECTED: (Role.MENTEE, ParticipationStatus.SELECTED),
    LetterKind.MENTOR_SELECTED: (Role.MENTOR, ParticipationStatus.SELECTED),
    LetterKind.WAITING: (None, ParticipationStatus.WAITING),
    LetterKind.DECLINED: (None, ParticipationStatus.DECLINED),
}


def fits(kind: LetterKind, role: Role, status: ParticipationStatus) -> bool:
    """Nobody is told of a decision that was not made of her."""
    if kind not in _TELLS_OF:
        return True
    of, reached = _TELLS_OF[kind]
    return status is reached and of in (None, role)


def usual_letter(role: Role, status: ParticipationStatus) -> LetterKind:
    """What somebody who stands there is most likely written."""
    if role is Role.MENTOR and status is ParticipationStatus.SELECTED:
        return LetterKind.MENTOR_SELECTED
    return {
        ParticipationStatus.SUGGESTED: LetterKind.OFFER if role is Role.MENTEE else LetterKind.INVITED,
        ParticipationStatus.COMPLETE: LetterKind.INVITED,
        ParticipationStatus.SELECTED: LetterKind.SELECTED,
        ParticipationStatus.WAITING: LetterKind.WAITING,
        ParticipationStatus.DECLINED: LetterKind.DECLINED,
    }.get(status, LetterKind.RECEIVED)


@dataclass(frozen=True, slots=True)
class _Planned:
    meeting: MeetingId
    starts_at: datetime
    place: str
    mode: Mode


class _Around:
    """What stands around the readers, asked once for all of them."""

    def __init__(
        self,
        session: Session,
        kind: LetterKind,
        ids: Sequence[ParticipationId],
        programmes: Iterable[ProgrammeId],
        told: Told,
    ) -> None:
        self._told = told
        self._session = session
        self._kind = kind
        self._programmes = {id_: programme_of(session, id_) for id_ in programmes}
        self._senders = {id_: sender_of(session, programme) for id_, programme in self._programmes.items()}
        self._restricted = restricted_over(session)
        self._papers = _papers(session, ids) if kind is LetterKind.ASK_FOR_PAPER else {}
        self._interviews = _interviews(session, ids) if kind is LetterKind.INVITED else {}
        self._notices = _notices(session, ids) if kind is LetterKind.OFFER else {}
        self._written = _written(session, ids, kind)

    def addressee(self, participation: ParticipationRecord, person: PersonRecord) -> Addressee:
        programme = self._programmes[participation.programme_id]
        name = f"{person.given_name} {person.family_name}".strip()
        planned = self._interviews.get(participation.id)
        reader, email, language, restricted = name, person.email or "", person.language, person.id in self._restricted
        if self._kind is LetterKind.OFFER:
            reader, email, language, manager = self._manager(participation.id)
            restricted = restricted or manager in self._restricted
        fields: dict[str, Value | None] = {
            "name": name,
            "given_name": person.given_name or name,
            "programme": programme.name,
            "sender": self._senders[programme.id],
            "starts_on": programme.starts_on,
            **self._asked(programme, participation),
            **_when(planned),
            **self._told.get(participation.id, {}),
        }
        return Addressee(
            participation.id,
            programme.id,
            name,
            reader,
            email,
            letter(self._kind, fields, language or programme.settings.languages[0]),
            restricted,
            fits(self._kind, participation.role, participation.status),
            None if planned is None else planned.meeting,
            self._written.get(participation.id),
        )

    def _manager(self, id_: ParticipationId) -> tuple[str, str, LanguageCode | None, str | None]:
        """The appointing manager, who may be a name only, or an address that somebody wrote for a name."""
        notice = self._notices.get(id_)
        if notice is None:
            return "", "", None, None
        if notice.appointing_manager_id is not None:
            manager = self._session.get_one(PersonRecord, notice.appointing_manager_id)
            name = f"{manager.given_name} {manager.family_name}".strip()
            return name, manager.email or "", manager.language, manager.id
        told = one_line(notice.appointing_manager or "")
        return ("", told, None, None) if "@" in told and " " not in told else (told, "", None, None)

    def _asked(self, programme: Programme, participation: ParticipationRecord) -> Mapping[str, Value | None]:
        """The papers that were asked for and are not in; where none was, those that the programme asks of everybody."""
        if self._kind is not LetterKind.ASK_FOR_PAPER:
            return {}
        theirs = self._papers.get(participation.id, {})
        came = {kind for kind, paper in theirs.items() if paper.received}
        wanted = [kind for kind, paper in theirs.items() if paper.asked_by is not None and kind not in came]
        if not wanted:
            wanted = [
                criterion.paper
                for criterion in programme.settings.criteria
                if criterion.measure is Measure.PAPER
                and criterion.role is participation.role
                and criterion.paper is not None
                and criterion.paper not in came
            ]
        days = [paper.asked_by for kind, paper in theirs.items() if kind in wanted and paper.asked_by is not None]
        names = tuple(PAPER_NAMES[kind] for kind in dict.fromkeys(wanted))
        return {"papers": Listed(names) if names else None, "due_on": min(days, default=None)}


def _when(planned: _Planned | None) -> Mapping[str, Value | None]:
    if planned is None:
        return {}
    place: Value | None = planned.place or (msg("digital") if planned.mode is Mode.DIGITAL else None)
    return {"day": planned.starts_at.date(), "time": planned.starts_at.time(), "place": place}


def sender_of(session: Session, programme: Programme) -> str:
    """Who leads the programme, with its owner under the name."""
    rows = session.execute(
        select(ParticipationRecord.role, PersonRecord.given_name, PersonRecord.family_name)
        .join(PersonRecord, PersonRecord.id == ParticipationRecord.person_id)
        .where(ParticipationRecord.programme_id == programme.id, ParticipationRecord.role.in_([Role.MANAGER, Role.HR]))
        .order_by(ParticipationRecord.id)
    ).all()
    named = sorted(rows, key=lambda row: row[0] is not Role.MANAGER)
    name = f"{named[0][1]} {named[0][2]}".strip() if named else ""
    return ", ".join(part for part in (name, programme.settings.owner) if part) or programme.name


def _papers(
    session: Session, ids: Sequence[ParticipationId]
) -> Mapping[ParticipationId, Mapping[PaperKind, PaperRecord]]:
    found: defaultdict[ParticipationId, dict[PaperKind, PaperRecord]] = defaultdict(dict)
    for paper in session.scalars(select(PaperRecord).where(PaperRecord.participation_id.in_(ids))):
        found[paper.participation_id][paper.kind] = paper
    return found


def _interviews(session: Session, ids: Sequence[ParticipationId]) -> Mapping[ParticipationId, _Planned]:
    """The next one that is planned of each."""
    rows = session.execute(
        select(
            MeetingRecord.participation_id,
            MeetingRecord.id,
            MeetingDayRecord.starts_at,
            MeetingRecord.place,
            MeetingRecord.mode,
        )
        .join(MeetingDayRecord, MeetingDayRecord.meeting_id == MeetingRecord.id)
        .where(MeetingRecord.participation_id.in_(ids), MeetingRecord.status == MeetingStatus.PLANNED)
        .order_by(MeetingDayRecord.starts_at.desc())
    )
    return {of: _Planned(id_, at, place, mode) for of, id_, at, place, mode in rows if of is not None}


def _notices(session: Session, ids: Sequence[ParticipationId]) -> Mapping[ParticipationId, NewManagerNoticeRecord]:
    rows = session.scalars(select(NewManagerNoticeRecord).where(NewManagerNoticeRecord.participation_id.in_(ids)))
    return {notice.participation_id: notice for notice in rows}


def _written(session: Session, ids: Sequence[ParticipationId], kind: LetterKind) -> Mapping[ParticipationId, date]:
    rows = session.execute(
        select(LetterRecord.participation_id, LetterRecord.made_at)
        .where(LetterRecord.participation_id.in_(ids), LetterRecord.kind == kind.value)
        .order_by(LetterRecord.made_at)
    )
    return {of: made_at.date() for of, made_at in rows}
