"""How well the two fit, asked after their first and their third conversation (R41): three values, and no words.

When an answer is missing for long is an alert's to say (domain/alerts/collaboration.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from mentordesk.actions.matching.stepping import check_day, standing, two_names
from mentordesk.domain.ids import PairId
from mentordesk.domain.pair_steps import PairStep
from mentordesk.domain.pairs import FIT_AFTER, FitValue, Side
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.queries.conversations import Outcome, conversations_over
from mentordesk.queries.pairs import pair_record
from mentordesk.storage.records import FitQuestionRecord, FitRecord
from mentordesk.storage.store import Store


def ask_fit(store: Store, pair: PairId, *, after_meeting: int, on: date) -> None:
    """Both were asked on that day.

    Raises:
        Refused: no such pair, or one that has ended; too few conversations by then; asked already; a day to come.
        ValueError: it is asked after the first and the third conversation only.
    """
    _check_when(after_meeting)
    check_day(on, store.today())
    two = two_names(store, pair)
    what = msg("Ask {mentee} and {mentor} how well they fit", mentee=two.mentee, mentor=two.mentor)
    with store.changing(what) as session:
        standing(session, pair, PairStep.FIT)
        _check_held(session, pair, after_meeting, on)
        asked = session.scalar(_question(pair, after_meeting))
        if asked is not None:
            raise Refused(msg("Both were asked on {day} already. Note what they answer.", day=asked.asked_on))
        session.add(FitQuestionRecord(pair_id=pair, after_meeting=after_meeting, asked_on=on))


@dataclass(frozen=True, slots=True)
class FitAnswer:
    value: FitValue
    wants_to_talk: bool = False


def answer_fit(
    store: Store, pair: PairId, *, side: Side, after_meeting: int, value: FitValue, wants_to_talk: bool, on: date
) -> None:
    """One side's answer; see `answer_fits`."""
    answer_fits(store, pair, after_meeting=after_meeting, answers={side: FitAnswer(value, wants_to_talk)}, on=on)


def answer_fits(store: Store, pair: PairId, *, after_meeting: int, answers: Mapping[Side, FitAnswer], on: date) -> None:
    """What one side or both of them answered, in one change; a newer answer takes the place of the older.

    Nobody need have been asked in writing. The name of the change says who answered, never what.

    Raises:
        Refused: as for asking, but for having been asked.
        ValueError: it is asked after the first and the third conversation only.
    """
    _check_when(after_meeting)
    check_day(on, store.today())
    two = two_names(store, pair)
    if not answers:
        return
    today = store.today()
    what = msg("Note how well the two fit, as {mentee} and {mentor} say", mentee=two.mentee, mentor=two.mentor)
    if len(answers) == 1:
        what = msg("Note how well the two fit, as {name} says", name=two.of(next(iter(answers))))
    with store.changing(what) as session:
        for side, told in answers.items():
            talks = told.wants_to_talk
            answer_over(session, pair, side, after_meeting, told.value, wants_to_talk=talks, on=on, today=today)


def answer_over(
    session: Session,
    pair: PairId,
    side: Side,
    after_meeting: int,
    value: FitValue,
    *,
    wants_to_talk: bool,
    on: date,
    today: date,
) -> None:
    """One side's answer within another change.

    Raises:
        Refused: as for asking, but for having been asked.
        ValueError: it is asked after the first and the third conversation only.
    """
    _check_when(after_meeting)
    check_day(on, today)
    standing(session, pair, PairStep.FIT)
    _check_held(session, pair, after_meeting, on)
    answer = fit_answer(session, pair, side, after_meeting)
    if answer is None:
        answer = FitRecord(pair_id=pair, side=side, after_meeting=after_meeting, answered_on=on, value=value)
        session.add(answer)
    answer.answered_on, answer.value, answer.wants_to_talk = on, value, wants_to_talk


def fit_answer(session: Session, pair: PairId, side: Side, after_meeting: int) -> FitRecord | None:
    """What that side said last; None where she has not answered."""
    return session.scalar(_answer(pair, side, after_meeting))


def take_back_fit(store: Store, pair: PairId, *, side: Side, after_meeting: int) -> None:
    """Removes an answer; also for a pair that has ended, for it is theirs.

    Raises:
        Refused: no such pair, or no such answer.
    """
    two = two_names(store, pair)
    with store.changing(msg("Remove what {name} said of the fit", name=two.of(side))) as session:
        pair_record(session, pair)
        answer = session.scalar(_answer(pair, side, after_meeting))
        if answer is None:
            raise Refused(msg("{name} has not answered, so there is nothing to remove.", name=two.of(side)))
        session.delete(answer)


def _check_when(after_meeting: int) -> None:
    if after_meeting not in FIT_AFTER:
        raise ValueError(f"nobody is asked after conversation {after_meeting}")


def _check_held(session: Session, pair: PairId, after_meeting: int, on: date) -> None:
    marks, _ = conversations_over(session, pair=pair)
    held = sum(each.outcome is not Outcome.CANCELLED and each.day <= on for each in marks.get(pair, ()))
    if held < after_meeting:
        raise Refused(
            msg(
                "Both are asked after conversation {after}. Registered by {day}: {held}. Register the others first.",
                after=after_meeting,
                day=on,
                held=held,
            )
        )


def _question(pair: PairId, after_meeting: int) -> Select[FitQuestionRecord]:
    return select(FitQuestionRecord).where(
        FitQuestionRecord.pair_id == pair, FitQuestionRecord.after_meeting == after_meeting
    )


def _answer(pair: PairId, side: Side, after_meeting: int) -> Select[FitRecord]:
    return select(FitRecord).where(
        FitRecord.pair_id == pair, FitRecord.side == side, FitRecord.after_meeting == after_meeting
    )
