"""What `match` says of a plan: pairs with their reasons, what else would cost, who is left out, and the figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mentordesk.cli.speech import Json, Speech
from mentordesk.domain.ids import ParticipationId
from mentordesk.i18n.message import Message, msg, nmsg
from mentordesk.matching.forcing import Forced
from mentordesk.matching.left_out import LeftOut
from mentordesk.matching.scenario import Pairing, Solution
from mentordesk.matching.scores import Explanation, Reason
from mentordesk.queries.floor_price import FloorPrice, floor_price
from mentordesk.queries.next_plans import NextPlan, next_plans


@dataclass(frozen=True, slots=True)
class Telling:
    """How much is told: reasons, and of each mentee how many other mentors."""

    explain: bool = False
    alternatives: int = 0


def plan_as_json(
    speech: Speech, programme: str, scenario: str, solution: Solution, telling: Telling
) -> dict[str, Json]:
    asked = solution.question
    found: dict[str, Json] = {
        "programme": programme,
        "scenario": scenario,
        "mentees": len(asked.mentees),
        "mentors": len(asked.mentors),
        "capacity": solution.capacity,
        "matched": solution.matched,
        "weak": solution.weak,
        "floor": asked.settings.floor,
        "floor_price": _floor_as_json(speech, floor_price(solution)),
        "worst": solution.worst,
        "total": solution.total,
        "optimal": solution.optimal,
        "pairs": [_pair_as_json(speech, solution, pair, telling) for pair in solution.pairs],
        "unmatched": [_left_as_json(speech, solution, left, telling) for left in solution.left_out],
        "unknown": [speech.text(each) for each in solution.unknown],
    }
    if telling.alternatives:
        found["next_plans"] = [_next_as_json(speech, plan) for plan in next_plans(solution, telling.alternatives)]
    return found


def say_plan(speech: Speech, solution: Solution, telling: Telling) -> None:
    """To a person: pair by pair in the order of the mentees' names, then all that concerns the whole."""
    by_name = sorted(solution.pairs, key=lambda pair: speech.catalog.sort_key(_name(solution, pair.mentee)))
    for pair in by_name:
        speech.say(
            msg(
                "{mentee} with {mentor}: {score} points",
                mentee=_name(solution, pair.mentee),
                mentor=_name(solution, pair.mentor),
                score=round(pair.score),
            )
        )
        if telling.explain:
            _say_reasons(speech, solution.explain(pair.mentee, pair.mentor))
        _say_alternatives(speech, solution, pair.mentee, telling)
    for left in solution.left_out:
        speech.say(msg("{mentee} has no mentor.", mentee=_name(solution, left.mentee)))
        _say_lines(speech, left.reasons)
        _say_alternatives(speech, solution, left.mentee, telling)
    _say_next_plans(speech, solution, telling)
    _say_lines(speech, solution.unknown, indent=0)
    _say_lines(speech, tuple(_summary(solution)), indent=0)


def _floor_as_json(speech: Speech, price: FloorPrice) -> Json:
    return {
        "points": price.points,
        "weak_without": price.weak_without,
        "worst_without": price.worst_without,
        "words": [speech.text(sentence) for sentence in price.words],
    }


def _pair_as_json(speech: Speech, solution: Solution, pair: Pairing, telling: Telling) -> Json:
    found: dict[str, Json] = {
        "mentee": _someone(solution, pair.mentee),
        "mentor": _someone(solution, pair.mentor),
        "score": pair.score,
        "factors": dict(pair.points),
    }
    if telling.explain:
        told = solution.explain(pair.mentee, pair.mentor)
        lines = (line for reason in told.reasons for line in (_heading(reason), *reason.evidence))
        found["reasons"] = [speech.text(line) for line in lines]
        found["broken"] = [speech.text(each.because) for each in told.broken]
    return found | _alternatives_as_json(speech, solution, pair.mentee, telling)


