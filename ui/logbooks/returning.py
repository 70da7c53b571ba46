"""When somebody sends a whole logbook: the drafted answer that returns it. Nothing is stored (R60)."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from mentordesk.actions.returned_logbooks import answer
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.queries.logbooks import PairStrip
from ui.desk import Desk, NoticeKind
from ui.language import tr


class Returning(QObject):
    def __init__(self, desk: Desk, over: QWidget) -> None:
        super().__init__(over)
        self._desk = desk

    def write_answer(self, strip: PairStrip | None) -> None:
        """To the mentee of the chosen pair."""
        if strip is None:
            self._desk.tell(msg("Choose the pair whose logbook it is, and try again."))
            return
        folder = self._desk.ask.folder(tr("Put the draft in"))
        if folder is not None:
            pair = strip.pair
            self._desk.work.ask(
                "return logbook", lambda store: answer(store, pair, folder=folder), self._written, self._refused
            )

    def _written(self, path: Path) -> None:
        self._desk.tell(msg("“{name}” is written. Attach the logbook, send it, and delete what came.", name=path.name))

    def _refused(self, no: Refused) -> None:
        self._desk.tell(no.message, NoticeKind.WARNING)
