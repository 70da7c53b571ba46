"""Those whom a pair's papers name: mentee, mentor and the coordinator whom they turn to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from mentordesk.documents.blocks import Address, Block, Document, Fact, Letterhead
from mentordesk.domain.form_identity import Stamp
from mentordesk.domain.people import ROLE_NAMES, Role
from mentordesk.i18n.message import Message, msg

COORDINATOR = msg("Coordinator")


@dataclass(frozen=True, slots=True)
class Party:
    name: str
    title: str = ""
    unit: str = ""

    def fact(self, role: Role) -> Fact:
        return Fact(ROLE_NAMES[role], tuple(line for line in (self.name, self.title, self.unit) if line))


@dataclass(frozen=True, slots=True)
class Contact:
    name: str
    email: str = ""
    phone: str = ""

    def fact(self) -> Fact:
        phone = (self.phone,) if self.phone else ()
        email = (Address(self.email, f"mailto:{self.email}"),) if self.email else ()
        return Fact(COORDINATOR, (self.name, *email, *phone))


class OfAPair(Protocol):
    """What every paper of a pair is made from; a party without a name leaves room to write it."""

    @property
    def letterhead(self) -> Letterhead: ...
    @property
    def mentee(self) -> Party: ...
    @property
    def mentor(self) -> Party: ...
    @property
    def made_on(self) -> date: ...


def pair_paper(title: Message, content: OfAPair, blocks: Iterable[Block], stamp: Stamp | None = None) -> Document:
    """A paper of the two, named after those of them who are known; with a stamp it is a form that comes back."""
    people = tuple(party.name for party in (content.mentee, content.mentor) if party.name)
    return Document(title, people, content.letterhead, content.made_on, tuple(blocks), stamp=stamp)
