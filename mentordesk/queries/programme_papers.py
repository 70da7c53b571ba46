"""Blank forms of a programme, for whoever is not in the file yet: one in each of the programme's languages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from mentordesk.documents.declared.form_kinds import APPLICATION, CONFIRMATION_MENTEE, CONFIRMATION_MENTOR
from mentordesk.documents.kinds import ReadyPaper
from mentordesk.domain.ids import ProgrammeId
from mentordesk.domain.people import Role
from mentordesk.queries.form_ground import FormGround, form_ground
from mentordesk.queries.person_papers import Paper
from mentordesk.storage.store import Store


def programme_papers(store: Store, kind: str, programme: ProgrammeId, *, made_on: date) -> tuple[Paper, ...]:
    """
    Raises:
        KeyError: no kind of these, or no such programme.
    """
    build = PROGRAMME_PAPERS[kind]
    with store.reading() as session:
        ground = form_ground(session, programme, made_on)
        ready = build(ground)
    return tuple(Paper(kind, "", (), (code,), ready) for code in ground.settings.languages)


def _application(ground: FormGround) -> ReadyPaper:
    return APPLICATION.ready(ground.application())


def _confirmation_mentee(ground: FormGround) -> ReadyPaper:
    return CONFIRMATION_MENTEE.ready(ground.confirmation(Role.MENTEE))


def _confirmation_mentor(ground: FormGround) -> ReadyPaper:
    return CONFIRMATION_MENTOR.ready(ground.confirmation(Role.MENTOR))


PROGRAMME_PAPERS: Mapping[str, Callable[[FormGround], ReadyPaper]] = {
    APPLICATION.key: _application,
    CONFIRMATION_MENTEE.key: _confirmation_mentee,
    CONFIRMATION_MENTOR.key: _confirmation_mentor,
}
