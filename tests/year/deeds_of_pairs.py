"""What pairs do in a simulated programme, by the product's own actions.

Goals and talks are rows, as an action would write them.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from sqlalchemy import Select, select

from mentordesk.actions.contracts import sign_contract
from mentordesk.actions.logbooks import register_conversation
from mentordesk.actions.matching import (
    Agreement,
    Closing,
    answer_fit,
    begin,
    complete,
    dissolve,
    hold,
    note_agreement,
    resume,
    want_new_mentor,
)
from mentordesk.actions.meetings import cancel_meeting
from mentordesk.domain.goals import GoalStatus
from mentordesk.domain.ids import MeetingId, PairId
from mentordesk.domain.meetings import MeetingStatus
from mentordesk.domain.pairs import Ending, FitValue, PairStatus, Side
from mentordesk.domain.programmes import Mode
from mentordesk.domain.talks import TalkChallenges, TalkGoals
from mentordesk.i18n.message import msg
from mentordesk.storage.records import (
    DocumentRecord,
    GoalRecord,
    MeetingDayRecord,
    MeetingRecord,
    PairRecord,
    PairTalkRecord,
)
from tests.year.facts import FitSaid, Goal, Held, Rest
from tests.year.life import WAIVED, Life
from tests.year.story import Deed


def _sign(life: Life, deed: Deed) -> None:
    sign_contract(life.store, PairId(deed.about), on=life.day)
    life.pair(deed.about).signed = life.day


def _print(life: Life, deed: Deed) -> None:
    (kind,) = deed.words
    with life.store.changing(msg("Print")) as session:
        session.add(
            DocumentRecord(
                programme_id=life.programme,
                pair_id=PairId(deed.about),
                kind=str(kind),
                languages=["nb"],
                file_name="a.pdf",
                pages=1,
                made_at=life.clock(),
            )
        )
    life.pair(deed.about).printed.add(str(kind))


def _talk_together(life: Life, deed: Deed) -> None:
    sent, written, planned = deed.words
    meeting = None
    if isinstance(planned, date):
        conversations = _at(deed.about, planned).where(MeetingRecord.kind.startswith("conversation"))
        with life.store.reading() as session:
            meeting = session.scalars(conversations).first()
    register_conversation(
        life.store,
        pair=PairId(deed.about),
        held_on=life.day,
        minutes=60,
        mode=Mode.DIGITAL,
        topic_sent=bool(sent),
        summary_written=bool(written),
        today=life.day,
        meeting=meeting,
    )
    life.pair(deed.about).held.append(Held(life.day, bool(sent), bool(written)))


def _at(pair: str, day: date) -> Select[MeetingId]:
    begin = datetime.combine(day, time())
    return (
        select(MeetingRecord.id)
        .join(MeetingDayRecord, MeetingDayRecord.meeting_id == MeetingRecord.id)
        .where(
            MeetingRecord.pair_id == pair,
            MeetingRecord.status == MeetingStatus.PLANNED,
            MeetingDayRecord.starts_at >= begin,
            MeetingDayRecord.starts_at < begin + timedelta(1),
        )
    )


def _answer(life: Life, deed: Deed) -> None:
    side, after, value, talk = deed.words
    assert isinstance(after, int)
    answer_fit(
        life.store,
        PairId(deed.about),
        side=Side(str(side)),
        after_meeting=after,
        value=FitValue(str(value)),
        wants_to_talk=bool(talk),
        on=life.day,
    )
    life.pair(deed.about).fit.append(FitSaid(str(side), after, life.day, str(value), bool(talk)))


def _hold(life: Life, deed: Deed) -> None:
    hold(life.store, PairId(deed.about), from_on=life.day, until_on=deed.day)
    life.pair(deed.about).rests.append(Rest(life.day, deed.day))


def _resume(life: Life, deed: Deed) -> None:
    resume(life.store, PairId(deed.about), on=life.day)
    life.pair(deed.about).rests[-1].back = life.day


def _dissolve(life: Life, deed: Deed) -> None:
    wanted = bool(deed.words[0])
    dissolve(life.store, PairId(deed.about), Agreement(life.day, Ending.TIME, None, wanted))
    pair = life.pair(deed.about)
    pair.ended, pair.dissolved, pair.new_mentor_wanted = life.day, True, wanted


def _want_no_mentor(life: Life, deed: Deed) -> None:
    want_new_mentor(life.store, PairId(deed.about), wanted=False)
    life.pair(deed.about).new_mentor_wanted = False


def _complete(life: Life, deed: Deed) -> None:
    number = PairId(deed.about)
    with life.store.reading() as session:
        begun_already = session.get_one(PairRecord, number).status is PairStatus.ACTIVE
    if not begun_already:
        begin(life.store, number, on=life.day, exception=WAIVED)
    complete(life.store, number, on=life.day, closing=Closing())
    life.pair(deed.about).ended = life.day


def _agree(life: Life, deed: Deed) -> None:
    (days,) = deed.words
    assert isinstance(days, int)
    note_agreement(life.store, PairId(deed.about), rhythm_days=days, length_minutes=None, mode=None)
    life.pair(deed.about).rhythm = days


def _set_goal(life: Life, deed: Deed) -> None:
    assert deed.day is not None
    with life.store.changing(msg("Set a goal")) as session:
        session.add(GoalRecord(pair_id=PairId(deed.about), number=1, set_on=life.day, due_on=deed.day))
    life.pair(deed.about).goals.append(Goal(1, deed.day))


def _reach_goal(life: Life, deed: Deed) -> None:
    with life.store.changing(msg("Reach a goal")) as session:
        for goal in session.scalars(select(GoalRecord).where(GoalRecord.pair_id == deed.about)):
            goal.status = GoalStatus.REACHED
    for known in life.pair(deed.about).goals:
        known.open = False


def _cancel_talk(life: Life, deed: Deed) -> None:
    assert deed.day is not None
    with life.store.reading() as session:
        meeting = session.scalar(_at(deed.about, deed.day).where(MeetingRecord.kind == "pair_talk"))
    cancel_meeting(life.store, MeetingId(str(meeting)))


def _hold_talk(life: Life, deed: Deed) -> None:
    assert deed.day is not None
    with life.store.changing(msg("Hold a talk")) as session:
        number = session.scalars(_at(deed.about, deed.day).where(MeetingRecord.kind == "pair_talk")).one()
        session.get_one(MeetingRecord, number).status = MeetingStatus.HELD
        session.add(
            PairTalkRecord(
                pair_id=PairId(deed.about),
                meeting_id=number,
                held_on=deed.day,
                goals=TalkGoals.ON_COURSE,
                collaboration=FitValue.GOOD,
                challenges=TalkChallenges.NONE,
            )
        )


DEEDS: dict[str, Callable[[Life, Deed], None]] = {
    "sign": _sign,
    "print": _print,
    "talk together": _talk_together,
    "answer": _answer,
    "hold": _hold,
    "resume": _resume,
    "dissolve": _dissolve,
    "want no mentor": _want_no_mentor,
    "complete": _complete,
    "agree": _agree,
    "set a goal": _set_goal,
    "reach the goal": _reach_goal,
    "cancel the talk": _cancel_talk,
    "hold the talk": _hold_talk,
}
