"""Papers that are handed out and stay: guides for each role, a new manager's checklist, what tells of a programme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mentordesk.documents.declared.library_kinds import PERSONAL_DATA
from mentordesk.domain.ids import ParticipationId
from mentordesk.queries.batch_ground import BatchPaper, Ground, LeftOut, Source, of_person, restricted
from mentordesk.queries.guide_papers import PERSON_GUIDES, person_guides
from mentordesk.queries.library_papers import personal_data_over
from mentordesk.queries.own_texts import passage
from mentordesk.queries.programme_guides import PROGRAMME_GUIDES, programme_guide


def _of_persons(ground: Ground) -> Iterator[BatchPaper | LeftOut]:
    about = tuple(ParticipationId(id_) for id_ in ground.about)
    found = person_guides(ground.store, ground.kind.key, ground.programme.id, made_on=ground.made_on, about=about)
    for each in ground.people.there.values():
        if each.restricted and each.id in about:
            yield restricted(each.bearer.name)
    for guide in found:
        yield of_person(ground, guide.participation, ground.ready(guide.content), (guide.language,))


def _of_programmes(ground: Ground) -> Iterator[BatchPaper | LeftOut]:
    content = programme_guide(ground.store, ground.kind.key, ground.programme.id, made_on=ground.made_on)
    yield from in_every_language(ground, content)


def _personal_data(ground: Ground) -> Iterator[BatchPaper | LeftOut]:
    with ground.store.reading() as session:
        ask = passage(session, ground.programme, "personal-data-contact")
        content = personal_data_over(session, ground.programme, made_on=ground.made_on, ask=ask)
    yield from in_every_language(ground, content)


def in_every_language(ground: Ground, content: object) -> Iterator[BatchPaper]:
    """Of the programme."""
    ready = ground.ready(content)
    for code in ground.programme.settings.languages:
        yield BatchPaper(ready, (), (code,))


GUIDE_SOURCES: Mapping[str, Source] = {
    **dict.fromkeys(PERSON_GUIDES, _of_persons),
    **dict.fromkeys(PROGRAMME_GUIDES, _of_programmes),
    PERSONAL_DATA.key: _personal_data,
}
