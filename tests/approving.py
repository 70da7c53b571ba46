"""The example with its plan found, kept and approved: where a test's own story begins after the matching."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from mentordesk.actions.files import open_file
from mentordesk.actions.matching import Decided, approve, keep_scenario, seats_of
from mentordesk.matching.scenario import solve
from mentordesk.queries.board import board
from mentordesk.queries.programmes import programmes
from mentordesk.sample.rounds import on_the_sample_day


def approve_plan(path: Path, clock: Callable[[], datetime] = on_the_sample_day) -> None:
    """Of the newest programme in the file, on the sample day unless `clock` says otherwise."""
    with open_file(path, clock=clock) as store:
        programme = programmes(store)[-1].id
        now = board(store, programme, today=store.today())
        keep_scenario(
            store,
            programme=programme,
            name=now.scenario,
            seats=seats_of(solve(now.question, shown=now.mentor_of)),
            settings=now.question.settings,
            decided=Decided(now.decisions, now.decisions),
        )
        approve(store, programme=programme, scenario=now.scenario, today=store.today(), by="Kari")
