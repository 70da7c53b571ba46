"""Compendium, book and other material (R66): what there can be of it, and what can be said of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum

from mentordesk.domain.cleaning import check_length, one_line
from mentordesk.domain.fields import NAME_LENGTH
from mentordesk.domain.people import Role
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message, Wording, msg, nmsg

MOST_COPIES = 10_000
COPY_LENGTH = 60  # letters of what tells one copy from another


class ItemForm(StrEnum):
    FILE = "file"
    PHYSICAL = "physical"


ITEM_FORM_NAMES: Mapping[ItemForm, Message] = {
    ItemForm.FILE: msg("A file"),
    ItemForm.PHYSICAL: msg("To hand out"),
}
READERS = (Role.MENTEE, Role.MENTOR)
"""For whom material can be."""


def checked_title(title: Wording) -> Wording:
    """On one line in each language.

    Raises:
        Refused: it is empty, or too long.
    """
    texts = {code: one_line(text) for code, text in title.texts().items()}
    for text in texts.values():
        check_length(text, NAME_LENGTH)
    told = Wording.of({code: text for code, text in texts.items() if text})
    if not told.texts():
        raise Refused(msg("Give it a title."))
    return told


def check_copies(copies: int | None, out: int = 0) -> None:
    """
    Raises:
        Refused: fewer than none, more than anybody counts, or fewer than are out.
    """
    if copies is None:
        return
    if not 0 <= copies <= MOST_COPIES:
        raise Refused(msg("Give a number from 0 to {most}.", most=MOST_COPIES))
    if copies < out:
        raise Refused(
            nmsg(
                "{count} copy is handed out, so there cannot be fewer.",
                "{count} copies are handed out, so there cannot be fewer.",
                out,
            )
        )


def check_days(on: date, due: date | None, today: date) -> None:
    """
    Raises:
        Refused: handed out on a day to come, or due before it is handed out.
    """
    if on > today:
        raise Refused(msg("{day} is still to come. What is handed out is noted on its day.", day=on))
    if due is not None and due < on:
        raise Refused(msg("It cannot be due before it is handed out."))


def readers_of(roles: Iterable[str]) -> tuple[Role, ...]:
    """In the order in which they are named everywhere."""
    told = set(roles)
    return tuple(role for role in READERS if role.value in told)
