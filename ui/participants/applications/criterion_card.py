"""One criterion: its state in a chip and a word, what shows it, the team's answer, and an exception made in place."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from mentordesk.domain.criteria import STANDING_NAMES, Measure, Standing
from mentordesk.domain.fields import DateField, NumberField
from mentordesk.domain.own_criteria import MOST
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message
from mentordesk.queries.selection import CriterionRow
from ui.forms.editor import Editor
from ui.forms.editors import editor_for
from ui.language import say, tr
from ui.participants.applications.exception_form import ExceptionForm, named_line
from ui.theme import Look, Space
from ui.widgets.buttons import button
from ui.widgets.chip import Chip
from ui.widgets.flow import Flow
from ui.widgets.frames import column, row
from ui.widgets.labels import label

_TONES = {
    Standing.MET: ("good", "done"),
    Standing.NOT_MET: ("bad", "error"),
    Standing.UNKNOWN: ("plain", "question"),
}
_ANSWERS: tuple[tuple[bool | None, str], ...] = ((True, "yes"), (False, "no"), (None, "unknown"))


class CriterionCard(QFrame):
    answered = Signal(str, object, str)  # key, bool | None, what shows it
    excepted = Signal(str, str, str)  # key, reason, by whom
    exception_taken_back = Signal(str)
    valued = Signal(str, object)  # key, its number or day: int | date | None

    def __init__(self, look: Look, criterion: CriterionRow, *, today: date, locked: bool) -> None:
        """`locked`: nothing can be changed; answering tells its listener all the same, who knows why."""
        super().__init__()
        self.setProperty("kind", "card")
        self.setObjectName(f"criterion_{criterion.key}")
        self._look = look
        self._row = criterion
        lines = self._lines = column(look, within=self, space=Space.WITHIN, edge=Space.AROUND - 4)
        head = row(look)
        self._title = label(say(criterion.title), "strong", wrap=True)
        self._chip = Chip(look, "")
        head.addWidget(self._title, 1)
        head.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignTop)
        lines.addLayout(head)
        self._evidence = label("", "second", wrap=True)
        self._evidence.setObjectName("evidence")
        shown = row(look)
        shown.addWidget(self._evidence, 1)
        self._more = button(tr("Answer …"), self._open_answers, name=f"answer_{criterion.key}", kind="link")
        self._more.setAccessibleName(tr("Answer “{title}”", title=criterion.title))
        shown.addWidget(self._more)
        lines.addLayout(shown)
        self._value = self._value_editor(criterion, today, locked=locked)
        if self._value is not None:
            lines.addWidget(self._value)
        self._exception = label("", "second", wrap=True)
        self._exception.setObjectName("exceptionMade")
        lines.addWidget(self._exception)
        self._buttons: dict[str, QPushButton] = {}
        self._open: QPushButton | None = None
        self._back: QPushButton | None = None
        self._answers: QWidget | None = None  # made where something is to be answered: most is settled
        self._note = named_line(tr("What shows it"), f"note_{criterion.key}")
        self._note.editingFinished.connect(self.leave)
        lines.addWidget(self._note)
        self._asking: ExceptionForm | None = None  # made when it is asked for: most never are
        self._note.setReadOnly(locked)

    def show_criterion(self, criterion: CriterionRow, *, fresh: bool) -> None:
        """`fresh`: of another person; else what is typed stays."""
        self._row = criterion
        tone, picture = _TONES[criterion.standing]
        if criterion.exception is not None:
            self._chip.set(tr("exception"), "warn", "flag")
        else:
            self._chip.set(say(STANDING_NAMES[criterion.standing]), tone, picture)
        self.setAccessibleName(tr("{title}: {state}", title=criterion.title, state=self._chip.text))
        self._evidence.setText(say(criterion.evidence))
        self._say_exception(criterion)
        self._mark_answer()
        if fresh:
            self._put_answers(criterion.standing is not Standing.MET and criterion.exception is None)
        answering = self._answers is not None and not self._answers.isHidden()
        self._note.setVisible(criterion.answer is not None and answering)
        if fresh or not self._note.hasFocus():
            self._note.setText(criterion.note)
        if fresh and self._asking is not None:
            self._asking.close_empty()
        if self._value is not None and (fresh or not self._value.touched):
            self._value.show_value(criterion.number if criterion.measure is Measure.NUMBER else criterion.day)

    def leave(self) -> None:
        """A note beside the answer is kept."""
        if self._row.answer is not None and self._note.text().strip() != self._row.note:
            self.answered.emit(self._row.key, self._row.answer, self._note.text())
        if self._value is not None:
            self._value.leave()

    def close_exception(self) -> None:
        if self._asking is not None:
            self._asking.close_empty()
        if self._open is not None:
            self._open.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, reason: Message) -> None:
        if self._asking is not None:
            self._asking.refuse(reason)

    def _make_answers(self) -> QWidget:
        made_of = QWidget()
        flow = Flow(self._look.px(Space.WITHIN), made_of)
        words = {"yes": tr("Yes"), "no": tr("No"), "unknown": tr("Not known")}
        for answer, name in _ANSWERS:
            made = button(words[name], lambda one=answer: self._answer(one), name=f"{name}_{self._row.key}")  # type: ignore[misc]  # a default binds it now
            made.setAccessibleName(tr("{title}: {state}", title=self._row.title, state=words[name]))
            made.setCheckable(True)
            self._buttons[name] = made
            flow.addWidget(made)
        self._open = button(tr("Make an exception …"), self._ask_reason, name=f"except_{self._row.key}", kind="link")
        flow.addWidget(self._open)
        self._back = button(
            tr("Take back the exception"),
            lambda: self.exception_taken_back.emit(self._row.key),
            name=f"takeBackException_{self._row.key}",
            kind="link",
        )
        flow.addWidget(self._back)
        self._lines.insertWidget(self._lines.indexOf(self._note), made_of)
        self._name_exception()
        return made_of

    def _make_asking(self) -> ExceptionForm:
        made = ExceptionForm(self._look, self._row.key)
        made.told.connect(self._tell_exception)
        made.left.connect(self.close_exception)
        self._lines.addWidget(made)
        return made

    def _say_exception(self, criterion: CriterionRow) -> None:
        made = criterion.exception
        self._exception.setVisible(made is not None)
        self._name_exception()
        if made is None:
            return
        if made.on is None:
            self._exception.setText(tr("Exception by {by}: {reason}", by=made.by, reason=made.reason))
        else:
            text = tr("Exception by {by} on {day}: {reason}", by=made.by, day=made.on, reason=made.reason)
            self._exception.setText(text)

    def _name_exception(self) -> None:
        if self._open is not None:
            changes = self._row.exception is not None
            self._open.setText(tr("Change the exception …") if changes else tr("Make an exception …"))
        if self._back is not None:
            self._back.setVisible(self._row.exception is not None)

    def _value_editor(self, criterion: CriterionRow, today: date, *, locked: bool) -> Editor | None:
        """For a criterion that asks for a number or a day."""
        key = f"value_{criterion.key}"
        if criterion.measure is Measure.NUMBER:
            made = editor_for(NumberField(key, criterion.title, low=0, high=MOST), self._look, today=today)
        elif criterion.measure is Measure.DAY:
            made = editor_for(DateField(key, criterion.title), self._look, today=today)
        else:
            return None
        made.set_read_only(locked)
        made.left.connect(self._tell_value)
        return made

    def _tell_value(self) -> None:
        editor = self._value
        assert editor is not None
        try:
            value = editor.read()
        except Refused as no:
            editor.mark(no.message)
            return
        editor.show_value(value)
        self.valued.emit(self._row.key, value)

    def _answer(self, answer: bool | None) -> None:
        self._mark_answer()  # the file says what is answered, not the click
        if answer is not self._row.answer:
            self.answered.emit(self._row.key, answer, self._note.text() if answer is not None else "")

    def _mark_answer(self) -> None:
        """The team's answer; where there is none and the file tells it by itself, no button is down."""
        if not self._buttons:
            return
        for answer, name in _ANSWERS:
            unknown = answer is None and self._row.standing is not Standing.UNKNOWN
            self._buttons[name].setChecked(self._row.answer is answer and not unknown)

    def _open_answers(self) -> None:
        self._put_answers(True)
        self._buttons["yes"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_answers(self, shown: bool) -> None:
        """What is settled is answered again only by whoever asks for it."""
        if shown and self._answers is None:
            self._answers = self._make_answers()
            self._mark_answer()
        if self._answers is not None:
            self._answers.setVisible(shown)
        self._more.setVisible(not shown)
        self._note.setVisible(shown and self._row.answer is not None)

    def _ask_reason(self) -> None:
        self._asking = self._asking or self._make_asking()
        self._asking.begin(self._row.exception)

    def _tell_exception(self, reason: str, by: str) -> None:
        self.excepted.emit(self._row.key, reason, by)
