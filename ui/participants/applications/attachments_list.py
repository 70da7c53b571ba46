"""The files attached to one participant: opened, taken away, and added from a dialog or dropped onto the list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from mentordesk.actions.attachments import Attached, attach, detach, file_of
from mentordesk.domain.attachments import ENDINGS, check_size
from mentordesk.domain.cleaning import one_line
from mentordesk.domain.criteria import PAPER_NAMES, PaperKind
from mentordesk.domain.ids import AttachmentId, ParticipationId
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message, Sayable, msg
from mentordesk.queries.attachments import AttachmentRow
from ui.ask import FileKind
from ui.desk import Desk, NoticeKind
from ui.forms.choosing import DropDown
from ui.forms.editor import Remark
from ui.language import say, tr
from ui.participants.applications.attachment_opening import laid_out, show
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.flow import Flow
from ui.widgets.frames import clear, column, frame
from ui.widgets.labels import label

if TYPE_CHECKING:
    from mentordesk.actions.files import Store

_KILOBYTE = 1_000


@dataclass(frozen=True, slots=True)
class ShownBy:
    """What a file can show: a paper, a criterion, or nothing that is asked for."""

    title: Sayable
    paper: PaperKind | None = None
    criterion: str | None = None
    awaited: bool = False  # a paper that is to come next, where they stand
    asked_by: date | None = None
    noted_on: date | None = None  # the day on which the paper came


OTHER = ShownBy(msg("Another document"))


class AttachmentsList(QWidget):
    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("attachments")
        self.setAcceptDrops(True)
        self._desk = desk
        self._id: ParticipationId | None = None
        self._known: tuple[ShownBy, ...] = ()
        self._rows: tuple[AttachmentRow, ...] | None = None
        look = desk.look
        down = column(look, within=self)
        down.addWidget(label(tr("Files"), "strong"))
        self._lines = column(look)
        down.addLayout(self._lines)
        words = label(tr("What the next file is"), "second", wrap=True)
        self._as = DropDown(look)
        self._as.setObjectName("attachAs")
        self._as.setAccessibleName(tr("What the next file is"))
        words.setBuddy(self._as)
        self._adding = QWidget()
        adding = column(look, within=self._adding, space=Space.WITHIN)
        adding.addWidget(words)
        flow = Flow(look.px(Space.BETWEEN))
        flow.addWidget(self._as)
        flow.addWidget(button(tr("Attach a file …"), self._choose, name="attachAdd", picture="plus", look=look))
        adding.addLayout(flow)
        down.addWidget(self._adding)
        self._remark = Remark(look)
        self._remark.setObjectName("attachRemark")
        down.addWidget(self._remark)

    def show_files(self, id_: ParticipationId, rows: tuple[AttachmentRow, ...], known: Sequence[ShownBy]) -> None:
        """`known`: what is asked for, those that are missing first."""
        if id_ != self._id:
            self._remark.set("", wrong=False)
        choices = (*known, OTHER)
        changed = (id_, rows) != (self._id, self._rows)
        if changed or choices != self._known:
            self._as.clear()
            for each in choices:
                self._as.addItem(say(each.title))
            self._known = choices
            self._as.setCurrentIndex(choices.index(_next_to_come(choices, rows)))
        if changed:
            self._fill(rows)
        self._id, self._rows = id_, rows
        self._adding.setVisible(self._desk.file.read_only is None)

    def take_files(self, paths: Sequence[Path]) -> None:
        """One change for each."""
        id_, as_ = self._id, self._known[max(0, self._as.currentIndex())]
        self._remark.set("", wrong=False)
        if id_ is None or not self._desk.may_change():
            return
        for path in paths:
            self._desk.work.change(lambda store, one=path: _attach(store, id_, one, as_), self._taken, self._refused)  # type: ignore[misc]  # a default binds it now

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802  # Qt's name
        if _files_in(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802  # Qt's name
        event.acceptProposedAction()
        self.take_files(_files_in(event))

    def _fill(self, rows: tuple[AttachmentRow, ...]) -> None:
        clear(self._lines)
        if not rows:
            self._lines.addWidget(
                label(tr("No file is attached. Choose one, or drop it here from a folder."), "second", wrap=True)
            )
        for number, row in enumerate(rows):
            self._lines.addWidget(self._card(number, row))

    def _card(self, number: int, row: AttachmentRow) -> QWidget:
        card = frame("card")
        card.setObjectName(f"attachment{number}")
        lines = column(self._desk.look, within=card, space=Space.WITHIN, edge=Space.AROUND - 4)
        name = label(row.name, "strong", wrap=True)
        name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        lines.addWidget(name)
        lines.addWidget(label(say(self._what(row)), "second", wrap=True))
        flow = Flow(self._desk.look.px(Space.BETWEEN))
        opens = button(tr("Open"), partial(self._open, row.id), name=f"openAttachment{number}", kind="link")
        opens.setAccessibleName(tr("Open {file}", file=row.name))
        goes = button(tr("Take away"), partial(self._take_away, row.id), name=f"takeAttachment{number}", kind="link")
        goes.setAccessibleName(tr("Take away {file}", file=row.name))
        flow.addWidget(opens)
        flow.addWidget(goes)
        lines.addLayout(flow)
        return card

    def _what(self, row: AttachmentRow) -> Message:
        as_ = next((each for each in self._known if (each.paper, each.criterion) == (row.paper, row.criterion)), OTHER)
        title = PAPER_NAMES[row.paper] if row.paper is not None else as_.title
        size = max(1, round(row.size / _KILOBYTE))
        return msg("{what}, {size} kB, attached {day}", what=title, size=size, day=row.added_on)

    def _choose(self) -> None:
        if self._desk.may_change():
            kind = FileKind(tr("Documents and pictures"), tuple(f".{ending}" for ending in ENDINGS))
            path = self._desk.ask.open_file(tr("Attach a file"), kind)
            if path is not None:
                self.take_files([path])

    def _taken(self, made: Attached) -> None:
        if made.notice is not None:
            self._desk.tell(made.notice, NoticeKind.WARNING)

    def _refused(self, no: Refused) -> None:
        self._remark.set(say(no.message), wrong=True)

    def _open(self, id_: AttachmentId) -> None:
        self._desk.work.ask("openAttachment", lambda store: laid_out(file_of(store, id_)), self._show, self._refused)

    def _show(self, path: Path) -> None:
        if not show(path):
            ending = path.suffix.removeprefix(".").upper()
            self._remark.set(tr("No program on this computer opens {ending} files.", ending=ending), wrong=True)

    def _take_away(self, id_: AttachmentId) -> None:
        if self._desk.may_change():
            self._desk.work.change(lambda store: detach(store, id_), refused=self._refused)


def _next_to_come(choices: Sequence[ShownBy], rows: Sequence[AttachmentRow]) -> ShownBy:
    """As what the next file is taken unless somebody says otherwise.

    The paper noted last that has no file yet goes first, were another awaited: a file taken for a paper that is in
    already changes nothing else.
    """
    filed = {row.paper for row in rows}
    noted = [each for each in choices if each.noted_on is not None and each.paper not in filed]
    if noted:
        return max(noted, key=lambda each: each.noted_on or date.min)
    awaited = [each for each in choices if each.awaited]
    asked = [each for each in awaited if each.asked_by is not None]
    return next(iter(asked or awaited), OTHER)


def _attach(store: Store, id_: ParticipationId, path: Path, as_: ShownBy) -> Attached:
    """
    Raises:
        Refused: as `attach`; or the file cannot be read.
    """
    called = one_line(path.name)
    try:
        check_size(called, path.stat().st_size)
        content = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise Refused(msg("“{name}” cannot be read: {reason}.", name=called, reason=reason)) from error
    return attach(store, id_, name=path.name, content=content, paper=as_.paper, criterion=as_.criterion)


def _files_in(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
