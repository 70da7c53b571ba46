"""The rows of a table, sorted and narrowed: plain lists, no Qt (design D9: a proxy model took a hundred times longer).

What a row shows is made when it is first needed, and kept until new rows come.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic

from ui.language import spoken
from ui.tables.columns import Column, Row, Sortable

_FEW = 6  # places that are looked for one by one
_PORTION = 40  # rows prepared at a time: about a millisecond
_BETWEEN_CELLS = "\t"
_BETWEEN_ROWS = "\n"
_MARKS = re.compile("[\u0300-\u036f]+")
_WHOLE_LETTERS = {"ø": "o", "æ": "ae", "đ": "d", "ð": "d", "ŋ": "n", "ŧ": "t", "ł": "l", "þ": "th"}


class Rows(Generic[Row]):
    """`number` gives a row's id; ids are unique. Places count what is shown, from 0."""

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        number: Callable[[Row], str],
        rows: Sequence[Row] = (),
        *,
        found_by: Callable[[Row], str | None] | None = None,
    ) -> None:
        """`found_by`: further words by which a search finds a row; None: no search finds it."""
        self._columns = tuple(columns)
        self._found_by = found_by
        self._number = number
        self._sorted_by = -1
        self._descending = False
        self._query = ""
        self._staying: frozenset[str] = frozenset()
        self._shown: list[int] = []
        self._places: dict[str, int] | None = None
        self._looked_up = 0
        self._found: tuple[tuple[str, ...], list[int]] | None = None  # words folded, and who was found by them
        self._put(rows)

    def anew(self, rows: Sequence[Row], staying: frozenset[str] = frozenset()) -> Rows[Row]:
        """Other rows, sorted and narrowed as these are; `staying` are shown whatever the words searched for."""
        fresh = Rows(self._columns, self._number, found_by=self._found_by)
        fresh._sorted_by, fresh._descending, fresh._query = self._sorted_by, self._descending, self._query
        fresh._staying = staying
        fresh._put(rows)
        return fresh

    def under(self, columns: Sequence[Column[Row]]) -> Rows[Row]:
        """The same rows under other columns; not sorted any more by one that is gone."""
        fresh = Rows(columns, self._number, found_by=self._found_by)
        if self._sorted_by < len(columns):
            fresh._sorted_by, fresh._descending = self._sorted_by, self._descending
        fresh._query, fresh._staying = self._query, self._staying
        fresh._put(self._rows)
        return fresh

    def _put(self, rows: Sequence[Row]) -> None:
        self._rows = tuple(rows)
        self._ids = [self._number(row) for row in self._rows]
        self._by_id = {number: at for at, number in enumerate(self._ids)}
        self._texts: list[list[str | None]] = [[None] * len(self._rows) for _ in self._columns]
        self._keys: dict[int, list[Sortable | None]] = {}
        self._plain: list[str] = []  # what a search looks through, a line to a row, as far as it is made
        self._folded: list[str] = []
        self._arrange()

    def sort(self, column: int, *, descending: bool = False) -> None:
        """By a column; -1 is the order in which the rows came. Rows with nothing in it come last either way."""
        self._sorted_by = column
        self._descending = descending
        self._arrange()

    def narrow(self, query: str) -> None:
        """To rows in which every word is found; those with the very letters come before those with å for a."""
        self._query, self._staying = query, frozenset()
        self._narrow()

    @property
    def total(self) -> int:
        return len(self._rows)

    @property
    def shown(self) -> list[int]:
        return self._shown

    def row(self, place: int) -> Row:
        return self._rows[self._shown[place]]

    def id_at(self, place: int) -> str:
        return self._ids[self._shown[place]]

    def ids(self) -> tuple[str, ...]:
        return tuple(self._ids[at] for at in self._shown)

    @property
    def staying(self) -> frozenset[str]:
        """Those shown in spite of the words searched for."""
        return self._staying

    def known(self, number: str) -> Row | None:
        """Also one that the filter hides."""
        at = self._by_id.get(number)
        return None if at is None else self._rows[at]

    def place(self, number: str) -> int | None:
        """None where it is hidden or unknown."""
        if self._places is None and self._looked_up < _FEW:
            self._looked_up += 1
            at = self._by_id.get(number)
            return self._shown.index(at) if at is not None and at in self._shown else None
        if self._places is None:
            self._places = {self._ids[at]: place for place, at in enumerate(self._shown)}
        return self._places.get(number)

    def text(self, place: int, column: int) -> str:
        return self._text(self._shown[place], column)

    def starting_with(self, letters: str, column: int, after: int) -> int | None:
        """The next place, after this one and then from the top, whose text begins so; the very letters first."""
        texts = _searchable(self.text(place, column) for place in range(len(self._shown)))
        after = after if after < len(self._shown) else 0
        for fold, lines in zip((_plain, _folded), texts, strict=True):
            begin = fold(letters)
            for first, last in ((after, len(lines)), (0, after)):
                found = next((place for place in range(first, last) if lines[place].startswith(begin)), None)
                if found is not None:
                    return found
        return None

    def prepare(self) -> Iterator[None]:
        """Makes in small portions what sorting and searching will ask for; whoever calls stops at will."""
        for column, declared in enumerate(self._columns):
            for start in range(0, len(self._rows), _PORTION):
                for at in range(start, min(start + _PORTION, len(self._rows))):
                    text = self._text(at, column)
                    if declared.sort is None and text:
                        spoken().sort_key(text)  # it remembers
                yield
        while len(self._plain) < len(self._rows):
            self._fold(_PORTION)
            yield

    def _text(self, at: int, column: int) -> str:
        texts = self._texts[column]
        text = texts[at]
        if text is None:
            text = texts[at] = self._columns[column].text(self._rows[at])
        return text

    def _arrange(self) -> None:
        everything = range(len(self._rows))
        if self._sorted_by < 0:
            self._order = list(everything)
        else:
            keys = self._keys_of(self._sorted_by)
            filled = [at for at in everything if keys[at] is not None]
            filled.sort(key=lambda at: keys[at], reverse=self._descending)  # type: ignore[arg-type, return-value]  # None was left out
            self._order = filled + [at for at in everything if keys[at] is None]
        self._found = None
        self._narrow()

    def _keys_of(self, column: int) -> list[Sortable | None]:
        if column not in self._keys:
            key = self._columns[column].sort_key
            self._keys[column] = [key(row, self._text(at, column)) for at, row in enumerate(self._rows)]
        return self._keys[column]

    def _narrow(self) -> None:
        self._places, self._looked_up = None, 0
        words = _plain(self._query).split()
        if not words:
            self._shown, self._found, self._staying = self._order, None, frozenset()
            return
        plain, folded = self._all_texts()
        wanted = _folded(self._query).split()
        found = self._order if self._found is None else self._found_before(wanted)
        for word in wanted:
            found = [at for at in found if word in folded[at]]
        self._found = tuple(wanted), found
        exact = found
        for word in words:
            exact = [at for at in exact if word in plain[at]]
        if len(exact) < len(found):
            first = set(exact)
            exact = exact + [at for at in found if at not in first]
        self._shown = self._with_staying(exact)

    def _with_staying(self, found: list[int]) -> list[int]:
        """Each where it stands among the others."""
        there = set(found) if self._staying else set()
        missed = [at for number in self._staying if (at := self._by_id.get(number)) is not None and at not in there]
        self._staying = frozenset(self._ids[at] for at in missed)
        if not missed:
            return found
        shown, rank = list(found), {at: place for place, at in enumerate(self._order)}
        for one in sorted(missed, key=lambda at: rank[at]):
            before = (place for place, at in enumerate(shown) if rank[at] > rank[one])
            shown.insert(next(before, len(shown)), one)
        return shown

    def _found_before(self, wanted: Sequence[str]) -> list[int]:
        """Where every word only grew, what was not found by its beginning is not found by the whole."""
        if self._found is None:
            return self._order
        before, found = self._found
        grew = len(before) <= len(wanted) and all(b in w for b, w in zip(before, wanted, strict=False))
        return found if grew else self._order

    def _all_texts(self) -> tuple[list[str], list[str]]:
        self._fold(len(self._rows))
        return self._plain, self._folded

    def _fold(self, many: int) -> None:
        """The lines of the next `many` rows."""
        first = len(self._plain)
        plain, folded = _searchable(self._line(at) for at in range(first, min(first + many, len(self._rows))))
        self._plain += plain
        self._folded += folded

    def _line(self, at: int) -> str:
        more = "" if self._found_by is None else self._found_by(self._rows[at])
        if more is None:
            return ""
        return _BETWEEN_CELLS.join([*(self._text(at, column) for column in range(len(self._columns))), more])


def _searchable(texts: Iterable[str]) -> tuple[list[str], list[str]]:
    """With their own letters, and with å as a. Folded all at once: that goes at C's speed."""
    lines = [text.replace(_BETWEEN_ROWS, " ") for text in texts]
    if not lines:
        return [], []
    plain = _plain(_BETWEEN_ROWS.join(lines))
    return plain.split(_BETWEEN_ROWS), _folded(plain).split(_BETWEEN_ROWS)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text.casefold())


def _folded(text: str) -> str:
    lower = _MARKS.sub("", unicodedata.normalize("NFKD", text.casefold()))
    for letter, plain in _WHOLE_LETTERS.items():
        lower = lower.replace(letter, plain)
    return lower
