"""Which column holds which Field: by its title in every language, its key and its aliases; nearly so; by its content.

A guess is shown before anything is taken, and a mapping file or the user goes before it. What is never taken,
whoever asks, says domain.privacy.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

from mentordesk.domain.cleaning import folded
from mentordesk.domain.fields import Cell, EmailField, Field
from mentordesk.domain.people import ALL_FIELDS
from mentordesk.domain.privacy import never_taken
from mentordesk.domain.refusals import UnusableInput
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.languages import LANGUAGES
from mentordesk.i18n.message import Listed, msg

_NEAR = 0.88  # of the letters in common: one in nine may be another, the first is the same
_LONG_ENOUGH = 6  # letters, below which a near word is another word ("plats", "platser")
_LOOKED_AT = 100  # cells of a column
_MOSTLY = 0.8
_LONGEST = 120  # letters of a heading that is looked up
_ADDRESS = re.compile(r"[^@\s;,]+@[^@\s;,]+\.[^@\s;,]+")
_PERHAPS_ANOTHERS = re.compile(r"leder|chef|manager|boss|sjef|kontakt|contact", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class HeadingMapping:
    """For each heading its Field, or None; no Field has two headings."""

    headings: tuple[str, ...]
    fields: tuple[Field | None, ...]

    @property
    def taken(self) -> tuple[tuple[str, Field], ...]:
        pairs = zip(self.headings, self.fields, strict=True)
        return tuple((heading, field) for heading, field in pairs if field is not None)

    @property
    def ignored(self) -> tuple[str, ...]:
        """Headings of columns that stay in the file (R13: named, never stored silently)."""
        pairs = zip(self.headings, self.fields, strict=True)
        return tuple(heading for heading, field in pairs if field is None and heading)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What somebody decided: a heading and the key of its Field, or "" to leave the column out."""

    pairs: tuple[tuple[str, str], ...] = ()


NOTHING_CHOSEN = Chosen()


def guess(
    headings: Sequence[str],
    fields: Sequence[Field] = ALL_FIELDS,
    rows: Sequence[Sequence[Cell]] = (),
    chosen: Chosen = NOTHING_CHOSEN,
) -> HeadingMapping:
    """The likely Field of each heading; `rows` let the content help, `chosen` goes before every guess.

    Raises:
        UnusableInput: something was chosen that is no heading here, or no Field.
    """
    decided = _decided(headings, fields, chosen)
    found: list[Field | None] = [decided.get(heading) for heading in headings]
    words = _words(tuple(fields))
    for near in (False, True):
        for column, heading in enumerate(headings):
            if found[column] is None and heading not in decided and not never_taken(heading):
                field = _nearest(heading, words) if near else _named(heading, words)
                found[column] = field if field not in found else None
    email = next((field for field in fields if isinstance(field, EmailField)), None)
    if email is not None and email not in found:
        free = [i for i, heading in enumerate(headings) if found[i] is None and heading not in decided]
        addresses = [column for column in free if _holds_addresses(headings[column], column, rows)]
        if len(addresses) == 1:
            found[addresses[0]] = email
    return HeadingMapping(tuple(headings), tuple(found))


def is_known(heading: str) -> bool:
    """Whether a list of people has such a heading, also one that is never taken."""
    if len(heading) > _LONGEST:  # a sentence in a cell is no heading, and comparing it costs
        return False
    return _named(heading, _words(ALL_FIELDS)) is not None or never_taken(heading)


def _decided(headings: Sequence[str], fields: Sequence[Field], chosen: Chosen) -> Mapping[str, Field | None]:
    by_key = {field.key: field for field in fields}
    by_word = {folded(heading): heading for heading in reversed(headings) if heading}
    decided: dict[str, Field | None] = {}
    for wanted, key in chosen.pairs:
        heading = wanted if wanted in headings else by_word.get(folded(wanted))
        if heading is None:
            raise UnusableInput(
                msg(
                    "There is no column “{heading}”. The columns are: {columns}.",
                    heading=wanted,
                    columns=Listed(tuple(filter(None, headings))),
                )
            )
        if key and key not in by_key:
            raise UnusableInput(
                msg("“{key}” is no field. The fields are: {fields}.", key=key, fields=Listed(tuple(by_key)))
            )
        field = None if never_taken(heading) else by_key.get(key)
        if field is not None and field in decided.values():
            raise UnusableInput(msg("Two columns cannot both be “{key}”.", key=key))
        decided[heading] = field
    return decided


@cache
def _words(fields: tuple[Field, ...]) -> Mapping[str, Field]:
    """Folded words to Fields; a title goes before another field's alias."""
    found: dict[str, Field] = {}
    for field in fields:
        for title in (field.key, *(catalog(known.code).say(field.title) for known in LANGUAGES)):
            found.setdefault(folded(title), field)
    for field in fields:
        for alias in field.aliases:
            found.setdefault(folded(alias), field)
    found.pop("", None)
    return found


def _named(heading: str, words: Mapping[str, Field]) -> Field | None:
    """Whole, without what stands in brackets, or in two languages ("Fornavn / First name")."""
    for spelling in (heading, re.sub(r"\([^()]*\)|\[[^\[\]]*\]", " ", heading)):
        if (field := words.get(folded(spelling))) is not None:
            return field
    parts = {words.get(folded(part)) for part in re.split(r"[/|\n]", heading)}
    return parts.pop() if len(parts) == 1 else None


def _nearest(heading: str, words: Mapping[str, Field]) -> Field | None:
    """A word misspelt by a letter or so, if it can only be one field's."""
    wanted = folded(heading)
    if len(wanted) < _LONG_ENOUGH:
        return None
    near = {field for word, field in words.items() if len(word) >= _LONG_ENOUGH and _alike(wanted, word)}
    return near.pop() if len(near) == 1 else None


def _alike(one: str, other: str) -> bool:
    return one[0] == other[0] and SequenceMatcher(None, one, other, autojunk=False).ratio() >= _NEAR


def _holds_addresses(heading: str, column: int, rows: Sequence[Sequence[Cell]]) -> bool:
    if never_taken(heading) or _PERHAPS_ANOTHERS.search(heading):
        return False
    filled = [str(cell) for cell in _first_cells(column, rows)]
    return bool(filled) and sum(bool(_ADDRESS.fullmatch(cell.strip())) for cell in filled) >= _MOSTLY * len(filled)


def _first_cells(column: int, rows: Sequence[Sequence[Cell]]) -> Iterable[Cell]:
    return [row[column] for row in rows[:_LOOKED_AT] if column < len(row) and row[column] is not None]
