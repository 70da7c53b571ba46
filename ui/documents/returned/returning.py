"""Forms on their way into the file: which files, what they would change, and whose answer was chosen. No widget.

Reading is pure work in the pool, in a process of its own; looking and taking are done by the file's thread.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from mentordesk.actions.returned.proposals import Take
from mentordesk.actions.returned.takings import ChoiceKey, Taking
from mentordesk.actions.taking_forms import look, take
from mentordesk.documents.returned.returned_files import ReturnedFile, meant_by, read_files
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg, nmsg
from mentordesk.progress import Cancelled, Progress
from mentordesk.queries.returned_forms import all_forms
from ui.desk import Desk

if TYPE_CHECKING:
    from mentordesk.actions.files import Store


class Returning(QObject):
    changed = Signal()  # some of what it holds
    finished = Signal()  # what was taken is in the file

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._look_number = 0  # a look that is not the newest comes to nothing
        self.start_anew()

    def start_anew(self) -> None:
        self._look_number += 1
        self.files: tuple[ReturnedFile, ...] = ()
        self.takings: tuple[Taking, ...] = ()
        self.choices: dict[ChoiceKey, Take] = {}
        self.busy = False
        self.done = False  # they are taken in
        self.changed.emit()

    @property
    def answers(self) -> int:
        """How many would be taken."""
        return sum(taking.taken for taking in self.takings)

    def read(self, places: Iterable[Path]) -> None:
        """Files, and folders for the PDFs in them."""
        if not self._desk.may_change():
            return
        meant = tuple(places)
        self.start_anew()
        self._set_busy(True)

        def read(progress: Progress) -> tuple[ReturnedFile, ...] | None:
            try:
                return read_files(meant_by(meant), all_forms(), progress)
            except Cancelled:
                return None

        title = msg("Reading the forms")
        self._desk.work.compute("returned forms", read, self._on_read, title=title, refused=self._on_refused)

    def look_again(self) -> None:
        """The file may say something else by now; what was chosen stays."""
        if self.files and not self.done:
            self._look()

    def decide(self, number: int, names: Iterable[str], whose: Take) -> None:
        """Seen at once: what else follows from it is found when it is taken."""
        wanted = frozenset(names)
        self.choices |= {(number, name): whose for name in wanted}
        self.takings = tuple(
            replace(each, changes=tuple(replace(c, take=whose) if c.name in wanted else c for c in each.changes))
            if each.number == number
            else each
            for each in self.takings
        )
        self.changed.emit()

    def take(self) -> None:
        if not self.answers or self.busy or self.done or not self._desk.may_change():
            return
        self._set_busy(True)
        files, choices, today = self.files, dict(self.choices), self._desk.today

        def run(store: Store, progress: Progress) -> tuple[Taking, ...] | None:
            try:
                return take(store, files, today=today, choices=choices, progress=progress)
            except Cancelled:
                return None

        title = nmsg("Taking in {count} form", "Taking in {count} forms", len(files))
        self._desk.work.change_at_length(title, run, self._on_taken, self._on_refused)

    def _look(self) -> None:
        self._look_number += 1
        self._set_busy(True)
        files, choices, today = self.files, dict(self.choices), self._desk.today

        def run(store: Store, progress: Progress) -> tuple[Taking, ...] | None:
            try:
                return look(store, files, today=today, choices=choices, progress=progress)
            except Cancelled:
                return None

        then = partial(self._on_looked, self._look_number)
        self._desk.work.change_at_length(msg("Looking what is new"), run, then, self._on_refused)

    def _on_read(self, files: tuple[ReturnedFile, ...] | None) -> None:
        if not files:
            self._set_busy(False)
            if files is not None:
                self._desk.tell(msg("There is no PDF file there. Choose the forms, or the folder they are in."))
            return
        self.files = files
        self._look()

    def _on_looked(self, number: int, takings: Sequence[Taking] | None) -> None:
        if number == self._look_number:
            self.takings = tuple(takings or ())
            if takings is None:
                self.files = ()
            self._set_busy(False)

    def _on_taken(self, takings: Sequence[Taking] | None) -> None:
        if takings is not None:
            self.takings, self.done = tuple(takings), True
        self._set_busy(False)
        if takings is not None:
            self.finished.emit()

    def _on_refused(self, no: Refused) -> None:
        self._set_busy(False)
        self._desk.tell(no.message)

    def _set_busy(self, busy: bool) -> None:
        self.busy = busy
        self.changed.emit()
