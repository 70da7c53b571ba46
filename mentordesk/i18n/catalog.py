"""One language: says Messages, dates, numbers and lists, and sorts names by its own alphabet.

Translations are read from the .po file itself, so nothing compiled can go stale (design D12). Babel, which knows
dates and numbers, is loaded when the first of them is said: a window is painted before.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Sequence
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING

from mentordesk import places
from mentordesk.i18n.languages import SOURCE, Language, LanguageCode, language
from mentordesk.i18n.message import Listed, Message, Sayable, Value, Wording
from mentordesk.i18n.po import Translations

if TYPE_CHECKING:
    from babel import Locale

# Letters after z, in the order of each language; what only looks Nordic there sorts with its twin.
_AFTER_Z = {
    LanguageCode.NB: {"æ": "{0", "ä": "{1", "ø": "{2", "ö": "{3", "å": "{4"},
    LanguageCode.SV: {"å": "{0", "ä": "{1", "æ": "{2", "ö": "{3", "ø": "{4"},
    LanguageCode.EN: {},
}
# Letters that Unicode does not take apart into a base and a mark; Sámi and Icelandic ones among them.
_BASE = {"đ": "d", "ð": "d", "ŋ": "n", "ŧ": "t", "ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "þ": "th", "ß": "ss"}


class Catalog:
    """Everything that is said in one language."""

    def __init__(self, known: Language, translations: Translations | None) -> None:
        """`translations`: none for the source language."""
        self.language = known
        self._translations = translations

    @cached_property
    def _locale(self) -> Locale:
        from babel import Locale

        return Locale.parse(self.language.locale)

    @property
    def code(self) -> LanguageCode:
        return self.language.code

    def say(self, sentence: Sayable) -> str:
        """The sentence in this language, its placeholders filled; a missing translation is said in English."""
        if isinstance(sentence, Wording):
            return sentence.said(self.code)
        known = self._translations
        forms = None if known is None else known.get((sentence.context, sentence.text))
        if forms is None:
            text = sentence.text if sentence.plural is None or sentence.count == 1 else sentence.plural
        elif sentence.count is None:
            text = forms[0]
        else:
            text = forms[0 if sentence.count == 1 else -1]  # all three languages have these two forms
        if not sentence.values:
            return text
        return text.format_map({name: self.show(value) for name, value in sentence.values})

    def show(self, value: Value) -> str:
        """A value as a reader of this language expects it inside a sentence."""
        match value:
            case str():
                return value
            case Message() | Wording():
                return self.say(value)
            case Listed():
                return self.listed([self.show(item) for item in value.items], any_of=value.any_of)
            case int():
                return self.number(value)
            case float():
                return self.number(value, decimals=1)
            case dt.datetime():
                return f"{self.date(value.date())} {self.time(value.time())}"
            case dt.date():
                return self.date(value)
            case dt.time():
                return self.time(value)

    def date(self, day: dt.date, width: str = "medium") -> str:
        """`width`: "short" (22.11.2026), "medium", "long" (22. november 2026) or "full" (with the weekday)."""
        from babel import dates

        return dates.format_date(day, format=width, locale=self._locale)

    def time(self, moment: dt.time) -> str:
        from babel import dates

        return dates.format_time(moment, format="short", locale=self._locale)

    def day_month(self, day: dt.date) -> str:
        from babel import dates

        return dates.format_skeleton("MMMd", day, locale=self._locale)

    def weekday(self, day: dt.date) -> str:
        from babel import dates

        return dates.format_date(day, format="EEEE", locale=self._locale)

    def number(self, value: float, decimals: int = 0) -> str:
        from babel import numbers

        pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
        return numbers.format_decimal(value, format=pattern, locale=self._locale)

    def listed(self, items: Sequence[str], *, any_of: bool = False) -> str:
        """ "a, b og c"; with `any_of` "a, b eller c"."""
        from babel import lists

        return lists.format_list(list(items), style="or" if any_of else "standard", locale=self._locale)

    def sort_key(self, text: str) -> tuple[str, str]:
        """Order of names: Norwegian z æ ø å with aa as å, Swedish z å ä ö; other marks don't count at first."""
        return _sort_key(text, self.code)


@lru_cache(maxsize=65_536)
def _sort_key(text: str, code: LanguageCode) -> tuple[str, str]:
    lower = unicodedata.normalize("NFC", text).casefold()
    if code is LanguageCode.NB:
        lower = lower.replace("aa", "å")
    if lower.isascii():
        return lower, text
    after = _AFTER_Z[code]
    letters: list[str] = []
    for letter in lower:
        if letter in after:
            letters.append(after[letter])
        elif letter in _BASE:
            letters.append(_BASE[letter])
        else:
            letters.extend(c for c in unicodedata.normalize("NFD", letter) if not unicodedata.combining(c))
    return "".join(letters), text


def _read(code: LanguageCode) -> Translations:
    return Translations(places.TRANSLATIONS / code / "LC_MESSAGES" / "mentordesk.po")


@cache
def catalog(code: str) -> Catalog:
    """The catalog of a language code, read once.

    Raises:
        KeyError: a code that is none of ours.
    """
    known = language(code)
    return Catalog(known, None if known.code is SOURCE else _read(known.code))
