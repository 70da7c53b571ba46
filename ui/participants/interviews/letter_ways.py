"""One letter handed over at once: to the clipboard, or as a message opened in the mail program. Both are noted."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from mentordesk.actions.files import Store
from mentordesk.actions.letters import hand_over, why_not
from mentordesk.domain.letter_ways import LetterWay
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message, msg
from mentordesk.messages.mail_link import mail_link
from mentordesk.queries.letters import Addressee
from ui.desk import Desk, NoticeKind
from ui.language import tr
from ui.widgets.buttons import button
from ui.widgets.frames import row

_FORGOTTEN_AFTER = 60_000  # ms: what is copied of somebody does not stay on the clipboard (trust 5.8)


class LetterWays(QWidget):
    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._letter: Addressee | None = None
        self._copied = ""
        self._forget = QTimer(self)
        self._forget.setSingleShot(True)
        self._forget.setInterval(_FORGOTTEN_AFTER)
        self._forget.timeout.connect(self.forget)
        line = row(desk.look, within=self)
        line.addWidget(button(tr("Copy"), self.copy, name="letterCopy", kind="quiet"))
        line.addWidget(button(tr("Open as a message"), self.open, name="letterMail", kind="quiet"))

    def show_letter(self, letter: Addressee) -> None:
        self._letter = letter

    def copy(self) -> None:
        """Subject and text, to be put into whatever one writes with."""
        each = self._ready()
        if each is not None:
            self._hand_over(each, LetterWay.COPIED, self._put_down)

    def open(self) -> None:
        """A message to its one reader in the mail program; papers do not go with it."""
        each = self._ready()
        if each is None:
            return
        try:
            link = mail_link(each.letter, each.email)
        except Refused as no:
            self._desk.tell(no.message, NoticeKind.WARNING)
            return
        self._hand_over(each, LetterWay.MAILTO, partial(self._open, link))

    def forget(self) -> None:
        """Takes the letter from the clipboard, unless somebody copied something else since."""
        clipboard = QGuiApplication.clipboard()
        if self._copied and clipboard.text() == self._copied:
            clipboard.clear()
        self._copied = ""

    def _ready(self) -> Addressee | None:
        each = self._letter
        if each is None or not self._desk.may_change():
            return None
        reason = why_not(each)
        if reason is None and each.enclosures:
            reason = msg("Papers cannot go with it in this way. Save the draft instead.")
        if reason is not None:
            self._desk.tell(reason, NoticeKind.WARNING)
            return None
        return each

    def _hand_over(self, each: Addressee, way: LetterWay, then: Callable[[Addressee], None]) -> None:
        def done(store: Store) -> Addressee:
            return hand_over(store, each.id, each.letter.kind, way)

        self._desk.work.change(done, then)

    def _put_down(self, each: Addressee) -> None:
        self._copied = f"{each.letter.subject}\n\n{each.letter.body}"
        QGuiApplication.clipboard().setText(self._copied)
        self._forget.start()
        self._tell(msg("Copied. It stays on the clipboard for a minute."))

    def _open(self, link: str, _: Addressee) -> None:
        if not QDesktopServices.openUrl(QUrl.fromEncoded(link.encode())):
            self._tell(msg("No mail program answers. Save the draft, or copy the letter."))

    def _tell(self, sentence: Message) -> None:
        self._desk.tell(sentence)
