"""The lines of a calendar file as any program may have written them (RFC 5545, 3.1), down to its events.

A file comes from outside: nothing in it is run, repeated or looked up, and its size is bounded before it is read.
What an event means is calendar_reading.py's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from mentordesk.domain.refusals import Refused, UnusableInput
from mentordesk.i18n.message import msg

LARGEST = 1_000_000  # bytes
MOST_PARTS = 5_000
_DEEPEST = 8
_NAME = r"[A-Za-z0-9-]{1,40}"
_LINE = re.compile(rf'({_NAME})((?:;{_NAME}=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*):(.*)', re.DOTALL)
_PARAMETER = re.compile(rf';({_NAME})=("[^"]*"|[^";:,]*)')
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Line:
    value: str
    parameters: Mapping[str, str]  # names in capitals, the first value of each

    @property
    def text(self) -> str:
        """What a writer escaped, as it was."""
        return _ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], self.value)


@dataclass(slots=True)
class Part:
    """A component: its lines by their names in capitals, without those of the parts within it."""

    name: str
    lines: dict[str, list[Line]] = field(default_factory=dict)

    def first(self, name: str) -> Line | None:
        return next(iter(self.lines.get(name, ())), None)


def parts(data: bytes) -> tuple[Part, ...]:
    """Every part of the file, the calendar first.

    Raises:
        UnusableInput: too large, too many or too deep parts, not UTF-8, or not a calendar file at all.
    """
    if len(data) > LARGEST:
        raise UnusableInput(msg("The file is larger than a calendar file can be, so nothing was read."))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise _unusable() from problem
    if "\x00" in text:
        raise _unusable()
    found: list[Part] = []
    opened: list[Part] = []
    for line in _unfolded(text):
        match = _LINE.fullmatch(line)
        if match is None:
            continue  # a line that says nothing to anybody: whole programs write them
        name, value = match[1].upper(), match[3]
        if name == "BEGIN":
            opened.append(Part(value.strip().upper()))
            found.append(opened[-1])
            if len(found) > MOST_PARTS or len(opened) > _DEEPEST:
                raise UnusableInput(msg("The file holds more than a calendar file can, so nothing was read."))
        elif name == "END":
            if not opened or opened.pop().name != value.strip().upper():
                raise _unusable()
        elif opened:
            parameters = {key.upper(): said.strip('"') for key, said in reversed(_PARAMETER.findall(match[2]))}
            opened[-1].lines.setdefault(name, []).append(Line(value, parameters))
    if opened or not found or any(part.name == "VCALENDAR" for part in found[1:]) or found[0].name != "VCALENDAR":
        raise _unusable()
    return tuple(found)


def _unfolded(text: str) -> Iterator[str]:
    """A line that begins with a blank goes on with the one before it."""
    pieces: list[str] = []
    for line in re.split(r"\r\n|\n|\r", text):
        if line[:1] in (" ", "\t"):
            pieces.append(line[1:])
            continue
        if pieces:
            yield "".join(pieces)
        pieces = [line]
    yield "".join(pieces)


def _unusable() -> Refused:
    return UnusableInput(msg("This is not a calendar file that can be read. Save it anew as .ics, and try again."))
