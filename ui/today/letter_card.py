"""What would be written about a task, to whom and in which language, before anything is; one button writes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from mentordesk.i18n.message import Message
from mentordesk.matching.tongues import TONGUES
from mentordesk.messages.letters import LetterKind, letter_name
from mentordesk.queries.letters import Addressee
from ui.language import ntr, say, tr
from ui.theme import Look, Space
from ui.widgets.buttons import button
from ui.widgets.frames import column, row, scrolling
from ui.widgets.labels import label
from ui.widgets.page import shortcut

_TEXT, _TEXT_IN_LARGE_TYPE, _LARGE = 190, 120, 150  # px at 100 %, and the zoom from which room is scarce


@dataclass(frozen=True, slots=True)
class PreparedLetter:
    """`why_not`: the reason why it is not written as it is."""

    to: Addressee
    why_not: Message | None = None


class LetterCard(QFrame):
    wanted = Signal()  # write them
    given_back = Signal()

    def __init__(self, look: Look, kind: LetterKind, letters: Sequence[PreparedLetter], about: str) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setObjectName("letterCard")
        heading = say(letter_name(kind))
        self.setAccessibleName(heading)
        ready = sum(each.why_not is None for each in letters)
        down = column(look, within=self, space=Space.BETWEEN, edge=Space.AROUND)
        told = QWidget()
        above = column(look, within=told, space=Space.BETWEEN)
        above.addWidget(label(heading, "heading", wrap=True))
        if about:
            above.addWidget(label(about, "second", wrap=True))
        for each in letters:
            words = label(_to(each), "" if each.why_not is None else "wrong", wrap=True)
            words.setObjectName("letterReader")
            above.addWidget(words)
        self.text = QPlainTextEdit("\n\n".join(_whole(each) for each in letters))
        self.text.setObjectName("letterText")
        self.text.setAccessibleName(tr("What will be written"))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.text.setFixedHeight(look.px(_TEXT if look.zoom < _LARGE else _TEXT_IN_LARGE_TYPE))
        above.addWidget(self.text)
        nothing_sent = tr("Nothing is sent: drafts are put in a folder that you choose, for your own mail program.")
        above.addWidget(label(nothing_sent, "second", wrap=True))
        if look.zoom < _LARGE:
            down.addWidget(told)
        else:  # the button stays in view
            area = scrolling(told)
            area.setFixedHeight(look.px(_TEXT_IN_LARGE_TYPE))
            down.addWidget(area)
        buttons = row(look)
        write = ntr("Write {count} draft …", "Write {count} drafts …", ready)
        self._main = button(write, self.wanted.emit, name="letterCardMain", kind="main")
        self._main.setEnabled(bool(ready))
        self._back = button(tr("Not now"), self.given_back.emit, name="letterCardBack", keys="Esc")
        buttons.addWidget(self._main)
        buttons.addWidget(self._back)
        buttons.addStretch()
        down.addLayout(buttons)
        shortcut(self, "Esc", self.given_back.emit)

    def begin(self) -> None:
        """One stands on the button, so that Enter goes on."""
        (self._main if self._main.isEnabled() else self._back).setFocus(Qt.FocusReason.TabFocusReason)


def _to(prepared: PreparedLetter) -> str:
    to, why_not = prepared.to, prepared.why_not
    if why_not is not None:
        return tr("Not written. {reason}", reason=why_not)
    line = tr("To {name}, in {language}", name=to.name or to.about, language=TONGUES[to.letter.language])
    address = to.email or tr("no address is known: write it into the draft")
    before = "" if to.written_on is None else tr("written before, on {day}", day=to.written_on)
    return " · ".join(filter(None, (line, address, before)))


def _whole(prepared: PreparedLetter) -> str:
    to = prepared.to
    head = tr("To: {name}", name=to.name or to.about)
    return "\n".join((head, tr("Subject: {subject}", subject=to.letter.subject), "", to.letter.body))
