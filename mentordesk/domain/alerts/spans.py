"""From when to when a pair belongs together: the cohort's time, or its own where people join one at a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mentordesk.domain.plan import Semester, semester_of, semesters_from
from mentordesk.domain.programmes import Intake, Programme


@dataclass(frozen=True, slots=True)
class Span:
    """`begins_on` is the day from which conversations are expected."""

    begins_on: date
    ends_on: date
    semesters: tuple[Semester, ...]

    def semester(self, day: date) -> Semester:
        """A day outside belongs to the nearest."""
        return self.semesters[semester_of(self.semesters, day) - 1]


def programme_span(programme: Programme) -> Span:
    return Span(programme.starts_on, programme.ends_on, semesters_from(programme.settings, programme.starts_on))


def pair_span(programme: Programme, approved_on: date, start_up: date | None) -> Span:
    """`start_up` is the last day of the start-up meeting, before which a cohort's pairs don't begin."""
    begins_on = max(programme.starts_on, approved_on)
    if programme.settings.intake is Intake.ROLLING:
        semesters = semesters_from(programme.settings, begins_on)
        return Span(begins_on, semesters[-1].ends_on, semesters)
    whole = programme_span(programme)
    return Span(max(begins_on, start_up or begins_on), whole.ends_on, whole.semesters)
