"""Taking in the tree of units from a list (R5, R13): one change, one undo; looking first gives the very same result."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mentordesk.actions.dossiers import set_values
from mentordesk.actions.unit_register import UnitRegister
from mentordesk.domain.ids import UnitId
from mentordesk.i18n.message import msg, nmsg
from mentordesk.spreadsheets.people import Problem
from mentordesk.spreadsheets.units import UnitRow
from mentordesk.storage.records import UnitRecord
from mentordesk.storage.store import Store
from mentordesk.storage.taking_in import AllAtOnce


@dataclass(frozen=True, slots=True)
class UnitsImported:
    added: int
    updated: int
    unchanged: int
    rejected: tuple[Problem, ...]
    near: tuple[tuple[str, str], ...]  # new ones, each with the known one that is written nearly so
    further: tuple[str, ...]  # units that are new because others are part of them


class _OnlyLooked(Exception):
    """Ends a dry run, so that its transaction is rolled back."""


def import_units(store: Store, rows: Sequence[UnitRow], *, dry_run: bool = False) -> UnitsImported:
    """Units that are there already are brought up to date, and moved where the list says another place.

    What the list tells nothing of stays as it is: a unit without a parent in the list is not moved.
    """
    result: UnitsImported | None = None
    try:
        with store.changing(nmsg("Import {count} unit", "Import {count} units", len(rows))) as session:
            newcomers = AllAtOnce(session)
            result = _Tree(UnitRegister(session, newcomers, must_be_known=False)).take(rows)
            newcomers.take_in()
            if dry_run:
                raise _OnlyLooked
    except _OnlyLooked:
        pass
    assert result is not None
    return result


class _Tree:
    def __init__(self, units: UnitRegister) -> None:
        self._units = units
        self._met: dict[UnitId, UnitRow] = {}  # each unit once

    def take(self, rows: Sequence[UnitRow]) -> UnitsImported:
        units = [self._unit(row) for row in rows]
        listed = len(self._units.new)
        changed: set[UnitId] = set()
        rejected: list[Problem] = []
        new = {unit.id for unit, is_new in units if is_new}
        for row, (unit, _) in zip(rows, units, strict=True):
            told = (("area", row.area), ("cost_centre", row.cost_centre))
            if set_values(unit, told) | self._place(row, unit, rejected):
                changed.add(unit.id)
        there = {unit.id for unit, _ in units} - new
        return UnitsImported(
            len(new),
            len(there & changed),
            len(there - changed),
            tuple(rejected),
            tuple(self._units.near),
            tuple(self._units.new[listed:]),
        )

    def _unit(self, row: UnitRow) -> tuple[UnitRecord, bool]:
        """The unit a row is about, and whether it was made for it; two rows of one name are two units."""
        exact = self._units.find_under(row.name, row.parent)
        free = (unit for unit in self._units.of_name(row.name) if self._is_free(unit, row))
        unit = exact if exact is not None and self._is_free(exact, row) else next(free, None)
        is_new = unit is None
        if unit is None:
            unit = self._units.begin(row.name)
        self._met.setdefault(unit.id, row)
        return unit, is_new

    def _is_free(self, unit: UnitRecord, row: UnitRow) -> bool:
        met = self._met.get(unit.id)
        return met is None or met.parent == row.parent

    def _place(self, row: UnitRow, unit: UnitRecord, rejected: list[Problem]) -> bool:
        """Whether it moved."""
        if row.parent is None:
            return False
        if self._units.name_of(unit.parent_id) == row.parent:
            return False
        parent = self._units.named(row.parent)
        if parent.id == unit.parent_id:
            return False
        if not self._units.put_under(unit, parent):
            circle = msg("{unit} cannot be part of {parent}, which is part of it.", unit=unit.name, parent=parent.name)
            rejected.append(Problem(row.number, "", circle))
            return False
        return True
