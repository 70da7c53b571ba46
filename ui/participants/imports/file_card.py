"""The first step of an import: which file or text it is, and how it was read."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from ui.language import ntr, tr
from ui.participants.imports.importing import Importing
from ui.participants.imports.reading import ReadingLine
from ui.theme import Look, Space
from ui.widgets.buttons import button
from ui.widgets.flow import Flow
from ui.widgets.frames import column
from ui.widgets.labels import label


class FileCard(QFrame):
    file_wanted = Signal()
    paste_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setAccessibleName(tr("1. File"))
        lines = column(look, within=self, edge=Space.AROUND)
        lines.addWidget(label(tr("1. File"), "strong"))
        self._file = label("", wrap=True)
        self._file.setObjectName("importFile")
        buttons = Flow(look.px(Space.BETWEEN))
        self._choose = button(
            tr("Choose a file …"), self.file_wanted.emit, name="importChoose", picture="folder", look=look
        )
        self._again = button(tr("Read it again"), self.again_wanted.emit, name="importAgain", kind="link")
        paste = button(tr("Paste from the clipboard"), self.paste_wanted.emit, name="importPaste")
        for each in (self._choose, paste, self._again):
            buttons.addWidget(each)
        lines.addLayout(buttons)
        lines.addWidget(self._file)
        self.reading = ReadingLine(look)
        lines.addWidget(self.reading)

    def enter(self, reason: Qt.FocusReason) -> None:
        self._choose.setFocus(reason)

    def show_import(self, importing: Importing) -> None:
        self._file.setText(_of_the_file(importing))
        self._again.setVisible(importing.sheet is not None and importing.result is None)
        self.reading.show_import(importing)


def _of_the_file(importing: Importing) -> str:
    if importing.sheet is None:
        if importing.busy:
            return tr("Reading {name} …", name=importing.name)
        return tr("Drop a list of people here, choose its file (.xlsx or .csv), or paste it as copied from Excel.")
    rows = ntr("{count} row", "{count} rows", len(importing.sheet.rows))
    if importing.sheet.name:
        return tr("{name}, sheet {sheet}: {rows}", name=importing.name, sheet=importing.sheet.name, rows=rows)
    return tr("{name}: {rows}", name=importing.name, rows=rows)
