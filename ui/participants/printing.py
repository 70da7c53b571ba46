"""What is in view in the list of participants on paper, the list or people compared; looked at before it is printed."""

from __future__ import annotations

import functools
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from mentordesk.documents import printing
from mentordesk.documents.blocks import Letterhead
from mentordesk.documents.kinds import DocumentKind
from mentordesk.documents.list_kinds import PEOPLE_COMPARED, PEOPLE_LIST
from mentordesk.documents.people_comparison import PeopleComparedContent
from mentordesk.documents.people_list import MOST_PEOPLE, ListColumn, PeopleListContent
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message, msg
from mentordesk.progress import Progress
from ui.desk import Desk, NoticeKind
from ui.language import say, spoken
from ui.tables.columns import Column
from ui.tables.header import TableHeader

if TYPE_CHECKING:
    from ui.widgets.paper_preview import PaperPreview

C = TypeVar("C")
_WRITING = msg("Writing the papers")


class ListPapers(QObject):
    def __init__(self, desk: Desk, over: QWidget) -> None:
        super().__init__(over)
        self._desk = desk
        self._over = over
        self.preview: PaperPreview | None = None  # of the paper made last

    def print_list(self, columns: Sequence[Column[Any]], rows: Sequence[Any], about: tuple[Message, ...]) -> None:
        """These rows in their order, under the columns that are shown, in theirs."""
        if not rows:
            self._desk.tell(msg("There is nobody to print."), NoticeKind.NOTE)
            return
        if len(rows) > MOST_PEOPLE:
            self._desk.tell(
                msg("More than {most} people are too many for paper. Filter the list, or export it.", most=MOST_PEOPLE),
                NoticeKind.NOTE,
            )
            return
        head, today = letterhead(self._desk), self._desk.today

        def content() -> PeopleListContent:
            return PeopleListContent(
                letterhead=head,
                made_on=today,
                columns=tuple(ListColumn(say(each.title), each.width) for each in columns),
                rows=tuple(tuple(each.text(row) for each in columns) for row in rows),
                about=about,
            )

        self._print(PEOPLE_LIST, content)

    def print_compared(self, content: PeopleComparedContent) -> None:
        self._print(PEOPLE_COMPARED, lambda: content)

    def _print(self, kind: DocumentKind[C], content: Callable[[], C]) -> None:
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


def letterhead(desk: Desk) -> Letterhead:
    """Of the programme in view; of several nobody's."""
    programme = desk.programme
    return Letterhead("", "") if programme is None else Letterhead(programme.settings.owner, programme.name)


def shown_columns(header: TableHeader, columns: Sequence[Column[Any]]) -> tuple[Column[Any], ...]:
    """Those that are not hidden, in the order of the eye; whoever the row is about stands first."""
    in_order = [header.logicalIndex(place) for place in range(header.count())]
    shown = [columns[at] for at in in_order if not header.isSectionHidden(at)]
    return tuple(sorted(shown, key=lambda column: not column.disc))
