"""What is compared of two to four people: a line to a fact, with a value for each, and whether they differ.

And what keeps a mentee and a mentor among them from being a pair by where they work.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import product
from typing import TYPE_CHECKING

from mentordesk.domain.cleaning import spelling
from mentordesk.domain.criteria import Standing
from mentordesk.domain.fields import Field, Home
from mentordesk.domain.ids import ParticipationId
from mentordesk.domain.people import ROLE_NAMES, STATUS_NAMES, Role
from mentordesk.i18n.languages import LanguageCode, language
from mentordesk.i18n.message import Message, msg
from mentordesk.queries.participant import ParticipantDetail, participant
from mentordesk.queries.participants import editable_fields
from mentordesk.queries.units import same_line
from ui.language import say, spoken, tr
from ui.participants.columns import MARK_NAMES
from ui.tables.columns import shown_value

if TYPE_CHECKING:
    from mentordesk.actions.files import Store

# Names, ways to reach somebody and the team's own notes say nothing of how two people are alike.
_NOT_COMPARED = frozenset({"given_name", "family_name", "email", "phone", "notes", "tags", "wishes", "vetoes"})
_STANDINGS: dict[Standing, Message] = {
    Standing.MET: msg("met"),
    Standing.NOT_MET: msg("not met"),
    Standing.UNKNOWN: msg("unknown"),
}


class Likeness(Enum):
    SAME = "same"
    DIFFER = "differ"
    MISSING = "missing"  # of one of them nothing is known


@dataclass(frozen=True, slots=True)
class CompareLine:
    key: str
    title: str
    values: tuple[str | None, ...]  # one for each person, "" where nothing is known; None: it is not asked of them
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class Compared:
    people: tuple[ParticipantDetail, ...]
    same_lines: tuple[Message, ...]


def compared(store: Store, ids: Sequence[ParticipationId], today: date) -> Compared:
    """
    Raises:
        Refused: one of them takes part no more.
    """
    people = tuple(participant(store, id_, today=today) for id_ in ids)
    of_role = {role: [each.row.person for each in people if each.row.role is role] for role in Role}
    said = (same_line(store, *two) for two in product(of_role[Role.MENTEE], of_role[Role.MENTOR]) if len(set(two)) == 2)
    return Compared(people, tuple(each for each in said if each is not None))


def lines_of(people: Sequence[ParticipantDetail]) -> tuple[CompareLine, ...]:
    """Of everything of which something is known of at least one."""
    return tuple(_lines(people))


def _lines(people: Sequence[ParticipantDetail]) -> Iterator[CompareLine]:
    for key, title, values in _facts(people):
        if any(values):
            yield CompareLine(key, title, values, _likeness(values))


def _facts(people: Sequence[ParticipantDetail]) -> Iterator[tuple[str, str, tuple[str | None, ...]]]:
    """Key, title, and what is known of each."""
    yield "role", tr("Role"), tuple(say(ROLE_NAMES[each.row.role]) for each in people)
    yield "status", tr("Status"), tuple(say(STATUS_NAMES[each.row.status]) for each in people)
    yield "marks", tr("Marks"), tuple(", ".join(say(MARK_NAMES[mark]) for mark in each.row.marks) for each in people)
    for field in editable_fields(None):
        if field.key not in _NOT_COMPARED:
            yield field.key, say(field.title), tuple(_value(each, field) for each in people)
    criteria = {criterion.key: criterion.title for each in people for criterion in each.criteria}
    for key, title in criteria.items():
        yield f"criterion_{key}", say(title), tuple(_standing(each, key) for each in people)
    places = (each.row.places for each in people)
    yield "places", tr("Free places"), tuple(None if one is None else str(one) for one in places)
    yield "partner", tr("In a pair with"), tuple(each.row.partner for each in people)
    yield "line_managers", tr("Line managers"), tuple(", ".join(each.line_managers) for each in people)
    ratings = {rating.key: rating.title for each in people for told in each.interviews for rating in told.ratings}
    for key, title in ratings.items():
        yield f"rating_{key}", say(title), tuple(_points(each, key) for each in people)


def _likeness(values: Sequence[str | None]) -> Likeness:
    asked = [value for value in values if value is not None]
    if not all(asked):
        return Likeness.MISSING
    return Likeness.SAME if len({spelling(value) for value in asked}) == 1 else Likeness.DIFFER


def _value(each: ParticipantDetail, field: Field) -> str | None:
    value = each.row.values[field.key]
    if field.home is Home.MENTOR and each.row.role is not Role.MENTOR:
        return None
    return language(value).own_name if isinstance(value, LanguageCode) else shown_value(field, value, spoken())


def _standing(each: ParticipantDetail, key: str) -> str | None:
    found = next((criterion for criterion in each.criteria if criterion.key == key), None)
    if found is None:
        return None
    words = tr("exception") if found.exception is not None else say(_STANDINGS[found.standing])
    return tr("{standing}: {evidence}", standing=words, evidence=found.evidence)


def _points(each: ParticipantDetail, key: str) -> str:
    """Of every interviewer, the newest first."""
    found = (str(rating.points) for told in each.interviews for rating in told.ratings if rating.key == key)
    return ", ".join(found)
