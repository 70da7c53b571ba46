"""Which programmes the file holds, and one of them by its name."""

from __future__ import annotations

import json
from functools import lru_cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.cleaning import folded, spelling
from mentordesk.domain.fields import Field
from mentordesk.domain.ids import ProgrammeId
from mentordesk.domain.own_criteria import own_fields
from mentordesk.domain.people import ALL_FIELDS
from mentordesk.domain.programmes import Programme, ProgrammeSettings
from mentordesk.domain.refusals import Refused
from mentordesk.domain.templates import settings_from
from mentordesk.i18n.message import Listed, msg
from mentordesk.storage.records import ProgrammeRecord
from mentordesk.storage.store import Store


def programmes(store: Store) -> tuple[Programme, ...]:
    """All of them, the first made first."""
    with store.reading() as session:
        return programmes_over(session)


def one_programme(store: Store, wanted: ProgrammeId) -> Programme:
    """Raises KeyError for an id that no programme bears."""
    with store.reading() as session:
        return programme_of(session, wanted)


def programme_named(store: Store, name: str | None) -> Programme:
    """The programme of that name; without a name the only one there is.

    Raises:
        Refused: none of that name, none at all, or several and no name.
    """
    there = programmes(store)
    if not there:
        raise Refused(msg("The file holds no programme yet. Make one with: mentordesk new"))
    names = Listed(tuple(each.name for each in there), any_of=True)
    if name is None:
        if len(there) > 1:
            raise Refused(msg("The file holds several programmes. Say which with --programme: {names}.", names=names))
        return there[0]
    for way_of_writing in (spelling, folded):  # a keyboard may lack å and ø
        for each in there:
            if way_of_writing(each.name) == way_of_writing(name):
                return each
    held = Listed(tuple(each.name for each in there))
    raise Refused(msg("No programme is named “{name}”. The file holds {names}.", name=name, names=held))


def programme_of(session: Session, wanted: ProgrammeId) -> Programme:
    """Raises KeyError for an id that no programme bears."""
    record = session.scalar(select(ProgrammeRecord).where(ProgrammeRecord.id == wanted))
    if record is None:
        raise KeyError(wanted)
    return _value(record)


def programmes_over(session: Session) -> tuple[Programme, ...]:
    return tuple(_value(record) for record in session.scalars(select(ProgrammeRecord).order_by(ProgrammeRecord.id)))


def _value(record: ProgrammeRecord) -> Programme:
    settings = _settings(json.dumps(record.settings))
    return Programme(record.id, record.name, record.starts_on, record.ends_on, settings)


@lru_cache(maxsize=64)
def _settings(plain: str) -> ProgrammeSettings:
    """Read once: nearly every question asks for them, and to read them took longer than the question itself."""
    return settings_from(json.loads(plain))


def import_fields(programme: Programme | None) -> tuple[Field, ...]:
    """What a sheet of people may hold: everybody's Fields, and the criteria this programme added."""
    return ALL_FIELDS if programme is None else (*ALL_FIELDS, *own_fields(programme.settings.criteria))
