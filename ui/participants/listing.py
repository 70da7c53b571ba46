"""What the tab asks the file for: its rows by name, the figures over them, and what programmes are called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from mentordesk.domain.ids import ProgrammeId
from mentordesk.queries.participants import ParticipantRow, participants
from mentordesk.queries.programmes import programmes
from ui.language import ntr, tr
from ui.participants.choosing import Figures, figures
from ui.participants.columns import name_order

if TYPE_CHECKING:
    from mentordesk.actions.files import Store


@dataclass(frozen=True, slots=True)
class Listing:
    rows: tuple[ParticipantRow, ...]  # by name
    figures: Figures
    programmes: Mapping[ProgrammeId, str]

    @property
    def figures_in_words(self) -> str:
        """Nothing where there is nobody."""
        if not self.rows:
            return ""
        return tr(
            "{mentees} · {mentors} · {missing}",
            mentees=ntr("{count} mentee", "{count} mentees", self.figures.mentees),
            mentors=ntr("{count} mentor", "{count} mentors", self.figures.mentors),
            missing=ntr("{count} with something missing", "{count} with something missing", self.figures.missing),
        )


NOBODY = Listing((), Figures(0, 0, 0), {})


def listing(store: Store, programme: ProgrammeId | None, today: date) -> Listing:
    """Sorted here, on the file's thread: names of thousands take longer than a window may wait."""
    names = {each.id: each.name for each in programmes(store)}
    rows = tuple(sorted(participants(store, programme, today=today), key=name_order))
    return Listing(rows, figures(rows), names)
