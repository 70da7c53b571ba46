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
from mentordesk.documents.blocks import Letterhead
from mentordesk.documents.edition import Edition
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

        def writing(_: Progress) -> tuple[Path, Path]:
            ready = kind.ready(content())
            name = printing.file_name(ready, language)
            path = printing.write(ready, language, folder / name).path
            if not kind.fillable:
                return path, path
            beside = folder / "paper"
            beside.mkdir()
            return path, printing.write(ready, language, beside / name, Edition.PAPER).path

        self._desk.work.compute(
            f"print {kind.key}",
            writing,
            functools.partial(self._show, kept, kind.title),
            title=_WRITING,
            refused=functools.partial(self._refuse, kept),
        )

    def print_headed(self, kind: DocumentKind[C], content: Callable[[Letterhead], C]) -> None:
        """Under the letterhead of the programme in view; of several under nobody's."""
        from mentordesk.queries.letterhead import letterhead

        programme = self._desk.programme_id
        self._desk.work.ask(
            f"letterhead {kind.key}",
            lambda store: letterhead(store, programme),
            functools.partial(self._print_under, kind, content),
        )

    def _print_under(self, kind: DocumentKind[C], content: Callable[[Letterhead], C], head: Letterhead) -> None:
        self.print(kind, functools.partial(content, head))

    def _show(self, kept: tempfile.TemporaryDirectory[str], title: Message, made: tuple[Path, Path]) -> None:
        """`made`: the file, and what is shown and printed of it."""
        from ui.widgets.kept_papers import preview_of  # QtPdf, which nobody needs who prints nothing

        self.preview = preview_of(self._desk, kept, [(say(title), made[0])], self._over, shown={made[0]: made[1]})

    def _refuse(self, kept: tempfile.TemporaryDirectory[str], no: Refused) -> None:
        kept.cleanup()
        self._desk.tell(no.message, NoticeKind.WARNING)
