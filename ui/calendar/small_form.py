"""A form in the side pane: what it is for, its fields, one main button and the way back.

Enter in a line presses the button.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from mentordesk.domain.fields import Field, FieldValue
from mentordesk.domain.refusals import Refused
from mentordesk.domain.wall_clock import NoSuchTime
from mentordesk.i18n.message import Message
from ui.forms.form import Form, Heading, Row
from ui.language import say, tr
from ui.theme import Look, Space
from ui.widgets.buttons import button
from ui.widgets.flow import Flow
from ui.widgets.frames import column, row
from ui.widgets.labels import label
from ui.widgets.page import shortcut


class SmallForm(QWidget):
    submitted = Signal(object)  # Mapping[str, FieldValue], all of which the fields take
    given_back = Signal()  # Esc or the second button

    def __init__(
        self,
        look: Look,
        *,
        heading: Message,
        text: Message | None = None,
        fields: Sequence[Field | Row | Heading] = (),
        today: date,
        main: Message,
        name: str,
        box: Message | None = None,
    ) -> None:
        """`box`: the words of a check box, for what is off unless somebody says so."""
        super().__init__()
        self.setObjectName(name)
        self._look = look
        outer = column(look, within=self)
        outer.setContentsMargins(look.px(16), look.px(16), look.px(16), look.px(16))
        outer.addWidget(label(say(heading), "heading", wrap=True))
        if text is not None:
            outer.addWidget(label(say(text), "second", wrap=True))
        self.form = Form(look, fields, today=today, name=f"{name}Fields", edge=0)
        self.form.submitted.connect(self.submit)
        self.form.submit_by_enter()
        if fields:
            outer.addSpacing(look.px(Space.BETWEEN))
            outer.addWidget(self.form, 1)
        else:
            self.form.setParent(self)
            self.form.hide()
        self.box = QCheckBox() if box is not None else None
        if self.box is not None and box is not None:
            self.box.setObjectName(f"{name}Box")
            self.box.setAccessibleName(say(box))
            line = row(look)
            line.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
            words = label(say(box), wrap=True)
            words.setBuddy(self.box)
            line.addWidget(words, 1)
            outer.addLayout(line)
        self._offer = button("", self._take_offer, name=f"{name}Offer")
        self._offered: NoSuchTime | None = None
        self._offer.hide()
        buttons = Flow(look.px(Space.BETWEEN))
        buttons.addWidget(self._offer)
        self._main = button(say(main), self.submit, name=f"{name}Main", kind="main")
        buttons.addWidget(self._main)
        buttons.addWidget(button(tr("Not now"), self.given_back.emit, name=f"{name}Back"))
        outer.addSpacing(look.px(Space.BETWEEN))
        outer.addLayout(buttons)
        if not fields:
            outer.addStretch(1)
        shortcut(self, "Esc", self.given_back.emit)
        for keys in () if fields else ("Ctrl+Return", "Ctrl+Enter"):  # fields bring their own
            shortcut(self, keys, self.submit)

    @property
    def checked(self) -> bool:
        return self.box is not None and self.box.isChecked()

    def begin(self, values: Mapping[str, FieldValue], first: str = "") -> None:
        """Shows values, and gives the focus to a field; without one to the check box or the button."""
        self.form.show_values(values)
        if first:
            self.form.stand_in(first)
        else:
            (self.box or self._main).setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on_typing(self, key: str) -> None:
        """Behind what is written already."""
        control = self.form.editor(key).control
        if isinstance(control, QLineEdit):
            control.end(False)

    def refuse(self, no: Refused, key: str) -> None:
        """What the action said stands at the field that it is about; a time that is offered is a button."""
        key = self.field_of(no, key)
        self.form.mark(key, no.message)
        if isinstance(no, NoSuchTime):
            self._offered = no
            words = tr("Take {time}", time=no.next.time())
            self._offer.setText(words)
            self._offer.setAccessibleName(words)
            self._offer.show()
            self._offer.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.form.focus(key)

    def field_of(self, no: Refused, key: str) -> str:
        """The one in which the missing time was written, else `key`."""
        values = self.form.values()
        if not isinstance(no, NoSuchTime) or values is None:
            return key
        missing = f"{no.wall:%H:%M}"
        return next((each for each, value in values.items() if value == missing), key)

    def _take_offer(self) -> None:
        """The next time that exists goes where the missing one stood; what was to last an hour still does."""
        values, offered = self.form.values(), self._offered
        if values is None or offered is None:
            return
        self.form.show_values(self.with_offer(offered, values))
        self.submit()

    def with_offer(self, offered: NoSuchTime, values: Mapping[str, FieldValue]) -> Mapping[str, FieldValue]:
        """The answers with the time that was offered in them."""
        missing, there = f"{offered.wall:%H:%M}", f"{offered.next:%H:%M}"
        known = dict(values)
        if known.get("from") == missing and known.get("until"):
            ends = datetime.combine(offered.wall, time.fromisoformat(str(known["until"])))
            known["until"] = f"{offered.next + (ends - offered.wall):%H:%M}"
        return {key: there if value == missing else value for key, value in known.items()}

    def submit(self) -> None:
        self._offer.hide()
        values = self.form.values()
        if values is not None:
            self.submitted.emit(values)
