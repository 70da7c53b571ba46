"""What is in view in the list of participants on paper, the list or people compared; looked at before it is printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from mentordesk.documents.blocks import Letterhead
from mentordesk.documents.declared.list_kinds import PEOPLE_COMPARED, PEOPLE_LIST
from mentordesk.documents.papers.people_comparison import PeopleComparedContent
from mentordesk.documents.papers.people_list import MOST_PEOPLE, ListColumn, PeopleListContent
from mentordesk.i18n.message import Message, msg
from ui.desk import NoticeKind
from ui.language import say
from ui.tables.columns import Column
from ui.tables.header import TableHeader
from ui.widgets.one_paper import OnePaper


class ListPapers(OnePaper):
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
        today = self._desk.today

        def content(head: Letterhead) -> PeopleListContent:
            return PeopleListContent(
                letterhead=head,
                made_on=today,
                columns=tuple(ListColumn(say(each.title), each.width) for each in columns),
                rows=tuple(tuple(each.text(row) for each in columns) for row in rows),
                about=about,
            )

        self.print_headed(PEOPLE_LIST, content)

    def print_compared(self, content: PeopleComparedContent) -> None:
        self.print_headed(PEOPLE_COMPARED, lambda head: replace(content, letterhead=head))


def shown_columns(header: TableHeader, columns: Sequence[Column[Any]]) -> tuple[Column[Any], ...]:
    """Those that are not hidden, in the order of the eye; whoever the row is about stands first."""
    in_order = [header.logicalIndex(place) for place in range(header.count())]
    shown = [columns[at] for at in in_order if not header.isSectionHidden(at)]
    return tuple(sorted(shown, key=lambda column: not column.disc))
