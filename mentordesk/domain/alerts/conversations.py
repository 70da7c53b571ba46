"""Alerts on how a pair meets: first contact, rhythm, minimum, what was planned, and the last conversation."""

from __future__ import annotations

from datetime import timedelta

from mentordesk.domain.alerts.ladder import REGISTER, next_rung
from mentordesk.domain.alerts.notice import Alert, Notice, Urgency, by_day
from mentordesk.domain.alerts.pace import (
    Interval,
    Source,
    expected_of_minimum,
    in_words,
    interval,
    rest_is_too_short,
    time_left,
)
from mentordesk.domain.alerts.views import PairInView
from mentordesk.domain.alerts.waking import after_waking, waking_days
from mentordesk.domain.meetings import MeetingStatus
from mentordesk.domain.people import Role
from mentordesk.i18n.message import Message, msg, nmsg

_LAST_HABITS = 3  # so many conversations in a row show a habit


def first_contact(pair: PairInView) -> Notice | None:
    """Counted over waking days from the pair's beginning; a first conversation planned later moves the day."""
    if not pair.running or pair.conversations or pair.days_since_begin < 0:
        return None
    limit = pair.patience.first_contact
    due = after_waking(pair, pair.begins_on, limit)
    if pair.planned_conversations:
        due = max(due, pair.planned_conversations[0].day)
    if pair.today < due:
        return None
    waited = waking_days(pair, pair.begins_on, pair.today)
    if pair.settings.conversations.first_contact is Role.MENTOR:
        sentence = nmsg(
            "First contact not confirmed after {count} day: the mentor takes it.",
            "First contact not confirmed after {count} days: the mentor takes it.",
            waited,
        )
        rule = nmsg(
            "The mentor makes the first contact within {count} day.",
            "The mentor makes the first contact within {count} days.",
            limit,
        )
        return Notice(Urgency.OVERDUE, sentence, rule, msg("Ask the mentor to make contact"), due)
    sentence = nmsg(
        "First contact not confirmed after {count} day: the mentee takes it.",
        "First contact not confirmed after {count} days: the mentee takes it.",
        waited,
    )
    rule = nmsg(
        "The mentee makes the first contact within {count} day.",
        "The mentee makes the first contact within {count} days.",
        limit,
    )
    return Notice(Urgency.OVERDUE, sentence, rule, msg("Ask the mentee to make contact"), due)


def rhythm_unset(pair: PairInView) -> Notice | None:
    """The pair met, and nobody noted how often it wants to: until then the programme's rule is quoted (R42)."""
    if not pair.running or not pair.conversations or pair.agreed_rhythm is not None:
        return None
    sentence = nmsg(
        "How often the pair meets is not noted; the programme's rule of about every {count} day holds.",
        "How often the pair meets is not noted; the programme's rule of about every {count} days holds.",
        interval(pair).days,
    )
    return Notice(
        Urgency.WAITING,
        sentence,
        msg("At their first meeting the two agree on rhythm, place, form and length, and it is noted."),
        msg("Set the interval"),
        pair.conversations[0].held_on + timedelta(pair.patience.fit_answers),
    )


def rhythm(pair: PairInView) -> Notice | None:
    """Silence between two conversations, days on hold left out; what is done about it is ladder.py (R69)."""
    if not pair.running or not pair.conversations:
        return None
    last = pair.conversations[-1].held_on
    every = interval(pair)
    gap = waking_days(pair, last, pair.today)
    if gap < pair.patience.silence * every.days:
        return None
    times = gap / every.days
    urgency = Urgency.THIS_WEEK if times < pair.patience.long_silence else Urgency.OVERDUE
    rung = next_rung(times, pair.steps, pair.patience)
    due = after_waking(pair, last, every.days)
    return Notice(urgency, _silence(pair, gap, every), in_words(every, pair), rung.action, due, rung.step)


def _silence(pair: PairInView, gap: int, every: Interval) -> Message:
    match every.source:
        case Source.PROGRAMME:
            return nmsg(
                "No conversation for {count} day; the programme asks for one about every {every} days.",
                "No conversation for {count} days; the programme asks for one about every {every} days.",
                gap,
                every=every.days,
            )
        case Source.PAIR:
            return nmsg(
                "No conversation for {count} day; the pair agreed on one about every {every} days.",
                "No conversation for {count} days; the pair agreed on one about every {every} days.",
                gap,
                every=every.days,
            )
        case Source.MINIMUM:
            return nmsg(
                "No conversation for {count} day; the programme's minimum of {minimum} means one about every "
                "{every} days.",
                "No conversation for {count} days; the programme's minimum of {minimum} means one about every "
                "{every} days.",
                gap,
                minimum=pair.settings.conversations.minimum,
                every=every.days,
            )


