"""Whatever is done with pairs, in any order: only the table's ways, never too many mentees, and undo goes all the way.

The model knows the table of domain/pair_steps.py and nothing of the actions; the file knows nothing of the model.
"""

from __future__ import annotations

import random
import shutil
import tempfile
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from mentordesk.actions.contracts import sign_contract
from mentordesk.actions.matching import (
    Closing,
    Consent,
    accept,
    answer_fit,
    ask_both,
    ask_fit,
    begin,
    complete,
    decide_no_match,
    decline,
    dissolve,
    end_substitute,
    hold,
    rematch,
    resume,
    substitute,
    take_back_no_match,
    want_new_mentor,
)
from mentordesk.domain.holds import Due
from mentordesk.domain.pair_stages import ENDED, Stage, history_of, stage_of
from mentordesk.domain.pair_steps import STEPS, PairStep, step_fact
from mentordesk.domain.pairs import RUNNING, Ending, FitValue, PairStatus, Side
from mentordesk.domain.passing import Passing
from mentordesk.domain.refusals import Refused
from mentordesk.queries.loads import load_over
from mentordesk.queries.no_match import not_to_match_over
from mentordesk.queries.pair_warnings import pair_warnings
from mentordesk.queries.pairs import days_of
from mentordesk.queries.soundness import one_mentor_at_a_time, pairs_have_both_ends
from mentordesk.storage.checks import signature
from mentordesk.storage.opening import open_store
from mentordesk.storage.records import MentorRecord, PairRecord
from tests.actions.paired import WAIVED, Clock, house
from tests.counts import count
from tests.queries.small_programme import change

MENTOR = st.integers(0, 2)
SOUND = (one_mentor_at_a_time, pairs_have_both_ends)
LAST = frozenset({PairStep.DECLINE, PairStep.COMPLETE, PairStep.DISSOLVE, PairStep.REMATCH})
ONWARDS = {
    Stage.PROPOSAL: PairStep.ASK,
    Stage.ASKED: PairStep.ACCEPT,
    Stage.ACCEPTED_BY_ONE: PairStep.ACCEPT,
    Stage.AGREED: PairStep.SIGN,
    Stage.SIGNED: PairStep.BEGIN,
}


