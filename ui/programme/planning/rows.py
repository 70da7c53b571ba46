"""What moves and what stays, as rows: a joint meeting or deadline each has its own, a pair's meetings share one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from PySide6.QtCore import QObject

from mentordesk.domain.planned_again import CONVERSATION
from mentordesk.domain.replan import BECAUSE_SAYS, Because, Moved, Replan, Standing, Wanted
from mentordesk.i18n.message import Message, msg
from ui.language import ntr, say, tr
from ui.tables.columns import Column, day_column
from ui.tables.model import RecordTable


class Fate(Enum):
    MOVES = "moves"
    STAYS = "stays"
    COMES = "comes"
    GOES = "goes"


FATES: dict[Fate, Message] = {
    Fate.MOVES: msg("Moves"),
    Fate.STAYS: msg("Stays"),
    Fate.COMES: msg("Comes anew"),
    Fate.GOES: msg("Is cancelled"),
}
_TONES = {Fate.MOVES: "accent", Fate.STAYS: "plain", Fate.COMES: "good", Fate.GOES: "warn"}


@dataclass(frozen=True, slots=True)
class PlanRow:
    """`ids`: of what stands in the file; of a pair's row all of them."""

    number: str
    ids: tuple[str, ...]
    title: str
    who: str
    fate: Fate
    before: date | None
    after: date | None
    why: str = ""


def rows_of(found: Replan) -> tuple[PlanRow, ...]:
    """In the order of their days, the pairs' behind the programme's own."""
    rows = [*_moves(found.moves), *_stays(found), *_new(found.new), *_gone(found.gone)]
    return tuple(sorted(rows, key=lambda row: (bool(row.who), row.before or row.after or date.max, row.title, row.who)))


def _moves(moves: Sequence[Moved]) -> Iterator[PlanRow]:
    shared: defaultdict[tuple[str, str], list[Moved]] = defaultdict(list)
    for each in moves:
        if each.standing.who:
            shared[each.standing.who, each.wanted.group.entry].append(each)
            continue
        one = each.standing
        why = "" if each.why is None else tr("Not on {day}: {why}", day=each.wanted.planned.wanted, why=each.why)
        yield PlanRow(one.id, (one.id,), say(one.title), "", Fate.MOVES, one.day, each.wanted.day, why)
    for (who, entry), theirs in shared.items():
        ids = tuple(each.standing.id for each in theirs)
        before, after = min(each.standing.day for each in theirs), min(each.wanted.day for each in theirs)
        yield PlanRow(f"m:{ids[0]}", ids, _several(entry, len(theirs)), who, Fate.MOVES, before, after)


def _stays(found: Replan) -> Iterator[PlanRow]:
    shared: defaultdict[tuple[str, str, Because], list[Standing]] = defaultdict(list)
    for each in found.stays:
        one = each.standing
        why = say(BECAUSE_SAYS[each.because])
        if one.who:
            shared[one.who, one.group.entry if one.group else "", each.because].append(one)
        else:
            yield PlanRow(one.id, (one.id,), say(one.title), "", Fate.STAYS, one.day, one.day, why)
    for (who, entry, because), theirs in shared.items():
        ids = tuple(one.id for one in theirs)
        first = min(one.day for one in theirs)
        why = say(BECAUSE_SAYS[because])
        yield PlanRow(f"s:{ids[0]}", ids, _several(entry, len(theirs)), who, Fate.STAYS, first, first, why)


def _new(new: Sequence[Wanted]) -> Iterator[PlanRow]:
    for place, each in enumerate(new):
        title = each.planned.title
        whose = tr("a pair") if each.group.pair else ""
        yield PlanRow(f"n:{place}", (), say(title), whose, Fate.COMES, None, each.day)


def _gone(gone: Sequence[Standing]) -> Iterator[PlanRow]:
    for one in gone:
        yield PlanRow(f"g:{one.id}", (one.id,), say(one.title), one.who, Fate.GOES, one.day, None)


def _several(entry: str, count: int) -> str:
    if entry == CONVERSATION:
        return ntr("{count} conversation", "{count} conversations", count)
    return ntr("{count} meeting of the pair", "{count} meetings of the pair", count)


COLUMNS: tuple[Column[PlanRow], ...] = (
    Column(key="title", title=msg("What"), text=lambda row: row.title, width=270),
    Column(
        key="fate", title=msg("What happens"), text=lambda row: say(FATES[row.fate]), tone=lambda row: _TONES[row.fate]
    ),
    day_column("before", msg("Lies on"), lambda row: row.before, width=120),
    day_column("after", msg("Will lie on"), lambda row: row.after, width=120),
    Column(key="why", title=msg("Why"), text=lambda row: row.why, width=300),
    Column(key="who", title=msg("Who"), text=lambda row: row.who, width=220),
)


def table_of_plan(parent: QObject) -> RecordTable[PlanRow]:
    return RecordTable(COLUMNS, lambda row: row.number, parent)
