"""What a page says, in the one or two languages of its readers: cleaned, and in letters that the typeface has."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from babel import dates

from mentordesk.documents.blocks import Days, Said
from mentordesk.documents.typesetting import fonts
from mentordesk.domain.cleaning import clean
from mentordesk.domain.refusals import Unprintable
from mentordesk.i18n.catalog import Catalog
from mentordesk.i18n.message import Listed, Message, Value, Wording, msg, nmsg

_BLANKS = re.compile(r"[^\S\u00a0\u202f]+")  # a no-break space is there for a reason


@dataclass(frozen=True, slots=True)
class Spoken:
    text: str
    language: str = ""  # BCP 47; "" is the paper's own


class Voices:
    """One language, or two for a mixed pair; the first is the paper's own."""

    def __init__(self, catalogs: Sequence[Catalog]) -> None:
        assert 1 <= len(catalogs) <= 2, "a paper has one language or two"
        self.catalogs = tuple(catalogs)
        self._lacking: dict[str, str] = {}  # text -> its letters that cannot be printed

    def say(self, said: Said, *, twice: bool = False) -> tuple[Spoken, ...]:
        """In each language, first the paper's own; once where both say the same, unless it is to be said
        `twice`; () where there is nothing to say.

        Raises:
            Refused: the text holds half a character.
        """
        texts = [printable(_said(said, catalog)) for catalog in self.catalogs]
        for text in texts:
            if lacking := fonts.missing(text):
                self._lacking[text] = lacking
        if not any(texts):
            return ()
        if len(texts) == 1 or (texts[0] == texts[1] and not twice):
            return (Spoken(texts[0]),)
        return Spoken(texts[0]), Spoken(texts[1], self.catalogs[1].language.tag)

    def joined(self, said: Said, between: str = " · ") -> str:
        """All on one line, for where no element is: the running title, the file's own title."""
        return between.join(spoken.text for spoken in self.say(said))

    def check_letters(self) -> None:
        """To be called when all is said and nothing is drawn.

        Raises:
            Unprintable: the typeface lacks a letter; each text that needs one is named in the details.
        """
        if not self._lacking:
            return
        letters = dict.fromkeys("".join(self._lacking.values()))
        raise Unprintable(
            nmsg(
                "One character cannot be printed: {letters}. Write it in other letters, then print again.",
                "{count} characters cannot be printed: {letters}. Write them in other letters, then print again.",
                len(letters),
                letters=Listed(tuple(f"{letter} (U+{ord(letter):04X})" for letter in letters)),
            ),
            *(msg("It is in “{text}”.", text=text) for text in self._lacking),
        )


@lru_cache(maxsize=4_096)  # most of what a paper says it says to everybody
def printable(text: str) -> str:
    """On one line, without control, bidi and invisible characters.

    Raises:
        Refused: half a character.
    """
    return _BLANKS.sub(" ", clean(text)).strip(" ")


def _said(said: Said, catalog: Catalog) -> str:
    match said:
        case str():
            return said
        case Days():
            if said.first == said.last:
                return catalog.date(said.first, "long")
            return str(dates.format_interval(said.first, said.last, "yMMMd", locale=catalog.language.locale))
        case date():
            return catalog.date(said, "long")
        case Message():
            return catalog.say(_cleaned(said))
        case _:
            return catalog.say(said)


def _cleaned(sentence: Message) -> Message:
    """With clean words inside: the blank after a name would otherwise stand before the full stop."""
    return replace(sentence, values=tuple((name, _clean_value(value)) for name, value in sentence.values))


def _clean_value(value: Value) -> Value:
    match value:
        case Listed():
            return replace(value, items=tuple(_clean_text(item) for item in value.items))
        case str() | Message() | Wording():
            return _clean_text(value)
        case _:
            return value


def _clean_text(text: str | Message | Wording) -> str | Message | Wording:
    match text:
        case str():
            return printable(text)
        case Message():
            return _cleaned(text)
        case _:
            return Wording(printable(text.nb), printable(text.sv), printable(text.en))
