"""A year as it was lived: of each day that was looked at, what Today said, and the notebook as it was."""

from __future__ import annotations

import copy
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mentordesk.queries.today import Entry
from tests.year.beginning import Beginning
from tests.year.facts import Expected, Facts
from tests.year.oracle import expected
from tests.year.running import run
from tests.year.story import Story
from tests.year.telling import differences, said


@dataclass(frozen=True)
class Lived:
    day: date
    said: Mapping[Expected, Entry]  # by Today
    wanted: frozenset[Expected]  # by the oracle
    facts: Facts

    @property
    def differences(self) -> list[str]:
        return differences(self.day, self.said, self.wanted)


def live(folder: Path, start: Beginning, story: Story, *, until: date, days: Collection[date]) -> Iterator[Lived]:
    for day, told, facts in run(folder, start, story, until=until, days=days):
        yield Lived(day, said(told), expected(facts, day), copy.deepcopy(facts))
