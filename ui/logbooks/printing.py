"""The papers that the two of a pair get: the blank logbook and the checklist for their first meeting."""

from __future__ import annotations

import functools
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from mentordesk.actions.blank_logbooks import BlankLogbook, print_blank_logbooks
from mentordesk.actions.documents import PrintedPapers, print_documents
from mentordesk.documents.declared.pair_kinds import CONVERSATION_SHEET, FIRST_MEETING_CHECKLIST, LOGBOOK
from mentordesk.documents.kinds import Declared
from mentordesk.domain.ids import ProgrammeId
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message, msg
from ui.desk import Desk, NoticeKind
from ui.language import tr
from ui.widgets.labels import unaccelerated
from ui.widgets.page import PageCommand

PAPERS: tuple[tuple[Declared, Message], ...] = (
    (LOGBOOK, msg("Blank logbook")),
    (FIRST_MEETING_CHECKLIST, FIRST_MEETING_CHECKLIST.title),
    (CONVERSATION_SHEET, CONVERSATION_SHEET.title),
)
"""Each with what the menu calls it."""


class ForParticipants(QObject):
    """Asks for a folder, prints there for every running pair of the programme in view, and shows what came out."""

    def __init__(self, desk: Desk, over: QWidget) -> None:
        super().__init__(over)
        self._desk = desk
        self._over = over
        self.preview: QWidget | None = None  # of the papers made last

    def commands(self) -> Sequence[PageCommand]:
        """Each paper for the palette."""
        return [
            PageCommand(
                msg("Print: {paper}", paper=kind.title), f"print_{kind.key}", functools.partial(self.print, kind)
            )
            for kind, _ in PAPERS
        ]

    def menu(self) -> QMenu:
        made = QMenu(self._over)
        made.setObjectName("printMenu")
        for kind, title in PAPERS:
            action = made.addAction(unaccelerated(tr("{paper} …", paper=title)))
            action.setObjectName(f"print_{kind.key}")
            action.triggered.connect(functools.partial(self.print, kind))
        return made

    def offer(self, under: QWidget) -> None:
        self.menu().popup(under.mapToGlobal(QPoint(0, under.height())))

    def print(self, kind: Declared, *_: bool) -> None:
        """For every running pair."""
        asked = self._programme_and_folder()
        if asked is None:
            return
        (programme, folder), today, shown = asked, self._desk.today, _beside()
        self._desk.work.change_at_length(
            kind.title,
            lambda store, progress: print_documents(
                store,
                kinds=(kind.key,),
                folder=folder,
                programme=programme,
                made_on=today,
                shown=Path(shown.name),
                progress=progress,
            ),
            functools.partial(self._printed, shown),
            refused=functools.partial(self._refused, shown),
        )

    def print_blank(self) -> None:
        """Logbooks without names, before there are pairs."""
        asked = self._programme_and_folder()
        if asked is None:
            return
        (programme, folder), today, shown = asked, self._desk.today, _beside()
        self._desk.work.change(
            lambda store: print_blank_logbooks(
                store, folder=folder, programme=programme, made_on=today, shown=Path(shown.name)
            ),
            functools.partial(self._printed_blank, shown),
            refused=functools.partial(self._refused, shown),
        )

    def _programme_and_folder(self) -> tuple[ProgrammeId, Path] | None:
        programme = self._desk.programme_id
        if programme is None:
            self._desk.tell(msg("Papers are printed for one programme at a time. Choose it at the top left."))
            return None
        folder = self._desk.ask.folder(tr("Put the papers in"))
        return None if folder is None else (programme, folder)

    def _printed(self, kept: tempfile.TemporaryDirectory[str], papers: PrintedPapers) -> None:
        if not papers.written and not papers.left_out:
            self._desk.tell(msg("There is no running pair to print for."))
        for left_out in papers.left_out:
            self._desk.tell(left_out.reason, NoticeKind.WARNING)
        self._show([written.path for written in papers.written], kept, papers.shown)

    def _printed_blank(self, kept: tempfile.TemporaryDirectory[str], made: tuple[BlankLogbook, ...]) -> None:
        self._show([each.path for each in made], kept, {each.path: each.shown for each in made})

    def _refused(self, kept: tempfile.TemporaryDirectory[str], no: Refused) -> None:
        kept.cleanup()
        self._desk.tell(no.message, NoticeKind.WARNING)

    def _show(self, paths: Sequence[Path], kept: tempfile.TemporaryDirectory[str], shown: Mapping[Path, Path]) -> None:
        if not paths:
            kept.cleanup()
            return
        from ui.widgets.kept_papers import preview_of  # QtPdf, which nobody needs who prints nothing

        self.preview = preview_of(self._desk, kept, [(path.stem, path) for path in paths], self._over, shown=shown)


def _beside() -> tempfile.TemporaryDirectory[str]:
    """Where forms lie as they are looked at; the ones to fill in lie in the folder she chose."""
    return tempfile.TemporaryDirectory(prefix="mentordesk-", ignore_cleanup_errors=True)  # a viewer may hold one
