"""Calendar files that come back (R55): answers to an invitation, and meetings of ours that somebody changed.

Only what bears an identifier of ours is read; whatever else the file holds is named, and never taken. Nothing is
decided here: actions/calendar_reading.py compares it with what the file knows.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from mentordesk.domain.cleaning import one_line
from mentordesk.domain.ids import MeetingId
from mentordesk.domain.meetings import InviteAnswer
from mentordesk.i18n.message import Message, msg
from mentordesk.messages.calendar_event import HOST
from mentordesk.messages.calendar_lines import Line, Part, parts

_OURS = re.compile(rf"([0-9A-Za-z-]{{1,36}})-(\d{{1,3}})@{HOST}")
_WHEN = re.compile(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(Z?)")
_LENGTH = re.compile(r"\+?P(?:(\d{1,3})W)?(?:(\d{1,3})D)?(?:T(?:(\d{1,3})H)?(?:(\d{1,4})M)?(?:(\d{1,5})S)?)?")
_ANSWERS: Mapping[str, InviteAnswer] = {
    "ACCEPTED": InviteAnswer.ACCEPTED,
    "TENTATIVE": InviteAnswer.TENTATIVE,
    "DECLINED": InviteAnswer.DECLINED,
}
_CHANGES = frozenset({"REQUEST", "COUNTER", "PUBLISH"})
_REPEATED = ("RRULE", "RDATE", "EXRULE", "EXDATE", "RECURRENCE-ID")
# Whose clock is that of Oslo and Stockholm, by the names that programs give it.
_CENTRAL = {"W. Europe Standard Time", "Romance Standard Time", "Central European Standard Time"}
_CENTRAL |= {"Central Europe Standard Time", "CET", "Europe/Berlin"}
_YEARS = range(2000, 2100)
_SHOWN = 80  # letters of a title that is named


@dataclass(frozen=True, slots=True)
class Reply:
    """What somebody's calendar answered about one day of a meeting."""

    meeting: MeetingId
    number: int  # the day's
    attendee: str  # the e-mail address, as written
    answer: InviteAnswer
    sent_at: datetime  # aware
    sequence: int  # of the entry that was answered


@dataclass(frozen=True, slots=True)
class Changed:
    """A day of a meeting as another calendar has it; moments without a zone are of the clock on the wall."""

    meeting: MeetingId
    number: int
    starts_at: datetime
    ends_at: datetime
    place: str
    sequence: int


@dataclass(frozen=True, slots=True)
class NotRead:
    """An entry that is not taken, by its title, and why."""

    title: str
    reason: Message


@dataclass(slots=True)
class CalendarRead:
    replies: list[Reply] = field(default_factory=list)
    changed: list[Changed] = field(default_factory=list)
    not_read: list[NotRead] = field(default_factory=list)


class _Unread(Exception):
    def __init__(self, reason: Message) -> None:
        self.reason = reason


def read(data: bytes) -> CalendarRead:
    """What the file says of meetings of ours, and what of it is not taken.

    Raises:
        UnusableInput: not a calendar file, or larger than one can be.
    """
    calendar, *rest = parts(data)
    said = calendar.first("METHOD")
    method = "PUBLISH" if said is None else said.value.strip().upper()
    found = CalendarRead()
    for part in rest:
        if part.name in ("VTODO", "VJOURNAL", "VFREEBUSY"):
            found.not_read.append(NotRead(_title(part), msg("It is not a meeting.")))
        elif part.name == "VEVENT":
            try:
                _read_event(part, method, found)
            except _Unread as no:
                found.not_read.append(NotRead(_title(part), no.reason))
    return found


