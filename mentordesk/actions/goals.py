"""Goals of a pair (R62): set, followed over time, taken away. Their document's life is goal_documents.py's.

What a goal and its measure say is kept only where the pair shares its goals, each under a consent of its own.
No change bears their words in its name.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mentordesk.actions.consenting import (
    consent_over,
    forget_removed_over,
    remove_consent_over,
    revoke_over,
    reword_over,
)
from mentordesk.domain.goal_life import GoalStep, status_on
from mentordesk.domain.goals import GOAL_STATUS_NAMES, GoalStatus
from mentordesk.domain.ids import ConsentId, GoalId, PairId, TalkId
from mentordesk.domain.logbooks import ConsentItem
from mentordesk.domain.pairs import RUNNING
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.queries.pairs import pair_record
from mentordesk.storage.records import ConsentRecord, GoalRecord, GoalStepRecord, PairRecord
from mentordesk.storage.store import Store

_ITEMS = ((ConsentItem.GOAL, "consent_id"), (ConsentItem.MEASURE, "measure_consent_id"))


def set_goal(
    store: Store,
    pair: PairId,
    *,
    set_on: date,
    due_on: date | None = None,
    words: str = "",
    measure: str = "",
    today: date,
) -> GoalId:
    """The pair's next goal, by its number; what is shared of it is shared from `set_on` on.

    Raises:
        Refused: the pair has ended or is not there; a day to come, or due before it was set; words of a pair that
            does not share its goals, or too many.
    """
    _check_days(set_on, due_on, today)
    with store.reading() as session:
        number = 1 + (session.scalar(select(func.max(GoalRecord.number)).where(GoalRecord.pair_id == pair)) or 0)
    with store.changing(msg("Set goal {number}", number=number)) as session:
        of = pair_record(session, pair)
        if of.status not in RUNNING:
            raise Refused(msg("The pair has ended, so no more goals are set for it."))
        goal = GoalRecord(pair_id=pair, number=number, set_on=set_on, due_on=due_on)
        session.add(goal)
        session.flush()
        share_over(session, of, goal, (words, measure), on=set_on, today=today)
    return GoalId(goal.id)


def edit_goal(
    store: Store,
    goal: GoalId,
    *,
    due_on: date | None,
    words: str = "",
    measure: str = "",
    given_on: date,
    today: date,
) -> None:
    """Words that are new are shared from `given_on` on; empty ones leave what is shared as it is.

    Raises:
        Refused: no such goal, due before it was set, or words as for `set_goal`.
    """
    with store.reading() as session:
        number = goal_over(session, goal).number
    with store.changing(msg("Change goal {number}", number=number)) as session:
        record = goal_over(session, goal)
        _check_days(record.set_on or given_on, due_on, today)
        record.due_on = due_on
        share_over(session, pair_record(session, record.pair_id), record, (words, measure), on=given_on, today=today)


def move_goal(store: Store, goal: GoalId, status: GoalStatus, *, on: date, today: date) -> None:
    """The goal stands so from that day on; what it said later stays. As it stood already: no trace.

    Raises:
        Refused: no such goal, or a day to come or before it was set.
    """
    with store.reading() as session:
        number = goal_over(session, goal).number
    with store.changing(msg("Goal {number}: {status}", number=number, status=GOAL_STATUS_NAMES[status])) as session:
        move_over(session, goal, status, on=on, today=today)


def move_over(
    session: Session, goal: GoalId, status: GoalStatus, *, on: date, today: date, talk: TalkId | None = None
) -> None:
    """As `move_goal`, within a change such as that of a pair talk."""
    record = goal_over(session, goal)
    if on > today:
        raise Refused(msg("{day} is in the future. Give the day from which the goal stands so.", day=on))
    if record.set_on is not None and on < record.set_on:
        raise Refused(
            msg(
                "Goal {number} was set on {day}, so it cannot stand so before.", number=record.number, day=record.set_on
            )
        )
    steps = _steps(session, goal)
    same_day = next((step for step in steps if step.reached_on == on), None)
    others = [step for step in steps if step is not same_day]
    before = status_on((_as_step(step) for step in others), on)
    if before is status:
        if same_day is not None:
            session.delete(same_day)
    elif same_day is None:
        session.add(GoalStepRecord(goal_id=goal, status=status, reached_on=on, talk_id=talk))
    else:
        same_day.status, same_day.talk_id = status, talk or same_day.talk_id
    session.flush()
    settle_over(session, goal)


def settle_over(session: Session, goal: GoalId) -> None:
    """The goal's status is that of its newest step."""
    goal_over(session, goal).status = status_on(_as_step(step) for step in _steps(session, goal))


