"""The Documents tab (ux.md 5.8): the page with its views; what each shows is its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import msg
from ui.desk import CAME_BACK, LIBRARY_OF, Desk
from ui.documents.view import View
from ui.documents.views import VIEWS
from ui.language import tr
from ui.theme import Space
from ui.widgets.frames import column
from ui.widgets.page import shortcut
from ui.widgets.views import NARROW_FROM
from ui.widgets.views_page import ViewsPage


class DocumentsPage(ViewsPage[View]):
    subjects: ClassVar[frozenset[Subject]] = frozenset(Subject) - {
        Subject.ALERTS,
        Subject.VIEWS,
        Subject.SETTINGS,
    }
    leads: ClassVar[Mapping[str, str]] = {CAME_BACK: "returned", LIBRARY_OF: "library"}

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, msg("Documents"), "documents", VIEWS)
        look = desk.look
        down = column(look, within=self.content, space=Space.AROUND)
        if look.zoom >= NARROW_FROM:
            down.setContentsMargins(look.px(8), look.px(8), look.px(8), look.px(8))
            down.addWidget(self.bar)
        else:
            down.setContentsMargins(look.px(24), look.px(16), look.px(24), look.px(16))
            self.facts.addWidget(self.bar)
        down.addWidget(self.views, 1)
        shortcut(self, "Esc", lambda: self.views.view.close_topmost())
        self.begin()

    def reload(self) -> None:
        if self._wants_a_programme:
            self.show_empty("documents", tr("No programme is chosen"), tr("Choose one in the list above the tabs."))
            return
        super().reload()

    def panes(self) -> Sequence[QWidget]:
        return (self.content_or_other,) if self._wants_a_programme else super().panes()

    @property
    def _wants_a_programme(self) -> bool:
        return self.desk.programme_id is None and self.views.view.of_one_programme
