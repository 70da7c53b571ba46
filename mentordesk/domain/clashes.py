"""Who sits in two meetings at once. Which meetings there are, and who is asked to them, is a question to the file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from mentordesk.domain.ids import PersonId

_AT_ONCE = 3  # so many others are named for one person; somebody in a hundred meetings at once learns no more


@dataclass(frozen=True, slots=True)
class Sitting:
    """One day of one meeting, by the clock on the wall, with those who are asked to it."""

    starts_at: datetime
    ends_at: datetime
    people: tuple[PersonId, ...]

    def overlaps(self, other: Sitting) -> bool:
        """One that begins as the other ends is no clash."""
        return self.starts_at < other.ends_at and other.starts_at < self.ends_at


Clashes = Mapping[int, Mapping[int, Sequence[PersonId]]]


def clashes(sittings: Sequence[Sitting]) -> Clashes:
    """For each sitting that clashes, by its place in the list: the places of the others, and who sits in both."""
    theirs: defaultdict[PersonId, list[int]] = defaultdict(list)
    for place, sitting in enumerate(sittings):
        for person in dict.fromkeys(sitting.people):
            theirs[person].append(place)
    found: defaultdict[int, defaultdict[int, list[PersonId]]] = defaultdict(lambda: defaultdict(list))
    for person, places in theirs.items():
        if len(places) < 2:
            continue
        running: list[int] = []
        for place in sorted(places, key=lambda each: sittings[each].starts_at):
            running = [other for other in running if sittings[other].overlaps(sittings[place])][-_AT_ONCE:]
            for other in running:
                found[place][other].append(person)
                found[other][place].append(person)
            running.append(place)
    return found
