"""What each part of a joint meeting's page is: it shows the meeting anew whenever something of it has changed."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from mentordesk.queries.gathering import Gathering
from ui.calendar.gathering.columns import PersonRow
from ui.desk import Desk
from ui.widgets.labels import unaccelerated


class GatheringPart(QWidget):
    """Subclasses lay themselves out and answer `show_gathering` and `enter`."""

    alone = Signal(bool)  # at large sizes a form needs the room of the head, too; or no longer

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.seen: Gathering | None = None

    def show_gathering(self, seen: Gathering) -> None:
        raise NotImplementedError

    def enter(self) -> None:
        """The keyboard goes to its table."""
        raise NotImplementedError


def rows_of(seen: Gathering, day: int) -> Iterator[PersonRow]:
    """Everybody who is asked, in the order of the meeting's list."""
    groups = {person: group for group in seen.groups for person in group.people}
    others = tuple((place, each.number) for place, each in enumerate(seen.days, start=1) if each.number != day)
    for person in seen.people:
        yield PersonRow(person, day, others, groups.get(person.person), seen.sequence)


def set_words(made: QPushButton, words: str) -> None:
    """What a button says by now."""
    made.setText(unaccelerated(words))
    made.setAccessibleName(words)
