"""The first part of a pair's life (R40, R42): both are asked, say yes or no, begin, and agree how they meet.

Signing the contract is actions/contracts.py.
"""

from __future__ import annotations

from datetime import date

from mentordesk.actions.matching.making import (
    CriteriaException,
    check_answered,
    checked,
    note_exceptions,
    open_criteria,
)
from mentordesk.actions.matching.stepping import end_meetings, standing, stepping, two_names
from mentordesk.domain.approval import BEFORE_START
from mentordesk.domain.cleaning import check_length, one_line
from mentordesk.domain.fields import NAME_LENGTH
from mentordesk.domain.ids import PairId
from mentordesk.domain.pair_steps import PairStep
from mentordesk.domain.pairs import PairStatus, Side
from mentordesk.domain.programmes import Mode
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message, msg, nmsg
from mentordesk.storage.store import Store

_MINUTES_OF_A_DAY = 1440
_DAYS_OF_A_YEAR = 366


def ask_both(store: Store, pair: PairId, *, on: date) -> None:
    """The proposal has reached both.

    Raises:
        Refused: no such pair, asked already or ended, a day to come or before the proposal.
    """
    two = two_names(store, pair)
    with store.changing(msg("Ask {mentee} and {mentor}", mentee=two.mentee, mentor=two.mentor)) as session:
        record, _ = stepping(session, pair, PairStep.ASK, on=on, today=store.today())
        record.asked_on = on


def accept(store: Store, pair: PairId, side: Side, *, on: date) -> None:
    """One of the two said yes; with the second yes they are agreed.

    Raises:
        Refused: as for asking; nobody was asked yet, or this one said yes before.
    """
    two = two_names(store, pair)
    name = two.of(side)
    what = msg("Note that {name} said yes to {other}", name=name, other=two.of(side.other))
    with store.changing(what) as session:
        record, days = stepping(session, pair, PairStep.ACCEPT, on=on, today=store.today())
        before = days.agreed_on(side)
        if before is not None:
            raise Refused(
                msg("{name} said yes on {day} already. Note what the other one answers.", name=name, day=before)
            )
        if side is Side.MENTEE:
            record.mentee_agreed_on = on
        else:
            record.mentor_agreed_on = on


def decline(store: Store, pair: PairId, *, by: Side | None, on: date) -> None:
    """One of the two said no, or (None) the programme takes the proposal back; why is not kept.

    What was planned is cancelled, and both are free again.

    Raises:
        Refused: no such pair, one with a contract or that has ended, or a day that cannot be.
    """
    two = two_names(store, pair)
    if by is None:
        what = msg("Take back the proposal of {mentee} with {mentor}", mentee=two.mentee, mentor=two.mentor)
    else:
        what = msg("Note that {name} said no to {other}", name=two.of(by), other=two.of(by.other))
    with store.changing(what) as session:
        record, _ = stepping(session, pair, PairStep.DECLINE, on=on, today=store.today())
        record.status, record.ended_on, record.ending_asked_by = PairStatus.DECLINED, on, by
        end_meetings(session, pair, on, store.clock())


def begin(store: Store, pair: PairId, *, on: date, exception: CriteriaException | None = None) -> None:
    """The two are active from that day on.

    Raises:
        NotYet: something that the programme asks before the start is not answered; it is in the details.
        Refused: no such pair, no contract yet, active already or ended, or a day that cannot be.
    """
    exception = None if exception is None else checked(exception)
    two = two_names(store, pair)
    what = msg("Mark {mentee} and {mentor} as active", mentee=two.mentee, mentor=two.mentor)
    with store.changing(what) as session:
        record, _ = stepping(session, pair, PairStep.BEGIN, on=on, today=store.today())
        both = (record.mentee_id, record.mentor_id)
        open_ones = open_criteria(session, record.programme_id, [both], store.today(), BEFORE_START)
        check_answered(open_ones, exception, _not_begun)
        note_exceptions(session, open_ones, exception, store.today())
        record.status, record.began_on = PairStatus.ACTIVE, on


def note_agreement(
    store: Store,
    pair: PairId,
    *,
    rhythm_days: int | None,
    length_minutes: int | None,
    mode: Mode | None,
    place: str = "",
) -> None:
    """How the two meet, as they agreed at their first meeting; None is what the programme says.

    Raises:
        Refused: no such pair or one that has ended; a rhythm beyond a year, or a length that no day has.
    """
    where = one_line(place)
    check_length(where, NAME_LENGTH)
    if rhythm_days is not None and not 1 <= rhythm_days <= _DAYS_OF_A_YEAR:
        raise Refused(
            msg("The two meet every 1 to {most} days, not every {days}.", most=_DAYS_OF_A_YEAR, days=rhythm_days)
        )
    if length_minutes is not None and not 1 <= length_minutes <= _MINUTES_OF_A_DAY:
        raise Refused(
            msg(
                "A conversation lasts from 1 to {most} minutes, not {minutes}.",
                most=_MINUTES_OF_A_DAY,
                minutes=length_minutes,
            )
        )
    two = two_names(store, pair)
    with store.changing(msg("Note how {mentee} and {mentor} meet", mentee=two.mentee, mentor=two.mentor)) as session:
        record, _ = standing(session, pair, PairStep.AGREE)
        record.rhythm_days, record.length_minutes = rhythm_days, length_minutes
        record.mode, record.place = mode, where or None


def _not_begun(count: int) -> Message:
    return nmsg(
        "The pair has not begun: {count} criterion is not answered. Answer it, or make an exception with a reason "
        "and a name.",
        "The pair has not begun: {count} criteria are not answered. Answer them, or make an exception with a reason "
        "and a name.",
        count,
    )
