"""What the views of the Logbooks tab have in common: each shows the pairs of a programme, or of all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from mentordesk.domain.ids import PairId, ProgrammeId
from mentordesk.domain.subjects import Subject
from ui.desk import Desk
from ui.widgets.page import PageCommand
from ui.widgets.views import NARROW_FROM, View


class LogbookView(View):
    """Subclasses answer `reload` and `enter`; `tools`, where there is one, stands in the page's head while it is seen.

    Their commands hold, with their keys, while the view is shown.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.paged = desk.look.zoom >= NARROW_FROM
        self.tools: QWidget | None = None

    def reload(self, programme: ProgrammeId | None) -> None:
        """`programme`: None shows the pairs of all."""
        raise NotImplementedError

    def please_show(self, subject: Subject, number: str) -> None:
        """Brings one thing into view; another tab asked for it, perhaps before the rows are there."""

    @property
    def chosen(self) -> PairId | None:
        """The pair on which one stands."""
        return None

    def commands(self) -> Sequence[PageCommand]:
        return ()

    def panes(self) -> Sequence[QWidget]:
        """What F6 goes through, after the sentence on top."""
        return (self,)
