"""An application form that came back (R20): of somebody in the programme, of somebody in the file, or of a new person.

Who a form without a name is about is found as the import finds it, by address and by name and unit.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mentordesk.actions.completing import complete_what_is
from mentordesk.actions.dossiers import paper_of, set_values
from mentordesk.actions.import_matches import UNASKED, Taken
from mentordesk.actions.joining import arrive, join, name_in
from mentordesk.actions.known_people import KnownPeople
from mentordesk.actions.returned.kept_files import keep_file, not_kept
from mentordesk.actions.returned.proposals import Asked, Proposal, Proposed, Shown, differing
from mentordesk.actions.roster import Roster, full_name
from mentordesk.actions.steps import reach
from mentordesk.domain.application_form import HEARD, KEPT_BY, LETTER, TOLD
from mentordesk.domain.applications import Origin
from mentordesk.domain.criteria import PaperKind
from mentordesk.domain.fields import FieldValue, Home
from mentordesk.domain.form_answers import SIGNED_ON
from mentordesk.domain.ids import ParticipationId, ProgrammeId
from mentordesk.domain.people import ParticipationStatus, Role
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.languages import LANGUAGES, LanguageCode
from mentordesk.i18n.message import Message, msg
from mentordesk.queries.participants import check_unrestricted
from mentordesk.queries.programmes import programme_of
from mentordesk.storage.records import ApplicationRecord, ParticipationRecord, PersonRecord, UnitRecord

_NAMING = ("given_name", "family_name", "email")
_TIED = frozenset({"wishes", "line_manager"})  # names that are tied to people
_NOT_APPLIED_YET = (ParticipationStatus.SUGGESTED, ParticipationStatus.ASKED)


@dataclass(frozen=True, slots=True)
class _Known:
    """Whom the form is about, as far as she is there."""

    person: PersonRecord | None
    participation: ParticipationRecord | None
    note: Message | None = None


def application(asked: Asked) -> Proposed:
    """
    Raises:
        Refused: no name, an address that is somebody else's, restricted data, or whoever it was for is gone.
    """
    values = {name: asked.of_field(name, field) for name, field in KEPT_BY.items()}
    told = {name: value for name, value in values.items() if value is not None}
    known = _known(asked, told)
    proposals = [*_of_the_person(asked, known, told), *_of_the_application(asked, known)]
    who = full_name(known.person) if known.person is not None else name_in(told)
    notes = [note for note in (known.note, not_kept(asked)) if note is not None]

    def apply(chosen: frozenset[str]) -> ParticipationId:
        participation = known.participation
        if participation is None:
            participation = _joined(asked, {key: told[key] for key in told if key in (*chosen, *_NAMING)}, known)
        else:
            _change(asked, participation, {key: told[key] for key in told if key in chosen})
        _keep(asked, participation, chosen)
        complete_what_is(asked.session, [participation.id], today=asked.today)
        return participation.id

    return Proposed(
        who,
        tuple(proposals),
        apply,
        participation=None if known.participation is None else known.participation.id,
        notes=tuple(notes),
        is_new=known.person is None,
    )


def _known(asked: Asked, told: Mapping[str, FieldValue]) -> _Known:
    session = asked.session
    if asked.identity.about:
        participation = session.get(ParticipationRecord, asked.identity.about)
        if participation is None:
            raise Refused(msg("Whoever the form was made for takes part no more."))
        check_unrestricted(session, [participation.id])
        return _Known(session.get_one(PersonRecord, participation.person_id), participation)
    name_in(told)
    unit = session.scalar(select(UnitRecord.id).where(UnitRecord.name == told.get("unit")))
    met = KnownPeople(session).meet(told, unit)
    if met is None:
        return _Known(None, None)
    taken = Taken.MERGE if met.swapped and told.get("email") else UNASKED[met.why]
    if taken is None:
        raise Refused(
            msg(
                "{email} is already the address of {name}. Give each person their own.",
                email=met.person.email or "",
                name=full_name(met.person),
            )
        )
    if taken is Taken.NEW:
        note = msg("{name} is in the file already, under nearly the same name. Look whether they are two.")
        return _Known(None, None, Message(note.text, (("name", full_name(met.person)),)))
    if met.person.restricted_on is not None:
        name = full_name(met.person)
        raise Refused(msg("The data on {name} are restricted. Lift the restriction first.", name=name))
    found = session.scalar(
        select(ParticipationRecord).where(
            ParticipationRecord.person_id == met.person.id,
            ParticipationRecord.programme_id == asked.identity.programme,
            ParticipationRecord.role == Role.MENTEE,
        )
    )
    return _Known(met.person, found)


def _of_the_person(asked: Asked, known: _Known, told: Mapping[str, FieldValue]) -> Sequence[Proposal]:
    found: list[Proposal] = []
    for name, then in told.items():
        if name == "parent_unit":  # goes with the unit
            continue
        now = _now(asked.session, known, name)
        label = asked.title(name)
        found += differing(name, label, _shown(name, now), _shown(name, then))
    return found


def _now(session: Session, known: _Known, name: str) -> FieldValue:
    if name == "unit":
        unit = None if known.person is None or known.person.unit_id is None else known.person.unit_id
        return None if unit is None else session.get_one(UnitRecord, unit).name
    side = known.participation if KEPT_BY[name].home is Home.PARTICIPATION else known.person
    value: FieldValue | list[str] = None if side is None else getattr(side, name)
    return tuple(value) if isinstance(value, list) else value


def _shown(name: str, value: FieldValue) -> Shown:
    """A choice by its name."""
    field = KEPT_BY[name]
    choices = getattr(field, "choices", None)
    if choices is not None and value is not None:
        shown: Message = choices.label(value)
        return shown
    if isinstance(value, LanguageCode):
        return next(known.own_name for known in LANGUAGES if known.code is value)
    return value if not isinstance(value, float) else str(value)


def _of_the_application(asked: Asked, known: _Known) -> Sequence[Proposal]:
    kept = None if known.participation is None else asked.session.get(ApplicationRecord, known.participation.id)
    letter, heard = asked.lines(LETTER.name), asked.text(HEARD.name)
    informed = _informed_on(asked)
    return (
        *differing(LETTER.name, asked.title(LETTER.name), None if kept is None else kept.letter, letter),
        *differing(HEARD.name, asked.title(HEARD.name), None if kept is None else kept.heard_of, heard),
        *differing(TOLD.name, msg("Informed of what is kept on"), None if kept is None else kept.informed_on, informed),
    )


def _informed_on(asked: Asked) -> date | None:
    """The day of the signature, or of the reading where there is none that can be."""
    if not asked.ticked(TOLD.name):
        return None
    return min(asked.day(SIGNED_ON.name) or asked.today, asked.today)


def _joined(asked: Asked, told: Mapping[str, FieldValue], known: _Known) -> ParticipationRecord:
    programme = ProgrammeId(asked.identity.programme)
    if known.person is not None:  # by the name that the file knows, whatever the form calls her
        told = {"given_name": known.person.given_name, "family_name": known.person.family_name} | dict(told)
    participation, _ = join(asked.session, programme, Role.MENTEE, told, asked.today)
    arrive(asked.session, participation, ParticipationStatus.RECEIVED, asked.today)
    return participation


def _change(asked: Asked, participation: ParticipationRecord, told: Mapping[str, FieldValue]) -> None:
    session = asked.session
    person = session.get_one(PersonRecord, participation.person_id)
    if "email" in told:
        _check_address(session, person, str(told["email"]))
    of_person = {key: told[key] for key in told if KEPT_BY[key].home is Home.PERSON and key != "unit"}
    of_part = {key: told[key] for key in told if KEPT_BY[key].home is Home.PARTICIPATION}
    set_values(person, of_person.items())
    set_values(participation, of_part.items())
    if "unit" in told or told.keys() & _TIED:
        session.flush()
        settings = programme_of(session, participation.programme_id).settings
        roster = Roster(session, participation.programme_id, settings, asked.today)
        if "unit" in told:
            above = asked.of_field("parent_unit", KEPT_BY["parent_unit"])
            place = roster.units.place({"unit": told["unit"], "parent_unit": above})
            set_values(person, (("unit_id", None if place is None else place.id),))
        if told.keys() & _TIED:
            roster.resolve_names()
    if participation.status in _NOT_APPLIED_YET:
        reach(session, participation, ParticipationStatus.RECEIVED, today=asked.today, by="")


def _check_address(session: Session, person: PersonRecord, email: str) -> None:
    """
    Raises:
        Refused: it is somebody else's.
    """
    others = select(PersonRecord).where(func.lower(PersonRecord.email) == email.lower(), PersonRecord.id != person.id)
    owner = session.scalars(others).first()
    if owner is not None:
        raise Refused(
            msg(
                "{email} is already the address of {name}. Give each person their own.",
                email=email,
                name=full_name(owner),
            )
        )


def _keep(asked: Asked, participation: ParticipationRecord, chosen: frozenset[str]) -> None:
    """What the application says of itself, and the paper that it is."""
    session = asked.session
    kept = session.get(ApplicationRecord, participation.id)
    if kept is None:
        kept = ApplicationRecord(participation_id=participation.id)
        session.add(kept)
    kept.received_on = kept.received_on or asked.today
    kept.origin = kept.origin or Origin.APPLIED
    has_letter = LETTER.name in chosen
    if has_letter:
        kept.letter = asked.lines(LETTER.name)
        paper = paper_of(session, participation.id, PaperKind.MOTIVATION)
        if paper.received is None:
            paper.received, paper.received_on = True, asked.today
    if HEARD.name in chosen:
        kept.heard_of = asked.text(HEARD.name)
    if TOLD.name in chosen:
        kept.informed_on = _informed_on(asked)
    keep_file(asked, participation.id, PaperKind.MOTIVATION if has_letter else None)
