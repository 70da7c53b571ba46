"""What papers about plans say: a plan's pair list, plans compared, and for each of a pair why the two are one (R34)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.documents.blocks import Letterhead
from mentordesk.documents.declared.pair_kinds import FIRST_MEETING_CHECKLIST
from mentordesk.documents.papers.checklist import ChecklistContent
from mentordesk.documents.papers.pair_list import ListedPair, PairListContent
from mentordesk.documents.papers.plan_comparison import ComparedRow, ComparisonContent, PlanColumn
from mentordesk.documents.papers.why_you_two import WhyContent
from mentordesk.domain.ids import PairId, ParticipationId, ProgrammeId, ScenarioId
from mentordesk.domain.people import Role
from mentordesk.domain.plain_values import from_plain
from mentordesk.domain.programmes import MatchingSettings, Programme
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import Message, msg
from mentordesk.matching.candidates import Question
from mentordesk.matching.scores import Explanation, Reason, explain
from mentordesk.matching.side_by_side import Comparison, PlanCompared, SeatCompared
from mentordesk.queries.comparison_in_words import in_words, settings_compared
from mentordesk.queries.documents import papers
from mentordesk.queries.matching import everybody_over
from mentordesk.queries.plan_list import PlannedPair, PlannedPairs
from mentordesk.storage.records import PairRecord, ScenarioRecord
from mentordesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class WhyPaper:
    """A page for one of a running pair, in the reader's language."""

    pair: PairId
    reader: str
    language: LanguageCode
    content: WhyContent


def pair_list_content(found: PlannedPairs, letterhead: Letterhead, *, made_on: date) -> PairListContent:
    return PairListContent(
        letterhead=letterhead,
        plan=found.plan,
        made_on=made_on,
        pairs=tuple(map(_listed, found.seats)),
        notes=found.notes,
        approved_on=found.approved_on,
    )


def comparison_content(
    found: Comparison, programme: Programme, letterhead: Letterhead, *, made_on: date
) -> ComparisonContent:
    settings = tuple(
        ComparedRow(
            title=each.title, cells=tuple(value if isinstance(value, Message) else str(value) for value in each.values)
        )
        for each in settings_compared(found)
    )
    say = catalog(programme.settings.languages[0])
    by_name = sorted(found.differing, key=lambda one: (say.sort_key(one.name), one.mentee))
    mentees = tuple(ComparedRow(title=one.name, cells=tuple(map(_seat, one.seats))) for one in by_name)
    return ComparisonContent(
        letterhead=letterhead,
        made_on=made_on,
        plans=tuple(map(_column, found.plans)),
        words=in_words(found),
        settings=settings,
        mentees=mentees,
    )


def why_papers(store: Store, programme: ProgrammeId, *, made_on: date) -> tuple[WhyPaper, ...]:
    """Two for each running pair, the mentee's first, sorted by the mentee's family name; weighed as when approved.

    Raises KeyError for a programme that is not there.
    """
    framed = papers(store, FIRST_MEETING_CHECKLIST.key, programme, made_on=made_on)  # frame and people of every pair
    with store.reading() as session:
        asked = everybody_over(session, programme, today=made_on)
        settings = _settings_when_found(session, programme)
        pairs = {
            pair.id: (pair.mentee_id, pair.mentor_id, pair.scenario_id)
            for pair in session.scalars(select(PairRecord).where(PairRecord.programme_id == programme))
        }
    questions = {plan: replace(asked, settings=found) for plan, found in settings.items()}
    made: list[WhyPaper] = []
    for paper in framed:
        assert isinstance(paper.content, ChecklistContent)
        mentee, mentor, plan = pairs[paper.pair]
        question = asked if plan is None else questions[plan]
        reasons = _reasons(question, mentee, mentor)
        sides = zip((Role.MENTEE, Role.MENTOR), paper.people, (paper.languages[0], paper.languages[-1]), strict=True)
        made += (
            WhyPaper(paper.pair, name, language, _why(paper.content, role, reasons)) for role, name, language in sides
        )
    return tuple(made)


def reasons_to_share(explanation: Explanation) -> tuple[Message, ...]:
    """What speaks for the two and may be told to them, weightiest first; nothing that is against them or unknown."""
    telling = [reason for reason in explanation.reasons if _speaks_for_them(reason)]
    telling.sort(key=lambda reason: -reason.points)
    return tuple(sentence for reason in telling for sentence in reason.told.known)


def _speaks_for_them(reason: Reason) -> bool:
    return reason.factor.shareable and not reason.missing and 2 * reason.points >= reason.most


def _reasons(question: Question, mentee: ParticipationId, mentor: ParticipationId) -> tuple[Message, ...]:
    """Nothing of somebody who has left the programme, though the pair still runs."""
    if mentee not in question.row or mentor not in question.column:
        return ()
    return reasons_to_share(explain(question, question.mentee(mentee), question.mentor(mentor)))


def _why(frame: ChecklistContent, reader: Role, reasons: tuple[Message, ...]) -> WhyContent:
    return WhyContent(
        letterhead=frame.letterhead,
        mentee=frame.mentee,
        mentor=frame.mentor,
        reader=reader,
        made_on=frame.made_on,
        reasons=reasons,
        coordinator=frame.coordinator,
    )


def _settings_when_found(session: Session, programme: ProgrammeId) -> Mapping[ScenarioId, MatchingSettings]:
    plans = session.scalars(select(ScenarioRecord).where(ScenarioRecord.programme_id == programme))
    return {plan.id: from_plain(MatchingSettings, plan.matching) for plan in plans}


def _listed(seat: PlannedPair) -> ListedPair:
    return ListedPair(
        mentee=seat.mentee.name,
        mentee_unit=seat.mentee.unit,
        mentor=seat.mentor.name if seat.mentor else "",
        mentor_unit=seat.mentor.unit if seat.mentor else "",
        points=seat.points,
        weak=seat.weak,
        locked=seat.locked,
    )


def _seat(seat: SeatCompared) -> str | Message:
    if seat.mentor is None or seat.score is None:
        return msg("nobody")
    return msg("{mentor} ({points})", mentor=seat.name, points=round(seat.score))


def _column(plan: PlanCompared) -> PlanColumn:
    return PlanColumn(
        name=plan.name,
        unmatched=plan.levels.unmatched,
        weak=plan.levels.weak,
        worst=plan.levels.worst,
        total=plan.levels.total,
        common_weak=plan.by_programme.weak,
        common_worst=plan.by_programme.worst,
        common_total=plan.by_programme.total,
        notes=plan.notes,
        lowest=tuple(_lowest(plan)),
        floor=plan.floor.words,
    )


def _lowest(plan: PlanCompared) -> Iterator[Message]:
    for pair in plan.worst:
        yield msg(
            "{mentee} with {mentor}: {score} points", mentee=pair.mentee, mentor=pair.mentor, score=round(pair.score)
        )
