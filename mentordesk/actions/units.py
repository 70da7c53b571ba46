"""The tree of units, edited by hand: added, renamed, moved, two made one, taken away (R5). Each is one undo.

Two units may bear the same name where they belong to different ones: "Post 3" of two clinics.
"""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from mentordesk.domain.cleaning import fitting, one_line, spelling
from mentordesk.domain.fields import NAME_LENGTH
from mentordesk.domain.ids import UnitId
from mentordesk.domain.refusals import Refused
from mentordesk.domain.units import line_upwards
from mentordesk.i18n.message import Message, msg, nmsg
from mentordesk.storage.records import PersonRecord, UnitRecord
from mentordesk.storage.store import Store

_COST_CENTRE_LENGTH = 60


def add_unit(store: Store, *, name: str, parent: UnitId | None, area: str = "", cost_centre: str = "") -> UnitId:
    """
    Raises:
        Refused: no name, a text that is too long, or one of that name stands in the same place already.
    """
    called = _checked(name)
    told = _line(area, NAME_LENGTH), _line(cost_centre, _COST_CENTRE_LENGTH)
    with store.reading() as session:
        _check_free(session, called, parent)
    with store.changing(msg("Add the unit {name}", name=called)) as session:
        unit = UnitRecord(name=called, parent_id=parent, area=told[0], cost_centre=told[1])
        session.add(unit)
        return unit.id


def edit_unit(
    store: Store, unit: UnitId, *, name: str | None = None, area: str | None = None, cost_centre: str | None = None
) -> None:
    """None leaves a part as it is.

    Raises:
        Refused: no name, a text that is too long, one of that name stands in the same place, or the unit is gone.
    """
    with store.reading() as session:
        kept = _found(session, unit)
        before = kept.name
        called = before if name is None else _checked(name)
        told = {
            "area": kept.area if area is None else _line(area, NAME_LENGTH),
            "cost_centre": kept.cost_centre if cost_centre is None else _line(cost_centre, _COST_CENTRE_LENGTH),
        }
        _check_free(session, called, kept.parent_id, but=unit)
    what = (
        msg("Edit the unit {name}", name=before)
        if called == before
        else msg("Rename the unit {before} to {name}", before=before, name=called)
    )
    with store.changing(what) as session:
        _set(session.get_one(UnitRecord, unit), {"name": called, **told})


def move_unit(store: Store, unit: UnitId, to: UnitId | None) -> None:
    """With all that stands under it; to None it stands on top.

    Raises:
        Refused: it would stand under itself, one of its name is there already, or one of the two is gone.
    """
    with store.reading() as session:
        kept = _found(session, unit)
        above = None if to is None else _found(session, to).name
        if to is not None and unit in line_upwards(to, _parents(session)):
            raise Refused(_circle(kept.name, above or "", same=to == unit))
        _check_free(session, kept.name, to, but=unit)
        what = (
            msg("Move the unit {name} to the top", name=kept.name)
            if above is None
            else msg("Move the unit {name} under {above}", name=kept.name, above=above)
        )
    with store.changing(what) as session:
        _set(session.get_one(UnitRecord, unit), {"parent_id": to})


def merge_units(store: Store, kept: UnitId, gone: UnitId) -> None:
    """Two spellings of one unit: the people and the units of the second are the first's, and the second is gone.

    What the first does not say of area and cost centre it takes over. Wherever the first stands under the second,
    it comes up into its place.

    Raises:
        Refused: they are the same, or one of them is gone already.
    """
    with store.reading() as session:
        names = _found(session, kept).name, _found(session, gone).name
    if kept == gone:
        raise Refused(msg("These are the same unit. Choose another one to merge it with."))
    what = msg("Merge the unit {gone} into {kept}", gone=names[1], kept=names[0])
    with store.changing(what) as session:
        first, second = session.get_one(UnitRecord, kept), session.get_one(UnitRecord, gone)
        if gone in line_upwards(kept, _parents(session)):
            first.parent_id = second.parent_id
        for child in session.scalars(select(UnitRecord).where(UnitRecord.parent_id == gone)):
            if child.id != kept:
                child.parent_id = kept
        for person in session.scalars(select(PersonRecord).where(PersonRecord.unit_id == gone)):
            person.unit_id = kept
        _set(first, {"area": first.area or second.area, "cost_centre": first.cost_centre or second.cost_centre})
        session.flush()
        session.delete(second)


def remove_unit(store: Store, unit: UnitId) -> None:
    """
    Raises:
        Refused: people work there, or units stand under it; it is gone already.
    """
    with store.reading() as session:
        name = _found(session, unit).name
        people = _count(session, PersonRecord.unit_id == unit)
        below = _count(session, UnitRecord.parent_id == unit)
    if people:
        raise Refused(
            nmsg(
                "{count} person works at {name}. Merge the unit with another, or give the person another unit first.",
                "{count} people work at {name}. Merge the unit with another, or give the people another unit first.",
                people,
                name=name,
            )
        )
    if below:
        raise Refused(
            nmsg(
                "{count} unit stands under {name}. Move it first.",
                "{count} units stand under {name}. Move them first.",
                below,
                name=name,
            )
        )
    with store.changing(msg("Remove the unit {name}", name=name)) as session:
        session.delete(session.get_one(UnitRecord, unit))


def _checked(name: str) -> str:
    called = _line(name, NAME_LENGTH)
    if not called:
        raise Refused(msg("A unit needs a name."))
    return called


def _line(text: str, limit: int) -> str:
    return fitting(one_line(text), limit)


def _found(session: Session, unit: UnitId) -> UnitRecord:
    found = session.get(UnitRecord, unit)
    if found is None:
        raise Refused(msg("This unit is not there any more."))
    return found


def _check_free(session: Session, name: str, parent: UnitId | None, but: UnitId | None = None) -> None:
    here = UnitRecord.parent_id.is_(None) if parent is None else UnitRecord.parent_id == parent
    for unit in session.scalars(select(UnitRecord).where(here)):
        if unit.id != but and spelling(unit.name) == spelling(name):
            raise Refused(
                msg("There is a unit {name} in this place already. Merge the two if they are the same.", name=unit.name)
            )


def _parents(session: Session) -> dict[UnitId, UnitId | None]:
    return dict(session.execute(select(UnitRecord.id, UnitRecord.parent_id)).all())


def _circle(name: str, above: str, *, same: bool) -> Message:
    if same:
        return msg("{name} cannot stand under itself.", name=name)
    return msg("{above} stands under {name}, so {name} cannot stand under {above}.", name=name, above=above)


def _set(unit: UnitRecord, values: Mapping[str, str | None]) -> None:
    for key, value in values.items():
        if getattr(unit, key) != value:
            setattr(unit, key, value)


def _count(session: Session, which: ColumnElement[bool]) -> int:
    return session.scalar(select(func.count()).where(which)) or 0
