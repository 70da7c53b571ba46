"""Locking and keeping apart, without looking for a new plan (R33): each one is a change of its own.

A decision and the plan that follows from it, in one change, is `keep_scenario` with `decided`.
"""

from __future__ import annotations

from collections.abc import Callable

from mentordesk.actions.matching import seats as kept
from mentordesk.domain.ids import ParticipationId, ProgrammeId
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message, msg
from mentordesk.matching.decisions import Decisions
from mentordesk.queries.programmes import programme_of
from mentordesk.storage.records import ScenarioRecord
from mentordesk.storage.store import Store


def lock_pair(
    store: Store, *, programme: ProgrammeId, scenario: str, mentee: ParticipationId, mentor: ParticipationId
) -> None:
    """The two stay together however often is matched; a mentee's older lock, and a veto of the two, are gone.

    Raises:
        Refused: the plan is approved; or one of the two has left the programme; or both are one person.
    """
    who = _names(store, programme, mentee, mentor)
    _decide(
        store,
        programme,
        scenario,
        msg("Lock {mentee} with {mentor}", mentee=who[0], mentor=who[1]),
        lambda now: now.lock(mentee, mentor),
    )


def unlock_pair(
    store: Store, *, programme: ProgrammeId, scenario: str, mentee: ParticipationId, mentor: ParticipationId
) -> None:
    """The two sit where they sit, until the next matching. Raises Refused as `lock_pair` does."""
    who = _names(store, programme, mentee, mentor)
    _decide(
        store,
        programme,
        scenario,
        msg("Unlock {mentee} from {mentor}", mentee=who[0], mentor=who[1]),
        lambda now: now.unlock(mentee, mentor),
    )


def keep_apart(
    store: Store, *, programme: ProgrammeId, scenario: str, mentee: ParticipationId, mentor: ParticipationId
) -> None:
    """The two never become a pair in this plan; where they were one in it, the mentee's seat is empty until the
    next matching. Raises Refused as `lock_pair` does."""
    who = _names(store, programme, mentee, mentor)
    _decide(
        store,
        programme,
        scenario,
        msg("Keep {mentee} and {mentor} apart", mentee=who[0], mentor=who[1]),
        lambda now: now.keep_apart(mentee, mentor),
    )


def allow_again(
    store: Store, *, programme: ProgrammeId, scenario: str, mentee: ParticipationId, mentor: ParticipationId
) -> None:
    """Takes `keep_apart` back. Raises Refused as `lock_pair` does."""
    who = _names(store, programme, mentee, mentor)
    _decide(
        store,
        programme,
        scenario,
        msg("Let {mentee} and {mentor} be matched again", mentee=who[0], mentor=who[1]),
        lambda now: now.allow_again(mentee, mentor),
    )


def _names(store: Store, programme: ProgrammeId, mentee: ParticipationId, mentor: ParticipationId) -> tuple[str, str]:
    with store.reading() as session:
        one, other = kept.two(session, programme, (mentee, mentor))
    return one.name, other.name


def _decide(
    store: Store, programme: ProgrammeId, scenario: str, what: Message, change: Callable[[Decisions], Decisions]
) -> None:
    """A plan that is not there yet is made; a decision that was taken already leaves no trace."""
    name = kept.plan_name(scenario)
    with store.changing(what) as session:
        plan = kept.named(session, programme, name)
        if plan is not None and plan.approved_at is not None:
            raise Refused(kept.already_approved(name))
        now = Decisions() if plan is None else kept.kept_decisions(session, plan.id)
        wanted = change(now)
        if wanted == now:
            return
        if plan is None:
            settings = programme_of(session, programme).settings.matching
            plan = ScenarioRecord(
                programme_id=programme,
                name=name,
                matching=kept.settings_as_kept(settings),
                solved_at=store.clock(),
            )
            session.add(plan)
            session.flush()
        kept.write_decisions(session, plan.id, wanted)
