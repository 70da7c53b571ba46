"""The day and time of a line of text, in three languages; a day with two readings has none (trust, fault 63)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from mentordesk.domain.cleaning import folded
from mentordesk.domain.dates import read_day, shortened
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message, msg

_TODAY = frozenset({"today", "idag", "i dag"})
_TOMORROW = frozenset({"tomorrow", "imorgen", "i morgen", "imorgon", "i morgon", "i morra"})
_WEEKDAYS = (
    ("monday", "mandag"),
    ("tuesday", "tirsdag", "tisdag"),
    ("wednesday", "onsdag"),
    ("thursday", "torsdag"),
    ("friday", "fredag"),
    ("saturday", "lordag"),
    ("sunday", "sondag"),
)
_MONTHS = (
    ("january", "januar", "januari"),
    ("february", "februar", "februari"),
    ("march", "mars"),
    ("april",),
    ("may", "mai", "maj"),
    ("june", "juni"),
    ("july", "juli"),
    ("august", "augusti"),
    ("september",),
    ("october", "oktober"),
    ("november",),
    ("december", "desember"),
)
_SHORTEST = 3  # letters of a weekday's or month's name
_FILLING = frozenset({"kl", "klokka", "klokken", "klockan", "at", "on", "den", "pa", "the", "fra", "from", "fran"})
_TIME = r"(\d{1,2})(?:[.:](\d{2}))?"
_ONE_TIME = re.compile(_TIME)
_TWO_TIMES = re.compile(rf"{_TIME}[-–]{_TIME}")
_DAY_OF_MONTH = re.compile(r"(\d{1,2})\.?")
_DAY_AND_MONTH = re.compile(r"(\d{1,2})\.([^\W\d]+)\.?")
_YEAR = re.compile(r"(20\d{2})")
_TWO_WAYS = re.compile(r"\d{1,2}(?:[/-]\d{1,2}(?:[/-]\d{2,4})?|\.\d{1,2}\.(?:\d{2})?)")
_YEARS_ON = 8  # until 29 February comes again, at the latest


@dataclass(frozen=True, slots=True)
class When:
    day: date
    start: time
    end: time | None


def words_of(text: str) -> list[str]:
    """What stands between words, and the marks at their ends, says nothing."""
    words = (word.strip(",;:") for word in text.split())
    return [word for word in words if word.strip("–—-·")]


def readings(words: Sequence[str], today: date) -> Iterator[When]:
    """Every way in which all of the words are a day and a time."""
    for day, rest in _days(_telling(words), today):
        for start, end in _times(rest):
            yield When(day, start, end)


def wrong_weekday(words: Sequence[str], today: date) -> Message | None:
    """Where a date stands behind a weekday that is not its own."""
    for at, word in enumerate(words):
        number = _weekday(word)
        for _, day in _dates(_telling(words[at + 1 :]), today) if number is not None else ():
            if day.weekday() != number:
                return msg("{day} is another weekday than the one written. Leave one of them out.", day=day)
    return None


def missing(words: Sequence[str], today: date) -> Message:
    """Why the words hold no day and time."""
    for word in words:
        if _TWO_WAYS.fullmatch(word) and _whole_date(word) is None and not _TWO_TIMES.fullmatch(word):
            return msg("“{word}” can be read in several ways. Write the date as 3 May or 2027-05-03.", word=word)
    for at in range(len(words)):
        telling = _telling(words[at:])
        if len(telling) > 1 and _weekday(telling[0]) == today.weekday() and list(_times(telling[1:])):
            return msg("Today is that weekday. Write “today”, or the date.")
        for day, rest in _days(telling, today):
            if not rest:
                return msg("Write when on {day} it begins, such as 14:00.", day=day)
            return msg("“{word}” is not understood as a time. Write it as 14:00.", word=shortened(" ".join(rest)))
    return msg("Write the day and the time after it, such as “Thu 14” or “3 May 14:30”.")


def _telling(words: Sequence[str]) -> Sequence[str]:
    return [word for word in words if folded(word) not in _FILLING]


def _days(words: Sequence[str], today: date) -> Iterator[tuple[date, Sequence[str]]]:
    """Each day that the words begin with, and what is left of them."""
    for count, day in _near(words, today):
        yield day, words[count:]
    number = _weekday(words[0]) if words else None
    if number is None:
        for count, day in _dates(words, today):
            yield day, words[count:]
        return
    for count, day in _dates(words[1:], today):
        if day.weekday() == number:
            yield day, words[1 + count :]
    ahead = (number - today.weekday()) % 7
    if ahead:  # on a Thursday "Thursday" may be today's or the next
        yield today + timedelta(ahead), words[1:]


def _near(words: Sequence[str], today: date) -> Iterator[tuple[int, date]]:
    for count in (1, 2):
        said = folded(" ".join(words[:count]))
        if len(words) >= count and said in _TODAY:
            yield count, today
        if len(words) >= count and said in _TOMORROW:
            yield count, today + timedelta(1)


def _dates(words: Sequence[str], today: date) -> Iterator[tuple[int, date]]:
    """How many words a date takes, and which it is; without a year the next one, today included."""
    if not words:
        return
    whole = _whole_date(words[0])
    if whole is not None:
        yield 1, whole
        return
    joined = _DAY_AND_MONTH.fullmatch(words[0])
    alone = _DAY_OF_MONTH.fullmatch(words[0])
    if joined:
        taken, number, month = 1, int(joined[1]), _month(joined[2])
    elif alone and len(words) > 1:
        taken, number, month = 2, int(alone[1]), _month(words[1])
    else:
        return
    if month is None:
        return
    if len(words) > taken and (year := _YEAR.fullmatch(words[taken])):
        there = _day(int(year[1]), month, number)
        if there is not None:
            yield taken + 1, there
        return
    coming = (_day(today.year + years, month, number) for years in range(_YEARS_ON + 1))
    found = next((day for day in coming if day is not None and day >= today), None)
    if found is not None:
        yield taken, found


def _times(words: Sequence[str]) -> Iterator[tuple[time, time | None]]:
    """All of the words are one time, or two."""
    if len(words) == 1 and (both := _TWO_TIMES.fullmatch(words[0])):
        start, end = _clock(both[1], both[2]), _clock(both[3], both[4])
        if start is not None and end is not None:
            yield start, end
    clocks = [_ONE_TIME.fullmatch(word) for word in words]
    if len(clocks) == 1 and clocks[0] and (start := _clock(clocks[0][1], clocks[0][2])) is not None:
        yield start, None


def _whole_date(word: str) -> date | None:
    """A date with its year, in figures, that can be read in one way only."""
    if "/" in word:
        return None
    try:
        return read_day(word)
    except Refused:
        return None


def _weekday(word: str) -> int | None:
    """0 is Monday."""
    return _named(word, _WEEKDAYS)


def _month(word: str) -> int | None:
    at = _named(word, _MONTHS)
    return None if at is None else at + 1


def _named(word: str, names: Sequence[Sequence[str]]) -> int | None:
    said = folded(word)
    if len(said) < _SHORTEST:
        return None
    return next((at for at, each in enumerate(names) if any(name.startswith(said) for name in each)), None)


def _clock(hour: str, minute: str | None) -> time | None:
    if int(hour) > 23 or int(minute or 0) > 59:
        return None
    return time(int(hour), int(minute or 0))


def _day(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None
