"""Editing participants in a grid or a form (R10 to R13): one cell or a pasted block of thousands, one undo."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.actions.completing import complete_what_is
from mentordesk.actions.dossiers import Dossiers, set_values
from mentordesk.actions.roster import Roster, full_name
from mentordesk.domain.criteria import PaperKind
from mentordesk.domain.fields import Field, FieldValue, Home
from mentordesk.domain.ids import ParticipationId, PersonId
from mentordesk.domain.programmes import Programme
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message, msg, nmsg
from mentordesk.queries.participants import check_unrestricted, editable_fields, names_over
from mentordesk.queries.programmes import programme_of
from mentordesk.storage.records import MentorRecord, ParticipationRecord, PersonRecord, WishRecord
from mentordesk.storage.store import Store

_AT_ONCE = 500  # for more, everybody is asked for
_NEVER_NULL = frozenset({"given_name", "family_name"})
_NAMING = frozenset({"wishes", "vetoes"})
_PAPERS = frozenset(kind.value for kind in PaperKind)


@dataclass(frozen=True, slots=True)
class Edit:
    """A new value of one Field of one participant, as its Field parsed it; None empties it."""

    id: ParticipationId
    key: str
    value: FieldValue


def edit_participants(store: Store, edits: Sequence[Edit], *, today: date) -> int:
    """How many of the edits changed something; of two for the same cell the later counts.

    An answer to a criterion that is not asked in somebody's role changes nothing.

    Raises:
        Refused: somebody would have no name or another's address, a unit is unknown where it must not be, or
            one of the participants is gone or restricted. Then nothing was changed.
        KeyError: a key that is not of `editable_fields`.
    """
    wanted = {(edit.id, edit.key): edit for edit in edits}
    with store.reading() as session:
        names = names_over(session, (edit.id for edit in edits))
        check_unrestricted(session, names)
    with store.changing(_what(names)) as session:
        there = _participations(session, names)
        people = _people(session, there.values())
        in_order = sorted(wanted.values(), key=lambda edit: there[edit.id].programme_id)
        changed = 0
        for programme, theirs in groupby(in_order, key=lambda edit: there[edit.id].programme_id):
            work = _Editing(session, programme_of(session, programme), there, people, today)
            changed += sum(work.make(edit) for edit in theirs)
            work.tie_names()
        if any(edit.key in _NEVER_NULL for edit in wanted.values()):
            _check_names(there, people, names)
        if any(edit.key == "email" for edit in wanted.values()):
            _check_addresses(session, people)
        if any(edit.key in _PAPERS for edit in wanted.values()):
            complete_what_is(session, tuple(names), today=today)
        return changed


def _what(names: Mapping[ParticipationId, str]) -> Message:
    if len(names) == 1:
        (name,) = names.values()
        return msg("Edit {name}", name=name)
    return nmsg("Edit {count} participant", "Edit {count} participants", len(names))


class _Editing:
    """The edits of one programme's participants; names are tied to people when all of them are made."""

    def __init__(
        self,
        session: Session,
        programme: Programme,
        there: Mapping[ParticipationId, ParticipationRecord],
        people: Mapping[PersonId, PersonRecord],
        today: date,
    ) -> None:
        self._session = session
        self._programme = programme
        self._there = there
        self._people = people
        self._today = today
        self._fields: Mapping[str, Field] = {field.key: field for field in editable_fields(programme)}
        self._asked = {(criterion.role, criterion.key) for criterion in programme.settings.criteria}
        self._managers_told: dict[PersonId, PersonRecord] = {}
        self._names_before: dict[ParticipationId, Mapping[str, Sequence[str]]] = {}

    def make(self, edit: Edit) -> bool:
        """Whether it changed anything."""
        participation = self._there[edit.id]
        person = self._people[participation.person_id]
        match self._fields[edit.key].home:
            case Home.PERSON if edit.key == "unit":
                return set_values(person, (("unit_id", self._unit(edit.value)),), blank_too=True)
            case Home.PERSON:
                if edit.key == "line_manager":
                    self._managers_told[person.id] = person
                value = "" if edit.value is None and edit.key in _NEVER_NULL else edit.value
                return set_values(person, ((edit.key, value),), blank_too=True)
            case Home.MENTOR:
                return self._bank(person.id, edit)
            case Home.PARTICIPATION:
                if edit.key in _NAMING:
                    before: Mapping[str, Sequence[str]] = {
                        "wishes": participation.wishes or (),
                        "vetoes": participation.vetoes or (),
                    }
                    self._names_before.setdefault(edit.id, before)
                return set_values(participation, ((edit.key, edit.value),), blank_too=True)
            case Home.PAPER:
                return self._dossiers.paper(edit.id, PaperKind(edit.key), edit.value)
            case Home.CRITERION:
                if (participation.role, edit.key) not in self._asked:
                    return False  # a block may span mentors and mentees
                return self._dossiers.answer(edit.id, edit.key, edit.value)
            case other:
                raise AssertionError(other)  # editable_fields has no others

    def tie_names(self) -> None:
        """Line managers, wishes and vetoes to people; whoever is named no longer is let go."""
        self._session.flush()  # so that whoever was renamed or added is found
        if not self._managers_told and not self._names_before:
            return
        roster = Roster(self._session, None, None, self._today)
        for person in self._managers_told.values():
            found = roster.named(person.line_manager, person) if person.line_manager else None
            set_values(person, (("line_manager_id", found.id if found else None),), blank_too=True)
        for id_, before in self._names_before.items():
            self._tie(roster, self._there[id_], before)

    def _tie(self, roster: Roster, participation: ParticipationRecord, before: Mapping[str, Sequence[str]]) -> None:
        asking = self._people[participation.person_id]
        was = _ranks(roster, asking, before["wishes"], before["vetoes"])
        now = _ranks(roster, asking, participation.wishes or (), participation.vetoes or ())
        kept = select(WishRecord).where(WishRecord.participation_id == participation.id)
        tied = {wish.person_id: wish for wish in self._session.scalars(kept)}
        for gone in was.keys() - now.keys() & tied.keys():
            self._session.delete(tied[gone])
        for person, rank in now.items():
            wish = tied.get(person)
            if wish is None:
                wish = WishRecord(participation_id=participation.id, person_id=person)
                self._session.add(wish)
            set_values(wish, (("rank", rank), ("veto", rank is None)), blank_too=True)

    @cached_property
    def _dossiers(self) -> Dossiers:
        return Dossiers(self._session, list(self._there))

    @cached_property
    def _roster(self) -> Roster:
        self._session.flush()
        return Roster(self._session, self._programme.id, self._programme.settings, self._today)

    @cached_property
    def _mentors(self) -> dict[PersonId, MentorRecord]:
        asked = select(MentorRecord)
        if len(self._people) <= _AT_ONCE:
            asked = asked.where(MentorRecord.person_id.in_(self._people))
        return {mentor.person_id: mentor for mentor in self._session.scalars(asked)}

    def _unit(self, value: FieldValue) -> str | None:
        return self._roster.unit_named(value).id if isinstance(value, str) else None

    def _bank(self, person: PersonId, edit: Edit) -> bool:
        mentor = self._mentors.get(person)
        if mentor is None:
            if edit.value is None:
                return False
            mentor = MentorRecord(person_id=person)
            self._session.add(mentor)
            self._mentors[person] = mentor
        return set_values(mentor, ((edit.key, edit.value),), blank_too=True)


