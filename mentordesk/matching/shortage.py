"""Who competes for too few places, and which rule stands in the way (R32).

Works on rows and columns; names and sentences are made where they are shown. Not here: the plan (`optimum`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from mentordesk.matching.cohort import whole_numbers
from mentordesk.matching.levels import Mask, Whole


@dataclass(frozen=True, slots=True)
class Shortage:
    """Why `mentee` has no mentor: all these `mentees`, herself among them, may only have these `mentors`, who have
    `places` together, one too few. Without any one of the mentees it would be enough."""

    mentee: int
    mentees: tuple[int, ...]
    mentors: tuple[int, ...]
    places: int


@dataclass(frozen=True, slots=True)
class Relief:
    """How many more of the cohort could be seated if `rule` were lifted for a group."""

    rule: str
    seated: int


def shortages(allowed: npt.ArrayLike, capacity: npt.ArrayLike, mentor_of: npt.ArrayLike) -> tuple[Shortage, ...]:
    """One for each mentee without a mentor, in the order of the table.

    Raises ValueError if one of them could be seated after all: then the board does not seat as many as possible.
    """
    seats = _Seats.read(allowed, capacity, mentor_of)
    return tuple(_shortage(seats, int(mentee)) for mentee in np.flatnonzero(seats.mentor_of < 0))


def lifting(
    broken: Mapping[str, Mask],
    allowed: npt.ArrayLike,
    capacity: npt.ArrayLike,
    mentor_of: npt.ArrayLike,
    shortage: Shortage,
) -> tuple[Relief, ...]:
    """The rules that would seat more if one of them alone were lifted for the mentees of a shortage, best first.

    `broken` says for each rule which pairs it forbids, and names all that forbids any (a lock too). So a pair opens
    if the lifted rule is the only one that forbids it.
    """
    seats = _Seats.read(allowed, capacity, mentor_of)
    group = np.asarray(shortage.mentees)
    reasons = np.zeros(seats.allowed[group].shape, dtype=np.int64)
    for forbidden in broken.values():
        reasons += forbidden[group]
    gains = []
    for rule, forbidden in broken.items():
        opened = seats.allowed.copy()
        opened[group] |= forbidden[group] & (reasons == 1)
        gains.append(Relief(rule, _can_be_seated(_Seats(opened, seats.places, seats.mentor_of))))
    helpful = (relief for relief in gains if relief.seated)
    return tuple(sorted(helpful, key=lambda relief: -relief.seated))


@dataclass(frozen=True, slots=True, eq=False)
class _Seats:
    """A board and who may sit where."""

    allowed: Mask
    places: Whole
    mentor_of: Whole

    @classmethod
    def read(cls, allowed: npt.ArrayLike, capacity: npt.ArrayLike, mentor_of: npt.ArrayLike) -> _Seats:
        may = np.asarray(allowed, dtype=np.bool_)
        mentees, mentors = may.shape
        places = whole_numbers(capacity, mentors, "The capacity")
        return cls(may & (places > 0), places, whole_numbers(mentor_of, mentees, "The board"))

    def with_room(self) -> Mask:
        load = np.bincount(self.mentor_of + 1, minlength=len(self.places) + 1)[1:]
        room: Mask = load < self.places
        return room

    def sitting_with(self, mentors: Mask) -> Whole:
        seated = np.flatnonzero(self.mentor_of >= 0)
        sitting: Whole = seated[mentors[self.mentor_of[seated]]]
        return sitting

    def search(self, mentee: int) -> _Search:
        """Follows her possible mentors, the mentees who sit there, their possible mentors, and so on, until a mentor
        has room or nobody new is found."""
        room = self.with_room()
        reached = np.zeros(len(self.places), dtype=bool)
        through = np.full(len(self.places), -1)
        looking = np.asarray([mentee])
        while len(looking):
            new = self.allowed[looking].any(axis=0) & ~reached
            through[new] = looking[self.allowed[looking][:, new].argmax(axis=0)]
            reached |= new
            if (new & room).any():
                return _Search(reached, through, int((new & room).argmax()))
            looking = self.sitting_with(new)
        return _Search(reached, through, -1)


@dataclass(frozen=True, slots=True, eq=False)
class _Search:
    """The mentors `reached`, the mentee `through` whom each was, and the one with room (-1 for none)."""

    reached: Mask
    through: Whole
    room: int


def _shortage(seats: _Seats, mentee: int) -> Shortage:
    """What the search finds when it fails is a smallest group: whoever is left out of it would free a place."""
    search = seats.search(mentee)
    if search.room >= 0:
        raise ValueError("This board leaves a mentee out who could be seated.")
    mentors = np.flatnonzero(search.reached)
    return Shortage(
        mentee,
        tuple(sorted([mentee, *seats.sitting_with(search.reached).tolist()])),
        tuple(mentors.tolist()),
        int(seats.places[mentors].sum()),
    )


def _can_be_seated(seats: _Seats) -> int:
    """How many of those left out find a place when everybody else may move along."""
    board = _Seats(seats.allowed, seats.places, seats.mentor_of.copy())
    seated = 0
    for mentee in np.flatnonzero(seats.mentor_of < 0):
        search = board.search(int(mentee))
        mentor = search.room
        seated += mentor >= 0
        while mentor >= 0:
            who = search.through[mentor]
            mentor, board.mentor_of[who] = board.mentor_of[who], mentor
    return seated
