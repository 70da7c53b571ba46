"""A strict reader of calendar files, written from RFC 5545 and sharing nothing with the library that writes them.

It knows only the components, properties and parameters that MentorDesk means to write: any other is an error.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

ONCE = {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "LOCATION", "DESCRIPTION", "SEQUENCE", "STATUS", "TRANSP"}
ONCE |= {"LAST-MODIFIED", "ORGANIZER", "VERSION", "PRODID", "CALSCALE", "METHOD", "X-WR-CALNAME", "TZID", "TZNAME"}
ONCE |= {"TZOFFSETFROM", "TZOFFSETTO", "RRULE"}
RULE_OF_ZONE = {"DTSTART", "RRULE", "TZNAME", "TZOFFSETFROM", "TZOFFSETTO"}
KNOWN = {
    "VCALENDAR": {"VERSION", "PRODID", "CALSCALE", "METHOD", "X-WR-CALNAME"},
    "VTIMEZONE": {"TZID"},
    "STANDARD": RULE_OF_ZONE,
    "DAYLIGHT": RULE_OF_ZONE,
    "VEVENT": (ONCE - {"VERSION", "PRODID", "CALSCALE", "METHOD", "X-WR-CALNAME", "TZID"} - RULE_OF_ZONE)
    | {"DTSTART", "ATTENDEE"},
}
REQUIRED = {
    "VCALENDAR": {"VERSION", "PRODID"},
    "VTIMEZONE": {"TZID"},
    "STANDARD": {"DTSTART", "TZOFFSETFROM", "TZOFFSETTO"},
    "DAYLIGHT": {"DTSTART", "TZOFFSETFROM", "TZOFFSETTO"},
    "VEVENT": {"UID", "DTSTAMP", "DTSTART"},
}
INSIDE = {None: {"VCALENDAR"}, "VCALENDAR": {"VTIMEZONE", "VEVENT"}, "VTIMEZONE": {"STANDARD", "DAYLIGHT"}}
PARAMETERS = {
    "DTSTART": {"TZID", "VALUE"},
    "DTEND": {"TZID", "VALUE"},
    "ATTENDEE": {"CN", "PARTSTAT", "ROLE", "RSVP"},
    "ORGANIZER": {"CN"},
}
TEXT = {"SUMMARY", "LOCATION", "DESCRIPTION", "X-WR-CALNAME", "UID", "TZID", "TZNAME", "PRODID"}
_PARAMETER = r';([A-Z-]+)=((?:"[^"\x00-\x08\x0a-\x1f\x7f]*"|[^";:,\x00-\x08\x0a-\x1f\x7f]*))'
LINE = re.compile(rf"([A-Z][A-Z0-9-]*)((?:{_PARAMETER})*):(.*)", re.DOTALL)
FORMS = {
    "DTSTAMP": r"\d{8}T\d{6}Z",
    "LAST-MODIFIED": r"\d{8}T\d{6}Z",
    "DTSTART": r"\d{8}(T\d{6})?",
    "DTEND": r"\d{8}(T\d{6})?",
    "SEQUENCE": r"\d+",
    "STATUS": r"CONFIRMED|CANCELLED",
    "TRANSP": r"OPAQUE|TRANSPARENT",
    "METHOD": r"PUBLISH|REQUEST|CANCEL",
    "VERSION": r"2\.0",
    "CALSCALE": r"GREGORIAN",
    "TZOFFSETFROM": r"[+-]\d{4}",
    "TZOFFSETTO": r"[+-]\d{4}",
    "RRULE": r"FREQ=YEARLY;BYDAY=-1SU;BYMONTH=(3|10)",
    "ATTENDEE": r"mailto:[A-Za-z0-9@!#$&'*+\-/=?^_`{|}~.%]+",
    "ORGANIZER": r"mailto:[A-Za-z0-9@!#$&'*+\-/=?^_`{|}~.%]+",
}


@dataclass
class Property:
    name: str
    parameters: dict[str, str]
    value: str


@dataclass
class Component:
    name: str
    properties: list[Property] = field(default_factory=list)
    components: list[Component] = field(default_factory=list)

    def one(self, name: str) -> str:
        (value,) = (item.value for item in self.properties if item.name == name)
        return value

    def get(self, name: str) -> str | None:
        return next((item.value for item in self.properties if item.name == name), None)

    def all(self, name: str) -> list[Component]:
        return [component for component in self.components if component.name == name]


def read_strictly(content: bytes) -> Component:
    """The calendar; any breach of the rules is an AssertionError that quotes the line."""
    assert content.endswith(b"\r\n"), "the last line has no end"
    lines = content.split(b"\r\n")[:-1]
    for line in lines:
        assert b"\r" not in line, line
        assert b"\n" not in line, line
        assert line, "an empty line"
        assert len(line) <= 75, line
        line.decode("utf-8")  # folding must not cut a letter in two
    assert not lines[0].startswith((b" ", b"\t"))
    unfolded = re.sub(rb"\r\n[ \t]", b"", content).decode("utf-8").split("\r\n")[:-1]
    root = Component("")
    stack = [root]
    for text in unfolded:
        _read_line(text, stack)
    assert len(stack) == 1, "a component is not closed"
    (calendar,) = root.components
    _check(calendar, None)
    return calendar


def _read_line(text: str, stack: list[Component]) -> None:
    assert not re.search(r"[\x00-\x08\x0a-\x1f\x7f\x80-\x9f\u2028\u2029]", text), text
    match = LINE.fullmatch(text)
    assert match, text
    name, parameters, value = match[1], dict(re.findall(_PARAMETER, match[2])), match[match.re.groups]
    if name == "BEGIN":
        component = Component(value)
        stack[-1].components.append(component)
        stack.append(component)
    elif name == "END":
        assert stack.pop().name == value, text
    else:
        if name in TEXT:
            value = _unescaped(value)
        elif form := FORMS.get(name):
            assert re.fullmatch(form, value), text
        stack[-1].properties.append(Property(name, parameters, value))


def _unescaped(value: str) -> str:
    assert not re.search(r"(?<!\\)(?:\\\\)*[;,]", value), f"not escaped: {value}"
    assert re.fullmatch(r"(?:[^\\]|\\[\\;,nN])*", value), f"stray backslash: {value}"
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)


def _check(component: Component, outer: str | None) -> None:
    assert component.name in INSIDE.get(outer, set()), component.name
    names = [item.name for item in component.properties]
    assert set(names) <= KNOWN[component.name], set(names) - KNOWN[component.name]
    assert set(names) >= REQUIRED[component.name], REQUIRED[component.name] - set(names)
    for name in set(names) & ONCE:
        assert names.count(name) == 1, name
    for item in component.properties:
        assert set(item.parameters) <= PARAMETERS.get(item.name, set()), item
        if item.name in ("DTSTART", "DTEND") and component.name == "VEVENT":
            whole_day = "T" not in item.value
            assert item.parameters.get("VALUE") == ("DATE" if whole_day else None), item
            assert ("TZID" in item.parameters) != whole_day, item
    for inner in component.components:
        _check(inner, component.name)