def _ranks(
    roster: Roster, asking: PersonRecord, wishes: Sequence[str], vetoes: Sequence[str]
) -> dict[PersonId, int | None]:
    """Who is named, with the rank of the wish; None for a veto, which goes before a wish."""
    found: dict[PersonId, int | None] = {}
    for rank, name in enumerate(wishes, start=1):
        if (person := roster.named(name, asking)) is not None:
            found.setdefault(person.id, rank)
    for name in vetoes:
        if (person := roster.named(name, asking)) is not None:
            found[person.id] = None
    return found


def _participations(
    session: Session, ids: Mapping[ParticipationId, str]
) -> Mapping[ParticipationId, ParticipationRecord]:
    asked = select(ParticipationRecord)
    if len(ids) <= _AT_ONCE:
        asked = asked.where(ParticipationRecord.id.in_(ids))
    return {each.id: each for each in session.scalars(asked) if each.id in ids}


def _people(session: Session, there: Iterable[ParticipationRecord]) -> Mapping[PersonId, PersonRecord]:
    ids = {each.person_id for each in there}
    asked = select(PersonRecord)
    if len(ids) <= _AT_ONCE:
        asked = asked.where(PersonRecord.id.in_(ids))
    return {person.id: person for person in session.scalars(asked) if person.id in ids}


def _check_names(
    there: Mapping[ParticipationId, ParticipationRecord],
    people: Mapping[PersonId, PersonRecord],
    names: Mapping[ParticipationId, str],
) -> None:
    """
    Raises:
        Refused: it tells of whom the whole name was taken.
    """
    for id_, name in names.items():
        if not full_name(people[there[id_].person_id]):
            raise Refused(msg("{name} would have no name left. Write a given or a family name.", name=name))


def _check_addresses(session: Session, edited: Mapping[PersonId, PersonRecord]) -> None:
    """
    Raises:
        Refused: two people would have the same address.
    """
    session.flush()
    owners: dict[str, tuple[PersonId, str]] = {}
    rows = session.execute(
        select(PersonRecord.id, PersonRecord.email, PersonRecord.given_name, PersonRecord.family_name).where(
            PersonRecord.email.is_not(None)
        )
    )
    for id_, email, given, family in rows:
        if not email:
            continue
        first, name = owners.setdefault(email.casefold(), (id_, f"{given} {family}".strip()))
        if first != id_ and (id_ in edited or first in edited):
            owner = f"{given} {family}".strip() if first in edited and id_ not in edited else name
            raise Refused(
                msg("{email} is already the address of {name}. Give each person their own.", email=email, name=owner)
            )
