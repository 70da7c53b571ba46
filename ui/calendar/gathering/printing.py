"""All papers of a joint meeting from one button: made beside the window, and looked at before they are printed."""

from __future__ import annotations

import functools
import tempfile
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from mentordesk.actions.files import Store
from mentordesk.actions.meeting_kit import KitPaper, PrintedKit, print_kit
from mentordesk.domain.ids import MeetingId
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.languages import LANGUAGES
from mentordesk.i18n.message import Listed, msg
from mentordesk.progress import Progress
from ui.desk import Desk, NoticeKind
from ui.language import say
from ui.widgets.kept_papers import preview_of
from ui.widgets.paper_preview import PaperPreview

_WRITING = msg("Writing the papers of the meeting")


class KitPrinting(QObject):
    """The folder with people's names in it is gone when the preview is."""

    def __init__(self, desk: Desk, over: QWidget) -> None:
        super().__init__(over)
        self._desk = desk
        self._over = over
        self.preview: PaperPreview | None = None

    def print_kit(self, meeting: MeetingId) -> None:
        desk = self._desk
        if desk.file.read_only is not None:
            desk.tell(desk.file.read_only, NoticeKind.NOTE)
            return
        kept = tempfile.TemporaryDirectory(prefix="mentordesk-", ignore_cleanup_errors=True)  # a viewer may hold one
        folder, shown, today = Path(kept.name) / "files", Path(kept.name) / "paper", desk.today

        def printing(store: Store, progress: Progress) -> PrintedKit:
            return print_kit(store, meeting, folder=folder, shown=shown, today=today, progress=progress)

        desk.work.change_at_length(
            _WRITING, printing, functools.partial(self._show, kept), refused=functools.partial(self._refused, kept)
        )

    def _refused(self, kept: tempfile.TemporaryDirectory[str], no: Refused) -> None:
        kept.cleanup()
        self._desk.tell(no.message, NoticeKind.WARNING)

    def _show(self, kept: tempfile.TemporaryDirectory[str], made: PrintedKit) -> None:
        for left_out in made.left_out[:1]:
            sentence = left_out.reason
            if left_out.people:
                people = Listed(left_out.people)
                sentence = msg("Not printed for {people}: {reason}", people=people, reason=left_out.reason)
            self._desk.tell(sentence, NoticeKind.WARNING)
        if not made.written:
            kept.cleanup()
        else:
            several = {paper.kind for paper in made.written if not paper.person and _again(paper, made)}
            papers = [(_title(paper, with_language=paper.kind in several), paper.path) for paper in made.written]
            for_the_pen = {paper.path: paper.shown for paper in made.written}
            self.preview = preview_of(self._desk, kept, papers, self._over, shown=for_the_pen)


def _again(paper: KitPaper, made: PrintedKit) -> bool:
    return sum(other.kind == paper.kind for other in made.written) > 1


def _title(paper: KitPaper, *, with_language: bool) -> str:
    language = next(known.own_name for known in LANGUAGES if known.code == paper.language) if with_language else ""
    return " – ".join(filter(None, (say(paper.title), paper.person, language)))
