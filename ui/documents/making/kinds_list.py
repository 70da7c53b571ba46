"""The kinds of papers at the left, by the occasion on which they are asked for; typing filters them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QListWidget, QListWidgetItem, QWidget

from mentordesk.documents.kinds import Declared, Occasion
from mentordesk.documents.registry import ALL_KINDS
from mentordesk.domain.cleaning import folded
from ui.documents.words import OCCASION_NAMES
from ui.forms.choosing import DropDown
from ui.language import say, tr
from ui.theme import Look, Size, Space
from ui.widgets.frames import column
from ui.widgets.labels import plain_tip
from ui.widgets.search_box import SearchBox
from ui.widgets.views import NARROW_FROM

_KEY = Qt.ItemDataRole.UserRole
_WIDE = 300  # px at 100 %
ORDER = tuple(kind for occasion in Occasion for kind in ALL_KINDS if kind.occasion is occasion)


class KindsList(QWidget):
    """In large type there is no room for two things beside each other: one line to choose from instead."""

    chosen = Signal(str)  # a kind's key
    entered = Signal()  # Enter, or to the right: on to those it is for
    given_back = Signal()  # Esc in an empty filter

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("kindsList")
        lines = column(look, within=self, space=Space.BETWEEN)
        self.search = SearchBox(look, tr("Filter the papers"), tr("Filter the papers"))
        self._list = QListWidget()
        self._line = DropDown(look)
        for made in (self._list, self._line):
            made.setAccessibleName(tr("Kinds of papers"))
        self._narrow = look.zoom >= NARROW_FROM
        if self._narrow:
            self._fill_line(look)
            lines.addWidget(self._line)
        else:
            self._fill_list(look)
            lines.addWidget(self.search)
            lines.addWidget(self._list, 1)
            self.setFixedWidth(look.px(_WIDE))

    @property
    def current(self) -> str:
        if self._narrow:
            return str(self._line.currentData() or "")
        return str(self._list.currentItem().data(_KEY) or "") if self._list.currentRow() >= 0 else ""

    def choose(self, key: str) -> None:
        """Tells it where it is another one."""
        if self._narrow:
            self._line.setCurrentIndex(self._line.findData(key))
            return
        for item in self._kinds():
            if item.data(_KEY) == key:
                item.setHidden(False)
                self._list.setCurrentItem(item)

    def enter(self) -> None:
        (self._line if self._narrow else self._list).setFocus(Qt.FocusReason.OtherFocusReason)

    def clear_filter(self) -> bool:
        """Whether there was one."""
        there = bool(self.search.text())
        self.search.clear()
        self._filter("")
        return there

    def _fill_line(self, look: Look) -> None:
        self._line.setObjectName("kindChoice")
        self._line.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for kind in ORDER:
            occasion = say(OCCASION_NAMES[kind.occasion])
            self._line.addItem(tr("{occasion}: {paper}", occasion=occasion, paper=kind.title), kind.key)
        self._line.currentIndexChanged.connect(lambda _: self.chosen.emit(self.current))

    def _fill_list(self, look: Look) -> None:
        self._list.setObjectName("kinds")
        self._list.setTabKeyNavigation(False)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setStyleSheet(f"QListWidget::item {{ min-height: {look.row_height}px; border: 0; }}")
        for occasion in Occasion:
            kinds = [kind for kind in ORDER if kind.occasion is occasion]
            if kinds:
                self._list.addItem(_heading(look, say(OCCASION_NAMES[occasion])))
            for kind in kinds:
                self._list.addItem(_item(kind))
        self._list.currentItemChanged.connect(self._on_current)
        self._list.itemActivated.connect(lambda _: self.entered.emit())
        self.search.typed.connect(self._filter)
        self.search.left_down.connect(self.enter)
        self.search.given_back.connect(self.given_back)

    def _kinds(self) -> Iterable[QListWidgetItem]:
        items = (self._list.item(at) for at in range(self._list.count()))
        return [item for item in items if item.data(_KEY)]

    def _on_current(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(_KEY):
            self.chosen.emit(str(item.data(_KEY)))

    def _filter(self, typed: str) -> None:
        """A heading stays while one of its kinds does."""
        words = folded(typed).split()
        heading: QListWidgetItem | None = None
        for at in range(self._list.count()):
            item = self._list.item(at)
            if not item.data(_KEY):
                heading = item
                heading.setHidden(True)
                continue
            fits = all(word in folded(item.text()) for word in words)
            item.setHidden(not fits)
            if fits and heading is not None:
                heading.setHidden(False)
        first = next((item for item in self._kinds() if not item.isHidden()), None)
        if first is not None and (self._list.currentRow() < 0 or self._list.currentItem().isHidden()):
            self._list.setCurrentItem(first)


def _heading(look: Look, text: str) -> QListWidgetItem:
    made = QListWidgetItem(text)
    made.setFlags(Qt.ItemFlag.ItemIsEnabled)
    made.setFont(look.font(Size.CAPTION, strong=True))
    made.setForeground(look.colour("ink_2"))
    made.setFlags(Qt.ItemFlag.NoItemFlags)
    return made


def _item(kind: Declared) -> QListWidgetItem:
    made = QListWidgetItem(say(kind.title))
    made.setData(_KEY, kind.key)
    made.setToolTip(plain_tip(say(kind.title)))
    return made
