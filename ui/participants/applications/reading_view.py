"""Reading applications one after the other (UX 5.3): the letter, what is known beside it, and a decision by one key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from mentordesk.actions.participants import set_status
from mentordesk.actions.reading import invite
from mentordesk.actions.selecting import decide
from mentordesk.domain.ids import ParticipationId
from mentordesk.domain.refusals import Refused
from mentordesk.domain.statuses import ParticipationStatus
from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import msg
from mentordesk.queries.applications import ApplicationRow, application_rows
from ui.desk import Desk
from ui.language import tr
from ui.participants.applications.reading_page import DECISIONS, ReadingPage, reading_of
from ui.participants.imports.exporting import export_list
from ui.participants.view_page import ViewPage
from ui.widgets.empty_page import EmptyPage, WayOn
from ui.widgets.frames import column
from ui.widgets.page import PageCommand, shortcut

if TYPE_CHECKING:
    from mentordesk.actions.files import Store

_STATUS = ParticipationStatus
_DECIDED = {3: _STATUS.SELECTED, 4: _STATUS.WAITING, 5: _STATUS.DECLINED}
# Whoever is out of the programme, or was never in it, has nothing to be read.
_READ = frozenset(_STATUS) - {_STATUS.SUGGESTED, _STATUS.ASKED, _STATUS.WITHDRAWN, _STATUS.COMPLETED}


class ReadingView(ViewPage):
    subjects: ClassVar[frozenset[Subject]] = frozenset(
        {Subject.APPLICATIONS, Subject.PEOPLE, Subject.PARTICIPATIONS, Subject.CRITERIA, Subject.PROGRAMMES}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("readingView")
        self._rows: tuple[ApplicationRow, ...] = ()
        self._at: ParticipationId | None = None
        self._deciding: int | None = None
        self._stack = QStackedWidget()
        self._page = ReadingPage(desk)
        self._stack.addWidget(self._page)
        self._empty = EmptyPage(
            desk.look,
            picture="documents",
            heading=tr("No application to read"),
            text=tr("Applications of mentees are read here one after the other, once they are in the list."),
            ways_on=(WayOn(tr("Show the list"), self.left.emit, "readingToList"),),
        )
        if (way_on := self._empty.findChild(QPushButton, "readingToList")) is not None:
            self._empty.setFocusProxy(way_on)
        self._stack.addWidget(self._empty)
        column(desk.look, within=self).addWidget(self._stack)
        self._page.decided.connect(self._decide)
        self._page.reasoned.connect(self._decide_again)
        self._page.next_wanted.connect(partial(self._go, 1))
        self._page.previous_wanted.connect(partial(self._go, -1))
        self._page.opened.connect(self._open_person)
        shortcut(self, "Ctrl+PgDown", partial(self._go, 1))
        shortcut(self, "Ctrl+PgUp", partial(self._go, -1))
        shortcut(self, "Ctrl+Shift+E", self._export)
        self._page.export_wanted.connect(self._export)

    def reload(self) -> None:
        programme = self.desk.programme_id
        if programme is None:
            self._take(())
        else:
            self.desk.work.ask("reading", lambda store: application_rows(store, programme), self._take)

    def please_show(self, number: str) -> bool:
        found = next((row.id for row in self._rows if number == row.id), None)
        if found is not None:
            self._show(found)
        return found is not None

    def enter(self) -> None:
        if self._rows:
            self._page.letter.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._empty.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> Sequence[QWidget]:
        return (self._page.letter, self._page.beside)

    def commands(self) -> Sequence[PageCommand]:
        return (
            PageCommand(msg("Next application"), "readingNext", partial(self._go, 1), "Ctrl+PgDown"),
            PageCommand(msg("Previous application"), "readingPrevious", partial(self._go, -1), "Ctrl+PgUp"),
            PageCommand(msg("Export the applications …"), "exportApplications", self._export, "Ctrl+Shift+E"),
            *(
                PageCommand(title, f"readingCommand_{number}", partial(self._decide, number))
                for number, title in DECISIONS.items()
            ),
        )

    def close_topmost(self) -> bool:
        """Esc leaves the reason for the letter first, and then the letter for the list."""
        if not self._page.writes_reason:
            self.left.emit()
            return True
        self._deciding = None
        self._page.refuse(None)
        self.enter()
        return True

    def _take(self, rows: Sequence[ApplicationRow]) -> None:
        before = [row.id for row in self._rows]
        self._rows = tuple(row for row in rows if row.status in _READ)
        ids = [row.id for row in self._rows]
        self._stack.setCurrentIndex(0 if ids else 1)
        if not ids:
            self._at = None
        elif self._at in ids:
            self._show(self._at)
        else:  # whoever stood here is gone: the next one comes
            left = before.index(self._at) if self._at in before else 0
            self._show(ids[min(left, len(ids) - 1)])
        self.shown.emit()

    def _show(self, id_: ParticipationId | None) -> None:
        if id_ is None:
            return
        if id_ != self._at:
            self._deciding = None
        self._at = id_
        place, today = next(at for at, row in enumerate(self._rows) if row.id == id_), self.desk.today
        self._page.place(place + 1, len(self._rows))
        self.desk.work.ask("readingOne", lambda store: reading_of(store, id_, today), self._page.show_one, self._gone)

    def _gone(self, _: Refused) -> None:
        self.reload()

    def _go(self, by: int) -> None:
        ids = [row.id for row in self._rows]
        if self._at in ids:
            self._show(ids[max(0, min(len(ids) - 1, ids.index(self._at) + by))])

    def _open_person(self) -> None:
        if self._at is not None:
            self.person_wanted.emit(self._at)

    def _export(self) -> None:
        """Everybody of the programme, mentors too, with what was decided and why."""
        if self.desk.programme_id is None:
            self.desk.tell(msg("Applications are read for one programme at a time. Choose it at the top left."))
        else:
            export_list(self.desk, "applications", tr("Applications"))

    def _decide(self, number: int) -> None:
        id_ = self._at
        if id_ is None or not self.desk.may_change():
            return
        self._deciding = number
        self._page.refuse(None)
        self.desk.work.change(
            self._deed(number, id_), partial(self._decided, id_, number), partial(self._refused, id_, number)
        )

    def _deed(self, number: int, id_: ParticipationId) -> Callable[[Store], object]:
        today, reason, by = self.desk.today, self._page.reason, self._page.by
        if number == 1:
            return lambda store: set_status(store, [id_], _STATUS.COMPLETE, today=today, by=by)
        if number == 2:
            tag = tr("to interview")
            return lambda store: invite(store, id_, tag=tag, today=today, by=by)
        status = _DECIDED[number]
        return lambda store: decide(store, [id_], status, reason=reason, by=by, today=today)

    def _decided(self, id_: ParticipationId, number: int, _: object) -> None:
        self._deciding = None
        if id_ == self._at:
            self._page.clear_reason()
            self._page.say_decided(number)
            self.enter()

    def _refused(self, id_: ParticipationId, number: int, no: Refused) -> None:
        if id_ == self._at:
            self._page.refuse(no, decides=number >= 3)

    def _decide_again(self) -> None:
        """Enter beside the reason: what was refused for want of it."""
        if self._deciding is not None:
            self._decide(self._deciding)
