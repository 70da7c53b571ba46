"""What the parts of the detail pane have in common: a heading, and being shown somebody."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from PySide6.QtWidgets import QTabWidget, QWidget

from mentordesk.i18n.message import Message
from mentordesk.queries.participant import ParticipantDetail
from ui.desk import Desk
from ui.widgets.frames import column
from ui.widgets.in_place import InPlace


class Part(QWidget):
    """Subclasses set `title`; they keep what is typed when the same person is shown again."""

    title: ClassVar[Message]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.look = desk.look

    def show_participant(self, shown: ParticipantDetail) -> None:
        raise NotImplementedError

    def leave(self) -> None:
        """What is written and not kept yet goes into the file."""


Other = TypeVar("Other", bound=Part)


def turn_to(part: Part, kind: type[Other]) -> Other | None:
    """Another part of the same pane comes into view; None where there is none of that kind to be seen."""
    above = part.parentWidget()
    while above is not None and not isinstance(above, QTabWidget):
        above = above.parentWidget()
    if above is None:
        return None
    for at in range(above.count()):
        place = above.widget(at)
        if isinstance(place, PartPlace) and place.kind is kind and above.isTabVisible(at):
            above.setCurrentIndex(at)
            found = place.get()
            return found if isinstance(found, kind) else None
    return None


class PartPlace(QWidget):
    """Where a part is as soon as it is looked at."""

    def __init__(self, desk: Desk, kind: type[Part]) -> None:
        super().__init__()
        self.kind = kind
        self._part = InPlace(lambda: kind(desk), column(desk.look, within=self).addWidget)
        self.get, self.turns = self._part.get, self._part.turns

    @property
    def if_there(self) -> Part | None:
        return self._part.if_there
