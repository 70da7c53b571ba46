"""The Logbooks tab (ux.md 5.6): the sentence that says what is kept, always on top, and one of the views under it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import msg
from ui.desk import TALKS_OF, Desk
from ui.logbooks.confidential import ConfidentialCard
from ui.logbooks.conversations_view import ConversationsView
from ui.logbooks.view import LogbookView
from ui.logbooks.views import VIEWS
from ui.theme import Space
from ui.widgets.flow import Flow
from ui.widgets.frames import column, scrolling
from ui.widgets.views import NARROW_FROM
from ui.widgets.views_page import ViewsPage


class LogbooksPage(ViewsPage[LogbookView]):
    subjects: ClassVar[frozenset[Subject]] = frozenset(
        {
            *(Subject.PAIRS, Subject.LOGBOOKS, Subject.GOALS, Subject.MEETINGS),
            *(Subject.PEOPLE, Subject.PROGRAMMES, Subject.TEAM),
        }
    )

    leads: ClassVar[Mapping[str, str]] = {TALKS_OF: "talks"}

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, msg("Logbooks"), "logbooks", VIEWS)
        self._paged = desk.look.zoom >= NARROW_FROM
        self._build_content()
        self.begin()

    def panes(self) -> Sequence[QWidget]:
        return (self._card, *super().panes())

    def _build_content(self) -> None:
        look = self.look
        inside = QWidget() if self._paged else self.content
        down = column(look, within=inside, space=Space.AROUND)
        self._card = ConfidentialCard(look, self._return_logbook, narrow=self._paged)
        down.addWidget(self._card)
        if self._paged:
            line = Flow(look.px(Space.BETWEEN))  # longer words go on in the next line
            line.addWidget(self.bar)
            line.addWidget(self._card.ask)
            down.addLayout(line)
            down.setSpacing(look.px(Space.WITHIN))
            down.setContentsMargins(look.px(6), look.px(8), look.px(6), look.px(4))  # long words need the width
            self._area = scrolling(inside)
            column(look, within=self.content).addWidget(self._area)
        else:
            self.facts.addWidget(self.bar)
            down.setContentsMargins(look.px(24), look.px(16), look.px(24), look.px(12))
        down.addWidget(self.views, 1)

    def _return_logbook(self) -> None:
        """To the mentee of the pair on which one stands, in whatever view."""
        pair = self.views.view.chosen
        view = self.views.made(VIEWS[0].key)
        if isinstance(view, ConversationsView):
            view.return_logbook_of(pair)