def minimum(pair: PairInView) -> Notice | None:
    """Fewer conversations than the minimum's share of the time that has passed."""
    asked = pair.settings.conversations.minimum
    if not pair.running or pair.held >= asked or pair.days_since_begin < 0:
        return None
    rule = nmsg(
        "The programme asks for at least {count} conversation by {day}.",
        "The programme asks for at least {count} conversations by {day}.",
        asked,
        day=pair.ends_on,
    )
    left = time_left(pair)
    by_now = expected_of_minimum(pair)
    if by_now == 0:
        sentence = msg(
            "Too early to tell: {held} of {minimum} conversations held, {left}.",
            held=pair.held,
            minimum=asked,
            left=left,
        )
        return Notice(Urgency.TOO_EARLY, sentence, rule, REGISTER, pair.ends_on)
    if pair.held >= by_now:
        return None
    sentence = msg("{held} of {minimum} conversations held, {left}.", held=pair.held, minimum=asked, left=left)
    if rest_is_too_short(pair):
        return Notice(Urgency.OVERDUE, sentence, rule, msg("Agree with the pair on when to meet"), pair.ends_on)
    return Notice(Urgency.THIS_WEEK, sentence, rule, REGISTER, pair.ends_on)


def conversation_today(pair: PairInView) -> Notice | None:
    if not pair.running or all(planned.day != pair.today for planned in pair.planned_conversations):
        return None
    if any(held.held_on == pair.today for held in pair.conversations):
        return None
    return Notice(
        Urgency.TODAY,
        msg("A conversation is planned for today."),
        msg("Each conversation is noted with its date and length, and nothing of what was said."),
        REGISTER,
        pair.today,
    )


def unregistered(pair: PairInView) -> Notice | None:
    """The newest planned day that passed without a word; silent where a longer silence speaks already."""
    past = [planned for planned in pair.planned_conversations if planned.day < pair.today]
    if not pair.running or not past or rhythm(pair) is not None or first_contact(pair) is not None:
        return None
    day = past[-1].day
    near = day - timedelta(interval(pair).days // 2)  # pairs move their conversations; a nearby one is this one
    if pair.conversations and pair.conversations[-1].held_on >= near:
        return None
    return Notice(
        Urgency.WAITING,
        msg("The conversation planned for {day} is not registered.", day=day),
        msg("Each conversation is noted with its date and length, and nothing of what was said."),
        REGISTER,
        day,
    )


def topics(pair: PairInView) -> Notice | None:
    latest = pair.conversations[-_LAST_HABITS:]
    if not pair.running or len(latest) < _LAST_HABITS or any(each.topic_sent for each in latest):
        return None
    return Notice(
        Urgency.WAITING,
        msg("No topic was sent before the last {count} conversations.", count=_LAST_HABITS),
        msg("The mentee sends the topic before each conversation."),
        msg("Remind the mentee"),
    )


def summaries(pair: PairInView) -> Notice | None:
    latest = pair.conversations[-_LAST_HABITS:]
    if not pair.running or len(latest) < _LAST_HABITS or any(each.summary_written for each in latest):
        return None
    return Notice(
        Urgency.WAITING,
        msg("No summary was written of the last {count} conversations.", count=_LAST_HABITS),
        msg("The mentee keeps the logbook and writes a summary of each conversation."),
        msg("Remind the mentee"),
    )


def last_conversation(pair: PairInView) -> Notice | None:
    near_end = pair.ends_on - timedelta(pair.patience.last_conversation)
    if not pair.running or pair.today < near_end or any(held.last for held in pair.conversations):
        return None
    lasts = [each for each in pair.appointments if each.kind == "conversation_last"]
    if any(each.status is MeetingStatus.HELD or each.day >= pair.today for each in lasts):
        return None
    return Notice(
        by_day(pair.ends_on, pair.today) or Urgency.THIS_WEEK,
        msg("The collaboration ends on {day}, and no last conversation is planned.", day=pair.ends_on),
        msg(
            "In the last conversation both evaluate the collaboration, sum up what they learned, and settle on contact."
        ),
        msg("Plan the last conversation"),
        pair.ends_on,
    )


# To add one: a function of a PairInView here, and its line.
CONVERSATION_ALERTS: tuple[Alert[PairInView], ...] = (
    Alert("first_contact", first_contact),
    Alert("rhythm_unset", rhythm_unset),
    Alert("rhythm", rhythm),
    Alert("minimum", minimum),
    Alert("conversation_today", conversation_today),
    Alert("unregistered", unregistered),
    Alert("topics", topics),
    Alert("summaries", summaries),
    Alert("last_conversation", last_conversation),
)
