"""The introduction checklist of a new manager (R20): each item is ticked by Space, the offered mentor by itself."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QCheckBox, QWidget

from mentordesk.actions.introductions import tick
from mentordesk.domain.ids import ParticipationId
from mentordesk.queries.applications import IntroductionRow
from ui.desk import Desk
from ui.language import say, tr
from ui.theme import Space
from ui.widgets.frames import clear, column
from ui.widgets.labels import label, unaccelerated


class IntroductionList(QWidget):
    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("introduction")
        self._desk = desk
        self._id: ParticipationId | None = None
        self._boxes: dict[str, QCheckBox] = {}
        self._days: dict[str, QWidget] = {}
        down = column(desk.look, within=self)
        down.addWidget(label(tr("Introduction"), "strong"))
        self._lines = column(desk.look, space=Space.WITHIN)
        down.addLayout(self._lines)

    def show_items(self, id_: ParticipationId, rows: tuple[IntroductionRow, ...]) -> None:
        """The boxes stay while it is the same checklist, and the focus in them."""
        self._id = id_
        if tuple(self._boxes) != tuple(row.key for row in rows):
            clear(self._lines)
            self._boxes = {row.key: self._box(row) for row in rows}
        for row in rows:
            box = self._boxes[row.key]
            title = say(row.title)
            words = title if row.done_on is None else tr("{item} – done {day}", item=title, day=row.done_on)
            box.setText(unaccelerated(words))
            box.setAccessibleName(words)
            box.setChecked(row.done_on is not None)

    def _box(self, row: IntroductionRow) -> QCheckBox:
        made = QCheckBox()
        made.setObjectName(f"introduction_{row.key}")
        made.clicked.connect(partial(self._tick, row.key))
        self._lines.addWidget(made)
        return made

    def _tick(self, key: str) -> None:
        done = self._boxes[key].isChecked()
        id_, today = self._id, self._desk.today
        if id_ is None or not self._desk.may_change():
            self._boxes[key].setChecked(not done)
            return
        self._desk.work.change(lambda store: tick(store, id_, key, on=today if done else None))
