"""Reply sheets of conversations: an empty one to send out, and filled in ones looked at before they are taken in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtWidgets import QWidget

from mentordesk.actions.files import Store
from mentordesk.actions.reply_rows import RepliesTaken, take_replies
from mentordesk.domain.pairs import RUNNING
from mentordesk.domain.refusals import Refused
from mentordesk.domain.reply_form import ReplyRow
from mentordesk.i18n.message import Listed, Message, msg, nmsg
from mentordesk.queries.logbooks import PairStrip
from mentordesk.spreadsheets.people import Problem
from mentordesk.spreadsheets.reply_form import Replies, read_file, write_empty
from ui.ask import FileKind
from ui.desk import Desk, NoticeAction, NoticeKind
from ui.language import spoken, tr

ENDINGS = (".xlsx", ".csv")
_TOLD = 3  # rows that are not taken, each with its reason


class ReplySheets(QObject):
    def __init__(self, desk: Desk, over: QWidget) -> None:
        super().__init__(over)
        self._desk = desk

    def save_empty(self, strips: Sequence[PairStrip]) -> None:
        """With a line for each running pair in view, in the language of the window."""
        kind = FileKind(tr("Spreadsheet"), (".xlsx",))
        path = self._desk.ask.save_file(tr("Save an empty reply sheet"), tr("Reply sheet"), kind)
        if path is None:
            return
        names = [strip.mentee for strip in strips if strip.status in RUNNING]
        code = spoken().code
        path = path if path.suffix else path.with_suffix(".xlsx")
        saved = partial(self._saved, path)
        self._desk.work.ask("reply sheet", lambda _: write_empty(path, names, code), saved, self._refused)

    def choose(self) -> None:
        path = self._desk.ask.open_file(tr("Read a reply sheet"), FileKind(tr("Spreadsheet"), ENDINGS))
        if path is not None:
            self.read(path)

    def read(self, path: Path) -> None:
        """Nothing is taken yet: the strip says what would be, and offers it."""
        desk = self._desk
        if desk.file.read_only is not None:
            desk.tell(desk.file.read_only, NoticeKind.NOTE)
            return
        programme, today = desk.programme_id, desk.today

        def looking(store: Store) -> tuple[Replies, RepliesTaken]:
            replies = read_file(path, today=today)
            return replies, take_replies(store, replies.rows, programme=programme, today=today, dry_run=True)

        desk.work.ask("reply rows", looking, self._offer, self._refused)

    def _offer(self, looked: tuple[Replies, RepliesTaken]) -> None:
        replies, seen = looked
        faults = (*replies.problems, *seen.rejected)
        said: Message = nmsg(
            "{count} conversation can be registered from the sheet. Already there: {there}. Not taken: {rest}",
            "{count} conversations can be registered from the sheet. Already there: {there}. Not taken: {rest}",
            seen.added,
            there=seen.there,
            rest=_faults(faults),
        )
        register = NoticeAction(msg("Register them"), partial(self._register, replies.rows))
        self._desk.tell(said, NoticeKind.WARNING if faults else NoticeKind.NOTE, *([register] if seen.added else []))

    def _refused(self, no: Refused) -> None:
        self._desk.tell(no.message, NoticeKind.WARNING)

    def _register(self, rows: tuple[ReplyRow, ...]) -> None:
        programme, today = self._desk.programme_id, self._desk.today
        self._desk.work.change(lambda store: take_replies(store, rows, programme=programme, today=today))

    def _saved(self, path: Path, _: None) -> None:
        self._desk.tell(msg("The empty reply sheet is saved as {name}.", name=path.name))


def _faults(faults: Sequence[Problem]) -> Message:
    if not faults:
        return msg("nothing.")
    told = tuple(msg("row {number}: {reason}", number=each.row, reason=each.message) for each in faults[:_TOLD])
    return msg("{count} rows, such as {told}", count=len({each.row for each in faults}), told=Listed(told))


def sheets_of(dropped: QMimeData) -> list[Path]:
    """Spreadsheets among what is dropped."""
    paths = (Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile())
    return [path for path in paths if path.suffix.lower() in ENDINGS]
