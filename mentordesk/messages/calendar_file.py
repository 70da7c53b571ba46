"""Calendar files (.ics, RFC 5545 and 5546) that Outlook, Thunderbird and phones take (R55, R56).

One entry a day: a meeting of several days as one long bar hides its hours. Which meetings, and whether
names or topics go with them, is decided by who asks; nothing is added here. Reading is calendar_reading.py's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from urllib.parse import quote

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vCalAddress, vRecur, vText

from mentordesk.domain.cleaning import clean, one_line
from mentordesk.domain.programmes import MODE_NAMES, ZONES, Mode
from mentordesk.domain.wall_clock import moment
from mentordesk.i18n.catalog import Catalog
from mentordesk.i18n.message import Sayable, msg
from mentordesk.messages.calendar_event import HOST, CalendarAddress, CalendarEvent, Method

_PRODUCT = "-//MentorDesk//MentorDesk//EN"
_CANCELLED = "CANCELLED"
_LINE_ENDS = str.maketrans({"\u2028": "\n", "\u2029": "\n"})  # some readers take them for a new property
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_IN_ADDRESSES = "@!#$&'*+-/=?^_`{|}~."


@dataclass(frozen=True, slots=True)
class CalendarMessage:
    """One file for one reader: what it asks for, and the day that it is about (the first, where it is about all)."""

    method: Method
    day: datetime
    content: bytes


def calendar_bytes(
    events: Iterable[CalendarEvent],
    catalog: Catalog,
    *,
    zone: str,
    name: str,
    method: Method = "PUBLISH",
) -> bytes:
    """The file; the same events give the same bytes.

    Args:
        zone: one of programmes.ZONES; its definition is written into the file.
        name: what a calendar program calls the calendar.
        method: PUBLISH to show, REQUEST to invite, CANCEL to take back. Outlook moves and cancels an
            entry it has only if its organizer is named, the same as before.

    Raises:
        Refused: a time that the clock skips, or a text that no file can hold.
        ValueError: an invitation without organizer, attendees in what is only published, an end before
            its beginning, a moment without zone, an unknown zone.
    """
    calendar = _calendar(zone, name, method)
    for event in events:
        for entry, _ in _entries(event, catalog, zone, method):
            calendar.add_component(entry)
    return bytes(calendar.to_ical())


def invitation_files(
    event: CalendarEvent,
    catalog: Catalog,
    *,
    zone: str,
    name: str,
    attendee: CalendarAddress,
) -> tuple[CalendarMessage, ...]:
    """What one reader gets, who alone is named in it: a request a day, a cancellation a day that is no more to her.

    A calendar program answers for one identifier at a time (RFC 5546, 3.2.2), so each day has a file of its own.
    Without an organizer nobody could be answered: then it is one file, for information.

    Raises:
        Refused: as in `calendar_bytes`.
    """
    if event.organizer is None:
        return (CalendarMessage("PUBLISH", event.days[0][0], calendar_bytes([event], catalog, zone=zone, name=name)),)
    asked = replace(event, attendees=(attendee,))
    found: list[CalendarMessage] = []
    for entry, (starts_at, _) in _entries(asked, catalog, zone, "REQUEST"):
        method: Method = "CANCEL" if entry["status"] == _CANCELLED else "REQUEST"
        if event.withdrawn:
            del entry["status"]  # of the meeting, which stands (RFC 5546, 3.2.5)
        calendar = _calendar(zone, name, method)
        calendar.add_component(entry)
        found.append(CalendarMessage(method, starts_at, bytes(calendar.to_ical())))
    return tuple(found)


def _calendar(zone: str, name: str, method: Method) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method)
    calendar.add("x-wr-calname", _Text(one_line(name)))
    calendar.add_component(_zone_definition(zone))
    return calendar


class _Text(vText):
    """Escaped by RFC 5545, 3.3.11 and nothing more; the library's own would turn a typed \\N into a line break."""

    def to_ical(self) -> bytes:
        return self.translate(_ESCAPED).encode()


def _entries(
    event: CalendarEvent, catalog: Catalog, zone: str, method: Method
) -> Iterator[tuple[Event, tuple[datetime, datetime]]]:
    """Each day that it has; then each that it lost, which nobody remembers the hours of: at those of the first."""
    if event.attendees and method == "PUBLISH":
        raise ValueError("attendees are named in an invitation, not in what is published (RFC 5546)")
    if event.organizer is None and method != "PUBLISH":
        raise ValueError(f"{method} needs an organizer (RFC 5546)")
    if event.last_modified.tzinfo is None:
        raise ValueError("last_modified needs a zone")
    count, gone = len(event.days), event.cancelled or event.withdrawn or method == "CANCEL"
    for place, (number, times) in enumerate(zip(event.numbered, event.days, strict=True), start=1):
        title = _title(event, catalog)
        if count > 1:
            title = catalog.say(msg("{title}, day {number} of {count}", title=title, number=place, count=count))
        yield _entry(event, number, times, title, catalog, zone, cancelled=gone), times
    for number in event.lost if count else ():
        times = event.days[0]
        yield _entry(event, number, times, _title(event, catalog), catalog, zone, cancelled=True), times


def _entry(
    event: CalendarEvent,
    number: int,
    times: tuple[datetime, datetime],
    title: str,
    catalog: Catalog,
    zone: str,
    *,
    cancelled: bool,
) -> Event:
    entry, changed = Event(), event.last_modified.astimezone(UTC)
    entry.add("uid", _Text(f"{one_line(event.uid)}-{number - 1}@{HOST}"))
    entry.add("dtstamp", changed)
    entry.add("last-modified", changed)
    entry.add("sequence", event.sequence)
    _add_times(entry, event, times, zone)
    entry.add("summary", _Text(title))
    if place := one_line(event.place) or _digital(event.mode, catalog):
        entry.add("location", _Text(place))
    if description := "\n".join(_said(line, catalog) for line in event.description).strip():
        entry.add("description", _Text(description))
    entry.add("status", _CANCELLED if cancelled else "CONFIRMED")
    entry.add("transp", "TRANSPARENT" if event.all_day or cancelled else "OPAQUE")
    if event.organizer is not None:
        entry.add("organizer", _address(event.organizer))
    for attendee in event.attendees:
        entry.add("attendee", _asked(attendee))
    return entry


def _add_times(entry: Event, event: CalendarEvent, times: tuple[datetime, datetime], zone: str) -> None:
    starts, ends = times
    if event.all_day:
        entry.add("dtstart", starts.date())
        entry.add("dtend", starts.date() + timedelta(1))  # the first day that is no longer part of it
        return
    if ends <= starts:
        raise ValueError(f"{event.uid} ends before it begins")
    entry.add("dtstart", moment(starts, zone))
    entry.add("dtend", moment(ends, zone))


def _title(event: CalendarEvent, catalog: Catalog) -> str:
    return one_line(_said(event.title, catalog))


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


def _asked(somebody: CalendarAddress) -> vCalAddress:
    """With the wish for an answer, without which some programs show no buttons to answer with."""
    address = _address(somebody)
    address.params["PARTSTAT"] = "NEEDS-ACTION"
    address.params["ROLE"] = "REQ-PARTICIPANT"
    address.params["RSVP"] = "TRUE"
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