class Journey(RuleBasedStateMachine):
    """Four mentees, three mentors (one takes two), days that pass; `marks` are the signatures to which undo leads."""

    @initialize(seed=st.integers(0, 2**32))
    def start(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self.folder = Path(tempfile.mkdtemp())
        clock = Clock()
        self.house = house(open_store(self.folder / "journey.mentordesk", create=True, clock=clock), clock, 4, 3)
        change(self.house.store, MentorRecord, self.house.there.mentors[0].person, capacity=2)
        self.stages: dict[str, Stage] = {}
        self.marks = [signature(self.house.store)]
        self.at = 0
        for mentee, mentor in ((0, 0), (1, 0), (2, 1)):
            self.match(mentee, mentor, confirmed=False)
        self.begun = self.at  # the pairs that are there from the beginning are undone at the end only
        for _ in range(15):
            pair = self.dice.choice(sorted(self.stages))
            if (step := ONWARDS.get(self.stages[pair])) is not None:
                self._step(step, pair)

    @rule(days=st.integers(1, 40))
    def time_passes(self, days: int) -> None:
        self.house.clock.turn(days)

    @rule(mentee=st.integers(0, 3), mentor=MENTOR, confirmed=st.booleans())
    def match(self, mentee: int, mentor: int, confirmed: bool) -> None:
        self._try(None, lambda: self.house.pair(mentee, mentor, self._consent(mentee, mentor, confirmed)))

    @rule(times=st.integers(1, 6))
    def live(self, times: int) -> None:
        """Any step with any pair, but mostly ones that the table allows with a pair that lives."""
        for _ in range(times):
            self._step(*self._next())

    @rule()
    def converse(self) -> None:
        pair = self.dice.choice(sorted(self.stages))
        self._try(pair, lambda: self.house.converse(pair))

    @rule(mentee=st.integers(0, 3), back=st.booleans(), waits=st.booleans())
    def decide(self, mentee: int, back: bool, waits: bool) -> None:
        store, of = self.house.store, self.house.mentee(mentee)
        if back:
            self._try(None, lambda: take_back_no_match(store, of, by="Kari"))
        else:
            self._try(None, lambda: decide_no_match(store, of, reason="No field", by="Kari", waits=waits))

    @rule(wanted=st.booleans())
    def think_again(self, wanted: bool) -> None:
        pair = self.dice.choice(sorted(self.stages))
        self._try(pair, lambda: want_new_mentor(self.house.store, pair, wanted=wanted))

    @rule(times=st.integers(1, 3))
    def undo(self, times: int) -> None:
        for _ in range(times):
            if self.at > self.begun:
                self.house.store.undo()
                self.at -= 1
        assert signature(self.house.store) == self.marks[self.at]
        self._look()

    @rule(times=st.integers(1, 3))
    def redo(self, times: int) -> None:
        for _ in range(times):
            if self.at + 1 < len(self.marks):
                self.house.store.redo()
                self.at += 1
        assert signature(self.house.store) == self.marks[self.at]
        self._look()

    @invariant()
    def no_mentor_has_too_many_and_no_mentee_two(self) -> None:
        if not hasattr(self, "marks"):
            return
        with self.house.store.reading() as session:
            load = load_over(session, self.house.today)
            pairs = session.query(PairRecord).all()
            left_aside = not_to_match_over(session, self.house.there.programme)
            said = [problem for each in SOUND for problem in each(session)]
        running = Counter(pair.mentee_id for pair in pairs if pair.status in RUNNING)
        assert all(load[each.person] <= most for each, most in zip(self.house.there.mentors, (2, 1, 1), strict=True))
        assert max(running.values(), default=0) <= 1
        assert not left_aside & {pair.mentee_id for pair in pairs if pair.status in RUNNING}
        assert said == []

    @invariant()
    def every_status_is_what_its_days_say(self) -> None:
        if not hasattr(self, "marks"):
            return
        with self.house.store.reading() as session:
            for pair in session.query(PairRecord):
                days = days_of(session, pair)
                reached = [each.on for each in history_of(days)]
                assert reached == sorted(reached)
                assert (pair.ended_on is None) == (pair.status in RUNNING)
                assert (pair.ending is None) == (pair.status is not PairStatus.DISSOLVED)
                open_rests = [rest for rest in days.rests if rest.resumed_on is None]
                assert len(open_rests) <= 1
                assert (pair.status is PairStatus.ON_HOLD) <= bool(open_rests)
                assert bool(open_rests) <= (pair.status not in {PairStatus.ACTIVE, PairStatus.SIGNED})

    def _next(self) -> tuple[PairStep, str]:
        living = [pair for pair, stage in self.stages.items() if stage not in ENDED]
        if not living or self.dice.random() < 0.2:
            return self.dice.choice(list(PairStep)), self.dice.choice(sorted(self.stages))
        pair = self.dice.choice(sorted(living))
        likely = [fact.step for fact in STEPS if self.stages[pair] in fact.leads]
        return self.dice.choices(likely, [1 if step in LAST else 5 for step in likely])[0], pair

    def _step(self, step: PairStep, pair: str) -> None:
        before = self.stages[pair]
        side, mentor = self.dice.choice(list(Side)), self.dice.randrange(3)
        took = self._try(pair, lambda: self._deed(step, pair, side, mentor))
        after = self.stages[pair]
        if took:
            assert after in step_fact(step).leads.get(before, frozenset()), (step, before, after)
        else:
            assert after is before

    def _deed(self, step: PairStep, pair: str, side: Side, mentor: int) -> object:
        there, store, on = self.house, self.house.store, self.house.today
        match step:
            case PairStep.ASK:
                return ask_both(store, pair, on=on)
            case PairStep.ACCEPT:
                return accept(store, pair, side, on=on)
            case PairStep.DECLINE:
                return decline(store, pair, by=self.dice.choice([None, side]), on=on)
            case PairStep.SIGN:
                if self.stages[pair] in ENDED:
                    raise Refused(step_fact(step).title)  # actions/contracts.py takes a day for a pair that has ended
                return sign_contract(store, pair, on=on)
            case PairStep.BEGIN:
                return begin(store, pair, on=on, exception=WAIVED)
            case PairStep.HOLD:
                until = self.dice.choice([None, on + timedelta(self.dice.randrange(1, 60))])
                return hold(store, pair, from_on=on, until_on=until, due=self.dice.choice(list(Due)))
            case PairStep.RESUME:
                return resume(store, pair, on=on)
            case PairStep.SUBSTITUTE:
                if self.dice.random() < 0.3:
                    return end_substitute(store, pair, on=on)
                until = on + timedelta(self.dice.randrange(0, 40))
                consent = Consent("Kari", WAIVED)
                return substitute(
                    store, pair, mentor=there.mentor(mentor), from_on=on, until_on=until, today=on, consent=consent
                )
            case PairStep.FIT:
                after = self.dice.choice([1, 3])
                if self.dice.random() < 0.5:
                    return ask_fit(store, pair, after_meeting=after, on=on)
                value = self.dice.choice(list(FitValue))
                return answer_fit(store, pair, side=side, after_meeting=after, value=value, wants_to_talk=False, on=on)
            case PairStep.COMPLETE:
                return complete(store, pair, on=on, closing=Closing(contact_continues=True))
            case PairStep.DISSOLVE:
                agreement = there.agreement(ending=self.dice.choice(list(Ending)), new_mentor_wanted=mentor > 0)
                return dissolve(store, pair, agreement)
            case PairStep.REMATCH:
                return rematch(
                    store,
                    pair,
                    there.agreement(),
                    mentor=there.mentor(mentor),
                    today=on,
                    consent=Consent("Kari", WAIVED),
                )
            case PairStep.AGREE:
                raise Refused(step_fact(step).title)  # changes no stage; tests/actions/test_pair_life.py
        raise AssertionError(step)

    def _consent(self, mentee: int, mentor: int, confirmed: bool) -> Consent:
        if not confirmed:
            return Consent("Kari", WAIVED)
        there = self.house
        said = pair_warnings(
            there.store,
            there.there.programme,
            mentee=there.mentee(mentee),
            mentor=there.mentor(mentor),
            today=there.today,
        )
        keys = frozenset(warning.key for warning in said)
        return Consent("Kari", WAIVED, Passing("Both want it", "Kari", keys, keys))

    def _try(self, pair: str | None, deed) -> bool:
        """Whether it was taken; a refusal leaves the file as it was, and everything else leaves one step."""
        try:
            deed()
        except Refused:
            assert signature(self.house.store) == self.marks[self.at]
            return False
        now = signature(self.house.store)
        if now != self.marks[self.at]:
            self.marks = [*self.marks[: self.at + 1], now]
            self.at += 1
        self._look(pair)
        return True

    def _look(self, concerned: str | None = None) -> None:
        """The stages as they are; a deed changes the stage of no other pair than the one it is about."""
        before = self.stages
        with self.house.store.reading() as session:
            self.stages = {pair.id: stage_of(days_of(session, pair)) for pair in session.query(PairRecord)}
        if concerned is not None:
            others = before.keys() - {concerned}
            assert {pair: self.stages[pair] for pair in others} == {pair: before[pair] for pair in others}

    def teardown(self) -> None:
        if hasattr(self, "house"):
            while self.at:
                self.house.store.undo()
                self.at -= 1
                assert signature(self.house.store) == self.marks[self.at]
            self.house.store.close()
            shutil.rmtree(self.folder)


@pytest.mark.timeout(count(300, 7_200))
def test_any_life_of_pairs() -> None:
    run_state_machine_as_test(
        Journey, settings=settings(max_examples=count(5, 300), stateful_step_count=count(12, 40), deadline=None)
    )
