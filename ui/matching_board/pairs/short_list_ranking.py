"""One mentee against the whole bank as values: who suits best, what speaks against whom, who has no place (R37).

Made beside the window's thread. Nothing here paints, or changes the file.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from mentordesk.actions.files import Store
from mentordesk.domain.ids import ParticipationId, ProgrammeId
from mentordesk.domain.passing import EXCEPTED_INSTEAD, Graveness, PairWarning
from mentordesk.matching.candidates import Candidate, Question
from mentordesk.matching.rules import free_places
from mentordesk.matching.scores import Explanation, explain, shortlist
from mentordesk.queries.matching import everybody
from mentordesk.queries.pair_warnings import warnings_of
from ui.language import say, tr
from ui.matching_board.cards import HINDRANCES, CandidateCard, Place, post


@dataclass(frozen=True, slots=True)
class Ranked:
    """A mentor who has a place, as one mentee's."""

    card: CandidateCard
    explanation: Explanation
    warnings: tuple[PairWarning, ...]

    @property
    def id(self) -> ParticipationId:
        return self.explanation.mentor


@dataclass(frozen=True, slots=True)
class Ranking:
    """Those of whom no rule keeps her first, then those whom somebody would have to pass; each by points."""

    mentee: ParticipationId
    name: str
    mentors: tuple[Ranked, ...]
    full: int  # so many have no place, or rest
    impossible: int  # so many can be passed by nobody


def ranking(asked: Question, mentee: Candidate, *, without: Collection[ParticipationId] = ()) -> Ranking:
    """`without`: mentors who are no question, such as her own."""
    alone = replace(asked, mentees=(mentee,), locked=frozenset(), apart=frozenset())
    others = [mentor for mentor in alone.mentors if mentor.id not in without]
    with_room = [mentor for mentor in others if free_places(mentor, alone) > 0]
    possible = [each for each in shortlist(alone, mentee, len(alone.mentors)) if each.mentor not in without]
    seen = {each.mentor for each in possible}
    against = [explain(alone, mentee, mentor) for mentor in with_room if mentor.id not in seen]
    against.sort(key=lambda each: (-each.score, each.mentor))
    found = [_ranked(alone, mentee, each, best=not at) for at, each in enumerate(possible)]
    found += [_ranked(alone, mentee, each, best=False) for each in against]
    passable = [each for each in found if all(one.graveness is not Graveness.FIRM for one in each.warnings)]
    passable.sort(key=lambda each: any(one.graveness is Graveness.DEPENDENCE for one in each.warnings))
    return Ranking(mentee.id, mentee.name, tuple(passable), len(others) - len(with_room), len(found) - len(passable))


def mentors_instead(
    store: Store, programme: ProgrammeId, mentee: ParticipationId, own: ParticipationId, today: date
) -> Ranking:
    """For a mentee who has one: every other mentor.

    Raises:
        KeyError: she takes no part.
    """
    asked = everybody(store, programme, today=today)
    return ranking(asked, asked.mentee(mentee), without={own})


def _ranked(asked: Question, mentee: Candidate, explanation: Explanation, *, best: bool) -> Ranked:
    mentor = asked.mentor(explanation.mentor)
    warnings = warnings_of(asked, mentee, mentor)
    place, chip = _place(explanation, warnings, best=best)
    card = CandidateCard(
        mentor.id,
        mentor.name,
        post(asked, mentor),
        explanation.score,
        tuple(reason.points for reason in explanation.reasons),
        place,
        chip,
        False,
        mentor.running,
        free_places(mentor, asked) + mentor.running,
        blocking=False,
    )
    return Ranked(card, explanation, warnings)


def _place(explanation: Explanation, warnings: tuple[PairWarning, ...], *, best: bool) -> tuple[Place, str]:
    """How the card is dressed: what is gravest, in a few words."""
    for graveness in (Graveness.FIRM, Graveness.DEPENDENCE):
        for each in warnings:
            if each.graveness is graveness:
                return Place.KEPT_APART, say(HINDRANCES[each.rule])
    if any(one.rule.key == EXCEPTED_INSTEAD for one in explanation.broken):
        return Place.KEPT_APART, say(HINDRANCES[EXCEPTED_INSTEAD])
    for each in warnings:
        return Place.POSSIBLE, say(HINDRANCES.get(each.rule, explanation.verdict))
    return (Place.BEST, tr("Suits best")) if best else (Place.POSSIBLE, "")
