"""Ctrl+E: what would be written about a task is shown first; then drafts are written into a folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.progress import Progress
from mentordesk.queries.alert_letters import NO_LETTER
from ui.desk import Desk, NoticeKind
from ui.language import say, tr
from ui.today.rows import Task
from ui.today.task_pane import TaskPane

if TYPE_CHECKING:
    from mentordesk.actions.drafting import WrittenLetters
    from mentordesk.actions.files import Store
    from mentordesk.messages.letters import LetterKind
    from mentordesk.queries.today import Entry
    from ui.today.letter_card import LetterCard, PreparedLetter


class LetterWriting(QObject):
    def __init__(self, desk: Desk, pane: TaskPane) -> None:
        super().__init__(pane)
        self._desk = desk
        self._pane = pane
        self._task: Task | None = None
        self._card: LetterCard | None = None

    def preview(self, task: Task) -> None:
        """Where no letter fits it says why."""
        entry = task.entry
        if (why := NO_LETTER.get(entry.alert)) is not None:
            self._desk.tell(why, NoticeKind.NOTE)
            return
        self._task = task
        self._desk.work.ask("today: letters", lambda store: _prepared(store, entry), self._show, self._refuse)

    def _show(self, prepared: tuple[LetterKind, tuple[PreparedLetter, ...]]) -> None:
        from ui.today.letter_card import LetterCard

        task = self._task
        if task is None:
            return
        kind, letters = prepared
        name, said = task.entry.subject.name, say(task.entry.sentence)
        card = LetterCard(self._desk.look, kind, letters, f"{name} · {said}" if name else said)
        card.wanted.connect(self._write)
        card.given_back.connect(self._pane.close_card)
        self._card = card
        self._pane.open_card(card)
        card.begin()

    def _refuse(self, no: Refused) -> None:
        self._desk.tell(no.message, NoticeKind.NOTE)

    def _write(self) -> None:
        task = self._task
        if (no := self._desk.file.read_only) is not None:
            self._desk.tell(no, NoticeKind.NOTE)
            return
        folder = self._desk.ask.folder(tr("Where the drafts are to be kept"))
        if folder is None or task is None:
            return
        entry = task.entry

        def written(store: Store, progress: Progress) -> WrittenLetters:
            return _written(store, entry, folder, progress)

        self._pane.close_card()
        self._desk.work.change_at_length(msg("Write letters"), written, self._tell)

    def _tell(self, letters: WrittenLetters) -> None:
        """Only what needs a hand: that drafts were written is the change's own name."""
        if (lacking := letters.not_written) is not None:
            self._desk.tell(lacking, NoticeKind.WARNING)
        elif (unknown := letters.no_address) is not None:
            self._desk.tell(unknown)


def _prepared(store: Store, entry: Entry) -> tuple[LetterKind, tuple[PreparedLetter, ...]]:
    from mentordesk.actions.letters import why_not  # it prints, too: not before somebody writes
    from mentordesk.queries.alert_letters import drafts_about
    from ui.today.letter_card import PreparedLetter

    drafts = drafts_about(store, entry)
    return drafts.kind, tuple(PreparedLetter(each, why_not(each)) for each in drafts.readers)


def _written(store: Store, entry: Entry, folder: Path, progress: Progress) -> WrittenLetters:
    from mentordesk.actions.letters import write_about

    return write_about(store, entry, folder=folder, progress=progress)
