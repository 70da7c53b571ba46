"""Today (ux.md 5.1): what is overdue, due today or this week, and what others owe us; each row with its button.

What is to be done comes from queries/today; where a row leads is leads.py, what its button does doing.py.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import msg
from ui.desk import Desk, NoticeKind
from ui.language import ntr, say, spoken, tr
from ui.theme import Space
from ui.today.doing import Doing
from ui.today.letter_writing import LetterWriting
from ui.today.overview import Ahead, Overview, ahead, overview
from ui.today.phases import phase
from ui.today.putting_off import PuttingOff
from ui.today.rows import Task, tasks_of
from ui.today.standing import Standing
from ui.today.task_pane import TaskPane
from ui.widgets.buttons import button
from ui.widgets.frames import column, row, scrolling
from ui.widgets.labels import label
from ui.widgets.page import Page, PageCommand, shortcut

if TYPE_CHECKING:
    from mentordesk.actions.files import Store
    from mentordesk.domain.ids import ProgrammeId

_STANDING = 304  # pixels at 100 %: the right side
_BOTH_FROM = 900  # pixels at 100 %: narrower, one side is shown at a time


class TodayPage(Page):
    subjects: ClassVar[frozenset[Subject]] = frozenset(Subject)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, msg("Today"))
        self._overview: Overview | None = None
        self._ahead: Ahead | None = None
        self._pane = TaskPane(desk)
        self._putting_off = PuttingOff(desk, self._pane)
        self._letters = LetterWriting(desk, self._pane)
        self._doing = Doing(desk, self, self._putting_off, self._letters)
        self._standing = Standing(desk.look)
        self._right = scrolling(self._standing)
        self._right.setFixedWidth(desk.look.px(_STANDING))
        self._build_header()
        across = row(desk.look, within=self.content, space=Space.GROUPS)
        edge = desk.look.px(Space.GROUPS)
        across.setContentsMargins(edge, desk.look.px(Space.AROUND), edge, 0)
        across.addWidget(self._pane, 1)
        across.addWidget(self._right)
        self._listen()

    def reload(self) -> None:
        programme = self.desk.programme_id
        work = self.desk.work
        work.ask("today", lambda store: _read(store, programme), self._take, self.show_refusal)
        work.ask("today: ahead", lambda store: ahead(store, programme), self._take_ahead, self.show_refusal)

    def commands(self) -> Sequence[PageCommand]:
        return (
            PageCommand(msg("Show the tasks as a table or as a list"), "todayTwin", self._toggle_table, "F9"),
            PageCommand(msg("Write a letter about the task …"), "writeAboutTask", self._write_current, "Ctrl+E"),
            PageCommand(msg("A reminder of your own …"), "ownReminder", self._remind, "Ctrl+N"),
            PageCommand(msg("Hide the task until …"), "hideTaskUntil", self._hide_current, "Ctrl+H"),
            PageCommand(msg("Show how it stands"), "todayStanding", self._go_to_standing),
        )

    def panes(self) -> Sequence[QWidget]:
        return [pane for pane in (self._pane, self._right) if pane.isVisible()]

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        super().resizeEvent(event)
        self._share_room()

    def _build_header(self) -> None:
        words = column(self.look, space=Space.WITHIN)
        words.setSpacing(0)
        self._date = label("", "strong", wrap=True)
        self._date.setObjectName("todayDate")
        self._phase = label("", "second", wrap=True)
        self._phase.setObjectName("todayPhase")
        words.addWidget(self._date)
        words.addWidget(self._phase)
        self.facts.addSpacing(self.look.px(Space.BETWEEN))
        self.facts.addLayout(words)
        self.header.setStretch(1, 1)  # the words need the room more than
        self.header.setStretch(2, 0)  # the stretch behind them
        self._switch: QPushButton = button(
            tr("How it stands"), self._share_room, name="standingSwitch", picture="evaluation", look=self.look
        )
        self._switch.setCheckable(True)
        self._switch.hide()
        self.tools.addWidget(self._switch)

    def _listen(self) -> None:
        self._pane.opened.connect(self._doing.open)
        self._pane.received.connect(self._doing.receive)
        self._pane.menu_wanted.connect(self._doing.offer)
        self._pane.calendar_wanted.connect(lambda: self.desk.please_show(Subject.MEETINGS, ""))
        self._pane.steps.wanted.connect(lambda subject: self.desk.please_show(subject, ""))
        self._standing.meeting_wanted.connect(lambda meeting: self.desk.please_show(Subject.MEETINGS, meeting))
        shortcut(self, "F9", self._toggle_table)
        shortcut(self, "Ctrl+H", self._hide_current)
        shortcut(self, "Ctrl+E", self._write_current)
        shortcut(self, "Ctrl+N", self._remind)

    def _take(self, read: tuple[Overview, Sequence[Task]]) -> None:
        found, tasks = read
        self._overview = found
        day = found.today.day
        week = str(day.isocalendar().week)
        self._date.setText(_capital(tr("{day} · week {week}", day=spoken().date(day, "full"), week=week)))
        self._phase.setText(self._phases(found))
        self._standing.show_overview(found)
        self._pane.show_overview(found, tasks)
        self.show_content()
        self._share_room()
        self._settle_calm()

    def _take_ahead(self, found: Ahead) -> None:
        self._ahead = found
        self._standing.show_ahead(found)
        self._settle_calm()

    def _settle_calm(self) -> None:
        if self._overview is not None and self._ahead is not None and not self._overview.today.entries:
            self._pane.show_calm(self._ahead)

    def _phases(self, found: Overview) -> str:
        """Of one programme; several say theirs on their cards."""
        if not found.programmes:
            return tr("No programme yet")
        if len(found.programmes) > 1:
            return ntr("{count} programme", "{count} programmes", len(found.programmes))
        (one,) = found.programmes
        return say(phase(one, found.today.day, matched=found.matched))

    def _share_room(self) -> None:
        """Both sides where there is room for them, else one at a time."""
        something = self._overview is not None and bool(self._overview.programmes)
        both = self.width() >= self.look.px(_BOTH_FROM)
        self._switch.setVisible(something and not both)
        alone = self._switch.isChecked() and not both
        self._pane.setVisible(not alone)
        self._right.setVisible(something and (both or alone))
        if both:
            self._right.setFixedWidth(self.look.px(_STANDING))
        else:
            self._right.setMinimumWidth(0)
            self._right.setMaximumWidth(self.look.px(_BOTH_FROM))

    def _go_to_standing(self) -> None:
        if self._switch.isVisibleTo(self):
            self._switch.toggle()
            self._share_room()
        else:
            self._right.focusNextChild()

    def _remind(self) -> None:
        self._putting_off.remind(self._pane.current())

    def _write_current(self) -> None:
        self._with_current(self._letters.preview)

    def _hide_current(self) -> None:
        self._with_current(self._putting_off.ask)

    def _with_current(self, do: Callable[[Task], None]) -> None:
        task = self._pane.current()
        if task is None:
            self.desk.tell(msg("Choose a task in the list first."), NoticeKind.NOTE)
        else:
            do(task)

    def _toggle_table(self) -> None:
        self._switch.setChecked(False)
        self._share_room()
        self._pane.toggle_table()


def _read(store: Store, programme: ProgrammeId | None) -> tuple[Overview, Sequence[Task]]:
    """On the file's thread, so that many tasks hold nobody up."""
    found = overview(store, programme)
    return found, tasks_of(found)


def _capital(text: str) -> str:
    """A date begins its line, also where its language writes weekdays small."""
    return text[:1].upper() + text[1:]
