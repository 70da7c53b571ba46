"""A Field says once how a piece of knowledge is named, entered, checked and shown (design D10).

Form row, import column, export heading and table title come from it. Which fields there are: people.py.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from mentordesk.domain.cleaning import check_length, clean, folded, one_line
from mentordesk.domain.dates import not_a_day, read_day, shortened
from mentordesk.domain.privacy import PrivacyClass
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.languages import LANGUAGES, LanguageCode
from mentordesk.i18n.message import Listed, Message, Sayable, msg

if TYPE_CHECKING:
    from mentordesk.i18n.catalog import Catalog

Cell: TypeAlias = str | float | int | bool | date | datetime | None
FieldValue: TypeAlias = str | float | int | bool | date | StrEnum | tuple[str, ...] | None

NAME_LENGTH = 200
EMAIL_LENGTH = 254
TEXT_LENGTH = 1_000
LETTER_LENGTH = 30_000

_NO_ENTRY = frozenset({"", "-", "–", "—", "?"})
_NOTHING = _NO_ENTRY | {"n/a", "na", "none", "null", "ukjent", "okänt", "unknown"}


class Home(StrEnum):
    """Where a field's value is remembered."""

    PERSON = "person"
    MENTOR = "mentor"  # the person's place in the mentor bank
    PARTICIPATION = "participation"
    PAPER = "paper"
    RATING = "rating"
    CRITERION = "criterion"  # one that a programme added, answered yes or no
    UNIT = "unit"  # the unit where the person works
    ROLE = "role"  # decides which participation the others belong to


def as_text(cell: Cell) -> str:
    """A spreadsheet's whole numbers come as 7.0; a person wrote 7."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


@dataclass(frozen=True)
class Field:
    """One piece of knowledge; `also` are further headings under which foreign files hold it, with commas between."""

    nothing: ClassVar[frozenset[str]] = _NOTHING  # entries that say that nothing is known

    key: str
    title: Sayable
    also: str = ""
    home: Home = Home.PERSON
    privacy: PrivacyClass = PrivacyClass.K0

    @property
    def aliases(self) -> tuple[str, ...]:
        return tuple(heading.strip() for heading in self.also.split(",") if heading)

    def parse(self, cell: Cell, today: date) -> FieldValue:
        """The value of a cell or a form entry, None where nothing is known.

        Raises:
            Refused: it says what is wrong with the entry and what would be right.
        """
        text = as_text(cell)
        return None if text.strip().lower() in self.nothing else self.read(cell, text, today)

    def read(self, cell: Cell, text: str, today: date) -> FieldValue:
        """As parse, for an entry that says something."""
        raise AssertionError("a field is one of the kinds below")

    def entry(self, value: FieldValue, catalog: Catalog) -> Cell:
        """What a form or a spreadsheet shows for a value; `parse` gives the same value again."""
        if isinstance(value, bool):
            return catalog.say(msg("yes") if value else msg("no"))
        if isinstance(value, StrEnum):
            return value.value
        if isinstance(value, tuple):
            # A lone "budgets, planning" would be two when read again.
            return "; ".join(value) + (";" if len(value) == 1 and "," in value[0] else "")
        return value


@dataclass(frozen=True)
class TextField(Field):
    length: int = NAME_LENGTH
    lines: bool = False

    def read(self, cell: Cell, text: str, today: date) -> str | None:
        cleaned = clean(text) if self.lines else one_line(text)
        check_length(cleaned, self.length)
        return cleaned or None


@dataclass(frozen=True)
class NameField(TextField):
    """A person's name; some people are called Na, None or Null."""

    nothing: ClassVar[frozenset[str]] = _NO_ENTRY


@dataclass(frozen=True)
class EmailField(Field):
    def read(self, cell: Cell, text: str, today: date) -> str | None:
        from email_validator import EmailNotValidError, validate_email

        address = one_line(text)
        check_length(address, EMAIL_LENGTH)
        if not address:
            return None
        try:
            return validate_email(address, check_deliverability=False, allow_smtputf8=True).normalized
        except EmailNotValidError as error:
            raise Refused(
                msg("“{entry}” is not an e-mail address. Write it as name@example.org.", entry=shortened(address))
            ) from error


@dataclass(frozen=True)
class DateField(Field):
    def read(self, cell: Cell, text: str, today: date) -> date:
        return read_date(cell, text)


