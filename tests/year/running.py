"""Lets a story happen in a real file, day by day, and asks Today on some of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

from mentordesk.queries.today import Today, today
from mentordesk.storage.opening import open_store
from tests.year import deeds_of_pairs, deeds_of_the_team
from tests.year.beginning import Beginning, begun, read_calendar
from tests.year.facts import Facts
from tests.year.life import Clock, Life
from tests.year.story import Deed, Story

DEEDS = deeds_of_pairs.DEEDS | deeds_of_the_team.DEEDS


def run(
    folder: Path, start: Beginning, story: Story, *, until: date, days: Collection[date]
) -> Iterator[tuple[date, Today, Facts]]:
    """Each of these days, with what Today says, and the notebook, which goes on being written."""
    clock = Clock(start.first_day)
    with open_store(folder / "year.mentordesk", create=True, clock=clock, who="Kari") as store:
        programme, facts = begun(store, start)
        life = Life(store, clock, programme, facts, start, list(start.approved_on))
        while clock.day <= until:
            if life.match():
                read_calendar(store, programme, facts)
            for _ in range(3):  # what was done may lead to more on the same day
                deeds = story.deeds(facts, clock.day)
                do(life, deeds)
                if not deeds:
                    break
            if clock.day in days:
                yield clock.day, today(store, clock.day, programme), facts
            clock.day += timedelta(1)


def do(life: Life, deeds: Iterable[Deed]) -> None:
    done = False
    for deed in deeds:
        DEEDS[deed.what](life, deed)
        done = True
    if done:
        read_calendar(life.store, life.programme, life.facts)
