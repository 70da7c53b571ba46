"""A meeting laid out again at even distances, each a meeting of its own from then on (UX 5.5)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from mentordesk.actions.standing_meetings import Times, again, check_runs, check_year, known
from mentordesk.domain.free_days import FreeDays
from mentordesk.domain.ids import MeetingId
from mentordesk.domain.refusals import Refused
from mentordesk.domain.series import Laid, series_days
from mentordesk.domain.wall_clock import check_times
from mentordesk.i18n.message import msg, nmsg
from mentordesk.storage.records import MeetingRecord, PairRecord
from mentordesk.storage.store import Store


def propose(store: Store, *, like: MeetingId, every_days: int, until: date) -> Laid:
    """The days that `lay` would take, for the user to see before; nothing is written.

    Raises:
        Refused: no such meeting, one of a pair that ended, or by series_days.
    """
    check_year(until)
    with store.reading() as session:
        record, now = known(session, like)
        if record.pair_id is not None:
            check_runs(session.get_one(PairRecord, record.pair_id))
    settings = now.programme.settings
    return series_days(FreeDays(settings.country, settings.avoided), now.first.date(), every_days, until)


def lay(
    store: Store, *, like: MeetingId, days: Sequence[date], instead: Mapping[datetime, datetime] | None = None
) -> tuple[MeetingId, ...]:
    """One meeting like it on each of the days, all in one step; a meeting of several days begins on them.

    `instead`: for times that the clock skips, those that were taken in their place. A day that begins later ends later.

    Raises:
        NoSuchTime: the clock skips one of its times on one of the days.
        Refused: no such meeting, or no day.
    """
    if not days:
        raise Refused(msg("No date is left to make. Choose a later last day."))
    with store.reading() as session:
        _, now = known(session, like)
    laid = []
    for day in days:
        by = day - now.first.date()
        times = [_taken((starts + by, ends + by), instead or {}) for starts, ends in now.days.values()]
        check_times((wall for each in times for wall in each), now.zone)
        laid.append(times)
    name = nmsg("Add “{title}” on {count} more day", "Add “{title}” on {count} more days", len(laid), title=now.title)
    with store.changing(name) as session:
        record = session.get_one(MeetingRecord, like)
        return tuple(again(session, record, now.programme, times, store.clock()) for times in laid)


def _taken(times: Times, instead: Mapping[datetime, datetime]) -> Times:
    starts, ends = times
    later = instead.get(starts, starts) - starts
    return starts + later, instead.get(ends, ends) if not later else ends + later
