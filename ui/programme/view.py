"""What the views of the Programme tab have in common: each shows one programme."""

from __future__ import annotations

from mentordesk.domain.ids import ProgrammeId
from ui.desk import Desk
from ui.widgets.views import View as AnyView


class View(AnyView):
    """Subclasses answer `reload`, `enter` and, where something can be added, `add`."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.programme: ProgrammeId | None = None

    def reload(self, programme: ProgrammeId) -> None:
        raise NotImplementedError

    def print_paper(self) -> bool:
        """Ctrl+P: whether it has a paper of its own; else the programme's goes to the wall."""
        return False
