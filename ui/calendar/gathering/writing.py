"""Letters of a meeting's page as drafts: invitations with their calendar entries, and to whoever missed it."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from mentordesk.actions.files import Store
from mentordesk.actions.inviting import WrittenInvitations, invite, write_to_absent
from mentordesk.domain.ids import MeetingId, PersonId
from mentordesk.i18n.message import msg
from mentordesk.progress import Progress
from ui.desk import Desk, NoticeKind
from ui.language import tr

_WRITING = msg("Write letters")


class MeetingLetters(QObject):
    def __init__(self, desk: Desk, over: QWidget) -> None:
        super().__init__(over)
        self._desk = desk

    def invite(self, meeting: MeetingId, people: Collection[PersonId]) -> None:
        chosen = tuple(people)
        if not chosen:
            self._desk.tell(msg("There is nobody to write to."))
            return
        folder = self._folder()
        if folder is None:
            return

        def written(store: Store, progress: Progress) -> WrittenInvitations:
            return invite(store, meeting, chosen, folder=folder, progress=progress)

        self._desk.work.change_at_length(_WRITING, written, self._tell)

    def write_to_absent(self, meeting: MeetingId) -> None:
        folder = self._folder()
        if folder is None:
            return

        def written(store: Store, progress: Progress) -> WrittenInvitations:
            return write_to_absent(store, meeting, folder=folder, progress=progress)

        self._desk.work.change_at_length(_WRITING, written, self._tell)

    def _folder(self) -> Path | None:
        if not self._desk.may_change():
            return None
        return self._desk.ask.folder(tr("Where the drafts are to be kept"))

    def _tell(self, made: WrittenInvitations) -> None:
        """Only what needs a second look: what was written the change's own name tells."""
        if (lacking := made.not_written) is not None:
            self._desk.tell(lacking, NoticeKind.WARNING)
        elif not made.answerable:
            self._desk.tell(
                msg(
                    "The entries can be seen, but not answered: give the programme a manager with an e-mail address. "
                    "Only then do calendars such as Outlook move an entry they have."
                ),
                NoticeKind.WARNING,
            )
        elif (unknown := made.no_address) is not None:
            self._desk.tell(unknown, NoticeKind.WARNING)
