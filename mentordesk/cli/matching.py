"""`match`: the best plan of who goes with whom, why, what else would cost, and its approval."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from mentordesk.actions.files import Store, open_file, user
from mentordesk.actions.matching import Approved, CriteriaException, approve, keep_scenario, seats_of
from mentordesk.cli.commands import PATH, command, option
from mentordesk.cli.endings import DONE, IN_PART
from mentordesk.cli.speech import Json, Speech
from mentordesk.domain.ids import ParticipationId, ProgrammeId
from mentordesk.domain.refusals import NotYet, Refused
from mentordesk.i18n.message import Message, msg, nmsg
from mentordesk.matching.scenario import Pairing, Solution, solve
from mentordesk.matching.scores import Reason
from mentordesk.queries.matching import question, shown_plan, unnamed_plan
from mentordesk.queries.programmes import programme_named

PLAN_NAME = "1"  # the first plan that nobody named


@command("match")
@click.argument("file", type=PATH)
@option("--programme", says=msg("The programme; needed where the file holds several."))
@option(
    "--scenario", says=msg("The name under which the plan is kept; else the first number that was not yet approved.")
)
@option("--explain", is_flag=True, says=msg("Explain in words why each pair was chosen."))
@option(
    "--alternatives",
    type=click.IntRange(0, 50),
    default=0,
    says=msg("How many other mentors to name for each mentee, with the price of each."),
)
@option("--approve", "approving", is_flag=True, says=msg("Turn the plan into pairs, with their meetings."))
@option("--except", "reason", says=msg("Approve although criteria are not answered, for this reason."))
@option("--by", says=msg("Who makes the exception."))
def match_command(
    speech: Speech,
    file: Path,
    programme: str | None,
    scenario: str | None,
    explain: bool,
    alternatives: int,
    approving: bool,
    reason: str | None,
    by: str | None,
) -> int:
    if (reason is None) != (by is None) or (reason is not None and not approving):
        raise Refused(msg("--except and --by go together, and with --approve."))
    exception = CriteriaException(reason, by) if reason is not None and by is not None else None
    with open_file(file) as store:
        wanted = programme_named(store, programme)
        name = unnamed_plan(store, wanted.id) if scenario is None else scenario
        solution = plan_programme(store, wanted.id, name)
        approved: Approved | None = None
        refusal: NotYet | None = None
        if approving:
            try:
                approved = approve(
                    store, programme=wanted.id, scenario=name, today=store.today(), by=user(), exception=exception
                )
            except NotYet as no:
                refusal = no
    speech.give(_as_json(speech, wanted.name, solution, explain, alternatives, approved, refusal))
    _say(speech, solution, explain, alternatives)
    if refusal is not None:
        if not speech.as_json:
            how = msg("An exception is made with --except REASON --by NAME.")
            raise NotYet(refusal.message, *refusal.details, how)
        return IN_PART
    if approved is not None:
        _say_approved(speech, approved)
    return DONE


def plan_programme(store: Store, programme: ProgrammeId, scenario: str) -> Solution:
    """Solves a programme's matching near the plan last shown under this name, and keeps the result."""
    asked = question(store, programme, today=store.today(), scenario=scenario)
    if not asked.mentees:
        raise Refused(msg("There is no mentee without a mentor. Import mentees first if some are missing."))
    if not asked.mentors:
        raise Refused(msg("There is no mentor in this programme yet. Import some first."))
    solution = solve(asked, shown=shown_plan(store, programme, scenario))
    keep_scenario(store, programme=programme, name=scenario, seats=seats_of(solution), settings=asked.settings)
    return solution


