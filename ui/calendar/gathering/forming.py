"""A part of a joint meeting's page with a card in it, in which one small form at a time stands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.calendar.agenda_painter import NARROW_FROM
from ui.calendar.gathering.part import GatheringPart
from ui.calendar.small_form import SmallForm
from ui.desk import Desk
from ui.widgets.frames import column, frame


class FormingPart(GatheringPart):
    """Subclasses place `card`, and answer `besides`."""

    def __init__(self, desk: Desk, *, card: str) -> None:
        super().__init__(desk)
        self.narrow = desk.look.zoom >= NARROW_FROM
        self.form: SmallForm | None = None
        self.card = frame("card")
        self.card.setObjectName(card)
        self._inside = column(desk.look, within=self.card)
        self.card.hide()

    @property
    def besides(self) -> Sequence[QWidget]:
        """What makes room for the form at large sizes."""
        raise NotImplementedError

    def offer(self, form: SmallForm) -> None:
        self.drop_form()
        self.form = form
        form.given_back.connect(self.give_back)
        self._inside.addWidget(form)
        self.card.show()
        self._give_room(wanted=True)

    def give_back(self) -> None:
        self.drop_form()
        self.enter()

    def drop_form(self) -> None:
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
            self.form = None
        self.card.hide()
        self._give_room(wanted=False)

    def _give_room(self, *, wanted: bool) -> None:
        """At large sizes nothing but the form is seen."""
        if self.narrow:
            for each in self.besides:
                each.setHidden(wanted)
            self.alone.emit(wanted)
