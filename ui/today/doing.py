"""What the rows' buttons do: lead to another tab, print here and now, or note that a paper came."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from mentordesk.domain.alert_steps import LADDER_STEP_NAMES, LadderStep
from mentordesk.domain.criteria import PaperKind
from mentordesk.domain.ids import PairId, ParticipationId, ProgrammeId, TaskId
from mentordesk.i18n.message import msg, nmsg
from mentordesk.progress import Progress
from ui.desk import Desk, NoticeKind
from ui.language import say, tr
from ui.today.leads import Finished, Printed, Shown, ShownAgain, Signed, TaskDone
from ui.today.letter_writing import LetterWriting
from ui.today.putting_off import PuttingOff
from ui.today.row_shape import MARK_RECEIVED
from ui.today.rows import Task
from ui.widgets.labels import unaccelerated

if TYPE_CHECKING:
    from mentordesk.actions.documents import PrintedPapers
    from mentordesk.actions.files import Store


class Doing(QObject):
    def __init__(self, desk: Desk, parent: QWidget, putting_off: PuttingOff, letters: LetterWriting) -> None:
        super().__init__(parent)
        self._putting_off = putting_off
        self._letters = letters
        self._desk = desk
        self._over = parent

    def open(self, task: Task) -> None:
        """The task's own button."""
        match task.way:
            case Shown(subject, number):
                self._desk.please_show(subject, number)
            case Printed(kind):
                self._print(kind, task)
            case Finished(deadline):
                self._finish(deadline)
            case Signed(pair):
                self._sign(PairId(pair))
            case TaskDone(done):
                self._do_task(done)
            case ShownAgain(hiding):
                self._putting_off.show_again(hiding)

    def receive(self, task: Task) -> None:
        """The one paper that was missing came today."""
        who, paper = task.entry.subject.participation, task.paper
        if who is not None and paper is not None and self._desk.may_change():
            day = self._desk.today
            self._desk.work.change(lambda store: _received(store, who, paper, day))

    def offer(self, task: Task, where: QPoint) -> None:
        """All that can be done about a task, as a menu."""
        menu = QMenu(self._over)
        menu.setObjectName("taskMenu")
        menu.addAction(unaccelerated(say(task.action))).triggered.connect(lambda: self.open(task))
        if task.paper is not None:
            menu.addAction(say(MARK_RECEIVED)).triggered.connect(lambda: self.receive(task))
        menu.addSeparator()
        self._offer_steps(menu, task)
        menu.addAction(tr("Write a letter about it …")).triggered.connect(lambda: self._letters.preview(task))
        again = tr("Hide until …") if task.hiding is None else tr("Hide until another day …")
        menu.addAction(again).triggered.connect(lambda: self._putting_off.ask(task))
        menu.addAction(tr("Copy the text")).triggered.connect(lambda: _copy(task))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    def _offer_steps(self, menu: QMenu, task: Task) -> None:
        """Of what is about a pair: that it was reminded, asked, talked with."""
        if task.entry.subject.pair is None or task.hiding is not None:
            return
        steps = menu.addMenu(tr("Note what was done today"))
        steps.setObjectName("taskSteps")
        for step, name in LADDER_STEP_NAMES.items():
            steps.addAction(unaccelerated(say(name))).triggered.connect(partial(self._note, task, step))

    def _note(self, task: Task, step: LadderStep, _checked: bool = False) -> None:
        self._putting_off.note(task, step)

    def _finish(self, deadline: str) -> None:
        if self._desk.may_change():
            day = self._desk.today
            self._desk.work.change(lambda store: _finished(store, deadline, day))

    def _do_task(self, task: TaskId) -> None:
        if self._desk.may_change():
            day = self._desk.today
            self._desk.work.change(lambda store: _task_done(store, task, day))

    def _sign(self, pair: PairId) -> None:
        if self._desk.may_change():
            day = self._desk.today
            self._desk.work.change(lambda store: _signed(store, pair, day))

    def _print(self, kind: str, task: Task) -> None:
        if not self._desk.may_change():
            return
        folder = self._desk.ask.folder(tr("Where the papers are to be kept"))
        if folder is None:
            return
        programme, day = task.entry.subject.programme, self._desk.today

        def printed(store: Store, progress: Progress) -> PrintedPapers:
            return _printed(store, kind, folder, programme, day, progress)

        self._desk.work.change_at_length(task.entry.action, printed, self._tell)

    def _tell(self, papers: PrintedPapers) -> None:
        """Only what was left out: of what was printed the change's own name tells."""
        if papers.left_out:
            sentence = nmsg(
                "{count} paper could not be printed: {reason}",
                "{count} papers could not be printed. The first: {reason}",
                len(papers.left_out),
                reason=papers.left_out[0].reason,
            )
            self._desk.tell(sentence, NoticeKind.WARNING)
        elif not papers.written:
            self._desk.tell(msg("There was nothing to print."))


def _received(store: Store, who: ParticipationId, paper: PaperKind, day: date) -> None:
    from mentordesk.actions.criteria import note_paper  # its room loads numpy: not before the first page is seen

    note_paper(store, who, paper, received=True, on=day)


def _finished(store: Store, deadline: str, day: date) -> None:
    from mentordesk.actions.deadlines import finish_deadline

    finish_deadline(store, deadline, on=day)


def _task_done(store: Store, task: TaskId, day: date) -> None:
    from mentordesk.actions.team_tasks import finish_task

    finish_task(store, task, on=day)


def _signed(store: Store, pair: PairId, day: date) -> None:
    from mentordesk.actions.contracts import sign_contract

    sign_contract(store, pair, on=day)


def _printed(
    store: Store, kind: str, folder: Path, programme: ProgrammeId, day: date, progress: Progress
) -> PrintedPapers:
    from mentordesk.actions.documents import print_documents  # with all that sets type: not before somebody prints

    return print_documents(store, kinds=(kind,), folder=folder, programme=programme, made_on=day, progress=progress)


def _copy(task: Task) -> None:
    entry = task.entry
    said = (entry.subject.name, say(entry.sentence), say(entry.rule))
    QGuiApplication.clipboard().setText("\n".join(part for part in said if part))
