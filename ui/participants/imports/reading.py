"""How a list was read, and could be read otherwise: encoding, separator, sheet, order of day and month (fault 63)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mentordesk.spreadsheets.sheet import Reading
from mentordesk.spreadsheets.text_encoding import ENCODINGS
from ui.forms.choosing import DropDown
from ui.language import tr
from ui.participants.imports.importing import Importing
from ui.theme import Look, Space
from ui.widgets.flow import Flow
from ui.widgets.frames import row
from ui.widgets.labels import label, unaccelerated

_SAME = {"utf-8-sig": "utf-8", "utf-16-le": "utf-16", "utf-16-be": "utf-16"}  # one choice for the person
_DAYS = {"": None, "day": True, "month": False}


class ReadingLine(QWidget):
    """Only what was a guess can be chosen, and only where there is something to choose."""

    chosen = Signal(object)  # Reading
    days_chosen = Signal(object)  # bool | None: whether the day comes first

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("importReading")
        self._look = look
        self._reading = Reading()
        self._flow = Flow(look.px(Space.AROUND), self)
        self._encoding, self._encoding_part = self._drop_down("importEncoding", tr("Encoding"))
        self._separator, self._separator_part = self._drop_down("importSeparator", tr("Between the cells"))
        self._sheet, self._sheet_part = self._drop_down("importSheet", tr("Sheet"))
        self._days, self._days_part = self._drop_down("importDays", tr("Days such as 03/04/2026"))
        for code, name in ENCODINGS.items():
            self._encoding.addItem(name, code)
        for sign, name in ((";", tr("Semicolon")), (",", tr("Comma")), ("\t", tr("Tab"))):
            self._separator.addItem(name, sign)
        for key, words in (("", tr("not taken")), ("day", tr("the day first")), ("month", tr("the month first"))):
            self._days.addItem(words, key)
        for choice, part in ((self._encoding, "encoding"), (self._separator, "separator"), (self._sheet, "sheet")):
            choice.activated.connect(lambda _, choice=choice, part=part: self._tell(part, str(choice.currentData())))
        self._days.activated.connect(lambda _: self.days_chosen.emit(_DAYS[str(self._days.currentData())]))

    def show_import(self, importing: Importing) -> None:
        """Also where nothing could be read, for then the guess was wrong."""
        sheet, preview = importing.sheet, importing.preview
        self._reading = importing.reading
        unread = importing.was_refused and sheet is None
        encoded = bool(sheet and sheet.encoding) or (unread and importing.is_text_file)
        parted = bool(sheet and sheet.separator) or (unread and (importing.is_text_file or importing.path is None))
        names = () if sheet is None else sheet.sheets
        asked = preview is not None and preview.parsed.two_ways > 0
        shown = {
            self._encoding_part: encoded,
            self._separator_part: parted,
            self._sheet_part: len(names) > 1,
            self._days_part: sheet is not None and (importing.day_first is not None or asked),
        }
        for part, is_shown in shown.items():
            part.setVisible(is_shown)
        if [self._sheet.itemData(at) for at in range(self._sheet.count())] != list(names):
            self._fill_sheets(names)
        encoding = importing.reading.encoding if sheet is None else sheet.encoding
        _select(self._encoding, _SAME.get(encoding, encoding))
        _select(self._separator, importing.reading.separator if sheet is None else sheet.separator)
        _select(self._sheet, "" if sheet is None else sheet.name)
        _select(self._days, next(key for key, first in _DAYS.items() if first is importing.day_first))
        self.setVisible(importing.result is None and any(shown.values()))

    def _fill_sheets(self, names: Sequence[str]) -> None:
        self._sheet.clear()
        for name in names:
            self._sheet.addItem(name, name)

    def _tell(self, part: str, value: str) -> None:
        match part:
            case "encoding":
                self.chosen.emit(replace(self._reading, encoding=value))
            case "separator":
                self.chosen.emit(replace(self._reading, separator=value))
            case _:
                self.chosen.emit(replace(self._reading, sheet=value))

    def _drop_down(self, name: str, title: str) -> tuple[DropDown, QWidget]:
        made = DropDown(self._look)
        made.setObjectName(name)
        made.setAccessibleName(title)
        made.setPlaceholderText(tr("choose"))  # where nothing could be read
        part = QWidget()
        line = row(self._look, within=part)
        words = label(unaccelerated(title), "second")
        words.setBuddy(made)
        line.addWidget(words)
        line.addWidget(made)
        self._flow.addWidget(part)
        return made, part


def _select(choice: DropDown, value: str) -> None:
    choice.setCurrentIndex(choice.findData(value))
