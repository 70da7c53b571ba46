"""The view of forms that came back: the forms left, side by side right, Space chooses, Enter takes all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QStackedWidget, QWidget

from mentordesk.actions.returned.takings import Taking
from mentordesk.domain.ids import ProgrammeId
from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import msg
from mentordesk.queries.returned_forms import ReturnedForm, returned_forms
from ui.ask import FileKind
from ui.desk import Desk
from ui.documents.returned.code_line import CodeLine
from ui.documents.returned.returning import Returning
from ui.documents.returned.words import (
    Beside,
    beside,
    beside_columns,
    came_back_columns,
    form_columns,
    notes_of,
    other,
)
from ui.documents.view import View
from ui.dropped_files import forms_in
from ui.language import ntr, tr
from ui.tables.model import RecordTable
from ui.tables.view import TableView
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.empty_page import EmptyPage, WayOn
from ui.widgets.flow import Flow
from ui.widgets.frames import add_all, column, row
from ui.widgets.labels import label
from ui.widgets.page import PageCommand
from ui.widgets.views import NARROW_FROM


class ReturnedView(View):
    of_one_programme = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("returnedView")
        self.setAcceptDrops(True)
        self._programme: ProgrammeId | None = None
        self._earlier: Sequence[ReturnedForm] = ()
        self._shown: str | None = None
        self.returning = Returning(desk)
        lines = column(desk.look, within=self, space=Space.BETWEEN)
        lines.addWidget(self._build_tools())
        self._stack = QStackedWidget()
        self._stack.addWidget(self._build_sides())
        self._stack.addWidget(self._build_earlier())
        self._stack.addWidget(self._teach())
        lines.addWidget(self._stack, 1)
        self.returning.changed.connect(self._show)
        self.returning.finished.connect(self._on_finished)

    def reload(self, programme: ProgrammeId | None) -> None:
        self._programme = programme
        self.desk.work.ask("forms that came back", lambda store: returned_forms(store, programme), self._on_earlier)
        self.returning.look_again()

    def enter(self) -> None:
        shown = self._stack.currentWidget()
        if shown is self._sides:
            self.forms.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            first = self._stack.findChild(QPushButton, "chooseFirstForms") if self._choose.isHidden() else None
            (first or self._choose).setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> Sequence[QWidget]:
        if self._stack.currentWidget() is self._sides:
            return (self._code, self.forms, self.answers)
        return (self._code, self._stack)

    def commands(self) -> Sequence[PageCommand]:
        return (
            PageCommand(msg("Read a form that came back …"), "readForm", self.choose_file),
            PageCommand(msg("Read a folder of forms that came back …"), "readForms", self.choose_folder),
            PageCommand(msg("Find whose a form is by its code"), "findFormCode", self._code.enter, "Ctrl+F"),
        )

    def please_show(self, subject: Subject, number: str) -> None:
        """`number`: files that were dropped on the window, a line each; none asks for them."""
        places = [Path(line) for line in number.splitlines() if line]
        if places:
            self.returning.read(places)
        else:
            self.choose_file()

    def close_topmost(self) -> bool:
        there = bool(self.returning.files)
        if there:
            self.returning.start_anew()
            self.enter()
        return there

    def choose_file(self) -> None:
        path = self.desk.ask.open_file(tr("Read a form that came back"), FileKind(tr("PDF files"), (".pdf",)))
        if path is not None:
            self.returning.read([path])

    def choose_folder(self) -> None:
        path = self.desk.ask.folder(tr("Folder of the forms that came back"))
        if path is not None:
            self.returning.read([path])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802  # Qt's name
        if forms_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802  # Qt's name
        if places := forms_in(event.mimeData()):
            event.acceptProposedAction()
            self.returning.read(places)

    def _build_tools(self) -> QWidget:
        look = self.look
        self._choose = button(
            tr("Choose a folder …"), self.choose_folder, name="chooseForms", picture="folder", look=look
        )
        self._one = button(tr("Choose a form …"), self.choose_file, name="chooseForm", keys="Ctrl+Shift+R")
        self._code = CodeLine(self.desk, (self._choose, self._one))
        for each in (self._choose, self._one):
            each.hide()  # until something came back
        return self._code

    def _build_sides(self) -> QWidget:
        desk, look = self.desk, self.look
        self._sides = QWidget()
        down = column(look, within=self._sides, space=Space.BETWEEN)
        self.form_table: RecordTable[Taking] = RecordTable(form_columns(), lambda each: str(each.number))
        self.forms = TableView(desk, self.form_table, tr("Forms that came back"), tab="documents", key="returned")
        self.forms.setObjectName("returnedForms")
        self.answer_table: RecordTable[Beside] = RecordTable(beside_columns(), lambda each: each.name)
        self.answers = TableView(desk, self.answer_table, tr("Side by side"), tab="documents", key="returnedSides")
        self.answers.setObjectName("returnedAnswers")
        self.answers.horizontalHeader().setStretchLastSection(True)
        self._notes = label("", "second", wrap=True)
        self._notes.setObjectName("returnedNotes")
        right = QWidget()
        beside_lines = column(look, within=right, space=Space.BETWEEN)
        beside_lines.addWidget(self.answers, 1)
        beside_lines.addWidget(self._notes)
        holder = QWidget()
        across = row(look, within=holder, space=Space.AROUND)
        if look.zoom >= NARROW_FROM:
            across.setDirection(QBoxLayout.Direction.TopToBottom)
        across.addWidget(self.forms, 5)
        across.addWidget(right, 6)
        down.addWidget(holder, 1)
        down.addWidget(self._build_foot())
        self.forms.current_changed.connect(self._show_answers)
        self.forms.opened.connect(lambda _: self.returning.take())
        self.answers.opened.connect(lambda _: self.returning.take())
        self.answers.peeked.connect(self._choose_other)
        return self._sides

    def _build_foot(self) -> QWidget:
        foot = QWidget()
        down = column(self.look, within=foot, space=Space.BETWEEN)
        across = Flow(self.look.px(Space.BETWEEN))
        self._take = button("", self.returning.take, name="takeForms", kind="main", keys="Enter")
        self._other = button(tr("Take the other one"), self._turn, name="turnAnswer", keys="Space")
        self._leave = button("", self.close_topmost, name="leaveForms", kind="link", keys="Esc")
        self._figures = label("", "second", wrap=True)
        self._figures.setObjectName("returnedFigures")
        add_all(across, (self._take, self._other, self._leave))
        down.addWidget(self._figures)
        down.addLayout(across)
        return foot

    def _build_earlier(self) -> QWidget:
        self.earlier_table: RecordTable[ReturnedForm] = RecordTable(came_back_columns(), lambda each: each.id)
        earlier = TableView(self.desk, self.earlier_table, tr("Forms that were read"), tab="documents", key="cameBack")
        earlier.setObjectName("cameBackList")
        return earlier

    def _teach(self) -> EmptyPage:
        return EmptyPage(
            self.look,
            picture="documents",
            heading=tr("No form has come back yet"),
            text=tr(
                "Drop the filled-in PDF files, or a folder with them, anywhere on the window. You see what each would "
                "change before anything is kept. What belongs to a pair alone is never read."
            ),
            ways_on=(
                WayOn(tr("Choose a folder …"), self.choose_folder, "chooseFirstForms"),
                WayOn(tr("Choose a form …"), self.choose_file, "chooseFirstForm"),
            ),
        )

    def _on_earlier(self, found: Sequence[ReturnedForm]) -> None:
        self._earlier = found
        self.earlier_table.show(found)
        self._show()
        self.told.emit()

    def _show(self) -> None:
        returning = self.returning
        self._code.setVisible(not returning.takings or self.look.zoom < NARROW_FROM)  # else they have no room
        is_first = not returning.takings and not self._earlier  # then the page in the middle has the buttons
        for each in (self._choose, self._one):
            each.setVisible(not is_first)
        if not returning.takings:
            self._stack.setCurrentIndex(2 if is_first else 1)
            return
        first = self._stack.currentWidget() is not self._sides
        self._stack.setCurrentWidget(self._sides)
        self.form_table.show(returning.takings)
        if first or self.forms.current_id() is None:
            self.forms.select_ids([self.form_table.rows.id_at(0)])
            self.forms.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_answers(self.forms.current_id())
        self._show_foot()

    def _show_foot(self) -> None:
        returning = self.returning
        count = returning.answers
        some = ntr("Take in {count} answer", "Take in {count} answers", count)
        self._take.setText(some if count else tr("Nothing to take in"))
        self._take.setEnabled(count > 0 and not returning.busy)
        self._take.setVisible(not returning.done)
        self._other.setVisible(not returning.done)
        self._leave.setText(tr("Close") if returning.done else tr("Leave them"))
        self._figures.setText(_figures(returning.takings, done=returning.done))
        self._figures.setVisible(bool(self._figures.text()))

    def _show_answers(self, number: str | None) -> None:
        taking = self._taking(number)
        rows = () if taking is None else beside(taking)
        is_other = number != self._shown
        self._shown = number
        self.answer_table.show(rows)
        if is_other and rows:
            self.answers.select_ids([rows[0].name])
        self._notes.setText("" if taking is None else notes_of(taking))
        self._notes.setVisible(bool(self._notes.text()))

    def _taking(self, number: str | None) -> Taking | None:
        return next((each for each in self.returning.takings if str(each.number) == number), None)

    def _turn(self) -> None:
        if (current := self.answers.current_id()) is not None:
            self._choose_other(current)

    def _choose_other(self, name: str) -> None:
        """All that are selected, as the current one is turned."""
        taking = self._taking(self.forms.current_id())
        change = None if taking is None else next((each for each in taking.changes if each.name == name), None)
        if taking is None or change is None or self.returning.done:
            return
        selected = set(self.answers.selected_ids()) | {name}
        self.returning.decide(
            taking.number, [each.name for each in taking.changes if each.name in selected], other(change)
        )

    def _on_finished(self) -> None:
        self._leave.setFocus(Qt.FocusReason.OtherFocusReason)


def _figures(takings: Sequence[Taking], *, done: bool) -> str:
    left = sum(len(each.left) for each in takings)
    refused = sum(each.refused is not None for each in takings)
    parts = []
    if done:
        parts.append(tr("The answers are in the file. Ctrl+Z takes all of them back."))
    elif left:
        parts.append(
            ntr(
                "{count} answer differs from the file, which holds unless you choose the form.",
                "{count} answers differ from the file, which holds unless you choose the form.",
                left,
            )
        )
    if refused:
        parts.append(ntr("{count} file is not taken.", "{count} files are not taken.", refused))
    return " ".join(parts)
