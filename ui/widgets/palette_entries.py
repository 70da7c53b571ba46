"""What the palette finds, and in which order; no Qt, so that a shelf of many people can be made off the GUI thread."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import accumulate
from typing import TypeAlias

from mentordesk.domain.cleaning import folded
from mentordesk.i18n.message import Message, msg


class Kind(Enum):
    """In the order in which the palette shows them."""

    PEOPLE = "people"
    PAIRS = "pairs"
    MEETINGS = "meetings"
    COMMANDS = "commands"


KIND_NAMES: dict[Kind, Message] = {
    Kind.PEOPLE: msg("Person"),
    Kind.PAIRS: msg("Pair"),
    Kind.MEETINGS: msg("Meeting"),
    Kind.COMMANDS: msg("Command"),
}
PREFIXES = {">": Kind.COMMANDS, "@": Kind.PEOPLE, "#": Kind.MEETINGS}


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be opened or done; texts are in the window's language."""

    kind: Kind
    title: str
    second: str  # unit, date, page: what tells two of the same title apart
    keys: str  # as QKeySequence reads them, "" for none
    run: Callable[[], object]


Source: TypeAlias = Callable[[str], Sequence[Entry]]

_MOST = 50
_LONGEST = 400  # letters of a title that are looked at
_SHORTHAND_WORDS = 6  # with more, a hostile title could be tried in millions of ways
_SHORTHAND_LETTERS = 8


class Shelf:
    """Entries that can be searched at once; call it with what was written.

    Ranks: titles whose words begin as written; the same when å counts as a; with the second text; shorthand over
    the beginnings of words ("kabe": Kari Berg). Within a rank, titles that begin so, then the order given.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = tuple(entries)
        written = [(_words(entry.title), _words(entry.second)) for entry in self._entries]
        plain = [(_folded(entry.title), _folded(entry.second)) for entry in self._entries]
        self._written = _Lines(title for title, _ in written)
        self._folded = _Lines(title for title, _ in plain)
        self._both_written = _Lines(title + second for title, second in written)
        self._both_folded = _Lines(title + second for title, second in plain)
        self._shorthand = _Lines(" " + " ".join(title.split()[:_SHORTHAND_WORDS]) for title, _ in plain)

    def __len__(self) -> int:
        return len(self._entries)

    def __call__(self, text: str) -> Sequence[Entry]:
        """The best fifty, best first; for no text the first fifty as they stand."""
        if not text.strip():
            return self._entries[:_MOST]
        found: dict[int, None] = {}
        for place in self._ranked(text):
            found[place] = None
            if len(found) == _MOST:
                break
        return [self._entries[place] for place in found]

    def _ranked(self, text: str) -> Iterator[int]:
        """Places of entries, best first; one may come again."""
        written, plain = _words(text), _folded(text)
        for titles, wanted in ((self._written, written), (self._folded, plain)):
            yield from titles.beginning(wanted)
            yield from titles.holding(wanted)
        yield from self._both_written.holding(written)
        yield from self._both_folded.holding(plain)
        letters = plain.replace(" ", "")
        if 2 <= len(letters) <= _SHORTHAND_LETTERS:
            yield from self._shorthand.matching(" " + "(?:[^\n]* )?".join(map(re.escape, letters)))


class _Lines:
    """Many short texts in one string: finding in it is one call, where asking each of them took 16 ms a key."""

    def __init__(self, lines: Iterable[str]) -> None:
        kept = list(lines)
        self._text = "\n" + "\n".join(kept) + "\n"
        self._starts = list(accumulate((len(line) + 1 for line in kept), initial=0))

    def beginning(self, wanted: str) -> Iterator[int]:
        """Places of the texts that begin so."""
        return self._finding(f"\n{wanted}", ()) if wanted.strip() else iter(())

    def holding(self, wanted: str) -> Iterator[int]:
        """Places of the texts in which each wanted word begins a word."""
        words = [f" {word}" for word in sorted(wanted.split(), key=len, reverse=True)]
        return self._finding(words[0], words[1:]) if words else iter(())

    def matching(self, pattern: str) -> Iterator[int]:
        for found in re.finditer(pattern, self._text):
            yield self._place(found.start())

    def _finding(self, first: str, others: Sequence[str]) -> Iterator[int]:
        at = self._text.find(first)
        while at >= 0:
            place = self._place(at)
            start, end = self._starts[place], self._starts[place + 1]
            if all(self._text.find(other, start, end) >= 0 for other in others):
                yield place
            at = self._text.find(first, end)

    def _place(self, at: int) -> int:
        return bisect_right(self._starts, at) - 1


def _folded(text: str) -> str:
    return f" {folded(text[:_LONGEST])}"


def _words(text: str) -> str:
    """Lower case, with a blank before each word; marks count."""
    return " " + re.sub(r"[\W_]+", " ", unicodedata.normalize("NFC", text[:_LONGEST]).casefold()).strip()
