"""A text as its readers would find it, in words that need not be kept yet: what the editor shows beside it (R80)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.cleaning import clean, one_line
from mentordesk.domain.ids import MeetingId, ParticipationId, ProgrammeId
from mentordesk.domain.meetings import KINDS, MeetingStatus
from mentordesk.domain.own_texts import Text, Words, filled
from mentordesk.domain.people import Role
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import Message, Value
from mentordesk.messages.editable_texts import letter_of
from mentordesk.messages.letters import FIELD_NAMES, MEETING_LETTER_NAMES, LetterKind
from mentordesk.queries.gathering import gathering_over
from mentordesk.queries.invited import meeting_fields
from mentordesk.queries.letters import Told, Trial, addressees
from mentordesk.queries.own_texts import fields_of_programme
from mentordesk.queries.programmes import programme_of
from mentordesk.queries.taking_part import restricted_over
from mentordesk.storage.records import MeetingDayRecord, MeetingRecord, ParticipationRecord, PersonRecord
from mentordesk.storage.store import Store

MOST = 50  # readers that one goes through
_OF_MEETINGS = frozenset({*MEETING_LETTER_NAMES, LetterKind.GATHERING_MISSED})


@dataclass(frozen=True, slots=True)
class ReadText:
    """`about`: whose it is, "" of a passage; `missing`: fields that are known neither of her nor of the programme."""

    about: str
    subject: str
    body: str
    missing: tuple[Message, ...] = ()


def text_preview(
    store: Store, programme: ProgrammeId, text: Text, language: LanguageCode, words: Words, *, today: date
) -> tuple[ReadText, ...]:
    """A letter for those who may be written it, at most `MOST`, else for anybody; of a passage one.

    Whatever is broken in the words stands there as it was typed.
    """
    kind = letter_of(text.key)
    if kind is None:
        with store.reading() as session:
            return (_passage(text, words, language, fields_of_programme(session, programme_of(session, programme))),)
    with store.reading() as session:
        ids = _readers(session, programme)
        told = _told(session, programme, kind, ids, today)
    found = addressees(store, ids, kind, told, trial=Trial(language, words))
    chosen = [each for each in found if each.fits] or found
    letters = sorted(chosen[:MOST], key=lambda each: ids.index(each.id))
    if not letters:
        return (_without_readers(text, words, language, store, programme),)
    return tuple(
        ReadText(
            each.about, each.letter.subject, each.letter.body, tuple(FIELD_NAMES[name] for name in each.letter.missing)
        )
        for each in letters
    )


def _readers(session: Session, programme: ProgrammeId) -> list[ParticipationId]:
    rows = session.execute(
        select(ParticipationRecord.id, PersonRecord.id)
        .join(PersonRecord, PersonRecord.id == ParticipationRecord.person_id)
        .where(ParticipationRecord.programme_id == programme, ParticipationRecord.role.in_([Role.MENTEE, Role.MENTOR]))
        .order_by(ParticipationRecord.role, PersonRecord.family_name, PersonRecord.given_name, ParticipationRecord.id)
    ).all()
    restricted = restricted_over(session)
    return [id_ for id_, person in rows if person not in restricted]


def _told(
    session: Session, programme: ProgrammeId, kind: LetterKind, ids: Iterable[ParticipationId], today: date
) -> Told:
    """A letter of a meeting is shown with the next one of the programme, else the last."""
    if kind not in _OF_MEETINGS:
        return {}
    for_both = kind is not LetterKind.NETWORK_INVITE
    kinds = [each.key for each in KINDS if each.kit and (Role.MENTEE in each.audience) is for_both]
    days = session.execute(
        select(MeetingRecord.id, MeetingDayRecord.starts_at)
        .join(MeetingDayRecord, MeetingDayRecord.meeting_id == MeetingRecord.id)
        .where(
            MeetingRecord.programme_id == programme,
            MeetingRecord.kind.in_(kinds),
            MeetingRecord.status != MeetingStatus.CANCELLED,
        )
        .order_by(MeetingDayRecord.starts_at, MeetingRecord.id)
    ).all()
    if not days:
        return {}
    to_come = [id_ for id_, starts_at in days if starts_at.date() >= today]
    meeting: MeetingId = to_come[0] if to_come else days[-1][0]
    known = {
        name: value for name, value in meeting_fields(gathering_over(session, meeting)).items() if value is not None
    }
    return dict.fromkeys(ids, known)


def _without_readers(
    text: Text, words: Words, language: LanguageCode, store: Store, programme: ProgrammeId
) -> ReadText:
    """Nobody takes part yet: the text with what is known of the programme."""
    with store.reading() as session:
        return _passage(text, words, language, fields_of_programme(session, programme_of(session, programme)))


def _passage(text: Text, words: Words, language: LanguageCode, known: Mapping[str, Value]) -> ReadText:
    say = catalog(language)
    said = {field.name: f"‹{say.say(field.title)}›" for field in text.fields}
    said |= {name: one_line(say.show(value)) for name, value in known.items() if name in said}
    made = filled(words, said)
    missing = tuple(field.title for field in text.fields if field.name in words.fields() and field.name not in known)
    return ReadText("", one_line(made.subject), clean(made.body), missing)
