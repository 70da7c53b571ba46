"""What the tab asks the file for: its rows by name, the figures over them, and what they can be narrowed by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from mentordesk.domain.criteria import PaperKind
from mentordesk.domain.fields import Field
from mentordesk.domain.ids import ProgrammeId, UnitId
from mentordesk.domain.own_criteria import own_fields
from mentordesk.queries.beside_rows import UnitInTree, unit_lines
from mentordesk.queries.participants import ParticipantRow, participants
from mentordesk.queries.programmes import programmes
from mentordesk.queries.saved_views import SavedView, saved_views
from ui.language import ntr, spoken, tr
from ui.participants.choosing import Figures, fields_of, figures
from ui.participants.columns import name_order

if TYPE_CHECKING:
    from mentordesk.actions.files import Store

TAB = "participants"


@dataclass(frozen=True, slots=True)
class Listing:
    rows: tuple[ParticipantRow, ...]  # by name
    figures: Figures
    programmes: Mapping[ProgrammeId, str]
    units: tuple[tuple[str, str, int], ...] = ()  # id, name and depth of those with somebody in them, as a tree
    specialties: tuple[str, ...] = ()
    papers: tuple[PaperKind, ...] = ()  # that somebody has still to bring
    tags: tuple[str, ...] = ()
    saved: tuple[SavedView, ...] = ()
    own: tuple[Field, ...] = ()  # of the criteria that this programme added

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
    there = {each.id: each for each in programmes(store)}
    rows = tuple(sorted(participants(store, programme, today=today), key=name_order))
    missing = frozenset().union(*(row.papers_missing for row in rows))
    return Listing(
        rows,
        figures(rows),
        {each.id: each.name for each in there.values()},
        _tree(unit_lines(store), rows),
        _in_order({word for row in rows for word in fields_of(row)}),
        tuple(kind for kind in PaperKind if kind in missing),
        _in_order({tag for row in rows for tag in _tags(row)}),
        saved_views(store, TAB, programme),
        () if programme is None else own_fields(there[programme].settings.criteria),
    )


def _tree(known: Mapping[UnitId, UnitInTree], rows: tuple[ParticipantRow, ...]) -> tuple[tuple[str, str, int], ...]:
    inhabited = {unit for row in rows for unit in row.units}
    there = [known[unit] for unit in inhabited if unit in known]
    there.sort(key=lambda unit: [(spoken().sort_key(name), name) for name in reversed(unit.names)])
    return tuple((unit.id, unit.name, unit.depth) for unit in there)


def _tags(row: ParticipantRow) -> tuple[str, ...]:
    tags = row.values["tags"]
    return tags if isinstance(tags, tuple) else ()


def _in_order(words: set[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=spoken().sort_key))
