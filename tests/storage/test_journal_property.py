"""Whatever is done, undone and done again, in whatever order and over restarts: the same rows come back."""

from __future__ import annotations

import random
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.i18n.message import Message, msg
from mentordesk.storage.checks import signature
from mentordesk.storage.opening import open_store
from mentordesk.storage.records import DependenceRecord, MentorRecord, PersonRecord, UnitRecord
from mentordesk.storage.taking_in import AllAtOnce
from tests.counts import count


def some_change(session: Session, dice: random.Random) -> None:
    """Inserts, updates, deletes, keys that point at one another, flushes in between; never an unsound file."""
    people = list(session.scalars(select(PersonRecord)))
    units = list(session.scalars(select(UnitRecord)))
    match dice.randrange(8):
        case 0:
            parent = dice.choice(units).id if units else None
            session.add(UnitRecord(name=f"Unit {dice.randrange(9)}", parent_id=parent))
        case 1:
            unit = dice.choice(units).id if units else None
            person = PersonRecord(given_name="Åse", unit_id=unit, tags=["a"] * dice.randrange(3))
            session.add(person)
            if dice.random() < 0.5:
                session.add(MentorRecord(person_id=person.id, capacity=dice.randrange(4)))
        case 2 if people:
            person = dice.choice(people)
            person.notes = dice.choice([None, "", "Hei – æøå", "x" * 3000])
            person.retired = dice.choice([None, True, False])
        case 3 if people:
            person = dice.choice(people)
            for other in session.scalars(select(PersonRecord).where(PersonRecord.line_manager_id == person.id)):
                other.line_manager_id = None
            if (mentor := session.get(MentorRecord, person.id)) is not None:
                session.delete(mentor)
            mine = (DependenceRecord.person_id == person.id) | (DependenceRecord.other_id == person.id)
            for dependence in session.scalars(select(DependenceRecord).where(mine)):
                session.delete(dependence)
            session.delete(person)
        case 4 if len(people) > 1:
            one, two = dice.sample(people, 2)
            one.line_manager_id = two.id
            known = select(DependenceRecord).where(
                DependenceRecord.person_id == one.id, DependenceRecord.other_id == two.id
            )
            if session.scalars(known).first() is None:
                session.add(DependenceRecord(person_id=one.id, other_id=two.id))
        case 5 if units:
            renamed = dice.choice(units)
            renamed.name = f"Unit {dice.randrange(9)}"
            session.flush()
            renamed.area = dice.choice(["", "kirurgi"])
        case 6:
            newcomers = AllAtOnce(session)
            unit = newcomers.begin(UnitRecord, {"name": f"Unit {dice.randrange(9)}"})
            for number in range(dice.randrange(4)):
                person = newcomers.begin(PersonRecord, {"given_name": f"Åse {number}", "unit_id": unit.id})
                person.tags = ["a", "ŋ"] * dice.randrange(3)
            newcomers.take_in()
        case _:
            pass


class Journey(RuleBasedStateMachine):
    """`marks` are the signatures of all states from the first to the newest that redo could reach."""

    @initialize(seed=st.integers(0, 2**32))
    def begin(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "journey.mentordesk"
        self.store = open_store(self.path, create=True)
        self.marks = [signature(self.store)]
        self.names: list[Message] = []
        self.at = 0

    @rule(steps=st.integers(1, 12))
    def change(self, steps: int) -> None:
        name = msg("Change {number}", number=self.dice.randrange(10**6))
        with self.store.changing(name) as session:
            for _ in range(steps):
                some_change(session, self.dice)
                if self.dice.random() < 0.5:
                    session.flush()
        now = signature(self.store)
        if now != self.marks[self.at]:
            self.marks = [*self.marks[: self.at + 1], now]
            self.names = [*self.names[: self.at], name]
            self.at += 1

    @rule()
    def fail(self) -> None:
        try:
            with self.store.changing(msg("Fails")) as session:
                for _ in range(5):
                    some_change(session, self.dice)
                session.flush()
                raise ZeroDivisionError
        except ZeroDivisionError:
            pass

    @rule(times=st.integers(1, 4))
    def undo(self, times: int) -> None:
        for _ in range(times):
            expected = self.names[self.at - 1] if self.at else None
            assert self.store.undo() == expected
            self.at = max(0, self.at - 1)

    @rule(times=st.integers(1, 4))
    def redo(self, times: int) -> None:
        for _ in range(times):
            expected = self.names[self.at] if self.at < len(self.names) else None
            assert self.store.redo() == expected
            self.at = min(len(self.names), self.at + 1)

    @rule()
    def restart(self) -> None:
        self.store.close()
        self.store = open_store(self.path)

    @invariant()
    def rows_are_those_of_this_state(self) -> None:
        if hasattr(self, "store"):
            assert signature(self.store) == self.marks[self.at]

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.store.close()
            shutil.rmtree(self.folder)


@pytest.mark.timeout(count(300, 7_200))
def test_any_journey() -> None:
    run_state_machine_as_test(
        Journey, settings=settings(max_examples=count(6, 300), stateful_step_count=15, deadline=None)
    )