def _left_as_json(speech: Speech, solution: Solution, left: LeftOut, telling: Telling) -> Json:
    found: dict[str, Json] = {
        "mentee": _someone(solution, left.mentee),
        "reasons": [speech.text(reason) for reason in left.reasons],
    }
    return found | _alternatives_as_json(speech, solution, left.mentee, telling)


def _alternatives_as_json(
    speech: Speech, solution: Solution, mentee: ParticipationId, telling: Telling
) -> dict[str, Json]:
    if not telling.alternatives:
        return {}
    others = solution.alternatives(mentee, telling.alternatives)
    return {"alternatives": [_other_as_json(speech, solution, other) for other in others]}


def _other_as_json(speech: Speech, solution: Solution, other: Forced) -> Json:
    return {
        "mentor": _someone(solution, other.mentor),
        "score": other.score,
        "price": {"unmatched": other.unmatched, "weak": other.weak, "points": other.points},
        "words": [speech.text(sentence) for sentence in other.words],
        "changes": [speech.text(move.words) for move in other.moves],
    }


def _next_as_json(speech: Speech, plan: NextPlan) -> Json:
    return {
        "matched": plan.matched,
        "weak": plan.weak,
        "worst": plan.worst,
        "total": plan.total,
        "changes": [speech.text(move.words) for move in plan.moves],
    }


def _someone(solution: Solution, who: ParticipationId) -> Json:
    return {"id": who, "name": _name(solution, who)}


def _name(solution: Solution, who: ParticipationId) -> str:
    asked = solution.question
    return (asked.mentee(who) if who in asked.row else asked.mentor(who)).name


def _say_reasons(speech: Speech, explanation: Explanation) -> None:
    for reason in explanation.reasons:
        speech.say(_heading(reason), indent=2)
        _say_lines(speech, reason.evidence, indent=4)
    for broken in explanation.broken:  # of a locked pair, which stays whatever rule it breaks
        speech.say(broken.because, indent=2)


def _say_alternatives(speech: Speech, solution: Solution, mentee: ParticipationId, telling: Telling) -> None:
    if not telling.alternatives:
        return
    for other in solution.alternatives(mentee, telling.alternatives):
        speech.say(msg("Instead {mentor}:", mentor=_name(solution, other.mentor)), indent=2)
        _say_lines(speech, other.words, indent=4)
        if telling.explain:
            _say_lines(speech, [move.words for move in other.moves], indent=6)


def _say_next_plans(speech: Speech, solution: Solution, telling: Telling) -> None:
    for number, plan in enumerate(next_plans(solution, telling.alternatives), 2):
        speech.say(
            msg(
                "The whole plan that comes as number {number}: mentees with a mentor {matched}, "
                "pairs under the floor {weak}, points in all {points}",
                number=number,
                matched=plan.matched,
                weak=plan.weak,
                points=plan.total,
            )
        )
        _say_lines(speech, [move.words for move in plan.moves])


def _heading(reason: Reason) -> Message:
    return msg(
        "{factor}: {points} of {most} points",
        factor=reason.factor.title,
        points=reason.points,
        most=reason.most,
    )


def _summary(solution: Solution) -> Iterator[Message]:
    asked = solution.question
    yield nmsg(
        "{matched} of {count} mentee has a mentor; {total} points in all.",
        "{matched} of {count} mentees have a mentor; {total} points in all.",
        len(asked.mentees),
        matched=solution.matched,
        total=round(solution.total),
    )
    if solution.weak:
        yield nmsg(
            "{count} pair is under {floor} points.",
            "{count} pairs are under {floor} points.",
            solution.weak,
            floor=round(asked.settings.floor),
        )
    yield from floor_price(solution).words
    if solution.optimal:
        yield msg("Proved: no plan under these rules is better.")


def _say_lines(speech: Speech, lines: Sequence[Message], indent: int = 2) -> None:
    for line in lines:
        speech.say(line, indent=indent)
