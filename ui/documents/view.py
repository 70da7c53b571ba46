"""What the views of the Documents tab have in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from mentordesk.domain.ids import ProgrammeId
from mentordesk.domain.subjects import Subject
from ui.widgets.page import PageCommand
from ui.widgets.views import View as AnyView


class View(AnyView):
    """Subclasses answer `reload` and `enter`; `told` comes with their first rows.

    Keys that a view names in `commands` are bound by the tab, and are the view's while it is shown.
    """

    of_one_programme: ClassVar[bool] = True  # with all programmes in view, the tab asks for one instead
    tools: QWidget | None = None  # what stands in the tab's bar while the view is shown

    def reload(self, programme: ProgrammeId | None) -> None:
        """None only where it is not `of_one_programme`."""
        raise NotImplementedError

    def commands(self) -> Sequence[PageCommand]:
        """For the palette; those with keys are bound, too."""
        return ()

    def panes(self) -> Sequence[QWidget]:
        """What F6 goes through."""
        return (self,)

    def please_show(self, subject: Subject, number: str) -> None:
        """Somebody asked for it from elsewhere."""

    def close_topmost(self) -> bool:
        """Esc: whether something was closed, or a filter cleared."""
        return False
