"""Groups of a joint meeting: nobody beside the own mentor or mentee, colleagues of one employer apart (R53).

Everything that two people in one group cost is a number for the two, so the cost of a division is the sum over all
twos that sit together. Sizes differ by one at most, and whoever was put somewhere by hand stays. What is lost on
employers is held against a bound that no division can beat; few people are tried out exactly.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from mentordesk.domain.people import Role
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg, nmsg
from mentordesk.matching.grouping import Costs, Places, searched, total, tried_out

MOST_PEOPLE = 500
_EXACT = 9  # so many are tried out one by one


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody to be seated; `employer` "" is unknown, and nobody's colleague."""

    id: str
    employer: str = ""
    pairs: frozenset[str] = frozenset()
    role: Role | None = None
    held_in: int | None = None  # the number of the group, 1 is the first; None: wherever


@dataclass(frozen=True, slots=True)
class Division:
    """`together` counts twos of one employer in one group; fewer than `best` is impossible."""

    groups: tuple[tuple[str, ...], ...]
    together: int
    best: int
    pairs_together: int
    proved: bool  # nothing better is possible in pairs and employers


def divide(seats: Sequence[Seat], groups: int, *, before: Collection[frozenset[str]] = ()) -> Division:
    """First no pair in one group, then as few as can be of one employer together, then mentors spread, then as
    few as can be who sat together `before`. The order of the seats does not matter.

    Raises:
        Refused: no group, more groups than people, too many people, or more held in a group than it can have.
    """
    everybody = sorted(seats, key=lambda seat: seat.id)
    _check(everybody, groups)
    costs = _Weights.of(everybody, groups, before)
    held = np.array([-1 if seat.held_in is None else seat.held_in - 1 for seat in everybody], dtype=np.int64)
    best = _bound(everybody, groups)
    places = searched(costs.whole, held, groups, lambda found: _is_perfect(found, costs, best))
    exact = len(everybody) <= _EXACT
    if exact:
        places = tried_out(costs.whole, held, groups, places)
    pairs, together = total(places, costs.pairs), total(places, costs.employers)
    members = tuple(tuple(everybody[at].id for at in np.flatnonzero(places == group)) for group in range(groups))
    if exact:
        best = together
    return Division(members, together, best, pairs, exact or (pairs == 0 and together == best))


def quality(seats: Sequence[Seat], members: Sequence[Collection[str]]) -> Division:
    """How good a division is that is there already; people without a seat are left out."""
    place = {person: number for number, people in enumerate(members) for person in people}
    everybody = sorted((seat for seat in seats if seat.id in place), key=lambda seat: seat.id)
    costs = _Weights.of(everybody, max(1, len(members)), ())
    places = np.array([place[seat.id] for seat in everybody], dtype=np.int64)
    best = _bound([Seat(seat.id, seat.employer) for seat in everybody], max(1, len(members)))
    pairs, together = total(places, costs.pairs), total(places, costs.employers)
    known = {seat.id for seat in everybody}
    groups = tuple(tuple(sorted(set(people) & known)) for people in members)
    return Division(groups, together, min(best, together), pairs, pairs == 0 and together <= best)


@dataclass(frozen=True, slots=True)
class _Weights:
    """What two in one group cost: each alone, and the whole, in which the first counts before all the others."""

    pairs: Costs
    employers: Costs
    whole: Costs

    @classmethod
    def of(cls, seats: Sequence[Seat], groups: int, before: Collection[frozenset[str]]) -> _Weights:
        count = len(seats)
        pairs, employers, mentors, again = (np.zeros((count, count), dtype=np.int64) for _ in range(4))
        for (at, one), (to, other) in combinations(enumerate(seats), 2):
            pairs[at, to] = pairs[to, at] = bool(one.pairs & other.pairs)
            employers[at, to] = employers[to, at] = bool(one.employer) and one.employer == other.employer
            mentors[at, to] = mentors[to, at] = one.role is other.role is Role.MENTOR
            again[at, to] = again[to, at] = frozenset({one.id, other.id}) in before
        more = count * -(-count // groups) // 2 + 1  # than any of the four can add up to
        return cls(pairs, employers, ((pairs * more + employers) * more + mentors) * more + again)


def _check(seats: Sequence[Seat], groups: int) -> None:
    count = len(seats)
    if groups < 1:
        raise Refused(msg("Ask for at least one group."))
    if count > MOST_PEOPLE:
        raise Refused(msg("Groups are made of at most {count} people.", count=MOST_PEOPLE))
    if groups > count:
        raise Refused(
            nmsg(
                "There is only {count} person, so there cannot be {groups} groups.",
                "There are only {count} people, so there cannot be {groups} groups.",
                count,
                groups=groups,
            )
        )
    held = Counter(seat.held_in for seat in seats if seat.held_in is not None)
    most, extra = -(-count // groups), count % groups or groups
    full = [number for number, many in held.items() if many > count // groups]
    for number, many in sorted(held.items()):
        if not 1 <= number <= groups:
            raise Refused(msg("Somebody is held in group {number}, and there is no such group.", number=number))
        if many > most or len(full) > extra:
            raise Refused(
                nmsg(
                    "In group {number} {count} person is held by hand, more than the groups can have. "
                    "Make fewer groups.",
                    "In group {number} {count} people are held by hand, more than the groups can have. "
                    "Make fewer groups.",
                    many,
                    number=number,
                )
            )


def _bound(seats: Sequence[Seat], groups: int) -> int:
    """Each employer's people spread as evenly as those who are held allow; no division has fewer together."""
    total = 0
    staff: defaultdict[str, list[Seat]] = defaultdict(list)
    for seat in seats:
        if seat.employer:
            staff[seat.employer].append(seat)
    for theirs in staff.values():
        counts = [0] * groups
        for seat in theirs:
            if seat.held_in is not None:
                counts[seat.held_in - 1] += 1
        for _ in range(sum(seat.held_in is None for seat in theirs)):
            counts[counts.index(min(counts))] += 1
        total += sum(count * (count - 1) // 2 for count in counts)
    return total


def _is_perfect(places: Places, costs: _Weights, best: int) -> bool:
    return total(places, costs.pairs) == 0 and total(places, costs.employers) == best
