"""Which plan is in view: a button with its name, and the menu of the plans and of what is done with a whole plan (R34).

Names are typed in `scenario_line`; papers are `scenario_papers`. Deciding on pairs in a plan is `deeds`.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from mentordesk.actions.files import Store
from mentordesk.actions.matching import (
    copy_scenario,
    delete_scenario,
    new_scenario,
    note_on_scenario,
    rename_scenario,
)
from mentordesk.domain.ids import ProgrammeId
from mentordesk.domain.refusals import Refused
from mentordesk.domain.scenarios import free_name, said
from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import Message, msg
from mentordesk.queries.board import Board
from mentordesk.queries.scenarios import ScenarioRow, scenarios
from ui.desk import Desk, NoticeKind
from ui.icons import icon
from ui.language import say, spoken, tr
from ui.matching_board.plans.scenario_line import Asked, ScenarioLine
from ui.matching_board.plans.scenario_papers import ScenarioPapers
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.frames import row
from ui.widgets.labels import set_tip, unaccelerated
from ui.widgets.page import PageCommand

_WIDEST, _NARROWEST = 200, 32  # px at 100 %, for a plan's name
_SUBJECTS = frozenset({Subject.SCENARIOS, Subject.PARTICIPATIONS, Subject.PROGRAMMES})


class ScenarioBar(QWidget):
    """`line` is its form; whoever places the bar places the line too. `show_board` tells it what is in view."""

    chosen = Signal(object)  # str, the plan to bring into view; None: whichever the board shows unasked
    compare_wanted = Signal()

    def __init__(self, desk: Desk, over: QWidget) -> None:
        """`over`: the page that previews lie over."""
        super().__init__()
        self.setObjectName("scenarioBar")
        self._desk = desk
        look = desk.look
        self.line = ScenarioLine(look, desk.today)
        self.papers = ScenarioPapers(desk, over)
        self.rows: tuple[ScenarioRow, ...] = ()
        self._of: ProgrammeId | None = None  # whose rows they are
        self._shown = ""
        self._notes = ""
        self._deleted: str | None = None
        self._room = look.px(_WIDEST)
        self.menu = QMenu(self)
        self.menu.setObjectName("scenarioMenu")
        self.menu.aboutToShow.connect(self._fill)
        self.button: QPushButton = button("", self.open_menu, name="scenarioButton")
        side = look.px(16)
        self.button.setIcon(icon("down", look.colour("ink_2"), side))
        self.button.setIconSize(QSize(side, side))
        self.button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow comes after the word
        row(look, within=self, space=Space.WITHIN).addWidget(self.button)
        self.line.entered.connect(self._on_entered)
        self.line.left.connect(self.button.setFocus)
        desk.changes.touched.connect(self._on_touched)
        self._name()

    def show_board(self, board: Board) -> None:
        """The plan that the page has in view; asks for the others when it is another programme's."""
        self._shown, self._notes = board.scenario, board.notes
        self._name()
        if self._of != self._desk.programme_id:
            self.reload()

    def give_room(self, pixels: int) -> None:
        """For the words on the button: the name alone, and less of it, where there is little."""
        look = self._desk.look
        self._room = min(look.px(_WIDEST), max(look.px(_NARROWEST), pixels))
        self._name()

    def reload(self) -> None:
        programme = self._desk.programme_id
        if programme is not None:
            taken = functools.partial(self._take, programme)
            self._desk.work.ask("scenario bar", lambda store: scenarios(store, programme), taken)

    def open_menu(self) -> None:
        self.menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def commands(self) -> Sequence[PageCommand]:
        """For the page's own commands, so that the palette finds them."""
        return (
            PageCommand(msg("Choose a plan …"), "scenarioChoose", self.open_menu),
            PageCommand(msg("New plan …"), "scenarioNew", self._ask_new),
            PageCommand(msg("Copy this plan …"), "scenarioCopy", self._ask_copy),
            PageCommand(msg("Rename this plan …"), "scenarioRename", self._ask_rename),
            PageCommand(msg("Note on this plan …"), "scenarioNote", self._ask_note),
            PageCommand(msg("Delete this plan"), "scenarioDelete", self._delete),
            PageCommand(msg("Compare plans …"), "scenarioCompare", self.compare_wanted.emit),
            PageCommand(msg("Print the pair list …"), "scenarioPairList", self._print_pair_list),
            PageCommand(msg("Print “why you two” …"), "scenarioWhy", self.papers.print_why_you_two),
            PageCommand(msg("Export the pairs …"), "scenarioExport", self._export),
        )

    def _fill(self) -> None:
        self.menu.clear()
        group = QActionGroup(self.menu)
        for name, words in self._plans():
            action = self.menu.addAction(unaccelerated(words))
            action.setObjectName(f"scenario_{name}")
            action.setCheckable(True)
            action.setChecked(name == self._shown)
            group.addAction(action)
            action.triggered.connect(lambda _=False, one=name: self.chosen.emit(one))
        for at, command in enumerate(self.commands()[1:]):
            if at in (0, 5, 6):
                self.menu.addSeparator()
            action = self.menu.addAction(unaccelerated(say(command.title)))
            action.setObjectName(command.name)
            action.triggered.connect(lambda _=False, run=command.run: run())

    def _plans(self) -> Sequence[tuple[str, str]]:
        """Names and what the menu says; the plan in view is among them, kept or not."""
        found = [(each.name, _in_menu(each)) for each in self.rows]
        if self._row is None and self._shown:
            found.append((self._shown, tr("{name} · not planned yet", name=say(said(self._shown)))))
        return found

    @property
    def _row(self) -> ScenarioRow | None:
        return next((each for each in self.rows if each.name == self._shown), None)

    def _ask_new(self) -> None:
        if self._desk.may_change():
            self.line.ask(Asked.NEW, free_name(self._shown or "1", self._names() | {self._shown}))

    def _ask_copy(self) -> None:
        if self._desk.may_change() and self._is_kept():
            self.line.ask(Asked.COPY, free_name(self._shown, self._names()))

    def _ask_rename(self) -> None:
        if self._desk.may_change() and self._is_kept(is_open=True):
            self.line.ask(Asked.RENAME, self._shown)

    def _ask_note(self) -> None:
        found = self._row
        if self._desk.may_change() and self._is_kept() and found is not None:
            self.line.ask(Asked.NOTE, found.notes)

    def _delete(self) -> None:
        programme, name = self._desk.programme_id, self._shown
        if programme is None or not self._desk.may_change() or not self._is_kept(is_open=True):
            return
        self._change(
            lambda store: delete_scenario(store, programme=programme, name=name), functools.partial(self._on_gone, name)
        )

    def _print_pair_list(self) -> None:
        if self._is_kept():
            self.papers.print_pair_list(self._shown)

    def _export(self) -> None:
        if self._is_kept():
            self.papers.export_pairs(self._shown)

    def _on_entered(self, asked: Asked, text: str) -> None:
        programme, name = self._desk.programme_id, self._shown
        if programme is None:
            return
        view_it = functools.partial(self._on_done, text)
        match asked:
            case Asked.NEW:
                self._change(lambda store: new_scenario(store, programme=programme, name=text), view_it)
            case Asked.COPY:
                self._change(lambda store: copy_scenario(store, programme=programme, name=name, copy=text), view_it)
            case Asked.RENAME:
                self._change(
                    lambda store: rename_scenario(store, programme=programme, name=name, new_name=text), view_it
                )
            case Asked.NOTE:
                self._change(
                    lambda store: note_on_scenario(store, programme=programme, name=name, notes=text),
                    functools.partial(self._on_done, name),
                )

    def _change(self, action: Callable[[Store], object], then: Callable[[object], None]) -> None:
        self._desk.work.change(action, then, self._on_refused)

    def _on_refused(self, no: Refused) -> None:
        if self.line.isVisible():
            self.line.refuse(no.message)
        else:
            self._desk.tell(no.message, NoticeKind.ERROR)

    def _on_done(self, name: str, _: object) -> None:
        self.line.close_line()
        if name != self._shown:
            self.chosen.emit(name)

    def _on_gone(self, name: str, _: object) -> None:
        self._deleted = name
        self.button.setFocus()

    def _on_touched(self, subjects: frozenset[Subject]) -> None:
        if subjects & _SUBJECTS and self._of is not None:
            self.reload()

    def _take(self, programme: ProgrammeId, found: tuple[ScenarioRow, ...]) -> None:
        """Follows the plan in view where it was undone, renamed back, or came back with undo."""
        same = programme == self._of
        before, self.rows, self._of = self._names(), found, programme
        self._name()
        if not same:
            return
        gone, new = before - self._names(), self._names() - before
        if self._shown in gone:
            self.chosen.emit(next(iter(new)) if len(new) == 1 else None)
        elif self._deleted in new:
            self.chosen.emit(self._deleted)
            self._deleted = None

    def _name(self) -> None:
        numbered = self._shown.isdecimal()
        words = say(said(self._shown)) if numbered else tr("Plan: {name}", name=self._shown)
        metrics = self.button.fontMetrics()
        written = words if metrics.horizontalAdvance(words) <= self._room else self._shown
        self.button.setText(unaccelerated(metrics.elidedText(written, Qt.TextElideMode.ElideRight, self._room)))
        self.button.setAccessibleName(words)
        self.button.setAccessibleDescription(self._notes)
        set_tip(self.button, "\n".join(part for part in (words, self._notes) if part))
        self.setVisible(bool(self._shown))

    def _names(self) -> frozenset[str]:
        return frozenset(each.name for each in self.rows)

    def _is_kept(self, *, is_open: bool = False) -> bool:
        """Else says why not. `is_open`: it must not be approved either."""
        reason: Message | None = None
        if self._row is None:
            reason = msg("Nothing is kept in the plan {name} yet. Find the best plan first.", name=self._shown)
        elif is_open and self._row.approved_at is not None:
            reason = msg("The plan {name} has already been approved.", name=self._shown)
        if reason is not None:
            self._desk.tell(reason, NoticeKind.NOTE)
        return reason is None


def _in_menu(plan: ScenarioRow) -> str:
    if plan.approved_at is not None:
        return tr("{name} · approved", name=say(said(plan.name)))
    if not plan.seats:
        return tr("{name} · not planned yet", name=say(said(plan.name)))
    return tr(
        "{name} · {matched} of {seats} placed · total {total}",
        name=say(said(plan.name)),
        matched=plan.matched,
        seats=plan.seats,
        total=spoken().number(plan.total),
    )
