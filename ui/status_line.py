"""The lowest line: what is saved, which file, and what is special about it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from ui.desk import OpenFile
from ui.language import say, spoken, tr
from ui.theme import Look
from ui.widgets.buttons import button
from ui.widgets.chip import Chip
from ui.widgets.frames import row
from ui.widgets.labels import label, set_tip


class StatusLine(QFrame):
    language_wanted = Signal()
    zoom_wanted = Signal()
    notices_wanted = Signal()

    def __init__(self, look: Look, file: OpenFile) -> None:
        super().__init__()
        self.setProperty("kind", "strip")
        self.setObjectName("statusLine")
        line = row(look, within=self)
        line.setContentsMargins(look.px(24), look.px(2), look.px(16), look.px(2))
        self._saved = label(tr("Everything is saved"), "second")
        self._saved.setObjectName("saved")
        line.addWidget(self._saved)
        self._file = label("", "second")
        self._name = file.path.name
        self._file.setText(self._name)
        set_tip(self._file, str(file.path))
        line.addWidget(self._file, 1, Qt.AlignmentFlag.AlignLeft)
        if file.read_only is not None:
            chip = Chip(look, tr("Read-only"), "warn", "lock")
            chip.setObjectName("readOnlyBadge")
            set_tip(chip, say(file.read_only))
            line.addWidget(chip)
        if file.example:
            line.addWidget(Chip(look, tr("Example"), "accent"))
        line.addWidget(button(tr("Messages"), self.notices_wanted.emit, name="noticesButton", kind="status", keys="F8"))
        line.addWidget(
            button(
                spoken().language.own_name,
                self.language_wanted.emit,
                name="languageButton",
                kind="status",
                tip=tr("Language of the window"),
            )
        )
        line.addWidget(
            button(
                tr("{per_cent} %", per_cent=str(look.zoom)),
                self.zoom_wanted.emit,
                name="zoomButton",
                kind="status",
                tip=tr("Size of everything in the window"),
            )
        )

    def saved(self, moment: datetime) -> None:
        self._saved.setText(tr("Saved at {time}", time=moment.time()))
