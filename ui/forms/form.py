"""A form out of Fields, one column, labels above; there is no Save button: each field tells when it was left.

How one field is edited is the matter of its editor (editors.py). What is done with a value is the page's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QLineEdit, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from mentordesk.domain.fields import Field, FieldValue
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message, Sayable, msg
from ui.forms.editor import Editor
from ui.forms.editors import editor_for
from ui.forms.letters import with_letters
from ui.forms.reason import ReasonLine
from ui.language import say, tr
from ui.theme import Look, Space
from ui.widgets.frames import column, scrolling
from ui.widgets.labels import label, unaccelerated


@dataclass(frozen=True, slots=True)
class Heading:
    """Opens a section of the form."""

    title: Sayable


@dataclass(frozen=True, slots=True)
class Row:
    """A field with what this form says about it; a bare Field is a Row without."""

    field: Field
    required: bool = False
    hint: Message | None = None  # under the label: what to write, and why it is asked for
    unit: Message | None = None  # beside the control: years, minutes


@dataclass(slots=True)
class _Placed:
    row: Row
    editor: Editor
    known: FieldValue = None  # as it was shown or committed last


class Form(QWidget):
    """Scrolls when it is taller than its room; `name` is its object name, each control's is its field's key."""

    committed = Signal(str, object)  # key, FieldValue: a field was left with another value that its Field takes
    submitted = Signal()  # Ctrl+Enter
    denied = Signal(object)  # Message: somebody typed where nothing can be changed

    def __init__(
        self,
        look: Look,
        fields: Sequence[Field | Row | Heading],
        *,
        today: date,
        name: str,
        letters: bool = False,
        edge: int = Space.AROUND,
    ) -> None:
        """`letters`: labels get underlined letters; for dialogs, where no menu answers to the same ones.

        `edge`: around the fields, in pixels at 100 %; 0 where they stand in line with what is above and below.
        """
        super().__init__()
        self.setObjectName(name)
        self._look = look
        self._today = today
        self._reason: Message | None = None
        self._placed: dict[str, _Placed] = {}
        content = QWidget()
        self._column = column(look, within=content, space=Space.AROUND, edge=edge)
        self._area: QScrollArea = scrolling(content)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._area)
        self._reason_line = ReasonLine(look)
        self._column.addWidget(self._reason_line)
        for title, place in _titled(fields, letters=letters):
            if isinstance(place, Heading):
                self._add_heading(place)
            else:
                self._add_row(place, title)
        self._column.addStretch(1)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            made = QShortcut(QKeySequence(keys), self)
            made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            made.activated.connect(self._submit)

    def be_as_high_as_fields(self) -> None:
        """For a page that scrolls by itself; a form alone scrolls within the room that it is given."""
        content, around = self._area.takeWidget(), self.layout()
        assert around is not None
        around.replaceWidget(self._area, content)
        self._area.hide()
        content.setAutoFillBackground(False)  # the area had made it; whatever it lies on now is its ground
        content.show()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    @property
    def pending(self) -> bool:
        """Whether something is written that was not committed, be it unfinished or refused."""
        return any(placed.editor.touched for placed in self._placed.values())

    def editor(self, key: str) -> Editor:
        """Raises KeyError for a field that is not in the form."""
        return self._placed[key].editor

    def values(self) -> Mapping[str, FieldValue] | None:
        """All values as written; None where a field refuses: it is marked, and the first one gets the focus."""
        read = {key: self._read(placed) for key, placed in self._placed.items()}
        refused = [key for key, (_, fits) in read.items() if not fits]
        if refused:
            self.focus(refused[0])
            return None
        return {key: value for key, (value, _) in read.items()}

    def show_values(self, values: Mapping[str, FieldValue], *, keep_typed: bool = False) -> None:
        """Fields without a value become empty. `keep_typed`: what is written and not yet committed stays, as on
        a reload of the same person."""
        for key, placed in self._placed.items():
            placed.known = values.get(key)
            if not (keep_typed and placed.editor.touched):
                placed.editor.show_value(placed.known)
        if self._reason is not None:
            self._lock(read_only=True)  # three-valued answers lock around the value that is shown

    def mark(self, key: str, refusal: Message | None) -> None:
        """What an action said about one field, in its place."""
        self._placed[key].editor.mark(refusal)

    def focus(self, key: str) -> None:
        editor = self._placed[key].editor
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._area.widget() is not None:
            self._area.ensureWidgetVisible(editor, 0, self._look.px(48))

    def stand_in(self, key: str) -> None:
        """As `focus`, and what is in a line is chosen, so that typing replaces it."""
        self.focus(key)
        control = self._placed[key].editor.control
        if isinstance(control, QLineEdit):
            control.selectAll()

    def submit_by_enter(self) -> None:
        """For a small form: Enter in a line is its button, too."""
        for placed in self._placed.values():
            if isinstance(control := placed.editor.control, QLineEdit):
                control.returnPressed.connect(self.submitted)

    def leave(self) -> None:
        """Commits what is written, as if the focus had left: before another person is shown, or the window closes."""
        for placed in self._placed.values():
            placed.editor.leave()

    def set_read_only(self, reason: Message | None) -> None:
        """The reason stands above the fields; None opens them again."""
        self._reason = reason
        self._reason_line.set(reason)
        self._lock(read_only=reason is not None)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        if self._reason is not None and event.text().isprintable() and event.text():
            self.denied.emit(self._reason)
        elif event.key() == Qt.Key.Key_Escape and self._take_back():
            event.accept()
        else:
            super().keyPressEvent(event)

    def _add_heading(self, heading: Heading) -> None:
        if self._placed:
            self._column.addSpacing(self._look.px(Space.BETWEEN))
        self._column.addWidget(label(say(heading.title), "heading", wrap=True))

    def _add_row(self, row: Row, title: str) -> None:
        look = self._look
        editor = editor_for(row.field, look, today=self._today)
        placed = _Placed(row, editor)
        self._placed[row.field.key] = placed
        stacked = column(look, space=Space.WITHIN)
        words: QLabel = label(title, "second", wrap=True)
        words.setBuddy(editor.control)
        stacked.addWidget(words)
        hint = "" if row.hint is None else say(row.hint)
        if hint:
            stacked.addWidget(label(hint, "caption", wrap=True))
        required = tr("This must be filled in.") if row.required else ""
        editor.set_hint(" ".join(part for part in (required, hint) if part), "" if row.unit is None else say(row.unit))
        stacked.addWidget(editor)
        self._column.addLayout(stacked)
        editor.left.connect(lambda: self._commit(placed))
        editor.changed.connect(lambda: self._mend(placed))

    def _read(self, placed: _Placed) -> tuple[FieldValue, bool]:
        """The value and whether it fits; the field is marked or freed of its mark."""
        try:
            value = placed.editor.read()
            if value is None and placed.row.required:
                raise Refused(msg("This must be filled in."))
        except Refused as no:
            placed.editor.mark(no.message)
            return None, False
        placed.editor.mark(None)
        return value, True

    def _commit(self, placed: _Placed) -> None:
        value, fits = self._read(placed)
        if not fits:
            return
        placed.editor.show_value(value)
        if value != placed.known or type(value) is not type(placed.known):
            placed.known = value
            self.committed.emit(placed.row.field.key, value)

    def _mend(self, placed: _Placed) -> None:
        """A mark goes as soon as it is no longer true; none comes while somebody is typing."""
        if placed.editor.marked:
            self._read(placed)

    def _take_back(self) -> bool:
        """Esc: the field that has the focus shows its old value again."""
        for placed in self._placed.values():
            if placed.editor.touched and placed.editor.holds_focus:
                placed.editor.show_value(placed.known)
                return True
        return False

    def _lock(self, *, read_only: bool) -> None:
        for placed in self._placed.values():
            placed.editor.set_read_only(read_only)

    def _submit(self) -> None:
        self.leave()
        self.submitted.emit()


def _titled(fields: Sequence[Field | Row | Heading], *, letters: bool) -> Iterator[tuple[str, Row | Heading]]:
    """The places of the form in order, each with its label's text as a label takes it."""
    places = [Row(place) if isinstance(place, Field) else place for place in fields]
    titles = [_title(place) for place in places]
    rows = [title for title, place in zip(titles, places, strict=True) if isinstance(place, Row)]
    lettered = iter(with_letters(rows) if letters else [unaccelerated(title) for title in rows])
    for title, place in zip(titles, places, strict=True):
        yield (next(lettered) if isinstance(place, Row) else title), place


def _title(place: Row | Heading) -> str:
    if isinstance(place, Heading):
        return say(place.title)
    return tr("{field} (required)", field=place.field.title) if place.required else say(place.field.title)
