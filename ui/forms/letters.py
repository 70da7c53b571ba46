"""Underlined letters (Alt+letter) for the labels of a dialog, none of them twice."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from ui.widgets.labels import unaccelerated


def with_letters(titles: Sequence[str], taken: Iterable[str] = ()) -> list[str]:
    """The titles with an ampersand before the letter of each; a title that finds none free goes without.

    Beginnings of words are taken first. `taken`: letters that something else in the window answers to.
    """
    used = {letter.casefold() for letter in taken}
    chosen = [_first_free(title, used) for title in titles]
    return [_underlined(title, place) for title, place in zip(titles, chosen, strict=True)]


def _first_free(title: str, used: set[str]) -> int | None:
    starts = [place for place in range(len(title)) if place == 0 or title[place - 1] in " -/("]
    places: list[int] = [*starts, *range(len(title))]
    for place in places:
        letter = title[place].casefold()
        if len(letter) == 1 and unicodedata.category(letter) == "Ll" and letter not in used:
            used.add(letter)
            return place
    return None


def _underlined(title: str, place: int | None) -> str:
    if place is None:
        return unaccelerated(title)
    return f"{unaccelerated(title[:place])}&{unaccelerated(title[place:])}"
