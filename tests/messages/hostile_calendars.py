"""Calendar files that somebody may send: broken, foreign, greedy, or made to harm. None may do more than be named."""

from __future__ import annotations

OURS = "0199a1b2-0000-7000-8000-000000000001-0@mentordesk"
TIMES = "DTSTART:20270126T090000Z\nDTEND:20270126T100000Z"


def calendar(*lines: str, method: str = "REQUEST") -> bytes:
    return (
        "\r\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", f"METHOD:{method}", *lines, "END:VCALENDAR", ""))
        .replace("\n", "\r\n")
        .replace("\r\r\n", "\r\n")
        .encode()
    )


def event(*lines: str, uid: str = OURS, method: str = "REQUEST") -> bytes:
    return calendar("BEGIN:VEVENT", f"UID:{uid}", *lines, "END:VEVENT", method=method)


def answer(*lines: str) -> bytes:
    return event(*lines, method="REPLY")


UNUSABLE = {
    "nothing": b"",
    "no calendar": b"Dear Kari, I will come.\n",
    "a picture": b"\x89PNG\r\n\x1a\n\x00\x00",
    "a zip": b"PK\x03\x04" + b"\x00" * 100,
    "another alphabet": calendar("X-A:\u00e5").decode().encode("utf-16"),
    "windows letters": b"BEGIN:VCALENDAR\r\nX-WR-CALNAME:\xe5r\r\nEND:VCALENDAR\r\n",
    "not closed": b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n",
    "closed twice": b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\nEND:VCALENDAR\r\n",
    "crossed": b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\nEND:VEVENT\r\n",
    "a calendar in a calendar": b"BEGIN:VCALENDAR\r\nBEGIN:VCALENDAR\r\nEND:VCALENDAR\r\nEND:VCALENDAR\r\n",
    "another thing": b"BEGIN:VCARD\r\nFN:Kari\r\nEND:VCARD\r\n",
    "too deep": b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\n" * 9,
    "too many": b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\nEND:VEVENT\r\n" * 5_000 + b"END:VCALENDAR\r\n",
    "too large": b"BEGIN:VCALENDAR\r\nX-A:" + b"a" * 1_000_001 + b"\r\nEND:VCALENDAR\r\n",
    "a nought": b"BEGIN:VCALENDAR\r\nX-A:\x00\r\nEND:VCALENDAR\r\n",
    "half a letter": b"BEGIN:VCALENDAR\r\nX-A:\xed\xa0\x80\r\nEND:VCALENDAR\r\n",
}

NOT_TAKEN = {
    "a foreign identifier": event(TIMES, uid="abc@example.org"),
    "no identifier": calendar("BEGIN:VEVENT", TIMES, "END:VEVENT"),
    "an identifier with a path": event(TIMES, uid="../../etc/passwd-0@mentordesk"),
    "an identifier with a question": event(TIMES, uid="x' OR '1'='1-0@mentordesk"),
    "an identifier too long": event(TIMES, uid="a" * 5_000 + "-0@mentordesk"),
    "repeated every second": event(TIMES, "RRULE:FREQ=SECONDLY"),
    "repeated for ever": event(TIMES, "RRULE:FREQ=YEARLY;COUNT=999999999"),
    "more dates": event(TIMES, "RDATE:20270301T090000Z"),
    "one of a series": event(TIMES, "RECURRENCE-ID:20270126T090000Z"),
    "no time": event("SUMMARY:Møte"),
    "no end": event("DTSTART:20270126T090000Z"),
    "an end before the beginning": event("DTSTART:20270126T090000Z", "DTEND:20270126T080000Z"),
    "a whole day": event("DTSTART;VALUE=DATE:20270126", "DTEND;VALUE=DATE:20270127"),
    "a day that is not": event("DTSTART:20270230T090000Z", "DTEND:20270230T100000Z"),
    "the year nought": event("DTSTART:00000101T090000Z", "DTEND:00000101T100000Z"),
    "the last year": event("DTSTART:99991231T235959Z", "DURATION:P999W"),
    "an endless length": event("DTSTART:20270126T090000Z", "DURATION:P99999999D"),
    "a zone that is a path": event("DTSTART;TZID=../../../etc/passwd:20270126T090000", TIMES[24:]),
    "a zone of nowhere": event("DTSTART;TZID=Mars/Olympus:20270126T090000", "DTEND;TZID=Mars/Olympus:20270126T100000"),
    "a zone that is a folder": event("DTSTART;TZID=Europe:20270126T090000", "DTEND;TZID=Europe:20270126T100000"),
    "half with a zone": event("DTSTART:20270126T090000", "DTEND:20270126T100000Z"),
    "cancelled by somebody else": event(TIMES, method="CANCEL"),
    "cancelled within": event(TIMES, "STATUS:CANCELLED"),
    "an unknown wish": event(TIMES, method="X-DELETE-EVERYTHING"),
    "an answer of nobody": answer("DTSTAMP:20261123T100000Z"),
    "an answer without a day": answer("ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@example.org"),
    "an answer by a local clock": answer("DTSTAMP:20261123T100000", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@example.org"),
    "no answer yet": answer("DTSTAMP:20261123T100000Z", "ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:a@example.org"),
    "handed on": answer("DTSTAMP:20261123T100000Z", "ATTENDEE;PARTSTAT=DELEGATED:mailto:a@example.org"),
    "an address that is none": answer("DTSTAMP:20261123T100000Z", "ATTENDEE;PARTSTAT=ACCEPTED:file:///etc/passwd"),
    "a task": calendar("BEGIN:VTODO", f"UID:{OURS}", "END:VTODO"),
    "a title with control letters": event("SUMMARY:A\u202eB\x07\\n\\nBEGIN:VEVENT"),
}
