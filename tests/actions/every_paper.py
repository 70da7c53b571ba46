"""A small programme in which there is something to say on every kind of paper, whatever day it is."""

from __future__ import annotations

import functools
import tempfile
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import select

from mentordesk.actions.agendas import fill_from_kind
from mentordesk.actions.attendance import note_attendance
from mentordesk.actions.dividing import make_groups
from mentordesk.actions.programme_settings import set_settings
from mentordesk.domain.ids import MeetingId, PairId, ParticipationId, ProgrammeId
from mentordesk.domain.library import ItemForm
from mentordesk.domain.meetings import Attendance
from mentordesk.domain.people import ParticipationStatus, Role
from mentordesk.domain.templates import template
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import msg
from mentordesk.storage.opening import open_store
from mentordesk.storage.records import (
    LibraryItemRecord,
    LoanRecord,
    MeetingDayRecord,
    MeetingRecord,
    NewManagerNoticeRecord,
    ParticipationRecord,
    PersonRecord,
    ProgrammeRecord,
)
from tests.actions.gathered import FIRST, SECOND, gathered
from tests.queries.small_programme import NOON, add, change

NAMES = ("Öberg", "Åkesson", "Ærlig", "Zeta")
"""Of the mentees; Swedish sorts them z å ä ö, Norwegian z æ ø å."""


@dataclass(frozen=True)
class Every:
    programme: ProgrammeId
    pair: PairId
    mentee: ParticipationId
    mentor: ParticipationId
    applicant: ParticipationId
    held: MeetingId
    to_come: MeetingId
    of_the_team: MeetingId

    def about(self, kind: str) -> tuple[str, str] | None:
        """The option of the command line and the number of one for whom there is a paper of the kind; else None."""
        from mentordesk.documents.kinds import Scope
        from mentordesk.documents.registry import kind_of

        match kind_of(kind).scope:
            case Scope.PAIR:
                return "--pair", self.pair
            case Scope.PERSON:
                mentors = kind in ("confirmation-mentor", "role-guide-mentor")
                interviewed = kind in ("interview-guide", "application-form")
                return "--person", self.mentor if mentors else self.applicant if interviewed else self.mentee
            case Scope.MEETING:
                if kind == "team-agenda":
                    return "--meeting", self.of_the_team
                return "--meeting", self.to_come if kind == "gathering-invitation" else self.held
        return None


def write_every(path: Path) -> Every:
    """A copy of one file that is written once for all tests."""
    content, every = _written()
    path.write_bytes(content)
    return every


@functools.cache
def _written() -> tuple[bytes, Every]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "every.mentordesk"
        with open_store(path, create=True, clock=lambda: NOON) as store:
            every = _fill(store)
        return path.read_bytes(), every


def _fill(store) -> Every:
    there = gathered(store)
    programme, pairs = there.made.programme, there.made.pairs
    for pair, name in zip(pairs, NAMES, strict=True):
        change(store, PersonRecord, pair.mentee_person, family_name=name)
    change(store, PersonRecord, pairs[0].mentee_person, language=LanguageCode.SV)
    person = PersonRecord(given_name="Søker", family_name="Ås")
    applicant = ParticipationRecord(
        programme_id=programme, person_id=person.id, role=Role.MENTEE, status=ParticipationStatus.RECEIVED, since=FIRST
    )
    book = LibraryItemRecord(title={"nb": "Boken"}, form=ItemForm.PHYSICAL, for_roles=[Role.MENTEE.value])
    add(store, person, applicant, book)
    add(store, LoanRecord(item_id=book.id, participation_id=pairs[0].mentee, handed_on=FIRST))
    add(store, NewManagerNoticeRecord(participation_id=pairs[0].mentee, known_on=FIRST))
    make_groups(store, there.meeting, 2)
    fill_from_kind(store, there.meeting)
    one, two = (each.person for each in there.people[:2])
    note_attendance(store, there.meeting, 1, {one: Attendance.PRESENT, two: Attendance.ABSENT}, today=SECOND)
    with store.changing(msg("settings and days")) as session:
        record = session.get_one(ProgrammeRecord, programme)
        set_settings(record, lambda settings: replace(settings, introduction=template("nu").introduction))
        later = session.scalars(select(MeetingRecord).where(MeetingRecord.kind == "mid_term")).one()
        days = select(MeetingDayRecord).where(MeetingDayRecord.meeting_id == later.id)
        for day in session.scalars(days):
            day.starts_at, day.ends_at = datetime(2090, 1, 10, 9), datetime(2090, 1, 10, 16)
        team = select(MeetingRecord.id).where(MeetingRecord.kind == "team_planning")
        of_the_team = session.scalars(team).first()
    return Every(
        programme, pairs[0].id, pairs[0].mentee, pairs[0].mentor, applicant.id, there.meeting, later.id, of_the_team
    )
