"""One paper of a kind, in the language of the window, made beside it and looked at before it is printed.

Imported by tabs only, which are loaded late: it knows the documents.
"""

from __future__ import annotations

import functools
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from mentordesk.documents import printing
from mentordesk.documents.kinds import DocumentKind
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message, msg
from mentordesk.progress import Progress
from ui.desk import Desk, NoticeKind
from ui.language import say, spoken

if TYPE_CHECKING:
    from ui.widgets.paper_preview import PaperPreview

C = TypeVar("C")
_WRITING = msg("Writing the papers")


class OnePaper(QObject):
    """The folder with people's names in it is gone when the preview is."""

    def __init__(self, desk: Desk, over: QWidget) -> None:
        super().__init__(over)
        self._desk = desk
        self._over = over
        self.preview: PaperPreview | None = None  # of the paper made last

    def print(self, kind: DocumentKind[C], content: Callable[[], C]) -> None:
        kept = tempfile.TemporaryDirectory(prefix="mentordesk-", ignore_cleanup_errors=True)  # a viewer may hold one
        folder, language = Path(kept.name), (spoken().code,)

        def writing(_: Progress) -> Path:
            told = content()
            return printing.write(kind, told, language, folder / printing.file_name(kind, told, language)).path

        self._desk.work.compute(
            f"print {kind.key}",
            writing,
            functools.partial(self._show, kept, kind.title),
            title=_WRITING,
            refused=functools.partial(self._refuse, kept),
        )

    def _show(self, kept: tempfile.TemporaryDirectory[str], title: Message, path: Path) -> None:
        from ui.widgets.kept_papers import preview_of  # QtPdf, which nobody needs who prints nothing

        self.preview = preview_of(self._desk, kept, [(say(title), path)], self._over)

    def _refuse(self, kept: tempfile.TemporaryDirectory[str], no: Refused) -> None:
        kept.cleanup()
        self._desk.tell(no.message, NoticeKind.WARNING)
