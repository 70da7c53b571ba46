"""Finished papers, looked at before they are saved or printed. Making them, and noting that, is their askers'."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices, QShowEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from mentordesk import places
from mentordesk.documents.file_names import file_name
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message, msg, nmsg
from mentordesk.progress import Cancelled, Progress
from mentordesk.whole_file import write_whole
from ui.desk import Desk, NoticeKind
from ui.icons import picture_file
from ui.language import ntr, say, tr
from ui.theme import Look, Space
from ui.widgets.buttons import button
from ui.widgets.chip import Chip
from ui.widgets.focus_ring import FocusRing
from ui.widgets.frames import add_all, column, row
from ui.widgets.labels import label, plain_tip
from ui.widgets.pdf_view import PdfView
from ui.widgets.printing import choose_printer, print_papers

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


@dataclass(frozen=True, slots=True)
class _Outcome:
    sentence: Message
    kind: NoticeKind


_TONES = {NoticeKind.DONE: "good", NoticeKind.NOTE: "accent", NoticeKind.WARNING: "warn", NoticeKind.ERROR: "bad"}


class PaperPreview(QDialog):
    """A window of its own beside `over`, and gone with it; the ticked papers are saved and printed.

    `papers`: what each is called in the list, and its PDF. `choose` finds the printer; None turns back.
    """

    def __init__(
        self,
        desk: Desk,
        papers: Sequence[tuple[str, Path]],
        *,
        over: QWidget | None = None,
        choose: Callable[[QWidget], QPrinter | None] = choose_printer,
    ) -> None:
        super().__init__(over)
        self.setObjectName("paperPreview")
        self.setWindowTitle(tr("Papers"))
        self.setModal(False)
        self._desk = desk
        self._papers = tuple(papers)
        self._choose = choose
        self._under_way = False
        look = desk.look
        self.resize(look.px(1000), look.px(720))
        outer = column(look, within=self, edge=Space.AROUND)
        middle = row(look, space=Space.AROUND)
        middle.addLayout(self._make_list())
        self._view = PdfView(look)
        middle.addWidget(self._view, 1)
        outer.addLayout(middle, 1)
        self._word = Chip(look, "")
        self._word.setObjectName("paperWord")
        self._word.hide()
        outer.addWidget(self._word)
        self._make_buttons(outer)
        self._list.currentRowChanged.connect(self._show_paper)
        self._list.itemChanged.connect(self._count)
        self._count()
        FocusRing(self, look)
        self._list.setFocus()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  # Qt's name
        """The first paper is opened when its frame is there."""
        super().showEvent(event)
        if self._list.currentRow() < 0:
            QTimer.singleShot(0, self, lambda: self._list.setCurrentRow(0))

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  # Qt's name
        super().closeEvent(event)
        self._let_go()

    def reject(self) -> None:
        """Esc."""
        super().reject()
        self._let_go()

    def _make_list(self) -> QVBoxLayout:
        look = self._desk.look
        side = column(look)
        self._all = QCheckBox(ntr("{count} paper", "All {count} papers", len(self._papers)))
        self._all.setObjectName("allPapers")
        self._all.clicked.connect(self._tick_all)
        self._list = QListWidget()
        self._list.setObjectName("paperList")
        self._list.setAccessibleName(tr("Papers; Space ticks what to save and print"))
        self._list.setFixedWidth(look.px(280))
        self._list.setUniformItemSizes(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # cut names are whole in the tip
        for ticked in (self._all, self._list):
            ticked.setStyleSheet(_ticks(look))
        for title, _ in self._papers:
            item = QListWidgetItem(title)
            item.setToolTip(plain_tip(title))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            self._list.addItem(item)
        add_all(side, (self._all, self._list))
        return side

    def _make_buttons(self, outer: QVBoxLayout) -> None:
        look = self._desk.look
        line = row(look)
        opening = button(tr("Open in viewer"), self._open, name="openInViewer", picture="eye", look=look)
        self._saving = button(tr("Save …"), self._save, name="savePapers", picture="export", look=look)
        self._printing = button(tr("Print …"), self._print, name="printPapers", kind="main", picture="print", look=look)
        closing = button(tr("Close"), self.close, name="closePapers")
        self._chosen = label("", "second")
        self._chosen.setObjectName("chosenPapers")
        line.addWidget(opening)
        line.addStretch(1)
        add_all(line, (self._chosen, closing, self._saving, self._printing))
        outer.addLayout(line)

    def _ticked(self) -> tuple[Path, ...]:
        return tuple(
            path
            for number, (_, path) in enumerate(self._papers)
            if self._list.item(number).checkState() == Qt.CheckState.Checked
        )

    def _tick_all(self) -> None:
        state = Qt.CheckState.Unchecked if len(self._ticked()) == len(self._papers) else Qt.CheckState.Checked
        self._list.blockSignals(True)
        for number in range(self._list.count()):
            self._list.item(number).setCheckState(state)
        self._list.blockSignals(False)
        self._count()

    def _count(self) -> None:
        ticked, there = len(self._ticked()), len(self._papers)
        some = Qt.CheckState.Checked if ticked == there else Qt.CheckState.PartiallyChecked
        self._all.setCheckState(some if ticked else Qt.CheckState.Unchecked)
        self._chosen.setText(tr("{ticked} of {count} ticked", ticked=ticked, count=there) if there > 1 else "")
        for pushed in (self._saving, self._printing):
            pushed.setEnabled(ticked > 0 and not self._under_way)

    def _show_paper(self, number: int) -> None:
        if 0 <= number < len(self._papers):
            self._view.load(self._papers[number][1])

    def _open(self) -> None:
        path = self._papers[self._list.currentRow()][1]
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._tell(
                _Outcome(msg("No program on this machine opens PDFs. Save the paper instead."), NoticeKind.WARNING)
            )

    def _save(self) -> None:
        folder = self._desk.ask.folder(tr("Save the papers in …"))
        if folder is None:
            return
        copies = _copies(self._ticked(), folder)
        there = [copy.name for paper, copy in copies if copy.exists() and not _same(paper, copy)]
        if there and not self._may_replace(there):
            return
        self._begin(nmsg("Saving the paper", "Saving {count} papers", len(copies)), partial(_save_all, copies, folder))

    def _may_replace(self, names: Sequence[str]) -> bool:
        text = ntr(
            "The folder already has a file called {name}. It will be lost.",
            "The folder already has {count} files of these names, such as {name}. They will be lost.",
            len(names),
            name=names[0],
        )
        return self._desk.ask.confirm(tr("Replace what is there?"), text, tr("Replace"), tr("Save nothing"))

    def _print(self) -> None:
        printer = self._choose(self)
        if printer is not None:
            papers = self._ticked()
            title = nmsg("Printing the paper", "Printing {count} papers", len(papers))
            self._begin(title, partial(_print_all, papers, printer))

    def _begin(self, title: Message, do: Callable[[Progress], _Outcome]) -> None:
        self._under_way = True
        self._word.hide()
        self._count()
        self._desk.work.compute(f"papers {id(self)}", do, self._ended, title=title, refused=self._refused)

    def _refused(self, no: Refused) -> None:
        self._ended(_Outcome(no.message, NoticeKind.ERROR))

    def _ended(self, outcome: _Outcome) -> None:
        self._under_way = False
        self._count()
        self._tell(outcome)
        if not self.isVisible():
            self.deleteLater()

    def _tell(self, outcome: _Outcome) -> None:
        """Here while this is open, else in the main window."""
        if self.isVisible():
            self._word.set(say(outcome.sentence), _TONES[outcome.kind])
            self._word.show()
        else:
            self._desk.tell(outcome.sentence, outcome.kind)

    def _let_go(self) -> None:
        if not self._under_way:  # else what is under way still has something to say
            self.deleteLater()


def _ticks(look: Look) -> str:
    """Boxes in the list as everywhere else, and a dash where only some of all are ticked."""
    tick = picture_file("tick", look.colour("on_accent"), places.cache())
    dash = picture_file("minus", look.colour("on_accent"), places.cache())
    token = look.tokens
    return (
        f"QListWidget::item {{ min-height: {look.row_height}px; }}"
        f"::indicator {{ width: {look.px(16)}px; height: {look.px(16)}px; background: {token.surface};"
        f" border: 1px solid {token.edge}; border-radius: {look.px(4)}px; }}"
        f"::indicator:checked, QCheckBox::indicator:indeterminate {{ background: {token.accent};"
        f" border-color: {token.accent}; }}"
        f'::indicator:checked {{ image: url("{tick}"); }}'
        f' QCheckBox::indicator:indeterminate {{ image: url("{dash}"); }}'
    )


def _copies(papers: Sequence[Path], folder: Path) -> tuple[tuple[Path, Path], ...]:
    """Each paper and where it goes; of two with one name the second is numbered."""
    taken: list[str] = []
    for paper in papers:
        taken.append(file_name(paper.stem, paper.suffix, taken))
    return tuple((paper, folder / name) for paper, name in zip(papers, taken, strict=True))


def _same(paper: Path, copy: Path) -> bool:
    """Whether the paper lies there already, letter for letter: then nothing is lost."""
    try:
        return copy.is_file() and copy.read_bytes() == paper.read_bytes()
    except OSError:
        return False


def _save_all(copies: Sequence[tuple[Path, Path]], folder: Path, progress: Progress) -> _Outcome:
    done = 0
    try:
        for paper, copy in progress.over(copies, len(copies)):
            try:
                content = paper.read_bytes()
            except OSError as problem:
                raise Refused(msg("{name} is not there any more. Make it again.", name=paper.name)) from problem
            if not _same(paper, copy):
                write_whole(content, copy)
            done += 1
    except Cancelled:
        return _Outcome(
            nmsg("Stopped; {count} paper was saved.", "Stopped; {count} papers were saved.", done), NoticeKind.NOTE
        )
    saved = nmsg("{count} paper saved in {folder}.", "{count} papers saved in {folder}.", done, folder=folder.name)
    return _Outcome(saved, NoticeKind.DONE)


def _print_all(papers: Sequence[Path], printer: QPrinter, progress: Progress) -> _Outcome:
    try:
        pages = print_papers(papers, printer, progress)
    except Cancelled:
        return _Outcome(msg("Stopped; some pages may have been printed already."), NoticeKind.NOTE)
    return _Outcome(
        nmsg("{count} page sent to the printer.", "{count} pages sent to the printer.", pages), NoticeKind.DONE
    )
