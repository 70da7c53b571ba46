"""The tree of units with who works in each, and whether two people stand in one line of it (R5, R30)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mentordesk.domain.cleaning import folded
from mentordesk.domain.ids import ParticipationId, PersonId, UnitId
from mentordesk.domain.people import Role
from mentordesk.domain.programmes import MatchingSettings
from mentordesk.domain.units import Unit, line_upwards
from mentordesk.i18n.message import Message
from mentordesk.matching.candidates import Candidate, Question
from mentordesk.matching.rules import RULES
from mentordesk.queries.dependences import on_record_over
from mentordesk.storage.records import ParticipationRecord, PersonRecord, UnitRecord
from mentordesk.storage.store import Store

_LINE_RULES = ("line_of_command", "same_unit", "recorded_dependence")


@dataclass(frozen=True, slots=True)
class UnitNode:
    """A unit in its tree; numbers without "below" are of the unit itself."""

    id: UnitId
    parent: UnitId | None
    depth: int  # 0: on top
    name: str
    path: str  # with all that stand above it, the highest first
    area: str  # its own; "" where it has none
    area_above: str  # the nearest above it, which holds where it has none
    cost_centre: str
    people: int
    people_below: int  # with its own
    mentors: int
    children: int


def units(store: Store, order: Callable[[str], str | tuple[str, str]] = folded) -> tuple[UnitNode, ...]:
    """Depth first, siblings by name; a circle in the data is cut where it closes, so that every unit is there once.

    `order`: the order of names in a language.
    """
    with store.reading() as session:
        return units_over(session, order)


def units_over(session: Session, order: Callable[[str], str | tuple[str, str]] = folded) -> tuple[UnitNode, ...]:
    known = _known(session)
    return tuple(_Tree(known, _people(session), _mentors(session), order).nodes())


class _Tree:
    def __init__(
        self,
        units: Mapping[UnitId, Unit],
        people: Mapping[UnitId, int],
        mentors: Mapping[UnitId, int],
        order: Callable[[str], str | tuple[str, str]],
    ) -> None:
        self._units, self._people, self._mentors = units, people, mentors
        self._children: defaultdict[UnitId | None, list[Unit]] = defaultdict(list)
        for unit in sorted(units.values(), key=lambda each: (order(each.name), each.id)):
            self._children[unit.parent if unit.parent in units else None].append(unit)

    def nodes(self) -> Iterator[UnitNode]:
        seen: set[UnitId] = set()
        yield from self._under(None, (), seen)
        for unit in self._units.values():  # those in a circle hang on nothing
            if unit.id not in seen:
                seen.add(unit.id)
                yield self._node(unit, ())
                yield from self._under(unit.id, (unit,), seen)

    def _under(self, parent: UnitId | None, above: tuple[Unit, ...], seen: set[UnitId]) -> Iterator[UnitNode]:
        """Without recursion: a tree may be as deep as a sheet has rows."""
        waiting = [(unit, above) for unit in reversed(self._children[parent])]
        while waiting:
            unit, line = waiting.pop()
            if unit.id in seen:
                continue
            seen.add(unit.id)
            yield self._node(unit, line)
            waiting += [(child, (*line, unit)) for child in reversed(self._children[unit.id])]

    def _node(self, unit: Unit, above: tuple[Unit, ...]) -> UnitNode:
        return UnitNode(
            unit.id,
            above[-1].id if above else None,
            len(above),
            unit.name,
            " › ".join(each.name for each in (*above, unit)),
            unit.area,
            next((each.area for each in reversed(above) if each.area), ""),
            unit.cost_centre,
            self._people.get(unit.id, 0),
            self._below(unit.id),
            self._mentors.get(unit.id, 0),
            len(self._children[unit.id]),
        )

    def _below(self, unit: UnitId) -> int:
        found, waiting, total = {unit}, [unit], 0
        while waiting:
            at = waiting.pop()
            total += self._people.get(at, 0)
            fresh = [child.id for child in self._children[at] if child.id not in found]
            found.update(fresh)
            waiting += fresh
        return total


def same_line(store: Store, one: PersonId, other: PersonId) -> Message | None:
    """What keeps the two from being mentor and mentee by where they work: the sentence of the rule that says so.

    Whether a programme goes by that rule is not asked.
    """
    with store.reading() as session:
        return same_line_over(session, one, other, store.today())


def same_line_over(session: Session, mentee_id: PersonId, mentor_id: PersonId, today: date) -> Message | None:
    known = _known(session)
    mentee, mentor = (_candidate(session, person, known) for person in (mentee_id, mentor_id))
    question = Question((mentee,), (mentor,), MatchingSettings({}, {}), today, known)
    facts = (rule.fact(mentee, mentor, question) for rule in RULES if rule.key in _LINE_RULES)
    return next((fact for fact in facts if fact is not None), None)


def _candidate(session: Session, person: PersonId, units: Mapping[UnitId, Unit]) -> Candidate:
    kept = session.get_one(PersonRecord, person)
    managers: dict[PersonId, PersonId | None] = dict(
        session.execute(select(PersonRecord.id, PersonRecord.line_manager_id)).all()
    )
    return Candidate(
        ParticipationId(person),
        person,
        f"{kept.given_name} {kept.family_name}".strip(),
        kept.unit_id,
        line_upwards(kept.unit_id, {unit.id: unit.parent for unit in units.values()}),
        line_managers=line_upwards(person, managers)[1:],
        level=kept.leadership_level,
        leadership_since=kept.leadership_since,
        retired=bool(kept.retired),
        dependent=on_record_over(session).get(person, {}),
    )


def _known(session: Session) -> Mapping[UnitId, Unit]:
    return {
        unit.id: Unit(unit.id, unit.name, unit.parent_id, unit.area, unit.cost_centre)
        for unit in session.scalars(select(UnitRecord).order_by(UnitRecord.id))
    }


def _people(session: Session) -> Mapping[UnitId, int]:
    rows = session.execute(select(PersonRecord.unit_id, func.count()).group_by(PersonRecord.unit_id))
    return Counter({unit: number for unit, number in rows if unit is not None})


def _mentors(session: Session) -> Mapping[UnitId, int]:
    rows = session.execute(
        select(PersonRecord.unit_id, func.count(PersonRecord.id.distinct()))
        .join(ParticipationRecord, ParticipationRecord.person_id == PersonRecord.id)
        .where(ParticipationRecord.role == Role.MENTOR)
        .group_by(PersonRecord.unit_id)
    )
    return Counter({unit: number for unit, number in rows if unit is not None})
