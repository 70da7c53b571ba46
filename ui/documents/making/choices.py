"""The line of choices over the list: which meeting, in which language, and in what order."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mentordesk.domain.ids import MeetingId
from mentordesk.i18n.languages import LANGUAGES, LanguageCode
from mentordesk.queries.batches import ORDER_NAMES, MeetingChoice, Order
from ui.forms.choosing import DropDown
from ui.language import say, spoken, tr
from ui.theme import Look, Space
from ui.widgets.flow import Flow

_LONGEST = 44  # letters of a meeting's title in the line


class Choices(QWidget):
    meeting_chosen = Signal()
    order_chosen = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("makingChoices")
        flow = Flow(look.px(Space.BETWEEN), self)
        self._meeting = self._drop_down(look, "meetingChoice", tr("Meeting"))
        self._language = self._drop_down(look, "languageChoice", tr("Language of the papers"))
        self._language.addItem(tr("Each in the reader's language"), "")
        for known in LANGUAGES:
            self._language.addItem(known.own_name, known.code.value)
        self._order = self._drop_down(look, "orderChoice", tr("Order of the papers"))
        for order, name in ORDER_NAMES.items():
            self._order.addItem(say(name), order.value)
        for widget in (self._meeting, self._language, self._order):
            flow.addWidget(widget)
        self._meeting.currentIndexChanged.connect(lambda _: self.meeting_chosen.emit())
        self._order.currentIndexChanged.connect(lambda _: self.order_chosen.emit())

    @property
    def meeting(self) -> MeetingId | None:
        return MeetingId(str(self._meeting.currentData())) if self._meeting.currentData() else None

    @property
    def languages(self) -> tuple[LanguageCode, ...] | None:
        code = str(self._language.currentData() or "")
        return (LanguageCode(code),) if code else None

    @property
    def order(self) -> Order:
        return Order(str(self._order.currentData()))

    def offer(self, meetings: Sequence[MeetingChoice], chosen: MeetingId | None, *, of_people: bool) -> None:
        """`of_people`: there are names to be sorted."""
        self._meeting.blockSignals(True)
        self._meeting.clear()
        for each in meetings:
            title = say(each.title)
            short = title if len(title) <= _LONGEST else title[: _LONGEST - 1] + "…"
            self._meeting.addItem(tr("{day}: {title}", day=spoken().date(each.first), title=short), each.id)
        self._meeting.setCurrentIndex(max(0, self._meeting.findData(chosen)))
        self._meeting.blockSignals(False)
        self._meeting.setVisible(bool(meetings))
        self._order.setVisible(of_people)

    def _drop_down(self, look: Look, name: str, said: str) -> DropDown:
        made = DropDown(look)
        made.setObjectName(name)
        made.setAccessibleName(said)
        return made
