"""Forms that are filled in and come back, and slips: for each person of a role, blank ones for whoever comes yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from sqlalchemy import select

from mentordesk.documents.declared.form_kinds import APPLICATION, CONFIRMATION_MENTEE, CONFIRMATION_MENTOR
from mentordesk.documents.declared.library_kinds import LOAN_SLIP
from mentordesk.documents.declared.survey_kinds import EVALUATION_FORM
from mentordesk.domain.evaluation import EVALUATED_ROLES
from mentordesk.domain.ids import ParticipationId
from mentordesk.domain.people import ROLE_NAMES, Role
from mentordesk.domain.statuses import MATCHABLE, ParticipationStatus
from mentordesk.domain.surveys import SURVEY_MOMENT_NAMES, SurveyMoment
from mentordesk.i18n.message import msg
from mentordesk.queries.batch_ground import BatchPaper, Ground, LeftOut, Source, of_person, restricted
from mentordesk.queries.documents import coordinator_over
from mentordesk.queries.library_papers import loan_slip_over
from mentordesk.queries.person_papers import NoPaper, person_papers
from mentordesk.queries.programme_papers import programme_papers
from mentordesk.queries.surveys import evaluation_content
from mentordesk.storage.records import LoanRecord

_APPLYING = frozenset({ParticipationStatus.SUGGESTED, ParticipationStatus.ASKED, ParticipationStatus.RECEIVED})
BLANK = msg("Blank, for whoever is not in the file")


def _of_persons(ground: Ground) -> Iterator[BatchPaper | LeftOut]:
    """Blank ones in the programme's languages, then of those of the role; of those asked for, theirs alone."""
    statuses = _APPLYING if ground.kind.key == APPLICATION.key else MATCHABLE
    key, made_on = ground.kind.key, ground.made_on
    there, roles = ground.people.there.values(), _roles(ground)
    ids = [each.id for each in there if each.status in statuses and each.role in roles]
    if ground.about:
        ids = [each.id for each in there if each.id in ground.about]
    else:
        for paper in programme_papers(ground.store, key, ground.programme.id, made_on=made_on):
            yield BatchPaper(replace(paper.ready, says=BLANK), (), paper.languages)
    for found in person_papers(ground.store, key, ids, made_on=made_on):
        if isinstance(found, NoPaper):
            yield LeftOut(found.people, found.reason)
        else:
            yield of_person(ground, ParticipationId(found.about), found.ready, found.languages)


def _roles(ground: Ground) -> tuple[Role, ...]:
    """Whom the paper is about; an employer's confirmation is about one of the two as well."""
    return {CONFIRMATION_MENTEE.key: (Role.MENTEE,), CONFIRMATION_MENTOR.key: (Role.MENTOR,)}.get(
        ground.kind.key, (Role.MENTEE, Role.MENTOR)
    )


def _loan_slips(ground: Ground) -> Iterator[BatchPaper | LeftOut]:
    """Of those who have something of the library; of those asked for, also to be filled in by hand."""
    with ground.store.reading() as session:
        coordinator = coordinator_over(session, ground.programme.id)
        lent = set(session.scalars(select(LoanRecord.participation_id).where(LoanRecord.returned_on.is_(None))))
        for each in ground.people.there.values():
            if each.id not in (ground.about or lent):
                continue
            if each.restricted:
                yield restricted(each.bearer.name)
                continue
            content = loan_slip_over(session, each.id, made_on=ground.made_on, coordinator=coordinator)
            language = each.bearer.language or ground.usual
            yield of_person(ground, each.id, ground.ready(content), (language,))


def _evaluations(ground: Ground) -> Iterator[BatchPaper | LeftOut]:
    """For each role and moment, in each language of the programme."""
    with ground.store.reading() as session:
        for role in EVALUATED_ROLES:
            for moment in SurveyMoment:
                content = evaluation_content(session, ground.programme.id, role, moment, made_on=ground.made_on)
                ready = ground.ready(content)
                says = msg("{role}, {moment}", role=ROLE_NAMES[role], moment=SURVEY_MOMENT_NAMES[moment])
                for code in ground.programme.settings.languages:
                    yield BatchPaper(replace(ready, says=says), (), (code,))


FORM_SOURCES: Mapping[str, Source] = {
    APPLICATION.key: _of_persons,
    CONFIRMATION_MENTEE.key: _of_persons,
    CONFIRMATION_MENTOR.key: _of_persons,
    LOAN_SLIP.key: _loan_slips,
    EVALUATION_FORM.key: _evaluations,
}
