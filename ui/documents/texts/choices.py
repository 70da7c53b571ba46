"""Which text, in which language and version; and whether what is seen is ours, the programme's or not kept yet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from mentordesk.i18n.languages import LanguageCode, language
from mentordesk.messages.editable_texts import editable_texts
from mentordesk.queries.own_texts import TextInEdit, TextRow, Version
from ui.language import say, spoken, tr
from ui.theme import Look, Space
from ui.widgets.chip import Chip
from ui.widgets.flow import Flow
from ui.widgets.frames import row
from ui.widgets.labels import label, unaccelerated

_LINE = 30  # px at 100 %


class TextChoices(QWidget):
    chosen = Signal()  # another text or language
    version_chosen = Signal(int)  # 0 is the original that is no version

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        line = Flow(look.px(Space.BETWEEN), self)
        self._texts = self._choice(line, tr("Text"), "textChoice")
        for text in editable_texts():
            self._texts.addItem(say(text.title), text.key)
        self._languages = self._choice(line, tr("Language"), "textLanguage")
        self._versions = self._choice(line, tr("Version"), "textVersion")
        self._state = Chip(look, "")
        self._state.setObjectName("textState")
        beside = QWidget()
        beside.setMinimumHeight(look.px(_LINE))
        row(look, within=beside).addWidget(self._state)
        line.addWidget(beside)
        self._texts.activated.connect(lambda _: self.chosen.emit())
        self._languages.activated.connect(lambda _: self.chosen.emit())
        self._versions.activated.connect(lambda _: self.version_chosen.emit(int(self._versions.currentData())))

    @property
    def key(self) -> str:
        return str(self._texts.currentData())

    @property
    def code(self) -> LanguageCode | None:
        """None before the programme's languages are known."""
        told = self._languages.currentData()
        return LanguageCode(str(told)) if told else None

    def enter(self) -> None:
        self._texts.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer(self, rows: Sequence[TextRow], languages: Sequence[LanguageCode], shown: TextInEdit) -> None:
        """A text with words of its own says in which languages."""
        for at, each in enumerate(rows):
            own, title = ", ".join(each.own), say(each.text.title)
            self._texts.setItemText(at, f"{title} ({own})" if own else title)
        there = [self._languages.itemData(at) for at in range(self._languages.count())]
        if there != [code.value for code in languages]:
            self._languages.clear()
            for code in languages:
                self._languages.addItem(language(code).own_name, code.value)
        self._languages.setCurrentIndex(self._languages.findData(shown.language.value))
        self._versions.clear()
        for version in shown.versions:
            self._versions.addItem(_called(version), version.number)
        if not any(version.original for version in shown.versions):
            self._versions.addItem(tr("The original"), 0)
        self._versions.setEnabled(self._versions.count() > 1)

    def show_state(self, *, unkept: bool, own: bool) -> None:
        if unkept:
            self._state.set(tr("Not kept yet"), "warn")
        elif own:
            self._state.set(tr("Own words"), "accent")
        else:
            self._state.set(tr("The original"), "plain")

    def _choice(self, line: Flow, title: str, name: str) -> QComboBox:
        made = QComboBox()
        made.setObjectName(name)
        made.setAccessibleName(title)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        words = label(unaccelerated(title), "second")
        words.setMinimumHeight(self._look.px(_LINE))
        words.setBuddy(made)
        together = QWidget()
        beside = row(self._look, within=together)
        beside.addWidget(words)
        beside.addWidget(made)
        line.addWidget(together)
        return made


def _called(version: Version) -> str:
    when = spoken().show(version.made_at.astimezone())
    if version.original:
        return tr("{number}: the original, {when}", number=version.number, when=when)
    if version.made_by:
        return tr("{number}: {when}, {name}", number=version.number, when=when, name=version.made_by)
    return tr("{number}: {when}", number=version.number, when=when)
