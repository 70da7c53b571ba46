"""The way in of a calendar file: dropped on a page or chosen, read, its answers noted, its moves shown first.

`CalendarFiles(desk, over)` is all a page needs: it takes drops on `over`, and `commands()` are for its palette.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from mentordesk.actions.calendar_reading import Taken, take
from mentordesk.actions.files import Store
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg, nmsg
from mentordesk.messages.calendar_lines import LARGEST
from mentordesk.messages.calendar_reading import CalendarRead, read
from mentordesk.queries.calendar_replies import Looked, look
from ui.ask import FileKind
from ui.calendar.reading_files.preview import ReadPreview
from ui.desk import Desk, NoticeKind
from ui.language import tr
from ui.widgets.page import PageCommand

ENDING = ".ics"


class CalendarFiles(QObject):
    def __init__(self, desk: Desk, over: QWidget) -> None:
        super().__init__(over)
        self._desk = desk
        self._over = over
        self._read: CalendarRead | None = None
        self.preview: ReadPreview | None = None
        over.setAcceptDrops(True)
        over.installEventFilter(self)

    def commands(self) -> Sequence[PageCommand]:
        return (PageCommand(msg("Read a calendar file …"), "readCalendarFile", self.choose),)

    def choose(self) -> None:
        if self._desk.may_change():
            path = self._desk.ask.open_file(tr("Read a calendar file"), FileKind(tr("Calendar files"), (ENDING,)))
            if path is not None:
                self.take_in((path,))

    def take_in(self, paths: Sequence[Path]) -> None:
        """Several at a time: what they say is looked at together."""
        if not self._desk.may_change():
            return
        self._desk.work.ask("calendar files", lambda store: _looked(store, paths), self._show, self._refused)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """Only calendar files are taken: a person's sheet belongs to another page."""
        if isinstance(event, QDropEvent) and event.type() in (QEvent.Type.DragEnter, QEvent.Type.Drop):
            paths = _files(event)
            if not paths:
                return super().eventFilter(watched, event)
            event.acceptProposedAction()
            if not isinstance(event, QDragEnterEvent):
                self.take_in(paths)
            return True
        return super().eventFilter(watched, event)

    def _show(self, found: tuple[CalendarRead, Looked]) -> None:
        self._read, looked = found
        self._close()
        if not looked.answers and not looked.moves and not looked.not_taken:
            self._desk.tell(msg("The file holds no meeting."), NoticeKind.WARNING)
            return
        self.preview = ReadPreview(self._desk, looked, self._over)
        self.preview.taken.connect(self._take)
        self.preview.given_back.connect(self._close)
        self.preview.open()

    def _take(self, choices: frozenset[str]) -> None:
        if self._read is None:
            return
        read_before = self._read
        self._close()
        self._desk.work.change(lambda store: take(store, read_before, choices=choices), self._tell)

    def _tell(self, taken: Taken) -> None:
        """Of what was taken the change's own name tells."""
        if not taken.answers and not taken.moves:
            self._desk.tell(msg("Nothing was changed."))
        elif taken.not_taken:
            self._desk.tell(
                nmsg("{count} entry was not taken.", "{count} entries were not taken.", len(taken.not_taken)),
                NoticeKind.NOTE,
            )

    def _refused(self, no: Refused) -> None:
        self._desk.tell(no.message, NoticeKind.WARNING)

    def _close(self) -> None:
        preview, self.preview = self.preview, None
        if preview is not None:
            preview.blockSignals(True)  # it would say that it was given back, once more
            preview.close()
            preview.deleteLater()


def _looked(store: Store, paths: Sequence[Path]) -> tuple[CalendarRead, Looked]:
    """
    Raises:
        Refused: a file that cannot be opened, or is none of calendars.
    """
    whole = CalendarRead()
    for path in paths:
        found = read(_bytes(path))
        whole.replies.extend(found.replies)
        whole.changed.extend(found.changed)
        whole.not_read.extend(found.not_read)
    return whole, look(store, whole)


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as problem:
        raise Refused(msg("“{name}” cannot be opened.", name=path.name)) from problem


def _files(event: QDropEvent) -> tuple[Path, ...]:
    urls = event.mimeData().urls()
    paths = tuple(Path(url.toLocalFile()) for url in urls if url.isLocalFile())
    return paths if paths and all(path.suffix.lower() == ENDING for path in paths) else ()
