"""Selection (R24): in which order applicants are looked at, how many places are taken, what can be decided.

What a criterion is and how it stands is criteria.py; what a gate waits for is gates.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from mentordesk.domain.criteria import Criterion, Evidence, Finding, Standing, assess
from mentordesk.domain.ids import ParticipationId
from mentordesk.domain.people import Role
from mentordesk.domain.programmes import PriorityGroup, ProgrammeSettings
from mentordesk.domain.statuses import ParticipationStatus

DECISIONS = (ParticipationStatus.SELECTED, ParticipationStatus.WAITING, ParticipationStatus.DECLINED)
"""What a selection can end with."""
OUT_OF_IT = frozenset({ParticipationStatus.WITHDRAWN, ParticipationStatus.COMPLETED})
"""Of whom nothing is decided any more."""
_HOLDS_A_PLACE = frozenset({ParticipationStatus.SELECTED, ParticipationStatus.COMPLETED})


@dataclass(frozen=True, slots=True)
class Place:
    """Where an applicant stands among the others."""

    id: ParticipationId
    status: ParticipationStatus
    findings: tuple[Finding, ...]
    since: date  # the day of the application, else that of the status
    group: int | None = None  # which of the programme's priority groups, 0 the first; None: of no group
    waits_from_last_round: bool = False
    waiting_rank: int | None = None  # 1 is next

    @property
    def met(self) -> int:
        return sum(finding.standing is Standing.MET for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Seats:
    """Places of a programme for one role; no `capacity`: there is no limit."""

    capacity: int | None
    taken: int

    @property
    def left(self) -> int | None:
        """Below nothing where more were selected than there are places for."""
        return None if self.capacity is None else self.capacity - self.taken


def order(places: Iterable[Place]) -> tuple[Place, ...]:
    """Who is looked at first: whoever waits since the last round (R36), then the programme's priority groups (R21),
    then the more criteria are met, then the earlier the application came."""
    return tuple(sorted(places, key=_key))


def _key(place: Place) -> tuple[bool, bool, int, int, date, str]:
    return (
        not place.waits_from_last_round,
        place.group is None,
        place.group or 0,
        -place.met,
        place.since,
        place.id,
    )


def counted(settings: ProgrammeSettings, role: Role, statuses: Iterable[ParticipationStatus]) -> Seats:
    """The programme's capacity counts mentees; mentors are as many as it finds."""
    taken = sum(status in _HOLDS_A_PLACE for status in statuses)
    return Seats(settings.capacity if role is Role.MENTEE else None, taken)


def group_of(groups: Sequence[PriorityGroup], known: Evidence, today: date) -> int | None:
    """The first of the groups that somebody belongs to; what is unknown makes nobody part of one."""
    for place, group in enumerate(groups):
        if group.role is known.role:
            measured = Criterion(group.key, group.role, group.measure, group.title, figure=group.figure)
            if assess(measured, known, today).standing is Standing.MET:
                return place
    return None


def in_line(waiting: Iterable[Place]) -> tuple[Place, ...]:
    """The waiting list: those with a rank keep their order, those who came now follow as they are looked at."""
    ordered = order(waiting)
    ranked = sorted(
        (each for each in ordered if each.waiting_rank is not None), key=lambda each: each.waiting_rank or 0
    )
    return (*ranked, *(each for each in ordered if each.waiting_rank is None))
