"""What every page is given: a way to ask and to change, the look, the programme in view; and a way to ask up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import Message
from ui.ask import Ask
from ui.changes import Changes
from ui.preferences import Preferences
from ui.theme import Look
from ui.work import Work

if TYPE_CHECKING:
    from mentordesk.domain.ids import ProgrammeId
    from mentordesk.domain.programmes import Programme

OWN_PAGE = "own page of "
"""Before a meeting's id in `please_show`: the page that a joint meeting has, not only its place in the calendar."""
IN_ONE_LINE = "in one line"
"""In place of a meeting's id in `please_show`: a new one, written in a line of text (Ctrl+Shift+N)."""
CAME_BACK = "came back:"
"""Before the paths of returned forms, one a line, in `please_show(Subject.DOCUMENTS, …)`; none: to be asked for."""
TALKS_OF = "talks:"
"""Before a pair's id in `please_show(Subject.GOALS, …)`: its talks with the programme manager, not its goals."""
LIBRARY_OF = "library:"
"""Before the id of material or of a request in `please_show(Subject.DOCUMENTS, …)`: it lies in the library."""


class NoticeKind(Enum):
    DONE = "done"
    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class NoticeAction:
    title: Message
    run: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Notice:
    """One sentence for the strip, with at most two things to do about it (ux.md 4.6)."""

    sentence: Message
    kind: NoticeKind = NoticeKind.NOTE
    actions: tuple[NoticeAction, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenFile:
    """What is known of the file while it is open."""

    path: Path
    today: date  # by the file's clock, when it was opened
    read_only: Message | None = None  # why nothing can be changed
    example: bool = False


class Desk(QObject):
    """Made anew with each window over a file; `look` and language hold for its whole life (design D13)."""

    told = Signal(object)  # Notice
    show = Signal(object, str)  # Subject, id: "please show X" (design D15)
    programme_chosen = Signal()

    def __init__(
        self,
        *,
        work: Work,
        changes: Changes,
        ask: Ask,
        look: Look,
        preferences: Preferences,
        file: OpenFile,
    ) -> None:
        super().__init__()
        self.work = work
        self.changes = changes
        self.ask = ask
        self.look = look
        self.preferences = preferences
        self.file = file
        self.programme: Programme | None = None  # None: all of them

    @property
    def programme_id(self) -> ProgrammeId | None:
        return None if self.programme is None else self.programme.id

    @property
    def today(self) -> date:
        return self.file.today

    def choose(self, programme: Programme | None) -> None:
        if programme != self.programme:
            self.programme = programme
            self.programme_chosen.emit()

    def tell(self, sentence: Message, kind: NoticeKind = NoticeKind.NOTE, *actions: NoticeAction) -> None:
        self.told.emit(Notice(sentence, kind, actions))

    def may_change(self) -> bool:
        """In a file that is open for reading, the reason is told instead."""
        if self.file.read_only is not None:
            self.tell(self.file.read_only)
        return self.file.read_only is None

    def please_show(self, subject: Subject, number: str) -> None:
        self.show.emit(subject, number)
