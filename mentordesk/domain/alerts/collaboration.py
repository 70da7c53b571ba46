"""Alerts on what frames a pair's conversations: contract, fit, the third meeting, goals, and its end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from mentordesk.domain.alerts.notice import Alert, Notice, Urgency, by_day
from mentordesk.domain.alerts.talks import talk_setting
from mentordesk.domain.alerts.views import PairInView
from mentordesk.domain.goals import GoalStatus
from mentordesk.domain.pairs import FitValue, PairStatus, Side
from mentordesk.i18n.message import Listed, Message, msg, nmsg

SIDE_WORDS: dict[Side, Message] = {Side.MENTEE: msg("the mentee"), Side.MENTOR: msg("the mentor")}
_AFTER_FIRST, _AFTER_THIRD = 1, 3
_OPEN_GOALS = frozenset({GoalStatus.OPEN, GoalStatus.ON_THE_WAY})


def contract(pair: PairInView) -> Notice | None:
    if pair.status is not PairStatus.PROPOSED or pair.signed_on is not None or pair.today > pair.ends_on:
        return None
    limit = pair.patience.contract
    waited = (pair.today - pair.approved_on).days
    if waited < 1:  # the day for printing it
        return None
    return Notice(
        Urgency.OVERDUE if waited > limit else Urgency.WAITING,
        nmsg(
            "Contract not signed {count} day after approval.",
            "Contract not signed {count} days after approval.",
            waited,
        ),
        nmsg(
            "Mentee and mentor sign their contract within {count} day of the approval.",
            "Mentee and mentor sign their contract within {count} days of the approval.",
            limit,
        ),
        msg("Mark the contract as signed"),
        pair.approved_on + timedelta(limit),
    )


def fit_after_first(pair: PairInView) -> Notice | None:
    """Until the third conversation asks again."""
    if pair.held >= _AFTER_THIRD or not _fit_missing(pair, _AFTER_FIRST):
        return None
    who = _missing(pair, _AFTER_FIRST)
    sentence = msg("After the first conversation there is no answer from {who} on how well they fit.", who=who)
    return _fit_notice(pair, _AFTER_FIRST, sentence)


def fit_after_third(pair: PairInView) -> Notice | None:
    """Where the programme looks at the collaboration then, that look is the answer: `third_meeting`."""
    if pair.settings.third_meeting_analysis or not _fit_missing(pair, _AFTER_THIRD):
        return None
    who = _missing(pair, _AFTER_THIRD)
    sentence = msg("After the third conversation there is no answer from {who} on how well they fit.", who=who)
    return _fit_notice(pair, _AFTER_THIRD, sentence)


def third_meeting(pair: PairInView) -> Notice | None:
    """Done when both have answered after the third meeting."""
    if not pair.settings.third_meeting_analysis or not _fit_missing(pair, _AFTER_THIRD):
        return None
    due = pair.conversations[_AFTER_THIRD - 1].held_on + timedelta(pair.patience.fit_answers)
    return Notice(
        Urgency.OVERDUE if pair.today > due else Urgency.THIS_WEEK,
        msg(
            "The relation check after the third meeting is missing: no answer from {who}.",
            who=_missing(pair, _AFTER_THIRD),
        ),
        msg("After the third meeting both look at what has been good and what needs to develop."),
        msg("Register the answers"),
        due,
    )


def bad_fit(pair: PairInView) -> Notice | None:
    """Until a pair talk has been held; a side's newest answer counts."""
    newest = {answer.side: answer for answer in sorted(pair.fit, key=lambda answer: answer.answered_on)}
    calls = [answer for answer in newest.values() if answer.wants_to_talk or answer.value is FitValue.NOT_GOOD]
    open_calls = sorted(
        (answer for answer in calls if not pair.talked_since(answer.answered_on)), key=lambda answer: answer.side
    )
    if not pair.running or not open_calls:
        return None
    due = min(answer.answered_on for answer in open_calls) + timedelta(pair.patience.fit_answers)
    asking = [answer.side for answer in open_calls if answer.wants_to_talk]
    if asking:
        sentence = msg("A talk about the collaboration is wanted by {who}.", who=_listed(asking))
    else:
        unhappy = _listed([answer.side for answer in open_calls])
        sentence = msg("The fit is not good, according to {who}.", who=unhappy)
    rule = msg("A match that isn't good enough ends by agreement, and a new mentor is found if one is wanted.")
    urgency = Urgency.OVERDUE if pair.today > due else Urgency.TODAY
    return Notice(urgency, sentence, rule, msg("Arrange a talk with both"), due)


