"""Importing people on one page: file, columns, what would happen, done; each step's state is in view all the time."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from mentordesk.actions.import_matches import Taken
from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import Listed, Message, msg
from mentordesk.spreadsheets.sheet import TEXTS, WORKBOOKS, Reading
from ui.ask import FileKind
from ui.desk import Desk, NoticeKind
from ui.forms.editor import Remark
from ui.language import ntr, say, tr
from ui.participants.imports.check import CheckCard
from ui.participants.imports.columns import ColumnsView, left_out
from ui.participants.imports.file_card import FileCard
from ui.participants.imports.importing import Importing
from ui.participants.imports.steps import Steps
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.flow import Flow
from ui.widgets.frames import column, frame, row, scrolling
from ui.widgets.labels import label

_ROWS_IN_VIEW = 7  # of the twenty that can be scrolled to
_REJECTS = ".xlsx"


class ImportPage(QWidget):
    closed = Signal()

    def __init__(self, desk: Desk, check: CheckCard | None = None) -> None:
        """`check`: the card of that step, where it was made beforehand: it is the largest part of the page."""
        super().__init__()
        self.setObjectName("importPage")
        self.setAcceptDrops(True)
        self._desk = desk
        self._look = desk.look
        self._importing = Importing(desk)
        self._importing.changed.connect(self._show)
        self._importing.refused.connect(self._on_refused)
        self._importing.finished.connect(self._on_finished)
        desk.changes.touched.connect(self._on_touched)
        self._undoable = False
        self._to_run = False  # a list was just taken in: the keyboard goes on to what imports it
        self._steps = Steps(desk.look)
        self._remark = Remark(desk.look)
        inside = QWidget()
        lines = column(desk.look, within=inside, space=Space.AROUND)
        lines.setContentsMargins(*[desk.look.px(edge) for edge in (24, 16, 24, 16)])
        self._area = scrolling(inside)
        column(desk.look, within=self).addWidget(self._area)
        head = row(desk.look, space=Space.AROUND)
        back = button(tr("Back to the list"), self.closed.emit, name="importBack", picture="left", look=desk.look)
        head.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._steps, 1)
        lines.addLayout(head)
        lines.addWidget(self._remark)
        self._file = self._build_file()
        lines.addWidget(self._file)
        lines.addWidget(self._build_columns())
        self._check = check or CheckCard(desk)
        self._listen_to_check(self._check)
        lines.addWidget(self._check)
        lines.addWidget(self._build_result())
        lines.addStretch()
        self._show()

    @property
    def importing(self) -> Importing:
        return self._importing

    def begin(self) -> None:
        """As it was left; anew after an import that was done."""
        if self._importing.result is not None:
            self._importing.start_anew()
        self._file.enter(Qt.FocusReason.TabFocusReason)

    def read_text(self, text: str) -> None:
        self._begin_reading()
        self._importing.read_text(text)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802  # Qt's name
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802  # Qt's name
        urls = [url for url in event.mimeData().urls() if url.isLocalFile()]
        if urls:
            self._read(Path(urls[0].toLocalFile()))
        elif event.mimeData().hasText():
            self.read_text(event.mimeData().text())
        event.acceptProposedAction()

    def _build_file(self) -> FileCard:
        card = FileCard(self._look)
        card.file_wanted.connect(self._ask_file)
        card.paste_wanted.connect(self._paste)
        card.again_wanted.connect(self._read_again)
        card.reading.chosen.connect(self._read_otherwise)
        card.reading.days_chosen.connect(self._importing.choose_days)
        return card

    def _listen_to_check(self, card: CheckCard) -> None:
        card.role_chosen.connect(self._importing.choose_role)
        card.look_wanted.connect(self._importing.look_again)
        card.problems.save_wanted.connect(self._save_rejects)
        card.problems.mended.connect(self._importing.mend)
        card.problems.skip_wanted.connect(self._skip)
        card.problems.unskip_wanted.connect(self._take_in_again)
        card.duplicates.decided.connect(self._importing.decide)

    def _build_columns(self) -> QFrame:
        card, lines = self._card(tr("2. Columns"))
        self._columns_card = card
        how = tr("Under each heading stands what it becomes. Enter or a click there changes it.")
        lines.addWidget(label(how, "second", wrap=True))
        self._columns = ColumnsView(self._look)
        self._columns.mapped.connect(self._importing.map)
        self._columns.setFixedHeight(self._look.row_height * _ROWS_IN_VIEW)
        lines.addWidget(self._columns)
        self._left_out = label("", "second", wrap=True)
        self._left_out.setObjectName("importLeftOut")
        lines.addWidget(self._left_out)
        return card

    def _build_result(self) -> QFrame:
        card, lines = self._card(tr("4. Import"))
        self._result_card = card
        self._result = label("", wrap=True)
        self._result.setObjectName("importResult")
        lines.addWidget(self._result)
        buttons = Flow(self._look.px(Space.BETWEEN))
        self._run = button(tr("Import"), self._importing.run, name="importRun", kind="main")
        self._to_list = button(tr("Show the list"), self.closed.emit, name="importShow", kind="main")
        self._undo = button(tr("Undo the import"), self._undo_import, name="importUndo", kind="link", keys="Ctrl+Z")
        for each in (self._run, self._to_list, self._undo):
            buttons.addWidget(each)
        lines.addLayout(buttons)
        return card

    def _card(self, title: str) -> tuple[QFrame, QVBoxLayout]:
        card = frame("card")
        card.setAccessibleName(title)
        lines = column(self._look, within=card, edge=Space.AROUND)
        lines.addWidget(label(title, "strong"))
        return card, lines

    def _show(self) -> None:
        """Everything as it stands now."""
        importing = self._importing
        mapped = importing.mapping is not None
        self._steps.show_step(_step(importing))
        self._file.show_import(importing)
        self._columns_card.setVisible(mapped)
        self._columns.show_columns(importing.sheet, importing.mapping, importing.fields)
        self._say_left_out()
        self._check.setVisible(mapped and importing.result is None)
        self._check.show_import(importing)
        self._result_card.setVisible(importing.preview is not None or importing.result is not None)
        self._show_result()
        self._go_on_to_run()

    def _show_result(self) -> None:
        importing, preview, done = self._importing, self._importing.preview, self._importing.result is not None
        self._run.setVisible(not done)
        self._to_list.setVisible(done)
        self._undo.setVisible(done and self._undoable)
        self._run.setEnabled(preview is not None and preview.taken > 0 and not importing.busy)
        result = importing.result
        if result is not None:
            self._result.setText(
                tr(
                    "In the file now: {added} new, {updated} brought up to date, {unchanged} as before.",
                    added=result.added,
                    updated=result.updated,
                    unchanged=result.unchanged,
                )
            )
        elif preview is not None:
            self._result.setText(tr("Nothing was changed yet. The import is one step, and can be undone."))
            self._run.setText(ntr("Import {count} person", "Import {count} people", preview.taken))

    def _say_left_out(self) -> None:
        mapping = self._importing.mapping
        never, unknown = ((), ()) if mapping is None else left_out(mapping)
        parts = []
        if never:
            parts.append(
                tr(
                    "Never taken, so that such things about people are not in the file at all: {columns}.",
                    columns=Listed(tuple(never)),
                )
            )
        if unknown:
            parts.append(tr("Left out, because nothing here holds them: {columns}.", columns=Listed(tuple(unknown))))
        self._left_out.setText("\n".join(parts))
        self._left_out.setVisible(bool(parts))

    def _ask_file(self) -> None:
        kind = FileKind(tr("Lists of people"), (*WORKBOOKS, *TEXTS))
        path = self._desk.ask.open_file(tr("Import people"), kind)
        if path is not None:
            self._read(path)

    def _read(self, path: Path) -> None:
        self._begin_reading()
        self._importing.read_file(path)

    def _read_again(self) -> None:
        self._begin_reading()
        self._importing.read_again()

    def _read_otherwise(self, reading: Reading) -> None:
        self._remark.set("", wrong=False)
        self._importing.read_again(reading)

    def _skip(self, rows: frozenset[int]) -> None:
        self._importing.decide(rows, Taken.SKIP)

    def _take_in_again(self) -> None:
        self._importing.decide(self._importing.decisions.skipped, None)

    def _begin_reading(self) -> None:
        self._remark.set("", wrong=False)
        self._to_run = True

    def _go_on_to_run(self) -> None:
        """Enter is the next step, as soon as it can be taken; columns that are wrong can still be mended first."""
        if self._to_run and self._run.isEnabled():
            self._to_run = False
            self._run.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, self._run, lambda: self._area.ensureWidgetVisible(self._run))  # when it is laid out

    def _paste(self) -> None:
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self.read_text(text)
        else:
            words = tr("There is no text on the clipboard. Copy the list with its headings, then paste it here.")
            self._remark.set(words, wrong=True)

    def _save_rejects(self) -> None:
        kind = FileKind(tr("Spreadsheets"), (_REJECTS,))
        suggested = tr("Not imported") + _REJECTS
        path = self._desk.ask.save_file(tr("Save the rows that are not taken"), suggested, kind)
        if path is not None:
            self._importing.save_rejects(path if path.suffix else path.with_suffix(_REJECTS))

    def _on_refused(self, reason: Message) -> None:
        self._remark.set(say(reason), wrong=True)

    def _on_finished(self) -> None:
        self._undoable = True
        self._show()
        self._to_list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_touched(self, _: frozenset[Subject]) -> None:
        """After any further change, undoing would undo that one."""
        if self._undoable:
            self._undoable = False
            self._show_result()

    def _undo_import(self) -> None:
        self._desk.work.undo(self._on_undone)

    def _on_undone(self, _: Message | None) -> None:
        self._desk.tell(msg("The import was undone."), NoticeKind.DONE)
        self._importing.start_anew()
        self._file.enter(Qt.FocusReason.OtherFocusReason)


def _step(importing: Importing) -> int:
    if importing.result is not None:
        return 4
    if importing.preview is not None:
        return 3 if importing.preview.taken else 2
    return 0 if importing.mapping is None else 1
