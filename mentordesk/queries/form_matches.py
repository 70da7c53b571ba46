"""Whom a form is about that names nobody but in its own fields, and whose a code is that was typed from a scan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.cleaning import spelling
from mentordesk.domain.evaluation import EVALUATION_FORM, wording
from mentordesk.domain.feedback import FEEDBACK_FORM
from mentordesk.domain.fit_form import FIT_FORM, about
from mentordesk.domain.form_identity import FormIdentity, code_of, typed_code
from mentordesk.domain.forms import Form
from mentordesk.domain.ids import MeetingId, PairId, ParticipationId
from mentordesk.domain.pairs import Side
from mentordesk.domain.people import Role
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message, msg
from mentordesk.queries.form_stamps import file_id_over
from mentordesk.queries.pairs import pairs_over
from mentordesk.queries.programmes import programmes_over
from mentordesk.queries.returned_forms import all_forms, form_title
from mentordesk.storage.records import MeetingRecord, ParticipationRecord, PersonRecord, UnitRecord
from mentordesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class WhoseForm:
    """`who` is "" for a form that was made for nobody in particular; one id at most is told."""

    title: Message
    who: str
    participation: ParticipationId | None = None
    pair: PairId | None = None
    meeting: MeetingId | None = None


def whose_code(store: Store, code: str) -> WhoseForm | None:
    """None: it is no code of a form of this file, however it was typed."""
    typed = typed_code(code)
    if typed is None:
        return None
    with store.reading() as session:
        file_id = file_id_over(session)
        for identity, found in _identities(session):
            if code_of(identity, file_id) == typed:
                return found
    return None


def participation_named(session: Session, programme: str, role: Role, name: str, unit: str) -> ParticipationId:
    """
    Raises:
        Refused: nobody, or several people, of that name take part in that role.
    """
    if not name:
        raise Refused(msg("The form does not say whom it is about. Write the name on it."))
    rows = session.execute(
        select(ParticipationRecord.id, PersonRecord.given_name, PersonRecord.family_name, UnitRecord.name)
        .join(PersonRecord, PersonRecord.id == ParticipationRecord.person_id)
        .outerjoin(UnitRecord, UnitRecord.id == PersonRecord.unit_id)
        .where(ParticipationRecord.programme_id == programme, ParticipationRecord.role == role)
        .order_by(ParticipationRecord.id)
    ).all()
    wanted = spelling(name)
    same = [
        (id_, where)
        for id_, given, family, where in rows
        if wanted in (spelling(f"{given} {family}"), spelling(f"{family} {given}"), spelling(f"{family}, {given}"))
    ]
    if len(same) > 1 and unit:
        same = [each for each in same if spelling(each[1] or "") == spelling(unit)]
    if len(same) == 1:
        return ParticipationId(same[0][0])
    if same:
        raise Refused(msg("Several who take part are called {name}. Write the unit on the form, too.", name=name))
    raise Refused(msg("Nobody who takes part is called {name}.", name=name))


def _identities(session: Session) -> Iterator[tuple[FormIdentity, WhoseForm]]:
    """All forms that this file can have made."""
    forms = [each for form in all_forms() for each in (form, *form.earlier)]
    for programme in programmes_over(session):
        people = _people(session, programme.id)
        pairs = [(each.id, f"{each.mentee.name} – {each.mentor.name}") for each in pairs_over(session, programme.id)]
        meetings = session.scalars(select(MeetingRecord.id).where(MeetingRecord.programme_id == programme.id)).all()
        for form in forms:
            title = form_title(form.key)
            asked_in = wording(programme.settings) if form.key == EVALUATION_FORM.key else ""

            def identity(whose: str, form: Form = form, asked_in: str = asked_in) -> FormIdentity:
                return FormIdentity(form.key, form.version, programme.id, whose, asked_in)  # noqa: B023

            yield identity(""), WhoseForm(title, "")
            if form.key == FEEDBACK_FORM.key:
                for meeting in meetings:
                    yield identity(meeting), WhoseForm(title, "", meeting=MeetingId(meeting))
                continue
            for person, name in people:
                yield identity(person), WhoseForm(title, name, participation=ParticipationId(person))
            for pair, names in pairs:
                found = WhoseForm(title, names, pair=pair)
                yield identity(pair), found
                if form.key == FIT_FORM.key:
                    for side in Side:
                        yield identity(about(pair, side)), found


def _people(session: Session, programme: str) -> list[tuple[str, str]]:
    asked = (
        select(ParticipationRecord.id, PersonRecord.given_name, PersonRecord.family_name)
        .join(PersonRecord, PersonRecord.id == ParticipationRecord.person_id)
        .where(ParticipationRecord.programme_id == programme)
    )
    return [(id_, f"{given} {family}".strip()) for id_, given, family in session.execute(asked)]
