"""A file in which a simulated programme is lived, its clock, and the notebook of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from mentordesk.actions.matching import (
    Consent,
    CriteriaException,
    approve_pair,
)
from mentordesk.domain.ids import ProgrammeId
from mentordesk.storage.store import Store
from tests.year.beginning import Beginning, two_people
from tests.year.facts import Facts, Joint, PairFacts

WAIVED = CriteriaException("simulated", "Kari")


class Clock:
    """Noon of the day that is being lived."""

    def __init__(self, day: date) -> None:
        self.day = day

    def __call__(self) -> datetime:
        return datetime.combine(self.day, time(12), UTC)


@dataclass
class Life:
    """A file and the notebook of it."""

    store: Store
    clock: Clock
    programme: ProgrammeId
    facts: Facts
    start: Beginning
    coming: list[date]  # the days on which pairs are approved

    @property
    def day(self) -> date:
        return self.clock.day

    def pair(self, number: str) -> PairFacts:
        return next(pair for pair in self.facts.pairs if pair.id == number)

    def meeting(self, number: str) -> Joint:
        return next(meeting for meeting in self.facts.joint if meeting.id == number)

    def match(self) -> bool:
        """Approves whoever's day has come."""
        due = [each for each in self.coming if each <= self.day]
        for each in due:
            self.coming.remove(each)
            mentee, mentor = two_people(self.store, self.programme, self.start, self.facts, self.day)
            made = approve_pair(
                self.store,
                programme=self.programme,
                mentee=mentee,
                mentor=mentor,
                today=self.day,
                consent=Consent("Kari", WAIVED),
            )
            self.facts.pairs.append(PairFacts(made.pair, mentee, mentor, self.day))
        return bool(due)
