"""One pair: how it stands, and under that one of its parts."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from mentordesk.queries.logbooks import PairStrip
from ui.desk import Desk
from ui.language import ntr, say, spoken, tr
from ui.logbooks.columns import STATE_TONES, pair_name
from ui.logbooks.conversations_part import ConversationsPart
from ui.logbooks.parts import CONVERSATIONS, PARTS, RELATION, PartBar, Parts
from ui.logbooks.relation_part import RelationPart
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.chip import Chip
from ui.widgets.frames import column, row, scrolling
from ui.widgets.labels import label
from ui.widgets.page import shortcut


class PairDetail(QFrame):
    done = Signal()  # saved or given up: the focus goes back to the list
    back = Signal()

    def __init__(self, desk: Desk, *, paged: bool) -> None:
        """`paged`: it has the page to itself, and a way back."""
        super().__init__()
        self._paged = paged
        self._strip: PairStrip | None = None
        self.setProperty("kind", "card")
        self.setObjectName("pairDetail")
        look = desk.look
        content: QWidget = self if paged else QWidget()
        inside = column(look, within=content, edge=Space.AROUND)
        if not paged:  # else the page scrolls
            around = column(look, within=self, edge=1)  # the card's own line stays to be seen
            around.addWidget(scrolling(content))
        self._parts = Parts(desk, paged=paged)
        self._parts.done.connect(self.done)
        self._bar = PartBar(look, self.choose)
        self._build_head(desk, inside)
        inside.addWidget(self._bar)
        inside.addWidget(self._parts, 1)
        self.choose(CONVERSATIONS)
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            shortcut(self, keys, partial(self._step, step))

    @property
    def conversations(self) -> ConversationsPart:
        part = self._parts.made(CONVERSATIONS)
        assert isinstance(part, ConversationsPart)
        return part

    @property
    def shown(self) -> str:
        """The key of the part in view."""
        return self._parts.shown

    def show_strip(self, strip: PairStrip | None) -> None:
        """The same pair anew, or another one."""
        self._strip = strip
        if not self._paged:  # else it is shown when somebody goes to it
            self.setVisible(strip is not None)
        if strip is None:
            return
        self._names.setText(pair_name(strip))
        self._state.set(say(strip.sentence), STATE_TONES[strip.state])
        self._standing.setText(_standing(strip))
        self._parts.part.show_strip(strip)

    def choose(self, key: str) -> None:
        """The keyboard stays where it is, so that the arrows can go on."""
        self._parts.choose(key, self._strip)
        self._bar.mark(key)

    def enter(self) -> None:
        self._parts.part.enter()

    def register(self) -> None:
        """Ctrl+N: the form, filled in as the next conversation probably was."""
        if self.shown != CONVERSATIONS:
            self.choose(CONVERSATIONS)
        self.conversations.register()

    def check_relation(self) -> None:
        """Ctrl+R: the form for what both say of the fit."""
        self.choose(RELATION)
        part = self._parts.part
        assert isinstance(part, RelationPart)
        part.add()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.back.emit()
        else:
            super().keyPressEvent(event)

    def _step(self, step: int) -> None:
        keys = [entry.key for entry in PARTS]
        self.choose(keys[(keys.index(self.shown) + step) % len(keys)])
        self._bar.enter(self.shown)  # where a part has nothing to stand on yet
        self.enter()

    def _build_head(self, desk: Desk, inside: QVBoxLayout) -> None:
        look = desk.look
        top = row(look)
        if self._paged:
            top.addWidget(
                button(
                    tr("Back"), self.back.emit, name="backToPairs", kind="quiet", picture="left", look=look, keys="Esc"
                )
            )
        self._names = label("", "heading", wrap=True)
        self._names.setObjectName("pairNames")
        top.addWidget(self._names, 1)
        inside.addLayout(top)
        self._state = Chip(look, "")
        inside.addWidget(self._state, 0, Qt.AlignmentFlag.AlignLeft)
        self._standing = label("", "second", wrap=True)
        self._standing.setObjectName("pairStanding")
        inside.addWidget(self._standing)


def _standing(strip: PairStrip) -> str:
    if strip.minimum:
        held = tr("{held} of {minimum} conversations held", held=strip.held, minimum=strip.minimum)
    else:
        held = ntr("{count} conversation held", "{count} conversations held", strip.held)
    if strip.next_on is None:
        return held
    return tr("{held}; the next is planned for {day}", held=held, day=spoken().date(strip.next_on))
