"""The rows of the timeline and what lies in them, each also in words; painting is painter.py's.

The table on F9 is made of the same rows, so it can never say something else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto

from mentordesk.domain.lanes import CONVERSATION_LANE, Bar, Lane, WeekCount
from mentordesk.i18n.message import Message
from mentordesk.queries.conversations import Outcome
from mentordesk.queries.logbooks import PairStrip
from mentordesk.queries.timeline import Timeline
from ui.language import ntr, say, spoken, tr

_WEEK_ENDS = timedelta(6)


class Shape(Enum):
    BAR = auto()
    SPAN = auto()  # several meetings
    DEADLINE = auto()
    WEEK = auto()
    HELD = auto()
    PLANNED = auto()
    GAP = auto()


@dataclass(frozen=True, slots=True)
class Item:
    """Something that the keyboard can stand on; `height` is the share of a week's column."""

    number: str  # unique in the timeline
    shape: Shape
    first: date
    last: date
    title: str
    moves: Bar | None = None  # what a key may move
    conflicts: tuple[Message, ...] = ()
    height: float = 0.0

    @property
    def middle(self) -> date:
        return self.first + (self.last - self.first) / 2


@dataclass(frozen=True, slots=True)
class ChartRow:
    """A lane, or a pair: the mentee's name, and the mentor's under it."""

    key: str
    title: str
    items: tuple[Item, ...]
    under: str = ""
    strip: PairStrip | None = None

    @property
    def name(self) -> str:
        """A lane's title, or both names of a pair."""
        return f"{self.title} – {self.under}" if self.under else self.title


def rows_of(found: Timeline) -> tuple[ChartRow, ...]:
    """The lanes, then a row for each pair."""
    return (*(_lane(lane, found.weeks) for lane in found.lanes), *(_pair(strip) for strip in found.pairs))


def item_in_words(row: ChartRow, item: Item) -> str:
    """All that the timeline shows of it."""
    said = tr("{row}: {title}, {days}", row=row.name, title=item.title, days=days_in_words(item))
    return " ".join((said, *(say(each) for each in item.conflicts)))


def days_in_words(item: Item) -> str:
    """With the number of the week that it begins in."""
    week = item.first.isocalendar().week
    first = spoken().date(item.first)
    if item.first == item.last:
        return tr("{day} (week {week})", day=first, week=week)
    return tr("{first} to {last} (week {week})", first=first, last=spoken().date(item.last), week=week)


def place_of(rows: Sequence[ChartRow], number: str | None, today: date) -> tuple[int, int]:
    """Row and place of the item; of another number what may be moved and comes next, else the first item at all."""
    there = [(row, place, item) for row, each in enumerate(rows) for place, item in enumerate(each.items)]
    known = next(((row, place) for row, place, item in there if item.number == number), None)
    if known is not None:
        return known
    ahead = [(item.first, row, place) for row, place, item in there if item.moves and item.first >= today]
    if ahead:
        _, row, place = min(ahead)
        return row, place
    return (there[0][0], there[0][1]) if there else (0, 0)


def beside(rows: Sequence[ChartRow], at: tuple[int, int], by: int, today: date) -> tuple[int, int] | None:
    """So many rows on, the item that lies nearest in time; rows without any are passed over."""
    filled = [place for place, row in enumerate(rows) if row.items]
    if not filled:
        return None
    row, place = at
    there = row < len(rows) and place < len(rows[row].items)
    day = rows[row].items[place].middle if there else today
    now = min(range(len(filled)), key=lambda number: abs(filled[number] - row))
    found = filled[min(max(now + by, 0), len(filled) - 1)]
    items = rows[found].items
    return found, min(range(len(items)), key=lambda number: abs((items[number].middle - day).days))


def _lane(lane: Lane, weeks: Iterable[WeekCount]) -> ChartRow:
    items = tuple(_weeks(weeks)) if lane.key == CONVERSATION_LANE else tuple(_bars(lane))
    return ChartRow(lane.key, say(lane.title), items)


def _bars(lane: Lane) -> Iterator[Item]:
    for place, bar in enumerate(lane.bars):
        shape = Shape.DEADLINE if bar.deadline else Shape.BAR if bar.meeting else Shape.SPAN
        moves = bar if bar.movable else None
        number = bar.number or f"{lane.key}:{place}"
        yield Item(number, shape, bar.first, bar.last, say(bar.title), moves, bar.conflicts)


def _weeks(weeks: Iterable[WeekCount]) -> Iterator[Item]:
    there = list(weeks)
    most = max((week.held + week.planned for week in there), default=1)
    for week in there:
        height = (week.held + week.planned) / most
        last = week.monday + _WEEK_ENDS
        yield Item(f"w:{week.monday}", Shape.WEEK, week.monday, last, _counted(week), height=height)


def _counted(week: WeekCount) -> str:
    held = ntr("{count} conversation held", "{count} conversations held", week.held)
    planned = ntr("{count} conversation planned", "{count} conversations planned", week.planned)
    if not week.planned:
        return held
    return tr("{held}, {planned}", held=held, planned=planned) if week.held else planned


def _pair(strip: PairStrip) -> ChartRow:
    items = sorted(_marks(strip), key=lambda item: (item.first, item.last, item.number))
    return ChartRow(f"p:{strip.pair}", strip.mentee, tuple(items), strip.mentor, strip)


def _marks(strip: PairStrip) -> Iterator[Item]:
    for place, mark in enumerate(strip.conversations):
        if mark.outcome is not Outcome.CANCELLED:
            yield Item(f"{strip.pair}:h{place}", Shape.HELD, mark.day, mark.day, tr("Conversation, held"))
    for coming in strip.planned:
        yield Item(f"{strip.pair}:{coming.meeting}", Shape.PLANNED, coming.day, coming.day, tr("Conversation, planned"))
    for place, gap in enumerate(strip.gaps):
        silent = ntr("{count} day without a conversation", "{count} days without a conversation", gap.days)
        yield Item(f"{strip.pair}:g{place}", Shape.GAP, gap.first, gap.last, silent)
