"""What every kind of document is declared as: its content, its builder, its file's name, who it is for and when.

To add one: a module with a content (a frozen dataclass) and a builder of blocks, a DocumentKind in the *_kinds module
of its occasion and in the tuple there, its sentences in three languages, its contents in tests/documents/contents.
Menu, command line, file names and the walk over all kinds follow. Nothing here loads ReportLab.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import KW_ONLY, dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from mentordesk.documents.blocks import Document
from mentordesk.domain.checklists import Point
from mentordesk.domain.forms import Form
from mentordesk.domain.people import Role
from mentordesk.domain.privacy import PrivacyClass
from mentordesk.i18n.message import Message, Sayable

C = TypeVar("C")


class Scope(StrEnum):
    """What one paper of a kind is made for."""

    PROGRAMME = "programme"
    PERSON = "person"
    PAIR = "pair"
    MEETING = "meeting"
    TEAM = "team"  # those who decide: what is in view, a plan, a period


class Occasion(StrEnum):
    """When papers are asked for, in the order of a programme."""

    RECRUITMENT = "recruitment"
    START = "start"
    CONVERSATIONS = "conversations"
    GATHERINGS = "gatherings"
    CLOSING = "closing"
    TEAM = "team"
    ANYBODY = "anybody"  # at any time


@dataclass(frozen=True, slots=True)
class Declared:
    """What is known of a kind without knowing its content."""

    key: str
    title: Message
    _: KW_ONLY
    audience: tuple[Role, ...]
    highest: PrivacyClass  # of what it may carry (trust 4.4)
    scope: Scope
    occasion: Occasion
    file_name: str = "{title} - {people}"
    form: Form | None = None  # what comes back on it
    points: tuple[Point, ...] = ()  # that it says or asks, in their order (R66b)

    def __post_init__(self) -> None:
        assert self.form is None or self.form.key == self.key, self.key

    @property
    def fillable(self) -> bool:
        """On screen; every paper can be filled in with a pen."""
        return self.form is not None


@dataclass(frozen=True, slots=True)
class ReadyPaper:
    """A paper composed: all that printing needs, and small enough for another process."""

    kind: Declared
    document: Document
    says: Sayable | None = None  # which of several it is, where nobody's name tells


@dataclass(frozen=True, slots=True)
class DocumentKind(Declared, Generic[C]):
    content: type[C]
    build: Callable[[C], Document]

    def ready(self, content: C) -> ReadyPaper:
        return ReadyPaper(self, self.build(content))
