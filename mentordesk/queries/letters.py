"""Whom letters go to, and what their fields hold (R24, R80): of each reader's own, of nobody else's.

The texts are messages/letters.py, writing drafts is actions/letters.py.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import TypeAlias

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.ids import MeetingId, ParticipationId, ProgrammeId
from mentordesk.domain.meetings import MeetingStatus
from mentordesk.domain.own_texts import Words
from mentordesk.domain.people import Role
from mentordesk.domain.programmes import Mode, Programme
from mentordesk.domain.refusals import Refused
from mentordesk.domain.statuses import ParticipationStatus
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import Value, msg
from mentordesk.messages.letters import Letter, LetterKind, letter
from mentordesk.queries.enclosures import Enclosing, Enclosure, named
from mentordesk.queries.letter_fields import letter_fields, tells_of_something
from mentordesk.queries.letter_readers import ReaderOf, appointing_managers, line_managers
from mentordesk.queries.own_texts import text_of
from mentordesk.queries.programmes import programme_of
from mentordesk.queries.senders import sender_of
from mentordesk.queries.taking_part import restricted_over
from mentordesk.storage.records import (
    LetterRecord,
    MeetingDayRecord,
    MeetingRecord,
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
    enclosures: tuple[Enclosure, ...] = ()
    lacks_enclosures: bool = False  # some were asked for, and there are none of hers

    @property
    def is_ready(self) -> bool:
        """Whether it can be written as it is; an address may be missing."""
        return self.fits and not self.restricted and not self.letter.missing and not self.lacks_enclosures


Told: TypeAlias = "Mapping[ParticipationId, Mapping[str, Value]]"
"""What a letter says that only its occasion knows, per reader: the figures of an alert, the other of a pair."""


@dataclass(frozen=True, slots=True)
class Trial:
    """Words that are not kept yet: every letter is shown in them, and in their language."""

    language: LanguageCode
    words: Words


def addressees(
    store: Store,
    ids: Sequence[ParticipationId],
    kind: LetterKind | None,
    told: Told = MappingProxyType({}),
    *,
    trial: Trial | None = None,
    enclosing: Enclosing | None = None,
) -> tuple[Addressee, ...]:
    """A letter for each, those that cannot be written as they are first, else in the order of `ids`.

    `kind`: None is for each what fits where she stands. `enclosing` finds what goes with it.

    Raises:
        Refused: nobody of one of the ids takes part any more.
    """
    wanted = tuple(dict.fromkeys(ids))
    enclosed = None if enclosing is None else enclosing(store, wanted)
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
            each: _Around(
                session, each, [id_ for id_ in wanted if kinds[id_] is each], programmes, told, trial, enclosed
            )
            for each in dict.fromkeys(kinds.values())
        }
        made = [around[kinds[id_]].addressee(*rows[id_]) for id_ in wanted]
    return tuple(sorted(made, key=lambda each: each.is_ready))


_IN_IT = frozenset({ParticipationStatus.SELECTED, ParticipationStatus.COMPLETED})
_TELLS_OF: Mapping[LetterKind, tuple[Role | None, frozenset[ParticipationStatus]]] = {
    LetterKind.SELECTED: (Role.MENTEE, frozenset({ParticipationStatus.SELECTED})),
    LetterKind.MENTOR_SELECTED: (Role.MENTOR, frozenset({ParticipationStatus.SELECTED})),
    LetterKind.WAITING: (None, frozenset({ParticipationStatus.WAITING})),
    LetterKind.DECLINED: (None, frozenset({ParticipationStatus.DECLINED})),
    LetterKind.THANKS: (None, _IN_IT),
}


def fits(kind: LetterKind, role: Role, status: ParticipationStatus) -> bool:
    """Nobody is told of a decision that was not made of her."""
    if kind not in _TELLS_OF:
        return True
    of, reached = _TELLS_OF[kind]
    return status in reached and of in (None, role)


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
        trial: Trial | None,
        enclosed: Mapping[ParticipationId, tuple[Enclosure, ...]] | None,
    ) -> None:
        self._told = told
        self._trial = trial
        self._enclosed = enclosed
        self._session = session
        self._kind = kind
        self._programmes = {id_: programme_of(session, id_) for id_ in programmes}
        self._senders = {id_: sender_of(session, programme) for id_, programme in self._programmes.items()}
        self._restricted = restricted_over(session)
        self._fields = letter_fields(session, kind, ids, self._programmes)
        self._interviews = _interviews(session, ids) if kind is LetterKind.INVITED else {}
        self._readers = _READERS[kind](session, ids) if kind in _READERS else {}
        self._written = _written(session, ids, kind)
        self._words: dict[tuple[ProgrammeId, LanguageCode], Words] = {}

    def addressee(self, participation: ParticipationRecord, person: PersonRecord) -> Addressee:
        programme = self._programmes[participation.programme_id]
        name = f"{person.given_name} {person.family_name}".strip()
        planned = self._interviews.get(participation.id)
        reader = ReaderOf(name, person.email or "", person.language, person.id)
        if self._kind in _READERS:
            reader = self._readers.get(participation.id, ReaderOf())
        fields: dict[str, Value | None] = {
            "name": name,
            "given_name": person.given_name or name,
            "programme": programme.name,
            "sender": self._senders[programme.id],
            "starts_on": programme.starts_on,
            **self._fields.get(participation.id, {}),
            **_when(planned),
            **self._told.get(participation.id, {}),
        }
        enclosures = (self._enclosed or {}).get(participation.id, ())
        if enclosures:
            fields["forms"] = named(enclosures)
        return Addressee(
            participation.id,
            programme.id,
            name,
            reader.name,
            reader.email,
            self._letter(fields, programme, reader.language or programme.settings.languages[0]),
            bool({person.id, reader.person} & self._restricted),
            self._fits(participation),
            None if planned is None else planned.meeting,
            self._written.get(participation.id),
            enclosures,
            self._enclosed is not None and not enclosures,
        )

    def _letter(self, fields: Mapping[str, Value | None], programme: Programme, language: LanguageCode) -> Letter:
        if self._trial is not None:
            return letter(self._kind, fields, self._trial.language, self._trial.words)
        words = self._words.get((programme.id, language))
        if words is None:
            words = text_of(self._session, programme.id, self._kind.value, language)
            self._words[programme.id, language] = words
        return letter(self._kind, fields, language, words)

    def _fits(self, participation: ParticipationRecord) -> bool:
        true_of_her = participation.id in self._fields or not tells_of_something(self._kind)
        return true_of_her and fits(self._kind, participation.role, participation.status)


_READERS: Mapping[LetterKind, Callable[[Session, Sequence[ParticipationId]], Mapping[ParticipationId, ReaderOf]]] = {
    LetterKind.OFFER: appointing_managers,
    LetterKind.ASK_EMPLOYER: line_managers,
}
"""Letters that are about somebody, and read by another."""


def _when(planned: _Planned | None) -> Mapping[str, Value | None]:
    if planned is None:
        return {}
    place: Value | None = planned.place or (msg("digital") if planned.mode is Mode.DIGITAL else None)
    return {"day": planned.starts_at.date(), "time": planned.starts_at.time(), "place": place}


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


def _written(session: Session, ids: Sequence[ParticipationId], kind: LetterKind) -> Mapping[ParticipationId, date]:
    rows = session.execute(
        select(LetterRecord.participation_id, LetterRecord.made_at)
        .where(LetterRecord.participation_id.in_(ids), LetterRecord.kind == kind.value)
        .order_by(LetterRecord.made_at)
    )
    return {of: made_at.date() for of, made_at in rows}
