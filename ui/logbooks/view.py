"""What the views of the Logbooks tab have in common: each shows the pairs of a programme, or of all."""

from __future__ import annotations

from mentordesk.domain.ids import PairId
from ui.desk import Desk
from ui.widgets.views import NARROW_FROM
from ui.widgets.views_page import PageView


class LogbookView(PageView):
    """Subclasses answer `reload` and `enter`."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.paged = desk.look.zoom >= NARROW_FROM

    @property
    def chosen(self) -> PairId | None:
        """The pair on which one stands."""
        return None
