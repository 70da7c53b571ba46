"""Putting an alert off with a reason, and showing it again before its day (R69). Nothing else hides one."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import select

from mentordesk.domain.cleaning import check_length, one_line
from mentordesk.domain.fields import TEXT_LENGTH
from mentordesk.domain.ids import ProgrammeId, SnoozeId
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg, nmsg
from mentordesk.queries.programmes import programme_of
from mentordesk.storage.records import SnoozeRecord
from mentordesk.storage.store import Store


def snooze(
    store: Store, *, programme: ProgrammeId, alert: str, about: str, until: date, reason: str, by: str = ""
) -> SnoozeId:
    """Hides it from today until that day; a new day replaces one that was given before.

    Args:
        about: what the alert is about, as `Subject.about` says it.
        until: the day on which it is seen again.
        by: who put it off, as the coordinator writes it.

    Raises:
        KeyError: no programme bears that id.
        Refused: no reason, or one that is too long, a day that is not to come, or one further away
            than the programme's patience allows.
    """
    today, why = store.today(), one_line(reason)
    if not why:
        raise Refused(msg("Write why it can wait: whoever looks at the list later has to know."))
    check_length(why, TEXT_LENGTH)
    if until <= today:
        raise Refused(msg("{day} is not after today. Give the day on which it is to be seen again.", day=until))
    with store.reading() as session:
        longest = programme_of(session, programme).settings.patience.snooze
    if until > today + timedelta(longest):
        latest = today + timedelta(longest)
        raise Refused(
            nmsg(
                "A task can be hidden for {count} day at most, until {day}.",
                "A task can be hidden for {count} days at most, until {day}.",
                longest,
                day=latest,
            )
        )
    made = SnoozeRecord(
        programme_id=programme,
        alert=alert,
        about=about,
        from_on=today,
        until_on=until,
        reason=why,
        set_by=one_line(by),
    )
    with store.changing(msg("Hide a task until {day}", day=until)) as session:
        for before in session.scalars(
            select(SnoozeRecord).where(
                SnoozeRecord.programme_id == programme,
                SnoozeRecord.alert == alert,
                SnoozeRecord.about == about,
                SnoozeRecord.until_on > today,
                SnoozeRecord.lifted_on.is_(None),
            )
        ):
            before.lifted_on = today
        session.add(made)
        session.flush()
        return made.id


def lift(store: Store, snoozed: SnoozeId) -> None:
    """It is seen again from now on.

    Raises:
        Refused: it is hidden no more.
    """
    today = store.today()
    with store.reading() as session:
        found = session.get(SnoozeRecord, snoozed)
        if found is None or found.lifted_on is not None or found.until_on <= today:
            raise Refused(msg("That task is not hidden any more."))
    with store.changing(msg("Show a hidden task again")) as session:
        session.get_one(SnoozeRecord, snoozed).lifted_on = today