def unshare_goal(store: Store, goal: GoalId, *, on: date, today: date) -> None:
    """Its words and its measure leave the file for good; number, dates and status stay.

    Raises:
        Refused: no such goal, nothing of it is shared, or the day is none for taking a consent back.
    """
    with store.reading() as session:
        number = goal_over(session, goal).number
    with store.changing(msg("Take back what is shared of goal {number}", number=number)) as session:
        if not _revoke(session, goal_over(session, goal), on=on, today=today):
            raise Refused(msg("Nothing of goal {number} is shared.", number=number))


def drop_goal(store: Store, goal: GoalId) -> None:
    """One that was entered by mistake, with its steps and what is shared of it; given up is a status.

    Raises:
        Refused: no such goal.
    """
    with store.reading() as session:
        number = goal_over(session, goal).number
    with store.changing(msg("Remove goal {number}", number=number)) as session:
        record = goal_over(session, goal)
        consents = [getattr(record, column) for _, column in _ITEMS]
        for step in _steps(session, goal):
            session.delete(step)
        session.flush()
        session.delete(record)
        session.flush()
        for consent in consents:
            if consent is not None:
                remove_consent_over(session, consent)


def note_goals_shared(store: Store, pair: PairId, *, shared: bool, today: date) -> None:
    """What the pair ticked in its contract; with a no, all that is shared of its goals leaves the file for good.

    Raises:
        Refused: the pair is not there.
    """
    what = msg("Note that the pair shares its goals") if shared else msg("Note that the pair keeps its goals")
    with store.changing(what) as session:
        pair_record(session, pair).goals_shared = shared
        if not shared:
            for goal in session.scalars(select(GoalRecord).where(GoalRecord.pair_id == pair)).all():
                _revoke(session, goal, on=today, today=today)
            forget_removed_over(session, pair, [item for item, _ in _ITEMS])


def goal_over(session: Session, goal: GoalId) -> GoalRecord:
    """
    Raises:
        Refused: no goal of that id.
    """
    record = session.get(GoalRecord, goal)
    if record is None:
        raise Refused(msg("That goal is not in the file any more."))
    return record


def share_over(
    session: Session, pair: PairRecord, goal: GoalRecord, texts: tuple[str, str], *, on: date, today: date
) -> None:
    """The words of a goal and its measure, within another change; empty ones leave what is shared as it is.

    Raises:
        Refused: the pair does not share its goals, or the words are too many.
    """
    for (item, column), words in zip(_ITEMS, texts, strict=True):
        if not words.strip():
            continue
        if not pair.goals_shared:
            raise Refused(
                msg(
                    "The pair does not share its goals, so only their number, dates and status are kept. If it ticked "
                    "“shared” in its contract, note that first."
                )
            )
        consent = _live(session, goal, column)
        if consent is None:
            setattr(goal, column, consent_over(session, pair.id, item, words, given_on=on, today=today))
        else:
            reword_over(session, consent, words)


def _revoke(session: Session, goal: GoalRecord, *, on: date, today: date) -> int:
    """How many consents there were to take back."""
    live = [consent for _, column in _ITEMS if (consent := _live(session, goal, column)) is not None]
    for consent in live:
        revoke_over(session, consent, on=on, today=today)
    return len(live)


def _live(session: Session, goal: GoalRecord, column: str) -> ConsentId | None:
    consent: ConsentId | None = getattr(goal, column)
    if consent is None or session.get_one(ConsentRecord, consent).revoked_on is not None:
        return None
    return consent


def _steps(session: Session, goal: GoalId) -> list[GoalStepRecord]:
    asked = select(GoalStepRecord).where(GoalStepRecord.goal_id == goal).order_by(GoalStepRecord.reached_on)
    return list(session.scalars(asked))


def _as_step(step: GoalStepRecord) -> GoalStep:
    return GoalStep(step.reached_on, step.status)


def _check_days(set_on: date, due_on: date | None, today: date) -> None:
    """
    Raises:
        Refused: set on a day to come, or due before it.
    """
    if set_on > today:
        raise Refused(msg("{day} is in the future. Give the day on which the goal was set.", day=set_on))
    if due_on is not None and due_on < set_on:
        raise Refused(msg("The goal was set on {day}, so it cannot be due before.", day=set_on))