@dataclass(frozen=True)
class SinceField(Field):
    """A date that people also give as a year ("2015") or as a number of years ("7")."""

    def read(self, cell: Cell, text: str, today: date) -> date:
        number = re.fullmatch(r"(\d{1,4})(?:[.,](\d{1,2}))?(?:\s*(?:år|years?|yrs?))?", text.strip().lower())
        if number is None:
            since = read_date(cell, text)
        elif 1940 <= int(number[1]) <= today.year and number[2] is None:
            since = date(int(number[1]), 1, 1)
        elif int(number[1]) <= 60:
            months = round(float(f"{number[1]}.{number[2] or 0}") * 12)
            whole = today.year * 12 + today.month - 1 - months
            since = date(whole // 12, whole % 12 + 1, 1)
        else:
            raise Refused(not_a_day(text))
        if since > today:
            raise Refused(msg("{day} is in the future. Give the day on which it began.", day=since))
        return since


@dataclass(frozen=True)
class NumberField(Field):
    low: int = 0
    high: int = 1_000

    def read(self, cell: Cell, text: str, today: date) -> int:
        entry = text.strip().replace(",", ".")
        if not re.fullmatch(r"[+-]?[0-9]{1,9}(\.0+)?", entry) or not self.low <= int(float(entry)) <= self.high:
            raise Refused(
                msg(
                    "“{entry}” is not a whole number from {low} to {high}.",
                    entry=shortened(text),
                    low=self.low,
                    high=self.high,
                )
            )
        return int(float(entry))


_YES = {"yes", "y", "ja", "j", "true", "sant", "1", "x", "✓", "☑"}
_NO = {"no", "n", "nei", "nej", "false", "usant", "0", "☐"}
_RECEIVED = _YES | {"received", "mottatt", "mottagen", "inkommen", "ok"}


def yes_or_no(text: str) -> bool | None:
    """None where it is neither."""
    entry = text.strip().lower()
    return entry in _YES if entry in _YES | _NO else None


@dataclass(frozen=True)
class YesNoField(Field):
    def read(self, cell: Cell, text: str, today: date) -> bool:
        told = yes_or_no(text)
        if told is None:
            raise Refused(msg("“{entry}” is neither yes nor no.", entry=shortened(text)))
        return told


@dataclass(frozen=True)
class PaperField(Field):
    """A paper that is in: with the day it came, or just yes; an explicit no is an answer too."""

    def read(self, cell: Cell, text: str, today: date) -> date | bool:
        entry = text.strip().lower()
        return entry in _RECEIVED if entry in _RECEIVED | _NO else read_date(cell, text)


@dataclass(frozen=True)
class ListField(Field):
    """Several words or short texts, one to a line or with semicolons between; commas where there are neither."""

    def read(self, cell: Cell, text: str, today: date) -> tuple[str, ...] | None:
        separator = r"[;\r\n|]" if re.search(r"[;\r\n|]", text) else r","
        items = [one_line(item) for item in re.split(separator, text)]
        for item in items:
            check_length(item, NAME_LENGTH)
        return tuple(dict.fromkeys(item for item in items if item.lower() not in self.nothing)) or None


@dataclass(frozen=True)
class Choices:
    """The values of a choice, each with its label and further words under which foreign files hold it."""

    options: tuple[tuple[StrEnum, Message, str], ...]

    def label(self, value: StrEnum) -> Message:
        return next(label for option, label, _ in self.options if option == value)

    @cached_property
    def words(self) -> dict[str, StrEnum]:
        from mentordesk.i18n.catalog import catalog  # Babel only when somebody reads a choice

        found: dict[str, StrEnum] = {}
        for value, label, others in self.options:
            spoken = [catalog(known.code).say(label) for known in LANGUAGES]
            for word in (value.value, *spoken, *others.split(",")):
                found.setdefault(folded(word), value)
        return found


@dataclass(frozen=True)
class ChoiceField(Field):
    choices: Choices = Choices(())

    def read(self, cell: Cell, text: str, today: date) -> StrEnum:
        found = self.choices.words.get(folded(text))
        if found is None:
            labels = Listed(tuple(label for _, label, _ in self.choices.options), any_of=True)
            raise Refused(msg("“{entry}” is none of: {choices}.", entry=shortened(text), choices=labels))
        return found

    def entry(self, value: FieldValue, catalog: Catalog) -> Cell:
        return catalog.say(self.choices.label(value)) if isinstance(value, StrEnum) else super().entry(value, catalog)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split(", "))


_LANGUAGE_WORDS = {
    LanguageCode.NB: _words("nb, no, nor, nob, nn, norsk, norwegian, bokmål, norska, nynorsk, nb-no"),
    LanguageCode.SV: _words("sv, se, swe, svensk, swedish, svenska, sv-se"),
    LanguageCode.EN: _words("en, eng, english, engelsk, engelska, en-gb"),
}


@dataclass(frozen=True)
class LanguageField(Field):
    """The language in which somebody reads documents: one of ours."""

    def read(self, cell: Cell, text: str, today: date) -> LanguageCode:
        for code, words in _LANGUAGE_WORDS.items():
            if text.strip().lower() in words:
                return code
        raise Refused(msg("“{entry}” is none of our languages: nb, sv or en.", entry=shortened(text)))


def language_named(text: str) -> str:
    """A spoken language as its code where it is one of ours, else the word itself, lower case."""
    word = one_line(text).lower()
    return next((code.value for code, words in _LANGUAGE_WORDS.items() if word in words), word)


def read_date(cell: Cell, text: str) -> date:
    """A spreadsheet's own date, or a day as people write it.

    Raises:
        Refused: no date, or one whose day and month could be swapped.
    """
    if isinstance(cell, datetime):
        return cell.date()
    return cell if isinstance(cell, date) else read_day(text)
