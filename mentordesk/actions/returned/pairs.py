"""What else comes back of a pair: how the two fit (R41), a talk with the programme manager (R64), their first meeting
(R42)."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from mentordesk.actions.logbooks import Told, check_day, register_over
from mentordesk.actions.matching.fitting import answer_over, fit_answer
from mentordesk.actions.returned.proposals import Asked, Proposal, Proposed, differing
from mentordesk.actions.returned.whose_pair import names_of
from mentordesk.actions.talks import TalkTold, hold_over
from mentordesk.domain import first_meeting_form as first
from mentordesk.domain import talk_form as talk
from mentordesk.domain.fit_form import AFTER, TALK, VALUE, whose
from mentordesk.domain.form_answers import SIGNED_ON
from mentordesk.domain.forms import YES
from mentordesk.domain.goal_form import GOAL, MOST_GOALS
from mentordesk.domain.goals import GoalStatus
from mentordesk.domain.ids import GoalId, PairId
from mentordesk.domain.pairs import FIT_NAMES, FitValue, Side
from mentordesk.domain.programmes import MODE_NAMES, Mode
from mentordesk.domain.refusals import Refused
from mentordesk.domain.talks import TalkChallenges, TalkGoals
from mentordesk.i18n.message import msg
from mentordesk.queries.conversations import near_meeting
from mentordesk.queries.pairs import pair_record
from mentordesk.queries.talks import near_talk
from mentordesk.storage.records import GoalRecord, LogbookEntryRecord, PairTalkRecord

_WEEK = 7
_MOST_WEEKS = 52
_MINUTES_OF_A_DAY = 1440
_WANTS = msg("Yes")


def fit(asked: Asked) -> Proposed:
    """One side's answer; the other's is on a form of its own.

    Raises:
        Refused: the pair is not there, or the form does not say how well the two fit, or when.
    """
    found = whose(asked.identity.about)
    if found is None:
        raise Refused(msg("The form does not say whose answer it is."))
    pair, side = found
    session = asked.session
    names = names_of(session, pair)
    after, value = asked.values.get(AFTER.name, ""), asked.one_of(VALUE.name, FitValue)
    if not after or value is None:
        raise Refused(msg("The form does not say how well the two fit, or after which conversation."))
    number, wants = int(after), asked.ticked(TALK.name)
    kept = fit_answer(session, pair, side, number)
    day = asked.day_been(SIGNED_ON.name) or asked.today
    title = msg("How well the two fit, after conversation {number}", number=number)
    proposals = (
        *differing(VALUE.name, title, None if kept is None else FIT_NAMES[kept.value], FIT_NAMES[value]),
        *differing(
            TALK.name, TALK.label, None if kept is None or not kept.wants_to_talk else _WANTS, _WANTS if wants else None
        ),
    )

    def apply(chosen: frozenset[str]) -> None:
        if not chosen:
            return
        before = fit_answer(session, pair, side, number)
        said = value if VALUE.name in chosen or before is None else before.value
        talks = wants if TALK.name in chosen else before is not None and before.wants_to_talk
        answer_over(session, pair, side, number, said, wants_to_talk=talks, on=day, today=asked.today)

    who = names.split(" – ")[0 if side is Side.MENTEE else -1]
    return Proposed(who, proposals, apply, pair=pair)


def pair_talk(asked: Asked) -> Proposed:
    """One talk that was held, as a whole.

    Raises:
        Refused: the pair is not there, the form lacks the day or an answer, or the talk of that day is noted already.
    """
    session = asked.session
    pair = pair_record(session, PairId(asked.identity.about))
    who = names_of(session, pair.id)
    held_on = asked.day_been(talk.HELD_ON.name)
    goals = asked.one_of("goals", TalkGoals)
    collaboration = asked.one_of("collaboration", FitValue)
    challenges = asked.one_of("challenges", TalkChallenges)
    if held_on is None or goals is None or collaboration is None or challenges is None:
        raise Refused(msg("The form lacks the day of the talk, or one of the three answers that are kept."))
    noted = select(PairTalkRecord.id).where(PairTalkRecord.pair_id == pair.id, PairTalkRecord.held_on == held_on)
    if session.scalar(noted) is not None:
        raise Refused(msg("The talk of {day} is noted already. Change that one instead.", day=held_on))
    issue = asked.text(talk.ISSUE.name)
    told = TalkTold(
        held_on,
        goals,
        collaboration,
        challenges,
        _steps(asked, pair.id),
        (issue,) if issue else (),
        asked.lines(talk.EXPERIENCE.name),
        asked.values.get(talk.EXPERIENCE_AGREED.name) == YES,
        asked.day(talk.NEXT_ON.name),
    )
    name = talk.HELD_ON.name
    proposal = Proposal(name, msg("Pair talk of {day}", day=held_on), None, FIT_NAMES[collaboration])

    def apply(chosen: frozenset[str]) -> None:
        if name in chosen:
            meeting = near_talk(session, pair.id, told.held_on)
            hold_over(session, pair, told, meeting, today=asked.today, now=asked.now)

    return Proposed(who, (proposal,), apply, pair=pair.id)


def _steps(asked: Asked, pair: PairId) -> dict[GoalId, GoalStatus]:
    """How the goals stand now; of a number that the pair has no goal of, nothing."""
    there = {goal.number: goal for goal in asked.session.scalars(select(GoalRecord).where(GoalRecord.pair_id == pair))}
    found: dict[GoalId, GoalStatus] = {}
    for number in range(1, MOST_GOALS + 1):
        name = f"{GOAL}.{number}.{talk.GOAL_NOW.name}"
        status = asked.one_of(name, GoalStatus)
        if status is None:
            continue
        if number in there:
            found[GoalId(there[number].id)] = status
        else:
            asked.tell(name, msg("The file has no goal {number} of this pair.", number=number))
    return found


def first_meeting(asked: Asked) -> Proposed:
    """That the two met, and how they agreed to go on.

    Raises:
        Refused: the pair is not there.
    """
    session = asked.session
    pair = pair_record(session, PairId(asked.identity.about))
    who = names_of(session, pair.id)
    met_on = _met_on(asked, pair.id)
    weeks = asked.number(first.WEEKS.name, 1, _MOST_WEEKS)
    length = asked.number(first.LENGTH_MINUTES.name, 1, _MINUTES_OF_A_DAY)
    mode, place = asked.one_of(first.MODE.name, Mode), asked.text(first.PLACE.name)
    now_weeks = None if pair.rhythm_days is None else round(pair.rhythm_days / _WEEK)
    now_mode = None if pair.mode is None else MODE_NAMES[pair.mode]
    proposals = (
        *differing(first.MET_ON.name, first.MET_ON.label, None, met_on),
        *differing(first.WEEKS.name, first.WEEKS.label, now_weeks, weeks),
        *differing(first.LENGTH_MINUTES.name, first.LENGTH_MINUTES.label, pair.length_minutes, length),
        *differing(first.MODE.name, first.MODE.label, now_mode, None if mode is None else MODE_NAMES[mode]),
        *differing(first.PLACE.name, first.PLACE.label, pair.place, place),
    )
    next_on = asked.day(first.NEXT_ON.name)
    notes = () if next_on is None else (msg("The two meet next on {day}: put it in the calendar.", day=next_on),)

    def apply(chosen: frozenset[str]) -> None:
        if first.WEEKS.name in chosen and weeks is not None:
            pair.rhythm_days = weeks * _WEEK
        if first.LENGTH_MINUTES.name in chosen:
            pair.length_minutes = length
        if first.MODE.name in chosen:
            pair.mode = mode
        if first.PLACE.name in chosen:
            pair.place = place
        if first.MET_ON.name in chosen and met_on is not None:
            told = Told(met_on, None, None, "", topic_sent=False, summary_written=False)
            register_over(session, pair.id, told, near_meeting(session, pair.id, met_on), asked.today)

    return Proposed(who, proposals, apply, pair=pair.id, notes=notes)


def _met_on(asked: Asked, pair: PairId) -> date | None:
    """None: it says none, one that cannot be, or one that is registered."""
    day = asked.day_been(first.MET_ON.name)
    session = asked.session
    registered = select(LogbookEntryRecord.id).where(
        LogbookEntryRecord.pair_id == pair, LogbookEntryRecord.held_on == day
    )
    if day is None or session.scalar(registered) is not None:
        return None
    try:
        check_day(session, pair_record(session, pair), day, None)
    except Refused as no:
        asked.tell(first.MET_ON.name, no.message)
        return None
    return day
