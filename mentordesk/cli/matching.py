"""`match`: the best plan of who goes with whom, kept and, where wished, approved; what is said of it is `plan`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from mentordesk.actions.files import Store, open_file, user
from mentordesk.actions.matching import Approved, CriteriaException, NotYetApproved, approve, keep_scenario, seats_of
from mentordesk.cli.commands import PATH, command, option
from mentordesk.cli.endings import DONE, IN_PART
from mentordesk.cli.plan import Telling, plan_as_json, say_plan
from mentordesk.cli.speech import Json, Speech
from mentordesk.domain.cleaning import one_line
from mentordesk.domain.ids import ProgrammeId
from mentordesk.domain.refusals import NotYet, Refused
from mentordesk.i18n.message import Message, msg, nmsg
from mentordesk.matching.scenario import Solution, solve
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
@option("--except", "reason", says=msg("Approve although criteria are open or warnings stand, for this reason."))
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
    telling = Telling(explain, alternatives)
    exception = CriteriaException(reason, by) if reason is not None and by is not None else None
    with open_file(file) as store:
        wanted = programme_named(store, programme)
        name = unnamed_plan(store, wanted.id) if scenario is None else one_line(scenario)
        solution = plan_programme(store, wanted.id, name)
        approved: Approved | None = None
        refusal: NotYetApproved | None = None
        if approving:
            try:
                approved = approve(
                    store, programme=wanted.id, scenario=name, today=store.today(), by=user(), exception=exception
                )
            except NotYetApproved as no:
                refusal = no
    if speech.as_json:  # either is work: reasons and prices of everybody
        speech.give(plan_as_json(speech, wanted.name, name, solution, telling) | _outcome(speech, approved, refusal))
    else:
        say_plan(speech, solution, telling)
    if refusal is not None:
        if not speech.as_json:
            raise NotYet(refusal.message, *refusal.details, *_ways_on(refusal, exception))
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


def _ways_on(refusal: NotYetApproved, exception: CriteriaException | None) -> Iterator[Message]:
    """What passes what stands in the way; of a position of dependence never a word on the command line (UX 5.4)."""
    if exception is None:
        yield msg("An exception is made with --except REASON --by NAME.")
    if refusal.dependences:
        yield msg("A position of dependence is passed in the window only, where it is confirmed twice.")


def _outcome(speech: Speech, approved: Approved | None, refusal: NotYet | None) -> dict[str, Json]:
    """What became of the approval, where one was asked for."""
    if approved is not None:
        made: Json = {"pairs": list(approved.pairs), "meetings": approved.meetings, "exceptions": approved.excepted}
        return {"approved": made}
    return {} if refusal is None else {"not_approved": [speech.text(detail) for detail in refusal.details]}


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
