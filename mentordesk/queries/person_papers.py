"""Forms of one person, filled in as far as the file knows her: her application, and her employer's confirmation.

Blank ones for whoever is not in the file yet are programme_papers.py's, guides that stay with her guide_papers.py's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.documents.blocks import Said
from mentordesk.documents.declared.form_kinds import APPLICATION, CONFIRMATION_MENTEE, CONFIRMATION_MENTOR
from mentordesk.documents.kinds import ReadyPaper
from mentordesk.documents.papers.parties import Party
from mentordesk.domain.application_form import APPLICATION_FORM, KEPT_BY
from mentordesk.domain.fields import FieldValue
from mentordesk.domain.forms import NO, YES, AnswerKind, FormField
from mentordesk.domain.ids import ParticipationId
from mentordesk.domain.people import Role
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import Message, msg
from mentordesk.queries.form_ground import FormGround, form_ground
from mentordesk.queries.notices import notice_over
from mentordesk.queries.participant_rows import ParticipantRow, rows_over
from mentordesk.storage.records import ApplicationRecord, CallChannelRecord, ParticipationRecord
from mentordesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper, composed: whose it is (an id, "" where it is anybody's), and in which languages it is read."""

    kind: str
    about: str
    people: tuple[str, ...]
    languages: tuple[LanguageCode, ...]
    ready: ReadyPaper


@dataclass(frozen=True, slots=True)
class NoPaper:
    """Somebody for whom none was made, and why."""

    about: ParticipationId
    people: tuple[str, ...]
    reason: Message


def person_papers(
    store: Store, kind: str, ids: Sequence[ParticipationId], *, made_on: date
) -> tuple[Paper | NoPaper, ...]:
    """One for each of `ids` in a role that the kind is for, in their order; each in her own language.

    Raises:
        KeyError: no kind of these.
    """
    build, role = PERSON_PAPERS[kind]
    wanted = tuple(dict.fromkeys(ids))
    with store.reading() as session:
        rows = {row.id: row for row in rows_over(session, ParticipationRecord.id.in_(wanted), made_on)}
        here = [rows[id_] for id_ in wanted if id_ in rows and rows[id_].role is role]
        grounds = {programme: form_ground(session, programme, made_on) for programme in {row.programme for row in here}}
        return tuple(_paper(kind, build, grounds[row.programme], row) for row in here)


def _paper(kind: str, build: Build, ground: FormGround, row: ParticipantRow) -> Paper | NoPaper:
    if row.restricted_on is not None:
        return NoPaper(
            row.id,
            (row.name,),
            msg("{name} has restricted what is done with the data, so nothing is written.", name=row.name),
        )
    language = row.language or ground.settings.languages[0]
    return Paper(kind, row.id, (row.name,), (language,), build(ground, row))


def _application(ground: FormGround, row: ParticipantRow) -> ReadyPaper:
    return APPLICATION.ready(ground.application(row.id, name=row.name, known=_known(ground.session, row)))


def _confirmation_mentee(ground: FormGround, row: ParticipantRow) -> ReadyPaper:
    return CONFIRMATION_MENTEE.ready(ground.confirmation(Role.MENTEE, row.id, _party(row)))


def _confirmation_mentor(ground: FormGround, row: ParticipantRow) -> ReadyPaper:
    return CONFIRMATION_MENTOR.ready(ground.confirmation(Role.MENTOR, row.id, _party(row)))


def _party(row: ParticipantRow) -> Party:
    return Party(row.name, row.title, row.unit)


def _known(session: Session, row: ParticipantRow) -> Mapping[str, Said]:
    """What the file knows of her, by the names of the form's fields."""
    known = {name: _said(APPLICATION_FORM.field(name), row.values.get(field.key)) for name, field in KEPT_BY.items()}
    notice = notice_over(session, row.id)
    if notice is not None:
        known["takes_office_on"] = notice.takes_office_on or ""
        known["appointing_manager"] = notice.appointing_email or notice.appointing_manager
    told = session.execute(
        select(ApplicationRecord.heard_of, CallChannelRecord.name)
        .outerjoin(CallChannelRecord, CallChannelRecord.id == ApplicationRecord.channel_id)
        .where(ApplicationRecord.participation_id == row.id)
    ).first()
    if told is not None:
        known["heard_of"] = told[0] or told[1] or ""
    return known


def _said(asked: FormField, value: FieldValue) -> Said:
    match value:
        case None:
            return ""
        case bool():
            return YES if value else NO
        case StrEnum():
            return value.value
        case tuple():
            return ("\n" if asked.kind is AnswerKind.LINES else "; ").join(value)
        case date():
            return value
        case _:
            return str(value)


Build = Callable[[FormGround, ParticipantRow], ReadyPaper]
PERSON_PAPERS: Mapping[str, tuple[Build, Role]] = {
    APPLICATION.key: (_application, Role.MENTEE),
    CONFIRMATION_MENTEE.key: (_confirmation_mentee, Role.MENTEE),
    CONFIRMATION_MENTOR.key: (_confirmation_mentor, Role.MENTOR),
}
