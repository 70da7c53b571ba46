"""The call of a programme, with how many came by each of its channels (R26)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.ids import ChannelId, ProgrammeId
from mentordesk.i18n.languages import LanguageCode
from mentordesk.storage.records import ApplicationRecord, CallChannelRecord, CallRecord, ParticipationRecord
from mentordesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class Channel:
    id: ChannelId
    name: str
    published_on: date | None
    until_on: date | None
    applicants: int


@dataclass(frozen=True, slots=True)
class Call:
    """`applicants` are all who sent an application, by a channel or otherwise."""

    programme: ProgrammeId
    texts: Mapping[LanguageCode, str]
    opens_on: date | None
    closes_on: date | None
    channels: tuple[Channel, ...]
    applicants: int

    @property
    def by_no_channel(self) -> int:
        """Of whom nobody noted where they heard of it."""
        return self.applicants - sum(channel.applicants for channel in self.channels)


def call(store: Store, programme: ProgrammeId) -> Call:
    """One without a word and without days where none was written yet."""
    with store.reading() as session:
        written = session.get(CallRecord, programme)
        came = _came_by(session, programme)
        rows = session.scalars(
            select(CallChannelRecord).where(CallChannelRecord.programme_id == programme).order_by(CallChannelRecord.id)
        )
        channels = tuple(Channel(row.id, row.name, row.published_on, row.until_on, came[row.id]) for row in rows)
        return Call(
            programme,
            {} if written is None else {LanguageCode(code): text for code, text in written.texts.items()},
            None if written is None else written.opens_on,
            None if written is None else written.closes_on,
            channels,
            came.total(),
        )


def _came_by(session: Session, programme: ProgrammeId) -> Counter[ChannelId | None]:
    rows = session.scalars(
        select(ApplicationRecord.channel_id)
        .join(ParticipationRecord, ParticipationRecord.id == ApplicationRecord.participation_id)
        .where(ParticipationRecord.programme_id == programme)
    )
    return Counter(rows)
