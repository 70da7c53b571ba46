"""What is asked of an item of a meeting's programme, and how its answer is read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time

from mentordesk.domain.agendas import next_place
from mentordesk.domain.fields import DateField, FieldValue, NumberField, TextField
from mentordesk.domain.refusals import Refused
from mentordesk.domain.time_field import TimeField, time_of
from mentordesk.i18n.languages import LanguageCode, language
from mentordesk.i18n.message import Message, msg, pmsg
from mentordesk.queries.gathering import Gathering, GatheringDay
from mentordesk.queries.gathering_programme import AgendaItem
from ui.forms.form import Row

_DAY = DateField("itemDay", msg("Day"))
_FROM = TimeField("itemFrom", pmsg("time of day", "From"))
_MINUTES = NumberField("itemMinutes", msg("How long"), low=1, high=600)
_SPEAKERS = TextField("itemSpeakers", msg("Speakers"))
_ROOM = TextField("itemRoom", msg("Room"))
_NOTE = TextField("itemNote", msg("Note"), length=300)
_SPEAKERS_HINT = msg("With commas between them. Whoever is in the file is recognised by the name.")
_USUAL = 45  # minutes


@dataclass(frozen=True, slots=True)
class WrittenItem:
    """What stands in the form."""

    day: int  # its number
    titles: Mapping[LanguageCode, str]
    begins: time
    minutes: int
    speakers: Sequence[str]
    room: str
    note: str


def rows(seen: Gathering) -> tuple[Row, ...]:
    """A title for each language of the programme; the day only where there are several."""
    return (
        *(Row(TextField(_key(code), _title(seen, code)), required=at == 0) for at, code in enumerate(_languages(seen))),
        *((Row(_DAY, required=True),) if len(seen.days) > 1 else ()),
        Row(_FROM, required=True),
        Row(_MINUTES, required=True, unit=msg("minutes")),
        Row(_SPEAKERS, hint=_SPEAKERS_HINT),
        Row(_ROOM),
        Row(_NOTE),
    )


def first_key(seen: Gathering) -> str:
    return _key(_languages(seen)[0])


def values_of(seen: Gathering, item: AgendaItem) -> Mapping[str, FieldValue]:
    day = _day_numbered(seen, item.day)
    texts = item.title.texts()
    return {
        **{_key(code): texts.get(code.value) for code in _languages(seen)},
        _DAY.key: day.starts_at.date(),
        _FROM.key: f"{item.starts_at:%H:%M}",
        _MINUTES.key: item.slot.minutes,
        _SPEAKERS.key: ", ".join(speaker.name for speaker in item.speakers) or None,
        _ROOM.key: item.room or None,
        _NOTE.key: item.note or None,
    }


def new_values(seen: Gathering, number: int) -> Mapping[str, FieldValue]:
    """On that day, where there is room."""
    day = _day_numbered(seen, number)
    slots = [item.slot for item in seen.items if item.day == number]
    length = int((day.ends_at - day.starts_at).total_seconds()) // 60
    after = min(next_place(slots, length, _USUAL), length)
    hour, minute = divmod(day.starts_at.hour * 60 + day.starts_at.minute + after, 60)
    return {
        _DAY.key: day.starts_at.date(),
        _FROM.key: f"{hour % 24:02}:{minute:02}",
        _MINUTES.key: _USUAL,
    }


def read(seen: Gathering, values: Mapping[str, FieldValue], before: AgendaItem | None) -> WrittenItem:
    """`before`: the item that is changed; the languages that the programme has not are kept as they were.

    Raises:
        Refused: no day of the meeting.
    """
    day = values.get(_DAY.key, seen.days[0].starts_at.date())
    found = next((each for each in seen.days if each.starts_at.date() == day), None)
    if found is None:
        assert isinstance(day, date)
        raise Refused(msg("The meeting has no day on {day}.", day=day))
    titles = {code: str(values[_key(code)] or "") for code in _languages(seen)}
    if before is not None and titles == {code: before.title.texts().get(code.value, "") for code in titles}:
        titles = {LanguageCode(code): text for code, text in before.title.texts().items()}
    return WrittenItem(
        found.number,
        titles,
        time_of(values[_FROM.key]),
        int(str(values[_MINUTES.key])),
        [name.strip() for name in str(values[_SPEAKERS.key] or "").split(",") if name.strip()],
        str(values[_ROOM.key] or ""),
        str(values[_NOTE.key] or ""),
    )


def place_key() -> str:
    """The field that a refusal about time is about."""
    return _FROM.key


def day_key() -> str:
    return _DAY.key


def _languages(seen: Gathering) -> tuple[LanguageCode, ...]:
    return seen.programme.settings.languages


def _key(code: LanguageCode) -> str:
    return f"itemTitle_{code.value}"


def _title(seen: Gathering, code: LanguageCode) -> Message:
    if len(_languages(seen)) == 1:
        return msg("Title")
    return msg("Title, {language}", language=language(code).own_name)


def _day_numbered(seen: Gathering, number: int) -> GatheringDay:
    return next((day for day in seen.days if day.number == number), seen.days[0])
