"""A programme with applicants, a clock that tests set, and pairs at any stage of their life."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from mentordesk.actions.contracts import sign_contract
from mentordesk.actions.logbooks import register_conversation
from mentordesk.actions.matching import Agreement, Consent, CriteriaException, approve_pair, begin
from mentordesk.domain.ids import PairId
from mentordesk.domain.pairs import Ending, Side
from mentordesk.domain.programmes import Mode
from mentordesk.i18n.catalog import catalog
from mentordesk.queries.pair_page import PairPage, pair_page
from mentordesk.storage.store import Store
from tests.queries.applicants import Applied, applied
from tests.queries.small_programme import START

WAIVED = CriteriaException("a trial", "Kari")
CONSENT = Consent("Kari", WAIVED)


class Clock:
    """Noon of a day, in UTC; tests turn it."""

    def __init__(self, day: date = START) -> None:
        self.day = day

    def __call__(self) -> datetime:
        return datetime.combine(self.day, time(12), UTC)

    def turn(self, days: int) -> date:
        self.day += timedelta(days)
        return self.day


@dataclass(frozen=True)
class House:
    """The store with its clock and its applicants, none of them matched."""

    store: Store
    clock: Clock
    there: Applied

    @property
    def today(self) -> date:
        return self.clock.day

    def mentee(self, number: int):
        return self.there.mentees[number].id

    def mentor(self, number: int):
        return self.there.mentors[number].id

    def pair(self, mentee: int = 0, mentor: int = 0, consent: Consent = CONSENT) -> PairId:
        """A proposal of today."""
        return approve_pair(
            self.store,
            programme=self.there.programme,
            mentee=self.mentee(mentee),
            mentor=self.mentor(mentor),
            today=self.today,
            consent=consent,
        ).pair

    def active(self, mentee: int = 0, mentor: int = 0) -> PairId:
        """Approved, signed and begun, all today."""
        pair = self.pair(mentee, mentor)
        sign_contract(self.store, pair, on=self.today)
        begin(self.store, pair, on=self.today, exception=WAIVED)
        return pair

    def converse(self, pair: PairId, days: int = 1) -> None:
        """A conversation, so many days on."""
        held_on = self.clock.turn(days)
        register_conversation(self.store, pair=pair, held_on=held_on, minutes=60, mode=Mode.DIGITAL, today=self.today)

    def page(self, pair: PairId) -> PairPage:
        return pair_page(self.store, pair, today=self.today)

    def agreement(self, **told) -> Agreement:
        return replace(Agreement(self.today, Ending.FIT, Side.MENTEE, new_mentor_wanted=True), **told)

    def undo_name(self) -> str | None:
        name = self.store.undo_name()
        return None if name is None else catalog("en").say(name)


def house(store: Store, clock: Clock, mentees: int = 4, mentors: int = 5) -> House:
    return House(store, clock, applied(store, mentees, mentors))
