"""The example with its plan approved, and a year of conversations: some in rhythm, some moved, some silent."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from mentordesk.actions.files import open_file
from mentordesk.actions.logbooks import register_conversation
from mentordesk.actions.matching import CriteriaException, approve
from mentordesk.cli.matching import PLAN_NAME, plan_programme
from mentordesk.domain.meetings import MeetingStatus
from mentordesk.domain.pairs import PairStatus
from mentordesk.domain.programmes import Mode
from mentordesk.i18n.message import msg
from mentordesk.queries.logbooks import logbooks
from mentordesk.queries.programmes import programmes
from mentordesk.sample.rounds import write_example
from mentordesk.storage.records import MeetingRecord, PairRecord

DAY = date(2027, 11, 22)


def on_the_day() -> datetime:
    """A clock that stands, late in the programme's second term."""
    return datetime.combine(DAY, time(12), UTC)


def approved_example(path: Path) -> None:
    """32 pairs; number n met as `_meets` says."""
    write_example(path)
    with open_file(path) as store:
        (programme,) = programmes(store)
        plan_programme(store, programme.id, PLAN_NAME)
        exception = CriteriaException("papers come later", "Kari")
        approve(store, programme=programme.id, scenario=PLAN_NAME, today=store.today(), by="Kari", exception=exception)
    with open_file(path, clock=on_the_day) as store:
        pairs = [strip.pair for strip in logbooks(store, None, today=date(2027, 1, 19))]
        for number, strip in enumerate(logbooks(store, None, today=date(2027, 1, 19))):
            for at, planned in enumerate(each for each in strip.planned if each.day < DAY):
                _meet(store, number, at, planned)
        with store.changing(msg("Undo")) as session:
            session.get_one(PairRecord, pairs[-1]).status = PairStatus.ON_HOLD


def _meet(store, number: int, at: int, planned) -> None:
    if (number % 8 == 7 and at >= 3) or number % 16 == 4 or (number % 8 == 3 and 4 <= at <= 7):
        return  # silent of late, never met, silent for a while
    if at == 5 and number % 3 == 0:
        with store.changing(msg("Undo")) as session:
            session.get_one(MeetingRecord, planned.meeting).status = MeetingStatus.CANCELLED
        return
    moved = timedelta(3) if (at + number) % 5 == 2 else timedelta()
    register_conversation(
        store,
        pair=_pair_of(store, planned.meeting),
        held_on=min(DAY, planned.day + moved),
        minutes=45 + 15 * (at % 3),
        mode=Mode.PHYSICAL if at % 4 == 1 else Mode.DIGITAL,
        place="Oslo" if at % 4 == 1 else "",
        topic_sent=at % 2 == 0,
        summary_written=at % 3 != 2,
        today=DAY,
        meeting=planned.meeting,
    )


def _pair_of(store, meeting: str) -> str:
    with store.reading() as session:
        return session.get_one(MeetingRecord, meeting).pair_id
