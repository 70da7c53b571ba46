"""Making a programme, with its whole plan laid out (R2, R51)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.actions.laying_out import lay_out_programme
from mentordesk.domain.cleaning import fitting, one_line
from mentordesk.domain.fields import NAME_LENGTH
from mentordesk.domain.ids import ProgrammeId
from mentordesk.domain.plan import plan
from mentordesk.domain.refusals import Refused
from mentordesk.domain.templates import settings_as, template
from mentordesk.i18n.message import msg
from mentordesk.storage.records import ProgrammeRecord
from mentordesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class NewProgramme:
    id: ProgrammeId
    name: str
    meetings: int
    deadlines: int


def create_programme(store: Store, *, template_key: str, name: str, starts_on: date) -> NewProgramme:
    """A programme from a template, its joint meetings and deadlines planned from the start date.

    Raises:
        Refused: no name, or one that another programme in the file bears; a start date far from our time.
    """
    called = checked_name(name)
    if not 2000 <= starts_on.year < 2100:
        raise Refused(msg("A programme cannot start on {day}. Is the year right?", day=starts_on))
    settings = template(template_key)
    laid = plan(settings, starts_on)
    with store.changing(msg("Make the programme {name}", name=called)) as session:
        check_free(session, called)
        programme = ProgrammeRecord(
            name=called, starts_on=starts_on, ends_on=laid.ends_on, settings=dict(settings_as(settings))
        )
        session.add(programme)
        lay_out_programme(session, programme.id, laid, store.clock())
        return NewProgramme(programme.id, called, len(laid.meetings), len(laid.deadlines))


def checked_name(name: str) -> str:
    """A programme's name as it is kept.

    Raises:
        Refused: there is none, or it is too long.
    """
    called = fitting(one_line(name), NAME_LENGTH)
    if not called:
        raise Refused(msg("The programme needs a name."))
    return called


def check_free(session: Session, name: str, *, but: ProgrammeId | None = None) -> None:
    """
    Raises:
        Refused: a programme other than `but` bears the name.
    """
    if session.scalar(select(ProgrammeRecord.id).where(ProgrammeRecord.name == name, ProgrammeRecord.id != but)):
        raise Refused(msg("A programme named {name} is in the file already. Give another name.", name=name))
