"""A pair on hold: what becomes of the meetings that lie in that time (R40). Pure; the rows are an action's.

Either each moves with the whole rhythm, or it rests: it is cancelled and the others stay where they are.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mentordesk.domain.free_days import FreeDays
from mentordesk.domain.ids import MeetingId
from mentordesk.i18n.message import Message, msg


class Due(StrEnum):
    """What happens to what falls due in the meantime."""

    MOVES = "moves"
    RESTS = "rests"


DUE_NAMES: dict[Due, Message] = {
    Due.MOVES: msg("The meetings move, with the whole rhythm"),
    Due.RESTS: msg("The meetings in that time are cancelled"),
}


@dataclass(frozen=True, slots=True)
class DueMeeting:
    """A planned meeting of the pair by its first day."""

    id: MeetingId
    day: date
    follows_rhythm: bool  # a conversation; a talk with the programme manager keeps to its semester


@dataclass(frozen=True, slots=True)
class Resettled:
    """Where a meeting goes; without a day it is cancelled."""

    id: MeetingId
    before: date
    after: date | None


def resettled(
    planned: Sequence[DueMeeting],
    *,
    first: date,
    back: date,
    last: date,
    due: Due,
    free: FreeDays,
    taken: Collection[date] = frozenset(),
) -> tuple[Resettled, ...]:
    """The meetings that change when a pair rests from `first` until it is `back`; the others stay.

    A moved rhythm keeps its distances and order: every conversation from `first` on goes later by the length of the
    rest, to the next open day. What no longer fits before `last` is cancelled. A talk in that time goes to the first
    open day after it.

    Args:
        back: the first day on which the two meet again.
        last: the last day on which the pair may meet.
        taken: days on which the pair sits elsewhere.
    """
    held_up = [each for each in planned if first <= each.day < back]
    if due is Due.RESTS:
        return tuple(Resettled(each.id, each.day, None) for each in held_up)
    occupied = set(taken)
    found: list[Resettled] = []

    def settle(meeting: DueMeeting, wanted: date) -> None:
        day = free.open_day(wanted, wanted, last, taken=occupied)
        occupied.update([day] if day else [])
        found.append(Resettled(meeting.id, meeting.day, day))

    rhythm = [each for each in planned if each.follows_rhythm and each.day >= first]
    if any(each.day < back for each in rhythm):  # where none was missed, none needs to move
        for each in sorted(rhythm, key=lambda one: (one.day, one.id)):
            settle(each, each.day + (back - first))
    for each in held_up:
        if not each.follows_rhythm:
            settle(each, back)
    return tuple(each for each in found if each.after != each.before)
