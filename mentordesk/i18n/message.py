"""A sentence not yet in a language: Message (ours, translated by a catalog) and Wording (data, as given).

No Babel and no file here; a Catalog says both.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TypeAlias

from mentordesk.i18n.languages import LANGUAGES, LanguageCode


@dataclass(frozen=True, slots=True)
class Wording:
    """Text that is data and comes in several languages, such as a programme template's; not every
    language need be there."""

    nb: str = ""
    sv: str = ""
    en: str = ""

    @classmethod
    def of(cls, texts: Mapping[str, str]) -> Wording:
        """From a mapping language code -> text, as templates and the database hold it.

        Raises:
            ValueError: a key that is no language code.
        """
        unknown = set(texts) - {known.code for known in LANGUAGES}
        if unknown:
            raise ValueError(f"not a language: {', '.join(sorted(unknown))}")
        return cls(**dict(texts))

    @classmethod
    def everywhere(cls, text: str) -> Wording:
        """A text that is the same in every language: a name, or what a coordinator wrote herself."""
        return cls(text, text, text)

    def said(self, code: LanguageCode) -> str:
        """In this language, else in the nearest one it has (nb and sv read each other), else ''."""
        order = {
            LanguageCode.NB: (self.nb, self.sv, self.en),
            LanguageCode.SV: (self.sv, self.nb, self.en),
            LanguageCode.EN: (self.en, self.nb, self.sv),
        }[code]
        return next((text for text in order if text), "")

    def texts(self) -> dict[str, str]:
        """The languages it has, for storing."""
        return {code: text for code, text in zip(("nb", "sv", "en"), (self.nb, self.sv, self.en), strict=True) if text}


@dataclass(frozen=True, slots=True)
class Message:
    """A whole sentence with named placeholders; `values` are filled in by the catalog's own rules."""

    text: str
    values: tuple[tuple[str, Value], ...] = ()
    plural: str | None = None
    count: int | None = None
    context: str | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """Several things in one sentence: "a, b and c"; `any_of` makes it "a, b or c"."""

    items: tuple[str | Message | Wording, ...]
    any_of: bool = False


Value: TypeAlias = str | int | float | date | datetime | time | Message | Wording | Listed
Sayable: TypeAlias = Message | Wording


def msg(text: str, /, **values: Value) -> Message:
    """A sentence; the text is the English original and the key of its translations."""
    return Message(text, tuple(values.items()))


def nmsg(singular: str, plural: str, /, count: int, **values: Value) -> Message:
    """A sentence whose form depends on `count`, which is also a placeholder."""
    return Message(singular, (("count", count), *values.items()), plural=plural, count=count)


def pmsg(context: str, text: str, /, **values: Value) -> Message:
    """A sentence whose English is ambiguous: the context tells translators which one it is."""
    return Message(text, tuple(values.items()), context=context)
