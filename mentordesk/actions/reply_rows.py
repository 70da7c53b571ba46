"""Taking in the rows of reply sheets (R60): one change, one undo; looking first gives the very same result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.actions.logbooks import Told, register_over
from mentordesk.domain.cleaning import folded
from mentordesk.domain.ids import PairId, ProgrammeId
from mentordesk.domain.pairs import RUNNING
from mentordesk.domain.refusals import Refused
from mentordesk.domain.reply_form import ReplyRow
from mentordesk.i18n.message import msg, nmsg
from mentordesk.queries.conversations import near_meeting
from mentordesk.queries.pairs import pairs_over
from mentordesk.spreadsheets.people import Problem
from mentordesk.storage.records import LogbookEntryRecord
from mentordesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class RepliesTaken:
    added: int
    pairs: int  # that they are of
    there: int  # registered on that day before, and left as they are
    rejected: tuple[Problem, ...]


class _OnlyLooked(Exception):
    """Ends a dry run, so that its transaction is rolled back."""


def take_replies(
    store: Store, rows: Sequence[ReplyRow], *, programme: ProgrammeId | None, today: date, dry_run: bool = False
) -> RepliesTaken:
    """Registers each row with the running pair of its mentee; a topic that is told is shared, with consent of today.

    A mentee whom no pair or more than one has is rejected with the row, as is what no single conversation may be.
    """
    result: RepliesTaken | None = None
    try:
        with store.changing(nmsg("Take in {count} reply", "Take in {count} replies", len(rows))) as session:
            result = _take(session, rows, programme, today)
            if dry_run or not result.added:
                raise _OnlyLooked
    except _OnlyLooked:
        pass
    assert result is not None
    return result


def _take(session: Session, rows: Sequence[ReplyRow], programme: ProgrammeId | None, today: date) -> RepliesTaken:
    by_mentee = _pairs_by_mentee(session, programme)
    there_by_now = session.execute(select(LogbookEntryRecord.pair_id, LogbookEntryRecord.held_on))
    registered = {(pair, day) for pair, day in there_by_now}
    rejected: list[Problem] = []
    taken: set[PairId] = set()
    added = there = 0
    for row in rows:
        found = by_mentee.get(folded(row.mentee), [])
        if len(found) != 1:
            none = msg("No running pair has a mentee called {name}.", name=row.mentee)
            many = msg("Several running pairs have a mentee called {name}.", name=row.mentee)
            rejected.append(Problem(row.number, "", many if found else none))
            continue
        pair = found[0]
        if (pair, row.held_on) in registered:
            there += 1
            continue
        told = Told(row.held_on, row.minutes, row.mode, "", row.topic_sent, row.summary_written, None, row.topic)
        try:
            told.check(today)
            register_over(session, pair, told, near_meeting(session, pair, row.held_on), today)
        except Refused as no:
            rejected.append(Problem(row.number, "", no.message))
            continue
        registered.add((pair, row.held_on))
        taken.add(pair)
        added += 1
    return RepliesTaken(added, len(taken), there, tuple(rejected))


def _pairs_by_mentee(session: Session, programme: ProgrammeId | None) -> Mapping[str, list[PairId]]:
    found: dict[str, list[PairId]] = {}
    for pair in pairs_over(session, programme):
        if pair.status in RUNNING:
            found.setdefault(folded(pair.mentee.name), []).append(pair.id)
    return found