def _as_json(
    speech: Speech,
    programme: str,
    solution: Solution,
    explain: bool,
    alternatives: int,
    approved: Approved | None,
    refusal: NotYet | None,
) -> dict[str, Json]:
    asked = solution.question
    found: dict[str, Json] = {
        "programme": programme,
        "mentees": len(asked.mentees),
        "mentors": len(asked.mentors),
        "capacity": solution.capacity,
        "matched": solution.matched,
        "weak": solution.weak,
        "floor": asked.settings.floor,
        "worst": solution.worst,
        "total": solution.total,
        "optimal": solution.optimal,
        "pairs": [_pair_as_json(speech, solution, pair, explain, alternatives) for pair in solution.pairs],
        "unmatched": [
            {
                "mentee": _someone(solution, left.mentee),
                "reasons": [speech.text(reason) for reason in left.reasons],
            }
            for left in solution.left_out
        ],
        "unknown": [speech.text(each) for each in solution.unknown],
    }
    if approved is not None:
        found["approved"] = {
            "pairs": list(approved.pairs),
            "meetings": approved.meetings,
            "exceptions": approved.excepted,
        }
    if refusal is not None:
        found["not_approved"] = [speech.text(detail) for detail in refusal.details]
    return found


def _pair_as_json(speech: Speech, solution: Solution, pair: Pairing, explain: bool, alternatives: int) -> Json:
    found: dict[str, Json] = {
        "mentee": _someone(solution, pair.mentee),
        "mentor": _someone(solution, pair.mentor),
        "score": pair.score,
        "factors": dict(pair.points),
    }
    if explain:
        reasons = solution.explain(pair.mentee, pair.mentor).reasons
        found["reasons"] = [speech.text(line) for reason in reasons for line in (_heading(reason), *reason.evidence)]
    if alternatives:
        found["alternatives"] = [
            {
                "mentor": _someone(solution, other.mentor),
                "score": other.score,
                "price": {"unmatched": other.unmatched, "weak": other.weak, "points": other.points},
                "words": [speech.text(sentence) for sentence in other.words],
            }
            for other in solution.alternatives(pair.mentee, alternatives)
        ]
    return found


def _someone(solution: Solution, who: ParticipationId) -> Json:
    return {"id": who, "name": _name(solution, who)}


def _name(solution: Solution, who: ParticipationId) -> str:
    asked = solution.question
    return (asked.mentee(who) if who in asked.row else asked.mentor(who)).name


def _say(speech: Speech, solution: Solution, explain: bool, alternatives: int) -> None:
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
        for reason in solution.explain(pair.mentee, pair.mentor).reasons if explain else ():
            speech.say(_heading(reason), indent=2)
            _say_lines(speech, reason.evidence, indent=4)
        for other in solution.alternatives(pair.mentee, alternatives) if alternatives else ():
            speech.say(msg("Instead {mentor}:", mentor=_name(solution, other.mentor)), indent=2)
            _say_lines(speech, other.words, indent=4)
    for left in solution.left_out:
        speech.say(msg("{mentee} has no mentor.", mentee=_name(solution, left.mentee)))
        _say_lines(speech, left.reasons)
    _say_lines(speech, solution.unknown, indent=0)
    _say_lines(speech, _summary(solution), indent=0)


def _heading(reason: Reason) -> Message:
    return msg(
        "{factor}: {points} of {most} points",
        factor=reason.factor.title,
        points=reason.points,
        most=reason.most,
    )


def _summary(solution: Solution) -> list[Message]:
    asked = solution.question
    said = [
        nmsg(
            "{matched} of {count} mentee has a mentor; {total} points in all.",
            "{matched} of {count} mentees have a mentor; {total} points in all.",
            len(asked.mentees),
            matched=solution.matched,
            total=round(solution.total),
        )
    ]
    if solution.weak:
        said.append(
            nmsg(
                "{count} pair is under {floor} points.",
                "{count} pairs are under {floor} points.",
                solution.weak,
                floor=round(asked.settings.floor),
            )
        )
    if solution.optimal:
        said.append(msg("Proved: no plan under these rules is better."))
    return said


def _say_lines(speech: Speech, lines: Sequence[Message], indent: int = 2) -> None:
    for line in lines:
        speech.say(line, indent=indent)


def _say_approved(speech: Speech, approved: Approved) -> None:
    speech.say(
        nmsg(
            "Approved: {count} pair, with {meetings} meetings planned.",
            "Approved: {count} pairs, with {meetings} meetings planned.",
            len(approved.pairs),
            meetings=approved.meetings,
        )
    )
    if approved.excepted:
        speech.say(
            nmsg(
                "{count} criterion was excepted; it stays visible with its reason.",
                "{count} criteria were excepted; they stay visible with their reason.",
                approved.excepted,
            )
        )
