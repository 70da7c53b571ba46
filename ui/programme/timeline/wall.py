"""The sheet for the wall: written in the language of the window, and looked at before it is printed."""

from __future__ import annotations

import functools
import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from mentordesk.documents import printing
from mentordesk.documents.blocks import Letterhead
from mentordesk.documents.programme_wall import WallContent
from mentordesk.documents.wall_kinds import PROGRAMME_WALL
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.progress import Progress
from mentordesk.queries.timeline import Timeline
from ui.desk import Desk, NoticeKind
from ui.language import say, spoken

if TYPE_CHECKING:
    from ui.widgets.paper_preview import PaperPreview

_WRITING = msg("Writing the papers")


class WallPaper(QObject):
    def __init__(self, desk: Desk, over: QWidget) -> None:
        super().__init__(over)
        self._desk, self._over = desk, over
        self.preview: PaperPreview | None = None  # of the paper made last

    def print(self, found: Timeline) -> None:
        kept = tempfile.TemporaryDirectory(prefix="mentordesk-", ignore_cleanup_errors=True)  # a viewer may hold one
        folder, language, content = Path(kept.name), (spoken().code,), wall_content(found, self._desk.today)

        def writing(_: Progress) -> Path:
            name = printing.file_name(PROGRAMME_WALL, content, language)
            return printing.write(PROGRAMME_WALL, content, language, folder / name).path

        self._desk.work.compute(
            "print the wall",
            writing,
            functools.partial(self._show, kept),
            title=_WRITING,
            refused=functools.partial(self._refuse, kept),
        )

    def _show(self, kept: tempfile.TemporaryDirectory[str], path: Path) -> None:
        from ui.widgets.kept_papers import preview_of  # QtPdf, which nobody needs who prints nothing

        self.preview = preview_of(self._desk, kept, [(say(PROGRAMME_WALL.title), path)], self._over)

    def _refuse(self, kept: tempfile.TemporaryDirectory[str], no: Refused) -> None:
        kept.cleanup()
        self._desk.tell(no.message, NoticeKind.WARNING)


def wall_content(found: Timeline, made_on: date) -> WallContent:
    """All but the pairs."""
    return WallContent(
        letterhead=Letterhead(found.owner, found.name),
        made_on=made_on,
        first=found.first,
        last=found.last,
        semesters=found.semesters,
        lanes=found.lanes,
        weeks=found.weeks,
        free=found.free,
    )
