"""Finished papers, looked at before they are saved or printed. Making them, and noting that, is their askers'."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices, QShowEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from mentordesk import places
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message, msg, nmsg
from mentordesk.progress import Progress
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
from ui.widgets.printing import choose_printer
from ui.widgets.taking_papers import Outcome, copies_of, print_all, same, save_all

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


_SEVERAL = (2, 4)
_TONES = {NoticeKind.DONE: "good", NoticeKind.NOTE: "accent", NoticeKind.WARNING: "warn", NoticeKind.ERROR: "bad"}


class PaperPreview(QDialog):
    """A window of its own beside `over`, and gone with it; the ticked papers are saved and printed.

    `papers`: what each is called in the list, and its PDF. `shown`: of those that are forms, how they are looked at
    and printed, for their fields are drawn by nobody here; they are saved as they are. `lists`: nobody writes
    on them, so several pages may go on one side. `choose` finds the printer; None turns back.
    """

    taken = Signal(object)  # tuple[Path, ...]: these papers were saved or printed

    def __init__(
        self,
        desk: Desk,
        papers: Sequence[tuple[str, Path]],
        *,
        over: QWidget | None = None,
        shown: Mapping[Path, Path] | None = None,
        lists: bool = False,
        choose: Callable[[QWidget], QPrinter | None] = choose_printer,
    ) -> None:
        super().__init__(over)
        self.setObjectName("paperPreview")
        self.setWindowTitle(tr("Papers"))
        self.setModal(False)
        self._desk = desk
        self._papers = tuple(papers)
        self._shown = dict(shown or {})
        self._lists = lists
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
        if self._shown and any(path != shown for path, shown in self._shown.items()):
            words = tr("Here a form is shown as it is on paper; in the saved file its fields are filled in on screen.")
            outer.addWidget(label(words, "caption", wrap=True))
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
        line.addWidget(self._chosen)
        self._many = QComboBox()
        self._many.setObjectName("pagesOnASide")
        self._many.setAccessibleName(tr("Pages on a side of paper"))
        for count in (1, *_SEVERAL):
            self._many.addItem(ntr("{count} page on a side", "{count} pages on a side", count), count)
        self._many.setVisible(self._lists)
        add_all(line, (self._many, closing, self._saving, self._printing))
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
            path = self._papers[number][1]
            self._view.load(self._shown.get(path, path))

    def _open(self) -> None:
        path = self._papers[self._list.currentRow()][1]
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._tell(
                Outcome(msg("No program on this machine opens PDFs. Save the paper instead."), NoticeKind.WARNING)
            )

    def _save(self) -> None:
        folder = self._desk.ask.folder(tr("Save the papers in …"))
        if folder is None:
            return
        copies = copies_of(self._ticked(), folder)
        there = [copy.name for paper, copy in copies if copy.exists() and not same(paper, copy)]
        if there and not self._may_replace(there):
            return
        self._begin(nmsg("Saving the paper", "Saving {count} papers", len(copies)), partial(save_all, copies, folder))

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
            self._begin(title, partial(print_all, papers, self._shown, printer, int(self._many.currentData())))

    def _begin(self, title: Message, do: Callable[[Progress], Outcome]) -> None:
        self._under_way = True
        self._word.hide()
        self._count()
        self._desk.work.compute(f"papers {id(self)}", do, self._ended, title=title, refused=self._refused)

    def _refused(self, no: Refused) -> None:
        self._ended(Outcome(no.message, NoticeKind.ERROR))

    def _ended(self, outcome: Outcome) -> None:
        self._under_way = False
        self._count()
        self._tell(outcome)
        if outcome.taken:
            self.taken.emit(outcome.taken)
        if not self.isVisible():
            self.deleteLater()

    def _tell(self, outcome: Outcome) -> None:
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
