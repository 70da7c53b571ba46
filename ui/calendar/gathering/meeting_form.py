"""What is asked of a joint meeting itself, its title, place and days, and how the answers are read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from mentordesk.domain.fields import ChoiceField, Choices, DateField, FieldValue, TextField
from mentordesk.domain.programmes import MODE_NAMES, Mode
from mentordesk.domain.refusals import Refused
from mentordesk.domain.time_field import TimeField, time_of
from mentordesk.domain.wall_clock import NoSuchTime
from mentordesk.i18n.message import Message, Wording, msg, pmsg
from mentordesk.queries.gathering import Gathering
from ui.forms.form import Heading, Row
from ui.language import say

TITLE = TextField("meetingTitle", msg("Title"))
PLACE = TextField("meetingPlace", msg("Place"))
MODE = ChoiceField(
    "meetingMode", msg("Form"), choices=Choices(tuple((mode, name, "") for mode, name in MODE_NAMES.items()))
)
NEW = "New"
_Times = tuple[datetime, datetime]


class _Ask(Enum):
    """What is asked of each day; the value begins the key of its field."""

    DAY = "meetingDay"
    FROM = "meetingFrom"
    UNTIL = "meetingUntil"

    def of(self, day: str) -> str:
        return f"{self.value}{day}"


@dataclass(frozen=True, slots=True)
class WrittenMeeting:
    title: str
    place: str
    mode: Mode
    kept: Mapping[int, _Times]
    added: Sequence[_Times]


class Misfit(Exception):
    """An answer that does not fit, and the field that it stands in."""

    def __init__(self, key: str, reason: Message) -> None:
        super().__init__(key)
        self.key = key
        self.reason = reason


def rows(seen: Gathering) -> tuple[Row | Heading, ...]:
    """The days by their place in the meeting, and room for one more."""
    several = len(seen.days) > 1
    usual = msg("Left empty, it is called “{kind}”.", kind=seen.kind.title)
    found: list[Row | Heading] = [Row(TITLE, hint=usual), Row(PLACE), Row(MODE, required=True)]
    for place, day in enumerate(seen.days, start=1):
        found.append(Heading(msg("Day {number}", number=place) if several else pmsg("of a meeting", "When")))
        found += _of_day(str(day.number), hint=msg("Left empty, the day is taken away.") if several else None)
    found.append(Heading(msg("One more day")))
    found += _of_day(NEW, hint=msg("Left empty, there is none."))
    return tuple(found)


def values_of(seen: Gathering) -> Mapping[str, FieldValue]:
    found: dict[str, FieldValue] = {
        TITLE.key: say(seen.title) if isinstance(seen.title, Wording) else None,
        PLACE.key: seen.place or None,
        MODE.key: seen.mode,
    }
    for day in seen.days:
        number = str(day.number)
        found[_Ask.DAY.of(number)] = day.starts_at.date()
        found[_Ask.FROM.of(number)] = f"{day.starts_at:%H:%M}"
        found[_Ask.UNTIL.of(number)] = f"{day.ends_at:%H:%M}"
    return found


def read(seen: Gathering, values: Mapping[str, FieldValue]) -> WrittenMeeting:
    """
    Raises:
        Misfit: hours without a day or a day without hours, or one that ends before it begins.
    """
    kept: dict[int, _Times] = {}
    for day in seen.days:
        times = _times(values, str(day.number))
        if times is not None:
            kept[day.number] = times
    added = _times(values, NEW)
    mode = values[MODE.key]
    assert isinstance(mode, Mode)  # the field is required
    return WrittenMeeting(
        str(values[TITLE.key] or ""), str(values[PLACE.key] or ""), mode, kept, () if added is None else (added,)
    )


def key_of(no: Refused, seen: Gathering, values: Mapping[str, FieldValue]) -> str:
    """The field that a refusal is about: where the missing time was written, else the first day that differs."""
    numbers = [*(str(day.number) for day in seen.days), NEW]
    if isinstance(no, NoSuchTime):
        for number in numbers:
            for ask in (_Ask.FROM, _Ask.UNTIL):
                if _wall(values, number, ask) == no.wall:
                    return ask.of(number)
    before = values_of(seen)
    for number in numbers:
        for ask in _Ask:
            if values.get(ask.of(number)) != before.get(ask.of(number)):
                return ask.of(number)
    return TITLE.key


def taking(no: NoSuchTime, seen: Gathering, values: Mapping[str, FieldValue]) -> Mapping[str, FieldValue]:
    """With the time that exists in place of the missing one; a day that begins later ends later."""
    known = dict(values)
    for number in [*(str(day.number) for day in seen.days), NEW]:
        ends = _wall(known, number, _Ask.UNTIL)
        if _wall(known, number, _Ask.FROM) == no.wall:
            known[_Ask.FROM.of(number)] = f"{no.next:%H:%M}"
            if ends is not None:
                known[_Ask.UNTIL.of(number)] = f"{ends + (no.next - no.wall):%H:%M}"
        elif ends == no.wall:
            known[_Ask.UNTIL.of(number)] = f"{no.next:%H:%M}"
    return known


def _of_day(number: str, *, hint: Message | None) -> tuple[Row, ...]:
    return (
        Row(DateField(_Ask.DAY.of(number), msg("Day")), hint=hint),
        Row(TimeField(_Ask.FROM.of(number), pmsg("time of day", "From"))),
        Row(TimeField(_Ask.UNTIL.of(number), pmsg("time of day", "To"))),
    )


def _times(values: Mapping[str, FieldValue], number: str) -> _Times | None:
    """None where there is to be no such day: its hours may stay as they were."""
    starts, ends = _wall(values, number, _Ask.FROM), _wall(values, number, _Ask.UNTIL)
    if values.get(_Ask.DAY.of(number)) is None:
        if number == NEW and (values.get(_Ask.FROM.of(number)) or values.get(_Ask.UNTIL.of(number))):
            raise Misfit(_Ask.DAY.of(number), msg("Write the day, too; or leave its hours empty."))
        return None
    if starts is None:
        raise Misfit(_Ask.FROM.of(number), msg("This must be filled in."))
    if ends is None:
        raise Misfit(_Ask.UNTIL.of(number), msg("This must be filled in."))
    if ends <= starts:
        raise Misfit(_Ask.UNTIL.of(number), msg("The meeting ends before it begins. Choose a later end."))
    return starts, ends


def _wall(values: Mapping[str, FieldValue], number: str, ask: _Ask) -> datetime | None:
    day, hour = values.get(_Ask.DAY.of(number)), values.get(ask.of(number))
    return datetime.combine(day, time_of(hour)) if isinstance(day, date) and hour else None
