"""Which of the participants are shown: by role, status and what is missing. Searching for words is the table's."""

from __future__ import annotations

from dataclasses import dataclass

from mentordesk.domain.people import MATCHABLE, ParticipationStatus, Role
from mentordesk.queries.participants import ParticipantRow


@dataclass(frozen=True, slots=True)
class Choice:
    """Each condition that is set must hold; the empty choice takes everybody."""

    role: Role | None = None
    status: ParticipationStatus | None = None
    missing: bool = False  # only those of whom something is missing
    unpaired: bool = False  # only those who are in the programme and in no pair
    free: bool = False  # only mentors with a free place

    @property
    def narrows(self) -> bool:
        return self != Choice()

    def takes(self, row: ParticipantRow) -> bool:
        return (
            (self.role is None or row.role is self.role)
            and (self.status is None or row.status is self.status)
            and (not self.missing or bool(row.missing))
            and (not self.unpaired or (not row.partner and row.status in MATCHABLE))
            and (not self.free or (bool(row.places) and row.status in MATCHABLE))
        )

    def shows_role(self, role: Role) -> bool:
        """Whether somebody in this role, of whom little is known yet, would be in view."""
        return self.role in (None, role) and self.status is None and not (self.unpaired or self.missing or self.free)


@dataclass(frozen=True, slots=True)
class Figures:
    """Of all participants, whoever of them is shown."""

    mentees: int
    mentors: int
    missing: int


def figures(rows: tuple[ParticipantRow, ...]) -> Figures:
    """Those who declined, left or are through are not counted."""
    there = [row for row in rows if row.status in MATCHABLE]
    mentees = sum(row.role is Role.MENTEE for row in there)
    mentors = sum(row.role is Role.MENTOR for row in there)
    return Figures(mentees, mentors, sum(bool(row.missing) for row in there))
