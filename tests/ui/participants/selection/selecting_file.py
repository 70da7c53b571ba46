"""A file before its selection: eight applicants for three places, two of them without the employer's confirmation."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from mentordesk.actions.criteria import note_paper
from mentordesk.actions.files import new_file
from mentordesk.domain.criteria import PaperKind
from mentordesk.domain.people import Role
from mentordesk.domain.templates import settings_as
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import msg
from mentordesk.queries.programmes import programme_of
from mentordesk.storage.records import PersonRecord, ProgrammeRecord
from tests.queries.applicants import Applied, applied

NAMES = ("Åse Ødegård", "Berit Nilsen", "Čáhppe Ŋilas", "Dag Moen", "Eva Lind", "Finn Aas", "Grete Ruud", "Hanne Bø")


def written(path: Path, *, capacity: int | None = 3) -> Applied:
    """Grete's confirmation is unknown, Hanne's employer said no; nothing else is asked for the selection."""
    with new_file(path) as store:
        there = applied(store, mentees=len(NAMES), mentors=4)
        with store.changing(msg("as it is to be")) as session:
            settings = programme_of(session, there.programme).settings
            asked = tuple(
                each for each in settings.criteria if each.role is Role.MENTOR or each.key == "mentee_confirmation"
            )
            session.get_one(ProgrammeRecord, there.programme).settings = settings_as(
                replace(settings, capacity=capacity, criteria=asked)
            )
            for name, mentee in zip(NAMES, there.mentees, strict=True):
                person = session.get_one(PersonRecord, mentee.person)
                person.given_name, person.family_name = name.split()
                person.email = f"{mentee.person[-6:]}@example.org"
                person.language = LanguageCode.SV if name == "Eva Lind" else None
        for mentee in there.mentees[:6]:
            note_paper(store, mentee.id, PaperKind.CONFIRMATION, received=True, on=None)
        note_paper(store, there.mentees[7].id, PaperKind.CONFIRMATION, received=False, on=None)
    return there
