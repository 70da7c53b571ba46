"""The form in which a conversation is registered or corrected: when, how long, in what form, and two yes-or-nos.

There is no field for what was said, and none may be added (R60): of a new one a topic, and the answer at check-out,
where the mentee lets them be kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QPushButton, QVBoxLayout, QWidget

from mentordesk.domain.fields import (
    ChoiceField,
    Choices,
    DateField,
    Field,
    FieldValue,
    NumberField,
    TextField,
    YesNoField,
)
from mentordesk.domain.logbooks import WHO_SEES_IT
from mentordesk.domain.privacy import TOPIC_LENGTH
from mentordesk.domain.programmes import MODE_NAMES, Mode
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message, msg
from ui.forms.editor import Editor
from ui.forms.editors import editor_for
from ui.language import say, tr
from ui.theme import Look, Space
from ui.widgets.buttons import button
from ui.widgets.frames import column, row
from ui.widgets.labels import label, unaccelerated

_MODES = Choices(tuple((mode, name, "") for mode, name in MODE_NAMES.items()))
HELD_ON = DateField("held_on", msg("Date"))
MINUTES = NumberField("minutes", msg("Length in minutes"), low=1, high=1440)
MODE = ChoiceField("mode", msg("Form"), choices=_MODES)
PLACE = TextField("place", msg("Place"))
_FIELDS: tuple[tuple[Field, int, int], ...] = ((HELD_ON, 0, 0), (MINUTES, 0, 1), (MODE, 1, 0), (PLACE, 1, 1))
SHARED_TOPIC = TextField("shared_topic", msg("Topic, if the mentee shares it"), length=TOPIC_LENGTH)
CHECK_OUT = YesNoField("check_out", msg("Worth meeting again, if the mentee shares it"))
_SHARED: tuple[tuple[Field, int, int], ...] = ((SHARED_TOPIC, 0, 0), (CHECK_OUT, 1, 0))


@dataclass(frozen=True, slots=True)
class Told:
    """What the form holds when it is left with Enter."""

    held_on: date
    minutes: int | None = None
    mode: Mode | None = None
    place: str = ""
    topic_sent: bool = False
    summary_written: bool = False
    check_out: bool | None = None
    shared_topic: str = ""


class ConversationForm(QFrame):
    """Enter saves from wherever the focus is, Esc gives up; what is written stays when it is refused."""

    saved = Signal(object)  # Told
    given_up = Signal()

    def __init__(self, look: Look, today: date, *, sharing: bool) -> None:
        """`sharing`: also for what the mentee shares at once; later it is noted among what is shared."""
        super().__init__()
        self.setProperty("kind", "card")
        self.setObjectName("conversationForm")
        self._today = today
        self._editors: dict[str, Editor] = {}
        self._waiting = False
        self._save_then = False
        inside: QVBoxLayout = column(look, within=self, edge=Space.AROUND - 4)
        self._heading = label("", "strong", wrap=True)
        inside.addWidget(self._heading)
        inside.addLayout(self._fields(look, _FIELDS))
        self._topic = self._tick(tr("Topic sent in advance"), "topic_sent")
        self._summary = self._tick(tr("Summary written"), "summary_written")
        inside.addWidget(self._topic)
        inside.addWidget(self._summary)
        if sharing:
            inside.addLayout(self._fields(look, _SHARED))
            seen = tr("Kept with the mentee’s consent of today.")
            inside.addWidget(label(" ".join((seen, say(WHO_SEES_IT))), "caption", wrap=True))
        buttons = row(look)
        self._save: QPushButton = button(tr("Save"), self._on_save, name="saveConversation", kind="main", keys="Return")
        buttons.addWidget(self._save)
        buttons.addWidget(button(tr("Cancel"), self.given_up.emit, name="cancelConversation", keys="Esc"))
        buttons.addStretch()
        inside.addLayout(buttons)

    @property
    def touched(self) -> bool:
        return any(editor.touched for editor in self._editors.values()) or self._ticks() != self._shown_ticks

    @property
    def first(self) -> QWidget:
        """Where writing begins."""
        return self._editors[HELD_ON.key].control

    def open(self, heading: str) -> None:
        """Empty, until `fill` comes; an Enter that is quicker than that saves what comes."""
        self._heading.setText(heading)
        self.setAccessibleName(heading)
        self._waiting, self._save_then = True, False
        self._write({}, topic_sent=False, summary_written=False)
        self.show()
        self._focus(HELD_ON.key)

    def fill(self, told: Told) -> None:
        values: dict[str, FieldValue] = {
            HELD_ON.key: told.held_on,
            MINUTES.key: told.minutes,
            MODE.key: told.mode,
            PLACE.key: told.place,
        }
        self._write(values, topic_sent=told.topic_sent, summary_written=told.summary_written)
        self._waiting = False
        self._focus(HELD_ON.key)
        if self._save_then:
            self._on_save()

    def refuse(self, reason: Message) -> None:
        """All that an action refuses and no field does is about the day."""
        self._editors[HELD_ON.key].mark(reason)
        self._focus(HELD_ON.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._on_save()
            case Qt.Key.Key_Escape:
                self.given_up.emit()
            case _:
                super().keyPressEvent(event)

    def _fields(self, look: Look, fields: Sequence[tuple[Field, int, int]]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.px(Space.AROUND))
        grid.setVerticalSpacing(look.px(Space.BETWEEN))
        for field, line, place in fields:
            editor = editor_for(field, look, today=self._today)
            self._editors[field.key] = editor
            words = label(unaccelerated(say(field.title)), "second")
            words.setBuddy(editor.control)
            stacked = column(look, space=Space.WITHIN)
            stacked.addWidget(words)
            stacked.addWidget(editor)
            stacked.addStretch()
            grid.addLayout(stacked, line, place)
        grid.setColumnStretch(0, 3)
        if fields is _FIELDS:
            grid.setColumnStretch(1, 2)
        return grid

    def _tick(self, words: str, name: str) -> QCheckBox:
        made = QCheckBox(unaccelerated(words))
        made.setObjectName(name)
        made.setAccessibleName(words)
        return made

    def _write(self, values: Mapping[str, FieldValue], *, topic_sent: bool, summary_written: bool) -> None:
        for key, editor in self._editors.items():
            editor.show_value(values.get(key))
        self._topic.setChecked(topic_sent)
        self._summary.setChecked(summary_written)
        self._shown_ticks = self._ticks()

    def _ticks(self) -> tuple[bool, bool]:
        return self._topic.isChecked(), self._summary.isChecked()

    def _on_save(self) -> None:
        if self._waiting:
            self._save_then = True
            return
        told = self._read()
        if told is not None:
            self.saved.emit(told)

    def _read(self) -> Told | None:
        """None where a field refuses: it is marked, and the first one has the focus."""
        values: dict[str, FieldValue] = {}
        wrong: list[str] = []
        for key, editor in self._editors.items():
            try:
                values[key] = editor.read()
                if key == HELD_ON.key and values[key] is None:
                    raise Refused(msg("This must be filled in."))
            except Refused as no:
                editor.mark(no.message)
                wrong.append(key)
            else:
                editor.mark(None)
        if wrong:
            self._focus(wrong[0])
            return None
        held_on, minutes, mode, place = (values[field.key] for field, _, _ in _FIELDS)
        assert isinstance(held_on, date)
        return Told(
            held_on,
            minutes if isinstance(minutes, int) else None,
            mode if isinstance(mode, Mode) else None,
            place if isinstance(place, str) else "",
            *self._ticks(),
            *self._shared(values),
        )

    def _shared(self, values: Mapping[str, FieldValue]) -> tuple[bool | None, str]:
        worth = values.get(CHECK_OUT.key)
        return worth if isinstance(worth, bool) else None, str(values.get(SHARED_TOPIC.key) or "")

    def _focus(self, key: str) -> None:
        self._editors[key].control.setFocus(Qt.FocusReason.OtherFocusReason)
