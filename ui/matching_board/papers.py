"""The papers of the approved pairs: contracts and checklists, made beside the program and looked at before printing."""

from __future__ import annotations

import functools
import tempfile
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from mentordesk.actions.documents import PrintedPapers, WrittenPaper, print_documents
from mentordesk.actions.files import Store
from mentordesk.documents.declared.pair_kinds import AT_APPROVAL
from mentordesk.documents.registry import kind_of
from mentordesk.i18n.message import Listed, msg
from mentordesk.progress import Progress
from ui.desk import Desk, NoticeKind
from ui.language import say, spoken
from ui.widgets.kept_papers import preview_of
from ui.widgets.paper_preview import PaperPreview

_PRINTING = msg("Writing contracts and checklists")


class Papers(QObject):
    """The folder with people's names in it is gone when the preview is."""

    def __init__(self, desk: Desk, over: QWidget) -> None:
        super().__init__(over)
        self._desk = desk
        self._over = over
        self.preview: PaperPreview | None = None

    def print_all(self) -> None:
        """Of all running pairs, every kind of paper, each in its readers' languages."""
        desk, programme = self._desk, self._desk.programme_id
        if programme is None:
            return
        if desk.file.read_only is not None:
            desk.tell(desk.file.read_only, NoticeKind.NOTE)
            return
        kept = tempfile.TemporaryDirectory(prefix="mentordesk-", ignore_cleanup_errors=True)  # a viewer may hold one
        folder, shown, today = Path(kept.name) / "files", Path(kept.name) / "paper", desk.today

        def printing(store: Store, progress: Progress) -> PrintedPapers:
            kinds = [kind.key for kind in AT_APPROVAL]
            return print_documents(
                store,
                kinds=kinds,
                folder=folder,
                programme=programme,
                made_on=today,
                shown=shown,
                progress=progress,
            )

        desk.work.change_at_length(_PRINTING, printing, functools.partial(self._show, kept))

    def _show(self, kept: tempfile.TemporaryDirectory[str], made: PrintedPapers) -> None:
        if made.left_out:
            first = made.left_out[0]
            self._desk.tell(
                msg("Not printed for {people}: {reason}", people=Listed(first.people), reason=first.reason),
                NoticeKind.WARNING,
            )
        if not made.written:
            kept.cleanup()
        else:
            papers = [(_title(paper), paper.path) for paper in made.written]
            self.preview = preview_of(self._desk, kept, papers, self._over, shown=made.shown)


def _title(paper: WrittenPaper) -> str:
    return f"{say(kind_of(paper.kind).title)} – {spoken().listed(paper.people)}"
