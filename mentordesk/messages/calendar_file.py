"""Calendar files (.ics, RFC 5545 and 5546) that Outlook, Thunderbird and phones take (R55, R56).

One entry a day: a meeting of several days as one long bar hides its hours. Which meetings, and whether
names or topics go with them, is decided by who asks; nothing is added here. Replies are not read here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal, TypeAlias
from urllib.parse import quote

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vCalAddress, vRecur, vText

from mentordesk.domain.cleaning import clean, one_line
from mentordesk.domain.programmes import MODE_NAMES, ZONES, Mode
from mentordesk.domain.wall_clock import moment
from mentordesk.i18n.catalog import Catalog
from mentordesk.i18n.message import Sayable, msg

Method: TypeAlias = Literal["PUBLISH", "REQUEST", "CANCEL"]
_PRODUCT = "-//MentorDesk//MentorDesk//EN"
_LINE_ENDS = str.maketrans({"\u2028": "\n", "\u2029": "\n"})  # some readers take them for a new property
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_IN_ADDRESSES = "@!#$&'*+-/=?^_`{|}~."


@dataclass(frozen=True, slots=True)
class CalendarAddress:
    """Somebody who may be named in a calendar entry."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """A meeting as another calendar shall show it."""

    uid: str  # the meeting's id, for as long as it lives; each of its days adds its number
    sequence: int  # raised at every change, else a moved entry stays where it was
    title: Sayable | str
    days: tuple[tuple[datetime, datetime], ...]  # wall clock of the zone: begin and end, a pair a day
    last_modified: datetime  # aware; given, so that the same events make the same file
    mode: Mode | None = None
    place: str = ""
    description: tuple[Sayable | str, ...] = ()
    cancelled: bool = False
    attendees: tuple[CalendarAddress, ...] = ()
    all_day: bool = False  # such as a deadline: the hours don't count, and nobody is busy


def calendar_bytes(
    events: Iterable[CalendarEvent],
    catalog: Catalog,
    *,
    zone: str,
    name: str,
    method: Method = "PUBLISH",
    organizer: CalendarAddress | None = None,
) -> bytes:
    """The file; the same events give the same bytes.

    Args:
        zone: one of programmes.ZONES; its definition is written into the file.
        name: what a calendar program calls the calendar.
        method: PUBLISH to show, REQUEST to invite, CANCEL to take back. Outlook moves and cancels an
            entry it has only if an organizer is named, the same as before.

    Raises:
        Refused: a time that the clock skips, or a text that no file can hold.
        ValueError: an invitation without organizer, attendees in what is only published, an end before
            its beginning, a moment without zone, an unknown zone.
    """
    if method != "PUBLISH" and organizer is None:
        raise ValueError(f"{method} needs an organizer (RFC 5546)")
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method)
    calendar.add("x-wr-calname", _Text(one_line(name)))
    calendar.add_component(_zone_definition(zone))
    for event in events:
        if event.attendees and method == "PUBLISH":
            raise ValueError("attendees are named in an invitation, not in what is published (RFC 5546)")
        for entry in _entries(event, catalog, zone, method):
            if organizer is not None:
                entry.add("organizer", _address(organizer))
            calendar.add_component(entry)
    return bytes(calendar.to_ical())


class _Text(vText):
    """Escaped by RFC 5545, 3.3.11 and nothing more; the library's own would turn a typed \\N into a line break."""

    def to_ical(self) -> bytes:
        return self.translate(_ESCAPED).encode()


def _entries(event: CalendarEvent, catalog: Catalog, zone: str, method: Method) -> Iterator[Event]:
    if event.last_modified.tzinfo is None:
        raise ValueError("last_modified needs a zone")
    changed = event.last_modified.astimezone(UTC)
    description = "\n".join(_said(line, catalog) for line in event.description).strip()
    cancelled = event.cancelled or method == "CANCEL"
    for number in range(len(event.days)):
        entry = Event()
        entry.add("uid", _Text(f"{one_line(event.uid)}-{number}@mentordesk"))
        entry.add("dtstamp", changed)
        entry.add("last-modified", changed)
        entry.add("sequence", event.sequence)
        _add_times(entry, event, number, zone)
        entry.add("summary", _Text(_title(event, number, catalog)))
        if place := one_line(event.place) or _digital(event.mode, catalog):
            entry.add("location", _Text(place))
        if description:
            entry.add("description", _Text(description))
        entry.add("status", "CANCELLED" if cancelled else "CONFIRMED")
        entry.add("transp", "TRANSPARENT" if event.all_day or cancelled else "OPAQUE")
        for attendee in event.attendees:
            entry.add("attendee", _address(attendee))
        yield entry


def _add_times(entry: Event, event: CalendarEvent, number: int, zone: str) -> None:
    starts, ends = event.days[number]
    if event.all_day:
        entry.add("dtstart", starts.date())
        entry.add("dtend", starts.date() + timedelta(1))  # the first day that is no longer part of it
        return
    if ends <= starts:
        raise ValueError(f"{event.uid} ends before it begins")
    entry.add("dtstart", moment(starts, zone))
    entry.add("dtend", moment(ends, zone))


def _title(event: CalendarEvent, number: int, catalog: Catalog) -> str:
    title = one_line(_said(event.title, catalog))
    count = len(event.days)
    if count == 1:
        return title
    return catalog.say(msg("{title}, day {number} of {count}", title=title, number=number + 1, count=count))


def _digital(mode: Mode | None, catalog: Catalog) -> str:
    """Stands for a place, so that nobody sets out."""
    return catalog.say(MODE_NAMES[mode]) if mode is Mode.DIGITAL else ""


def _said(text: Sayable | str, catalog: Catalog) -> str:
    return clean(text if isinstance(text, str) else catalog.say(text)).translate(_LINE_ENDS)


def _address(somebody: CalendarAddress) -> vCalAddress:
    address = vCalAddress("mailto:" + quote(one_line(somebody.email), safe=_IN_ADDRESSES))
    if name := one_line(somebody.name):
        address.params["CN"] = name
    return address


def _zone_definition(zone: str) -> Timezone:
    """The rule that Oslo and Stockholm have kept since 1996, as two lines that every program understands.

    The library's own definition lists single years, and puts the spring change an hour late.
    """
    if zone not in ZONES.values():
        raise ValueError(f"no definition of the zone {zone}")
    definition = Timezone()
    definition.add("tzid", zone)
    winter, summer = timedelta(hours=1), timedelta(hours=2)
    for part, name, begins, before, after in (
        (TimezoneDaylight(), "CEST", datetime.fromisoformat("1996-03-31 02:00"), winter, summer),
        (TimezoneStandard(), "CET", datetime.fromisoformat("1996-10-27 03:00"), summer, winter),
    ):
        part.add("dtstart", begins)
        part.add("rrule", vRecur(freq="yearly", bymonth=begins.month, byday="-1su"))
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        part.add("tzname", name)
        definition.add_component(part)
    return definition
