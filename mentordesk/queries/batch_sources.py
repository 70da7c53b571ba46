"""Where the papers of each kind come from: every kind is made here, or is named in ELSEWHERE with the place it is at.

To add a kind: a line in SOURCES. What a paper says is the query's that is asked there; in which order papers come, and
which of them, is batches.py's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from enum import StrEnum

from mentordesk.documents.declared.form_kinds import CONVERSATION_SLIP, FIT_FORM
from mentordesk.documents.declared.gathering_kinds import GATHERING_KINDS
from mentordesk.documents.declared.pair_kinds import PAIR_KINDS
from mentordesk.documents.declared.plan_kinds import WHY_YOU_TWO
from mentordesk.documents.declared.recruitment_kinds import INTERVIEW_GUIDE
from mentordesk.documents.declared.team_kinds import TEAM_AGENDA
from mentordesk.documents.declared.wall_kinds import PROGRAMME_WALL
from mentordesk.documents.kinds import Declared
from mentordesk.domain.asking import OF_A_PAIR
from mentordesk.domain.ids import MeetingId
from mentordesk.domain.pairs import Side
from mentordesk.domain.programmes import Mode
from mentordesk.domain.refusals import Refused
from mentordesk.domain.statuses import ParticipationStatus
from mentordesk.i18n.message import msg
from mentordesk.queries.batch_forms import FORM_SOURCES
from mentordesk.queries.batch_ground import BatchPaper, Ground, LeftOut, Source, of_person
from mentordesk.queries.batch_guides import GUIDE_SOURCES, in_every_language
from mentordesk.queries.batch_people import Bearer, bearer_of, missing_of_pair
from mentordesk.queries.documents import papers
from mentordesk.queries.gathering import Asked
from mentordesk.queries.gathering_papers import gathering_papers
from mentordesk.queries.interview_guides import guide_of
from mentordesk.queries.plan_papers import why_papers
from mentordesk.queries.team_agenda import team_agenda
from mentordesk.queries.timeline import timeline
from mentordesk.queries.wall import wall_content

__all__ = ("ELSEWHERE", "SOURCES", "BatchPaper", "Elsewhere", "Ground", "LeftOut", "Source")

NO_PLACE = msg("no place")
_INTERVIEWED = frozenset({ParticipationStatus.RECEIVED, ParticipationStatus.COMPLETE})


class Elsewhere(StrEnum):
    """Where a paper is made that shows what is in view there, or that comes with other files."""

    PARTICIPANTS = "participants"
    MATCHING = "matching"
    CALENDAR = "calendar"
    LETTERS = "letters"


ELSEWHERE: Mapping[str, Elsewhere] = {
    "people-list": Elsewhere.PARTICIPANTS,
    "people-compared": Elsewhere.PARTICIPANTS,
    "person-report": Elsewhere.PARTICIPANTS,
    "pair-list": Elsewhere.MATCHING,
    "plan-comparison": Elsewhere.MATCHING,
    "dates": Elsewhere.CALENDAR,
    "letter": Elsewhere.LETTERS,
}


def _of_pairs(ground: Ground) -> Iterator[BatchPaper | LeftOut]:
    """Those of running pairs."""
    for paper in papers(ground.store, ground.kind.key, ground.programme.id, made_on=ground.made_on):
        if ground.wants(paper.pair):
            pair = ground.people.pairs[paper.pair]
            bearers = (bearer_of(pair.mentee, pair), bearer_of(pair.mentor, pair))
            bearer = bearers[paper.side is Side.MENTOR]
            yield BatchPaper(
                ground.ready(paper.content),
                paper.people,
                paper.languages,
                bearer,
                frozenset(each.person for each in bearers),
                missing_of_pair(bearers) if paper.side is None else bearer.missing,
                pair=paper.pair,
            )


def _why_you_two(ground: Ground) -> Iterator[BatchPaper | LeftOut]:
    """A page for each of the two."""
    for page in why_papers(ground.store, ground.programme.id, made_on=ground.made_on):
        if ground.wants(page.pair):
            pair = ground.people.pairs[page.pair]
            bearers = (bearer_of(pair.mentee, pair), bearer_of(pair.mentor, pair))
            reader = bearers[page.reader != pair.mentee.name]
            yield BatchPaper(
                ground.ready(page.content),
                (page.reader,),
                (page.language,),
                reader,
                frozenset(each.person for each in bearers),
                reader.missing,
                pair=page.pair,
            )


def _interview_guides(ground: Ground) -> Iterator[BatchPaper | LeftOut]:
    """Of those who are to be interviewed, unless others are asked for."""
    for each in ground.people.there.values():
        is_asked = each.id in ground.about if ground.about else each.role in OF_A_PAIR and each.status in _INTERVIEWED
        if not is_asked:
            continue
        try:
            content, languages = guide_of(ground.store, each.id, made_on=ground.made_on)
        except Refused as no:
            yield LeftOut((each.bearer.name,), no.message)
        else:
            yield of_person(ground, each.id, ground.ready(content), languages)


def _of_gatherings(ground: Ground) -> Iterator[BatchPaper | LeftOut]:
    """Of the meetings asked for; a paper is everybody's, or one reader's."""
    for meeting in ground.about:
        seen, found = gathering_papers(ground.store, MeetingId(meeting), (ground.kind.key,), made_on=ground.made_on)
        if ground.kind.key not in seen.kind.papers:
            continue
        named = defaultdict[str, list[Asked]](list)
        for person in reversed(seen.people):
            named[person.name].append(person)  # of one name, the last comes first off the list
        everybody = frozenset(person.person for person in seen.people)
        for paper in found:
            reader = named[paper.person].pop() if paper.person else None
            bearer = _reader(ground, reader) if reader else None
            yield BatchPaper(
                ground.ready(paper.content),
                (paper.person,) if paper.person else (),
                (paper.language,),
                bearer,
                frozenset({reader.person}) if reader else everybody if _names_people(ground.kind) else frozenset(),
                () if seen.place or seen.mode is Mode.DIGITAL else (NO_PLACE,),
                meeting=seen.meeting,
            )


def _names_people(kind: Declared) -> bool:
    return kind.key not in ("gathering-programme", "feedback-form")


def _reader(ground: Ground, asked: Asked) -> Bearer:
    known = ground.people.of_person(asked.person)
    return known or Bearer(asked.person, asked.name, asked.family_name, asked.unit, asked.language)


def _team_agendas(ground: Ground) -> Iterator[BatchPaper | LeftOut]:
    for meeting in ground.about:
        content = team_agenda(ground.store, MeetingId(meeting), made_on=ground.made_on)
        missing = () if content.place else (NO_PLACE,)
        yield BatchPaper(ground.ready(content), (), (ground.usual,), missing=missing, meeting=MeetingId(meeting))


def _walls(ground: Ground) -> Iterator[BatchPaper | LeftOut]:
    found = timeline(ground.store, ground.programme.id, today=ground.made_on)
    yield from in_every_language(ground, wall_content(found, ground.made_on))


SOURCES: Mapping[str, Source] = {
    **{kind.key: _of_pairs for kind in (*PAIR_KINDS, CONVERSATION_SLIP, FIT_FORM)},
    **{kind.key: _of_gatherings for kind in GATHERING_KINDS},
    WHY_YOU_TWO.key: _why_you_two,
    INTERVIEW_GUIDE.key: _interview_guides,
    TEAM_AGENDA.key: _team_agendas,
    PROGRAMME_WALL.key: _walls,
    **FORM_SOURCES,
    **GUIDE_SOURCES,
}
