"""The units of the file while sheets are laid beside them: found by name, made where there is none (R5, R13)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import zip_longest

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.actions.dossiers import set_values
from mentordesk.domain.cleaning import folded, spelling
from mentordesk.domain.fields import FieldValue
from mentordesk.domain.ids import UnitId
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.storage.records import UnitRecord
from mentordesk.storage.taking_in import Newcomers


class UnitRegister:
    """`new` names those that were made, in their order; `near` those of them beside a known one written nearly so."""

    def __init__(self, session: Session, newcomers: Newcomers, *, must_be_known: bool) -> None:
        self._newcomers = newcomers
        self._must_be_known = must_be_known
        self.new: list[str] = []
        self.near: list[tuple[str, str]] = []  # the new name, and the known one
        self._units: dict[str, list[UnitRecord]] = {}
        self._nearly: dict[str, list[UnitRecord]] = {}  # by their names without marks and signs
        self._by_id: dict[UnitId, UnitRecord] = {}
        for unit in session.scalars(select(UnitRecord).order_by(UnitRecord.id)):
            self._know(unit)

    def find(self, name: FieldValue, above: FieldValue = None) -> UnitRecord | None:
        """Of several with the same name the one under `above`, or at the top where that is not told."""
        found = self.of_name(name)
        return next((unit for unit in found if self._stands_under(unit, above)), found[0] if found else None)

    def find_under(self, name: str, above: str | None) -> UnitRecord | None:
        """None where the name is found elsewhere only."""
        return next((unit for unit in self.of_name(name) if self._stands_under(unit, above)), None)

    def of_name(self, name: FieldValue) -> Sequence[UnitRecord]:
        return self._units.get(spelling(name), ()) if isinstance(name, str) else ()

    def name_of(self, unit: UnitId | None) -> str | None:
        found = None if unit is None else self._by_id.get(unit)
        return None if found is None else found.name

    def named(self, name: str, above: FieldValue = None) -> UnitRecord:
        """Made where there is none.

        Raises:
            Refused: there is none, and the programme takes no new ones.
        """
        unit = self.find(name, above)
        if unit is None:
            if self._must_be_known:
                raise Refused(
                    msg("There is no unit {name}. Add it first, or let the programme take new units.", name=name)
                )
            unit = self.begin(name)
        return unit

    def begin(self, name: str) -> UnitRecord:
        alike = () if self.of_name(name) else [unit.name for unit in self._nearly.get(folded(name), ())]
        if alike:
            self.near.append((name, min(alike, key=lambda known: (_apart(name, known), known))))
        unit = self._newcomers.begin(UnitRecord, {"name": name})
        self._know(unit)
        self.new.append(name)
        return unit

    def place(self, values: Mapping[str, FieldValue]) -> UnitRecord | None:
        """The unit a row names, with what the row tells of it: what it is part of, its area and its cost centre.

        A unit that stands somewhere is not moved by a list of people.

        Raises:
            Refused: as `named`.
        """
        name = values.get("unit")
        if not isinstance(name, str):
            return None
        above = values.get("parent_unit")
        parent = self.named(above) if isinstance(above, str) else None
        unit = self.named(name, above)
        if parent is not None and unit.parent_id is None:
            self.put_under(unit, parent)
        set_values(unit, ((key, values.get(key)) for key in ("area", "cost_centre")))
        return unit

    def put_under(self, unit: UnitRecord, parent: UnitRecord) -> bool:
        """False where that would make a circle, and then nothing is changed."""
        if self._stands_above(unit, parent):
            return False
        unit.parent_id = parent.id
        return True

    def _know(self, unit: UnitRecord) -> None:
        self._units.setdefault(spelling(unit.name), []).append(unit)
        self._nearly.setdefault(folded(unit.name), []).append(unit)
        self._by_id[unit.id] = unit

    def _stands_under(self, unit: UnitRecord, above: FieldValue) -> bool:
        parent = self.name_of(unit.parent_id)
        if parent is None or not isinstance(above, str):
            return parent is None and above is None
        return spelling(parent) == spelling(above)

    def _stands_above(self, unit: UnitRecord, other: UnitRecord) -> bool:
        """Or is the other."""
        at: UnitRecord | None = other
        while at is not None:
            if at.id == unit.id:
                return True
            at = None if at.parent_id is None else self._by_id.get(at.parent_id)
        return False


def _apart(one: str, other: str) -> int:
    """In how many letters two names differ."""
    return sum(a != b for a, b in zip_longest(spelling(one), spelling(other)))