def _read_event(part: Part, method: str, found: CalendarRead) -> None:
    uid = part.first("UID")
    ours = None if uid is None else _OURS.fullmatch(uid.text.strip())
    if ours is None:
        raise _Unread(msg("It is not a meeting of MentorDesk."))
    if any(name in part.lines for name in _REPEATED):
        raise _Unread(msg("It repeats itself. Meetings are kept one by one here."))
    meeting, number, sequence = MeetingId(ours[1]), int(ours[2]) + 1, _number(part.first("SEQUENCE"))
    if method == "REPLY":
        found.replies.extend(_replies(part, meeting, number, sequence))
        return
    state = part.first("STATUS")
    if method == "CANCEL" or (state is not None and state.value.strip().upper() == "CANCELLED"):
        raise _Unread(msg("It is cancelled there. Cancel the meeting here if it does not take place."))
    if method not in _CHANGES:
        raise _Unread(msg("What it asks for is not known."))
    starts_at = _moment(part.first("DTSTART"))
    ends_at = _end(part, starts_at)
    if (starts_at.tzinfo is None) != (ends_at.tzinfo is None) or ends_at <= starts_at:
        raise _Unread(msg("It ends before it begins."))
    place = part.first("LOCATION")
    found.changed.append(
        Changed(meeting, number, starts_at, ends_at, "" if place is None else one_line(place.text), sequence)
    )


def _replies(part: Part, meeting: MeetingId, number: int, sequence: int) -> list[Reply]:
    sent = part.first("DTSTAMP")
    if sent is None or (sent_at := _moment(sent)).tzinfo is None:
        raise _Unread(msg("The answer does not say when it was given."))
    found = []
    for attendee in part.lines.get("ATTENDEE", ()):
        answer = _ANSWERS.get(attendee.parameters.get("PARTSTAT", "").upper())
        address = one_line(attendee.value)
        if answer is not None and address.lower().startswith("mailto:"):
            found.append(Reply(meeting, number, address[len("mailto:") :], answer, sent_at, sequence))
    if not found:
        raise _Unread(msg("It neither accepts nor declines."))
    return found


def _end(part: Part, starts_at: datetime) -> datetime:
    if (end := part.first("DTEND")) is not None:
        return _moment(end)
    length = part.first("DURATION")
    match = None if length is None else _LENGTH.fullmatch(length.value.strip().upper())
    if match is None:
        raise _Unread(msg("It does not say when it ends."))
    weeks, days, hours, minutes, seconds = (int(each or 0) for each in match.groups())
    try:
        return starts_at + timedelta(days, seconds, 0, 0, minutes, hours, weeks)
    except OverflowError as problem:
        raise _Unread(_no_time()) from problem


def _moment(line: Line | None) -> datetime:
    if line is None:
        raise _Unread(_no_time())
    match = _WHEN.fullmatch(line.value.strip())
    if match is None:
        raise _Unread(msg("It takes a whole day, and meetings here have hours.") if _is_day(line) else _no_time())
    year, month, day, hour, minute, second = (int(each) for each in match.groups()[:6])
    if year not in _YEARS:
        raise _Unread(_no_time())
    try:
        wall = datetime(year, month, day, hour, minute, second)  # noqa: DTZ001 - the zone stands beside it
    except ValueError as problem:
        raise _Unread(_no_time()) from problem
    if match[7]:
        return wall.replace(tzinfo=UTC)
    name = line.parameters.get("TZID", "")
    return wall.replace(tzinfo=_zone(name)) if name else wall


def _zone(name: str) -> ZoneInfo:
    if name in _CENTRAL:
        return ZoneInfo("Europe/Oslo")
    # Names that other programs put before it: /freeassociation.sourceforge.net/Europe/Oslo
    city = re.search(r"[A-Za-z_]+/[A-Za-z_]+$", name)
    try:
        return ZoneInfo(city[0] if city else name)
    except (KeyError, ValueError, OSError) as problem:  # no such zone; nor is a path one
        raise _Unread(msg("Its time zone is not known here.")) from problem


def _is_day(line: Line) -> bool:
    return re.fullmatch(r"\d{8}", line.value.strip()) is not None


def _number(line: Line | None) -> int:
    said = "" if line is None else line.value.strip()
    return int(said) if said.isascii() and said.isdigit() and len(said) < 10 else 0


def _title(part: Part) -> str:
    title = part.first("SUMMARY")
    said = "" if title is None else one_line(title.text)
    return said if len(said) <= _SHOWN else said[: _SHOWN - 1] + "…"


def _no_time() -> Message:
    return msg("Its time cannot be read.")