def not_worth_meeting(pair: PairInView) -> Notice | None:
    """The mentee's shared no at check-out, until a talk or the next conversation."""
    told = pair.check_out
    if not pair.running or told is None or told.worth_meeting_again or pair.talked_since(told.held_on):
        return None
    if pair.conversations and pair.conversations[-1].held_on > told.held_on:
        return None
    due = told.held_on + timedelta(pair.patience.fit_answers)
    return Notice(
        Urgency.OVERDUE if pair.today > due else Urgency.TODAY,
        msg("At the check-out on {day} the mentee saw no value in meeting again.", day=told.held_on),
        msg("Every meeting ends with the question of its value, and it is all right to stop."),
        msg("Ask the mentee whether to go on"),
        due,
    )


def goal_document(pair: PairInView) -> Notice | None:
    """Where pair talks are to follow it up."""
    if not pair.running or not pair.conversations or talk_setting(pair) is None:
        return None
    since = (pair.today - pair.conversations[0].held_on).days
    limit = pair.patience.goals
    if since <= limit or pair.goals or pair.goal_document:
        return None
    return Notice(
        Urgency.WAITING,
        nmsg(
            "No goal document {count} day after the first conversation.",
            "No goal document {count} days after the first conversation.",
            since,
        ),
        nmsg(
            "The mentee sets goals in writing within {count} day of the first conversation.",
            "The mentee sets goals in writing within {count} days of the first conversation.",
            limit,
        ),
        msg("Ask for the goal document"),
        pair.conversations[0].held_on + timedelta(limit),
    )


def goal_due(pair: PairInView) -> Notice | None:
    due = [(goal.due_on, goal.number) for goal in pair.goals if goal.due_on is not None and goal.status in _OPEN_GOALS]
    if not pair.running or not due:
        return None
    day, number = min(due)
    urgency = by_day(day, pair.today)
    if urgency is None:
        return None
    return Notice(
        urgency,
        msg("Goal {number} is due on {day}.", number=number, day=day),
        msg("The goals a pair shares are followed up on the dates it set itself."),
        msg("Follow up on the goal"),
        day,
    )


def on_hold(pair: PairInView) -> Notice | None:
    """Too early to ask before the day on which they mean to go on; where there is none, some days after the first."""
    if pair.status is not PairStatus.ON_HOLD or pair.today > pair.ends_on:
        return None
    rest = max(pair.rests, key=lambda each: each.from_on, default=None)
    ask_on = pair.today
    if rest is not None:
        ask_on = rest.until_on or rest.from_on + timedelta(pair.patience.fit_answers)
    return Notice(
        Urgency.WAITING if pair.today >= ask_on else Urgency.TOO_EARLY,
        msg("The pair is on hold."),
        msg("A pair on hold goes on, gets another mentor for a time, or ends by agreement."),
        msg("Ask the pair whether to go on"),
        pair.ends_on if rest is None else min(ask_on, pair.ends_on),
    )


def to_close(pair: PairInView) -> Notice | None:
    over = (pair.today - pair.ends_on).days
    if over <= 0 or not (pair.meets or pair.status is PairStatus.ON_HOLD):
        return None
    return Notice(
        Urgency.OVERDUE,
        nmsg(
            "The collaboration ended {count} day ago and is not closed.",
            "The collaboration ended {count} days ago and is not closed.",
            over,
        ),
        msg("At the end it is noted that both evaluated and summed up, and whether they keep in touch."),
        msg("Close the pair"),
        pair.ends_on,
    )


def _fit_missing(pair: PairInView, after: int) -> bool:
    return pair.running and pair.held >= after and bool(pair.answer_missing(after))


def _fit_notice(pair: PairInView, after: int, sentence: Message) -> Notice:
    limit = pair.patience.fit_answers
    due = pair.conversations[after - 1].held_on + timedelta(limit)
    rule = nmsg(
        "After the first and the third conversation both say how well they fit, within {count} day.",
        "After the first and the third conversation both say how well they fit, within {count} days.",
        limit,
    )
    urgency = Urgency.OVERDUE if pair.today > due else Urgency.WAITING
    return Notice(urgency, sentence, rule, msg("Register the answers"), due)


def _missing(pair: PairInView, after: int) -> Listed:
    return _listed(pair.answer_missing(after))


def _listed(sides: Sequence[Side]) -> Listed:
    return Listed(tuple(SIDE_WORDS[side] for side in sides))


# To add one: a function of a PairInView here, and its line.
COLLABORATION_ALERTS: tuple[Alert[PairInView], ...] = (
    Alert("contract", contract),
    Alert("fit_after_first", fit_after_first),
    Alert("fit_after_third", fit_after_third),
    Alert("third_meeting", third_meeting),
    Alert("bad_fit", bad_fit),
    Alert("not_worth_meeting", not_worth_meeting),
    Alert("goal_document", goal_document),
    Alert("goal_due", goal_due),
    Alert("on_hold", on_hold),
    Alert("to_close", to_close),
)
