"""Keeping a plan that was found, with what was decided to find it: one change, one undo (R34)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from mentordesk.actions.matching import seats as kept
from mentordesk.actions.matching.scenarios import write_own_settings
from mentordesk.actions.matching.seats import CHANGED_MEANWHILE, Seat
from mentordesk.domain.ids import ProgrammeId, ScenarioId
from mentordesk.domain.programmes import MatchingSettings
from mentordesk.domain.refusals import Refused
from mentordesk.domain.scenarios import OwnSettings
from mentordesk.i18n.message import Message, msg
from mentordesk.matching.candidates import PairKey
from mentordesk.matching.decisions import Decisions
from mentordesk.queries.programmes import programme_of
from mentordesk.queries.scenarios import own_settings_kept
from mentordesk.queries.taking_part import taking_part_over
from mentordesk.storage.records import ScenarioRecord
from mentordesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class Decided:
    """The decisions that the question was asked with, and those that the plan was found under."""

    before: Decisions
    after: Decisions

    @property
    def new_locks(self) -> frozenset[PairKey]:
        return self.after.locked - self.before.locked


def put_together(mentee: str, mentor: str) -> Message:
    """The name of the change where somebody puts two people together, locks them, and all others follow."""
    return msg("Put {mentee} with {mentor}", mentee=mentee, mentor=mentor)


def keep_scenario(
    store: Store,
    *,
    programme: ProgrammeId,
    name: str,
    seats: Sequence[Seat],
    settings: MatchingSettings,
    decided: Decided | None = None,
    own: OwnSettings | None = None,
    what: Message | None = None,
) -> ScenarioId:
    """The plan under its name, found under `settings`; one of the same name is brought up to date.

    With `decided` its locks and vetoes are written in the same change, with `own` what it sets for itself; without,
    those there are stay. A lock that the plan doesn't hold, since one of the two has left, is gone. `what` names the
    change, else it is "Match".

    Raises:
        Refused: no name; or the plan was approved and is history now; or somebody changed the decisions or the
            settings, or left the programme, while the plan was being found; or a setting of `own` cannot be.
    """
    called = kept.plan_name(name)
    with store.changing(what or msg("Match, plan {name}", name=called)) as session:
        scenario = kept.named(session, programme, called)
        if scenario is not None and scenario.approved_at is not None:
            raise Refused(msg("The plan {name} has already been approved. Give the new one another name.", name=called))
        now = Decisions() if scenario is None else kept.kept_decisions(session, scenario.id)
        set_for_all = programme_of(session, programme).settings.matching
        holding = own_settings_kept(None if scenario is None else scenario.own_settings) if own is None else own
        if (decided is not None and decided.before != now) or settings != holding.over(set_for_all):
            raise Refused(msg("The plan was changed meanwhile. Do it once more."))
        _check_all_there(session, programme, seats)
        for pair in decided.new_locks if decided else ():
            kept.two(session, programme, pair)
        if scenario is None:
            scenario = ScenarioRecord(programme_id=programme, name=called, matching={}, solved_at=store.clock())
            session.add(scenario)
        if own is not None:
            write_own_settings(scenario, own, set_for_all)
        scenario.matching = kept.settings_as_kept(settings)
        scenario.solved_at = store.clock()
        kept.take_seats(session, scenario.id, seats)
        wanted = now if decided is None else decided.after
        kept.write_decisions(session, scenario.id, wanted.as_seated({seat.mentee: seat.mentor for seat in seats}))
        return scenario.id


def _check_all_there(session: Session, programme: ProgrammeId, seats: Sequence[Seat]) -> None:
    there = taking_part_over(session, programme)
    for seat in seats:
        if seat.mentee not in there or (seat.mentor is not None and seat.mentor not in there):
            raise Refused(CHANGED_MEANWHILE)
