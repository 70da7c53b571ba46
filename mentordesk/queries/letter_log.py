"""Which letters were made for whom, in what way, and whether somebody ticked that they were sent (R80)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from mentordesk.domain.ids import ParticipationId, PersonId, ProgrammeId
from mentordesk.domain.letter_ways import LETTER_WAY_NAMES, LetterWay
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import Message, Sayable, Wording
from mentordesk.messages.editable_texts import letter_of
from mentordesk.messages.letters import letter_name
from mentordesk.storage.records import LetterRecord, ParticipationRecord, PersonRecord, ProgrammeRecord
from mentordesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class LoggedLetter:
    """`sent_on`: as ticked by hand; the program sends nothing, and so knows nothing of it."""

    id: str
    programme: str
    participation: ParticipationId
    person: PersonId
    name: str
    kind: str
    title: Sayable
    language: LanguageCode
    way: LetterWay
    made_at: datetime
    sent_on: date | None

    @property
    def in_what_way(self) -> Message:
        return LETTER_WAY_NAMES[self.way]


def letter_log(store: Store, programme: ProgrammeId | None = None) -> tuple[LoggedLetter, ...]:
    """Of one programme, or of all; the newest first."""
    asked = (
        select(LetterRecord, PersonRecord.id, PersonRecord.given_name, PersonRecord.family_name, ProgrammeRecord.name)
        .join(ParticipationRecord, ParticipationRecord.id == LetterRecord.participation_id)
        .join(PersonRecord, PersonRecord.id == ParticipationRecord.person_id)
        .join(ProgrammeRecord, ProgrammeRecord.id == LetterRecord.programme_id)
        .order_by(LetterRecord.made_at.desc(), PersonRecord.family_name, PersonRecord.given_name, LetterRecord.id)
    )
    if programme is not None:
        asked = asked.where(LetterRecord.programme_id == programme)
    with store.reading() as session:
        return tuple(
            LoggedLetter(
                row.id,
                name,
                row.participation_id,
                person,
                f"{given} {family}".strip(),
                row.kind,
                _title(row.kind),
                row.language,
                row.way or LetterWay.DRAFT,
                row.made_at,
                row.sent_on,
            )
            for row, person, given, family, name in session.execute(asked)
        )


def _title(kind: str) -> Sayable:
    """A kind that a newer program knew is called by its key."""
    known = letter_of(kind)
    return Wording.everywhere(kind) if known is None else letter_name(known)
