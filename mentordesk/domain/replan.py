"""A programme planned again from another start: what moves, what stays where it is and why, before it is done (R51).

Pure: what stands in the file and what the new plan wants come in as values (planned_again.py makes the latter). Things
are matched by the template's entry they come from and by their order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import zip_longest

from mentordesk.domain.plan import PlannedDeadline, PlannedMeeting
from mentordesk.i18n.message import Message, Sayable, msg


class Because(StrEnum):
    """Why something stays where it is."""

    HELD = "held"
    CANCELLED = "cancelled"
    DONE = "done"
    PINNED = "pinned"
    PAST = "past"
    OWN = "own"
    OVER = "over"
    RESTED = "rested"
    LEFT = "left"


BECAUSE_SAYS: dict[Because, Message] = {
    Because.HELD: msg("It was held."),
    Because.CANCELLED: msg("It is cancelled."),
    Because.DONE: msg("It is done."),
    Because.PINNED: msg("It was moved by hand."),
    Because.PAST: msg("Its day is over."),
    Because.OWN: msg("It is not part of the template’s plan."),
    Because.OVER: msg("The day it would get is over."),
    Because.RESTED: msg("The pair had a rest, and its conversations moved with it."),
    Because.LEFT: msg("You leave it where it is."),
}


@dataclass(frozen=True, slots=True)
class Group:
    """What is matched among itself; `semester` only where the entry comes once in each."""

    entry: str  # of the template
    deadline: bool = False
    pair: str | None = None
    semester: int | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """A meeting or deadline in the file; without a group no plan made it."""

    id: str
    group: Group | None
    title: Sayable
    day: date  # its first
    days: tuple[tuple[datetime, datetime], ...] = ()  # of a meeting
    fixed: Because | None = None
    who: str = ""  # the pair's names


@dataclass(frozen=True, slots=True)
class Wanted:
    """A meeting or deadline of the new plan."""

    group: Group
    planned: PlannedMeeting | PlannedDeadline

    @property
    def day(self) -> date:
        return self.planned.day if isinstance(self.planned, PlannedDeadline) else self.planned.first_day


@dataclass(frozen=True, slots=True)
class Moved:
    standing: Standing
    wanted: Wanted

    @property
    def why(self) -> Sayable | None:
        """What pushed it from the day that it is counted to."""
        return self.wanted.planned.why_moved


@dataclass(frozen=True, slots=True)
class Stays:
    standing: Standing
    because: Because


@dataclass(frozen=True, slots=True)
class Replan:
    """`moves`, `new` and `gone` in the order of their days; what lies where the plan wants it is in none of them."""

    moves: tuple[Moved, ...] = ()
    stays: tuple[Stays, ...] = ()
    new: tuple[Wanted, ...] = ()
    gone: tuple[Standing, ...] = ()  # the new plan has fewer of them

    @property
    def changes(self) -> int:
        return len(self.moves) + len(self.new) + len(self.gone)


def replan(
    standing: Sequence[Standing],
    wanted: Sequence[Wanted],
    *,
    before: Mapping[Group, int],
    today: date,
    leave: Collection[str] = (),
) -> Replan:
    """What becomes of everything that stands when the plan is the wanted one.

    Nothing moves to a day before today, and nothing new comes there.

    Args:
        before: how many of each group the plan had that holds now; a cancelled one beyond that number was surplus
            then, and so takes nobody's place now.
        leave: ids of what is to stay where it is.
    """
    there, to_come = _grouped(standing), _sorted(wanted)
    moves: list[Moved] = []
    stays = [Stays(each, Because.OWN) for each in standing if each.group is None]
    new: list[Wanted] = []
    gone: list[Standing] = []
    for group in [*there, *(group for group in to_come if group not in there)]:
        matched = _without_surplus(there.get(group, []), before.get(group, 0))
        for one, twin in zip_longest(matched, to_come.get(group, [])):
            if one is None:
                new += [twin] if twin.day >= today else []
            elif (because := _because(one, twin, today, leave)) is not None:
                stays.append(Stays(one, because))
            elif twin is None and group.deadline:  # nobody else is told of it, and what is due stays due
                stays.append(Stays(one, Because.OWN))
            elif twin is None:
                gone.append(one)
            elif _differ(one, twin):
                moves.append(Moved(one, twin))
    return Replan(
        moves=tuple(sorted(moves, key=lambda each: (each.standing.day, each.standing.id))),
        stays=tuple(sorted(stays, key=lambda each: (each.standing.day, each.standing.id))),
        new=tuple(sorted(new, key=lambda each: each.day)),
        gone=tuple(sorted(gone, key=lambda each: (each.day, each.id))),
    )


def _because(one: Standing, twin: Wanted | None, today: date, leave: Collection[str]) -> Because | None:
    """None: it follows the plan."""
    if one.fixed is not None:
        return one.fixed
    if one.id in leave:
        return Because.LEFT
    return Because.OVER if twin is not None and twin.day < today and _differ(one, twin) else None


def _differ(one: Standing, twin: Wanted) -> bool:
    if isinstance(twin.planned, PlannedDeadline):
        return one.day != twin.planned.day
    return one.days != twin.planned.days


def _without_surplus(there: list[Standing], expected: int) -> list[Standing]:
    surplus = len(there) - expected
    cancelled = [each for each in there if each.fixed is Because.CANCELLED]
    left_out = {each.id for each in cancelled[-surplus:]} if surplus > 0 else set()
    return [each for each in there if each.id not in left_out]


def _grouped(standing: Sequence[Standing]) -> dict[Group, list[Standing]]:
    found: defaultdict[Group, list[Standing]] = defaultdict(list)
    for each in sorted(standing, key=lambda one: (one.day, one.id)):
        if each.group is not None:
            found[each.group].append(each)
    return dict(found)


def _sorted(wanted: Sequence[Wanted]) -> dict[Group, list[Wanted]]:
    found: defaultdict[Group, list[Wanted]] = defaultdict(list)
    for each in sorted(wanted, key=lambda one: one.day):
        found[each.group].append(each)
    return dict(found)


def count_groups(wanted: Sequence[Wanted]) -> Mapping[Group, int]:
    found: defaultdict[Group, int] = defaultdict(int)
    for each in wanted:
        found[each.group] += 1
    return found


def all_of(found: Replan) -> Iterator[Standing]:
    """What stands in the file and is said something of."""
    yield from (each.standing for each in found.moves)
    yield from (each.standing for each in found.stays)
    yield from found.gone
