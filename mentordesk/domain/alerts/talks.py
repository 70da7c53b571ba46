"""Alerts on a pair's talks with the programme manager, once a semester (R64)."""

from __future__ import annotations

from datetime import date, timedelta

from mentordesk.domain.alerts.notice import Alert, Notice, Urgency, by_day
from mentordesk.domain.alerts.views import Appointment, PairInView
from mentordesk.domain.meetings import MeetingStatus
from mentordesk.domain.programmes import MeetingSetting, Timing
from mentordesk.i18n.message import msg


def pair_talk(pair: PairInView) -> Notice | None:
    """No talk with the programme manager this semester, neither held nor in the calendar."""
    setting = talk_setting(pair)
    if setting is None or not pair.running:
        return None
    opens, closes = pair.talk_window or _wanted_window(pair, setting)
    if pair.begins_on > closes or pair.today < pair.semester.starts_on:
        return None
    if any(pair.semester.starts_on <= talk.day <= pair.semester.ends_on for talk in pair.talks):
        return None
    rule = msg(
        "Each pair talks with the programme manager once a semester, this time from {first} to {last}.",
        first=opens,
        last=closes,
    )
    action = msg("Plan the pair talk")
    if pair.today < opens:
        return Notice(
            Urgency.TOO_EARLY, msg("Too early to tell: no pair talk this semester yet."), rule, action, closes
        )
    urgency = Urgency.OVERDUE if pair.today > closes else Urgency.THIS_WEEK
    return Notice(urgency, msg("No pair talk this semester."), rule, action, closes)


def talk_ahead(pair: PairInView) -> Notice | None:
    planned = [talk.day for talk in pair.talks if talk.status is MeetingStatus.PLANNED and talk.day >= pair.today]
    urgency = by_day(planned[0], pair.today) if pair.meets and planned else None
    if urgency is None:
        return None
    return Notice(
        urgency, msg("Pair talk on {day}.", day=planned[0]), _TALK_RULE, msg("Prepare the pair talk"), planned[0]
    )


def talk_unregistered(pair: PairInView) -> Notice | None:
    """The newest that passed without a word, or was held without its three questions."""
    past = [talk for talk in pair.talks if talk.day < pair.today and (not talk.noted or _is_planned(talk))]
    if not pair.running or not past:
        return None
    newest = past[-1]
    due = newest.day + timedelta(pair.patience.talk)
    if _is_planned(newest):
        sentence = msg("The pair talk planned for {day} is not registered.", day=newest.day)
    else:
        sentence = msg("What came out of the pair talk on {day} is not noted.", day=newest.day)
    urgency = Urgency.OVERDUE if pair.today > due else Urgency.THIS_WEEK
    return Notice(urgency, sentence, _TALK_RULE, msg("Register the pair talk"), due)


_TALK_RULE = msg("Pair talks follow up on goals, look at the collaboration and find what is difficult.")


def _is_planned(talk: Appointment) -> bool:
    return talk.status is MeetingStatus.PLANNED


def _wanted_window(pair: PairInView, setting: MeetingSetting) -> tuple[date, date]:
    """By the setting alone; the programme's plan moves both ends to open days."""
    opens, closes = pair.semester.starts_on + timedelta(setting.offset_days), pair.semester.ends_on
    return opens, min(closes, opens + timedelta(setting.window_days)) if setting.window_days else closes


def talk_setting(pair: PairInView) -> MeetingSetting | None:
    """None where the programme asks for no talks."""
    each_semester = (each for each in pair.settings.meetings if each.timing is Timing.PAIR_EACH_SEMESTER)
    return next(each_semester, None)


# To add one: a function of a PairInView here, and its line.
TALK_ALERTS: tuple[Alert[PairInView], ...] = (
    Alert("pair_talk", pair_talk),
    Alert("talk_ahead", talk_ahead),
    Alert("talk_unregistered", talk_unregistered),
)
