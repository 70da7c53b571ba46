"""All that a composed paper says, told from its blocks alone: the page has to say the same, no more and no less."""

from __future__ import annotations

import dataclasses
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from mentordesk.documents.blocks import (
    Address,
    Document,
    Entry,
    EntryTable,
    Figure,
    Letterhead,
    OneAnswer,
    Said,
    Signature,
)
from mentordesk.documents.said import Days
from mentordesk.documents.typesetting.saying import Voices
from mentordesk.documents.typesetting.signing import PLACE_AND_DATE, SIGNATURE
from mentordesk.domain.form_identity import Stamp
from mentordesk.domain.forms import AnswerKind, FormField, Option
from mentordesk.i18n.message import Message, Wording, msg

_SIGNS = ("•", "☐", "☑")
_FURNITURE: tuple[Message, ...] = (PLACE_AND_DATE, SIGNATURE)


@dataclass
class Saying:
    """`own` are texts with an element each, `aloud` those read out at a figure or a field, `values` what stands in
    fields (the days among them as days)."""

    own: list[Said] = field(default_factory=list)
    aloud: list[Said] = field(default_factory=list)
    values: list[tuple[FormField, Said]] = field(default_factory=list)

    def texts(self, voices: Voices) -> Counter[str]:
        """How often each text must stand on the page, once where two languages agree."""
        return Counter(spoken.text.replace("\u00a0", " ") for said in self.own for spoken in voices.say(said))

    def may_say(self, voices: Voices) -> set[str]:
        """What else an element may say: signs before items, and the words at a line to sign on."""
        return {*_SIGNS, *(spoken.text for said in _FURNITURE for spoken in voices.say(said))}


def said_by(document: Document) -> Saying:
    saying = Saying()
    _take(document.letterhead, saying)
    for block in document.blocks:
        _take(block, saying)
    return saying


def _take(part: object, saying: Saying) -> None:
    match part:
        case Letterhead():
            saying.own += [part.owner, part.programme]
            if part.logo:
                saying.aloud.append(part.logo_says or part.owner)
        case Figure():
            saying.aloud.append(part.says)  # its words are drawn, cut short where there is no room
        case Address():
            saying.own.append(part.text)
        case Signature():
            saying.own += [part.name, part.role] if part.name else [msg("{role}, name", role=part.role)]
        case EntryTable():
            _take(part.head, saying)
            for cell in (cell for row in part.rows for cell in row):
                _take_cell(cell, saying)
        case Entry():
            saying.own.append(part.label or part.field.label)
            _take_answers(part, saying)
        case Message() | Wording() | Days() | date():
            saying.own.append(part)
        case bool() | int() | float() | bytes() | None | Enum() | Stamp() | FormField() | Option():
            """Says nothing."""
        case str():
            saying.own.append(part)
        case tuple():
            for each in part:
                _take(each, saying)
        case _:
            assert dataclasses.is_dataclass(part), f"{part!r} is no block"
            for each in dataclasses.fields(part):
                _take(getattr(part, each.name), saying)


def _take_cell(cell: object, saying: Saying) -> None:
    """In a table a field's label is read out at it, and stands nowhere."""
    match cell:
        case Entry():
            saying.aloud.append(cell.label or cell.field.label)
            _take_answers(cell, saying)
        case OneAnswer():
            saying.aloud.append(cell.field.label)
            saying.values.append((cell.field, cell.key if cell.chosen else ""))
        case _:
            _take(cell, saying)


def _take_answers(entry: Entry, saying: Saying) -> None:
    if entry.field.kind is AnswerKind.ONE_OF:
        saying.own += [option.title for option in entry.field.options]
    saying.values.append((entry.field, entry.value))
