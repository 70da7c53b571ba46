"""Those whom a pair's papers name: mentee, mentor and the coordinator whom they turn to."""

from __future__ import annotations

from dataclasses import dataclass

from mentordesk.documents.blocks import Address, Fact
from mentordesk.domain.people import ROLE_NAMES, Role
from mentordesk.i18n.message import msg

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
